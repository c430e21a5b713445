/** The days of a list: a period that moves with the calendar, or from one day to another. */
import { useQuery } from "@tanstack/react-query";
import { CalendarRange } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { Popover as AriaPopover, ListBox } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { Periodo as Nome } from "../../ipc/generated";
import { Button } from "../Button";
import { DateInput } from "../DateInput";
import { BOX } from "../Field";
import { day } from "../format";
import { Kbd } from "../Kbd";
import { KEYS, useKeys } from "../keys";
import { Item } from "../Option";

/** The words of the address for the first and the last day; under both may stand the name of a period. */
export const DAYS = { from: "dal", to: "al" } as const;

const PERIODI: readonly Nome[] = [
  "questo_mese",
  "mese_scorso",
  "questo_trimestre",
  "trimestre_scorso",
  "quest_anno",
  "anno_scorso",
];

interface Giorni {
  from: string;
  to: string;
}

/** The period that stands under both words; none for days of one's own. */
const nameOf = ({ from, to }: Giorni) => (from === to ? PERIODI.find((name) => name === from) : undefined);

/** The days of a filter in words; empty when it has them all. */
export function usePeriodo(): (days: Giorni) => string {
  const { t } = useTranslation("shared");
  return (days) => {
    const name = nameOf(days);
    if (name) return t(`list.periods.${name}`);
    const [from, to] = [days.from, days.to].map((one) => {
      const named = PERIODI.find((name) => name === one);
      return named ? t(`list.periods.${named}`) : day(one);
    });
    if (from && to) return from === to ? from : `${from} – ${to}`;
    if (from) return t("list.days_from", { day: from });
    return to ? t("list.days_to", { day: to }) : "";
  };
}

export function Periodo({ label, days, onChange }: { label: string; days: Giorni; onChange: (days: Giorni) => void }) {
  const { t } = useTranslation("shared");
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const words = usePeriodo()(days);
  const choose = (chosen: Giorni) => {
    setOpen(false);
    onChange(chosen);
  };
  useKeys({ period: () => setOpen(true) });
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={`${BOX} gap-2 px-2.5 text-start`}
      >
        <CalendarRange size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
        <span className="sr-only">{words ? t("list.labelled", { label, words }) : label}</span>
        <span aria-hidden="true" className={`min-w-0 flex-1 truncate tabular-nums ${words ? "" : "text-ink-3"}`}>
          {words || label}
        </span>
        {words ? null : <Kbd chord={KEYS.period[0]} />}
      </button>
      {isOpen ? (
        <AriaPopover
          isOpen
          onOpenChange={setOpen}
          triggerRef={button as RefObject<Element | null>}
          placement="bottom start"
          offset={4}
          aria-label={label}
          className="w-96 rounded-lg border border-line bg-raised p-1 shadow-pop outline-none!"
        >
          <Scelta label={label} days={days} onChoose={choose} />
        </AriaPopover>
      ) : null}
    </>
  );
}

/** The periods with their days as of today, and two fields for days of one's own. */
function Scelta({ label, days, onChoose }: { label: string; days: Giorni; onChoose: (days: Giorni) => void }) {
  const { t } = useTranslation("shared");
  const { data = [] } = useQuery({ ...query("elenco_periodi", {}), staleTime: 0 });
  const name = nameOf(days);
  const [own, setOwn] = useState(name ? { from: "", to: "" } : days);
  const options = PERIODI.map((id) => {
    const known = data.find(({ periodo }) => periodo === id);
    return { id, label: t(`list.periods.${id}`), note: known ? `${day(known.dal)} – ${day(known.al)}` : "" };
  });
  return (
    <>
      <ListBox
        items={options}
        aria-label={label}
        selectionMode="single"
        selectedKeys={name ? [name] : []}
        onAction={(id) => onChoose({ from: String(id), to: String(id) })}
        shouldFocusOnHover
        autoFocus={name ? true : "first"}
        className="tabular-nums outline-none!"
      >
        {(option) => <Item option={option} />}
      </ListBox>
      <form
        className="mt-1 flex items-end gap-2 border-t border-line p-2"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(own);
        }}
      >
        <DateInput label={t("list.from")} value={own.from} onChange={(from) => setOwn({ ...own, from })} />
        <DateInput label={t("list.to")} value={own.to} onChange={(to) => setOwn({ ...own, to })} />
        <Button type="submit">{t("list.show")}</Button>
      </form>
    </>
  );
}
