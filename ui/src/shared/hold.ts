/** Keys pressed before what they are for is there: they wait for it and are heard then, in their order. */
import { useLayoutEffect, useRef } from "react";
import type { Verb } from "./keys";

/** What acts on the rows of a list. */
export const OF_ROWS: readonly Verb[] = [
  "open",
  "preview",
  "paid",
  "save",
  "issue",
  "duplicate",
  "xml",
  "print",
  "mail",
];
/** What acts on a page; the rest is of the frame and never waits. */
export const OF_PAGE: readonly Verb[] = [...OF_ROWS, "new", "back", "filter", "period"];

interface Wait {
  verbs: readonly Verb[];
  until: Promise<boolean>;
}

const waits = new Set<Wait>();
const find = (verb: Verb) => [...waits].find(({ verbs }) => verbs.includes(verb));

/** Makes verbs wait until a promise, which never fails, says that they are to be heard; at false they are dropped. */
export function hold(verbs: readonly Verb[], until: Promise<boolean>): void {
  const wait = { verbs, until };
  waits.add(wait);
  void until.then(() => waits.delete(wait));
}

export function isHeld(verb: Verb): boolean {
  return find(verb) !== undefined;
}

/** Acts once nothing holds the verb any more. */
export async function inTurn(verb: Verb, act: () => void): Promise<void> {
  for (let wait = find(verb); wait; wait = find(verb)) if (!(await wait.until)) return;
  act();
}

/** Holds verbs while something is on its way; they are dropped when it failed or is no longer wanted. */
export function useHold(verbs: readonly Verb[], isComing: boolean, hasFailed = false): void {
  const end = useRef<(isThere: boolean) => void>(null);
  useLayoutEffect(() => {
    if (!isComing) {
      end.current?.(!hasFailed);
      end.current = null;
    } else if (!end.current) {
      hold(
        verbs,
        new Promise((done) => {
          end.current = done;
        }),
      );
    }
  }, [verbs, isComing, hasFailed]);
  useLayoutEffect(
    () => () => {
      end.current?.(false);
      end.current = null;
    },
    [],
  );
}
