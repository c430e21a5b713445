/** The columns of a list, and how the person arranged them on this computer. */
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { MenuAction } from "../Menu";
import { REM } from "../rem";
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
  /** Not shown until chosen. */
  hidden?: boolean;
  /** The cell in words: what is shown, copied, and told where it is cut. */
  text: (row: Row) => string;
  /** Where words alone do not serve. */
  cell?: (row: Row) => ReactNode;
  /** Lets the cell be written in place. */
  edit?: Edit<Row>;
  /** Lets one choose what becomes of the cell, from a menu beside it; none where there is nothing to choose. */
  choices?: (row: Row) => readonly MenuAction[];
}

export interface Edit<Row> {
  /** What stands in the field at first. */
  entry: (row: Row) => string;
  /** Keeps what was typed; a refusal leaves the field open. */
  save: (row: Row, text: string) => Promise<unknown>;
}

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

/** What the person changed; the rest is as the list has it at first. */
export interface Layout {
  widths: Readonly<Record<string, number>>;
  /** Ids from left to right; columns that it does not name come after. */
  order: readonly string[];
  shown: Readonly<Record<string, boolean>>;
}

export interface Arrangement<Row> {
  layout: Layout;
  put: (layout: Layout) => void;
  /** Every column in its order. */
  all: readonly Column<Row>[];
  /** Those that are shown. */
  columns: readonly Column<Row>[];
  resize: (id: string, width: number) => void;
  show: (id: string, isShown: boolean) => void;
  /** One place to the left or to the right. */
  move: (id: string, by: -1 | 1) => void;
}

export const AT_FIRST: Layout = { widths: {}, order: [], shown: {} };
const NARROWEST = 48;
const WIDEST = 800;

/** Keeps order, choice and widths under the list's name. */
export function useArrangement<Row>(list: string, known: readonly Column<Row>[]): Arrangement<Row> {
  const store = `grid.${list}`;
  const [layout, setLayout] = useState<Layout>(() => ({ ...AT_FIRST, ...recall<Partial<Layout>>(store) }));
  const change = useCallback(
    (how: (before: Layout) => Layout) =>
      setLayout((before) => {
        const next = how(before);
        remember(store, next);
        return next;
      }),
    [store],
  );
  const { order, shown } = layout;
  const all = useMemo(() => {
    const rank = (column: Column<Row>) => (order.includes(column.id) ? order.indexOf(column.id) : order.length);
    return [...known].sort((a, b) => rank(a) - rank(b));
  }, [known, order]);
  const columns = useMemo(() => all.filter((column) => shown[column.id] ?? !column.hidden), [all, shown]);
  const put = useCallback((next: Layout) => change(() => next), [change]);
  const resize = useCallback(
    (id: string, width: number) =>
      change((before) => ({
        ...before,
        widths: { ...before.widths, [id]: Math.min(Math.max(NARROWEST, Math.round(width)), WIDEST) },
      })),
    [change],
  );
  const show = (id: string, isShown: boolean) =>
    change((before) => ({ ...before, shown: { ...before.shown, [id]: isShown } }));
  const move = (id: string, by: -1 | 1) => {
    const ids = all.map((column) => column.id);
    const from = ids.indexOf(id);
    const other = ids[from + by];
    if (other === undefined) return;
    ids[from] = other;
    ids[from + by] = id;
    change((before) => ({ ...before, order: ids }));
  };
  return { layout, put, all, columns, resize, show, move };
}

/** Columns that nobody dragged are as much wider as the letters are. */
const SCALE = REM / 16;
/** About the width of a character of a total, in pixels. */
const CHARACTER = 7.6;
const SIDES = 16;

/** Wider than this no column grows: on a very wide screen the eye would lose its row. */
const GROWN = 560;

/** The tracks of a row: one column takes what is left, as far as that helps, so that a row always reaches the edge; where
 * nobody dragged it, a column is wide enough for its total. */
export function tracks<Row>(
  layout: Layout,
  columns: readonly Column<Row>[],
  lead: string,
  totals: Readonly<Record<string, string>> = {},
): string {
  const wanted = columns.findIndex((column) => column.grow);
  const growing = wanted === -1 ? columns.length - 1 : wanted;
  const needed = ({ id, align, width }: Column<Row>) =>
    SCALE * (align === "end" ? Math.max(width, Math.ceil((totals[id]?.length ?? 0) * CHARACTER) + SIDES) : width);
  const widths = columns.map((column) => layout.widths[column.id] ?? needed(column));
  const track = (width: number, i: number) => (i === growing ? `minmax(${width}px, 1fr)` : `${width}px`);
  // what the growing column leaves over is empty, after all columns
  const full = widths.reduce((sum, width, i) => sum + (i === growing ? Math.max(width, GROWN) : width), 0);
  return [lead, ...widths.map(track), `max(16px, 100cqw - ${lead} - ${full}px)`].join(" ");
}
