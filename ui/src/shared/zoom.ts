/** The size of everything in the window: the program draws it, the page only chooses one of the steps. */
import type { Zoom } from "../ipc/generated";
import { current, set } from "./settings";

export const ZOOMS: readonly Zoom[] = ["80", "90", "100", "110", "125", "150", "175", "200"];
const NORMAL: Zoom = "100";

/** One step larger or smaller, as far as there are steps. */
export function zoomBy(step: 1 | -1): void {
  const next = ZOOMS[ZOOMS.indexOf(current().zoom) + step];
  if (next) set({ zoom: next });
}

export function zoomNormal(): void {
  set({ zoom: NORMAL });
}
