/** Who the company is: the fields that the first invoice needs. */
import { useTranslation } from "react-i18next";
import type { AziendaDraft, Profilo } from "../../ipc/generated";
import { CodeField } from "../../shared/CodeField";
import { Section } from "../../shared/Page";
import { Select } from "../../shared/Select";
import { TextField, type TextFieldProps } from "../../shared/TextField";
import type { Draft } from "../../shared/useDraft";

const PROFILI: readonly Profilo[] = ["impresa", "professionista", "privato"];

export type Testo = Exclude<
  { [K in keyof AziendaDraft]: AziendaDraft[K] extends string ? K : never }[keyof AziendaDraft],
  "profilo" | "nota_pie"
>;

/** A text field of the company, with its words. */
export function useTesto(draft: Draft<AziendaDraft>) {
  const { t } = useTranslation("azienda");
  return (key: Testo, extra: Partial<TextFieldProps> = {}) => (
    <TextField label={t(`campi.${key}`)} {...draft.text(key)} {...extra} />
  );
}

export function ChiSei({ draft, autoFocus = false }: { draft: Draft<AziendaDraft>; autoFocus?: boolean }) {
  const { t } = useTranslation("azienda");
  const testo = useTesto(draft);
  const { profilo, nome, cognome } = draft.value;
  return (
    <>
      <Section title={t("sezioni.chi")}>
        <Select
          label={t("campi.profilo")}
          path="profilo"
          value={profilo}
          onChange={(id) => draft.change({ profilo: id as Profilo })}
          options={PROFILI.map((id) => ({ id, label: t(`profili.${id}`) }))}
        />
        {profilo === "impresa" ? (
          <div className="col-span-2">{testo("denominazione", { autoFocus, required: true })}</div>
        ) : null}
        {profilo !== "impresa" || nome || cognome ? (
          <>
            {testo("nome", { autoFocus: autoFocus && profilo !== "impresa" })}
            {testo("cognome")}
          </>
        ) : null}
        {profilo === "professionista" ? testo("titolo") : null}
        {profilo === "privato" ? null : testo("partita_iva", { kind: "code", required: true })}
        {testo("codice_fiscale", { kind: "code" })}
        {profilo === "privato" ? null : (
          <CodeField label={t("campi.regime_fiscale")} list="regime_fiscale" {...draft.text("regime_fiscale")} />
        )}
      </Section>
      <Section title={t("sezioni.sede")}>
        <div className="col-span-2">{testo("indirizzo", { required: true })}</div>
        {testo("numero_civico")}
        {testo("cap", { kind: "code", required: true })}
        {testo("comune", { required: true })}
        {testo("provincia", { kind: "code" })}
      </Section>
    </>
  );
}
