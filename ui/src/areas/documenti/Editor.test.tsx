import { QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { queries, setBackend } from "../../ipc/client";
import { fake, problem } from "../../ipc/fake";
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
