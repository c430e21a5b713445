/** What the list of documents asks the engine. */
import { call, queries } from "../../ipc/client";
import type { DocumentoFilter, DocumentoRow, DocumentoSomme, DocumentoSort, Page, Stato } from "../../ipc/generated";
import type { ListSpec } from "../../shared/list/spec";
import { PAGAMENTI } from "./stati";
import { VISTE, type Vista } from "./tipi";

export const elenco: ListSpec<DocumentoRow, DocumentoFilter, DocumentoSomme> = {
  id: "documenti",
  reads: ["efatture", "scadenze"],
  filterOf: (word) => {
    const vista = vistaOf(word("vista"));
    const year = word("anno");
    const stato = word("stato") as Stato | "";
    return {
      testo: word("testo"),
      tipi: [...VISTE[vista]],
      stati: STATI_OF[vista] ?? (stato ? [stato] : []),
      anno: /^\d{4}$/.test(year) ? +year : null,
      dal: word("dal"),
      al: word("al"),
      cliente_id: word("cliente") || null,
      sezionale: null,
      da_salvare: word("da_salvare") === "1",
      pagamento: PAGAMENTI.find((id) => id === word("pagamento")) ?? null,
      sort: (word("ordine") || "data") as DocumentoSort,
      direction: word("verso") === "ascending" ? "ascending" : "descending",
      page: { cursor: null, limit: 0 },
    };
  },
  load: (filter, page) => call("documenti_list", { filter: { ...filter, page } }),
  sum: (filter) => call("documenti_somme", { filter }),
  lista: (filter) => ({ area: "documenti", filter }),
};

/** Views that say the state themselves. */
const STATI_OF: Partial<Record<Vista, Stato[]>> = { bozze: ["bozza"], fatturato: ["emesso"] };

export function vistaOf(word: string): Vista {
  return word in VISTE ? (word as Vista) : "tutti";
}

/** The rows behind the ids, from the lists already fetched. */
export function rowsOf(ids: readonly string[]): DocumentoRow[] {
  const pages = queries.getQueriesData<Page<DocumentoRow>>({
    queryKey: ["documenti", elenco.id, "rows"],
  });
  const rows = pages.flatMap(([, page]) => page?.rows ?? []);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
