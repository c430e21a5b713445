/** A list's filter lives in its address: going back finds it, and it can be linked to. */
import { useCallback } from "react";
import { replace, usePlace } from "./route";

export interface UrlFilter {
  get: (name: string) => string;
  /** Sets some words of the filter; an empty one is left out. */
  set: (change: Readonly<Record<string, string>>) => void;
  /** Puts other words in the place of all. */
  put: (words: string) => void;
  /** Lets every row of the tab in again; the order stays. */
  clear: () => void;
  /** Some word leaves rows out. */
  isFiltered: boolean;
  /** Filter and order as they stand in the address. */
  search: URLSearchParams;
}

/** The words of an address that say in which order the rows come, and leave none out. */
export const ORDER = { column: "ordine", direction: "verso" } as const;
/** These and the tab one stands on: words that are no filter. */
const PLACES: readonly string[] = [...Object.values(ORDER), "vista"];

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
      replace(`${path}${asked(next.toString())}`);
    },
    [path, search],
  );
  const put = (words: string) => replace(`${path}${asked(words)}`);
  const filters = [...search.keys()].filter((name) => !PLACES.includes(name));
  const clear = () => set(Object.fromEntries(filters.map((name) => [name, ""])));
  return { get, set, put, clear, isFiltered: filters.length > 0, search };
}

const asked = (words: string) => (words ? `?${words}` : "");
