/** A draft: one object of what was typed. Nothing in it is parsed here; the engine reads it and answers with all its findings. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../ipc/generated";

type KeysOf<D, T> = { [K in keyof D]: D[K] extends T ? K : never }[keyof D] & string;

export interface Bound<T> {
  path: string;
  value: T;
  onChange: (value: T) => void;
}

export interface Draft<D> {
  value: D;
  isDirty: boolean;
  change: (change: Partial<D> | ((before: D) => Partial<D>)) => void;
  /** Takes what the engine stored: nothing is unsaved any more, unless one typed on meanwhile. */
  settle: (stored: D, sent?: D) => void;
  /** Back to what is stored. */
  drop: () => void;
  text: (key: KeysOf<D, string>) => Bound<string>;
  flag: (key: KeysOf<D, boolean>) => Bound<boolean>;
}

/** The value at a dotted path (`righe.0.prezzo`). */
export function at(draft: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], draft);
}

/** A copy of the draft with another value at a path; what the path does not touch stays the same object. */
export function put<D>(draft: D, path: string, value: unknown): D {
  const [key = "", ...rest] = path.split(".");
  const copy = (Array.isArray(draft) ? [...draft] : { ...draft }) as Record<string, unknown>;
  copy[key] = rest.length === 0 ? value : put(copy[key], rest.join("."), value);
  return copy as D;
}

/** Drafts left unsaved, by place: going back there finds what was typed. */
const leftBehind = new Map<string, unknown>();

/** What was left at a place is safe elsewhere. */
export function forget(place: string): void {
  leftBehind.delete(place);
}

/** A draft begun from `first`; under the same `place` it outlives the page until it is saved or dropped. */
export function useDraft<D extends object>(place: string, first: D): Draft<D> {
  const [state, setState] = useState(() => {
    const left = leftBehind.get(place) as D | undefined;
    return { value: left ?? first, isDirty: left !== undefined };
  });
  const stored = JSON.stringify(first);
  useEffect(() => {
    // what is stored changed elsewhere (an undo, a merge): a form with nothing unsaved follows
    setState((now) => (now.isDirty ? now : { value: JSON.parse(stored) as D, isDirty: false }));
  }, [stored]);
  useEffect(() => {
    if (state.isDirty) leftBehind.set(place, state.value);
    else leftBehind.delete(place);
  }, [place, state]);
  const change = useCallback<Draft<D>["change"]>((wanted) => {
    setState(({ value }) => ({
      value: { ...value, ...(typeof wanted === "function" ? wanted(value) : wanted) },
      isDirty: true,
    }));
  }, []);
  const settle = useCallback((stored: D, sent?: D) => {
    setState((now) =>
      sent === undefined || now.value === sent
        ? { value: stored, isDirty: false }
        : { value: { ...now.value, ...("id" in stored ? { id: stored.id } : {}) }, isDirty: true },
    );
  }, []);
  const drop = useCallback(() => setState({ value: JSON.parse(stored) as D, isDirty: false }), [stored]);
  // the same function for a key as long as the form stands: a field whose value did not change is not drawn again
  const setters = useRef(new Map<string, (value: unknown) => void>());
  const bind = <T>(key: KeysOf<D, T>): Bound<T> => {
    const setter = setters.current.get(key) ?? ((value: unknown) => change({ [key]: value } as Partial<D>));
    setters.current.set(key, setter);
    return { path: key, value: state.value[key] as T, onChange: setter };
  };
  return { ...state, change, settle, drop, text: (key) => bind<string>(key), flag: (key) => bind<boolean>(key) };
}

/**
 * The engine's answer to what is typed. One question at a time: what is typed meanwhile waits, only the newest is asked
 * next, so answers never cross.
 */
export function usePreview<D, R>(value: D, ask: (value: D) => Promise<R>): R | undefined {
  const [answer, setAnswer] = useState<R>();
  const asking = useRef(ask);
  asking.current = ask;
  const line = useRef<{ busy: boolean; next: { value: D } | null; gone: boolean }>({
    busy: false,
    next: null,
    gone: false,
  });
  useEffect(() => {
    const mine = line.current;
    mine.gone = false;
    return () => {
      mine.gone = true;
    };
  }, []);
  useEffect(() => {
    const mine = line.current;
    mine.next = { value };
    if (mine.busy) return;
    mine.busy = true;
    void (async () => {
      for (let next = mine.next; next && !mine.gone; next = mine.next) {
        mine.next = null;
        // an engine that cannot answer leaves the last answer standing; saving will say what is wrong
        const said = await asking.current(next.value).catch(() => undefined);
        if (said !== undefined && !mine.gone) setAnswer(said);
      }
      mine.busy = false;
    })();
  }, [value]);
  return answer;
}

/**
 * The findings worth showing at their fields: an empty field is no reproach until one asks for what needs it.
 */
export function shownProblems(problems: readonly Problem[], draft: object, isAsked: boolean): readonly Problem[] {
  return isAsked
    ? problems
    : problems.filter((problem) => problem.field !== "" && String(at(draft, problem.field) ?? "").trim() !== "");
}

/** The same object for as long as it says the same, so that what depends on it is not drawn again. */
export function useSame<T>(value: T): T {
  const kept = useRef(value);
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}

/** Whether two drafts differ in nothing but one part; then what shows the other parts need not be drawn again. */
export function sameBut<D extends object>(part: keyof D, one: D, other: D): boolean {
  return (Object.keys(one) as (keyof D)[]).every((key) => key === part || one[key] === other[key]);
}

/** `value`, once it has been still for so long; until then what it was, or `before` it first. */
export function useStill<T>(value: T, ms: number, before: T = value): T {
  const [still, setStill] = useState(before);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still;
}
