import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for as long as its component stands, doing what the newest one does: what is handed down to a memo. */
export function useStable<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const newest = useRef(run);
  useLayoutEffect(() => {
    newest.current = run;
  });
  return useCallback((...args: A) => newest.current(...args), []);
}
