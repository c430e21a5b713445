/** The list of products and services. */
import { useQuery } from "@tanstack/react-query";
import { FileUp, Package, Plus } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { ProdottoFilter, ProdottoRow, ProdottoSort } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { amount, percent } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { DataGrid } from "../../shared/grid/DataGrid";
import { KEYS, useKeys } from "../../shared/keys";
import { EmptyState, ListPage } from "../../shared/Page";
import { focusField } from "../../shared/problems";
import { go } from "../../shared/route";
import { Select } from "../../shared/Select";
import { useLanguage } from "../../shared/settings";
import { TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { type UrlFilter, useUrlFilter } from "../../shared/urlFilter";

const ANY = "-";
const FILTER = "filtro.testo";
const create = () => go("/prodotti/nuovo");

export function ListaProdotti() {
  const { t } = useTranslation("prodotti");
  const url = useUrlFilter();
  useKeys({ new: create, filter: () => void focusField(FILTER) });
  const filter = filterOf(url);
  return (
    <ListPage
      title={t("titolo")}
      actionsLabel={t("azioni")}
      actions={
        <>
          <Button onPress={() => go("/prodotti/importa")}>
            <FileUp size={16} aria-hidden="true" />
            {t("importa_breve")}
          </Button>
          <Button look="primary" chord={KEYS.new[0]} onPress={create}>
            <Plus size={16} aria-hidden="true" />
            {t("nuovo")}
          </Button>
        </>
      }
    >
      <DataGrid
        id="prodotti"
        label={t("titolo")}
        columns={useColumns()}
        rowId={(row) => row.id}
        source={{
          key: ["prodotti", "prodotti_list", filter],
          loadPage: (cursor) => call("prodotti_list", { filter: { ...filter, page: { cursor, limit: 200 } } }),
        }}
        sort={{ column: filter.sort, direction: filter.direction }}
        onSort={(sort) => url.set({ ordine: sort.column, verso: sort.direction })}
        onOpen={(row) => go(`/prodotti/${row.id}`)}
        filters={<Filters url={url} />}
        empty={<Empty url={url} />}
        autoFocus
      />
    </ListPage>
  );
}

function filterOf(url: UrlFilter): ProdottoFilter {
  return {
    testo: url.get("testo"),
    categoria: url.get("categoria"),
    cestino: url.get("cestino") === "1",
    sort: (url.get("ordine") || "descrizione") as ProdottoSort,
    direction: url.get("verso") === "descending" ? "descending" : "ascending",
    page: { cursor: null, limit: 0 },
  };
}

function useColumns(): readonly Column<ProdottoRow>[] {
  const { t } = useTranslation("prodotti");
  const language = useLanguage();
  return useMemo(
    () => [
      { id: "codice", header: t("campi.codice"), width: 112, sortable: true, cell: (row) => row.codice },
      {
        id: "descrizione",
        header: t("campi.descrizione"),
        width: 360,
        sortable: true,
        text: (row) => row.descrizione,
        cell: (row) => <span className="font-medium">{row.descrizione}</span>,
      },
      {
        id: "servizio",
        header: t("campi.tipo"),
        width: 96,
        text: (row) => t(row.servizio ? "servizio" : "bene"),
        cell: (row) => <Badge>{t(row.servizio ? "servizio" : "bene")}</Badge>,
      },
      { id: "categoria", header: t("campi.categoria"), width: 144, sortable: true, cell: (row) => row.categoria },
      { id: "unita_misura", header: t("campi.unita_misura"), width: 72, cell: (row) => row.unita_misura },
      {
        id: "prezzo",
        header: t("campi.prezzo"),
        width: 120,
        align: "end",
        sortable: true,
        cell: (row) => amount(row.prezzo, language),
      },
      {
        id: "prezzo_ivato",
        header: t("campi.prezzo_con"),
        width: 104,
        cell: (row) => t(row.prezzo_ivato ? "iva_compresa" : "iva_esclusa"),
      },
      {
        id: "iva",
        header: t("campi.aliquota_iva"),
        width: 80,
        align: "end",
        cell: (row) => row.natura || percent(row.aliquota_iva, language),
      },
    ],
    [t, language],
  );
}

function Filters({ url }: { url: UrlFilter }) {
  const { t } = useTranslation("prodotti");
  const { data: categorie = [] } = useQuery(query("prodotti_categorie", {}));
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
      {categorie.length > 0 ? (
        <div className="w-48">
          <Select
            bare
            label={t("campi.categoria")}
            value={url.get("categoria") || ANY}
            onChange={(id) => url.set({ categoria: id === ANY ? "" : id })}
            options={[{ id: ANY, label: t("tutte") }, ...categorie.map((nome) => ({ id: nome, label: nome }))]}
          />
        </div>
      ) : null}
      <Checkbox
        label={t("cestino")}
        value={url.get("cestino") === "1"}
        onChange={(on) => url.set({ cestino: on ? "1" : "" })}
      />
    </>
  );
}

function Empty({ url }: { url: UrlFilter }) {
  const { t } = useTranslation("prodotti");
  if (!url.isEmpty) {
    return <EmptyState text={t("nessuno")} action={<Button onPress={url.clear}>{t("togli_filtro")}</Button>} />;
  }
  return (
    <EmptyState
      icon={<Package size={32} strokeWidth={1.5} aria-hidden="true" />}
      text={t("vuoto")}
      action={
        <div className="flex gap-2">
          <Button look="primary" onPress={create}>
            {t("nuovo")}
          </Button>
          <Button onPress={() => go("/prodotti/importa")}>{t("importa_breve")}</Button>
        </div>
      }
    />
  );
}
