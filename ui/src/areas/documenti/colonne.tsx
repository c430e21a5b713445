import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { DocumentoRow } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { amount, day } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { keep } from "../../shared/keep";
import { useLanguage } from "../../shared/settings";
import { segniDocumento } from "./segni";
import { PAGAMENTO_TONES, STATO_TONES } from "./stati";
import { TONES } from "./tipi";

type T = TFunction<"documenti">;

/** The columns of the list of documents. */
export function useColonne(onMore: (id: string) => void): readonly Column<DocumentoRow>[] {
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
      { ...money("imposta", t("totali.imposta"), (row) => row.imposta), hidden: true },
      money("totale", t("campi.totale"), (row) => row.totale, true),
      money("netto", t("totali.netto"), (row) => row.netto_a_pagare),
      {
        id: "pagamento",
        header: t("campi.pagamento"),
        width: 92,
        text: (row) => (row.pagamento ? t(`pagamenti.${row.pagamento}`) : ""),
        cell: ({ pagamento }) =>
          pagamento ? <Badge tone={PAGAMENTO_TONES[pagamento]}>{t(`pagamenti.${pagamento}`)}</Badge> : null,
      },
      {
        id: "categoria",
        header: t("campi.categoria"),
        width: 128,
        hidden: true,
        text: (row) => row.categoria,
        edit: {
          entry: (row) => row.categoria,
          save: (row, categoria) => categorize(row, categoria, t("annotato")),
        },
      },
      {
        id: "stato",
        header: t("campi.stato"),
        width: 164,
        text: (row) => stati(row, t).join(", "),
        cell: (row) => <Stato row={row} t={t} />,
        choices: (row) => segniDocumento(t, row, onMore),
      },
    ];
  }, [t, language, onMore]);
}

/** Of an issued document only what is beside the frozen part changes. */
async function categorize({ id }: DocumentoRow, categoria: string, said: string): Promise<void> {
  const { draft, stato } = await call("documenti_get", { id });
  if (stato === "bozza") await keep("documenti_save", { draft: { ...draft, categoria } }, said);
  else await keep("documenti_annota", { id, note: draft.note, categoria }, said);
}

/** Where it stands (of an issued one that has a file, where that stands), and what else one wants to know at a glance. */
function stati(row: DocumentoRow, t: T): string[] {
  return [
    row.file && row.stato === "emesso" ? t(`banco.stati.${row.file}`) : t(`stati.${row.stato}`),
    ...(row.incompleto ? [t("incompleto")] : []),
    ...(row.no_sdi ? [t("solo_pdf")] : []),
  ];
}

function Stato({ row, t }: { row: DocumentoRow; t: T }) {
  const [stato = "", ...others] = stati(row, t);
  return (
    <span className="flex gap-1">
      <Badge tone={row.file && row.stato === "emesso" ? STATO_TONES[row.file] : TONES[row.stato]}>{stato}</Badge>
      {others.map((word) => (
        <Badge key={word} tone={word === t("incompleto") ? "warn" : "neutral"}>
          {word}
        </Badge>
      ))}
    </span>
  );
}
