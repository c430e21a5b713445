import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { Popover as AriaPopover, ListBox } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { BOX, type FieldProps, PlainField } from "./Field";
import { Item, type Option, POP } from "./Option";

export interface SelectProps extends FieldProps {
  value: string | null;
  onChange: (id: string) => void;
  options: readonly Option[];
  placeholder?: string;
}

/** The choice that stands already is a choice too: it closes the list. */
const AGAIN = { allowDuplicateSelectionEvents: true };

/** One of a few. Until it is opened it is a button, which hears the keys of a closed list. */
export function Select({ value, onChange, options, placeholder, ...field }: SelectProps) {
  const { t } = useTranslation("shared");
  const button = useRef<HTMLButtonElement>(null);
  const valueId = useId();
  const [isOpen, setOpen] = useState(false);
  const at = options.findIndex((option) => option.id === value);
  const onKeyDown = useClosedKeys(options, at, onChange, () => setOpen(true));
  const choose = (id: string) => {
    setOpen(false);
    if (id !== value) onChange(id);
  };
  return (
    <PlainField field={field}>
      {({ labelId, "aria-required": _, ...control }) => (
        <>
          <button
            {...control}
            ref={button}
            type="button"
            aria-haspopup="listbox"
            aria-expanded={isOpen}
            aria-labelledby={`${valueId} ${labelId}`}
            onClick={() => setOpen(!isOpen)}
            onKeyDown={onKeyDown}
            className={`${BOX} justify-between gap-2 px-2.5 text-start`}
          >
            <span id={valueId} className={`min-w-0 truncate ${at < 0 ? "text-ink-3" : ""}`}>
              {options[at]?.label ?? placeholder ?? t("choose")}
            </span>
            <ChevronDown size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
          </button>
          {isOpen ? (
            <AriaPopover
              isOpen
              onOpenChange={setOpen}
              triggerRef={button as RefObject<Element | null>}
              placement="bottom start"
              offset={4}
              aria-labelledby={labelId}
              className={POP}
            >
              <ListBox
                items={options}
                aria-labelledby={labelId}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={value === null ? [] : [value]}
                {...AGAIN}
                onSelectionChange={(keys) => choose(String([...keys][0]))}
                shouldFocusOnHover
                autoFocus={at < 0 ? "first" : true}
                className="outline-none!"
              >
                {(option) => <Item option={option} />}
              </ListBox>
            </AriaPopover>
          ) : null}
        </>
      )}
    </PlainField>
  );
}

/** Letters typed with less than this between them are one word. */
const WORD_MS = 800;

/** Up and down open it, left and right step, letters go to the choice that begins with them. */
function useClosedKeys(
  options: readonly Option[],
  at: number,
  onChange: (id: string) => void,
  open: () => void,
): (event: KeyboardEvent) => void {
  const word = useRef({ text: "", at: 0 });
  const step = (option: Option | undefined) => option && onChange(option.id);
  return (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "ArrowDown" || key === "ArrowUp") open();
    else if (key === "ArrowRight") step(options[at + 1]);
    else if (key === "ArrowLeft") step(options[at - 1]);
    else if (key.length === 1 && (key !== " " || isRecent(word.current.at))) {
      const text = isRecent(word.current.at) ? word.current.text + key.toLowerCase() : key.toLowerCase();
      word.current = { text, at: performance.now() };
      step(options.find((option) => option.label.toLowerCase().startsWith(text)));
    } else return;
    event.preventDefault();
  };
}

function isRecent(at: number): boolean {
  return at > 0 && performance.now() - at < WORD_MS;
}
