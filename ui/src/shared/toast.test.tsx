import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setBackend, write } from "../ipc/client";
import { Toasts, toast } from "./toast";

test("a notice offers its undo until the next write", async () => {
  setBackend(async () => ({ value: null, touched: [] }));
  const undo = vi.fn();
  render(<Toasts />);
  act(() => toast("Fattura 12 salvata", undo));
  expect(screen.getByRole("button", { name: "Annulla" })).toBeTruthy();
  await act(() => write("app_undo", {}));
  expect(screen.getByText("Fattura 12 salvata")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Annulla" })).toBeNull();
  act(() => toast("Fattura 13 salvata", undo));
  await userEvent.click(screen.getByRole("button", { name: "Annulla" }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText("Fattura 13 salvata")).toBeNull();
});
