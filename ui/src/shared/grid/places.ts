/** Where each grid was when it was left, so that coming back finds the same place. */

import { REM } from "../rem";

export interface Place {
  /** The question that the list answered. */
  under: string;
  top: number;
  row: number;
  /** The active row itself, which may stand elsewhere when one comes back. */
  id: string | undefined;
}

/** The height of a row in pixels. */
export const ROW = 2 * REM;

const places = new Map<string, Place>();

/** The place that a grid was left at, when it answered the same question. */
export function leftAt(grid: string, under: string): Place | undefined {
  const left = places.get(grid);
  return left?.under === under ? left : undefined;
}

export function leave(grid: string, place: Place): void {
  places.set(grid, place);
}

/** The place to begin at: where the list was left, shifted by as much as its row moved meanwhile. */
export function placeOf(grid: string, under: string, indexOf: (id: string) => number): Place {
  const left = leftAt(grid, under);
  if (!left) return { under, top: 0, row: 0, id: undefined };
  const now = left.id === undefined ? -1 : indexOf(left.id);
  return now === -1 ? left : { ...left, row: now, top: Math.max(0, left.top + (now - left.row) * ROW) };
}
