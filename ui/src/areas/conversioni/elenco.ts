/** What the list of files opened to be read asks the engine. */
import { call } from "../../ipc/client";
import type { ConversioneFilter, ConversioneRow, ConversioneSort, ConversioneStato, Somme } from "../../ipc/generated";
import type { ListSpec } from "../../shared/list/spec";

export const elenco: ListSpec<ConversioneRow, ConversioneFilter, Somme> = {
  id: "conversioni",
  filterOf: (word) => ({
    testo: word("testo"),
    stato: (word("stato") || null) as ConversioneStato | null,
    sort: (word("ordine") || "aperto") as ConversioneSort,
    direction: word("verso") === "ascending" ? "ascending" : "descending",
    page: { cursor: null, limit: 0 },
  }),
  load: (filter, page) => call("conversioni_list", { filter: { ...filter, page } }),
  sum: (filter) => call("conversioni_somme", { filter }),
  lista: (filter) => ({ area: "conversioni", filter }),
};
