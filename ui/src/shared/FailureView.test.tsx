import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Failure, toFailure } from "../ipc/client";
import type { Problem } from "../ipc/generated";
import { MoneyInput } from "./AmountInput";
import { FailureView } from "./FailureView";
import { ProblemsProvider } from "./problems";
import { TextField } from "./TextField";

const problem = (code: string, field: string): Problem => ({ code, field, severity: "error", args: {}, sdi: null });

test("every finding stands at its field, and its entry in the list leads there", async () => {
  const problems = [
    problem("uno", "partita_iva"),
    problem("due", "righe.1.prezzo"),
    problem("tre", "righe.0"),
    problem("quattro", ""),
  ];
  render(
    <ProblemsProvider problems={problems}>
      <FailureView failure={new Failure("rifiutata", problems, "")} />
      <TextField label="Partita IVA" path="partita_iva" value="" onChange={() => {}} />
      <MoneyInput label="Prezzo 1" path="righe.0.prezzo" value="" onChange={() => {}} />
      <MoneyInput label="Prezzo 2" path="righe.1.prezzo" value="" onChange={() => {}} />
    </ProblemsProvider>,
  );
  const vat = screen.getByRole("textbox", { name: "Partita IVA" });
  expect(vat.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("textbox", { name: "Prezzo 1" }).getAttribute("aria-invalid")).toBeNull();
  const lead = async (code: string) =>
    userEvent.click(screen.getByRole("button", { name: new RegExp(`codice ${code}`) }));
  await lead("uno");
  expect(document.activeElement).toBe(vat);
  await lead("due");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Prezzo 2" }));
  await lead("tre"); // no field has exactly this path: the first below it
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Prezzo 1" }));
  expect(screen.queryByRole("button", { name: /codice quattro/ })).toBeNull();
});

test("whatever is thrown becomes a failure", () => {
  expect(toFailure({ code: "disk_full", problems: [], detail: "d" })).toMatchObject({ code: "disk_full", detail: "d" });
  expect(toFailure("boom")).toMatchObject({ code: "unexpected", detail: "boom" });
  expect(toFailure(new TypeError("x"))).toMatchObject({ code: "unexpected", detail: "x" });
});
