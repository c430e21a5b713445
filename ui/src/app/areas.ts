/** The areas that this window has, in the order of the sidebar. A new area adds one line here and nothing elsewhere in the frame. */
import type { Area } from "../shared/area";

export const areas: readonly Area[] = [];
