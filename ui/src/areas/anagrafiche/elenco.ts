/** What the lists of customers, suppliers and contacts ask the engine. */
import { call } from "../../ipc/client";
import type { Faccia, Natura, SoggettoFilter, SoggettoRow, SoggettoSort, Somme } from "../../ipc/generated";
import type { ListSpec } from "../../shared/list/spec";

function elencoDi(faccia: Faccia): ListSpec<SoggettoRow, SoggettoFilter, Somme> {
  return {
    id: `anagrafiche.${faccia}`,
    filterOf: (word) => ({
      faccia,
      testo: word("testo"),
      natura: (word("natura") || null) as Natura | null,
      cestino: word("cestino") === "1",
      sort: (word("ordine") || "nome") as SoggettoSort,
      direction: word("verso") === "descending" ? "descending" : "ascending",
      page: { cursor: null, limit: 0 },
    }),
    load: (filter, page) => call("anagrafiche_list", { filter: { ...filter, page } }),
    sum: (filter) => call("anagrafiche_somme", { filter }),
    lista: (filter) => ({ area: "anagrafiche", filter }),
  };
}

export const elenchi = {
  cliente: elencoDi("cliente"),
  fornitore: elencoDi("fornitore"),
  contatto: elencoDi("contatto"),
} as const satisfies Record<Faccia, unknown>;
