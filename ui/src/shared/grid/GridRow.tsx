import type { TFunction } from "i18next";
import { Check, ChevronDown } from "lucide-react";
import { memo, type ReactNode, useRef } from "react";
import { type MenuAction, MenuBeside } from "../Menu";
import { type After, CellEditor } from "./CellEditor";
import type { Column, Edit } from "./columns";

interface GridRowProps<Row> {
  /** Not there yet while its page is on the way. */
  row: Row | undefined;
  index: number;
  top: number;
  columns: readonly Column<Row>[];
  /** The column of the active cell when it is in this row. */
  activeColumn: number | null;
  isSelected: boolean;
  canSelect: boolean;
  /** The id of the active cell: screen readers are told where the focus stands by it. */
  activeId: string;
  t: TFunction<"shared">;
  /** The active cell is being written; called when that is over. */
  onEdited: ((after: After) => void) | null;
}

/** A cell that lets itself be written shows it under the mouse. */
const WRITABLE = "cursor-text hover:shadow-[inset_0_0_0_1px_var(--line-strong)]";
const ACTIVE =
  "group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-accent-ink";

function Row<R>({
  row,
  index,
  top,
  columns,
  activeColumn,
  isSelected,
  canSelect,
  activeId,
  t,
  onEdited,
}: GridRowProps<R>) {
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
      aria-selected={canSelect ? isSelected : undefined}
      className={`group/row absolute inset-x-0 grid h-8 grid-cols-[inherit] border-b border-line contain-strict ${ground}`}
      style={{ top }}
    >
      {canSelect ? <RowCheck isSelected={isSelected} /> : <span aria-hidden="true" />}
      {columns.map((column, c) => {
        const text = row === undefined ? "" : column.text(row);
        const isActive = c === activeColumn;
        const choices = row === undefined ? [] : (column.choices?.(row) ?? []);
        if (isActive && row !== undefined && column.edit && onEdited)
          return (
            <Written
              key={column.id}
              id={activeId}
              row={row}
              column={column}
              index={c}
              edit={column.edit}
              onEdited={onEdited}
            />
          );
        const content =
          row === undefined ? (
            <span className="inline-block h-2 w-2/3 rounded-full bg-hover" aria-hidden="true" />
          ) : (
            (column.cell?.(row) ?? text)
          );
        const hint = column.edit ? "list.writable" : choices.length > 0 ? "list.choosable" : undefined;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see DataGrid
          // biome-ignore lint/a11y/useFocusableInteractive: see the row
          <div
            role="gridcell"
            key={column.id}
            id={isActive ? activeId : undefined}
            aria-colindex={c + 1}
            title={hint ? t(hint, { text }) : text || undefined}
            className={`px-2 ${column.cell ? "flex items-center overflow-hidden" : "truncate leading-8"} ${column.align === "end" ? "text-end" : ""} ${column.main ? "font-medium" : ""} ${column.edit ? WRITABLE : ""} ${isActive ? ACTIVE : ""}`}
          >
            {choices.length > 0 ? (
              <Choosable
                label={column.header}
                actions={choices}
                isOpen={isActive && onEdited !== null}
                onClose={() => onEdited?.("stay")}
              >
                {content}
              </Choosable>
            ) : (
              content
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn again only when something of its own changed: scrolling draws the rows that come in, and no other. */
export const GridRow = memo(Row) as typeof Row;

interface WrittenProps<Row> {
  id: string;
  row: Row;
  column: Column<Row>;
  index: number;
  edit: Edit<Row>;
  onEdited: (after: After) => void;
}

function Written<R>({ id, row, column, index, edit, onEdited }: WrittenProps<R>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: its field holds the focus
    <div role="gridcell" id={id} aria-colindex={index + 1}>
      <CellEditor
        label={column.header}
        entry={edit.entry(row)}
        align={column.align}
        save={(text) => edit.save(row, text)}
        onDone={onEdited}
      />
    </div>
  );
}

/** What the mouse opens the menu of a cell by; the keyboard has F2. */
export const OPENS_CHOICES = "data-choices";

interface ChoosableProps {
  label: string;
  actions: readonly MenuAction[];
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

function Choosable({ label, actions, isOpen, onClose, children }: ChoosableProps) {
  const of = useRef<HTMLSpanElement>(null);
  return (
    <span
      ref={of}
      {...{ [OPENS_CHOICES]: "" }}
      className="flex min-w-0 cursor-pointer items-center gap-1 rounded-full hover:bg-hover"
    >
      {children}
      <ChevronDown size={12} aria-hidden="true" className="shrink-0 text-ink-3 opacity-0 group-hover/row:opacity-100" />
      {isOpen ? (
        <MenuBeside of={of} label={label} placement="bottom start" actions={actions} onClose={onClose} />
      ) : null}
    </span>
  );
}

/** For the mouse; the keyboard selects with Ctrl+Space, and screen readers hear it of the row. */
function RowCheck({ isSelected }: { isSelected: boolean }) {
  return (
    <span aria-hidden="true" className="flex items-center pl-6">
      <span
        className={`flex size-4 items-center justify-center rounded border ${
          isSelected ? "border-accent bg-accent text-on-accent" : "border-line-strong group-hover/row:border-edge"
        }`}
      >
        {isSelected ? <Check size={12} strokeWidth={3} /> : null}
      </span>
    </span>
  );
}
