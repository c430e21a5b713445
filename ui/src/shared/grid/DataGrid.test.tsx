import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import type { PageRequest } from "../../ipc/generated";
import { type Column, type Sort, useArrangement } from "./columns";
import { DataGrid } from "./DataGrid";
import type { Selection } from "./select";

interface Row {
  id: string;
  name: string;
}
const COUNT = 1_000;
const PAGE = 100;
const chosen = vi.fn();
const columns: Column<Row>[] = [
  { id: "name", header: "Nome", width: 200, sortable: true, text: (row) => row.name },
  {
    id: "note",
    header: "Nota",
    width: 100,
    text: (row) => `nota ${row.id}`,
    choices: ({ id }) =>
      id === "2" ? ["una", "altra"].map((label) => ({ id: label, label, run: () => chosen(id, label) })) : [],
  },
];

/** Pages as the engine gives them: by the key after which the next begins. */
function pages(total: number) {
  return vi.fn(async ({ cursor }: PageRequest) => {
    const from = cursor === null ? 0 : Math.trunc(+cursor) + 1;
    const rows = Array.from({ length: Math.min(PAGE, total - from) }, (_, i) => ({
      id: `${from + i}`,
      name: `riga ${from + i}`,
    }));
    return { rows, next: from + PAGE < total ? `${from + PAGE - 1}` : null };
  });
}

interface Spies {
  load: ReturnType<typeof pages>;
  opened: (row: Row) => void;
  previewed: (row: Row) => void;
  sorted: (sort: Sort) => void;
}

function Grid({ id, total, of = total, spies }: { id: string; total: number; of?: unknown; spies: Spies }) {
  const [selection, setSelection] = useState<Selection>(new Set());
  return (
    <>
      <output>{[...selection].length}</output>
      <DataGrid
        id={id}
        label="Prova"
        arrangement={useArrangement(id, columns)}
        source={{ key: ["prova", of], loadPage: spies.load, count: total }}
        rowId={(row) => row.id}
        onOpen={spies.opened}
        onPreview={spies.previewed}
        onSort={spies.sorted}
        selection={selection}
        onSelect={setSelection}
        empty="vuoto"
        autoFocus
      />
    </>
  );
}

async function show(id: string, total = COUNT) {
  const spies = { load: pages(total), opened: vi.fn(), previewed: vi.fn(), sorted: vi.fn() };
  const client = new QueryClient();
  const view = render(
    <QueryClientProvider client={client}>
      <Grid id={id} total={total} spies={spies} />
    </QueryClientProvider>,
  );
  if (total > 0) await screen.findByText("riga 0");
  return { ...spies, ...view, client };
}

const activeCell = () => document.getElementById(screen.getByRole("grid").getAttribute("aria-activedescendant") ?? "");
const selected = () => screen.getByRole("status").textContent;

test("only the rows in sight exist, and the grid says how many there are", async () => {
  await show("virtual");
  const grid = screen.getByRole("grid", { name: "Prova" });
  expect(grid.getAttribute("aria-rowcount")).toBe("1001");
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
});

test("arrows, Home and End move the active cell; End fetches every page to get there", async () => {
  const { load } = await show("arrows");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
  expect(activeCell()?.textContent).toBe("nota 2");
  await userEvent.keyboard("{ArrowUp}{ArrowLeft}{ArrowLeft}");
  expect(activeCell()?.textContent).toBe("riga 1");
  await userEvent.keyboard("{End}");
  await waitFor(() => expect(activeCell()?.textContent).toBe("riga 999"));
  expect(load).toHaveBeenCalledTimes(10);
  await userEvent.keyboard("{Home}");
  expect(activeCell()?.textContent).toBe("riga 0");
  await userEvent.keyboard("{PageDown}");
  expect(activeCell()?.textContent).toBe("riga 18");
  await userEvent.keyboard("{PageUp}{PageUp}");
  expect(activeCell()?.textContent).toBe("riga 0");
});

test("pages far from what is looked at are let go; a stretch over them is whole all the same", async () => {
  const { client, load } = await show("memory");
  await userEvent.keyboard("{End}");
  await waitFor(() => expect(activeCell()?.textContent).toBe("riga 999"));
  const kept = () => client.getQueryCache().getAll().length;
  expect(load).toHaveBeenCalledTimes(10);
  await waitFor(() => expect(kept()).toBeLessThan(5));
  await userEvent.keyboard("{Home}");
  expect(activeCell()?.textContent).toBe("riga 0");
  await userEvent.keyboard("{Shift>}{End}{/Shift}");
  await waitFor(() => expect(selected()).toBe("1000"));
  await waitFor(() => expect(kept()).toBeLessThan(5));
});

test("what was written elsewhere is seen where one looks, and the list is as long as it is", async () => {
  const { client, load } = await show("written");
  await userEvent.keyboard("{End}");
  await waitFor(() => expect(activeCell()?.textContent).toBe("riga 999"));
  load.mockClear();
  await act(() => client.invalidateQueries());
  // the first page and the one in sight with its neighbour, not all ten
  expect(load.mock.calls.length).toBeLessThan(4);
  expect(activeCell()?.textContent).toBe("riga 999");
});

