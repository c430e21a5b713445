/** What a grid remembers and does: the active cell, the place, the keys, the mouse. */
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type UIEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { OF_ROWS, useHold } from "../hold";
import { useKeys } from "../keys";
import { sayFailure } from "../toast";
import type { After } from "./CellEditor";
import type { DataGridProps } from "./DataGrid";
import { OPENS_CHOICES } from "./GridRow";
import { gridKey, type Press } from "./gridKey";
import { leave, placeOf, ROW } from "./places";
import type { Rows } from "./rows";
import { type Selection, useSelect } from "./select";

/** Rows fetched before one gets to them; with those in sight they are fewer than the first page has. */
const AHEAD = 32;
/** Rows drawn beyond the edges, so that a step of the wheel finds them there. */
const BEYOND = 6;
/** What stands above a list, about: rows are drawn once, not again when the grid has measured itself. */
const HEADS = 128;

export function useGrid<Row>(props: DataGridProps<Row>, data: Rows<Row>, selection: Selection) {
  const { id, arrangement, rowId, onOpen, onPreview, onSelect, totals } = props;
  const { columns } = arrangement;
  const { at, here, total, look } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const activeId = useId();
  const under = JSON.stringify(props.source.key);
  const [start] = useState(() =>
    placeOf(id, under, (wanted) => here().find(([, row]) => rowId(row) === wanted)?.[0] ?? -1),
  );
  const place = useRef(start);
  const [active, setActive] = useState({ row: start.row, column: 0 });
  const [isEditing, setEditing] = useState(false);
  const idsBetween = async (from: number, to: number) => (await data.between(from, to)).map(rowId);
  const select = useSelect(selection, onSelect, {
    under,
    idAt: (index) => idOf(at(index)),
    between: idsBetween,
    all: props.allIds ?? (() => idsBetween(0, Infinity)),
  });
  const idOf = (row: Row | undefined) => (row === undefined ? undefined : rowId(row));
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
    useFlushSync: false, // React 19 refuses it while it draws
    scrollPaddingStart: ROW,
    scrollPaddingEnd: totals ? ROW : 0,
    initialOffset: start.top,
    initialRect: { width: innerWidth, height: innerHeight - HEADS },
  });
  const indices = virtual.getVirtualItems().map(({ index }) => index);
  const [first = 0, last = 0] = [indices[0], indices.at(-1)];
  const looked = useRef(under);
  useEffect(() => {
    // another question, and the list is not at its first row yet: the rows one looked at are not asked about
    const isLeaving = looked.current !== under && first > 0;
    looked.current = under;
    if (isLeaving) return;
    look([Math.max(0, first - AHEAD), first, last, Math.min(last + AHEAD, total - 1), active.row]);
  }, [look, under, first, last, total, active.row]);
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
  const activeRow = at(active.row);
  useEffect(() => {
    place.current = {
      ...place.current,
      row: active.row,
      id: activeRow === undefined ? undefined : rowId(activeRow),
    };
  }, [active.row, activeRow, rowId]);
  useEffect(() => () => leave(id, place.current), [id]);

  const showActive = () => document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  const moveTo = (row: number, column: number) => {
    setActive({ row, column });
    virtual.scrollToIndex(row);
    if (column !== active.column) requestAnimationFrame(showActive); // it may lie beyond the edge
  };
  const canWrite = (row: number, column: number) => at(row) !== undefined && columns[column]?.edit !== undefined;
  const canEdit = (index: number, column: number) => {
    const row = at(index);
    return canWrite(index, column) || (row !== undefined && (columns[column]?.choices?.(row) ?? []).length > 0);
  };
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
  /** Acts on a row; one that is not here yet is fetched first. */
  const onRow = (index: number, act: ((row: Row) => void) | undefined) => {
    const row = at(index);
    if (row !== undefined) return act?.(row);
    const isAsked = () => scroller.current !== null && place.current.under === under;
    void data
      .between(index, index)
      .then(([fetched]) => fetched !== undefined && isAsked() && act?.(fetched), sayFailure);
  };
  // heard with the focus anywhere on the page, and listed by `?`
  useKeys({
    ...(onOpen ? { open: () => onRow(active.row, onOpen) } : {}),
    ...(onPreview ? { preview: () => onRow(active.row, onPreview) } : {}),
    ...Object.fromEntries(
      Object.entries(props.rowKeys ?? {}).map(([verb, act]) => [verb, () => onRow(active.row, act)]),
    ),
  });
  // keys for rows that are on their way wait for them
  const hasFailed = data.error !== null;
  const isComing = (data.isLoading || data.isOld) && !hasFailed;
  const [early, setEarly] = useState<readonly Press[]>([]);
  useHold(OF_ROWS, isComing, hasFailed);
  const press = gridKey({
    active,
    total,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 640) / ROW) - 2),
    moveTo,
    select,
    open: () => onRow(active.row, onOpen),
    preview: () => onRow(active.row, onPreview),
    edit: canEdit(active.row, active.column) ? edit : null,
    hasSelection: () => selection.size > 0 || select.coming() !== null,
    canSelect: onSelect !== undefined,
    later: isComing ? (one) => setEarly((before) => [...before, one]) : null,
  });
  useLayoutEffect(() => {
    const [first, ...rest] = early;
    if (!first || isComing) return;
    setEarly(hasFailed ? [] : rest);
    if (!hasFailed) press(first);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (press({ key: event.key, mod: event.ctrlKey || event.metaKey, shift: event.shiftKey })) event.preventDefault();
  };
  /** The cell under the mouse; no column where the check mark is. */
  const cellAt = (target: EventTarget) => {
    const closest = (name: string) => (target as HTMLElement).closest(`[${name}]`)?.getAttribute(name);
    const row = indices.find((index) => `${index + 2}` === closest("aria-rowindex"));
    const column = columns.findIndex((_, c) => `${c + 1}` === closest("aria-colindex"));
    return row === undefined ? null : { row, column: column === -1 ? null : column };
  };
  const onClick = (event: MouseEvent) => {
    const at = cellAt(event.target);
    if (!at) return;
    setActive({ row: at.row, column: at.column ?? 0 });
    if ((event.target as HTMLElement).closest(`[${OPENS_CHOICES}]`)) return setEditing(true);
    if (event.shiftKey) select.stretch(at.row);
    else if (at.column === null || event.ctrlKey || event.metaKey) select.toggle(at.row);
    else select.moveAnchor(at.row);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = cellAt(event.target);
    if (!at || at.column === null) return;
    if (canWrite(at.row, at.column)) setEditing(true);
    else onRow(at.row, onOpen);
  };
  return {
    scroller,
    activeId,
    active,
    indices,
    isEditing,
    edited,
    isActiveInSight: indices.includes(active.row),
    height: total * ROW,
    choosing: select.coming,
    onKeyDown,
    onClick,
    onDoubleClick,
    onScroll: (event: UIEvent<HTMLElement>) => {
      place.current = { ...place.current, top: event.currentTarget.scrollTop };
    },
  };
}
