/** What the page asks the engine. */
import { queries, query } from "../../ipc/client";
import type { Base } from "../../ipc/generated";

const READS = ["documenti", "scadenze", "anagrafiche"];

export function panoramicaQuery(search: URLSearchParams) {
  const year = search.get("anno") ?? "";
  const base: Base = search.get("base") === "totale" ? "totale" : "imponibile";
  return query("riepiloghi_panoramica", { filter: { anno: /^\d{4}$/.test(year) ? +year : null, base } }, READS);
}

export const orologiQuery = () => query("riepiloghi_orologi", {}, [...READS, "efatture"]);

/** Both, before the page shows. */
export const ready = (search: URLSearchParams) =>
  Promise.all([queries.prefetchQuery(panoramicaQuery(search)), queries.prefetchQuery(orologiQuery())]);
