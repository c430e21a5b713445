/** Every document of the active cycle: kinds as tabs, a filter row, the engine's sums under it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileText, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { DocumentoFilter, DocumentoRow, DocumentoSort, Stato } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { amount } from "../../shared/format";
import { DataGrid } from "../../shared/grid/DataGrid";
import type { Selection } from "../../shared/grid/select";
import { KEYS, useKeys } from "../../shared/keys";
import { EmptyState, ListPage } from "../../shared/Page";
import { focusField } from "../../shared/problems";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { type UrlFilter, useUrlFilter } from "../../shared/urlFilter";
import { AnteprimaRapida } from "./Anteprima";
import { useColonne } from "./colonne";
import { FILTER, FiltriDocumenti } from "./FiltriDocumenti";
import { Scelti } from "./Scelti";
import { VISTE, type Vista } from "./tipi";

const NONE: Selection = new Set();

export function ListaDocumenti() {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const url = useUrlFilter();
  const [choice, setChoice] = useState({ under: "", ids: NONE });
  const [previewed, setPreviewed] = useState<DocumentoRow>();
  // what is chosen is what one sees: another filter begins anew
  const chosen = choice.under === url.words ? choice.ids : NONE;
  const setChosen = (ids: Selection) => setChoice({ under: url.words, ids });
  const vista = (url.get("vista") || "tutti") as Vista;
  const create = () => go(`/documenti/nuovo?tipo=${VISTE[vista][0] ?? "FATTURA"}`);
  useKeys({ new: create, filter: () => void focusField(FILTER) });
  const filter = filterOf(url, vista);
  const { data: sums } = useQuery({ ...query("documenti_somme", { filter }), placeholderData: keepPreviousData });
  return (
    <ListPage
      title={t("titolo")}
      actionsLabel={t("azioni")}
      actions={
        <Button look="primary" chord={KEYS.new[0]} onPress={create}>
          <Plus size={16} aria-hidden="true" />
          {t("nuovo")}
        </Button>
      }
    >
      <div className="flex h-full min-h-0 flex-col">
        <Viste vista={vista} onChange={(id) => url.set({ vista: id === "tutti" ? "" : id })} />
        <div className="min-h-0 flex-1">
          <DataGrid
            id="documenti"
            label={t("titolo")}
            columns={useColonne()}
            rowId={(row) => row.id}
            source={{
              key: ["documenti", "documenti_list", filter],
              loadPage: (cursor) => call("documenti_list", { filter: { ...filter, page: { cursor, limit: 200 } } }),
              count: sums?.righe,
              reads: ["efatture"],
            }}
            sort={{ column: filter.sort, direction: filter.direction }}
            onSort={(sort) => url.set({ ordine: sort.column, verso: sort.direction })}
            onOpen={(row) => go(`/documenti/${row.id}`)}
            onPreview={setPreviewed}
            selection={chosen}
            onSelect={setChosen}
            filters={
              chosen.size > 0 ? (
                <Scelti chosen={chosen} onDone={() => setChosen(NONE)} />
              ) : (
                <FiltriDocumenti url={url} />
              )
            }
            totals={{
              cliente: sums ? t("righe", { count: sums.righe }) : "",
              imponibile: sums ? amount(sums.imponibile, language) : "",
              imposta: sums ? amount(sums.imposta, language) : "",
              totale: sums ? amount(sums.totale, language) : "",
              netto: sums ? amount(sums.netto_a_pagare, language) : "",
            }}
            empty={<Empty url={url} onCreate={create} />}
            autoFocus
          />
        </div>
      </div>
      <AnteprimaRapida row={previewed} onClose={() => setPreviewed(undefined)} />
    </ListPage>
  );
}

function filterOf(url: UrlFilter, vista: Vista): DocumentoFilter {
  const year = url.get("anno");
  const stato = url.get("stato") as Stato | "";
  return {
    testo: url.get("testo"),
    tipi: [...VISTE[vista]],
    stati: vista === "bozze" ? ["bozza"] : stato ? [stato] : [],
    anno: /^\d{4}$/.test(year) ? +year : null,
    dal: url.get("dal"),
    al: url.get("al"),
    cliente_id: url.get("cliente") || null,
    sezionale: null,
    da_salvare: url.get("da_salvare") === "1",
    sort: (url.get("ordine") || "data") as DocumentoSort,
    direction: url.get("verso") === "ascending" ? "ascending" : "descending",
    page: { cursor: null, limit: 0 },
  };
}

function Viste({ vista, onChange }: { vista: Vista; onChange: (vista: Vista) => void }) {
  const { t } = useTranslation("documenti");
  return (
    <fieldset aria-label={t("viste_titolo")} className="flex gap-4 border-b border-line px-6">
      {(Object.keys(VISTE) as Vista[]).map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === vista}
          onClick={() => onChange(id)}
          className="-mb-px h-9 border-b-2 border-transparent text-ink-2 -outline-offset-2! hover:text-ink aria-pressed:border-accent aria-pressed:font-medium aria-pressed:text-ink"
        >
          {t(`viste.${id}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Empty({ url, onCreate }: { url: UrlFilter; onCreate: () => void }) {
  const { t } = useTranslation("documenti");
  if (!url.isEmpty) {
    return <EmptyState text={t("nessuno")} action={<Button onPress={url.clear}>{t("togli_filtro")}</Button>} />;
  }
  return (
    <EmptyState
      icon={<FileText size={32} strokeWidth={1.5} aria-hidden="true" />}
      text={t("vuoto")}
      action={
        <Button look="primary" onPress={onCreate}>
          {t("nuovo_tipo", { tipo: t("tipi.FATTURA").toLowerCase() })}
        </Button>
      }
    />
  );
}
