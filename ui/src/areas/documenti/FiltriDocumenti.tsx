/** The filter row of the list. */
import { useTranslation } from "react-i18next";
import type { Stato } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { DateInput } from "../../shared/DateInput";
import { Select } from "../../shared/Select";
import { TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import type { UrlFilter } from "../../shared/urlFilter";

/** The field that `/` leads to. */
export const FILTER = "filtro.testo";

const STATI: readonly Stato[] = ["bozza", "emesso", "accettato", "rifiutato", "convertito", "annullato"];
const ANY = "-";

export function FiltriDocumenti({ url }: { url: UrlFilter }) {
  const { t } = useTranslation("documenti");
  return (
    <>
      <div className="w-72">
        <TextField
          bare
          type="search"
          path={FILTER}
          label={t("cerca")}
          placeholder={t("cerca")}
          value={url.get("testo")}
          onChange={(testo) => url.set({ testo })}
        />
      </div>
      <div className="w-36">
        <Select
          bare
          label={t("campi.stato")}
          value={url.get("stato") || ANY}
          onChange={(stato) => url.set({ stato: stato === ANY ? "" : stato })}
          options={[
            { id: ANY, label: t("stati.tutti") },
            ...STATI.map((stato) => ({ id: stato, label: t(`stati.${stato}`) })),
          ]}
        />
      </div>
      <div className="w-36">
        <DateInput
          bare
          label={t("campi.dal")}
          placeholder={t("campi.dal")}
          value={url.get("dal")}
          onChange={(dal) => url.set({ dal })}
        />
      </div>
      <div className="w-36">
        <DateInput
          bare
          label={t("campi.al")}
          placeholder={t("campi.al")}
          value={url.get("al")}
          onChange={(al) => url.set({ al })}
        />
      </div>
      <Checkbox
        label={t("da_salvare")}
        value={url.get("da_salvare") === "1"}
        onChange={(on) => url.set({ da_salvare: on ? "1" : "" })}
      />
      {url.isEmpty ? null : (
        <Button look="quiet" onPress={url.clear}>
          {t("togli_filtro")}
        </Button>
      )}
    </>
  );
}
