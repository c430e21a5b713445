import { Check } from "lucide-react";
import type { CSSProperties, MouseEvent } from "react";
import type { Column } from "./columns";

interface GridRowProps<Row> {
  /** Not there yet while its page is on the way. */
  row: Row | undefined;
  index: number;
  top: number;
  style: CSSProperties;
  columns: readonly Column<Row>[];
  /** The column of the active cell when it is in this row. */
  activeColumn: number | null;
  isSelected: boolean;
  cellId: (row: number, column: number) => string;
  onPress: (column: number, event: MouseEvent) => void;
  onToggle: (() => void) | undefined;
  onOpen: () => void;
}

export function GridRow<Row>({
  row,
  index,
  top,
  style,
  columns,
  activeColumn,
  isSelected,
  cellId,
  onPress,
  onToggle,
  onOpen,
}: GridRowProps<Row>) {
  const ground = isSelected
    ? "bg-accent-soft"
    : activeColumn !== null
      ? "group-focus-visible/grid:bg-hover hover:bg-hover"
      : "hover:bg-hover";
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onToggle ? isSelected : undefined}
      className={`group/row absolute inset-x-0 grid h-8 items-center border-b border-line ${ground}`}
      style={{ ...style, transform: `translateY(${top}px)` }}
      onDoubleClick={onOpen}
    >
      {onToggle ? <RowCheck isSelected={isSelected} onToggle={onToggle} /> : <span aria-hidden="true" />}
      {columns.map((column, c) => (
        // biome-ignore lint/a11y/useSemanticElements: see DataGrid
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
        <div
          role="gridcell"
          key={column.id}
          id={cellId(index, c)}
          aria-colindex={c + 1}
          title={row === undefined ? undefined : (column.text?.(row) ?? textOf(column.cell(row)))}
          onClick={(event) => onPress(c, event)}
          className={`flex h-full min-w-0 items-center px-2 ${column.align === "end" ? "justify-end" : ""} ${
            c === activeColumn
              ? "group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-accent-ink"
              : ""
          }`}
        >
          {row === undefined ? (
            <span className="h-2 w-2/3 rounded-full bg-hover" aria-hidden="true" />
          ) : (
            <span className={`truncate ${column.align === "end" ? "amount" : ""}`}>{column.cell(row)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** For the mouse; the keyboard selects with Ctrl+Space, and screen readers hear it of the row. */
function RowCheck({ isSelected, onToggle }: { isSelected: boolean; onToggle: () => void }) {
  return (
    <span aria-hidden="true" className="flex h-full items-center pl-6" onClick={onToggle}>
      <span
        className={`flex size-4 items-center justify-center rounded border ${
          isSelected
            ? "border-accent bg-accent text-on-accent"
            : "border-line-strong text-transparent group-hover/row:border-edge"
        }`}
      >
        <Check size={12} strokeWidth={3} />
      </span>
    </span>
  );
}

function textOf(cell: unknown): string | undefined {
  return typeof cell === "string" ? cell : undefined;
}
