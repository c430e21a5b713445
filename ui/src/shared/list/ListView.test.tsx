import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { call, queries, setBackend } from "../../ipc/client";
import type { ProdottoFilter, ProdottoRow, Somme } from "../../ipc/generated";
import type { Column } from "../grid/columns";
import { listen } from "../keys";
import { ListView } from "./ListView";
import type { ListSpec } from "./spec";

type Filter = ProdottoFilter;
interface Asked {
  name: string;
  args: Record<string, unknown>;
}
const COUNT = 3;
let asked: Asked[] = [];
let saved: string[] = [];
let stop: () => void;

const spec: ListSpec<ProdottoRow, Filter, Somme> = {
  id: "prodotti",
  filterOf: (word) => ({
    testo: word("testo"),
    categoria: "",
    cestino: word("cestino") === "1",
    sort: "descrizione",
    direction: word("verso") === "descending" ? "descending" : "ascending",
    page: { cursor: null, limit: 0 },
  }),
  load: (filter, page) => call("prodotti_list", { filter: { ...filter, page } }),
  sum: (filter) => call("prodotti_somme", { filter }),
  lista: (filter) => ({ area: "prodotti", filter }),
};
const columns: Column<ProdottoRow>[] = [
  { id: "codice", header: "Codice", width: 100, text: (row) => row.codice },
  {
    id: "descrizione",
    header: "Descrizione",
    width: 200,
    main: true,
    text: (row) => row.descrizione,
    edit: {
      entry: (row) => row.descrizione,
      save: async (_row, text) => {
        if (text === "no") throw new Error("rifiutato");
        saved.push(text);
      },
    },
  },
  { id: "categoria", header: "Categoria", width: 100, hidden: true, text: (row) => row.categoria },
];

async function show() {
  asked = [];
  saved = [];
  queries.clear();
  setBackend(async (name, args) => {
    asked.push({ name, args });
    const rows = Array.from({ length: COUNT }, (_, i) => ({
      id: `${i}`,
      codice: `C${i}`,
      descrizione: `Voce ${i}`,
      categoria: "Varie",
    }));
    if (name === "prodotti_list") return { rows, next: null };
    if (name === "prodotti_somme") return { righe: COUNT };
    if (name === "elenco_ids") return rows.map((row) => row.id);
    if (name === "dialog_pick") return { token: "t", percorso: "/x", sincronizzato_da: "", rete: "" };
    if (name === "elenco_save") return "/tmp/Prodotti.csv";
    return null;
  });
  render(
    <QueryClientProvider client={queries}>
      <ListView
        spec={spec}
        title="Prodotti"
        actionsLabel="Azioni"
        columns={columns}
        fields={[
          { kind: "text", name: "testo", label: "Cerca" },
          { kind: "flag", name: "cestino", label: "Cestino" },
        ]}
        create={{ label: "Nuovo", run: () => {} }}
        pathOf={(row) => `/prodotti/${row.id}`}
        empty={{ icon: null, text: "vuoto" }}
      />
    </QueryClientProvider>,
  );
  await screen.findByText("Voce 0");
}

const args = (name: string) => asked.filter((one) => one.name === name).map((one) => one.args);
const heads = () => screen.getAllByRole("columnheader").map((head) => head.textContent);

beforeEach(() => {
  localStorage.clear();
  location.hash = "/prodotti";
  stop = listen(window);
});
afterEach(() => {
  stop();
  cleanup();
});

test("the filter goes to the engine, the sums come back under the first column", async () => {
  await show();
  await waitFor(() => expect(screen.getByText("3 righe")).toBeTruthy());
  await userEvent.type(screen.getByRole("searchbox", { name: "Cerca" }), "tè");
  await waitFor(() => expect(args("prodotti_somme").at(-1)).toMatchObject({ filter: { testo: "tè" } }));
  expect(location.hash).toContain("testo=t%C3%A8");
  await userEvent.click(screen.getByRole("button", { name: "Togli il filtro" }));
  expect(location.hash).toBe("#/prodotti");
});

test("what is shown is what is saved: these columns, in this order, of this filter", async () => {
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Colonne" }));
  const chooser = within(await screen.findByRole("dialog", { name: "Colonne" }));
  await userEvent.click(chooser.getByRole("checkbox", { name: "Categoria" }));
  await userEvent.click(chooser.getByRole("checkbox", { name: "Codice" }));
  await userEvent.click(chooser.getByRole("button", { name: "Sposta Categoria più indietro" }));
  await userEvent.keyboard("{Escape}");
  expect(heads()).toEqual(["Categoria", "Descrizione"]);
  await userEvent.click(screen.getByRole("button", { name: "Esporta" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: /CSV/ }));
  await waitFor(() => expect(args("elenco_save")).toHaveLength(1));
  expect(args("elenco_save")[0]).toMatchObject({
    elenco: { colonne: ["categoria", "descrizione"], titolo: "Prodotti", lista: { area: "prodotti" } },
    formato: "csv",
    token: "t",
  });
});

test("a view keeps filter and columns under a name, and opens the list when it is the first", async () => {
  await show();
  await userEvent.type(screen.getByRole("searchbox", { name: "Cerca" }), "voce");
  await userEvent.click(screen.getByRole("button", { name: "Viste" }));
  const views = within(await screen.findByRole("dialog", { name: "Viste" }));
  await userEvent.type(views.getByRole("textbox", { name: "Nome della vista" }), "Solo voci{Enter}");
  await userEvent.click(views.getByRole("button", { name: "Apri l'elenco con la vista Solo voci" }));
  await userEvent.keyboard("{Escape}");
  await userEvent.click(screen.getByRole("button", { name: "Togli il filtro" }));
  cleanup();
  location.hash = "/prodotti";
  await show();
  expect(location.hash).toBe("#/prodotti?testo=voce");
});

test("Ctrl+A chooses all that the filter finds; Ctrl+C copies them", async () => {
  await show();
  await userEvent.keyboard("{Control>}a{/Control}");
  expect(await screen.findByText("3 righe scelte")).toBeTruthy();
  expect(args("elenco_ids")).toHaveLength(1);
  const kept = new Map<string, string>();
  const clipboardData = { setData: (type: string, text: string) => kept.set(type, text) };
  fireEvent.copy(screen.getByRole("grid"), { clipboardData });
  expect(kept.get("text/plain")).toBe("C0\tVoce 0\nC1\tVoce 1\nC2\tVoce 2");
  await userEvent.keyboard("{Escape}");
  fireEvent.copy(screen.getByRole("grid"), { clipboardData });
  expect(kept.get("text/plain")).toBe("C0");
});

test("F2 writes in a cell: Enter keeps and goes down, a refusal leaves it open, Escape leaves it as it was", async () => {
  await show();
  await userEvent.keyboard("{Home}{ArrowRight}{F2}");
  const field = () => screen.queryByRole("textbox", { name: "Descrizione" });
  await userEvent.keyboard("Nuova{Enter}");
  await waitFor(() => expect(field()).toBeNull());
  expect(saved).toEqual(["Nuova"]);
  expect(
    document.getElementById(screen.getByRole("grid").getAttribute("aria-activedescendant") ?? "")?.textContent,
  ).toBe("Voce 1");
  await userEvent.keyboard("{F2}no{Enter}");
  await waitFor(() => expect(field()?.getAttribute("aria-invalid")).toBe("true"));
  await userEvent.keyboard("{Escape}");
  expect(field()).toBeNull();
  expect(saved).toEqual(["Nuova"]);
});
