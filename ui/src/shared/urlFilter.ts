/** A list's filter lives in its address: going back finds it, and it can be linked to. */
import { useCallback } from "react";
import { replace, usePlace } from "./route";

export interface UrlFilter {
  get: (name: string) => string;
  /** Sets some words of the filter; an empty one is left out. */
  set: (change: Readonly<Record<string, string>>) => void;
  clear: () => void;
  isEmpty: boolean;
  /** The whole filter as it stands in the address. */
  words: string;
}

export function useUrlFilter(): UrlFilter {
  const { path, search } = usePlace();
  const get = useCallback((name: string) => search.get(name) ?? "", [search]);
  const set = useCallback(
    (change: Readonly<Record<string, string>>) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(change)) {
        if (value === "") next.delete(name);
        else next.set(name, value);
      }
      const words = next.toString();
      replace(words ? `${path}?${words}` : path);
    },
    [path, search],
  );
  const clear = useCallback(() => replace(path), [path]);
  return { get, set, clear, isEmpty: search.size === 0, words: search.toString() };
}
