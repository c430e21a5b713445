import { ArrowDown, ArrowUp } from "lucide-react";
import { memo, type PointerEvent, useRef } from "react";
import type { Column, Sort } from "./columns";

interface GridHeaderProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  resize: (id: string, width: number) => void;
  /** Makes a column as wide as what stands in it. */
  onFit: (id: string) => void;
}

function Header<Row>({ columns, sort, onSort, resize, onFit }: GridHeaderProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <div
      role="row"
      className="sticky top-0 z-10 grid h-8 shrink-0 grid-cols-[inherit] items-stretch border-b border-line bg-surface text-sm"
    >
      <span aria-hidden="true" />
      {columns.map((column, c) => {
        const sorted = sort?.column === column.id ? sort.direction : undefined;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see DataGrid
          // biome-ignore lint/a11y/useFocusableInteractive: its button is what takes the focus
          <div
            role="columnheader"
            key={column.id}
            aria-colindex={c + 1}
            aria-sort={sorted ?? (column.sortable ? "none" : undefined)}
            className="relative flex min-w-0"
          >
            <HeaderCell
              column={column}
              sorted={sorted}
              onSort={onSort}
              onWiden={(to) => resize(column.id, to)}
              onFit={() => onFit(column.id)}
            />
            <Edge resize={(to) => resize(column.id, to)} onFit={() => onFit(column.id)} />
          </div>
        );
      })}
    </div>
  );
}

/** Scrolling does not touch it. */
export const GridHeader = memo(Header) as typeof Header;

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sorted: Sort["direction"] | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  onWiden: (to: number) => void;
  onFit: () => void;
}

function HeaderCell<Row>({ column, sorted, onSort, onWiden, onFit }: HeaderCellProps<Row>) {
  const side = column.align === "end" ? "justify-end" : "justify-start";
  const look = `flex min-w-0 flex-1 items-center gap-1 px-2 font-medium text-ink-3 ${side}`;
  if (!column.sortable || !onSort)
    return (
      <span className={look} title={column.header}>
        <span className="truncate">{column.header}</span>
      </span>
    );
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      title={column.header}
      className={`${look} -outline-offset-2! hover:text-ink ${sorted ? "text-ink" : ""}`}
      onClick={() => onSort({ column: column.id, direction: sorted === "ascending" ? "descending" : "ascending" })}
      onKeyDown={(event) => {
        const by = { ArrowRight: 8, ArrowLeft: -8, Enter: 0 }[event.key];
        if (!event.shiftKey || by === undefined) return;
        event.preventDefault();
        if (by === 0) onFit();
        else onWiden((event.currentTarget.parentElement?.offsetWidth ?? 0) + by);
      }}
    >
      <span className="truncate">{column.header}</span>
      {sorted ? <Arrow size={12} className="shrink-0" aria-hidden="true" /> : null}
    </button>
  );
}

/** The edge one drags; twice clicked it fits. The keyboard does it on the header: Shift with the arrows, with Enter to fit. */
function Edge({ resize, onFit }: { resize: (width: number) => void; onFit: () => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const move = (event: PointerEvent) => {
    if (from.current) resize(from.current.width + event.clientX - from.current.x);
  };
  return (
    <span
      aria-hidden="true"
      className="absolute inset-y-1.5 right-0 z-10 w-1.5 cursor-col-resize touch-none before:absolute before:inset-y-0 before:right-0 before:w-px hover:before:bg-line-strong"
      onDoubleClick={onFit}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
