/** What is due from customers: one key marks an instalment as paid, the place stays. */
import { CalendarCheck2, CheckCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScadenzaRow } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { amount, day } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import type { Selection } from "../../shared/grid/select";
import { KEYS, useKeys } from "../../shared/keys";
import { ListView } from "../../shared/list/ListView";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { QUALI, scadenze } from "./elenco";
import { Schede } from "./Schede";
import { type Chiesta, SegnaIncasso } from "./SegnaIncasso";
import { salda, segna } from "./segna";
import { Giorno, Stato } from "./stati";

export function Scadenzario() {
  const { t } = useTranslation(["scadenze", "shared"]);
  const language = useLanguage();
  const [asked, setAsked] = useState<Chiesta | null>(null);
  return (
    <>
      <ListView
        spec={scadenze}
        title={t("titolo")}
        actionsLabel={t("azioni")}
        columns={useColonne()}
        pathOf={(row) => `/documenti/${row.documento_id}`}
        rowKeys={{ paid: segna }}
        onPreview={setAsked}
        above={<Schede />}
        fields={[
          { kind: "text", name: "testo", label: t("cerca") },
          {
            kind: "choice",
            name: "quali",
            label: t("campi.stato"),
            any: t("quali.aperte"),
            options: QUALI.slice(1).map((id) => ({ id, label: t(`quali.${id}`) })),
          },
          { kind: "period", name: "dal", label: t("shared:list.period") },
        ]}
        chosen={(ids) => <Scelte ids={ids} />}
        totals={(sums) => ({
          importo: amount(sums.importo, language),
          incassato: amount(sums.incassato, language),
          residuo: amount(sums.residuo, language),
        })}
        empty={{
          icon: <CalendarCheck2 size={32} strokeWidth={1.5} aria-hidden="true" />,
          text: t("vuoto"),
          action: (
            <div className="flex gap-2">
              <Button look="primary" onPress={() => go("/documenti/nuovo?tipo=FATTURA")}>
                {t("nuova_fattura")}
              </Button>
              <Button onPress={() => go("/scadenzario?quali=tutte")}>{t("vedi_tutte")}</Button>
            </div>
          ),
        }}
      />
      <SegnaIncasso di={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function Scelte({ ids }: { ids: Selection }) {
  const { t } = useTranslation("scadenze");
  const paid = () => void salda([...ids]);
  useKeys({ paid });
  return (
    <Button look="primary" chord={KEYS.paid[0]} onPress={paid}>
      <CheckCheck size={16} aria-hidden="true" />
      {t("segna")}
    </Button>
  );
}

function useColonne(): readonly Column<ScadenzaRow>[] {
  const { t } = useTranslation(["scadenze", "documenti"]);
  const language = useLanguage();
  return useMemo(() => {
    const money = (id: "importo" | "incassato" | "residuo", sortable = false): Column<ScadenzaRow> => ({
      id,
      header: t(`campi.${id}`),
      width: 98,
      align: "end",
      sortable,
      hidden: id === "incassato",
      text: (row) => amount(row[id], language),
    });
    return [
      {
        id: "scadenza",
        header: t("campi.scadenza"),
        width: 180,
        sortable: true,
        text: (row) => day(row.scadenza),
        cell: (row) => <Giorno row={row} />,
      },
      {
        id: "stato",
        header: t("campi.stato"),
        width: 76,
        text: (row) => t(`stati.${row.stato}`),
        cell: (row) => <Stato stato={row.stato} />,
      },
      {
        id: "cliente",
        header: t("campi.cliente"),
        width: 128,
        grow: true,
        main: true,
        sortable: true,
        text: (row) => row.cliente,
      },
      {
        id: "documento",
        header: t("campi.documento"),
        width: 172,
        text: (row) =>
          `${t(`documenti:tipi_brevi.${row.tipo}`)} ${row.numero}${row.rate > 1 ? ` · ${row.rata}/${row.rate}` : ""}`,
      },
      { id: "data", header: t("campi.data"), width: 96, hidden: true, text: (row) => day(row.data_documento) },
      {
        id: "rata",
        header: t("campi.rata"),
        width: 64,
        align: "end",
        hidden: true,
        text: (row) => `${row.rata}/${row.rate}`,
      },
      { id: "modalita", header: t("campi.modalita"), width: 88, hidden: true, text: (row) => row.modalita },
      money("importo", true),
      money("incassato"),
      money("residuo"),
      { id: "ultimo", header: t("campi.ultimo"), width: 112, hidden: true, text: (row) => day(row.ultimo) },
    ];
  }, [t, language]);
}
