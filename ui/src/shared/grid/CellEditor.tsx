import { type KeyboardEvent, useRef, useState } from "react";
import { sayFailure } from "../toast";

/** Where to go once a cell is written: the row below, the next cell that can be written, or nowhere. */
export type After = "below" | "next" | "stay";

interface CellEditorProps {
  label: string;
  entry: string;
  align: "start" | "end" | undefined;
  save: (text: string) => Promise<unknown>;
  onDone: (after: After) => void;
}

/** A cell being written, as in a spreadsheet: Enter keeps and goes down, Tab keeps and goes on, Escape leaves it as it was. */
export function CellEditor({ label, entry, align, save, onDone }: CellEditorProps) {
  const [text, setText] = useState(entry);
  const [isRefused, setRefused] = useState(false);
  const isBusy = useRef(false);
  const keep = async (after: After) => {
    if (isBusy.current) return;
    if (text.trim() === entry.trim()) return onDone(after);
    isBusy.current = true;
    try {
      await save(text);
      onDone(after);
    } catch (reason) {
      setRefused(true);
      sayFailure(reason);
    } finally {
      isBusy.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation(); // neither the grid nor the page hears what is typed here
    const after = ({ Enter: "below", Tab: "next" } as const)[event.key];
    if (event.key === "Escape") onDone("stay");
    else if (after) {
      event.preventDefault();
      void keep(after);
    }
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it opens because one asked to write here
      autoFocus
      aria-label={label}
      aria-invalid={isRefused}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void keep("stay")}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      className={`h-full w-full bg-raised px-2 -outline-offset-2! outline-2 outline-accent-ink aria-invalid:outline-bad ${align === "end" ? "text-end" : ""}`}
    />
  );
}
