/** The one list of the window: an ARIA grid over virtual rows that the engine sorts, filters, pages and adds up. */
import { type ClipboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureView } from "../FailureView";
import type { Verb } from "../keys";
import { sayFailure, toast } from "../toast";
import { type Arrangement, type Column, type Sort, tracks } from "./columns";
import { putOnClipboard } from "./copy";
import { GridHeader } from "./GridHeader";
import { GridRow } from "./GridRow";
import { leftAt, ROW } from "./places";
import { type Rows, type Source, useRows } from "./rows";
import type { Selection } from "./select";
import { useGrid } from "./useGrid";

/** The leading track: the check mark, or the page's margin. */
const CHECK = "3.25rem";
const MARGIN = "1rem";
const NONE: Selection = new Set();

export interface DataGridProps<Row> {
  /** Names the grid on this computer: its place is kept under it. */
  id: string;
  label: string;
  arrangement: Arrangement<Row>;
  source: Source<Row>;
  rowId: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  onOpen?: (row: Row) => void;
  onPreview?: (row: Row) => void;
  /** What further keys do with the active row. */
  rowKeys?: Readonly<Partial<Record<Verb, (row: Row) => void>>>;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** Ids of all rows, so that choosing all need not fetch them. */
  allIds?: () => Promise<readonly string[]>;
  /** The filter row, above the header. */
  filters?: ReactNode;
  /** The engine's totals of what the filter finds, by column id. */
  totals?: Readonly<Record<string, string>>;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  autoFocus?: boolean;
}

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const [left] = useState(() => leftAt(props.id, JSON.stringify(props.source.key)));
  const data = useRows(props.source, left && [Math.floor(left.top / ROW), left.row]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      {props.filters ? (
        <div className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-2">{props.filters}</div>
      ) : null}
      {data.error ? (
        <div className="px-6 py-4">
          <FailureView failure={data.error} onRetry={data.retry} />
        </div>
      ) : null}
      {data.error && data.at(0) === undefined ? null : data.total === 0 && !data.isLoading ? (
        <div className="flex min-h-0 flex-1 items-center justify-center">{props.empty}</div>
      ) : (
        <Table {...props} data={data} />
      )}
    </div>
  );
}

function Table<Row>({ data, ...props }: DataGridProps<Row> & { data: Rows<Row> }) {
  const { t } = useTranslation("shared");
  const { arrangement, rowId, selection = NONE, onSelect, totals } = props;
  const { columns, layout, resize } = arrangement;
  const grid = useGrid(props, data, selection);
  const { scroller } = grid;
  const onCopy = useCopy(props, data, selection, grid);
  useEffect(() => {
    const element = scroller.current;
    const allow = (event: Event) => event.preventDefault(); // says that there is something to copy though no text is marked
    element?.addEventListener("beforecopy", allow);
    return () => element?.removeEventListener("beforecopy", allow);
  }, [scroller]);
  const fit = useCallback(
    (id: string) => {
      const c = columns.findIndex((column) => column.id === id) + 1;
      const cells = [...(scroller.current?.querySelectorAll(`[aria-colindex="${c}"]`) ?? [])];
      const widths = cells.map((cell) => contentWidth(cell.querySelector("button,span") ?? cell, cell));
      if (widths.length > 0) resize(id, Math.max(...widths) + PADDING);
    },
    [columns, resize, scroller],
  );
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
      onCopy={onCopy}
      className="group/grid @container relative min-h-0 flex-1 scroll-py-8 overflow-auto tabular-nums outline-none!"
    >
      {/* as wide as its columns and at least as large as the grid, so that the totals stand at the foot */}
      <div
        role="presentation"
        style={{ gridTemplateColumns: tracks(layout, columns, onSelect ? CHECK : MARGIN, totals) }}
        className="flex min-h-full w-max min-w-full flex-col"
      >
        <GridHeader columns={columns} sort={props.sort} onSort={props.onSort} resize={resize} onFit={fit} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
        <div
          role="rowgroup"
          className="relative shrink-0 grow grid-cols-[inherit]"
          style={{ minHeight: grid.height }}
          onClick={grid.onClick}
          onDoubleClick={grid.onDoubleClick}
        >
          {grid.indices.map((index) => {
            const row = data.at(index);
            return (
              <GridRow
                key={index}
                row={row}
                index={index}
                top={index * ROW}
                columns={columns}
                activeColumn={index === grid.active.row ? grid.active.column : null}
                isSelected={row !== undefined && selection.has(rowId(row))}
                canSelect={onSelect !== undefined}
                activeId={grid.activeId}
                t={t}
                onEdited={grid.isEditing && index === grid.active.row ? grid.edited : null}
              />
            );
          })}
        </div>
        {totals ? <GridTotals columns={columns} totals={totals} /> : null}
      </div>
    </div>
  );
}

/** Both sides of a cell, and room for the arrow of the order. */
const PADDING = 32;

function contentWidth(inner: Element, cell: Element): number {
  const range = document.createRange();
  range.selectNodeContents(inner.contains(cell) ? cell : inner);
  return Math.ceil(range.getBoundingClientRect().width);
}

/** Ctrl+C takes the chosen rows, or the active cell where none is chosen. */
function useCopy<Row>(
  { arrangement: { columns }, rowId }: DataGridProps<Row>,
  { at, here, between }: Rows<Row>,
  selection: Selection,
  { active, choosing }: { active: { row: number; column: number }; choosing: () => Promise<Selection> | null },
) {
  const { t } = useTranslation("shared");
  /** Chosen rows that had to be fetched. */
  const fetched = useRef<{ of: Selection; rows: readonly Row[] }>({ of: NONE, rows: [] });
  return (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || getSelection()?.isCollapsed === false) return; // text as anywhere
    event.preventDefault();
    const coming = choosing();
    const row = at(active.row);
    const cell = row && columns[active.column]?.text(row);
    if (selection.size === 0 && !coming) return putOnClipboard(event.clipboardData, cell === undefined ? [] : [[cell]]);
    const isChosen = (one: Row) => selection.has(rowId(one));
    const known = here()
      .map(([, one]) => one)
      .filter(isChosen);
    const chosen = fetched.current.of === selection ? fetched.current.rows : known;
    if (chosen.length === selection.size && !coming) {
      const cells = chosen.map((row) => columns.map((column) => column.text(row)));
      putOnClipboard(event.clipboardData, cells);
      return toast(t("list.copied", { count: cells.length }));
    }
    // the clipboard waits for nobody: what is not here yet is fetched for the next time
    void Promise.all([coming ?? selection, between(0, Infinity)]).then(([of, all]) => {
      fetched.current = { of, rows: all.filter((one) => of.has(rowId(one))) };
      toast(t("list.copy_again", { count: of.size }));
    }, sayFailure);
  };
}

interface GridTotalsProps<Row> {
  columns: readonly Column<Row>[];
  totals: Readonly<Record<string, string>>;
}

function GridTotals<Row>({ columns, totals }: GridTotalsProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <div
      role="row"
      className="sticky bottom-0 z-10 grid h-8 shrink-0 grid-cols-[inherit] items-center border-t border-line-strong bg-canvas font-medium"
    >
      <span aria-hidden="true" />
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see DataGrid
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        <div
          role="gridcell"
          key={column.id}
          title={totals[column.id]}
          // the count of rows may run over the empty cells beside it
          className={`px-2 ${column.align === "end" ? "truncate text-end" : "whitespace-nowrap"}`}
        >
          {totals[column.id]}
        </div>
      ))}
    </div>
  );
}
