/** What came in, day by day; compensations are none. */
import { HandCoins } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { IncassoRow } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { amount, day } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { ListView } from "../../shared/list/ListView";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { incassi } from "./elenco";
import { Schede } from "./Schede";
import { type Chiesta, SegnaIncasso } from "./SegnaIncasso";

export function ListaIncassi() {
  const { t } = useTranslation(["scadenze", "shared"]);
  const language = useLanguage();
  const [asked, setAsked] = useState<Chiesta | null>(null);
  return (
    <>
      <ListView
        spec={incassi}
        title={t("titolo_incassi")}
        actionsLabel={t("azioni")}
        columns={useColonne()}
        pathOf={(row) => `/documenti/${row.documento_id}`}
        onPreview={setAsked}
        above={<Schede />}
        fields={[
          { kind: "text", name: "testo", label: t("cerca") },
          { kind: "period", name: "dal", label: t("shared:list.period") },
        ]}
        totals={(sums) => ({ importo: amount(sums.importo, language) })}
        empty={{
          icon: <HandCoins size={32} strokeWidth={1.5} aria-hidden="true" />,
          text: t("vuoto_incassi"),
          action: <Button onPress={() => go("/scadenzario")}>{t("vai_scadenze")}</Button>,
        }}
      />
      <SegnaIncasso di={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function useColonne(): readonly Column<IncassoRow>[] {
  const { t } = useTranslation(["scadenze", "documenti"]);
  const language = useLanguage();
  return useMemo(
    () => [
      { id: "giorno", header: t("campi.giorno"), width: 112, sortable: true, text: (row) => day(row.giorno) },
      {
        id: "cliente",
        header: t("campi.cliente"),
        width: 200,
        grow: true,
        main: true,
        text: (row) => row.cliente,
      },
      {
        id: "documento",
        header: t("campi.documento"),
        width: 168,
        text: (row) => `${t(`documenti:tipi_brevi.${row.tipo}`)} ${row.numero}`,
      },
      { id: "rata", header: t("campi.rata"), width: 64, align: "end", text: (row) => `${row.rata}` },
      {
        id: "importo",
        header: t("campi.importo"),
        width: 120,
        align: "end",
        text: (row) => amount(row.importo, language),
      },
      { id: "note", header: t("campi.note"), width: 200, text: (row) => row.note },
    ],
    [t, language],
  );
}
