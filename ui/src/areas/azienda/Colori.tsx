/** The accent of documents: one of a few that go well with print, or any other by its number. */
import { Check } from "lucide-react";
import { Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { TextField } from "../../shared/TextField";

const COLORI = {
  bosco: "#1f6f5c",
  notte: "#1e406f",
  cielo: "#0b63b8",
  viola: "#5b3fa6",
  bordeaux: "#8a1c3b",
  cotto: "#a8471f",
  oliva: "#5a6418",
  grafite: "#3f3f46",
} as const;

export function Colori({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const { t } = useTranslation("azienda");
  const known = Object.entries(COLORI) as [keyof typeof COLORI, string][];
  return (
    <div className="col-span-full flex flex-wrap items-end gap-4">
      <RadioGroup
        aria-label={t("aspetto.colore")}
        orientation="horizontal"
        value={value.trim().toLowerCase()}
        onChange={onChange}
        className="flex flex-wrap items-center gap-2"
      >
        <Radio
          value=""
          className="flex h-8 cursor-default items-center rounded-md border border-edge px-2.5 data-[selected]:border-accent data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-accent-ink"
        >
          {t("aspetto.colore_suo")}
        </Radio>
        {known.map(([name, colour]) => (
          <Radio
            key={name}
            value={colour}
            aria-label={t(`aspetto.colori.${name}`)}
            style={{ backgroundColor: colour }}
            className="group flex size-8 cursor-default items-center justify-center rounded-full text-[#fff] data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-accent-ink"
          >
            <Check size={16} aria-hidden="true" className="invisible group-data-[selected]:visible" />
          </Radio>
        ))}
      </RadioGroup>
      <div className="w-36">
        <TextField
          label={t("aspetto.colore_altro")}
          path="aspetto.colore"
          placeholder={COLORI.bosco}
          value={value}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
