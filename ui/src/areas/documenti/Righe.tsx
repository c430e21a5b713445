/** The lines of a draft, typed by keyboard: Enter moves on, the last line is always an empty one. */
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentoDraft, DocumentoPreview, RigaDraft, RigaTotale } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { amount, entry, entryAtRest } from "../../shared/format";
import { focusField } from "../../shared/problems";
import { useLanguage } from "../../shared/settings";
import type { Draft } from "../../shared/useDraft";
import { type Preview, useAnswer } from "../../shared/usePreview";
import { meanAsWords } from "./capita";
import { Incolla } from "./Incolla";
import { PercheRiga, type Soggetto } from "./Perche";
import { Riga } from "./Riga";
import { EMPTY_RIGA } from "./tipi";

/** The grid of a line, in the tracks of all of them. */
export const GRID = "grid grid-cols-[inherit] items-center gap-0.5";
/** Number, words, quantity, unit, price, discount, IVA, total, actions. */
const tracks = (price: string, total: string) =>
  `1.25rem minmax(9rem, 1fr) 3.75rem 3rem ${price} 4rem 3.25rem ${total} 2rem`;

const COLUMNS = ["descrizione", "quantita", "unita_misura", "prezzo", "sconti", "iva", "totale"] as const;
const AMOUNTS: readonly string[] = ["quantita", "prezzo", "iva", "totale"];

/** Rems of a column for the longest of these amounts: 5.5 at least. */
const wide = (amounts: readonly string[]) => `${Math.max(5.5, Math.max(...amounts.map((a) => a.length)) / 2 + 1.5)}rem`;

export interface Actions {
  change: (index: number, change: Partial<RigaDraft>) => void;
  /** As `change`, in one step that can be taken back. */
  put: (index: number, change: Partial<RigaDraft>) => void;
  remove: (index: number) => void;
  move: (from: number, to: number) => void;
  paste: (index: number, text: string) => void;
  /** Why its total is what it is. */
  explain: (index: number) => void;
}

/** A step that changed many fields at once: Ctrl+Z takes it back until one types on. */
interface Step {
  before: RigaDraft[];
  after: RigaDraft[];
  /** Lines that were pasted. */
  pasted: number;
}

interface Props {
  draft: Draft<DocumentoDraft>;
  preview: Preview<DocumentoPreview>;
  /** The draft, for who asks why a line's total is what it is. */
  of: Soggetto;
}

export function Righe({ draft, preview, of }: Props) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const totali = useAnswer(preview, "totali")?.righe ?? [];
  const { righe, prezzi_ivati } = draft.value;
  const step = useRef<Step | null>(null);
  const [pasting, setPasting] = useState<{ at: number; text: string } | null>(null);
  const [explained, setExplained] = useState<number>();
  const actions = useActions(draft, step, (at, text) => setPasting({ at, text }), setExplained);
  const isBack = step.current?.after === righe;
  const takeBack = () => {
    if (!step.current) return;
    const { before, after } = step.current;
    for (const [at, riga] of before.entries()) if (after[at] !== riga) meanAsWords(riga.descrizione);
    draft.change({ righe: before });
    step.current = null;
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isBack || event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    takeBack();
  };
  const insert = (lines: readonly RigaDraft[]) => {
    const at = Math.min(pasting?.at ?? righe.length, righe.length);
    const isEmpty = righe[at]?.descrizione.trim() === "";
    const after = [...righe.slice(0, at), ...lines, ...righe.slice(isEmpty ? at + 1 : at)];
    step.current = { before: righe, after, pasted: lines.length };
    setPasting(null);
    draft.change({ righe: after });
    focusSoon(`righe.${at + lines.length}.descrizione`);
  };
  const rows = [...righe, EMPTY_RIGA];
  const gridTemplateColumns = tracks(
    wide(rows.map(({ prezzo }) => entryAtRest(prezzo, 2, language))),
    wide(rows.map((_, at) => amount(totali[at]?.totale ?? "", language))),
  );
  return (
    <section aria-label={t("righe_titolo")} className="mb-6" style={{ gridTemplateColumns }} onKeyDownCapture={onKey}>
      <div className={`${GRID} border-b border-line pb-1 text-sm font-medium text-ink-3`} aria-hidden="true">
        <span />
        {COLUMNS.map((column) => (
          <span key={column} className={`px-2.5 ${AMOUNTS.includes(column) ? "text-end" : ""}`}>
            {t(`riga.${column}`)}
          </span>
        ))}
      </div>
      <ol className="grid-cols-[inherit] [&>[data-over]]:bg-accent-soft">
        {rows.map((riga, index) => (
          <Riga
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own, and every field in it is controlled
            key={index}
            index={index}
            riga={riga}
            totale={totali[index]?.totale ?? ""}
            iva={usualIva(totali[index])}
            prezziIvati={prezzi_ivati}
            isLast={index === rows.length - 1}
            actions={actions}
          />
        ))}
      </ol>
      {isBack && step.current?.pasted ? (
        <p role="status" className="flex items-center gap-3 pt-2 pl-6 text-ink-2">
          {t("incolla.fatto", { count: step.current.pasted })}
          <Button look="accent" chord="Mod+Z" onPress={takeBack}>
            {t("incolla.togli")}
          </Button>
        </p>
      ) : null}
      {explained === undefined ? null : (
        <PercheRiga index={explained} of={of} onClose={() => setExplained(undefined)} />
      )}
      {pasting ? (
        <Incolla testo={pasting.text} prezziIvati={prezzi_ivati} onInsert={insert} onClose={() => setPasting(null)} />
      ) : null}
    </section>
  );
}

/** The same object for as long as the draft is, so that typing in one line draws no other. */
function useActions(
  { change }: Draft<DocumentoDraft>,
  step: { current: Step | null },
  onPaste: (index: number, text: string) => void,
  explain: Actions["explain"],
): Actions {
  const paste = useRef(onPaste);
  paste.current = onPaste;
  return useMemo(
    () => ({
      change: (index, what) => change(({ righe }) => ({ righe: changed(righe, index, what) })),
      put: (index, what) =>
        change(({ righe }) => {
          const after = changed(righe, index, what);
          step.current = { before: righe, after, pasted: 0 };
          return { righe: after };
        }),
      remove: (index) => {
        change(({ righe }) => ({ righe: righe.filter((_, i) => i !== index) }));
        focusSoon(`righe.${index}.descrizione`);
      },
      move: (from, to) =>
        change(({ righe }) => {
          if (to < 0 || to >= righe.length) return {};
          focusSoon(`righe.${to}.descrizione`);
          return { righe: righe.toSpliced(from, 1).toSpliced(to, 0, ...righe.slice(from, from + 1)) };
        }),
      paste: (index, text) => paste.current(index, text),
      explain,
    }),
    [change, step, explain],
  );
}

function focusSoon(path: string): void {
  requestAnimationFrame(() => focusField(path));
}

function changed(righe: readonly RigaDraft[], index: number, what: Partial<RigaDraft>): RigaDraft[] {
  return index < righe.length
    ? righe.map((riga, i) => (i === index ? { ...riga, ...what } : riga))
    : [...righe, { ...EMPTY_RIGA, ...what }];
}

/** The rate or natura that the engine took where none is typed. */
function usualIva(totale: RigaTotale | null | undefined): string {
  return totale ? totale.natura || entry(totale.aliquota_iva) : "";
}
