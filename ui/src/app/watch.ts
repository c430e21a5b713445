/** What the window tests ask of the page: which violations of the security policy there were, and to change the theme. */
import { type Settings, set } from "../shared/settings";

const refused: string[] = [];

/** Begins to collect; called before anything else is drawn. */
export function watch(): void {
  addEventListener("securitypolicyviolation", (event) =>
    refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  Object.assign(window, { __csp: refused, __theme: (theme: Settings["theme"]) => set({ theme }) });
}
