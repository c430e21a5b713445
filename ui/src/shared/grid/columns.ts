import { type ReactNode, useCallback, useState } from "react";
import { recall, remember } from "../settings";

export interface Column<Row> {
  id: string;
  header: string;
  /** Pixels at first; the person may drag it. */
  width: number;
  align?: "start" | "end";
  sortable?: boolean;
  /** Takes the room that is left; without any the last column does. */
  grow?: boolean;
  /** What a row is known by: a little heavier. */
  main?: boolean;
  /** The cell in words: what is shown, copied, and told where it is cut. */
  text: (row: Row) => string;
  /** Where words alone do not serve. */
  cell?: (row: Row) => ReactNode;
}

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

const NARROWEST = 48;

/** Column widths, kept on this computer under the grid's id. */
export function useWidths<Row>(grid: string, columns: readonly Column<Row>[]) {
  const store = `grid.${grid}.widths`;
  const [own, setOwn] = useState<Record<string, number>>(() => recall(store) ?? {});
  const widthOf = (column: Column<Row>) => own[column.id] ?? column.width;
  const resize = useCallback(
    (id: string, width: number) =>
      setOwn((before) => {
        const next = { ...before, [id]: Math.max(NARROWEST, Math.round(width)) };
        remember(store, next);
        return next;
      }),
    [store],
  );
  // one column takes what is left, so that a row always reaches the edge
  const wanted = columns.findIndex((column) => column.grow);
  const growing = wanted === -1 ? columns.length - 1 : wanted;
  const track = (column: Column<Row>, i: number) =>
    i === growing ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`;
  const template = (lead: string) => [lead, ...columns.map(track), "16px"].join(" ");
  return { widthOf, resize, template };
}
