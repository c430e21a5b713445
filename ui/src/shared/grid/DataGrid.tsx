/** The one list of the window: an ARIA grid over virtual rows that the engine sorts, filters, pages and adds up. */
import type { CSSProperties, ReactNode } from "react";
import { FailureView } from "../FailureView";
import type { Column, Sort } from "./columns";
import { useWidths } from "./columns";
import { GridHeader } from "./GridHeader";
import { GridRow } from "./GridRow";
import { type Rows, type Source, useRows } from "./rows";
import type { Selection } from "./select";
import { useGrid } from "./useGrid";

/** The leading track: the check mark, or the page's margin. */
const CHECK = "52px";
const MARGIN = "16px";
const NONE: Selection = new Set();

export interface DataGridProps<Row> {
  /** Names the grid on this computer: widths and place are kept under it. */
  id: string;
  label: string;
  /** Kept in a `useMemo`: rows are drawn again when it is another. */
  columns: readonly Column<Row>[];
  source: Source<Row>;
  rowId: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  onOpen?: (row: Row) => void;
  onPreview?: (row: Row) => void;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** The filter row, above the header. */
  filters?: ReactNode;
  /** The engine's totals of what the filter finds, by column id. */
  totals?: Readonly<Record<string, ReactNode>>;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  autoFocus?: boolean;
}

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const data = useRows(props.source);
  return (
    <div className="flex h-full min-h-0 flex-col">
      {props.filters ? (
        <div className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-2">{props.filters}</div>
      ) : null}
      {data.error ? (
        <div className="p-4">
          <FailureView failure={data.error} onRetry={data.retry} />
        </div>
      ) : null}
      {data.error && data.rows.length === 0 ? null : data.total === 0 && !data.isLoading ? (
        <div className="flex min-h-0 flex-1 items-center justify-center">{props.empty}</div>
      ) : (
        <Table {...props} data={data} />
      )}
    </div>
  );
}

function Table<Row>({ data, ...props }: DataGridProps<Row> & { data: Rows<Row> }) {
  const { columns, rowId, selection = NONE, onSelect, totals } = props;
  const { resize, widthOf, template } = useWidths(props.id, columns);
  const grid = useGrid(props, data, selection);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a <table>: only the rows in sight exist
    <div
      ref={grid.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={data.total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={onSelect !== undefined}
      aria-busy={data.isLoading || data.isOld}
      aria-activedescendant={grid.isActiveInSight ? grid.activeId : undefined}
      tabIndex={0}
      onKeyDown={grid.onKeyDown}
      onScroll={grid.onScroll}
      style={{ "--tracks": template(onSelect ? CHECK : MARGIN) } as CSSProperties}
      className="group/grid relative min-h-0 flex-1 scroll-py-8 overflow-auto tabular-nums outline-none!"
    >
      {/* as wide as its columns and at least as large as the grid, so that the totals stand at the foot */}
      <div role="presentation" className="flex min-h-full w-max min-w-full flex-col">
        <GridHeader columns={columns} sort={props.sort} onSort={props.onSort} widthOf={widthOf} resize={resize} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
        <div
          role="rowgroup"
          className="relative shrink-0 grow"
          style={{ minHeight: grid.height }}
          onClick={grid.onClick}
          onDoubleClick={grid.onDoubleClick}
        >
          {grid.items.map(({ index, start }) => {
            const row = data.rows[index];
            return (
              <GridRow
                key={index}
                row={row}
                index={index}
                top={start}
                columns={columns}
                activeColumn={index === grid.active.row ? grid.active.column : null}
                isSelected={row !== undefined && selection.has(rowId(row))}
                canSelect={onSelect !== undefined}
                activeId={grid.activeId}
              />
            );
          })}
        </div>
        {totals ? <GridTotals columns={columns} totals={totals} /> : null}
      </div>
    </div>
  );
}

interface GridTotalsProps<Row> {
  columns: readonly Column<Row>[];
  totals: Readonly<Record<string, ReactNode>>;
}

function GridTotals<Row>({ columns, totals }: GridTotalsProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <div
      role="row"
      className="sticky bottom-0 z-10 grid h-8 shrink-0 grid-cols-(--tracks) items-center border-t border-line-strong bg-canvas font-medium"
    >
      <span aria-hidden="true" />
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see DataGrid
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        <div role="gridcell" key={column.id} className={`truncate px-2 ${column.align === "end" ? "text-end" : ""}`}>
          {totals[column.id]}
        </div>
      ))}
    </div>
  );
}
