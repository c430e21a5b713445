import { act, renderHook } from "@testing-library/react";
import { type Column, tracks, useArrangement } from "./columns";

const text = () => "";
const known: Column<object>[] = [
  { id: "data", header: "Data", width: 96, text },
  { id: "cliente", header: "Cliente", width: 168, grow: true, text },
  { id: "categoria", header: "Categoria", width: 128, hidden: true, text },
];
const shown = (columns: readonly Column<object>[]) => columns.map((column) => column.id).join(" ");

test("columns are chosen, moved and widened, and found so the next time", () => {
  const first = renderHook(() => useArrangement("colonne", known));
  expect(shown(first.result.current.columns)).toBe("data cliente");
  act(() => first.result.current.show("categoria", true));
  act(() => first.result.current.move("categoria", -1));
  act(() => first.result.current.resize("data", 12));
  act(() => first.result.current.move("data", -1));
  const again = renderHook(() => useArrangement("colonne", known)).result.current;
  expect(shown(again.columns)).toBe("data categoria cliente");
  expect(tracks(again.layout, again.columns, "16px")).toBe(
    "16px 48px 128px minmax(168px, 1fr) max(16px, 100cqw - 16px - 736px)",
  );
});

test("a column that comes with a new version stands after those that were arranged", () => {
  const { result } = renderHook(() => useArrangement("nuove", known.slice(0, 2)));
  act(() => result.current.move("cliente", -1));
  const later = renderHook(() =>
    useArrangement("nuove", [...known.slice(0, 2), { ...known[2], hidden: false } as Column<object>]),
  );
  expect(shown(later.result.current.columns)).toBe("cliente data categoria");
});
