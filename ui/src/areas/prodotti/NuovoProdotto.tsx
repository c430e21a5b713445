/** A product made over the page that needs one. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import { MoneyInput, PercentInput } from "../../shared/AmountInput";
import { Button } from "../../shared/Button";
import { CodeField } from "../../shared/CodeField";
import type { CreateProps } from "../../shared/create";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { keep } from "../../shared/keep";
import { KEYS } from "../../shared/keys";
import { ProblemsProvider } from "../../shared/problems";
import { TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { shownProblems, useDraft, usePreview } from "../../shared/useDraft";
import { NEW } from "./SchedaProdotto";

export function NuovoProdotto({ name, onDone, onClose }: CreateProps) {
  const { t } = useTranslation("prodotti");
  const draft = useDraft(`/prodotti/nuovo/${name}`, { ...NEW, descrizione: name });
  const preview = usePreview(draft.value, (value) => call("prodotti_preview", { draft: value }));
  const [failure, setFailure] = useState<unknown>();
  const problems = shownProblems(preview?.problems ?? [], draft.value, failure !== undefined);
  const save = async () => {
    try {
      const { value } = await keep("prodotti_save", { draft: draft.value }, t("salvato"));
      draft.drop();
      onDone(value.id);
    } catch (reason) {
      setFailure(reason); // what was typed stays in the form
    }
  };
  const close = () => {
    draft.drop();
    onClose();
  };
  return (
    <ProblemsProvider problems={problems}>
      <Dialog
        title={t("nuovo")}
        isOpen
        onClose={close}
        size="medium"
        keys={{ save: () => void save(), issue: () => void save() }}
        actions={
          <>
            <Button onPress={close}>{t("lascia_stare")}</Button>
            <Button look="primary" chord={KEYS.save[0]} onPress={() => void save()}>
              {t("salva_e_usa")}
            </Button>
          </>
        }
      >
        {failure ? <FailureView failure={failure} onRetry={() => void save()} /> : null}
        <div className="grid grid-cols-12 gap-3">
          <div className="col-span-3">
            <TextField label={t("campi.codice")} {...draft.text("codice")} />
          </div>
          <div className="col-span-6">
            <TextField label={t("campi.descrizione")} {...draft.text("descrizione")} />
          </div>
          <div className="col-span-3">
            <TextField
              label={t("campi.unita_misura")}
              {...draft.text("unita_misura")}
              placeholder={t("esempio_unita")}
            />
          </div>
          <div className="col-span-3">
            <MoneyInput label={t("campi.prezzo")} {...draft.text("prezzo")} autoFocus />
          </div>
          <div className="col-span-3">
            <PercentInput label={t("campi.aliquota_iva")} {...draft.text("aliquota_iva")} />
          </div>
          <div className="col-span-6">
            <CodeField label={t("campi.natura")} list="natura" {...draft.text("natura")} none={t("con_iva")} />
          </div>
          <div className="col-span-full flex flex-wrap gap-x-6">
            <Checkbox label={t("campi.prezzo_ivato")} {...draft.flag("prezzo_ivato")} />
            <Checkbox label={t("campi.servizio")} {...draft.flag("servizio")} />
          </div>
        </div>
      </Dialog>
    </ProblemsProvider>
  );
}
