/** The filter row of a list, told as data: each field is one word of the address. */
import { useTranslation } from "react-i18next";
import type { Option } from "../Option";
import { Select } from "../Select";
import { TextField } from "../TextField";
import { Checkbox } from "../Toggle";
import type { UrlFilter } from "../urlFilter";
import { type Chip, Chips } from "./Chips";
import { DAYS, Periodo, usePeriodo } from "./Periodo";

export type FilterField = { name: string; label: string } & (
  | { kind: "text" }
  | { kind: "flag" }
  /** The days of the list; its name is that of the first. */
  | { kind: "period"; name: typeof DAYS.from }
  /** Not to be chosen here, but links ask for it; `words` says what they asked for. */
  | { kind: "linked"; words: string }
  /** One of a few, or `any` of them. */
  | { kind: "choice"; any: string; options: readonly Option[] }
);

/** The field that `/` leads to. */
export const FILTER_PATH = "filtro.testo";
const ANY = "-";
const WIDTHS = { text: "w-60", choice: "w-44", flag: "", period: "w-52" };

export function FilterBar({ url, fields }: { url: UrlFilter; fields: readonly FilterField[] }) {
  const chips = useChips(url, fields);
  return (
    <>
      {fields.map((field) =>
        field.kind === "linked" ? null : (
          <div key={field.name} className={WIDTHS[field.kind]}>
            {field.kind === "period" ? (
              <Periodo
                label={field.label}
                days={daysOf(url)}
                onChange={({ from, to }) => url.set({ [DAYS.from]: from, [DAYS.to]: to })}
              />
            ) : (
              <Field field={field} value={url.get(field.name)} onChange={(value) => url.set({ [field.name]: value })} />
            )}
          </div>
        ),
      )}
      {url.isFiltered ? <Chips chips={chips} onClear={url.clear} /> : null}
    </>
  );
}

const daysOf = (url: UrlFilter) => ({ from: url.get(DAYS.from), to: url.get(DAYS.to) });

/** The filters that are on; a text stands in its own field. */
function useChips(url: UrlFilter, fields: readonly FilterField[]): Chip[] {
  const { t } = useTranslation("shared");
  const period = usePeriodo();
  const wordsOf = (field: FilterField) => {
    if (field.kind === "period") return period(daysOf(url));
    const value = url.get(field.name);
    if (value === "" || field.kind === "text") return "";
    if (field.kind === "flag") return field.label;
    const words = field.kind === "linked" ? field.words : field.options.find(({ id }) => id === value)?.label;
    return words ? t("list.labelled", { label: field.label, words }) : "";
  };
  return fields
    .map((field) => ({
      id: field.name,
      words: wordsOf(field),
      drop: () => url.set({ [field.name]: "", ...(field.kind === "period" ? { [DAYS.to]: "" } : {}) }),
    }))
    .filter(({ words }) => words !== "");
}

interface FieldProps {
  field: Exclude<FilterField, { kind: "period" | "linked" }>;
  value: string;
  onChange: (value: string) => void;
}

function Field({ field, value, onChange }: FieldProps) {
  const { label } = field;
  switch (field.kind) {
    case "text":
      return (
        <TextField
          bare
          type="search"
          path={FILTER_PATH}
          label={label}
          placeholder={label}
          value={value}
          onChange={onChange}
        />
      );
    case "flag":
      return <Checkbox label={label} value={value === "1"} onChange={(on) => onChange(on ? "1" : "")} />;
    case "choice":
      return (
        <Select
          bare
          label={label}
          value={value || ANY}
          onChange={(id) => onChange(id === ANY ? "" : id)}
          options={[{ id: ANY, label: field.any }, ...field.options]}
        />
      );
  }
}
