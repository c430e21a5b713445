/** Under the lines: payment, discounts and taxes, references, transport, notes. What is empty stays folded. */
import { ChevronRight } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentoDraft } from "../../ipc/generated";
import { CodeField } from "../../shared/CodeField";
import { useProblems } from "../../shared/problems";
import { Select } from "../../shared/Select";
import { TextBox, TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { type Draft, sameBut } from "../../shared/useDraft";
import { Casse, Ddt, Rate, Riferimenti, Ritenute } from "./Elenchi";
import { Trasporto } from "./Trasporto";

type D = Draft<DocumentoDraft>;

/** Typing in the lines does not draw it again. */
export const Coda = memo(CodaBody, (one, other) => sameBut("righe", one.draft.value, other.draft.value));

function CodaBody({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  const { value } = draft;
  return (
    <div className="flex flex-col">
      <Gruppo title={t("gruppi.pagamento")} paths={["modalita_pagamento", "termini_pagamento", "iban", "rate"]} isUsed>
        <Pagamento draft={draft} />
      </Gruppo>
      <Gruppo
        title={t("gruppi.sconti")}
        paths={["sconto", "arrotondamento", "bollo", "esigibilita_iva", "sconto_in_fattura"]}
        isUsed={Boolean(value.sconto || value.arrotondamento || value.sconto_in_fattura || value.bollo !== "auto")}
      >
        <Sconti draft={draft} />
      </Gruppo>
      <Gruppo
        title={t("gruppi.cassa")}
        paths={["casse", "ritenute"]}
        isUsed={value.casse.length > 0 || value.ritenute.length > 0}
      >
        <Casse draft={draft} />
        <Ritenute draft={draft} />
      </Gruppo>
      <Gruppo
        title={t("gruppi.riferimenti")}
        paths={["riferimenti", "ddt"]}
        isUsed={value.riferimenti.length > 0 || value.ddt.length > 0}
      >
        <Riferimenti draft={draft} />
        <Ddt draft={draft} />
      </Gruppo>
      <Gruppo
        title={t("gruppi.trasporto")}
        paths={["trasporto"]}
        isUsed={value.tipo === "DDT" || value.trasporto !== null}
      >
        <Trasporto draft={draft} />
      </Gruppo>
      <Gruppo
        title={t("gruppi.altro")}
        paths={["note", "categoria", "lingua"]}
        isUsed={Boolean(value.note || value.categoria || value.no_sdi || value.lingua === "en")}
      >
        <Altro draft={draft} />
      </Gruppo>
    </div>
  );
}

interface GruppoProps {
  title: string;
  /** Beginnings of the paths inside: a finding there opens the group. */
  paths: readonly string[];
  isUsed: boolean;
  children: ReactNode;
}

function Gruppo({ title, paths, isUsed, children }: GruppoProps) {
  const [wanted, setWanted] = useState<boolean>();
  const hasFinding = useProblems().some(({ field }) =>
    paths.some((path) => field === path || field.startsWith(`${path}.`)),
  );
  const isOpen = hasFinding || (wanted ?? isUsed);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setWanted(event.currentTarget.open)}
      className="group/fold border-t border-line py-1"
    >
      <summary className="flex h-8 cursor-default list-none items-center gap-1.5 rounded-md font-semibold [&::-webkit-details-marker]:hidden text-ink-2 hover:text-ink">
        <ChevronRight
          size={14}
          className="text-ink-3 transition-transform group-open/fold:rotate-90"
          aria-hidden="true"
        />
        {title}
      </summary>
      {isOpen ? <div className="grid grid-cols-12 gap-x-3 gap-y-3 pt-1 pb-4">{children}</div> : null}
    </details>
  );
}

function Pagamento({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <>
      <div className="col-span-4">
        <CodeField
          label={t("campi.modalita_pagamento")}
          list="modalita_pagamento"
          {...draft.text("modalita_pagamento")}
          none={t("come_di_solito")}
        />
      </div>
      <div className="col-span-3">
        <TextField
          label={t("campi.termini_pagamento")}
          {...draft.text("termini_pagamento")}
          placeholder={t("esempio_termini")}
        />
      </div>
      <div className="col-span-5">
        <TextField label={t("campi.iban")} {...draft.text("iban")} kind="code" />
      </div>
      <Rate draft={draft} />
    </>
  );
}

function Sconti({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <>
      <div className="col-span-3">
        <TextField label={t("campi.sconto")} {...draft.text("sconto")} placeholder={t("esempio_sconto")} />
      </div>
      <div className="col-span-3">
        <TextField label={t("campi.arrotondamento")} {...draft.text("arrotondamento")} kind="amount" />
      </div>
      <div className="col-span-3">
        <Select
          label={t("campi.bollo")}
          path="bollo"
          value={draft.value.bollo}
          onChange={(bollo) => draft.change({ bollo: bollo as DocumentoDraft["bollo"] })}
          options={(["auto", "si", "no"] as const).map((id) => ({ id, label: t(`bollo.${id}`) }))}
        />
      </div>
      <div className="col-span-3">
        <TextField label={t("campi.sconto_in_fattura")} {...draft.text("sconto_in_fattura")} kind="amount" after="%" />
      </div>
      <div className="col-span-6">
        <CodeField
          label={t("campi.esigibilita_iva")}
          list="esigibilita_iva"
          {...draft.text("esigibilita_iva")}
          none={t("come_di_solito")}
        />
      </div>
      <div className="col-span-full flex flex-wrap gap-x-6">
        <Checkbox label={t("campi.prezzi_ivati")} {...draft.flag("prezzi_ivati")} />
        <Checkbox label={t("campi.bollo_addebitato")} {...draft.flag("bollo_addebitato")} />
        <Checkbox label={t("campi.arrotonda_euro")} {...draft.flag("arrotonda_euro")} />
      </div>
    </>
  );
}

function Altro({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <>
      <div className="col-span-6">
        <TextField label={t("campi.categoria")} {...draft.text("categoria")} />
      </div>
      <div className="col-span-6">
        <Select
          label={t("campi.lingua")}
          path="lingua"
          value={draft.value.lingua || "it"}
          onChange={(lingua) => draft.change({ lingua })}
          options={(["it", "en"] as const).map((id) => ({ id, label: t(`lingue.${id}`) }))}
        />
      </div>
      <div className="col-span-full">
        <TextBox label={t("campi.note")} {...draft.text("note")} rows={2} />
      </div>
      <div className="col-span-full">
        <Checkbox label={t("campi.no_sdi")} {...draft.flag("no_sdi")} />
      </div>
    </>
  );
}
