/** A product made over the page that needs one. */
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import { MoneyInput, PercentInput } from "../../shared/AmountInput";
import { CodeField } from "../../shared/CodeField";
import { CreateDialog } from "../../shared/CreateDialog";
import type { CreateProps } from "../../shared/create";
import { keep } from "../../shared/keep";
import { TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { useDraft } from "../../shared/useDraft";
import { usePreview, useWhole } from "../../shared/usePreview";
import { NEW } from "./SchedaProdotto";

export function NuovoProdotto({ name, ...ends }: CreateProps) {
  const { t } = useTranslation("prodotti");
  const draft = useDraft(`/prodotti/nuovo/${name}`, { ...NEW, descrizione: name });
  const preview = useWhole(usePreview(draft, (value) => call("prodotti_preview", { draft: value })));
  return (
    <CreateDialog
      title={t("nuovo")}
      draft={draft}
      problems={preview?.problems ?? []}
      save={async (value) => (await keep("prodotti_save", { draft: value }, t("salvato"))).value.id}
      {...ends}
    >
      <div className="grid grid-cols-12 gap-3">
        <div className="col-span-3">
          <TextField label={t("campi.codice")} {...draft.text("codice")} />
        </div>
        <div className="col-span-6">
          <TextField label={t("campi.descrizione")} {...draft.text("descrizione")} />
        </div>
        <div className="col-span-3">
          <TextField label={t("campi.unita_misura")} {...draft.text("unita_misura")} placeholder={t("esempio_unita")} />
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
    </CreateDialog>
  );
}
