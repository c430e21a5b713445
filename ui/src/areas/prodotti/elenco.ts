/** What the list of products asks the engine. */
import { call } from "../../ipc/client";
import type { ProdottoFilter, ProdottoRow, ProdottoSort, Somme } from "../../ipc/generated";
import type { ListSpec } from "../../shared/list/spec";

export const elenco: ListSpec<ProdottoRow, ProdottoFilter, Somme> = {
  id: "prodotti",
  filterOf: (word) => ({
    testo: word("testo"),
    categoria: word("categoria"),
    cestino: word("cestino") === "1",
    sort: (word("ordine") || "descrizione") as ProdottoSort,
    direction: word("verso") === "descending" ? "descending" : "ascending",
    page: { cursor: null, limit: 0 },
  }),
  load: (filter, page) => call("prodotti_list", { filter: { ...filter, page } }),
  sum: (filter) => call("prodotti_somme", { filter }),
  lista: (filter) => ({ area: "prodotti", filter }),
};
