import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { queries, setBackend } from "../../ipc/client";
import { type Fake, fake } from "../../ipc/fake";
import type { Panoramica as Dati, Figura, Serie } from "../../ipc/generated";
import { listen } from "../../shared/keys";
import { Panoramica } from "./Panoramica";

const figura = (importo: string, dal = "", al = "", righe = 1): Figura => ({ importo, righe, dal, al });
const serie = (anno: string): Serie => ({
  anno: figura(anno, "2026-01-01", "2026-12-31"),
  prima: figura("80.00", "2025-01-01", "2025-11-24"),
  mesi: Array.from({ length: 12 }, (_, i) => {
    const m = `${i + 1}`.padStart(2, "0");
    return {
      mese: { figura: figura("10.00", `2026-${m}-01`, `2026-${m}-28`), altezza: 500 },
      prima: { figura: figura("5.00", `2025-${m}-01`, `2025-${m}-28`), altezza: 250 },
    };
  }),
  tacche: [{ valore: "0.00", altezza: 0 }],
  zero: 0,
});
const DATI: Dati = {
  vuota: false,
  anno: 2026,
  anni: [2026, 2025],
  base: "imponibile",
  fatturato: serie("123456789012.34"),
  incassato: serie("90.00"),
  aperto: figura("30.00"),
  scaduto: figura("20.00"),
  fasce: [
    { fascia: "a_scadere", figura: figura("10.00", "2026-11-24"), quota: 500 },
    { fascia: "fino30", figura: figura("20.00", "2026-10-25", "2026-11-23"), quota: 1000 },
  ],
  clienti: [
    { cliente_id: "7", cliente: "Caffè Perù S.n.c.", figura: figura("60.00", "2026-01-01", "2026-12-31"), quota: 1000 },
  ],
};
const OROLOGI = [
  { attesa: "da_salvare", figura: figura("0.00", "2026-09-25", "", 3), oltre: 1, entro: "2026-11-20", giorni: -4 },
  { attesa: "bozze", figura: figura("0.00", "", "", 2), oltre: 0, entro: "", giorni: 0 },
];

let stop: () => void;
let engine: Fake;

async function show(dati: Dati = DATI) {
  queries.clear();
  engine = fake({ riepiloghi_panoramica: dati, riepiloghi_orologi: dati.vuota ? [] : OROLOGI });
  setBackend(engine.backend);
  location.hash = "/panoramica";
  render(
    <QueryClientProvider client={queries}>
      <Panoramica />
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { name: "Panoramica" });
}

const to = (name: string | RegExp) => screen.getByRole("link", { name }).getAttribute("href");

beforeEach(() => {
  stop = listen(window);
});
afterEach(() => {
  stop();
  cleanup();
});

test("every number leads to the rows that make it", async () => {
  await show();
  await screen.findByText("123.456.789.012,34 €");
  await screen.findByText(/^3 file XML/);
  expect(to(/^Fatturato 2026/)).toBe("#/documenti?vista=fatturato&dal=2026-01-01&al=2026-12-31");
  expect(to(/^Incassato 2026/)).toBe("#/scadenzario/incassi?dal=2026-01-01&al=2026-12-31");
  expect(to(/^Da incassare/)).toBe("#/scadenzario");
  expect(to(/^Scaduto/)).toBe("#/scadenzario?quali=scadute");
  expect(to(/^Caffè Perù/)).toBe("#/documenti?vista=fatturato&dal=2026-01-01&al=2026-12-31&cliente=7");
  expect(to(/^Da 1 a 30 giorni/)).toBe("#/scadenzario?quali=scadute&dal=2026-10-25&al=2026-11-23");
  expect(to(/^3 file XML da salvare/)).toBe("#/da-inviare?stato=da_salvare&dal=2026-09-25");
  expect(to(/^2 bozze/)).toBe("#/documenti?vista=bozze");
  const [first] = screen.getAllByRole("link", { name: /marzo 2026/ });
  expect(first?.getAttribute("href")).toBe("#/documenti?vista=fatturato&dal=2026-03-01&al=2026-03-28");
});

test("another year and another measure are asked of the engine, and stand in the address", async () => {
  await show();
  await userEvent.click(await screen.findByRole("button", { name: /^2026/ }));
  await userEvent.click(await screen.findByRole("option", { name: "2025" }));
  await userEvent.click(await screen.findByRole("button", { name: /Fatturato senza IVA/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Fatturato con IVA" }));
  await waitFor(() => expect(location.hash).toBe("#/panoramica?anno=2025&base=totale"));
  const last = engine.asked.filter((one) => one.name === "riepiloghi_panoramica").at(-1);
  expect(last?.args).toEqual({ filter: { anno: 2025, base: "totale" } });
});

test("an empty archive teaches; N begins the first invoice", async () => {
  await show({ ...DATI, vuota: true });
  expect(await screen.findByText(/Comincia dalla prima fattura/)).toBeTruthy();
  await userEvent.keyboard("n");
  expect(location.hash).toBe("#/documenti/nuovo?tipo=FATTURA");
});
