import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { MoneyInput, PercentInput } from "./AmountInput";

function Field({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState("1234,5");
  return (
    <MoneyInput
      label="Prezzo"
      value={text}
      onChange={(next) => {
        setText(next);
        onText(next);
      }}
    />
  );
}

test("at rest an amount is grouped, while edited it is what was typed, and what was typed is what is sent", async () => {
  const sent = vi.fn();
  render(<Field onText={sent} />);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Prezzo" });
  expect(field.value).toBe("1.234,50");
  await userEvent.click(field);
  expect(field.value).toBe("1234,5");
  await userEvent.clear(field);
  await userEvent.type(field, "1.234,56");
  expect(sent).toHaveBeenLastCalledWith("1.234,56");
  await userEvent.tab();
  expect(field.value).toBe("1.234,56");
});

test("a unit that was typed is not said twice", () => {
  const { rerender } = render(<PercentInput label="Sconto" value="15" onChange={() => {}} />);
  expect(screen.queryByText("%")).not.toBeNull();
  rerender(<PercentInput label="Sconto" value="15%" onChange={() => {}} />);
  expect(screen.queryByText("%")).toBeNull();
});
