/** The list of customers, of suppliers or of contacts. */
import { FileUp, Plus, Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Faccia, Natura, SoggettoFilter, SoggettoRow, SoggettoSort } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import type { Column, Sort } from "../../shared/grid/columns";
import { DataGrid } from "../../shared/grid/DataGrid";
import { KEYS, useKeys } from "../../shared/keys";
import { EmptyState, ListPage } from "../../shared/Page";
import { focusField } from "../../shared/problems";
import { go } from "../../shared/route";
import { Select } from "../../shared/Select";
import { TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { type UrlFilter, useUrlFilter } from "../../shared/urlFilter";
import { PATHS } from "./draft";

const NATURE: readonly Natura[] = ["societa", "persona_con_iva", "privato", "pa", "estero"];
const ANY = "-";
const FILTER = "filtro.testo";

export function ListaSoggetti({ faccia }: { faccia: Faccia }) {
  const { t } = useTranslation("anagrafiche");
  const url = useUrlFilter();
  const create = () => go(`${PATHS[faccia]}/nuovo`);
  useKeys({ new: create, filter: () => void focusField(FILTER) });
  const filter = filterOf(faccia, url);
  return (
    <ListPage
      title={t(`facce.${faccia}`)}
      actionsLabel={t("azioni")}
      actions={
        <>
          <Button onPress={() => go(`${PATHS[faccia]}/importa`)}>
            <FileUp size={16} aria-hidden="true" />
            {t("importa_breve")}
          </Button>
          <Button look="primary" chord={KEYS.new[0]} onPress={create}>
            <Plus size={16} aria-hidden="true" />
            {t(`nuovo.${faccia}`)}
          </Button>
        </>
      }
    >
      <DataGrid
        id={`anagrafiche.${faccia}`}
        label={t(`facce.${faccia}`)}
        columns={useColumns()}
        rowId={(row) => row.id}
        source={{
          key: ["anagrafiche", "anagrafiche_list", filter],
          loadPage: (cursor) => call("anagrafiche_list", { filter: { ...filter, page: { cursor, limit: 200 } } }),
        }}
        sort={{ column: filter.sort, direction: filter.direction }}
        onSort={(sort: Sort) => url.set({ ordine: sort.column, verso: sort.direction })}
        onOpen={(row) => go(`${PATHS[faccia]}/${row.id}`)}
        filters={<Filters url={url} />}
        empty={<Empty faccia={faccia} isFiltered={!url.isEmpty} onCreate={create} onClear={url.clear} />}
        autoFocus
      />
    </ListPage>
  );
}

function filterOf(faccia: Faccia, url: UrlFilter): SoggettoFilter {
  return {
    faccia,
    testo: url.get("testo"),
    natura: (url.get("natura") || null) as Natura | null,
    cestino: url.get("cestino") === "1",
    sort: (url.get("ordine") || "nome") as SoggettoSort,
    direction: url.get("verso") === "descending" ? "descending" : "ascending",
    page: { cursor: null, limit: 0 },
  };
}

function useColumns(): readonly Column<SoggettoRow>[] {
  const { t } = useTranslation("anagrafiche");
  return useMemo(
    () => [
      {
        id: "nome",
        header: t("campi.nome_completo"),
        width: 216,
        grow: true,
        sortable: true,
        text: (row) => row.nome,
        cell: (row) => <span className="font-medium">{row.nome}</span>,
      },
      {
        id: "natura",
        header: t("campi.natura"),
        width: 148,
        text: (row) => t(`nature.${row.natura}`),
        cell: (row) => <Badge>{t(`nature.${row.natura}`)}</Badge>,
      },
      {
        id: "partita_iva",
        header: t("campi.partita_iva"),
        width: 116,
        sortable: true,
        text: (row) => row.partita_iva,
        cell: (row) => <span className="tabular-nums">{row.partita_iva}</span>,
      },
      {
        id: "codice_fiscale",
        header: t("campi.codice_fiscale"),
        width: 168,
        text: (row) => row.codice_fiscale,
        cell: (row) => <span className="tabular-nums">{row.codice_fiscale}</span>,
      },
      {
        id: "comune",
        header: t("campi.comune"),
        width: 148,
        sortable: true,
        cell: (row) => [row.comune, row.provincia && `(${row.provincia})`].filter(Boolean).join(" "),
      },
      { id: "telefono", header: t("campi.telefono"), width: 108, cell: (row) => row.telefono },
      { id: "email", header: t("campi.email"), width: 152, cell: (row) => row.email },
    ],
    [t],
  );
}

function Filters({ url }: { url: UrlFilter }) {
  const { t } = useTranslation("anagrafiche");
  return (
    <>
      <div className="w-80">
        <TextField
          bare
          type="search"
          path={FILTER}
          label={t("cerca")}
          placeholder={t("cerca")}
          value={url.get("testo")}
          onChange={(testo) => url.set({ testo })}
        />
      </div>
      <div className="w-48">
        <Select
          bare
          label={t("campi.natura")}
          value={url.get("natura") || ANY}
          onChange={(natura) => url.set({ natura: natura === ANY ? "" : natura })}
          options={[
            { id: ANY, label: t("nature.tutte") },
            ...NATURE.map((natura) => ({ id: natura, label: t(`nature.${natura}`) })),
          ]}
        />
      </div>
      <Checkbox
        label={t("cestino")}
        value={url.get("cestino") === "1"}
        onChange={(on) => url.set({ cestino: on ? "1" : "" })}
      />
    </>
  );
}

function Empty(props: { faccia: Faccia; isFiltered: boolean; onCreate: () => void; onClear: () => void }) {
  const { t } = useTranslation("anagrafiche");
  if (props.isFiltered) {
    return <EmptyState text={t("nessuno")} action={<Button onPress={props.onClear}>{t("togli_filtro")}</Button>} />;
  }
  return (
    <EmptyState
      icon={<Users size={32} strokeWidth={1.5} aria-hidden="true" />}
      text={t(`vuoto.${props.faccia}`)}
      action={
        <div className="flex gap-2">
          <Button look="primary" onPress={props.onCreate}>
            {t(`nuovo.${props.faccia}`)}
          </Button>
          <Button onPress={() => go(`${PATHS[props.faccia]}/importa`)}>{t("importa_breve")}</Button>
        </div>
      }
    />
  );
}
