import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { hold, OF_ROWS } from "../hold";
import { sayFailure } from "../toast";

export type Selection = ReadonlySet<string>;

interface Ids {
  /** Names the question that the rows answer. */
  under: string;
  /** The id of a row that is here. */
  idAt: (index: number) => string | undefined;
  /** Ids of all rows from one to another, fetched where they are not here. */
  between: (from: number, to: number) => Promise<readonly string[]>;
  all: () => Promise<readonly string[]>;
}

/**
 * Selecting rows by their ids: one, one more, a stretch from the last anchor, all. While ids are on their way, keys that
 * act on the chosen rows wait for them, and a further choice goes on from them.
 */
export function useSelect(
  selection: Selection,
  onChange: ((selection: Selection) => void) | undefined,
  { under, idAt, between, all }: Ids,
) {
  const anchor = useRef(0);
  const coming = useRef<Promise<Selection>>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked of another question is not chosen
  useEffect(
    () => () => {
      coming.current = null;
    },
    [under],
  );
  const put = (chosen: Selection) => {
    coming.current = null;
    onChange?.(chosen);
  };
  const wait = (asked: Promise<Selection>) => {
    coming.current = asked;
    const isMine = () => coming.current === asked;
    const made = asked.then(
      (chosen) => {
        if (isMine())
          flushSync(() => put(chosen)); // drawn before the keys that waited are heard
        else return coming.current !== null; // left, or a later choice goes on from it
        return true;
      },
      (reason: unknown) => {
        if (isMine()) {
          coming.current = null;
          sayFailure(reason);
        }
        return false;
      },
    );
    hold(OF_ROWS, made);
  };
  const change = (from: number, to: number, how: (chosen: Set<string>, ids: readonly string[]) => void) => {
    if (!onChange) return;
    const changed = (chosen: Selection, ids: readonly string[]) => {
      const next = new Set(chosen);
      how(next, ids);
      return next;
    };
    const here = Array.from({ length: to - from + 1 }, (_, i) => idAt(from + i)).filter((id) => id !== undefined);
    if (!coming.current && here.length === to - from + 1) onChange(changed(selection, here));
    else
      wait(Promise.all([coming.current ?? selection, between(from, to)]).then(([chosen, ids]) => changed(chosen, ids)));
  };
  return {
    toggle(index: number) {
      anchor.current = index;
      change(index, index, (chosen, ids) => {
        for (const id of ids) if (!chosen.delete(id)) chosen.add(id);
      });
    },
    stretch(index: number) {
      change(Math.min(anchor.current, index), Math.max(anchor.current, index), (chosen, ids) => {
        for (const id of ids) chosen.add(id);
      });
    },
    clear: () => put(new Set()),
    all: () => wait(all().then((ids) => new Set(ids))),
    moveAnchor(index: number) {
      anchor.current = index;
    },
    /** What will be chosen, while its ids are on their way. */
    coming: () => coming.current,
  };
}
