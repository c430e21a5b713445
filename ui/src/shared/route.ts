/** Where the window is: a path and its search words after `#`, with the browser's own history underneath. */
import { useMemo, useSyncExternalStore } from "react";
import { hold, OF_PAGE } from "./hold";

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
  try {
    history.replaceState(history.state, "", `#${to}`);
  } catch {
    location.replace(`#${to}`); // WebKit lets a page write its state 100 times in half a minute: a filter typed fast is more
  }
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** One step back, or to `otherwise` when the window opened here. */
export function back(otherwise: string): void {
  if (history.length > 1) history.back();
  else replace(otherwise);
}

/** The place that shows: the address, or the one before it while the new page gets ready. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, present);
  return useMemo(() => parse(hash), [hash]);
}

/** What a place wants to have before it shows, so that it is drawn once and whole; nothing when it needs nothing. */
export type Ready = (place: Place) => Promise<unknown> | undefined;

/** Sets who is asked at every step to another page. */
export function beforeShowing(asked: Ready): void {
  ready = asked;
}

/** Gets the page of a place ready before anybody asks for it: the mouse or the focus is on its way there. */
export function warm(to: string): void {
  if (parse(to).path !== parse(shown).path) void ready(parse(to));
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

/** Longer than this no page is waited for: it shows what it has. */
const PATIENCE_MS = 80;

const listeners = new Set<() => void>();
let ready: Ready = () => undefined;
let shown = "";

function present(): string {
  return listeners.size === 0 ? location.hash : shown;
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    shown = location.hash;
    addEventListener("hashchange", arrive);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("hashchange", arrive);
  };
}

function arrive(): void {
  const hash = location.hash;
  const show = () => {
    if (location.hash !== hash || shown === hash) return; // gone on meanwhile, or there already
    shown = hash;
    for (const listener of listeners) listener();
  };
  const place = parse(hash);
  const wanted = place.path === parse(shown).path ? undefined : ready(place);
  if (!wanted) {
    show();
    return;
  }
  const patience = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const isShown = () => {
    show();
    return true;
  };
  // what failed says so on its page; keys are for the page that comes, not for the one before it
  hold(OF_PAGE, Promise.race([wanted, patience]).then(isShown, isShown));
}
