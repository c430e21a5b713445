import { EllipsisVertical } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
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
import { TextField, type TextFieldProps } from "../../shared/TextField";
import { useStable } from "../../shared/useStable";
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
  const type = useStable((descrizione: string) => set({ descrizione }));
  const choose = useStable(keys.choose);
  const paste = useStable((text: string) => actions.paste(index, text));
  const openDetails = useStable(() => setOpen(true));
  return (
    <li data-riga={index} className="grid-cols-[inherit]" onKeyDownCapture={keys.onKey}>
      <div className={`${GRID} ${CELLS} min-h-9 border-b border-line py-0.5`}>
        {isLast ? <span /> : <Maniglia index={index} onMove={actions.move} />}
        <CampoProdotto
          bare
          path={`righe.${index}.descrizione`}
          label={t("riga.descrizione_n", { n })}
          value={riga.descrizione}
          parole={capita?.parole}
          onType={type}
          onProduct={choose}
          onCreate={setCreated}
          onPaste={paste}
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
        {isLast ? <span /> : <Azioni index={index} actions={actions} onOpen={openDetails} />}
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
  const cell = { index, actions };
  return (
    <>
      <Numero
        {...cell}
        name="quantita"
        Input={QuantityInput}
        label={t("riga.quantita_n", { n })}
        value={riga.quantita}
        placeholder={seen ? entryAtRest(seen.quantita, 0, language) : ""}
      />
      <Numero
        {...cell}
        name="unita_misura"
        Input={TextField}
        label={t("riga.unita_misura_n", { n })}
        value={riga.unita_misura}
        placeholder={seen?.unita_misura ?? ""}
      />
      <Numero
        {...cell}
        name="prezzo"
        Input={PriceInput}
        label={t("riga.prezzo_n", { n })}
        value={riga.prezzo}
        placeholder={seen ? entryAtRest(seen.prezzo, 2, language) : ""}
      />
      <Numero
        {...cell}
        name="sconti"
        Input={TextField}
        label={t("riga.sconti_n", { n })}
        value={riga.sconti}
        placeholder={seen?.sconti ?? ""}
      />
      <Numero
        {...cell}
        name={riga.natura ? "natura" : "aliquota_iva"}
        Input={IvaInput}
        label={t("riga.iva_n", { n })}
        value={riga.natura || riga.aliquota_iva}
        placeholder={seen?.natura || seen?.aliquota_iva || iva}
      />
    </>
  );
}

type Input = (props: TextFieldProps) => ReactNode;

interface NumeroProps {
  index: number;
  actions: Actions;
  name: "quantita" | "unita_misura" | "prezzo" | "sconti" | "natura" | "aliquota_iva";
  Input: Input;
  label: string;
  value: string;
  placeholder: string;
}

/** One cell of a line; typing in one draws no other. */
const Numero = memo(function Numero({ index, actions, name, Input, ...rest }: NumeroProps) {
  const type = (text: string) =>
    actions.change(index, name === "natura" || name === "aliquota_iva" ? typedIva(text) : { [name]: text });
  return <Input {...rest} bare path={`righe.${index}.${name}`} onChange={type} />;
});

function IvaInput(props: TextFieldProps) {
  return <TextField {...props} kind="amount" />;
}

interface AzioniProps {
  index: number;
  actions: Actions;
  onOpen: () => void;
}

const Azioni = memo(function Azioni({ index, actions, onOpen }: AzioniProps) {
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
});

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
