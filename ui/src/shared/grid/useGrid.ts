/** What a grid remembers and does: the active cell, the place, the keys, the mouse. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type UIEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useKeys } from "../keys";
import { REM } from "../rem";
import type { After } from "./CellEditor";
import type { DataGridProps } from "./DataGrid";
import { gridKey } from "./gridKey";
import type { Rows } from "./rows";
import { type Selection, useSelect } from "./select";

const ROW = 2 * REM;
/** What stands above a list, about: rows are drawn once, not again when the grid has measured itself. */
const HEADS = 128;

interface Place {
  /** The question that the list answered. */
  under: string;
  top: number;
  row: number;
  /** The active row itself, which may stand elsewhere when one comes back. */
  id: string | undefined;
}

/** Where each grid was when it was left, so that coming back finds the same place. */
const places = new Map<string, Place>();

/** The place to begin at: where the list was left, shifted by as much as its row moved meanwhile. */
function placeOf(grid: string, under: string, indexOf: (id: string) => number): Place {
  const left = places.get(grid);
  if (left?.under !== under) return { under, top: 0, row: 0, id: undefined };
  const now = left.id === undefined ? -1 : indexOf(left.id);
  return now === -1 ? left : { ...left, row: now, top: Math.max(0, left.top + (now - left.row) * ROW) };
}

export function useGrid<Row>(props: DataGridProps<Row>, data: Rows<Row>, selection: Selection) {
  const { id, arrangement, rowId, onOpen, onPreview, onSelect, totals } = props;
  const { columns } = arrangement;
  const { rows, total, want } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const activeId = useId();
  const under = JSON.stringify(props.source.key);
  const [start] = useState(() => placeOf(id, under, (wanted) => rows.findIndex((row) => rowId(row) === wanted)));
  const place = useRef(start);
  const [active, setActive] = useState({ row: start.row, column: 0 });
  const [isEditing, setEditing] = useState(false);
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
    initialOffset: start.top,
    initialRect: { width: innerWidth, height: innerHeight - HEADS },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(Math.max(last, active.row)), [want, last, active.row]);
  useLayoutEffect(() => {
    if (active.row >= total && total > 0) setActive((cell) => ({ ...cell, row: total - 1 }));
  }, [active.row, total]);
  // another question begins at its first row
  useLayoutEffect(() => {
    if (place.current.under === under) return;
    place.current = { under, top: 0, row: 0, id: undefined };
    setActive((cell) => ({ ...cell, row: 0 }));
    setEditing(false);
    scroller.current?.scrollTo?.({ top: 0 });
  }, [under]);
  useEffect(() => {
    if (props.autoFocus) scroller.current?.focus();
  }, [props.autoFocus]);
  useEffect(() => {
    const here = rows[active.row];
    place.current = { ...place.current, row: active.row, id: here === undefined ? undefined : rowId(here) };
  }, [active.row, rows, rowId]);
  useEffect(() => () => void places.set(id, place.current), [id]);

  const showActive = () => document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  const moveTo = (row: number, column: number) => {
    setActive({ row, column });
    virtual.scrollToIndex(row);
    if (column !== active.column) requestAnimationFrame(showActive); // it may lie beyond the edge
  };
  const canEdit = (row: number, column: number) => rows[row] !== undefined && columns[column]?.edit !== undefined;
  const edit = () => setEditing(canEdit(active.row, active.column));
  const edited = (after: After) => {
    setEditing(false);
    if (after === "below" && active.row + 1 < total) moveTo(active.row + 1, active.column);
    const next = columns.findIndex((column, c) => c > active.column && column.edit !== undefined);
    if (after === "next" && next !== -1) {
      moveTo(active.row, next);
      setEditing(true);
    } else scroller.current?.focus();
  };
  const onRow = (index: number, act: ((row: Row) => void) | undefined) => {
    const row = rows[index];
    if (row !== undefined) act?.(row);
  };
  // heard with the focus anywhere on the page, and listed by `?`
  useKeys({
    ...(onOpen ? { open: () => onRow(active.row, onOpen) } : {}),
    ...(onPreview ? { preview: () => onRow(active.row, onPreview) } : {}),
    ...Object.fromEntries(
      Object.entries(props.rowKeys ?? {}).map(([verb, act]) => [verb, () => onRow(active.row, act)]),
    ),
  });
  const onKeyDown = gridKey({
    active,
    total,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 640) / ROW) - 2),
    moveTo,
    select,
    selectAll: async () => select.replace(await (props.allIds?.() ?? data.all().then((all) => all.map(rowId)))),
    open: () => onRow(active.row, onOpen),
    preview: () => onRow(active.row, onPreview),
    edit: canEdit(active.row, active.column) ? edit : null,
    hasSelection: selection.size > 0,
    canSelect: onSelect !== undefined,
  });
  /** The cell under the mouse; no column where the check mark is. */
  const cellAt = (target: EventTarget) => {
    const closest = (name: string) => (target as HTMLElement).closest(`[${name}]`)?.getAttribute(name);
    const row = items.find(({ index }) => `${index + 2}` === closest("aria-rowindex"))?.index;
    const column = columns.findIndex((_, c) => `${c + 1}` === closest("aria-colindex"));
    return row === undefined ? null : { row, column: column === -1 ? null : column };
  };
  const onClick = (event: MouseEvent) => {
    const at = cellAt(event.target);
    if (!at) return;
    setActive({ row: at.row, column: at.column ?? 0 });
    if (event.shiftKey) select.stretch(at.row);
    else if (at.column === null || event.ctrlKey || event.metaKey) select.toggle(at.row);
    else select.moveAnchor(at.row);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = cellAt(event.target);
    if (!at || at.column === null) return;
    if (canEdit(at.row, at.column)) setEditing(true);
    else onRow(at.row, onOpen);
  };
  return {
    scroller,
    activeId,
    active,
    items,
    isEditing,
    edited,
    isActiveInSight: items.some(({ index }) => index === active.row),
    height: virtual.getTotalSize(),
    onKeyDown,
    onClick,
    onDoubleClick,
    onScroll: (event: UIEvent<HTMLElement>) => {
      place.current = { ...place.current, top: event.currentTarget.scrollTop };
    },
  };
}
