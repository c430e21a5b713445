/** What the schedule and the list of cashings ask the engine. */
import { call } from "../../ipc/client";
import type {
  IncassoFilter,
  IncassoRow,
  IncassoSomme,
  Quali,
  ScadenzaFilter,
  ScadenzaRow,
  ScadenzaSomme,
  ScadenzaSort,
} from "../../ipc/generated";
import type { ListSpec } from "../../shared/list/spec";

/** Which instalments one can ask for; the first is what the list opens with. */
export const QUALI: readonly Quali[] = ["aperte", "scadute", "parziali", "pagate", "tutte"];

const PAGE = { cursor: null, limit: 0 };

export const scadenze: ListSpec<ScadenzaRow, ScadenzaFilter, ScadenzaSomme> = {
  id: "scadenze",
  reads: ["documenti"],
  filterOf: (word) => ({
    testo: word("testo"),
    quali: (QUALI as readonly string[]).includes(word("quali")) ? (word("quali") as Quali) : "aperte",
    dal: word("dal"),
    al: word("al"),
    cliente_id: word("cliente") || null,
    sort: (word("ordine") || "scadenza") as ScadenzaSort,
    direction: word("verso") === "descending" ? "descending" : "ascending",
    page: PAGE,
  }),
  load: (filter, page) => call("scadenze_list", { filter: { ...filter, page } }),
  sum: (filter) => call("scadenze_somme", { filter }),
  lista: (filter) => ({ area: "scadenze", filter }),
};

export const incassi: ListSpec<IncassoRow, IncassoFilter, IncassoSomme> = {
  id: "scadenze.incassi",
  reads: ["documenti"],
  filterOf: (word) => ({
    testo: word("testo"),
    dal: word("dal"),
    al: word("al"),
    cliente_id: word("cliente") || null,
    sort: "giorno",
    direction: word("verso") === "ascending" ? "ascending" : "descending",
    page: PAGE,
  }),
  load: (filter, page) => call("scadenze_incassi", { filter: { ...filter, page } }),
  sum: (filter) => call("scadenze_incassi_somme", { filter }),
  lista: (filter) => ({ area: "incassi", filter }),
};
