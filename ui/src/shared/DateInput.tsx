import { CalendarDays } from "lucide-react";
import { memo, type RefObject, useRef, useState } from "react";
import { Popover as AriaPopover, Dialog } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";
import { Calendario } from "./Calendario";
import type { FieldProps } from "./Field";
import { day } from "./format";
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
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <TextField
      {...field}
      value={day(value)}
      onChange={onChange}
      placeholder={placeholder ?? t("date_placeholder")}
      after={
        <span className="-mr-2 flex">
          <IconButton
            ref={button}
            label={t("open_calendar")}
            tabIndex={-1}
            isDisabled={field.disabled ?? false}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            <CalendarDays size={14} aria-hidden="true" />
          </IconButton>
          {isOpen ? (
            <AriaPopover
              isOpen
              onOpenChange={setOpen}
              triggerRef={button as RefObject<Element | null>}
              placement="bottom end"
              className="rounded-lg border border-line bg-raised p-3 shadow-pop"
            >
              <Dialog aria-label={field.label}>
                <Calendario
                  label={field.label}
                  value={value}
                  onPick={(date) => {
                    onChange(date);
                    setOpen(false);
                  }}
                />
              </Dialog>
            </AriaPopover>
          ) : null}
        </span>
      }
    />
  );
});
