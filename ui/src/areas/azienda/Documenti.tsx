import { useTranslation } from "react-i18next";
import type { AziendaDraft } from "../../ipc/generated";
import { PercentInput } from "../../shared/AmountInput";
import { CodeField } from "../../shared/CodeField";
import { Section } from "../../shared/Page";
import { Checkbox } from "../../shared/Toggle";
import type { Draft } from "../../shared/useDraft";
import { useTesto } from "./ChiSei";

/** What a new document begins with. */
export function Documenti({ draft }: { draft: Draft<AziendaDraft> }) {
  const { t } = useTranslation("azienda");
  const testo = useTesto(draft);
  return (
    <>
      <Section title={t("sezioni.pagamento")}>
        <CodeField
          label={t("campi.modalita_pagamento")}
          list="modalita_pagamento"
          {...draft.text("modalita_pagamento")}
          none={t("nessuna_proposta")}
        />
        {testo("termini_pagamento", { hint: t("aiuto_termini") })}
        <div className="col-span-2">{testo("iban", { kind: "code" })}</div>
        {testo("banca")}
      </Section>
      <Section title={t("sezioni.iva")}>
        <PercentInput label={t("campi.aliquota_iva")} {...draft.text("aliquota_iva")} />
        <CodeField label={t("campi.natura")} list="natura" {...draft.text("natura")} none={t("con_iva")} />
        <div className="col-span-full flex flex-wrap gap-x-6">
          <Checkbox label={t("campi.bollo_addebitato")} {...draft.flag("bollo_addebitato")} />
          <Checkbox label={t("campi.no_sdi")} {...draft.flag("no_sdi")} />
        </div>
      </Section>
      <Section title={t("sezioni.cassa")}>
        <CodeField label={t("campi.tipo_cassa")} list="tipo_cassa" {...draft.text("tipo_cassa")} none={t("nessuna")} />
        <PercentInput label={t("campi.aliquota_cassa")} {...draft.text("aliquota_cassa")} />
        <CodeField
          label={t("campi.tipo_ritenuta")}
          list="tipo_ritenuta"
          {...draft.text("tipo_ritenuta")}
          none={t("nessuna")}
        />
        <PercentInput label={t("campi.aliquota_ritenuta")} {...draft.text("aliquota_ritenuta")} />
        <CodeField
          label={t("campi.causale_ritenuta")}
          list="causale_pagamento"
          {...draft.text("causale_ritenuta")}
          none={t("nessuna")}
        />
      </Section>
    </>
  );
}
