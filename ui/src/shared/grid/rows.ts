/** The rows of a grid: keyset pages, fetched one after the other up to where one looks. */
import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Page } from "../../ipc/generated";

export interface Source<Row> {
  /** Names the question: area first, then filter and order. A new key begins a new list. */
  key: QueryKey;
  loadPage: (cursor: string | null) => Promise<Page<Row>>;
  /** How many rows the filter finds in all, once its totals have said so. */
  count?: number | undefined;
  /** Further areas whose writes make this list old. */
  reads?: readonly string[];
}

export interface Rows<Row> {
  rows: readonly Row[];
  total: number;
  isLoading: boolean;
  error: unknown;
  /** Asks again after a failure. */
  retry: () => void;
  /** Sees to it that the row at this index is there, or fetches towards it. */
  want: (index: number) => void;
  /** Fetches all that is left. */
  all: () => Promise<readonly Row[]>;
}

export function useRows<Row>(source: Source<Row>): Rows<Row> {
  const { data, error, isPending, isFetching, isFetchNextPageError, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({
      queryKey: source.key,
      queryFn: ({ pageParam }) => source.loadPage(pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before, // the old rows stay until the new ones are here: no flicker while one types a filter
      structuralSharing: false, // comparing 50,000 rows one by one costs more than drawing the thirty in sight
      meta: { reads: source.reads ?? [] },
    });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const want = useCallback(
    (index: number) => {
      // a page that failed waits to be asked for again, or it would be asked for without end
      if (index >= rows.length && hasNextPage && !isFetching && !error) void fetchNextPage();
    },
    [rows.length, hasNextPage, isFetching, error, fetchNextPage],
  );
  const all = useCallback(async () => {
    let result = await fetchNextPage({ cancelRefetch: false });
    while (result.hasNextPage && !result.isError) result = await fetchNextPage();
    return result.data?.pages.flatMap((page) => page.rows) ?? [];
  }, [fetchNextPage]);
  const retry = () => void (isFetchNextPageError ? fetchNextPage() : refetch());
  // until the count is known one more row stands for all that follows
  const total = hasNextPage ? Math.max(source.count ?? 0, rows.length + 1) : rows.length;
  return { rows, total, isLoading: isPending, error, retry, want, all };
}
