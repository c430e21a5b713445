import { match, parse } from "./route";

test("a pattern gives its parameters, and null for another path", () => {
  expect(match("/clienti/:id", "/clienti/42")).toEqual({ id: "42" });
  expect(match("/clienti/:id", "/clienti")).toBeNull();
  expect(match("/clienti", "/clienti")).toEqual({});
  expect(match("/clienti/:id", "/fornitori/42")).toBeNull();
  expect(match("/clienti/:id", "/clienti/a%2Fb")).toEqual({ id: "a/b" });
});

test("a place is a path and its search words", () => {
  const place = parse("#/documenti?anno=2026&testo=per%C3%B9");
  expect(place.path).toBe("/documenti");
  expect(place.search.get("testo")).toBe("perù");
  expect(parse("").path).toBe("/");
});
