import { QueryObserver } from "@tanstack/react-query";
import { Failure, queries, query, refresh, setBackend, write } from "./client";

test("a write asks again what its areas spoiled, and nothing else", async () => {
  const asked: string[] = [];
  setBackend(async (name) => {
    asked.push(name);
    return name === "app_undo" ? { value: null, touched: ["anagrafiche"] } : [];
  });
  const other = {
    queryKey: ["documenti", "list"],
    queryFn: async () => asked.push("documenti"),
    meta: { reads: ["anagrafiche"] },
  };
  const alone = { queryKey: ["prodotti", "list"], queryFn: async () => asked.push("prodotti") };
  const stops = [query("app_search", { text: "a" }), other, alone].map((options) =>
    new QueryObserver(queries, options as never).subscribe(() => {}),
  );
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  asked.length = 0;
  await write("app_undo", {});
  expect(asked).toEqual(["app_undo", "documenti"]);
  await refresh(["app"]);
  expect(asked.at(-1)).toBe("app_search");
  for (const stop of stops) stop();
});

test("a refusal keeps its code and its findings", async () => {
  const problems = [{ code: "cifra", field: "partita_iva", severity: "error", args: {}, sdi: "00305" }];
  setBackend(() => Promise.reject({ code: "rifiutata", problems, detail: "x" }));
  const reason = await write("app_undo", {}).catch((thrown: unknown) => thrown);
  expect(reason).toBeInstanceOf(Failure);
  expect(reason).toMatchObject({ code: "rifiutata", problems });
});
