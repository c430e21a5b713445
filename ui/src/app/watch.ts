/** What the window tests ask of the page: which violations of the security policy there were, how many answers of the
 * engine it keeps, and to change the theme. */
import { queries } from "../ipc/client";
import { type Settings, set } from "../shared/settings";

const refused: string[] = [];

/** Begins to collect; called before anything else is drawn. */
export function watch(): void {
  addEventListener("securitypolicyviolation", (event) =>
    refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  Object.assign(window, {
    __csp: refused,
    __answers: answers,
    __theme: (theme: Settings["theme"]) => set({ theme }),
  });
}

/** Answers kept, and rows of lists in them. */
function answers(): { answers: number; rows: number } {
  const all = queries.getQueryCache().getAll();
  const rows = all.flatMap(({ state }) => (state.data as { rows?: unknown[] } | undefined)?.rows ?? []);
  return { answers: all.length, rows: rows.length };
}
