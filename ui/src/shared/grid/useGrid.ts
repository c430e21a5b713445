/** What a grid remembers and does: the active cell, the place, the keys, the mouse. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type UIEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useKeys } from "../keys";
import type { DataGridProps } from "./DataGrid";
import { gridKey } from "./gridKey";
import type { Rows } from "./rows";
import { type Selection, useSelect } from "./select";

const ROW = 32;
/** What stands above a list, about: rows are drawn once, not again when the grid has measured itself. */
const HEADS = 128;

/** Where each grid was when it was left, so that coming back finds the same place. */
const places = new Map<string, { top: number; row: number }>();

export function useGrid<Row>(props: DataGridProps<Row>, data: Rows<Row>, selection: Selection) {
  const { id, columns, rowId, onOpen, onPreview, onSelect, totals } = props;
  const { rows, total, want, all } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const activeId = useId();
  const place = useRef(places.get(id) ?? { top: 0, row: 0 }).current;
  const [active, setActive] = useState({ row: place.row, column: 0 });
  const select = useSelect(selection, onSelect, (index) =>
    rows[index] === undefined ? undefined : rowId(rows[index]),
  );
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    useFlushSync: false, // React 19 refuses it while it draws
    scrollPaddingStart: ROW,
    scrollPaddingEnd: totals ? ROW : 0,
    initialOffset: place.top,
    initialRect: { width: innerWidth, height: innerHeight - HEADS },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(Math.max(last, active.row)), [want, last, active.row]);
  useLayoutEffect(() => {
    if (active.row >= total && total > 0) setActive((cell) => ({ ...cell, row: total - 1 }));
  }, [active.row, total]);
  useEffect(() => {
    if (props.autoFocus) scroller.current?.focus();
  }, [props.autoFocus]);
  place.row = active.row;
  useEffect(() => () => void places.set(id, place), [id, place]);

  /** The cell under the mouse; no column where the check mark is. */
  const cellAt = (target: EventTarget) => {
    const closest = (name: string) => (target as HTMLElement).closest(`[${name}]`)?.getAttribute(name);
    const row = items.find(({ index }) => `${index + 2}` === closest("aria-rowindex"))?.index;
    const column = columns.findIndex((_, c) => `${c + 1}` === closest("aria-colindex"));
    return row === undefined ? null : { row, column: column === -1 ? null : column };
  };
  const showActive = () => document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  const onRow = (index: number, act: ((row: Row) => void) | undefined) => {
    const row = rows[index];
    if (row !== undefined) act?.(row);
  };
  // heard with the focus anywhere on the page, and listed by `?`
  useKeys({
    ...(onOpen ? { open: () => onRow(active.row, onOpen) } : {}),
    ...(onPreview ? { preview: () => onRow(active.row, onPreview) } : {}),
  });
  const onKeyDown = gridKey({
    active,
    total,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 640) / ROW) - 2),
    moveTo: (row, column) => {
      setActive({ row, column });
      virtual.scrollToIndex(row);
      if (column !== active.column) requestAnimationFrame(showActive); // it may lie beyond the edge
    },
    select,
    selectAll: async () => select.replace((await all()).map(rowId)),
    open: () => onRow(active.row, onOpen),
    preview: () => onRow(active.row, onPreview),
    hasSelection: selection.size > 0,
    canSelect: onSelect !== undefined,
  });
  const onClick = (event: MouseEvent) => {
    const at = cellAt(event.target);
    if (!at) return;
    setActive({ row: at.row, column: at.column ?? 0 });
    if (event.shiftKey) select.stretch(at.row);
    else if (at.column === null || event.ctrlKey || event.metaKey) select.toggle(at.row);
    else select.moveAnchor(at.row);
  };
  return {
    scroller,
    activeId,
    active,
    items,
    isActiveInSight: items.some(({ index }) => index === active.row),
    height: virtual.getTotalSize(),
    onKeyDown,
    onClick,
    onDoubleClick: (event: MouseEvent) => {
      const at = cellAt(event.target);
      if (at && at.column !== null) onRow(at.row, onOpen);
    },
    onScroll: (event: UIEvent<HTMLElement>) => {
      place.top = event.currentTarget.scrollTop;
    },
  };
}
