/** What becomes of records that are there already and of values that cannot be read. */
import { useTranslation } from "react-i18next";
import type { Doppioni, Illeggibili, ImportOptions } from "../../ipc/generated";
import { Select } from "../Select";
import { Checkbox } from "../Toggle";

const DOPPIONI: readonly Doppioni[] = ["salta", "completa", "nuovo"];
const ILLEGGIBILI: readonly Illeggibili[] = ["note", "rifiuta"];

export function Scelte({ options, onChange }: { options: ImportOptions; onChange: (options: ImportOptions) => void }) {
  const { t } = useTranslation("importa");
  return (
    <section>
      <h2 className="mb-2 text-md font-semibold">{t("scelte")}</h2>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(18rem,1fr))] gap-x-4 gap-y-3">
        <Select
          label={t("doppioni")}
          hint={t("doppioni_aiuto")}
          value={options.doppioni}
          onChange={(id) => onChange({ ...options, doppioni: id as Doppioni })}
          options={DOPPIONI.map((id) => ({ id, label: t(`doppioni_${id}`) }))}
        />
        <Select
          label={t("illeggibili")}
          hint={t("illeggibili_aiuto")}
          value={options.illeggibili}
          onChange={(id) => onChange({ ...options, illeggibili: id as Illeggibili })}
          options={ILLEGGIBILI.map((id) => ({ id, label: t(`illeggibili_${id}`) }))}
        />
        <div className="col-span-full">
          <Checkbox
            label={t("senza_intestazioni")}
            value={options.senza_intestazioni}
            // another head is another file: its columns are told anew
            onChange={(senza_intestazioni) => onChange({ ...options, senza_intestazioni, colonne: [] })}
          />
        </div>
      </div>
    </section>
  );
}
