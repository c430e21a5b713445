/** The filter row of a list, told as data: each field is one word of the address. */
import { useTranslation } from "react-i18next";
import { Button } from "../Button";
import { DateInput } from "../DateInput";
import type { Option } from "../Option";
import { Select } from "../Select";
import { TextField } from "../TextField";
import { Checkbox } from "../Toggle";
import type { UrlFilter } from "../urlFilter";

export type FilterField = { name: string; label: string } & (
  | { kind: "text" | "day" | "flag" }
  /** One of a few, or `any` of them. */
  | { kind: "choice"; any: string; options: readonly Option[] }
);

/** The field that `/` leads to. */
export const FILTER_PATH = "filtro.testo";
const ANY = "-";
const WIDTHS = { text: "w-72", choice: "w-44", day: "w-36", flag: "" };

export function FilterBar({ url, fields }: { url: UrlFilter; fields: readonly FilterField[] }) {
  const { t } = useTranslation("shared");
  return (
    <>
      {fields.map((field) => (
        <div key={field.name} className={WIDTHS[field.kind]}>
          <Field field={field} value={url.get(field.name)} onChange={(value) => url.set({ [field.name]: value })} />
        </div>
      ))}
      {url.isFiltered ? (
        <Button look="quiet" onPress={url.clear}>
          {t("list.clear")}
        </Button>
      ) : null}
    </>
  );
}

interface FieldProps {
  field: FilterField;
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
    case "day":
      return <DateInput bare label={label} placeholder={label} value={value} onChange={onChange} />;
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
