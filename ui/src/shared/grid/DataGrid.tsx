/** The one list of the window: an ARIA grid over virtual rows that the engine sorts, filters, pages and adds up. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { FailureView } from "../FailureView";
import type { Column, Sort } from "./columns";
import { useWidths } from "./columns";
import { GridHeader } from "./GridHeader";
import { GridRow } from "./GridRow";
import { gridKey } from "./gridKey";
import { type Rows, type Source, useRows } from "./rows";
import { type Selection, useSelect } from "./select";

const ROW = 32;
/** The leading track: the check mark, or the page's margin. */
const CHECK = "52px";
const MARGIN = "16px";
const NONE: Selection = new Set();

/** Where each grid was when it was left, so that coming back finds the same place. */
const places = new Map<string, { top: number; row: number }>();

export interface DataGridProps<Row> {
  /** Names the grid on this computer: widths and place are kept under it. */
  id: string;
  label: string;
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
          <FailureView failure={data.error} />
        </div>
      ) : data.total === 0 && !data.isLoading ? (
        <div className="flex min-h-0 flex-1 items-center justify-center">{props.empty}</div>
      ) : (
        <Table {...props} data={data} />
      )}
    </div>
  );
}

function Table<Row>({ data, ...props }: DataGridProps<Row> & { data: Rows<Row> }) {
  const { id, columns, rowId, sort, onSort, onOpen, onPreview, selection = NONE, onSelect, totals } = props;
  const { rows, total, want, all } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const place = places.get(id);
  const [active, setActive] = useState({ row: place?.row ?? 0, column: 0 });
  const { resize, widthOf, template } = useWidths(id, columns);
  const select = useSelect(selection, onSelect, (index) =>
    rows[index] === undefined ? undefined : rowId(rows[index]),
  );
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    useFlushSync: false, // React 19 refuses it while it draws
    scrollPaddingStart: ROW,
    scrollPaddingEnd: totals ? ROW : 0,
    initialOffset: place?.top ?? 0,
    initialRect: { width: 1024, height: 640 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(Math.max(last, active.row)), [want, last, active.row]);
  useLayoutEffect(() => {
    if (active.row >= total && total > 0) setActive((at) => ({ ...at, row: total - 1 }));
  }, [active.row, total]);
  useEffect(() => {
    if (props.autoFocus) scroller.current?.focus();
  }, [props.autoFocus]);
  const scrolled = useRef(place?.top ?? 0);
  const here = useRef(active.row);
  here.current = active.row;
  useEffect(() => () => void places.set(id, { top: scrolled.current, row: here.current }), [id]);

  const moveTo = (row: number, column: number) => {
    setActive({ row, column });
    virtual.scrollToIndex(row);
  };
  const onKeyDown = gridKey({
    active,
    total,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 640) / ROW) - 2),
    moveTo,
    select,
    selectAll: async () => select.replace((await all()).map(rowId)),
    open: () => rows[active.row] !== undefined && onOpen?.(rows[active.row] as Row),
    preview: () => rows[active.row] !== undefined && onPreview?.(rows[active.row] as Row),
    hasSelection: selection.size > 0,
    canSelect: onSelect !== undefined,
  });
  const style = { gridTemplateColumns: template(onSelect ? CHECK : MARGIN) };
  const cellId = (row: number, column: number) => `${base}-${row}-${column}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a <table>: only the rows in sight exist
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={onSelect !== undefined}
      aria-busy={data.isLoading}
      aria-activedescendant={rows.length > 0 ? cellId(active.row, active.column) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        scrolled.current = event.currentTarget.scrollTop;
      }}
      className="group/grid relative min-h-0 flex-1 overflow-auto outline-none!"
    >
      <GridHeader columns={columns} style={style} sort={sort} onSort={onSort} widthOf={widthOf} resize={resize} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="relative min-w-max" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            <GridRow
              key={item.index}
              row={row}
              index={item.index}
              top={item.start}
              style={style}
              columns={columns}
              activeColumn={item.index === active.row ? active.column : null}
              isSelected={row !== undefined && selection.has(rowId(row))}
              cellId={cellId}
              onPress={(column, event) => {
                setActive({ row: item.index, column });
                if (event.shiftKey) select.stretch(item.index);
                else if (event.ctrlKey || event.metaKey) select.toggle(item.index);
                else select.moveAnchor(item.index);
              }}
              onToggle={onSelect ? () => select.toggle(item.index) : undefined}
              onOpen={() => row !== undefined && onOpen?.(row)}
            />
          );
        })}
      </div>
      {totals ? <GridTotals columns={columns} totals={totals} style={style} /> : null}
    </div>
  );
}

function GridTotals<Row>({
  columns,
  totals,
  style,
}: {
  columns: readonly Column<Row>[];
  totals: Readonly<Record<string, ReactNode>>;
  style: object;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <div
      role="row"
      className="sticky bottom-0 z-10 grid h-8 min-w-max items-center border-t border-line-strong bg-canvas font-medium"
      style={style}
    >
      <span aria-hidden="true" />
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see DataGrid
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        <div role="gridcell" key={column.id} className={`truncate px-2 ${column.align === "end" ? "amount" : ""}`}>
          {totals[column.id]}
        </div>
      ))}
    </div>
  );
}
