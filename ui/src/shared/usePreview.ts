/** The engine's answer to what is typed, and who draws it. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Draft, keepSame } from "./useDraft";

/** The newest answer. What it says as before stays the same object, so that only what changed is drawn again. */
export interface Preview<R> {
  now: () => R | undefined;
  hear: (listener: () => void) => () => void;
}

interface Line<D, R> extends Preview<R> {
  ask: (value: D) => void;
  open: () => void;
  close: () => void;
}

/**
 * Asks at every change, while the change itself is still being drawn. One question at a time: what is typed meanwhile
 * waits, only the newest is asked next, so answers never cross.
 */
export function usePreview<D extends object, R>(
  { value, hear }: Pick<Draft<D>, "value" | "hear">,
  ask: (value: D) => Promise<R>,
): Preview<R> {
  const asking = useRef(ask);
  asking.current = ask;
  const [line] = useState(() => lineOf<D, R>((asked) => asking.current(asked)));
  useEffect(() => {
    line.open();
    return line.close;
  }, [line]);
  useEffect(() => hear(line.ask), [hear, line]);
  useEffect(() => line.ask(value), [line, value]); // the first, and after an answer that a closed line did not hear
  return line;
}

/** One part of the answer: drawn again when that part changes. */
export function useAnswer<R extends object, K extends keyof R>(preview: Preview<R>, part: K): R[K] | undefined {
  return useSyncExternalStore(preview.hear, () => preview.now()?.[part]);
}

/** The whole answer. */
export function useWhole<R>(preview: Preview<R>): R | undefined {
  return useSyncExternalStore(preview.hear, preview.now);
}

function lineOf<D, R>(ask: (value: D) => Promise<R>): Line<D, R> {
  const listeners = new Set<() => void>();
  let answer: R | undefined;
  let asked: D | undefined;
  let next: { value: D } | null = null;
  let isBusy = false;
  let isOpen = true;
  const run = async () => {
    isBusy = true;
    for (let one = next; one && isOpen; one = next) {
      next = null;
      // an engine that cannot answer leaves the last answer standing; saving will say what is wrong
      const said = await ask(one.value).catch(() => undefined);
      if (said === undefined || !isOpen) continue;
      answer = answer === undefined ? said : keepSame(answer, said);
      for (const listener of listeners) listener();
    }
    isBusy = false;
  };
  return {
    now: () => answer,
    hear: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask: (value) => {
      if (value === asked) return;
      asked = value;
      next = { value };
      if (!isBusy) void run();
    },
    open: () => {
      isOpen = true;
    },
    close: () => {
      isOpen = false;
      asked = undefined;
    },
  };
}
