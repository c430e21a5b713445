import { QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { queries, setBackend } from "../../ipc/client";
import { fake, PRODUCT_LINE, problem } from "../../ipc/fake";
import { DRAFT, FULL, PREVIEW } from "../../ipc/fake_documenti";
import type { DocumentoDraft } from "../../ipc/generated";
import { listen } from "../../shared/keys";
import { PaginaDocumento } from "./PaginaDocumento";

// a machine that does other things too
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const CLIENTE = { selector: "input" };
let stop: () => void;
beforeEach(() => {
  queries.clear();
  stop = listen(window);
});
afterEach(() => stop());

function open(id: string, place: string, own = {}) {
  location.hash = place;
  const engine = fake(own);
  setBackend(engine.backend);
  render(
    <QueryClientProvider client={queries}>
      <PaginaDocumento id={id} />
    </QueryClientProvider>,
  );
  return engine;
}

const drafts = (engine: ReturnType<typeof fake>, name: string) =>
  engine.asked.filter((one) => one.name === name).map((one) => one.args.draft as DocumentoDraft);

test("lines are typed by keyboard: Enter moves on, the empty line becomes a real one, the engine adds up", async () => {
  const user = userEvent.setup();
  const engine = open("nuovo", "/documenti/nuovo", { prodotti_list: { rows: [], next: null } });
  await user.click(await screen.findByLabelText("Descrizione, riga 1"));
  await user.keyboard("Posa{Enter}");
  await waitFor(() => expect(screen.getByLabelText("Quantità, riga 1")).toBe(document.activeElement));
  await user.keyboard("3{Enter}");
  await waitFor(() => expect(screen.getByLabelText("Prezzo, riga 1")).toBe(document.activeElement));
  await user.keyboard("80,50{Enter}");
  await waitFor(() => expect(screen.getByLabelText("Descrizione, riga 2")).toBe(document.activeElement));
  await waitFor(() =>
    expect(drafts(engine, "documenti_preview").at(-1)?.righe).toMatchObject([
      { descrizione: "Posa", quantita: "3", prezzo: "80,50" },
    ]),
  );
  expect(within(screen.getByRole("region", { name: "Totali" })).getAllByText("298,70 €").length).toBeGreaterThan(0);
});

test("a product brings its unit, price and IVA; a natura goes where naturas go", async () => {
  const user = userEvent.setup();
  const engine = open("nuovo", "/documenti/nuovo");
  await user.click(await screen.findByLabelText("Descrizione, riga 1"));
  await user.keyboard("cons");
  await user.click(await screen.findByRole("option", { name: /Consulenza oraria/ }));
  await user.clear(screen.getByLabelText("IVA o natura, riga 1"));
  await user.type(screen.getByLabelText("IVA o natura, riga 1"), "n2.2");
  await waitFor(() =>
    expect(drafts(engine, "documenti_preview").at(-1)?.righe[0]).toMatchObject({
      prodotto_id: "1",
      unita_misura: "ore",
      prezzo: "80",
      natura: "N2.2",
      aliquota_iva: "",
    }),
  );
});

test("what is typed is kept a second later, and a refusal loses nothing", async () => {
  const user = userEvent.setup();
  const engine = open("7", "/documenti/7", {
    documenti_save: () => Promise.reject({ code: "disk_full", problems: [], args: {}, detail: "" }),
  });
  await user.type(await screen.findByLabelText("Causale"), "Lavori di marzo");
  await waitFor(() => expect(drafts(engine, "documenti_save").at(-1)?.causale).toBe("Lavori di marzo"));
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Causale").value).toBe("Lavori di marzo");
  expect(screen.getByText("Da salvare")).toBeTruthy();
});

test("issuing with something missing names it and leads to its field; nothing is issued", async () => {
  const user = userEvent.setup();
  const missing = { ...PREVIEW, problems: [problem("cliente_mancante", "cliente_id")] };
  const engine = open("nuovo", "/documenti/nuovo", { documenti_preview: missing });
  await screen.findByLabelText("Causale");
  expect(screen.getByLabelText(/^Cliente/, CLIENTE).getAttribute("aria-invalid")).toBeNull();
  await user.keyboard("{Control>}{Enter}{/Control}");
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: /cliente_mancante/ }));
  await waitFor(() => expect(screen.getByLabelText(/^Cliente/, CLIENTE)).toBe(document.activeElement));
  expect(engine.asked.some((one) => one.name === "documenti_issue")).toBe(false);
});

test("Ctrl+Enter says what will happen, Ctrl+Enter again issues", async () => {
  const user = userEvent.setup();
  const engine = open("7", "/documenti/7");
  await screen.findByLabelText("Causale");
  await waitFor(() => expect(screen.getByText("Numero previsto 13")).toBeTruthy());
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Prende il numero 13.")).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(drafts(engine, "documenti_issue")).toMatchObject([{ id: FULL.id, righe: FULL.righe }]));
  await waitFor(() => expect(location.hash).toBe("#/documenti/12"));
});