test("a list that was short and grew beyond a page shows how long it is", async () => {
  let total = 6;
  const load = vi.fn((page: PageRequest) => pages(total)(page));
  const spies = { load, opened: vi.fn(), previewed: vi.fn(), sorted: vi.fn() };
  const client = new QueryClient();
  const grid = () => (
    <QueryClientProvider client={client}>
      <Grid id="grown" total={total} of="grown" spies={spies} />
    </QueryClientProvider>
  );
  const view = render(grid());
  await screen.findByText("riga 5");
  total = 306;
  await act(() => client.invalidateQueries());
  view.rerender(grid());
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("307");
  await userEvent.keyboard("{End}");
  await waitFor(() => expect(activeCell()?.textContent).toBe("riga 305"));
});

test("Enter opens, Space previews, the header sorts", async () => {
  const { opened, previewed, sorted } = await show("verbs");
  await userEvent.keyboard("{ArrowDown}{Enter} ");
  expect(opened).toHaveBeenCalledExactlyOnceWith({ id: "1", name: "riga 1" });
  expect(previewed).toHaveBeenCalledExactlyOnceWith({ id: "1", name: "riga 1" });
  await userEvent.click(screen.getByRole("button", { name: "Nome" }));
  expect(sorted).toHaveBeenCalledExactlyOnceWith({ column: "name", direction: "ascending" });
});

test("Shift selects a stretch, Ctrl+Space one, Ctrl+A all, Escape none", async () => {
  await show("select");
  await userEvent.keyboard("{Home}{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  expect(selected()).toBe("3");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Control>} {/Control}");
  expect(selected()).toBe("4");
  await userEvent.keyboard("{Escape}");
  expect(selected()).toBe("0");
  await userEvent.keyboard("{Control>}a{/Control}");
  await waitFor(() => expect(selected()).toBe("1000"));
});

test("a click makes a cell the active one, Ctrl adds it, Shift stretches to it, two open it", async () => {
  const { opened } = await show("mouse");
  const user = userEvent.setup();
  await user.click(screen.getByText("riga 2"));
  expect(activeCell()?.textContent).toBe("riga 2");
  expect(selected()).toBe("0");
  await user.keyboard("{Shift>}");
  await user.click(screen.getByText("nota 5"));
  await user.keyboard("{/Shift}{Control>}");
  await user.click(screen.getByText("riga 9"));
  await user.keyboard("{/Control}");
  expect(selected()).toBe("5");
  await user.dblClick(screen.getByText("riga 3"));
  expect(opened).toHaveBeenCalledExactlyOnceWith({ id: "3", name: "riga 3" });
});

test("a page that fails is said once, keeps the rows that are there, and is asked for again on demand", async () => {
  const load = pages(COUNT);
  const honest = load.getMockImplementation();
  load.mockImplementation(async (page) => {
    if (page.cursor !== null && load.mock.calls.length === 2) throw new Error("disco");
    return honest?.(page) as never;
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Grid id="failing" total={COUNT} spies={{ load, opened: vi.fn(), previewed: vi.fn(), sorted: vi.fn() }} />
    </QueryClientProvider>,
  );
  await screen.findByText("riga 0");
  await userEvent.keyboard("{End}");
  await screen.findByRole("alert");
  expect(load).toHaveBeenCalledTimes(2);
  expect(screen.getByRole("grid")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Riprova" }));
  await waitFor(() => expect(activeCell()?.textContent).toBe("riga 999"));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("Ctrl+A selects a list of one page too", async () => {
  await show("short", 50);
  await userEvent.keyboard("{Control>}a{/Control}");
  await waitFor(() => expect(selected()).toBe("50"));
});

test("a list that is left and entered again stands where it was", async () => {
  const first = await show("place");
  await userEvent.keyboard("{Home}{ArrowDown}{ArrowDown}{ArrowDown}");
  act(() => first.unmount());
  await show("place");
  expect(activeCell()?.textContent).toBe("riga 3");
});

test("no rows: the empty page", async () => {
  await show("empty", 0);
  expect(await screen.findByText("vuoto")).toBeTruthy();
});

test("F2 opens what can be chosen in a cell, a choice leaves the place; a click on it opens it too", async () => {
  const { opened } = await show("choices");
  await userEvent.keyboard("{ArrowRight}{F2}");
  expect(screen.queryByRole("menu")).toBeNull();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{F2}");
  expect(await screen.findByRole("menu", { name: "Nota" })).toBeTruthy();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(chosen).toHaveBeenLastCalledWith("2", "altra");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("grid")));
  expect(activeCell()?.textContent).toBe("nota 2");
  await userEvent.click(screen.getByText("nota 2"));
  await userEvent.click(await screen.findByRole("menuitem", { name: "una" }));
  expect(chosen).toHaveBeenLastCalledWith("2", "una");
  await userEvent.keyboard("{Escape}");
  expect(opened).not.toHaveBeenCalled();
});
