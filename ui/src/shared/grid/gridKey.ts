/** A key pressed on the grid itself. */
export interface Press {
  key: string;
  /** With Ctrl, or ⌘. */
  mod: boolean;
  shift: boolean;
}

interface GridKeys {
  active: { row: number; column: number };
  total: number;
  columns: number;
  /** Rows in sight. */
  page: number;
  moveTo: (row: number, column: number) => void;
  select: {
    all: () => void;
    toggle: (row: number) => void;
    stretch: (row: number) => void;
    clear: () => void;
    moveAnchor: (row: number) => void;
  };
  open: () => void;
  preview: () => void;
  /** Writes into the active cell, where it lets itself be written. */
  edit: (() => void) | null;
  hasSelection: () => boolean;
  canSelect: boolean;
  /** Takes a key for when the rows are here; null when they are. */
  later: ((press: Press) => void) | null;
}

/**
 * The keys of the grid pattern of ARIA, with Shift to select a stretch, Ctrl+Space for one and Ctrl+A for all, F2 to write
 * in a cell. Answers whether a key is one of them.
 */
export function gridKey(grid: GridKeys) {
  return (press: Press): boolean => {
    const act = command(press.key, press.mod, grid);
    const to = act ? null : target(press.key, press.mod, grid);
    if (!act && !to) return false;
    if (grid.later) grid.later(press);
    else if (act) act();
    else if (to) move(grid, to, press.shift);
    return true;
  };
}

function move(grid: GridKeys, to: GridKeys["active"], isStretch: boolean): void {
  const row = Math.min(Math.max(to.row, 0), grid.total - 1);
  const column = Math.min(Math.max(to.column, 0), grid.columns - 1);
  if (row !== grid.active.row && grid.canSelect) {
    if (isStretch) grid.select.stretch(row);
    else grid.select.moveAnchor(row);
  }
  grid.moveTo(row, column);
}

function command(key: string, mod: boolean, grid: GridKeys): (() => void) | null {
  if (key === "Enter" && !mod) return grid.open;
  if (key === "F2") return grid.edit;
  if (key === " ") return mod ? () => grid.select.toggle(grid.active.row) : grid.preview;
  if (key === "Escape" && grid.hasSelection()) return grid.select.clear;
  if (key.toLowerCase() === "a" && mod && grid.canSelect) return grid.select.all;
  return null;
}

function target(key: string, mod: boolean, { active: { row, column }, total, columns, page }: GridKeys) {
  switch (key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: row - page, column };
    case "Home":
      return { row: 0, column: mod ? 0 : column };
    case "End":
      return { row: total - 1, column: mod ? columns - 1 : column };
    default:
      return null;
  }
}
