import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { memo, useState } from "react";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
  I18nProvider,
  Popover,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";
import type { FieldProps } from "./Field";
import { day } from "./format";
import { useLanguage } from "./settings";
import { TextField } from "./TextField";

export interface DateInputProps extends FieldProps {
  /** As typed (`30/6`, `oggi`, `+10`) or ISO: the engine reads both. */
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
}

/** A civil date, typed or picked. At rest an ISO date is shown as `23/11/2026`. */
export const DateInput = memo(function DateInput({ value, onChange, placeholder, ...field }: DateInputProps) {
  const { t } = useTranslation("shared");
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const pick = (date: { toString(): string }) => {
    onChange(date.toString());
    setOpen(false);
  };
  return (
    <TextField
      {...field}
      value={day(value)}
      onChange={onChange}
      placeholder={placeholder ?? t("date_placeholder")}
      after={
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
          <span className="-mr-2 flex">
            <IconButton label={t("open_calendar")} excludeFromTabOrder isDisabled={field.disabled ?? false}>
              <CalendarDays size={14} aria-hidden="true" />
            </IconButton>
          </span>
          <Popover placement="bottom end" className="rounded-lg border border-line bg-raised p-3 shadow-pop">
            <Dialog aria-label={field.label}>
              <I18nProvider locale={language === "it" ? "it-IT" : "en-GB"}>
                <Calendar aria-label={field.label} value={civil(value)} onChange={pick} autoFocus>
                  <header className="mb-2 flex items-center justify-between">
                    <IconButton slot="previous" label={t("previous_month")}>
                      <ChevronLeft size={16} aria-hidden="true" />
                    </IconButton>
                    <Heading className="font-medium first-letter:uppercase" />
                    <IconButton slot="next" label={t("next_month")}>
                      <ChevronRight size={16} aria-hidden="true" />
                    </IconButton>
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
            </Dialog>
          </Popover>
        </DialogTrigger>
      }
    />
  );
});

/** The calendar opens on the date in the field when that is a whole one. */
function civil(text: string): CalendarDate | null {
  const [, d, m, y] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  try {
    return parseDate(y ? `${y}-${m}-${d}` : text);
  } catch {
    return null; // half a date, or `oggi`: the engine will say
  }
}
