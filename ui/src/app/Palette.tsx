import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { queries, query } from "../ipc/client";
import type { SearchHit } from "../ipc/generated";
import type { Area } from "../shared/area";
import { day } from "../shared/format";
import { Kbd } from "../shared/Kbd";
import { KEYS, offered, useKeys } from "../shared/keys";
import { go } from "../shared/route";
import { useFocusBack } from "../shared/useFocusBack";

/** One box for everything: records by name, number or amount, actions, pages. */
export function Palette({ areas, isOpen, onClose }: { areas: readonly Area[]; isOpen: boolean; onClose: () => void }) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-pop">
        <PaletteBody areas={areas} onClose={onClose} />
      </Modal>
    </ModalOverlay>
  );
}

/** The list, and by which name the box tells which of its lines is chosen. */
const LIST = "palette-list";
const idOf = (choice: Choice) => `palette-${choice.id}`;

interface Choice {
  id: string;
  label: string;
  note: string;
  chord?: string;
  run: () => void;
}

interface Section {
  title: string;
  choices: Choice[];
}

/**
 * A box and a list of our own (the combobox of the ARIA practices): the list is drawn anew at every key, and a collection
 * of React Aria took half of the time there is for that.
 */
function PaletteBody({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) {
  const { t } = useTranslation("app");
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  useKeys({}, true);
  useFocusBack();
  const sections = useSections(areas, text);
  const all = sections.flatMap((section) => section.choices);
  // whatever is found meanwhile: the line one went to, else the first
  const at = Math.max(
    0,
    all.findIndex((choice) => choice.id === chosen),
  );
  const active = all[at];
  const run = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    choice.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) run(active);
    else setChosen(all.at((at + step) % all.length)?.id ?? "");
  };
  const name = active ? idOf(active) : undefined;
  useEffect(() => {
    if (name) document.getElementById(name)?.scrollIntoView?.({ block: "nearest" });
  }, [name]);
  return (
    <Dialog aria-label={t("palette_title")} className="flex max-h-[60vh] flex-col outline-none!">
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search size={16} className="text-ink-3" aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t("palette_title")}
          aria-autocomplete="list"
          aria-expanded={all.length > 0}
          aria-controls={LIST}
          aria-activedescendant={name}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={t("palette_placeholder")}
          onChange={(event) => {
            const said = event.target.value;
            if (isSought(said)) void queries.prefetchQuery(search(said)); // the engine looks while the key is drawn
            setText(said);
            setChosen("");
          }}
          onKeyDown={onKey}
          className="h-12 flex-1 bg-transparent text-md outline-none!"
        />
      </div>
      {all.length === 0 ? (
        <p role="status" className="p-4 text-center text-ink-3">
          {t("palette_empty")}
        </p>
      ) : null}
      <div id={LIST} role="listbox" aria-label={t("palette_title")} className="min-h-0 overflow-auto p-2 empty:hidden">
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of choices in a list, not of fields
          <div key={section.title} role="group" aria-label={section.title} className="mb-1">
            <p aria-hidden="true" className="px-2 py-1 text-xs font-medium text-ink-3">
              {section.title}
            </p>
            {section.choices.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus and names the chosen line
              <div
                key={choice.id}
                id={idOf(choice)}
                role="option"
                aria-selected={choice === active}
                onPointerMove={() => setChosen(choice.id)}
                onClick={() => run(choice)}
                className="flex h-8 cursor-default items-center gap-3 rounded-md px-2 aria-selected:bg-accent-soft"
              >
                <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                {choice.chord ? (
                  <Kbd chord={choice.chord} />
                ) : (
                  <span className="truncate text-sm text-ink-3 tabular-nums">{choice.note}</span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

const search = (text: string) => ({ ...query("app_search", { text }), gcTime: 0 });
const isSought = (text: string) => text.trim().length > 1;

/** What fits the text: records that the engine finds, actions, pages. */
function useSections(areas: readonly Area[], text: string): Section[] {
  const { t } = useTranslation(["app", "shared"]);
  const [here] = useState(offered); // of the page below: once the palette listens, nothing of it is heard
  const { data: hits = [] } = useQuery({
    ...search(text),
    enabled: isSought(text),
    placeholderData: keepPreviousData,
  });
  const said = plain(text);
  const fits = (choice: Choice) => plain(choice.label).includes(said);
  const actions = areas.flatMap((area) => area.actions ?? []);
  const pages = areas.flatMap((area) => area.menu);
  const sections = [
    ...(said.length > 1 ? found(areas, hits, t) : []),
    {
      title: t("palette_here"),
      choices: here
        .filter(({ verb }) => verb !== "palette")
        .map(({ verb, run }) => ({ id: verb, label: t(`shared:keys.${verb}`), note: "", chord: KEYS[verb][0], run }))
        .filter(fits),
    },
    {
      title: t("palette_actions"),
      choices: actions.map(({ id, label, run }) => ({ id, label: label(), note: "", run })).filter(fits),
    },
    {
      title: t("palette_pages"),
      choices: pages
        .map(({ path, label }) => ({ id: path, label: label(), note: "", run: () => go(path) }))
        .filter(fits),
    },
  ];
  // what is called just so comes first: «clienti» is the page, not an import of them
  const isNamed = ({ choices }: Section) => choices.some((choice) => plain(choice.label) === said);
  const filled = sections.filter((section) => section.choices.length > 0);
  return [...filled.filter(isNamed), ...filled.filter((section) => !isNamed(section))];
}

type Words = ReturnType<typeof useTranslation<["app", "shared"]>>["t"];

/** What the records of an area are called together. */
const FOUND = {
  anagrafiche: "palette_soggetti",
  documenti: "palette_documenti",
  prodotti: "palette_prodotti",
} as const;

/** The records by area, and second what can be done with the best of them for which an area offers something. */
function found(areas: readonly Area[], hits: readonly SearchHit[], t: Words): Section[] {
  const offers = hits.map((hit) => areas.flatMap((area) => area.onFound?.(hit) ?? [])).find((some) => some.length > 0);
  const actions = (offers ?? []).map(({ id, label, run }) => ({ id, label: label(), note: "", run }));
  const names = [...new Set(hits.map((hit) => hit.area))];
  return names.map((name, at) => {
    const records = hits
      .filter((hit) => hit.area === name)
      .map((hit) => ({
        id: `${hit.area}/${hit.id}`,
        label: hit.title,
        note: day(hit.note),
        run: () => go(`/${hit.area}/${hit.id}`),
      }));
    return {
      title: t(FOUND[name as keyof typeof FOUND] ?? "palette_records"),
      choices: at === 0 ? records.toSpliced(1, 0, ...actions) : records,
    };
  });
}

/** Without capitals and accents: `perche` finds `Perché`. */
function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
