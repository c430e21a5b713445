import { FileText, Filter, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { Badge } from "../src/shared/Badge";
import { Button } from "../src/shared/Button";
import { amount, day } from "../src/shared/format";
import { type Column, type Sort, useArrangement } from "../src/shared/grid/columns";
import { DataGrid } from "../src/shared/grid/DataGrid";
import type { Selection } from "../src/shared/grid/select";
import { EmptyState, ListPage } from "../src/shared/Page";
import { go } from "../src/shared/route";
import { Select } from "../src/shared/Select";
import { useLanguage } from "../src/shared/settings";
import { TextField } from "../src/shared/TextField";
import { toast } from "../src/shared/toast";
import { COUNT, loadPage, type Sample } from "./engine";

const TONES = { bozza: "neutral", emessa: "ok", scartata: "bad" } as const;

export function List() {
  const language = useLanguage();
  const [sort, setSort] = useState<Sort>({ column: "giorno", direction: "descending" });
  const [selection, setSelection] = useState<Selection>(new Set());
  const [text, setText] = useState("");
  const columns = useMemo(
    (): Column<Sample>[] => [
      { id: "numero", header: "Numero", width: 96, sortable: true, text: (row) => row.numero },
      { id: "giorno", header: "Data", width: 104, sortable: true, text: (row) => day(row.giorno) },
      {
        id: "cliente",
        header: "Cliente",
        grow: true,
        main: true,
        width: 280,
        sortable: true,
        text: (row) => row.cliente,
      },
      {
        id: "stato",
        header: "Stato",
        width: 104,
        cell: (row) => <Badge tone={TONES[row.stato]}>{row.stato}</Badge>,
        text: (row) => row.stato,
      },
      {
        id: "totale",
        header: "Totale",
        width: 128,
        align: "end",
        sortable: true,
        text: (row) => amount(row.totale, language),
      },
    ],
    [language],
  );
  const arrangement = useArrangement("specimen", columns);
  return (
    <ListPage
      title="Documenti"
      actionsLabel="Azioni"
      actions={
        <Button look="primary" chord="N" onPress={() => toast("Fattura 12/A salvata", () => {})}>
          <Plus size={16} aria-hidden="true" />
          Nuova fattura
        </Button>
      }
    >
      <DataGrid
        id="specimen"
        label="Documenti"
        autoFocus
        arrangement={arrangement}
        source={{ key: ["documenti", "list", sort], loadPage, count: COUNT }}
        rowId={(row) => row.id}
        sort={sort}
        onSort={setSort}
        selection={selection}
        onSelect={setSelection}
        onOpen={() => go("/pezzi")}
        filters={
          <>
            <div className="w-64">
              <TextField
                bare
                label="Filtra"
                placeholder="Cliente, numero o importo"
                type="search"
                value={text}
                onChange={setText}
                after={<Filter size={14} aria-hidden="true" />}
              />
            </div>
            <div className="w-40">
              <Select
                bare
                label="Stato"
                value="tutti"
                onChange={() => {}}
                options={[
                  { id: "tutti", label: "Tutti gli stati" },
                  { id: "bozza", label: "Bozze" },
                ]}
              />
            </div>
          </>
        }
        totals={{
          cliente: `${amount("50000", language).replace(/,00$/, "")} documenti`,
          totale: amount("2499875000.00", language),
        }}
        empty={
          <EmptyState
            icon={<FileText size={32} strokeWidth={1.25} />}
            text="Qui staranno le fatture: scrivi la prima."
          />
        }
      />
    </ListPage>
  );
}
