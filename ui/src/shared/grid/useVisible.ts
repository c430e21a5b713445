/** The rows in sight. All rows are of one height, so their places are reckoned, not measured. */
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { ROW } from "./places";

/** Rows drawn beyond the edges, so that a step of the wheel finds them there. */
const BEYOND = 6;
/** What stands above a list, about: rows are drawn once, not again when the grid has measured itself. */
const HEADS = 128;

interface Range {
  first: number;
  /** One past the last. */
  end: number;
}

function rangeOf(top: number, height: number): Range {
  return { first: Math.max(0, Math.floor(top / ROW) - BEYOND), end: Math.ceil((top + height) / ROW) + BEYOND };
}

export interface Visible {
  /** Indices of the rows to draw. */
  indices: readonly number[];
  /** The grid was scrolled. */
  onScroll: () => void;
  /** Scrolls as little as brings a row into sight. */
  reveal: (index: number) => void;
}

/** `feet`: pixels at the foot that a line of totals covers. */
export function useVisible(scroller: RefObject<HTMLElement | null>, total: number, top: number, feet: number): Visible {
  const [range, setRange] = useState(() => rangeOf(top, innerHeight - HEADS));
  const onScroll = useCallback(() => {
    const grid = scroller.current;
    if (!grid) return;
    const next = rangeOf(grid.scrollTop, grid.clientHeight);
    setRange((now) => (now.first === next.first && now.end === next.end ? now : next));
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where the list was left
  useLayoutEffect(() => {
    if (top > 0) scroller.current?.scrollTo?.({ top });
  }, []);
  useLayoutEffect(() => {
    const grid = scroller.current;
    if (!grid || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(onScroll);
    watch.observe(grid);
    return () => watch.disconnect();
  }, [scroller, onScroll]);
  const reveal = (index: number) => {
    const grid = scroller.current;
    if (!grid) return;
    // the header, as high as a row, stands before the rows and over the first of those in sight
    const highest = index * ROW;
    const lowest = (index + 2) * ROW + feet - grid.clientHeight;
    const to = Math.max(lowest, Math.min(highest, grid.scrollTop));
    if (to !== grid.scrollTop) grid.scrollTo?.({ top: to });
  };
  const end = Math.min(range.end, total);
  const first = Math.min(range.first, Math.max(0, end - 1));
  return { indices: Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i), onScroll, reveal };
}
