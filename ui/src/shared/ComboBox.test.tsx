import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { ComboBox } from "./ComboBox";
import type { Option } from "./Option";

const CLIENTI: Option[] = [
  { id: "1", label: "Caffè Perù S.n.c.", note: "01234567890" },
  { id: "2", label: "Officine Brambilla S.r.l." },
];

function Field({ chosen, created, searched }: Record<"chosen" | "created" | "searched", (what: string) => void>) {
  const [value, setValue] = useState<Option | null>(null);
  const [text, setText] = useState("");
  const found = CLIENTI.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  return (
    <ComboBox
      label="Cliente"
      value={value?.id ?? null}
      text={value?.label ?? ""}
      options={found}
      onSearch={(typed) => {
        setText(typed);
        searched(typed);
      }}
      onChange={(id, option) => {
        setValue(option);
        chosen(id);
      }}
      onCreate={created}
    />
  );
}

const spies = () => ({ chosen: vi.fn(), created: vi.fn(), searched: vi.fn() });
const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Cliente" });

test("typing asks the engine, Enter takes what it found", async () => {
  const calls = spies();
  render(<Field {...calls} />);
  await userEvent.type(field(), "bram");
  expect(calls.searched).toHaveBeenLastCalledWith("bram");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(calls.chosen).toHaveBeenCalledExactlyOnceWith("2");
  expect(field().value).toBe("Officine Brambilla S.r.l.");
  expect(calls.created).not.toHaveBeenCalled();
});

test("what nobody has yet is created from what was typed", async () => {
  const calls = spies();
  render(<Field {...calls} />);
  await userEvent.type(field(), "Nuova Edil");
  await userEvent.click(await screen.findByRole("option", { name: "Crea «Nuova Edil»" }));
  expect(calls.created).toHaveBeenCalledExactlyOnceWith("Nuova Edil");
  expect(calls.chosen).not.toHaveBeenCalled();
});

test("leaving without choosing keeps what was there", async () => {
  const calls = spies();
  render(<Field {...calls} />);
  await userEvent.type(field(), "caff{ArrowDown}{Enter}");
  expect(field().value).toBe("Caffè Perù S.n.c.");
  await userEvent.type(field(), " e altro");
  await userEvent.tab();
  expect(field().value).toBe("Caffè Perù S.n.c.");
  expect(calls.chosen).toHaveBeenCalledTimes(1);
});
