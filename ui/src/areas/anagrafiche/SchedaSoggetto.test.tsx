import { QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { queries, setBackend } from "../../ipc/client";
import { CLIENTI, fake, problem, saved } from "../../ipc/fake";
import type { SoggettoDraft } from "../../ipc/generated";
import { listen } from "../../shared/keys";
import { forget } from "../../shared/useDraft";
import { SchedaSoggetto } from "./SchedaSoggetto";

// a machine that does other things too
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

let stop: () => void;
beforeEach(() => {
  queries.clear();
  forget("/clienti/nuovo");
  location.hash = "/clienti/nuovo";
  stop = listen(window);
});
afterEach(() => stop());

function open(own = {}) {
  const engine = fake(own);
  setBackend(engine.backend);
  render(
    <QueryClientProvider client={queries}>
      <SchedaSoggetto faccia="cliente" id="nuovo" />
    </QueryClientProvider>,
  );
  return engine;
}

test("somebody who is already there is offered while one types", async () => {
  open({ anagrafiche_preview: { problems: [], simili: [CLIENTI[0]], codice_destinatario: "" } });
  await userEvent.click(await screen.findByRole("button", { name: "Apri quella" }));
  expect(location.hash).toBe("#/clienti/1");
});

test("what it is decides the fields", async () => {
  open();
  const user = userEvent.setup();
  expect(screen.queryByLabelText("Cognome")).toBeNull();
  await user.click(screen.getByRole("button", { name: /Tipo/ }));
  await user.click(await screen.findByRole("option", { name: "Privato" }));
  expect(screen.getByLabelText("Cognome")).toBeTruthy();
  expect(screen.queryByLabelText("Partita IVA")).toBeNull();
});

test("a refused save says why at the field and keeps what was typed; the next one goes through", async () => {
  let refuses = true;
  const finding = problem("partita_iva_cifra", "partita_iva");
  const engine = open({
    anagrafiche_preview: { problems: [finding], simili: [], codice_destinatario: "" },
    anagrafiche_save: ({ draft }: { draft: SoggettoDraft }) => {
      if (refuses) throw { code: "invalid", problems: [finding], args: {}, detail: "" };
      return saved({ id: "9", draft: { ...draft, id: "9" }, nome_completo: "", problems: [] }, "anagrafiche");
    },
  });
  const user = userEvent.setup();
  const field = screen.getByLabelText<HTMLInputElement>("Partita IVA");
  await user.type(field, "01234567890");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(field.value).toBe("01234567890");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  refuses = false;
  await user.keyboard("{F2}");
  await waitFor(() => expect(location.hash).toBe("#/clienti/9"));
  expect(engine.asked.filter((one) => one.name === "anagrafiche_save")).toHaveLength(2);
});
