/** What becomes of records that are there already and of values that cannot be read. */
import { useTranslation } from "react-i18next";
import type { Doppioni, Illeggibili, ImportOptions } from "../../ipc/generated";
import { Section } from "../Page";
import { Select } from "../Select";
import { Checkbox } from "../Toggle";

const DOPPIONI: readonly Doppioni[] = ["salta", "completa", "nuovo"];
const ILLEGGIBILI: readonly Illeggibili[] = ["note", "rifiuta"];

export function Scelte({ options, onChange }: { options: ImportOptions; onChange: (options: ImportOptions) => void }) {
  const { t } = useTranslation("importa");
  return (
    <Section title={t("scelte")}>
      <Select
        label={t("doppioni")}
        value={options.doppioni}
        onChange={(id) => onChange({ ...options, doppioni: id as Doppioni })}
        options={DOPPIONI.map((id) => ({ id, label: t(`doppioni_${id}`) }))}
      />
      <Select
        label={t("illeggibili")}
        value={options.illeggibili}
        onChange={(id) => onChange({ ...options, illeggibili: id as Illeggibili })}
        options={ILLEGGIBILI.map((id) => ({ id, label: t(`illeggibili_${id}`) }))}
      />
      <div className="self-end">
        <Checkbox
          label={t("senza_intestazioni")}
          value={options.senza_intestazioni}
          // another head is another file: its columns are told anew
          onChange={(senza_intestazioni) => onChange({ ...options, senza_intestazioni, colonne: [] })}
        />
      </div>
    </Section>
  );
}
