/** A draft: one object of what was typed. Nothing in it is parsed here; the engine reads it and answers with all its findings. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
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
  /** Hears of a change when it is made, before anything is drawn; answers how to stop. */
  hear: (listener: (value: D) => void) => () => void;
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

interface State<D> {
  value: D;
  isDirty: boolean;
}

/** A draft begun from `first`; under the same `place` it outlives the page until it is saved or dropped. */
export function useDraft<D extends object>(place: string, first: D): Draft<D> {
  const [state, setState] = useState<State<D>>(() => {
    const left = leftBehind.get(place) as D | undefined;
    return { value: left ?? first, isDirty: left !== undefined };
  });
  // what is being drawn may be older: two changes in one breath both count
  const now = useRef(state);
  const heard = useRef(new Set<(value: D) => void>());
  const become = useCallback((next: State<D>) => {
    now.current = next;
    for (const listener of heard.current) listener(next.value);
    setState(next);
  }, []);
  const hear = useCallback((listener: (value: D) => void) => {
    heard.current.add(listener);
    return () => void heard.current.delete(listener);
  }, []);
  const stored = useMemo(() => JSON.stringify(first), [first]);
  const followed = useRef(stored);
  useEffect(() => {
    if (followed.current === stored) return;
    followed.current = stored;
    // what is stored changed elsewhere (an undo, a merge): a form with nothing unsaved follows
    const { value, isDirty } = now.current;
    if (!isDirty) become({ value: keepSame(value, JSON.parse(stored) as D), isDirty });
  }, [stored, become]);
  useEffect(() => {
    if (state.isDirty) leftBehind.set(place, state.value);
    else leftBehind.delete(place);
  }, [place, state]);
  const change = useCallback<Draft<D>["change"]>(
    (wanted) => {
      const { value } = now.current;
      become({ value: { ...value, ...(typeof wanted === "function" ? wanted(value) : wanted) }, isDirty: true });
    },
    [become],
  );
  const settle = useCallback(
    (kept: D, sent?: D) => {
      const { value } = now.current;
      if (sent === undefined || value === sent) become({ value: keepSame(value, kept), isDirty: false });
      else become({ value: { ...value, ...("id" in kept ? { id: kept.id } : {}) }, isDirty: true });
    },
    [become],
  );
  const drop = useCallback(() => become({ value: JSON.parse(stored) as D, isDirty: false }), [stored, become]);
  // the same function for a key as long as the form stands: a field whose value did not change is not drawn again
  const setters = useRef(new Map<string, (value: unknown) => void>());
  const bind = <T>(key: KeysOf<D, T>): Bound<T> => {
    const setter = setters.current.get(key) ?? ((value: unknown) => change({ [key]: value } as Partial<D>));
    setters.current.set(key, setter);
    return { path: key, value: state.value[key] as T, onChange: setter };
  };
  return { ...state, change, settle, drop, hear, text: (key) => bind<string>(key), flag: (key) => bind<boolean>(key) };
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

/** The newer of two, made of the parts of the older wherever they say the same. */
export function keepSame<T>(older: T, newer: T): T {
  if (typeof older !== "object" || typeof newer !== "object" || !older || !newer) return newer;
  const kept = (Array.isArray(newer) ? [] : {}) as T;
  let isSame = Object.keys(older).length === Object.keys(newer).length;
  for (const key of Object.keys(newer) as (keyof T)[]) {
    kept[key] = keepSame(older[key], newer[key]);
    isSame &&= kept[key] === older[key];
  }
  return isSame ? older : kept;
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
