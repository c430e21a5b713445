import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Handlers, keycaps, listen, spoken, useKeys } from "./keys";
import { Select } from "./Select";

function Page({ handlers, modal = false }: { handlers: Handlers; modal?: boolean }) {
  useKeys(handlers, modal);
  return <input aria-label="campo" />;
}

let stop: () => void;
beforeEach(() => {
  stop = listen(window);
});
afterEach(() => stop());

test("letters act on the page but not while one types; chords act everywhere", async () => {
  const made = vi.fn();
  const saved = vi.fn();
  const { getByRole } = render(<Page handlers={{ new: made, save: saved }} />);
  await userEvent.keyboard("n");
  expect(made).toHaveBeenCalledTimes(1);
  await userEvent.type(getByRole("textbox"), "n");
  expect(made).toHaveBeenCalledTimes(1);
  await userEvent.keyboard("{F1}{Control>}s{/Control}{F2}");
  expect(made).toHaveBeenCalledTimes(2);
  expect(saved).toHaveBeenCalledTimes(2);
});

test("in a list of choices a letter jumps to a choice", async () => {
  const made = vi.fn();
  render(
    <>
      <Page handlers={{ new: made }} />
      <Select label="Aliquota" value="a" onChange={() => {}} options={[{ id: "a", label: "22%" }]} />
    </>,
  );
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement?.tagName).toBe("BUTTON");
  await userEvent.keyboard("n");
  expect(made).not.toHaveBeenCalled();
});

test("the size changes over a dialog too", async () => {
  const larger = vi.fn();
  render(<Page handlers={{ zoom_in: larger }} />);
  render(<Page handlers={{ save: vi.fn() }} modal />);
  await userEvent.keyboard("{Control>}+{/Control}{Control>}={/Control}");
  expect(larger).toHaveBeenCalledTimes(2);
  expect(keycaps("Mod++", "it")).toEqual(["Ctrl", "+"]);
  expect(keycaps("Mod+Enter", "it")).toEqual(["Ctrl", "Invio"]);
  expect(keycaps("Mod+Enter", "en")).toEqual(["Ctrl", "Enter"]);
});

test("a dialog keeps the keys from the page below", async () => {
  const below = vi.fn();
  const above = vi.fn();
  const page = render(<Page handlers={{ save: below, new: below }} />);
  const dialog = render(<Page handlers={{ save: above }} modal />);
  await userEvent.keyboard("{F2}{F1}");
  expect(above).toHaveBeenCalledTimes(1);
  expect(below).not.toHaveBeenCalled();
  expect(spoken()).toEqual(["save"]);
  dialog.unmount();
  await userEvent.keyboard("{F2}");
  expect(below).toHaveBeenCalledTimes(1);
  page.unmount();
  expect(spoken()).toEqual([]);
});
