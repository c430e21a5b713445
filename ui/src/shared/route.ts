/** Where the window is: a path and its search words after `#`, with the browser's own history underneath. */
import { useMemo, useSyncExternalStore } from "react";

export interface Place {
  path: string;
  search: URLSearchParams;
}

/** Goes to a place such as `/clienti/42?tab=contatti`. */
export function go(to: string): void {
  location.hash = to;
}

/** Goes there without leaving a step behind: for filters and redirects. */
export function replace(to: string): void {
  history.replaceState(history.state, "", `#${to}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** One step back, or to `otherwise` when the window opened here. */
export function back(otherwise: string): void {
  if (history.length > 1) history.back();
  else replace(otherwise);
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parse(hash), [hash]);
}

export function parse(hash: string): Place {
  const [path, search] = hash.replace(/^#/, "").split("?", 2);
  return { path: path || "/", search: new URLSearchParams(search) };
}

/** The parameters of `/clienti/:id` in `/clienti/42`, or null when the path is another. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split("/");
  const have = path.split("/");
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of want.entries()) {
    const given = have[i] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(given);
    else if (part !== given) return null;
  }
  return params;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
