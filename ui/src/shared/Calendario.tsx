/** A month to pick a day from; it opens on the day of its field. */
import { type CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, Calendar, CalendarCell, CalendarGrid, Heading, I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ICON } from "./Button";
import { useLanguage } from "./settings";

interface CalendarioProps {
  label: string;
  /** ISO, or as typed. */
  value: string;
  /** Hears an ISO date. */
  onPick: (date: string) => void;
}

export function Calendario({ label, value, onPick }: CalendarioProps) {
  const { t } = useTranslation("shared");
  const language = useLanguage();
  return (
    <I18nProvider locale={language === "it" ? "it-IT" : "en-GB"}>
      <Calendar aria-label={label} value={civil(value)} onChange={(date) => onPick(date.toString())} autoFocus>
        <header className="mb-2 flex items-center justify-between">
          <Button slot="previous" aria-label={t("previous_month")} className={ICON}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
          <Heading className="font-medium first-letter:uppercase" />
          <Button slot="next" aria-label={t("next_month")} className={ICON}>
            <ChevronRight size={16} aria-hidden="true" />
          </Button>
        </header>
        <CalendarGrid className="tabular-nums [&_th]:h-8 [&_th]:text-xs [&_th]:font-medium [&_th]:text-ink-3">
          {(date) => (
            <CalendarCell
              date={date}
              className="flex size-8 items-center justify-center rounded-md hover:bg-hover data-[outside-month]:text-ink-3 data-[selected]:bg-accent data-[selected]:text-on-accent"
            />
          )}
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}

/** The calendar opens on the date in the field when that is a whole one. */
function civil(text: string): CalendarDate | null {
  const [, d, m, y] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  try {
    return parseDate(y ? `${y}-${m}-${d}` : text);
  } catch {
    return null; // half a date, or `oggi`: the engine will say
  }
}
