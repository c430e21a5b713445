import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentoRow } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { amount, day } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { useLanguage } from "../../shared/settings";
import { TONES } from "./tipi";

/** The columns of the list of documents. */
export function useColonne(): readonly Column<DocumentoRow>[] {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  return useMemo(() => {
    const money = (id: string, header: string, pick: (row: DocumentoRow) => string, sortable = false) => ({
      id,
      header,
      width: 106,
      align: "end" as const,
      sortable,
      cell: (row: DocumentoRow) => amount(pick(row), language),
    });
    return [
      {
        id: "data",
        header: t("campi.data"),
        width: 96,
        sortable: true,
        cell: (row) => <Day iso={row.data_documento} />,
        text: (row) => day(row.data_documento),
      },
      { id: "numero", header: t("campi.numero"), width: 72, align: "end", sortable: true, cell: (row) => row.numero },
      { id: "tipo", header: t("campi.tipo"), width: 124, cell: (row) => t(`tipi_brevi.${row.tipo}`) },
      {
        id: "cliente",
        header: t("campi.cliente"),
        width: 168,
        grow: true,
        sortable: true,
        text: (row) => row.cliente,
        cell: (row) => <span className="font-medium">{row.cliente || t("senza_cliente")}</span>,
      },
      money("imponibile", t("totali.imponibile"), (row) => row.imponibile),
      money("imposta", t("totali.imposta"), (row) => row.imposta),
      money("totale", t("campi.totale"), (row) => row.totale, true),
      money("netto", t("totali.netto"), (row) => row.netto_a_pagare),
      {
        id: "stato",
        header: t("campi.stato"),
        width: 164,
        text: (row) => t(`stati.${row.stato}`),
        cell: (row) => <Stato row={row} />,
      },
    ];
  }, [t, language]);
}

function Day({ iso }: { iso: string }) {
  return <span className="tabular-nums">{day(iso)}</span>;
}

function Stato({ row }: { row: DocumentoRow }) {
  const { t } = useTranslation("documenti");
  return (
    <span className="flex gap-1">
      <Badge tone={TONES[row.stato]}>{t(`stati.${row.stato}`)}</Badge>
      {row.incompleto ? <Badge tone="warn">{t("incompleto")}</Badge> : null}
      {row.xml_salvato ? <Badge>{t("xml_salvato")}</Badge> : null}
      {row.no_sdi ? <Badge>{t("solo_pdf")}</Badge> : null}
    </span>
  );
}
