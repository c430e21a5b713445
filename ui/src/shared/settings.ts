import i18next from "i18next";
import { useSyncExternalStore } from "react";
import type { Zoom } from "../ipc/generated";
import type { Language } from "./format";

/** How this window looks on this computer; nothing of it belongs to the books. */
export interface Settings {
  theme: "system" | "light" | "dark";
  language: Language;
  /** Percent of everything in the window; the program draws it so. */
  zoom: Zoom;
  sidebar: "open" | "icons";
  /** Groups of the sidebar that the person switched off; null follows the profile. */
  hiddenGroups: string[] | null;
  /** F1 to F4 work as in the Italian programs that people come from. */
  functionKeys: boolean;
  /** Enter goes to the next field, as Tab does. */
  enterMoves: boolean;
}

const STORE = "settings";
const FIRST: Settings = {
  theme: "system",
  language: "it",
  zoom: "100",
  sidebar: "open",
  hiddenGroups: null,
  functionKeys: true,
  enterMoves: false,
};

let settings: Settings = { ...FIRST, ...recall<Partial<Settings>>(STORE) };
const listeners = new Set<() => void>();

/** What was remembered under a name on this computer, or nothing when it cannot be read. */
export function recall<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined; // a spoiled preference is worth no message: the first value serves
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // a full or closed store costs a preference, never work
  }
}

export function set(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  remember(STORE, settings);
  apply();
  for (const listener of listeners) listener();
}

export function current(): Settings {
  return settings;
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, current);
}

export function useLanguage(): Language {
  return useSettings().language;
}

const systemDark = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

/** Puts theme and language on the page; called once at start and at every change. */
export function apply(): void {
  const dark = settings.theme === "dark" || (settings.theme === "system" && systemDark?.matches === true);
  const page = document.documentElement;
  page.lang = settings.language;
  if (page.dataset.theme !== (dark ? "dark" : "light")) {
    page.dataset.theme = dark ? "dark" : "light";
    page.dataset.switching = ""; // a change of theme is one blow, not a hundred fading buttons
    requestAnimationFrame(() => requestAnimationFrame(() => delete page.dataset.switching));
  }
  if (i18next.isInitialized && i18next.language !== settings.language) void i18next.changeLanguage(settings.language);
}

systemDark?.addEventListener?.("change", apply);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
