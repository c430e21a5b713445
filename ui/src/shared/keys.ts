/** The one key map of the window. A page says what it can do; the keys are decided here, once. */
import { useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { Language } from "./format";
import { inTurn, isHeld } from "./hold";
import { focusNextField } from "./problems";
import { current } from "./settings";

/** What keys can ask for, in the order in which `?` lists them; the first chord is the one shown. */
export const KEYS = {
  new: ["N", "F1"],
  open: ["Enter"],
  preview: ["Space"],
  back: ["Escape"],
  filter: ["/"],
  period: ["D"],
  save: ["Mod+S", "F2"],
  issue: ["Mod+Enter"],
  duplicate: ["Mod+D"],
  paid: ["P"],
  xml: ["Mod+E"],
  print: ["F3", "Mod+P"],
  mail: ["F4"],
  undo: ["Mod+Z"],
  zoom_in: ["Mod++", "Mod+="],
  zoom_out: ["Mod+-"],
  zoom_normal: ["Mod+0"],
  palette: ["Mod+K"],
  help: ["?"],
} as const satisfies Record<string, readonly string[]>;

export type Verb = keyof typeof KEYS;
/** Heard over a dialog too: one may need larger letters to read it. */
const ALWAYS: readonly Verb[] = ["zoom_in", "zoom_out", "zoom_normal"];
export type Handlers = Partial<Record<Verb, () => void>>;

interface Layer {
  handlers: Handlers;
  /** A dialog: what lies below does not hear the keys. */
  modal: boolean;
}

const layers: Layer[] = [];
const isMac = /Mac/.test(globalThis.navigator?.platform ?? "");

/** Lets a page answer to keys while it is mounted; the layer mounted last is asked first. */
export function useKeys(handlers: Handlers, modal = false): void {
  const layer = useRef<Layer>({ handlers, modal });
  layer.current.handlers = handlers;
  // once it is drawn it hears
  useLayoutEffect(() => {
    const mine = layer.current;
    layers.push(mine);
    return () => void layers.splice(layers.indexOf(mine), 1);
  }, []);
}

/** What can be asked for right now, each with how to do it later too, when something lies over the page. */
export function offered(): { verb: Verb; run: () => void }[] {
  const heard = reachable();
  return (Object.keys(KEYS) as Verb[]).flatMap((verb) => {
    const layer = heard.find((one) => one.handlers[verb]);
    return layer ? [{ verb, run: () => layer.handlers[verb]?.() }] : [];
  });
}

/** What can be asked for right now, for the page of keys. */
export function spoken(): Verb[] {
  return offered().map(({ verb }) => verb);
}

/** Hears the keys of the whole window; called once at start, returns how to stop. */
export function listen(target: Window): () => void {
  target.addEventListener("keydown", onKeyDown);
  return () => target.removeEventListener("keydown", onKeyDown);
}

const CAPS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  it: { Enter: "Invio", Space: "Spazio", Escape: "Esc", Backspace: "⌫", "-": "−" },
  en: { Escape: "Esc", Backspace: "⌫", "-": "−" },
};

/** The keys of a chord as they stand on this computer's keyboard: `Mod+Enter` as `Ctrl`, `Invio`. */
export function keycaps(chord: string, language: Language): string[] {
  return chord.split(/\+(?=.)/).map((key) => (key === "Mod" ? (isMac ? "⌘" : "Ctrl") : (CAPS[language][key] ?? key)));
}

/** The chord of a key press, in the spelling of `KEYS`. */
export function chordOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return mod ? `Mod+${key}` : key;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const chord = chordOf(event);
  if (/^F\d$/.test(chord) && !current().functionKeys) return;
  if (chord === "Enter" && current().enterMoves && focusNextField(event.target)) {
    event.preventDefault();
    return;
  }
  const verb = (Object.keys(KEYS) as Verb[]).find((v) => (KEYS[v] as readonly string[]).includes(chord));
  // while one types, letters are text and the last change is the field's own
  if (!verb || (isTyping(event.target) && (isPlain(chord) || verb === "undo"))) return;
  // Enter and Space press the focused thing itself; a grid hears them before they come here
  if ((chord === "Enter" || chord === "Space") && event.target !== document.body) return;
  if (isHeld(verb)) {
    event.preventDefault();
    // drawn before the next one in turn is heard
    if (!event.repeat) void inTurn(verb, () => flushSync(() => hearing(verb)?.()));
    return;
  }
  const handler = hearing(verb);
  if (!handler) return;
  event.preventDefault();
  handler();
}

/** What answers to a verb now. */
function hearing(verb: Verb): (() => void) | undefined {
  const heard = ALWAYS.includes(verb) ? layers : reachable();
  return heard.find((layer) => layer.handlers[verb])?.handlers[verb];
}

function reachable(): Layer[] {
  const top = layers.findLastIndex((layer) => layer.modal);
  return layers.slice(Math.max(top, 0)).reverse();
}

function isPlain(chord: string): boolean {
  return chord.length === 1 || chord === "Space" || chord === "Enter";
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  // in a list of choices a letter jumps to the choice that begins with it
  const chooses = target.closest("[role=listbox],[role=menu],[aria-haspopup=listbox]") !== null;
  return chooses || target instanceof HTMLTextAreaElement || target.isContentEditable;
}
