import { at, put } from "./useDraft";

test("a change at a path copies what it touches and nothing else", () => {
  const draft = { cliente: { id: "1" }, righe: [{ prezzo: "1" }, { prezzo: "2" }] };
  const next = put(draft, "righe.1.prezzo", "3,5");
  expect(next).toEqual({ cliente: { id: "1" }, righe: [{ prezzo: "1" }, { prezzo: "3,5" }] });
  expect(Array.isArray(next.righe)).toBe(true);
  expect(next.cliente).toBe(draft.cliente);
  expect(next.righe[0]).toBe(draft.righe[0]);
  expect(draft.righe[1]?.prezzo).toBe("2");
  expect(at(next, "righe.1.prezzo")).toBe("3,5");
  expect(at(next, "righe.7.prezzo")).toBeUndefined();
});
