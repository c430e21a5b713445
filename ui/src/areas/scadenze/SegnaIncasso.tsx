/** What was cashed of one instalment: what is noted already, and a further part, another day, a note. */
import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, toFailure } from "../../ipc/client";
import type { IncassoDraft, IncassoRow, ScadenzaRow } from "../../ipc/generated";
import { MoneyInput } from "../../shared/AmountInput";
import { Button, IconButton } from "../../shared/Button";
import { DateInput } from "../../shared/DateInput";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { day, euro } from "../../shared/format";
import { keep } from "../../shared/keep";
import { KEYS } from "../../shared/keys";
import { ProblemsProvider } from "../../shared/problems";
import { useLanguage } from "../../shared/settings";
import { TextField } from "../../shared/TextField";
import { sayFailure } from "../../shared/toast";
import { Stato } from "./stati";

/** An instalment by its document and number. */
export type Chiesta = Pick<ScadenzaRow, "documento_id" | "rata">;

const EMPTY = { giorno: "", importo: "", note: "" };

export function SegnaIncasso({ di, onClose }: { di: Chiesta | null; onClose: () => void }) {
  const { t } = useTranslation(["scadenze", "documenti"]);
  const [draft, setDraft] = useState(EMPTY);
  const [failure, setFailure] = useState<unknown>();
  const { data, error } = useQuery({
    ...query("scadenze_documento", { id: di?.documento_id ?? "" }, ["documenti"]),
    enabled: di !== null,
  });
  const view = data?.find((one) => one.riga.rata === di?.rata);
  const isOpen = view !== undefined && view.riga.stato !== "pagata";
  const close = () => {
    setDraft(EMPTY);
    setFailure(undefined);
    onClose();
  };
  const save = async () => {
    if (!view) return;
    const typed: IncassoDraft = { ...draft, scadenza_id: view.riga.id };
    try {
      await keep("scadenze_incassa", { draft: typed }, t("segnato"));
      close();
    } catch (reason) {
      setFailure(reason);
    }
  };
  const said = failure ?? error;
  return (
    <Dialog
      title={t("incasso_titolo")}
      isOpen={di !== null}
      onClose={close}
      keys={isOpen ? { save: () => void save() } : {}}
      actions={
        <>
          <Button onPress={close}>{t(isOpen ? "lascia" : "chiudi")}</Button>
          {isOpen ? (
            <Button look="primary" chord={KEYS.save[0]} onPress={() => void save()}>
              {t("segna_incasso")}
            </Button>
          ) : null}
        </>
      }
    >
      <ProblemsProvider problems={said ? toFailure(said).problems : []}>
        {said ? <FailureView failure={said} /> : null}
        {view ? <Quale riga={view.riga} incassi={view.incassi} /> : null}
        {isOpen ? (
          <div className="grid grid-cols-2 gap-3">
            <DateInput
              label={t("campi.giorno")}
              path="giorno"
              hint={t("vuoto_oggi")}
              autoFocus
              value={draft.giorno}
              onChange={(giorno) => setDraft({ ...draft, giorno })}
            />
            <MoneyInput
              label={t("campi.importo")}
              path="importo"
              hint={t("vuoto_tutto")}
              value={draft.importo}
              onChange={(importo) => setDraft({ ...draft, importo })}
            />
            <div className="col-span-2">
              <TextField
                label={t("campi.note")}
                path="note"
                hint={t("note_aiuto")}
                value={draft.note}
                onChange={(note) => setDraft({ ...draft, note })}
              />
            </div>
          </div>
        ) : null}
      </ProblemsProvider>
    </Dialog>
  );
}

function Quale({ riga, incassi }: { riga: ScadenzaRow; incassi: readonly IncassoRow[] }) {
  const { t } = useTranslation(["scadenze", "documenti"]);
  const language = useLanguage();
  return (
    <>
      <div className="flex items-start justify-between gap-4">
        <p className="min-w-0 tabular-nums [overflow-wrap:anywhere]">
          <span className="block font-medium">
            {t("rata_di", {
              rata: riga.rata,
              rate: riga.rate,
              documento: `${t(`documenti:tipi_brevi.${riga.tipo}`)} ${riga.numero}`,
              cliente: riga.cliente,
            })}
          </span>
          <span className="text-ink-2">
            {t(riga.residuo === riga.importo ? "resta_tutta" : "resta", {
              residuo: euro(riga.residuo, language),
              importo: euro(riga.importo, language),
              giorno: day(riga.scadenza),
            })}
          </span>
        </p>
        <Stato stato={riga.stato} />
      </div>
      <Incassi incassi={incassi} />
    </>
  );
}

/** What was cashed, each with the way to take it back. */
export function Incassi({ incassi }: { incassi: readonly IncassoRow[] }) {
  const { t } = useTranslation("scadenze");
  const language = useLanguage();
  if (incassi.length === 0) return null;
  const remove = (id: string) => void keep("scadenze_togli", { id }, t("tolto")).catch(sayFailure);
  return (
    <ul aria-label={t("incassi_di")} className="divide-y divide-line">
      {incassi.map((incasso) => {
        const importo = euro(incasso.importo, language);
        return (
          <li key={incasso.id} className="flex min-h-8 items-center gap-2 text-sm">
            <span className="tabular-nums">{day(incasso.giorno)}</span>
            <span className="min-w-0 flex-1 text-ink-2 [overflow-wrap:anywhere]">
              {incasso.compensazione ? t("compensazione") : incasso.note}
            </span>
            <span className="amount">{importo}</span>
            <IconButton label={t("togli", { importo })} onPress={() => remove(incasso.id)}>
              <Undo2 size={14} aria-hidden="true" />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
