/** The keys of a line: Enter walks on and takes a line typed in one go, Alt moves it. */
import type { KeyboardEvent } from "react";
import type { RigaDraft } from "../../ipc/generated";
import { focusField } from "../../shared/problems";
import { sayFailure } from "../../shared/toast";
import { isOpen, ofProduct, understood } from "./capita";
import type { RigaProps } from "./Riga";

/** The fields that Enter walks through; Tab reaches all. */
const WALK = ["descrizione", "quantita", "prezzo"] as const;

/** With Alt: up, down, away. */
const MOVES: readonly string[] = ["ArrowUp", "ArrowDown", "Backspace"];

export function useTasti({ index, riga, prezziIvati, isLast, actions }: RigaProps) {
  /** The first field that the line still lacks, or the next line. */
  const walkOn = (line: Partial<RigaDraft>) => {
    const lacking = WALK.find((key) => !line[key]);
    focusSoon(lacking ? `righe.${index}.${lacking}` : `righe.${index + 1}.descrizione`);
  };
  const choose = async (id: string, typed: string) => {
    try {
      const line = await ofProduct(id, typed, riga, prezziIvati);
      actions.put(index, line);
      walkOn({ ...line, prezzo: "" });
    } catch (reason) {
      sayFailure(reason); // the words stay as typed
    }
  };
  const take = async (isEnter: boolean) => {
    const line = await understood(riga, prezziIvati).catch(() => null); // words are words, then
    if (line) actions.put(index, line);
    if (isEnter && line?.prezzo) focusSoon(`righe.${index + 1}.descrizione`);
    else if (isEnter) focusSoon(`righe.${index}.quantita`);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement)) return;
    if (event.altKey) {
      if (isLast || !MOVES.includes(key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "Backspace") actions.remove(index);
      else actions.move(index, key === "ArrowUp" ? index - 1 : index + 1);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || (key !== "Enter" && key !== "Tab")) return;
    const path = target.closest("[data-field]")?.getAttribute("data-field") ?? "";
    const name = path.slice(path.lastIndexOf(".") + 1);
    const isChoosing = target.getAttribute("aria-activedescendant") !== null;
    if (name === "descrizione" && isChoosing && key === "Enter") return; // the list takes it, then `choose` walks on
    if (name === "descrizione" && isOpen(riga)) void take(key === "Enter");
    else if (key === "Enter") focusSoon(nextPath(index, name));
  };
  return { onKey, choose: (id: string, typed: string) => void choose(id, typed) };
}

/** Once the line stands on the page. */
function focusSoon(path: string): void {
  setTimeout(() => focusField(path), 0);
}

function nextPath(index: number, key: string): string {
  const step = (WALK as readonly string[]).indexOf(key);
  const next = WALK[step + 1];
  return step >= 0 && next ? `righe.${index}.${next}` : `righe.${index + 1}.descrizione`;
}
