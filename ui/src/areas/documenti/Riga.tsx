import { EllipsisVertical } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RigaDraft } from "../../ipc/generated";
import { PriceInput, QuantityInput } from "../../shared/AmountInput";
import { IconButton } from "../../shared/Button";
import { useCreator } from "../../shared/create";
import { amount, entryAtRest } from "../../shared/format";
import { Menu } from "../../shared/Menu";
import { useProblems } from "../../shared/problems";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import { TextField } from "../../shared/TextField";
import { CampoProdotto } from "./CampoProdotto";
import { useCapita } from "./capita";
import { DettagliRiga } from "./DettagliRiga";
import { Maniglia } from "./Maniglia";
import { type Actions, GRID } from "./Righe";
import { useTasti } from "./tasti";

export interface RigaProps {
  index: number;
  riga: RigaDraft;
  /** Worked out by the engine; empty while it cannot be. */
  totale: string;
  /** What stands for an IVA not typed. */
  iva: string;
  prezziIvati: boolean;
  /** The empty line at the end, which is not in the draft yet. */
  isLast: boolean;
  actions: Actions;
}

/** Fields without a box until one points at them or types: the lines of the table are the boxes. */
const CELLS =
  "[&_.box]:border-transparent [&_.box]:bg-transparent hover:[&_.box]:border-line-strong [&_[data-invalid]_.box]:border-bad";

export const Riga = memo(function Riga(props: RigaProps) {
  const { index, riga, totale, isLast, prezziIvati, actions } = props;
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<string>();
  const NuovoProdotto = useCreator("prodotto");
  const keys = useTasti(props);
  const capita = useCapita(riga, prezziIvati);
  const n = index + 1;
  const set = (what: Partial<RigaDraft>) => actions.change(index, what);
  const at = (key: string) => ({ bare: true, path: `righe.${index}.${key}` });
  return (
    <li data-riga={index} onKeyDownCapture={keys.onKey}>
      <div className={`${GRID} ${CELLS} min-h-9 border-b border-line py-0.5`}>
        {isLast ? <span /> : <Maniglia index={index} onMove={actions.move} />}
        <CampoProdotto
          {...at("descrizione")}
          label={t("riga.descrizione_n", { n })}
          value={riga.descrizione}
          parole={capita?.parole}
          onType={(descrizione) => set({ descrizione })}
          onProduct={keys.choose}
          onCreate={setCreated}
          onPaste={(text) => actions.paste(index, text)}
          {...(isLast ? { placeholder: t("riga.nuova") } : {})}
        />
        <Numeri {...props} seen={capita?.riga ?? null} />
        <button
          type="button"
          tabIndex={-1} // the line's menu opens it by keyboard; on the way of Tab it would be one stop too many
          aria-label={`${t("riga.totale_n", { n })}${totale ? `: ${amount(totale, language)}` : ""}`}
          className="amount h-8 rounded-md px-2.5 hover:bg-hover disabled:hover:bg-transparent"
          disabled={!totale}
          onClick={() => actions.explain(index)}
        >
          {totale ? amount(totale, language) : ""}
        </button>
        {isLast ? <span /> : <Azioni index={index} actions={actions} onOpen={() => setOpen(true)} />}
      </div>
      {capita?.riga ? <Capita riga={capita.riga} /> : null}
      <Findings index={index} />
      {open ? <DettagliRiga index={index} riga={riga} onChange={set} onClose={() => setOpen(false)} /> : null}
      {created !== undefined && NuovoProdotto ? (
        <NuovoProdotto
          name={capita?.parole ?? created}
          onDone={(id) => {
            setCreated(undefined);
            keys.choose(id, created);
          }}
          onClose={() => setCreated(undefined)}
        />
      ) : null}
    </li>
  );
});

/** Quantity to IVA. While a line is typed in one go, what is understood stands grey in its place. */
function Numeri({ index, riga, iva, actions, seen }: RigaProps & { seen: RigaDraft | null }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const n = index + 1;
  const set = (what: Partial<RigaDraft>) => actions.change(index, what);
  const at = (key: string) => ({ bare: true, path: `righe.${index}.${key}` });
  return (
    <>
      <QuantityInput
        {...at("quantita")}
        label={t("riga.quantita_n", { n })}
        value={riga.quantita}
        placeholder={seen ? entryAtRest(seen.quantita, 0, language) : ""}
        onChange={(quantita) => set({ quantita })}
      />
      <TextField
        {...at("unita_misura")}
        label={t("riga.unita_misura_n", { n })}
        value={riga.unita_misura}
        placeholder={seen?.unita_misura ?? ""}
        onChange={(unita_misura) => set({ unita_misura })}
      />
      <PriceInput
        {...at("prezzo")}
        label={t("riga.prezzo_n", { n })}
        value={riga.prezzo}
        placeholder={seen ? entryAtRest(seen.prezzo, 2, language) : ""}
        onChange={(prezzo) => set({ prezzo })}
      />
      <TextField
        {...at("sconti")}
        label={t("riga.sconti_n", { n })}
        value={riga.sconti}
        placeholder={seen?.sconti ?? ""}
        onChange={(sconti) => set({ sconti })}
      />
      <TextField
        {...at(riga.natura ? "natura" : "aliquota_iva")}
        kind="amount"
        label={t("riga.iva_n", { n })}
        placeholder={seen?.natura || seen?.aliquota_iva || iva}
        value={riga.natura || riga.aliquota_iva}
        onChange={(text) => set(typedIva(text))}
      />
    </>
  );
}

function Azioni({ index, actions, onOpen }: { index: number; actions: Actions; onOpen: () => void }) {
  const { t } = useTranslation("documenti");
  return (
    <Menu
      trigger={
        <IconButton label={t("riga.azioni_n", { n: index + 1 })}>
          <EllipsisVertical size={16} aria-hidden="true" />
        </IconButton>
      }
      actions={[
        { id: "dettagli", label: t("riga.dettagli"), run: onOpen },
        { id: "perche", label: t("riga.perche"), run: () => actions.explain(index) },
        { id: "su", label: t("riga.su"), chord: "Alt+↑", run: () => actions.move(index, index - 1) },
        { id: "giu", label: t("riga.giu"), chord: "Alt+↓", run: () => actions.move(index, index + 1) },
        { id: "togli", label: t("riga.togli"), chord: "Alt+Backspace", run: () => actions.remove(index) },
      ]}
    />
  );
}

/** `N2.2` is a natura, anything else a rate: which one it is decides the field, never a sum. */
function typedIva(text: string): Partial<RigaDraft> {
  return /^\s*n/i.test(text)
    ? { natura: text.trim().toUpperCase(), aliquota_iva: "" }
    : { natura: "", aliquota_iva: text };
}

/** What Enter will make of the words, for those who do not see the grey numbers in their columns. */
function Capita({ riga }: { riga: RigaDraft }) {
  const { t } = useTranslation("documenti");
  const { quantita, descrizione, prezzo, sconti, aliquota_iva, natura } = riga;
  const parts = { quantita: quantita || "1", descrizione, prezzo, sconti, iva: natura || aliquota_iva };
  return (
    <p role="status" className="sr-only">
      {t("riga.capita", parts)}
    </p>
  );
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
