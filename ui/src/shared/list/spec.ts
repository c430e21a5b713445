/** What a list asks the engine. Its page asks it, and so does the frame before the page shows. */
import { queryOptions } from "@tanstack/react-query";
import { queries } from "../../ipc/client";
import type { Lista, Page, PageRequest } from "../../ipc/generated";
import { pageQuery, type Source } from "../grid/rows";
import { firstView } from "./views";

/** The words of a filter, by name; empty where there are none. */
export type Words = (name: string) => string;

export interface ListSpec<Row, Filter, Sums extends { righe: number }> {
  /** Names the list on this computer; its first word is the area whose writes make it old. */
  id: string;
  filterOf: (words: Words) => Filter;
  load: (filter: Filter, page: PageRequest) => Promise<Page<Row>>;
  /** Adds up all that the filter finds. */
  sum: (filter: Filter) => Promise<Sums>;
  /** The same list for the commands that serve every area. */
  lista: (filter: Filter) => Lista;
  /** Further areas whose writes make this list old. */
  reads?: readonly string[];
}

const keyOf = (id: string, what: "rows" | "sums", filter: unknown) => [id.split(".", 1)[0], id, what, filter];

export function sourceOf<Row, Filter, Sums extends { righe: number }>(
  spec: ListSpec<Row, Filter, Sums>,
  filter: Filter,
): Source<Row> {
  return { key: keyOf(spec.id, "rows", filter), loadPage: (page) => spec.load(filter, page), reads: spec.reads };
}

export function sumsQuery<Row, Filter, Sums extends { righe: number }>(
  spec: ListSpec<Row, Filter, Sums>,
  filter: Filter,
) {
  return queryOptions({
    queryKey: keyOf(spec.id, "sums", { ...filter, sort: "", direction: "" }), // in any order they are the same
    queryFn: () => spec.sum(filter),
    meta: { reads: spec.reads ?? [] },
  });
}

/** The filter that an address asks for. */
export function filterIn<Row, Filter, Sums extends { righe: number }>(
  spec: ListSpec<Row, Filter, Sums>,
  search: URLSearchParams,
): Filter {
  return spec.filterOf((name) => search.get(name) ?? "");
}

/** Fetches the first rows and the sums before the page shows. */
export function readyList<Row, Filter, Sums extends { righe: number }>(spec: ListSpec<Row, Filter, Sums>) {
  return (search: URLSearchParams) => {
    const words = search.size > 0 ? search : new URLSearchParams(firstView(spec.id)?.words);
    const filter = filterIn(spec, words);
    return Promise.all([
      queries.prefetchQuery(pageQuery(sourceOf(spec, filter))),
      queries.prefetchQuery(sumsQuery(spec, filter)),
    ]);
  };
}
