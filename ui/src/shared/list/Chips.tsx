/** What a list is limited to, each taken away by itself. */
import { X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, Press } from "../Button";

export interface Chip {
  id: string;
  words: string;
  drop: () => void;
}

interface ChipsProps {
  chips: readonly Chip[];
  onClear: () => void;
}

export function Chips({ chips, onClear }: ChipsProps) {
  const { t } = useTranslation("shared");
  const list = useRef<HTMLUListElement>(null);
  const field = () => list.current?.parentElement?.querySelector<HTMLElement>("input,button");
  /** The next one has the focus when one goes, so that several go one after the other; then the first field. */
  const drop = (at: number) => {
    const buttons = list.current?.querySelectorAll("button");
    (buttons?.[at + 1] ?? buttons?.[at - 1] ?? field())?.focus();
    chips[at]?.drop();
  };
  const clear = () => {
    field()?.focus();
    onClear();
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = ({ ArrowRight: 1, ArrowLeft: -1 } as Record<string, number>)[event.key];
    if (step) list.current?.querySelectorAll("button")[at + step]?.focus();
    else if (event.key === "Delete" || event.key === "Backspace") drop(at);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {chips.length > 0 ? (
        <ul ref={list} aria-label={t("list.chips")} className="flex min-h-8 flex-wrap items-center gap-1.5">
          {chips.map((chip, at) => (
            <li key={chip.id}>
              <Press
                aria-label={t("list.chip_drop", { words: chip.words })}
                onPress={() => drop(at)}
                onKeyDown={(event) => onKeyDown(event, at)}
                className="flex h-6 items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-sm text-accent-ink tabular-nums hover:underline"
              >
                {chip.words}
                <X size={12} aria-hidden="true" />
              </Press>
            </li>
          ))}
        </ul>
      ) : null}
      <Button look="quiet" onPress={clear}>
        {t("list.clear")}
      </Button>
    </>
  );
}
