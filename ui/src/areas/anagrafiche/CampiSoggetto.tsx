/** The fields of a subject; what it is decides which ones there are. */
import { useTranslation } from "react-i18next";
import type { Natura, SoggettoDraft } from "../../ipc/generated";
import { CodeField } from "../../shared/CodeField";
import { Section } from "../../shared/Page";
import { Select } from "../../shared/Select";
import { TextBox, TextField, type TextFieldProps } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import type { Draft } from "../../shared/useDraft";

export const NATURE: readonly Natura[] = ["societa", "persona_con_iva", "privato", "pa", "estero"];

interface Props {
  draft: Draft<SoggettoDraft>;
  /** `CodiceDestinatario` that the engine would use. */
  proposed: string;
  isNew: boolean;
}

type Testo = Exclude<
  { [K in keyof SoggettoDraft]: SoggettoDraft[K] extends string ? K : never }[keyof SoggettoDraft],
  "natura"
>;

export function CampiSoggetto({ draft, proposed, isNew }: Props) {
  const { t } = useTranslation("anagrafiche");
  const { natura } = draft.value;
  const testo = (key: Testo, extra: Partial<TextFieldProps> = {}) => (
    <TextField label={t(`campi.${key}`)} {...draft.text(key)} {...extra} />
  );
  const isPerson = natura === "privato" || natura === "persona_con_iva";
  return (
    <>
      <Section title={t("sezioni.chi")}>
        <Select
          label={t("campi.natura")}
          {...draft.text("natura")}
          onChange={(id) => draft.change({ natura: id as Natura })}
          options={NATURE.map((id) => ({ id, label: t(`nature.${id}`) }))}
        />
        {natura === "privato" ? null : (
          <div className="col-span-2">{testo("denominazione", { autoFocus: isNew && !isPerson })}</div>
        )}
        {isPerson || natura === "estero" ? (
          <>
            {testo("nome", { autoFocus: isNew && natura === "privato" })}
            {testo("cognome")}
          </>
        ) : null}
        {natura === "privato" ? null : <div className="col-start-1">{testo("partita_iva", { kind: "code" })}</div>}
        {testo("codice_fiscale", { kind: "code" })}
      </Section>
      <Section title={t("sezioni.indirizzo")}>
        <div className="col-span-2">{testo("indirizzo")}</div>
        {testo("numero_civico")}
        {testo("cap", { kind: "code" })}
        {testo("comune")}
        {natura === "estero" ? null : testo("provincia", { kind: "code" })}
        <CodeField label={t("campi.nazione")} list="nazioni" {...draft.text("nazione")} none={t("italia")} />
      </Section>
      <Section title={t("sezioni.sdi")}>
        {testo("codice_destinatario", {
          kind: "code",
          ...(proposed ? { hint: t("codice_proposto", { codice: proposed }) } : {}),
        })}
        {testo("pec", { type: "email" })}
        {natura === "pa" ? testo("riferimento_amministrazione") : null}
        <div className="col-span-full flex flex-wrap gap-x-6">
          <Checkbox label={t("campi.no_sdi")} {...draft.flag("no_sdi")} />
          {natura === "privato" ? null : (
            <Checkbox label={t("campi.sostituto_imposta")} {...draft.flag("sostituto_imposta")} />
          )}
        </div>
      </Section>
      <Section title={t("sezioni.contatti")}>
        {testo("email", { type: "email" })}
        {testo("telefono", { type: "tel" })}
        {testo("referente")}
      </Section>
      <Section title={t("sezioni.pagamento")}>
        <CodeField
          label={t("campi.modalita_pagamento")}
          list="modalita_pagamento"
          {...draft.text("modalita_pagamento")}
          none={t("come_azienda")}
        />
        {testo("termini_pagamento", { hint: t("aiuto_termini") })}
        {testo("sconto", { hint: t("aiuto_sconto") })}
        <div className="col-span-2">{testo("iban", { kind: "code" })}</div>
        <CodeField
          label={t("campi.esigibilita_iva")}
          list="esigibilita_iva"
          {...draft.text("esigibilita_iva")}
          none={t("normale")}
        />
      </Section>
      <Section title={t("sezioni.altro")}>
        {testo("codice")}
        <Select
          label={t("campi.lingua")}
          {...draft.text("lingua")}
          value={draft.value.lingua || "it"}
          options={[
            { id: "it", label: t("lingue.it") },
            { id: "en", label: t("lingue.en") },
          ]}
        />
        <div className="col-span-full flex flex-wrap gap-x-6">
          <Checkbox label={t("campi.cliente")} {...draft.flag("cliente")} />
          <Checkbox label={t("campi.fornitore")} {...draft.flag("fornitore")} />
          <Checkbox label={t("campi.contatto")} {...draft.flag("contatto")} />
        </div>
        <div className="col-span-full">
          <TextBox label={t("campi.note")} {...draft.text("note")} />
        </div>
      </Section>
    </>
  );
}
