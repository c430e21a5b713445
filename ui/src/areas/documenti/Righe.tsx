/** The lines of a draft, typed by keyboard: Enter moves on, the last line is always an empty one. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentoDraft, RigaDraft, RigaTotale } from "../../ipc/generated";
import { entry } from "../../shared/format";
import { focusField } from "../../shared/problems";
import type { Draft } from "../../shared/useDraft";
import { Riga } from "./Riga";
import { EMPTY_RIGA } from "./tipi";

/** The grid of a line: number, words, quantity, unit, price, discount, IVA, total, actions. */
export const GRID =
  "grid grid-cols-[1.25rem_minmax(9rem,1fr)_3.75rem_3rem_5.5rem_4rem_3.25rem_5.5rem_2rem] items-center gap-0.5";

const COLUMNS = ["descrizione", "quantita", "unita_misura", "prezzo", "sconti", "iva", "totale"] as const;
const AMOUNTS: readonly string[] = ["quantita", "prezzo", "iva", "totale"];

export interface Actions {
  change: (index: number, change: Partial<RigaDraft>) => void;
  remove: (index: number) => void;
  move: (index: number, by: -1 | 1) => void;
}

export function Righe({ draft, totali }: { draft: Draft<DocumentoDraft>; totali: readonly (RigaTotale | null)[] }) {
  const { t } = useTranslation("documenti");
  const { change } = draft;
  const onChange = useCallback<Actions["change"]>(
    (index, what) =>
      change(({ righe }) => ({
        righe:
          index < righe.length
            ? righe.map((riga, i) => (i === index ? { ...riga, ...what } : riga))
            : [...righe, { ...EMPTY_RIGA, ...what }],
      })),
    [change],
  );
  const onRemove = useCallback<Actions["remove"]>(
    (index) => {
      change(({ righe }) => ({ righe: righe.filter((_, i) => i !== index) }));
      requestAnimationFrame(() => focusField(`righe.${index}.descrizione`));
    },
    [change],
  );
  const onMove = useCallback<Actions["move"]>(
    (index, by) => {
      change(({ righe }) => ({ righe: moved(righe, index, by) }));
      requestAnimationFrame(() => focusField(`righe.${index + by}.descrizione`));
    },
    [change],
  );
  const rows = [...draft.value.righe, EMPTY_RIGA];
  return (
    <section aria-label={t("righe_titolo")} className="mb-6">
      <div className={`${GRID} border-b border-line pb-1 text-sm font-medium text-ink-3`} aria-hidden="true">
        <span />
        {COLUMNS.map((column) => (
          <span key={column} className={`px-2.5 ${AMOUNTS.includes(column) ? "text-end" : ""}`}>
            {t(`riga.${column}`)}
          </span>
        ))}
      </div>
      <ol>
        {rows.map((riga, index) => (
          <Riga
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own, and every field in it is controlled
            key={index}
            index={index}
            riga={riga}
            totale={totali[index]?.totale ?? ""}
            iva={usualIva(totali[index])}
            isLast={index === rows.length - 1}
            onChange={onChange}
            onRemove={onRemove}
            onMove={onMove}
          />
        ))}
      </ol>
    </section>
  );
}

/** The rate or natura that the engine took where none is typed. */
function usualIva(totale: RigaTotale | null | undefined): string {
  return totale ? totale.natura || entry(totale.aliquota_iva) : "";
}

function moved(righe: readonly RigaDraft[], index: number, by: -1 | 1): RigaDraft[] {
  const [one, other] = [righe[index], righe[index + by]];
  if (!one || !other) return [...righe];
  return righe.map((riga, i) => (i === index ? other : i === index + by ? one : riga));
}
