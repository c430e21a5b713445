import { useTranslation } from "react-i18next";
import type { DocumentoDraft, TrasportoDraft } from "../../ipc/generated";
import { TextField } from "../../shared/TextField";
import type { Draft } from "../../shared/useDraft";

const EMPTY: TrasportoDraft = {
  causale: "",
  mezzo: "",
  aspetto: "",
  colli: "",
  peso_lordo: "",
  peso_netto: "",
  unita_peso: "",
  data_inizio: "",
  ora_inizio: "",
  resa: "",
  vettore: "",
  vettore_partita_iva: "",
  destinazione: "",
};

const FIELDS = [
  ["causale", "col-span-4"],
  ["mezzo", "col-span-4"],
  ["aspetto", "col-span-4"],
  ["colli", "col-span-2"],
  ["peso_lordo", "col-span-2"],
  ["peso_netto", "col-span-2"],
  ["unita_peso", "col-span-2"],
  ["data_inizio", "col-span-2"],
  ["ora_inizio", "col-span-2"],
  ["vettore", "col-span-5"],
  ["vettore_partita_iva", "col-span-4"],
  ["resa", "col-span-3"],
  ["destinazione", "col-span-12"],
] as const satisfies readonly (readonly [keyof TrasportoDraft, string])[];

/** Transport data; a draft where all are empty has none. */
export function Trasporto({ draft }: { draft: Draft<DocumentoDraft> }) {
  const { t } = useTranslation("documenti");
  const trasporto = draft.value.trasporto ?? EMPTY;
  const set = (key: keyof TrasportoDraft, text: string) => {
    const next = { ...trasporto, [key]: text };
    draft.change({ trasporto: Object.values(next).some(Boolean) ? next : null });
  };
  return FIELDS.map(([key, width]) => (
    <div key={key} className={width}>
      <TextField
        label={t(`trasporto.${key}`)}
        path={`trasporto.${key}`}
        value={trasporto[key]}
        onChange={(text) => set(key, text)}
      />
    </div>
  ));
}
