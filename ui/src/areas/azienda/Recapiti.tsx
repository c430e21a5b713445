import { useTranslation } from "react-i18next";
import type { AziendaDraft } from "../../ipc/generated";
import { MoneyInput } from "../../shared/AmountInput";
import { DateInput } from "../../shared/DateInput";
import { Section } from "../../shared/Page";
import { Select } from "../../shared/Select";
import type { Draft } from "../../shared/useDraft";
import { useTesto } from "./ChiSei";

const NONE = "-";

/** Contacts, register of companies, professional roll. */
export function Recapiti({ draft }: { draft: Draft<AziendaDraft> }) {
  const { t } = useTranslation("azienda");
  const testo = useTesto(draft);
  const { profilo } = draft.value;
  const choice = (key: "socio_unico" | "stato_liquidazione", codes: readonly ("SU" | "SM" | "LN" | "LS")[]) => (
    <Select
      label={t(`campi.${key}`)}
      path={key}
      value={draft.value[key] || NONE}
      onChange={(id) => draft.change({ [key]: id === NONE ? "" : id })}
      options={[{ id: NONE, label: t("non_indicato") }, ...codes.map((id) => ({ id, label: t(`rea.${id}`) }))]}
    />
  );
  return (
    <>
      <Section title={t("sezioni.recapiti")}>
        {testo("telefono", { type: "tel" })}
        {testo("email", { type: "email" })}
        {testo("pec", { type: "email" })}
        {testo("sito")}
      </Section>
      {profilo === "impresa" ? (
        <Section title={t("sezioni.rea")}>
          {testo("rea_ufficio", { kind: "code" })}
          {testo("rea_numero", { kind: "code" })}
          <MoneyInput label={t("campi.capitale_sociale")} {...draft.text("capitale_sociale")} />
          {choice("socio_unico", ["SU", "SM"])}
          {choice("stato_liquidazione", ["LN", "LS"])}
        </Section>
      ) : null}
      {profilo === "professionista" ? (
        <Section title={t("sezioni.albo")}>
          {testo("albo")}
          {testo("albo_provincia", { kind: "code" })}
          {testo("albo_numero")}
          <DateInput label={t("campi.albo_data")} {...draft.text("albo_data")} />
        </Section>
      ) : null}
    </>
  );
}
