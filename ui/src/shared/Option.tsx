import { Check } from "lucide-react";
import { ListBoxItem } from "react-aria-components";

export interface Option {
  id: string;
  label: string;
  /** What tells two of the same name apart. */
  note?: string;
}

/** The look of a list that drops down from its field. */
export const POP =
  "min-w-(--trigger-width) max-h-80 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-pop";
export const ITEM =
  "group/item flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 outline-none! data-[focused]:bg-hover data-[selected]:font-medium";

export function Item({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={ITEM}>
      <span className="min-w-0 flex-1">{option.label}</span>
      {option.note ? <span className="text-sm text-ink-3">{option.note}</span> : null}
      <Check size={14} className="invisible text-accent-ink group-data-[selected]/item:visible" aria-hidden="true" />
    </ListBoxItem>
  );
}
