/** Every document of the active cycle: kinds as tabs, a filter row, the engine's sums under it. */
import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { DocumentoRow, Stato } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { amount } from "../../shared/format";
import { ListView } from "../../shared/list/ListView";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { useUrlFilter } from "../../shared/urlFilter";
import { AnteprimaRapida } from "./Anteprima";
import { useColonne } from "./colonne";
import { elenco, vistaOf } from "./elenco";
import { Scelti } from "./Scelti";
import { SegnaStato } from "./SegnaStato";
import { PAGAMENTI } from "./stati";
import { VISTE, type Vista } from "./tipi";

const STATI: readonly Stato[] = ["bozza", "emesso", "accettato", "rifiutato", "convertito", "annullato"];

export function ListaDocumenti() {
  const { t } = useTranslation(["documenti", "shared"]);
  const language = useLanguage();
  const url = useUrlFilter();
  const cliente = url.get("cliente");
  const { data: linked } = useQuery({ ...query("anagrafiche_get", { id: cliente }), enabled: cliente !== "" });
  const [marked, setMarked] = useState<string>();
  const [previewed, setPreviewed] = useState<DocumentoRow>();
  const vista = vistaOf(url.get("vista"));
  const first = VISTE[vista][0] ?? "FATTURA";
  const create = (tipo: string = first) => go(`/documenti/nuovo?tipo=${tipo}`);
  return (
    <>
      <ListView
        spec={elenco}
        title={t("titolo")}
        actionsLabel={t("azioni")}
        columns={useColonne(setMarked)}
        create={{ label: t("nuovo"), run: create }}
        pathOf={(row) => `/documenti/${row.id}`}
        onPreview={setPreviewed}
        above={<Viste vista={vista} onChange={(id) => url.set({ vista: id === "tutti" ? "" : id })} />}
        fields={[
          { kind: "text", name: "testo", label: t("cerca") },
          {
            kind: "choice",
            name: "stato",
            label: t("campi.stato"),
            any: t("stati.tutti"),
            options: STATI.map((stato) => ({ id: stato, label: t(`stati.${stato}`) })),
          },
          {
            kind: "choice",
            name: "pagamento",
            label: t("campi.pagamento"),
            any: t("pagamenti.tutti"),
            options: PAGAMENTI.map((id) => ({ id, label: t(`quali_pagamenti.${id}`) })),
          },
          { kind: "period", name: "dal", label: t("shared:list.period") },
          { kind: "flag", name: "da_salvare", label: t("da_salvare") },
          { kind: "linked", name: "cliente", label: t("campi.cliente"), words: linked?.nome_completo ?? "" },
        ]}
        chosen={(ids) => <Scelti chosen={ids} />}
        totals={(sums) => ({
          imponibile: amount(sums.imponibile, language),
          imposta: amount(sums.imposta, language),
          totale: amount(sums.totale, language),
          netto: amount(sums.netto_a_pagare, language),
        })}
        empty={{
          icon: <FileText size={32} strokeWidth={1.5} aria-hidden="true" />,
          text: t(vista === "tutti" ? "vuoto" : "vuoto_vista"),
          action: (
            <Button look="primary" onPress={() => create(first)}>
              {t("nuovo_tipo", { tipo: t(`tipi.${first}`).toLowerCase() })}
            </Button>
          ),
        }}
      />
      <SegnaStato ids={marked ? [marked] : []} isOpen={marked !== undefined} onClose={() => setMarked(undefined)} />
      <AnteprimaRapida row={previewed} onClose={() => setPreviewed(undefined)} />
    </>
  );
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
