/** The rows of a grid: keyset pages, fetched one after the other up to where one looks. */
import { infiniteQueryOptions, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Page, PageRequest } from "../../ipc/generated";

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
  rows: readonly Row[];
  total: number;
  isLoading: boolean;
  /** The rows shown are those of the question before. */
  isOld: boolean;
  error: unknown;
  /** Asks again after a failure. */
  retry: () => void;
  /** Sees to it that the row at this index is there, or fetches towards it. */
  want: (index: number) => void;
  /** Fetches all that is left. */
  all: () => Promise<readonly Row[]>;
}

/** The first page fills the tallest screen and comes at once; the next ones are for who runs through the list. */
const FIRST_PAGE = 100;
const NEXT_PAGE = 1_000;
/** Who edits a record for an hour finds the list where it was. */
const KEPT_MS = 60 * 60_000;

export function rowsQuery<Row>(source: Source<Row>) {
  return infiniteQueryOptions({
    queryKey: source.key,
    queryFn: ({ pageParam }) =>
      source.loadPage({ cursor: pageParam, limit: pageParam === null ? FIRST_PAGE : NEXT_PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Row>) => page.next,
    structuralSharing: false, // comparing 50,000 rows one by one costs more than drawing the thirty in sight
    gcTime: KEPT_MS,
    meta: { reads: source.reads ?? [] },
  });
}

export function useRows<Row>(source: Source<Row>): Rows<Row> {
  const {
    data,
    error,
    isPending,
    isPlaceholderData,
    isFetching,
    isFetchNextPageError,
    hasNextPage,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({
    ...rowsQuery(source),
    placeholderData: (before) => before, // the old rows stay until the new ones are here: no flicker while one types a filter
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
  return { rows, total, isLoading: isPending, isOld: isPlaceholderData, error, retry, want, all };
}
