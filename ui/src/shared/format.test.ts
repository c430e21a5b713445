import { ago, amount, day, entry, entryAtRest, euro, instant, percent, quantity } from "./format";

const NB = "\u00A0";

test("amounts are grouped always, with a true minus, digit by digit", () => {
  expect(euro("1234.5", "it")).toBe(`1.234,50${NB}€`);
  expect(euro("-1234.56", "it")).toBe(`\u22121.234,56${NB}€`);
  expect(amount("97.60", "it")).toBe("97,60");
  expect(amount("1234", "it")).toBe("1.234,00");
  expect(amount("-0.01", "en")).toBe("\u22120.01");
  expect(euro("1234.5", "en")).toBe("€1,234.50");
});

test("no digit is lost where a double would lose it", () => {
  expect(amount("90071992547409.93", "it")).toBe("90.071.992.547.409,93");
  expect(amount("12345678901.12345678", "it")).toBe("12.345.678.901,12345678");
  expect(quantity("0.00000001", "it")).toBe("0,00000001");
});

test("quantities and rates show the decimals they have", () => {
  expect(quantity("3", "it")).toBe("3");
  expect(quantity("1.5", "it")).toBe("1,5");
  expect(percent("22", "it")).toBe("22%");
  expect(percent("8.5", "en")).toBe("8.5%");
});

test("what is not a canonical decimal is shown as it came", () => {
  expect(amount("", "it")).toBe("");
  expect(amount("1,5", "it")).toBe("1,5");
  expect(amount("NaN", "it")).toBe("NaN");
});

test("days have two digits and four for the year", () => {
  expect(day("2026-11-03")).toBe("03/11/2026");
  expect(day("oggi")).toBe("oggi");
  expect(day("")).toBe("");
});

test("instants are told in Rome's hours, ages in the largest whole unit", () => {
  expect(instant("2026-11-23T23:30:00Z", "it")).toBe("24/11/2026, 00:30");
  expect(instant("never", "it")).toBe("never");
  const now = new Date("2026-11-23T12:00:00Z");
  expect(ago("2026-11-23T09:00:00Z", now, "it")).toBe("3 ore fa");
  expect(ago("2026-11-22T09:00:00Z", now, "it")).toBe("ieri");
  expect(ago("2026-11-23T11:59:50Z", now, "en")).toBe("now");
});

test("an entry goes into a field and back unchanged", () => {
  expect(entry("1234.50")).toBe("1234,50");
  expect(entry("1.234")).toBe("1,234");
  expect(entryAtRest("1234,5", 2, "it")).toBe("1.234,50");
  expect(entryAtRest("1,234", 2, "it")).toBe("1,234");
  expect(entryAtRest("15%", 0, "it")).toBe("15%");
  expect(entryAtRest("1.234", 2, "it")).toBe("1.234");
  expect(entryAtRest("", 2, "it")).toBe("");
});
