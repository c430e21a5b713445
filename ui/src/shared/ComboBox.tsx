import { ChevronDown, Plus } from "lucide-react";
import { useState } from "react";
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Group,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { BOX, FieldFrame, type FieldProps, INPUT, useField } from "./Field";
import { ITEM, Item, type Option, POP } from "./Option";

const CREATE = "\u0000create";

export interface ComboBoxProps extends FieldProps {
  value: string | null;
  /** The words of the present value: options come from the engine and need not hold it. */
  text: string;
  onChange: (id: string, option: Option) => void;
  /** What was typed: the page asks the engine and hands the answer back as `options`. */
  onSearch: (text: string) => void;
  options: readonly Option[];
  /** Makes a new record from what was typed, without leaving the form. */
  onCreate?: (text: string) => void;
  placeholder?: string;
}

/** One of many, found by the engine while one types, or a new one made on the spot. */
export function ComboBox({ value, text, onChange, onSearch, options, onCreate, placeholder, ...field }: ComboBoxProps) {
  const { t } = useTranslation("shared");
  const { aria, findings } = useField(field);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? text;
  const items: Option[] =
    onCreate && typed?.trim()
      ? [...options, { id: CREATE, label: t("create_named", { name: typed.trim() }) }]
      : [...options];
  const choose = (key: Key | null) => {
    if (key === CREATE) onCreate?.(shown.trim());
    const option = options.find((candidate) => candidate.id === key);
    if (option) onChange(option.id, option);
    setTyped(null);
  };
  return (
    <AriaComboBox
      {...aria}
      items={items}
      value={value}
      inputValue={shown}
      onInputChange={(next) => {
        if (next === shown) return;
        setTyped(next);
        onSearch(next);
      }}
      onChange={choose}
      onBlur={() => setTyped(null)}
      allowsEmptyCollection={false}
      menuTrigger="input"
    >
      <FieldFrame field={field} findings={findings}>
        <Group className={BOX}>
          <Input className={INPUT} placeholder={placeholder} autoComplete="off" spellCheck={false} />
          <AriaButton className="flex h-full w-8 shrink-0 items-center justify-center text-ink-3">
            <ChevronDown size={14} aria-hidden="true" />
          </AriaButton>
        </Group>
        <Popover offset={4} className={POP}>
          <ListBox<Option> className="outline-none!">
            {(option) =>
              option.id === CREATE ? (
                <ListBoxItem id={CREATE} textValue={option.label} className={`${ITEM} text-accent-ink`}>
                  <Plus size={14} aria-hidden="true" />
                  {option.label}
                </ListBoxItem>
              ) : (
                <Item option={option} />
              )
            }
          </ListBox>
        </Popover>
      </FieldFrame>
    </AriaComboBox>
  );
}
