import { ChevronDown } from "lucide-react";
import {
  Button as AriaButton,
  Select as AriaSelect,
  type Key,
  ListBox,
  Popover,
  SelectValue,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { BOX, FieldFrame, type FieldProps, useField } from "./Field";
import { Item, type Option, POP } from "./Option";

export interface SelectProps extends FieldProps {
  value: string | null;
  onChange: (id: string) => void;
  options: readonly Option[];
  placeholder?: string;
}

/** One of a few. */
export function Select({ value, onChange, options, placeholder, ...field }: SelectProps) {
  const { t } = useTranslation("shared");
  const { aria, findings } = useField(field);
  const label = options.find((option) => option.id === value)?.label;
  return (
    <AriaSelect
      {...aria}
      // its button shows the focus
      className={`${aria.className} outline-none!`}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key))}
      placeholder={placeholder ?? t("choose")}
    >
      <FieldFrame field={field} findings={findings}>
        <AriaButton className={`${BOX} justify-between gap-2 px-2.5 text-start`}>
          <SelectValue className="min-w-0 truncate data-[placeholder]:text-ink-3">
            {({ defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : label)}
          </SelectValue>
          <ChevronDown size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
        </AriaButton>
        <Popover offset={4} className={POP}>
          <ListBox items={options} className="outline-none!">
            {(option) => <Item option={option} />}
          </ListBox>
        </Popover>
      </FieldFrame>
    </AriaSelect>
  );
}
