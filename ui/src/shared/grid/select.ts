import { useRef } from "react";

export type Selection = ReadonlySet<string>;

/** Selecting rows by their ids: one, one more, a stretch from the last anchor. */
export function useSelect(
  selection: Selection,
  onChange: ((selection: Selection) => void) | undefined,
  idAt: (index: number) => string | undefined,
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
      const next = new Set(selection);
      for (let i = from; i <= to; i++) {
        const id = idAt(i);
        if (id !== undefined) next.add(id);
      }
      onChange(next);
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