test("a chosen customer brings the usual terms", async () => {
  const user = userEvent.setup();
  const engine = open("nuovo", "/documenti/nuovo", {
    documenti_new: ({ cliente_id }: { cliente_id: string | null }) => ({
      ...DRAFT,
      termini_pagamento: cliente_id ? "60 fm" : "30",
    }),
  });
  await user.type(await screen.findByLabelText(/^Cliente/, CLIENTE), "caff");
  await user.click(await screen.findByRole("option", { name: /Caffè Perù/ }));
  await waitFor(() =>
    expect(drafts(engine, "documenti_preview").at(-1)).toMatchObject({ cliente_id: "1", termini_pagamento: "60 fm" }),
  );
});

test("a line typed in one go becomes quantity, product and price; Ctrl+Z gives the words back", async () => {
  const user = userEvent.setup();
  const line = { ...PRODUCT_LINE, quantita: "3", prezzo: "75" };
  const engine = open("nuovo", "/documenti/nuovo", {
    prodotti_list: { rows: [], next: null },
    documenti_riga: ({ testo }: { testo: string }) => ({
      parole: "consulenza",
      riga: testo === "3 consulenza 75" ? line : null,
      prodotto: "",
    }),
  });
  await user.click(await screen.findByLabelText("Descrizione, riga 1"));
  await user.keyboard("3 consulenza 75");
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Prezzo, riga 1").placeholder).toBe("75,00"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByLabelText("Descrizione, riga 2")).toBe(document.activeElement));
  expect(drafts(engine, "documenti_preview").at(-1)?.righe[0]).toMatchObject({ quantita: "3", prodotto_id: "1" });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("Descrizione, riga 1").value).toBe("3 consulenza 75"),
  );
  await user.click(screen.getByLabelText("Descrizione, riga 1"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByLabelText("Quantità, riga 1")).toBe(document.activeElement));
});

test("a pasted table is shown as understood, added in one step and taken back in one", async () => {
  const user = userEvent.setup();
  const engine = open("7", "/documenti/7", {
    documenti_incolla: {
      colonne: ["descrizione", "quantita", "prezzo"],
      intestazione: [],
      celle: [
        ["Posa", "3", "30"],
        ["Tubo", "x", "4"],
      ],
      righe: [PRODUCT_LINE, PRODUCT_LINE],
      totali_saltati: 1,
      problems: [problem("number_bad", "righe.1.quantita")],
    },
  });
  await user.click(await screen.findByLabelText("Descrizione, riga 3"));
  await user.paste("Posa\t3\t30\nTubo\tx\t4");
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(/Riga 2/)).toBeTruthy();
  await user.click(await within(dialog).findByRole("button", { name: "Aggiungi 2 righe" }));
  await waitFor(() => expect(drafts(engine, "documenti_preview").at(-1)?.righe).toHaveLength(4));
  await user.click(await screen.findByRole("button", { name: /Togli/ }));
  await waitFor(() => expect(drafts(engine, "documenti_preview").at(-1)?.righe).toHaveLength(2));
});

test("a refusal to keep can be tried again, and lines change places by keyboard", async () => {
  const user = userEvent.setup();
  let isFull = true;
  const engine = open("7", "/documenti/7", {
    documenti_save: ({ draft }: { draft: DocumentoDraft }) =>
      isFull
        ? Promise.reject({ code: "disk_full", problems: [], args: {}, detail: "" })
        : { value: { id: "7", draft }, touched: [] },
  });
  await user.click(await screen.findByLabelText("Descrizione, riga 1"));
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await waitFor(() => expect(screen.getByLabelText("Descrizione, riga 2")).toBe(document.activeElement));
  const alert = await screen.findByRole("alert");
  isFull = false;
  await user.click(within(alert).getByRole("button", { name: "Riprova" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(
    drafts(engine, "documenti_save")
      .at(-1)
      ?.righe.map((riga) => riga.descrizione),
  ).toEqual(["Caffè macinato 250 g", "Consulenza oraria"]);
});

test("a total opens its computation, and a step leads to its line", async () => {
  const user = userEvent.setup();
  open("7", "/documenti/7");
  await user.click(await screen.findByRole("button", { name: /^Totale documento/ }));
  await user.click(await screen.findByRole("button", { name: /Riga 1, Consulenza/ }));
  await waitFor(() => expect(screen.getByLabelText("Prezzo, riga 1")).toBe(document.activeElement));
});

test("to issue is asked for at once and said whole, however long the first answer takes", async () => {
  const user = userEvent.setup();
  let answer = () => {};
  const first = new Promise<void>((done) => {
    answer = done;
  });
  open("7", "/documenti/7", { documenti_preview: () => first.then(() => PREVIEW) });
  await screen.findByLabelText("Causale");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(screen.queryByRole("dialog")).toBeNull();
  answer();
  await within(await screen.findByRole("dialog")).findByText(/Prende il numero/);
});
