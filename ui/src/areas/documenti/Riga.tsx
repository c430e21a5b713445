import { EllipsisVertical } from "lucide-react";
import { type KeyboardEvent, memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RigaDraft } from "../../ipc/generated";
import { PriceInput, QuantityInput } from "../../shared/AmountInput";
import { IconButton } from "../../shared/Button";
import { amount } from "../../shared/format";
import { Menu } from "../../shared/Menu";
import { focusField, useProblems } from "../../shared/problems";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import { TextField } from "../../shared/TextField";
import { CampoProdotto } from "./CampoProdotto";
import { DettagliRiga } from "./DettagliRiga";
import { type Actions, GRID } from "./Righe";

interface Props {
  index: number;
  riga: RigaDraft;
  /** Worked out by the engine; empty while it cannot be. */
  totale: string;
  /** What stands for an IVA not typed. */
  iva: string;
  /** The empty line at the end, which is not in the draft yet. */
  isLast: boolean;
  onChange: Actions["change"];
  onRemove: Actions["remove"];
  onMove: Actions["move"];
}

/** The fields that Enter walks through; Tab reaches all. */
const WALK = ["descrizione", "quantita", "prezzo"] as const;

/** With Alt: up, down, away. */
const MOVES: readonly string[] = ["ArrowUp", "ArrowDown", "Backspace"];

/** Fields without a box until one points at them or types: the lines of the table are the boxes. */
const CELLS =
  "[&_.box]:border-transparent [&_.box]:bg-transparent hover:[&_.box]:border-line-strong [&_[data-invalid]_.box]:border-bad";

export const Riga = memo(function Riga({ index, riga, totale, iva, isLast, onChange, onRemove, onMove }: Props) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const n = index + 1;
  const set = (what: Partial<RigaDraft>) => onChange(index, what);
  const at = (key: string) => ({ bare: true, path: `righe.${index}.${key}` });
  return (
    <li onKeyDownCapture={(event) => onKey(event, index, isLast, { onRemove, onMove })}>
      <div className={`${GRID} ${CELLS} min-h-9 border-b border-line py-0.5`}>
        <span className="text-end text-xs text-ink-3 tabular-nums">{isLast ? "" : n}</span>
        <CampoProdotto
          {...at("descrizione")}
          label={t("riga.descrizione_n", { n })}
          riga={riga}
          onChange={set}
          {...(isLast ? { placeholder: t("riga.nuova") } : {})}
        />
        <QuantityInput
          {...at("quantita")}
          label={t("riga.quantita_n", { n })}
          value={riga.quantita}
          onChange={(quantita) => set({ quantita })}
        />
        <TextField
          {...at("unita_misura")}
          label={t("riga.unita_misura_n", { n })}
          value={riga.unita_misura}
          onChange={(unita_misura) => set({ unita_misura })}
        />
        <PriceInput
          {...at("prezzo")}
          label={t("riga.prezzo_n", { n })}
          value={riga.prezzo}
          onChange={(prezzo) => set({ prezzo })}
        />
        <TextField
          {...at("sconti")}
          label={t("riga.sconti_n", { n })}
          value={riga.sconti}
          onChange={(sconti) => set({ sconti })}
        />
        <TextField
          {...at(riga.natura ? "natura" : "aliquota_iva")}
          kind="amount"
          label={t("riga.iva_n", { n })}
          placeholder={iva}
          value={riga.natura || riga.aliquota_iva}
          onChange={(text) => set(typedIva(text))}
        />
        <output className="amount px-2.5" aria-label={t("riga.totale_n", { n })}>
          {totale ? amount(totale, language) : ""}
        </output>
        {isLast ? (
          <span />
        ) : (
          <Menu
            trigger={
              <IconButton label={t("riga.azioni_n", { n })}>
                <EllipsisVertical size={16} aria-hidden="true" />
              </IconButton>
            }
            actions={[
              { id: "dettagli", label: t("riga.dettagli"), run: () => setOpen(true) },
              { id: "su", label: t("riga.su"), chord: "Alt+↑", run: () => onMove(index, -1) },
              { id: "giu", label: t("riga.giu"), chord: "Alt+↓", run: () => onMove(index, 1) },
              { id: "togli", label: t("riga.togli"), chord: "Alt+Backspace", run: () => onRemove(index) },
            ]}
          />
        )}
      </div>
      <Findings index={index} />
      {open ? <DettagliRiga index={index} riga={riga} onChange={set} onClose={() => setOpen(false)} /> : null}
    </li>
  );
});

/** `N2.2` is a natura, anything else a rate: which one it is decides the field, never a sum. */
function typedIva(text: string): Partial<RigaDraft> {
  return /^\s*n/i.test(text)
    ? { natura: text.trim().toUpperCase(), aliquota_iva: "" }
    : { natura: "", aliquota_iva: text };
}

/** What is wrong in this line, in one row under it. */
function Findings({ index }: { index: number }) {
  const language = useLanguage();
  const mine = useProblems().filter((problem) => problem.field.startsWith(`righe.${index}.`));
  if (mine.length === 0) return null;
  return (
    <ul aria-hidden="true" className="border-b border-line py-1 pl-7 text-sm">
      {mine.map((problem) => (
        <li
          key={`${problem.code} ${problem.field}`}
          className={problem.severity === "error" ? "text-bad" : "text-warn"}
        >
          {sentence(problem, language)}
        </li>
      ))}
    </ul>
  );
}

function onKey(
  event: KeyboardEvent<HTMLElement>,
  index: number,
  isLast: boolean,
  { onRemove, onMove }: Pick<Props, "onRemove" | "onMove">,
): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  if (event.altKey) {
    if (isLast || !MOVES.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Backspace") onRemove(index);
    else onMove(index, event.key === "ArrowUp" ? -1 : 1);
    return;
  }
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const path = event.target.closest("[data-field]")?.getAttribute("data-field") ?? "";
  const next = nextPath(index, path.slice(path.lastIndexOf(".") + 1));
  // the picker takes what Enter chooses first, then the cursor moves on
  setTimeout(() => focusField(next), 0);
}

function nextPath(index: number, key: string): string {
  const step = (WALK as readonly string[]).indexOf(key);
  const next = WALK[step + 1];
  return step >= 0 && next ? `righe.${index}.${next}` : `righe.${index + 1}.descrizione`;
}
