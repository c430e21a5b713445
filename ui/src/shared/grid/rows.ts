/** The rows of a grid: keyset pages, fetched as one comes near them and let go as one leaves them behind. */
import { type QueryKey, queryOptions, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Page, PageRequest } from "../../ipc/generated";
import { useStable } from "../useStable";
import { type Chain, doubt, learn, pageAt, START, type Start } from "./chain";

export interface Source<Row> {
  /** Names the question: area first, then filter and order. A new key begins a new list. */
  key: QueryKey;
  loadPage: (page: PageRequest) => Promise<Page<Row>>;
  /** How many rows the filter finds in all, once its totals have said so. */
  count?: number | undefined;
  /** Further areas whose writes make this list old. */
  reads?: readonly string[] | undefined;
}

export interface Rows<Row> {
  /** The row at an index; nothing while its page is on the way. */
  at: (index: number) => Row | undefined;
  /** The rows that are here, with their indices. */
  here: () => [index: number, row: Row][];
  total: number;
  isLoading: boolean;
  /** The rows shown are those of the question before. */
  isOld: boolean;
  error: unknown;
  /** Asks again after a failure. */
  retry: () => void;
  /** Tells which rows are looked at: their pages are fetched, and those far from them let go. */
  look: (indices: readonly number[]) => void;
  /** All rows from one index to another, fetched where they are not here. */
  between: (from: number, to: number) => Promise<readonly Row[]>;
}

/** The first page fills the tallest screen and comes at once; the next ones are for who runs through the list. */
const FIRST_PAGE = 100;
const NEXT_PAGE = 1_000;
/** Pages kept on either side of those looked at. */
const NEAR = 1;
/** Who edits a record for an hour finds the list where it was: its beginning, and where its other pages begin. */
const KEPT_MS = 60 * 60_000;
const REST_KEPT_MS = 60_000;

/** A page as it is kept: the first one of a list also knows where the others begin. */
type Kept<Row> = Page<Row> & { chain?: Chain };

export function pageQuery<Row>({ key, loadPage, reads }: Source<Row>, start: Start = START) {
  return queryOptions({
    queryKey: [...key, start.cursor],
    queryFn: async ({ client }): Promise<Kept<Row>> => {
      const page = await loadPage({ cursor: start.cursor, limit: start.cursor === null ? FIRST_PAGE : NEXT_PAGE });
      const first = client.getQueryData<Kept<Row>>([...key, START.cursor]);
      const chain = learn(first?.chain, start, page.next, page.rows.length);
      return start.cursor === null ? { ...page, chain } : page;
    },
    structuralSharing: false, // comparing a thousand rows one by one costs more than drawing the thirty in sight
    gcTime: start.cursor === null ? KEPT_MS : REST_KEPT_MS,
    meta: { reads: reads ?? [] },
  });
}

/** What was shown last; it stays until the answer to a new question is here: no flicker while one types a filter. */
interface Shown<Row> {
  under: string;
  starts: readonly Start[];
  pages: Map<number, readonly Row[]>;
  total: number;
}

/** Another question is looked at from its top. */
const TOP: readonly number[] = [0];

/** The rows of a source, looked at first at these indices. */
export function useRows<Row>(source: Source<Row>, firstLook: readonly number[] = TOP): Rows<Row> {
  const client = useQueryClient();
  const under = JSON.stringify(source.key);
  const [looks, setLooks] = useState({ under, indices: firstLook });
  const looked = looks.under === under ? looks.indices : TOP;
  const shown = useRef<Shown<Row>>({ under: "", starts: [START], pages: new Map(), total: 0 });
  const chain = client.getQueryData<Kept<Row>>([...source.key, START.cursor])?.chain;
  const { starts = [START], end = null } = chain ?? {};
  const wanted = [...new Set([0, ...looked.map((index) => pageAt(starts, index))])];
  const results = useQueries({ queries: wanted.map((n) => pageQuery(source, starts[n])) });
  const isNew = results[0]?.data === undefined;
  if (!isNew) {
    const before = shown.current.under === under ? shown.current.pages : new Map<number, readonly Row[]>();
    const pages = new Map(wanted.map((n, i) => [n, results[i]?.data?.rows ?? before.get(n) ?? []]));
    // until the count is known one more row stands for all that follows
    const total = end ?? Math.max(source.count ?? 0, (starts.at(-1)?.index ?? 0) + 1);
    shown.current = { under, starts: [...starts], pages, total };
  }
  const { pages, total } = shown.current;
  const at = (index: number) => {
    const n = pageAt(shown.current.starts, index);
    return pages.get(n)?.[index - (shown.current.starts[n]?.index ?? 0)];
  };
  const here = () =>
    [...pages].flatMap(([n, rows]) =>
      rows.map((row, i): [number, Row] => [(shown.current.starts[n]?.index ?? 0) + i, row]),
    );
  const near = wanted.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pages wanted say all of the rest
  useEffect(() => {
    const keeps = near.split(",").map((n) => +n);
    for (const [n, start] of starts.entries())
      if (n > 0 && !keeps.some((kept) => Math.abs(kept - n) <= NEAR))
        client.removeQueries({ queryKey: [...source.key, start.cursor], exact: true });
  }, [client, under, near]);
  const { count } = source;
  useEffect(() => {
    if (!chain) return;
    const known = chain.starts.length;
    let isOther = count !== undefined && doubt(chain, count);
    // a page that was here already says anew where the next begins
    for (const [i, n] of wanted.entries()) {
      const page = results[i]?.data;
      const start = chain.starts[n];
      if (page && start) learn(chain, start, page.next, page.rows.length);
    }
    isOther ||= chain.starts.length !== known;
    if (isOther) setLooks((before) => ({ ...before }));
  });
  const look = useStable((indices: readonly number[]) => {
    const pages = new Set([0, ...indices.map((index) => pageAt(starts, index))]);
    const isKnown = end !== null || !pages.has(starts.length - 1);
    if (!isKnown || pages.size !== wanted.length || wanted.some((n) => !pages.has(n))) setLooks({ under, indices });
  });
  const between = async (from: number, to: number) => {
    const found: Row[] = [];
    for (let n = pageAt(starts, from); ; n = pageAt(starts, from + found.length)) {
      const start = starts[n] ?? START;
      const page = await client.fetchQuery(pageQuery(source, start));
      if (chain) learn(chain, start, page.next, page.rows.length);
      if (!wanted.includes(n)) client.removeQueries({ queryKey: [...source.key, start.cursor], exact: true });
      // the page of `from` may not be known yet: each one says where the next begins
      if (start.index + page.rows.length > from)
        found.push(...page.rows.slice(Math.max(0, from + found.length - start.index)));
      if (page.next === null || found.length > to - from) return found.slice(0, to - from + 1);
    }
  };
  const failed = results.filter((result) => result.isError);
  return {
    at,
    here,
    total,
    isLoading: isNew && shown.current.under === "" && failed.length === 0,
    isOld: isNew && shown.current.under !== "" && shown.current.under !== under,
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach((result) => void result.refetch()),
    look,
    between,
  };
}
