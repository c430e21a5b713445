import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { queries, setBackend } from "../../ipc/client";
import { listen } from "../keys";
import { useUrlFilter } from "../urlFilter";
import { FilterBar } from "./FilterBar";

let stop: () => void;

function Bar() {
  return (
    <FilterBar
      url={useUrlFilter()}
      fields={[
        { kind: "text", name: "testo", label: "Cerca" },
        { kind: "choice", name: "stato", label: "Stato", any: "Tutti", options: [{ id: "bozza", label: "Bozza" }] },
        { kind: "period", name: "dal", label: "Periodo" },
        { kind: "flag", name: "da_salvare", label: "XML da salvare" },
        { kind: "linked", name: "cliente", label: "Cliente", words: "Caffè Perù" },
      ]}
    />
  );
}

function show(words: string) {
  location.hash = `/documenti${words}`;
  setBackend(async () => [{ periodo: "mese_scorso", dal: "2026-10-01", al: "2026-10-31" }]);
  render(
    <QueryClientProvider client={queries}>
      <Bar />
    </QueryClientProvider>,
  );
}

const chips = () => screen.queryAllByRole("button", { name: /: togli$/ }).map((chip) => chip.textContent);

beforeEach(() => {
  stop = listen(window);
});
afterEach(() => {
  stop();
  cleanup();
});

test("D opens the periods; the address keeps the name, not the days", async () => {
  show("?ordine=totale");
  await userEvent.keyboard("d");
  expect(await screen.findByText("01/10/2026 – 31/10/2026")).toBeTruthy();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(location.hash).toBe("#/documenti?ordine=totale&dal=mese_scorso&al=mese_scorso");
  expect(chips()).toEqual(["Mese scorso"]);
  expect(screen.getByRole("button", { name: "Periodo: Mese scorso" })).toBeTruthy();
});

test("days of one's own are sent when they are whole", async () => {
  show("");
  await userEvent.click(screen.getByRole("button", { name: "Periodo" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Dal" }), "1/10{Enter}");
  expect(location.hash).toBe("#/documenti?dal=1%2F10");
  expect(chips()).toEqual(["Dal 1/10"]);
  await userEvent.click(screen.getByRole("button", { name: "Periodo: Dal 1/10" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Al" }), "oggi{Enter}");
  expect(chips()).toEqual(["1/10 – oggi"]);
});

test("every filter that is on is a chip that goes by itself, the focus to the next", async () => {
  show("?testo=perù&stato=bozza&dal=2026-01-01&al=2026-03-31&da_salvare=1&cliente=7");
  expect(chips()).toEqual(["Stato: Bozza", "01/01/2026 – 31/03/2026", "XML da salvare", "Cliente: Caffè Perù"]);
  screen.getByRole("button", { name: "Stato: Bozza: togli" }).focus();
  await userEvent.keyboard("{ArrowRight}{Delete}");
  expect(location.hash).toBe("#/documenti?testo=per%C3%B9&stato=bozza&da_salvare=1&cliente=7");
  expect(document.activeElement?.textContent).toBe("XML da salvare");
  await userEvent.keyboard("{Backspace}{Enter}{Enter}");
  await waitFor(() => expect(chips()).toEqual([]));
  expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "Cerca" }));
  expect(location.hash).toBe("#/documenti?testo=per%C3%B9");
});
