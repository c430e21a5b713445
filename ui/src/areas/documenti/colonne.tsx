import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentoRow } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { amount, day } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { useLanguage } from "../../shared/settings";
import { TONES } from "./tipi";

type T = TFunction<"documenti">;

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
      text: (row: DocumentoRow) => amount(pick(row), language),
    });
    return [
      { id: "data", header: t("campi.data"), width: 96, sortable: true, text: (row) => day(row.data_documento) },
      { id: "numero", header: t("campi.numero"), width: 72, align: "end", sortable: true, text: (row) => row.numero },
      { id: "tipo", header: t("campi.tipo"), width: 124, text: (row) => t(`tipi_brevi.${row.tipo}`) },
      {
        id: "cliente",
        header: t("campi.cliente"),
        width: 168,
        grow: true,
        main: true,
        sortable: true,
        text: (row) => row.cliente || t("senza_cliente"),
      },
      money("imponibile", t("totali.imponibile"), (row) => row.imponibile),
      money("imposta", t("totali.imposta"), (row) => row.imposta),
      money("totale", t("campi.totale"), (row) => row.totale, true),
      money("netto", t("totali.netto"), (row) => row.netto_a_pagare),
      {
        id: "stato",
        header: t("campi.stato"),
        width: 164,
        text: (row) => stati(row, t).join(", "),
        cell: (row) => <Stato row={row} t={t} />,
      },
    ];
  }, [t, language]);
}

/** Where it stands, and what else one wants to know at a glance. */
function stati(row: DocumentoRow, t: T): string[] {
  return [
    t(`stati.${row.stato}`),
    ...(row.incompleto ? [t("incompleto")] : []),
    ...(row.xml_salvato ? [t("xml_salvato")] : []),
    ...(row.no_sdi ? [t("solo_pdf")] : []),
  ];
}

function Stato({ row, t }: { row: DocumentoRow; t: T }) {
  const [stato = "", ...others] = stati(row, t);
  return (
    <span className="flex h-full items-center gap-1">
      <Badge tone={TONES[row.stato]}>{stato}</Badge>
      {others.map((word) => (
        <Badge key={word} tone={word === t("incompleto") ? "warn" : "neutral"}>
          {word}
        </Badge>
      ))}
    </span>
  );
}
