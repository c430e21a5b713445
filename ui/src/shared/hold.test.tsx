import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { type Column, useArrangement } from "./grid/columns";
import { DataGrid } from "./grid/DataGrid";
import type { Selection } from "./grid/select";
import { OF_PAGE, useHold } from "./hold";
import { type Handlers, listen, useKeys } from "./keys";

interface Row {
  id: string;
}
const COUNT = 300;
const PAGE = 100;
const columns: Column<Row>[] = [{ id: "name", header: "Nome", width: 200, text: (row) => `riga ${row.id}` }];

/** What an engine that takes its time answers in the end. */
function later<T>() {
  let answer: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    answer = done;
  });
  return { promise, answer: (value: T) => act(async () => answer(value)) };
}

interface Engine {
  rows: Promise<void>;
  ids: () => Promise<string[]>;
  opened: (row: Row) => void;
  issued: (ids: string[]) => void;
  made: () => void;
}

function Chosen({ selection, engine }: { selection: Selection; engine: Engine }) {
  useKeys({ issue: () => engine.issued([...selection]) });
  return <output>{selection.size}</output>;
}

function List({ id, engine }: { id: string; engine: Engine }) {
  const [selection, setSelection] = useState<Selection>(new Set());
  useKeys({ new: engine.made });
  const loadPage = async ({ cursor }: { cursor: string | null }) => {
    await engine.rows;
    const from = +(cursor ?? 0);
    const rows = Array.from({ length: PAGE }, (_, i) => ({ id: `${from + i}` }));
    return { rows, next: from + PAGE < COUNT ? `${from + PAGE}` : null };
  };
  return (
    <>
      {selection.size > 0 ? <Chosen selection={selection} engine={engine} /> : null}
      <DataGrid
        id={id}
        label="Prova"
        arrangement={useArrangement(id, columns)}
        source={{ key: [id], loadPage, count: COUNT }}
        rowId={(row) => row.id}
        onOpen={engine.opened}
        selection={selection}
        onSelect={setSelection}
        allIds={engine.ids}
        empty="vuoto"
        autoFocus
      />
    </>
  );
}

function show(id: string, slow: Partial<Pick<Engine, "rows" | "ids">>) {
  const engine = {
    rows: Promise.resolve(),
    ids: async () => ["0", "1", "2"],
    ...slow,
    opened: vi.fn(),
    issued: vi.fn(),
    made: vi.fn(),
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <List id={id} engine={engine} />
    </QueryClientProvider>,
  );
  return engine;
}

let stop: () => void;
beforeEach(() => {
  stop = listen(window);
});
afterEach(() => stop());

test("what is asked right after Ctrl+A is asked of all rows, however long their ids take", async () => {
  const ids = later<string[]>();
  const { issued, made } = show("all", { ids: () => ids.promise });
  await screen.findByText("riga 0");
  await userEvent.keyboard("{Control>}a{Enter}{/Control}n");
  expect(issued).not.toHaveBeenCalled();
  expect(made).toHaveBeenCalledTimes(1); // acts on no row: does not wait
  await ids.answer(["1", "2", "3"]);
  expect(issued).toHaveBeenCalledExactlyOnceWith(["1", "2", "3"]);
});

test("a further choice goes on from the rows that are on their way", async () => {
  const ids = later<string[]>();
  const { issued } = show("further", { ids: () => ids.promise });
  await screen.findByText("riga 0");
  await userEvent.keyboard("{Control>}a {Enter}{/Control}");
  await ids.answer(["0", "1", "2"]);
  await waitFor(() => expect(issued).toHaveBeenCalledExactlyOnceWith(["1", "2"]));
});

test("Escape gives up the choice, and what was asked of it", async () => {
  const ids = later<string[]>();
  const { issued } = show("escape", { ids: () => ids.promise });
  await screen.findByText("riga 0");
  await userEvent.keyboard("{Control>}a{Enter}{/Control}{Escape}");
  await ids.answer(["1", "2", "3"]);
  expect(issued).not.toHaveBeenCalled();
  expect(screen.queryByRole("status")).toBeNull();
});

test("keys pressed before the first rows are there act on them when they are", async () => {
  const rows = later<void>();
  const { opened, issued, made } = show("rows", { rows: rows.promise });
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}n{Control>}a{Enter}{/Control}");
  expect(made).toHaveBeenCalledTimes(1);
  expect(opened).not.toHaveBeenCalled();
  await rows.answer();
  await waitFor(() => expect(issued).toHaveBeenCalledExactlyOnceWith(["0", "1", "2"]));
  expect(opened).toHaveBeenCalledExactlyOnceWith({ id: "2" });
});

test("Enter opens a row whose page is still on its way", async () => {
  const { opened } = show("far", {});
  await screen.findByText("riga 0");
  await userEvent.keyboard("{End}{Enter}");
  await waitFor(() => expect(opened).toHaveBeenCalledExactlyOnceWith({ id: "299" }));
});

function Page({ handlers }: { handlers: Handlers }) {
  useKeys(handlers);
  return null;
}

function Record({
  isThere,
  hasFailed = false,
  handlers,
}: {
  isThere: boolean;
  hasFailed?: boolean;
  handlers: Handlers;
}) {
  useHold(OF_PAGE, !isThere, hasFailed);
  return isThere ? <Page handlers={handlers} /> : null;
}

test("keys of a page that is on its way are heard by it, in their order, and by no other", async () => {
  const heard: string[] = [];
  const handlers = { issue: () => heard.push("issue"), save: () => heard.push("save") };
  render(<Page handlers={{ palette: () => heard.push("palette"), save: () => heard.push("below") }} />);
  const page = render(<Record isThere={false} handlers={handlers} />);
  await userEvent.keyboard("{Control>}s{Enter}k{/Control}");
  expect(heard).toEqual(["palette"]);
  await act(async () => page.rerender(<Record isThere handlers={handlers} />));
  expect(heard).toEqual(["palette", "save", "issue"]);
  page.rerender(<Record isThere={false} handlers={handlers} />);
  await userEvent.keyboard("{Control>}s{/Control}");
  await act(async () => page.unmount());
  const failed = render(<Record isThere={false} handlers={handlers} />);
  await userEvent.keyboard("{Control>}s{/Control}");
  await act(async () => failed.rerender(<Record isThere hasFailed handlers={handlers} />));
  expect(heard).toHaveLength(3);
});
