import type { KeyboardEvent } from "react";

interface GridKeys {
  active: { row: number; column: number };
  total: number;
  columns: number;
  /** Rows in sight. */
  page: number;
  moveTo: (row: number, column: number) => void;
  select: {
    toggle: (row: number) => void;
    stretch: (row: number) => void;
    clear: () => void;
    moveAnchor: (row: number) => void;
  };
  selectAll: () => void;
  open: () => void;
  preview: () => void;
  /** Writes into the active cell, where it lets itself be written. */
  edit: (() => void) | null;
  hasSelection: boolean;
  canSelect: boolean;
}

/** The keys of the grid pattern of ARIA, with Shift to select a stretch, Ctrl+Space for one and Ctrl+A for all, F2 to write in a cell. */
export function gridKey(grid: GridKeys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.altKey || grid.total === 0) return;
    const mod = event.ctrlKey || event.metaKey;
    const act = command(event.key, mod, grid);
    if (act) {
      event.preventDefault();
      act();
      return;
    }
    const to = target(event.key, mod, grid);
    if (!to) return;
    event.preventDefault();
    const row = Math.min(Math.max(to.row, 0), grid.total - 1);
    const column = Math.min(Math.max(to.column, 0), grid.columns - 1);
    if (row !== grid.active.row && grid.canSelect) {
      if (event.shiftKey) grid.select.stretch(row);
      else grid.select.moveAnchor(row);
    }
    grid.moveTo(row, column);
  };
}

function command(key: string, mod: boolean, grid: GridKeys): (() => void) | null {
  if (key === "Enter" && !mod) return grid.open;
  if (key === "F2") return grid.edit;
  if (key === " ") return mod ? () => grid.select.toggle(grid.active.row) : grid.preview;
  if (key === "Escape" && grid.hasSelection) return grid.select.clear;
  if (key.toLowerCase() === "a" && mod && grid.canSelect) return grid.selectAll;
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
