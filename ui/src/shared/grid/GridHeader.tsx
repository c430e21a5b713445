import { ArrowDown, ArrowUp } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import type { Column, Sort } from "./columns";

interface GridHeaderProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  widthOf: (column: Column<Row>) => number;
  resize: (id: string, width: number) => void;
}

export function GridHeader<Row>({ columns, sort, onSort, widthOf, resize }: GridHeaderProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <div
      role="row"
      className="sticky top-0 z-10 grid h-8 shrink-0 grid-cols-(--tracks) items-stretch border-b border-line bg-surface text-sm"
    >
      <span aria-hidden="true" />
      {columns.map((column) => {
        const sorted = sort?.column === column.id ? sort.direction : undefined;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see DataGrid
          // biome-ignore lint/a11y/useFocusableInteractive: its button is what takes the focus
          <div
            role="columnheader"
            key={column.id}
            aria-sort={sorted ?? (column.sortable ? "none" : undefined)}
            className="relative flex min-w-0"
          >
            <HeaderCell
              column={column}
              sorted={sorted}
              onSort={onSort}
              onWiden={(by) => resize(column.id, widthOf(column) + by)}
            />
            <Edge width={widthOf(column)} resize={(width) => resize(column.id, width)} />
          </div>
        );
      })}
    </div>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sorted: Sort["direction"] | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  onWiden: (by: number) => void;
}

function HeaderCell<Row>({ column, sorted, onSort, onWiden }: HeaderCellProps<Row>) {
  const side = column.align === "end" ? "justify-end" : "justify-start";
  const look = `flex min-w-0 flex-1 items-center gap-1 px-2 font-medium text-ink-3 ${side}`;
  if (!column.sortable || !onSort) return <span className={look}>{column.header}</span>;
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className={`${look} -outline-offset-2! hover:text-ink ${sorted ? "text-ink" : ""}`}
      onClick={() => onSort({ column: column.id, direction: sorted === "ascending" ? "descending" : "ascending" })}
      onKeyDown={(event) => {
        if (!event.shiftKey || !event.key.startsWith("Arrow")) return;
        event.preventDefault();
        onWiden(event.key === "ArrowRight" ? 8 : event.key === "ArrowLeft" ? -8 : 0);
      }}
    >
      <span className="truncate">{column.header}</span>
      {sorted ? <Arrow size={12} className="shrink-0" aria-hidden="true" /> : null}
    </button>
  );
}

/** The edge one drags to widen a column; the keyboard does it with Shift and the arrows on the header. */
function Edge({ width, resize }: { width: number; resize: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const move = (event: PointerEvent) => {
    if (from.current) resize(from.current.width + event.clientX - from.current.x);
  };
  return (
    <span
      aria-hidden="true"
      className="absolute inset-y-1.5 right-0 z-10 w-1.5 cursor-col-resize touch-none before:absolute before:inset-y-0 before:right-0 before:w-px hover:before:bg-line-strong"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
