import { useRef } from "react";
import { sayFailure } from "../toast";

export type Selection = ReadonlySet<string>;

interface Ids {
  /** The id of a row that is here. */
  idAt: (index: number) => string | undefined;
  /** Ids of all rows from one to another, fetched where they are not here. */
  between: (from: number, to: number) => Promise<readonly string[]>;
}

/** Selecting rows by their ids: one, one more, a stretch from the last anchor. */
export function useSelect(
  selection: Selection,
  onChange: ((selection: Selection) => void) | undefined,
  { idAt, between }: Ids,
) {
  const anchor = useRef(0);
  return {
    toggle(index: number) {
      const id = idAt(index);
      if (id === undefined || !onChange) return;
      anchor.current = index;
      const next = new Set(selection);
      if (!next.delete(id)) next.add(id);
      onChange(next);
    },
    stretch(index: number) {
      if (!onChange) return;
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      const add = (ids: readonly (string | undefined)[]) =>
        onChange(new Set([...selection, ...ids.filter((id) => id !== undefined)]));
      const ids = Array.from({ length: to - from + 1 }, (_, i) => idAt(from + i));
      if (ids.includes(undefined)) void between(from, to).then(add, sayFailure);
      else add(ids);
    },
    clear() {
      onChange?.(new Set());
    },
    replace(ids: Iterable<string>) {
      onChange?.(new Set(ids));
    },
    moveAnchor(index: number) {
      anchor.current = index;
    },
  };
}
