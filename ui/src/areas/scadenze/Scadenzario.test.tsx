import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { queries, setBackend } from "../../ipc/client";
import { type Answer, type Fake, fake, saved } from "../../ipc/fake";
import type { ScadenzaRow } from "../../ipc/generated";
import { listen } from "../../shared/keys";
import { Toasts } from "../../shared/toast";
import { RateDocumento } from "./RateDocumento";
import { Scadenzario } from "./Scadenzario";

const ROW: ScadenzaRow = {
  id: "11",
  documento_id: "1",
  tipo: "FATTURA",
  numero: "12",
  data_documento: "2026-10-24",
  cliente: "Caffè Perù S.n.c.",
  cliente_id: "1",
  rata: 1,
  rate: 2,
  scadenza: "2026-11-20",
  giorni: 4,
  modalita: "MP05",
  importo: "122.00",
  incassato: "0.00",
  residuo: "122.00",
  ultimo: "",
  stato: "scaduta",
};
const PAID: ScadenzaRow = {
  ...ROW,
  id: "12",
  rata: 2,
  residuo: "0.00",
  incassato: "122.00",
  stato: "pagata",
  giorni: -6,
};
const INCASSO = {
  id: "31",
  documento_id: "1",
  tipo: "FATTURA",
  numero: "12",
  cliente: "Caffè Perù S.n.c.",
  rata: 2,
  giorno: "2026-11-22",
  importo: "122.00",
  note: "CRO 4711",
  compensazione: false,
};

let stop: () => void;
let engine: Fake;

function start(own: Readonly<Record<string, Answer>> = {}) {
  queries.clear();
  engine = fake({
    scadenze_list: { rows: [ROW, PAID], next: null },
    scadenze_somme: { righe: 2, importo: "244.00", incassato: "122.00", residuo: "122.00" },
    scadenze_documento: [
      { riga: ROW, incassi: [] },
      { riga: PAID, incassi: [INCASSO] },
    ],
    scadenze_salda: saved({ rate: 1, incassato: "122.00", compensato: "0.00" }, "scadenze"),
    scadenze_riapri: saved(null, "scadenze"),
    scadenze_incassa: saved(null, "scadenze"),
    scadenze_togli: saved(null, "scadenze"),
    ...own,
  });
  setBackend(engine.backend);
}

const asked = (name: string) => engine.asked.filter((one) => one.name === name).map((one) => one.args);

async function show() {
  location.hash = "/scadenzario";
  render(
    <QueryClientProvider client={queries}>
      <Scadenzario />
      <Toasts />
    </QueryClientProvider>,
  );
  await screen.findAllByText("Caffè Perù S.n.c.");
  // a list is found again where it was left
  await userEvent.keyboard("{Control>}{Home}{/Control}");
}

beforeEach(() => {
  localStorage.clear();
  stop = listen(window);
});
afterEach(() => {
  stop();
  cleanup();
});

test("P pays the row under the cursor and takes it back where it is paid", async () => {
  start();
  await show();
  expect(asked("scadenze_list")[0]).toMatchObject({ filter: { quali: "aperte", direction: "ascending" } });
  await userEvent.keyboard("p");
  await waitFor(() => expect(asked("scadenze_salda")).toEqual([{ ids: ["11"] }]));
  expect(await screen.findByText(/1 rata pagata, incassati 122,00/)).toBeTruthy();
  await userEvent.keyboard("{ArrowDown}p");
  await waitFor(() => expect(asked("scadenze_riapri")).toEqual([{ id: "12" }]));
});

test("P with rows chosen pays all of them in one write", async () => {
  start();
  await show();
  await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}p");
  await waitFor(() => expect(asked("scadenze_salda")).toEqual([{ ids: ["11", "12"] }]));
});

test("another amount is refused at its field and stays as typed", async () => {
  start({
    scadenze_incassa: () => {
      throw {
        code: "invalid",
        problems: [
          { code: "scadenze_oltre", field: "importo", severity: "error", sdi: null, args: { residuo: "122.00" } },
        ],
        args: {},
        detail: "",
      };
    },
  });
  await show();
  await userEvent.keyboard(" ");
  const amount = await screen.findByRole("textbox", { name: "Importo" });
  await userEvent.type(amount, "200");
  await userEvent.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(amount.getAttribute("aria-invalid")).toBe("true"));
  expect(asked("scadenze_incassa")).toEqual([{ draft: { scadenza_id: "11", giorno: "", importo: "200", note: "" } }]);
  expect((amount as HTMLInputElement).value).toBe("200");
});

test("the page of a document shows its instalments, their cashings, and takes one back", async () => {
  start();
  render(
    <QueryClientProvider client={queries}>
      <RateDocumento id="1" />
    </QueryClientProvider>,
  );
  expect(await screen.findByText("CRO 4711")).toBeTruthy();
  await userEvent.keyboard("p");
  await waitFor(() => expect(asked("scadenze_salda")).toEqual([{ ids: ["11"] }]));
  await userEvent.click(screen.getByRole("button", { name: /Togli l'incasso di 122,00/ }));
  await waitFor(() => expect(asked("scadenze_togli")).toEqual([{ id: "31" }]));
});
