/** The kinds of document as the pages group them. What may become what is decided by the engine; here stands what is offered. */
import type { DocumentoDraft, RigaDraft, Stato, Tipo } from "../../ipc/generated";

export const TIPI: readonly Tipo[] = [
  "FATTURA",
  "FATTURA_ACCONTO",
  "FATTURA_DIFFERITA",
  "FATTURA_DIFFERITA_B",
  "PARCELLA",
  "PARCELLA_ACCONTO",
  "NOTA_CREDITO",
  "NOTA_DEBITO",
  "PREVENTIVO",
  "PROFORMA",
  "DDT",
  "RICEVUTA",
];

/** The tabs of the list. */
export const VISTE = {
  tutti: [],
  /** Everything that money is due of, less credit notes: what the reports count as invoiced. */
  fatturato: [
    "FATTURA",
    "FATTURA_ACCONTO",
    "FATTURA_DIFFERITA",
    "FATTURA_DIFFERITA_B",
    "PARCELLA",
    "PARCELLA_ACCONTO",
    "NOTA_DEBITO",
    "NOTA_CREDITO",
    "RICEVUTA",
  ],
  fatture: [
    "FATTURA",
    "FATTURA_ACCONTO",
    "FATTURA_DIFFERITA",
    "FATTURA_DIFFERITA_B",
    "PARCELLA",
    "PARCELLA_ACCONTO",
    "NOTA_DEBITO",
  ],
  note: ["NOTA_CREDITO"],
  preventivi: ["PREVENTIVO"],
  proforma: ["PROFORMA"],
  ddt: ["DDT"],
  ricevute: ["RICEVUTA"],
  bozze: [],
} as const satisfies Record<string, readonly Tipo[]>;
export type Vista = keyof typeof VISTE;

const CREDITED: readonly Tipo[] = ["NOTA_CREDITO", "NOTA_DEBITO"];
const CONVERSIONS: Partial<Record<Tipo, readonly Tipo[]>> = {
  PREVENTIVO: ["FATTURA", "PARCELLA", "DDT", "PROFORMA", "FATTURA_ACCONTO"],
  PROFORMA: ["FATTURA", "PARCELLA", "FATTURA_ACCONTO", "RICEVUTA"],
  DDT: ["FATTURA_DIFFERITA", "FATTURA", "PROFORMA"],
  FATTURA: CREDITED,
  FATTURA_DIFFERITA: ["NOTA_CREDITO"],
  FATTURA_DIFFERITA_B: ["NOTA_CREDITO"],
  FATTURA_ACCONTO: ["FATTURA", "NOTA_CREDITO"],
  PARCELLA: CREDITED,
  PARCELLA_ACCONTO: ["PARCELLA", "NOTA_CREDITO"],
  NOTA_DEBITO: ["NOTA_CREDITO"],
};

/** Kinds that an issued document of this kind can become. */
export function conversions(tipo: Tipo): readonly Tipo[] {
  return CONVERSIONS[tipo] ?? [];
}

/** States that a person gives by hand after issue. */
export function statesByHand(tipo: Tipo, stato: Stato): readonly Stato[] {
  if (tipo === "PREVENTIVO" && (stato === "emesso" || stato === "accettato" || stato === "rifiutato")) {
    return (["accettato", "rifiutato", "annullato"] as const).filter((other) => other !== stato);
  }
  return (tipo === "PROFORMA" || tipo === "DDT") && stato === "emesso" ? ["annullato"] : [];
}

export const TONES = {
  bozza: "neutral",
  emesso: "ok",
  accettato: "ok",
  rifiutato: "bad",
  convertito: "accent",
  annullato: "warn",
} as const satisfies Record<Stato, string>;

export const EMPTY_RIGA: RigaDraft = {
  prodotto_id: null,
  codice: "",
  descrizione: "",
  quantita: "",
  unita_misura: "",
  prezzo: "",
  sconti: "",
  aliquota_iva: "",
  natura: "",
  riferimento_normativo: "",
  ritenuta: null,
  cassa: null,
  tipo_cessione: "",
  data_inizio: "",
  data_fine: "",
  riferimento_amministrazione: "",
  altri_dati: [],
  origine_riga: null,
};

/** What a customer's usual terms bring into a draft, as `documenti_new` answers them. */
export function usual(draft: DocumentoDraft): Partial<DocumentoDraft> {
  const { modalita_pagamento, termini_pagamento, iban, esigibilita_iva, casse, ritenute, no_sdi, lingua, sconto } =
    draft;
  return { modalita_pagamento, termini_pagamento, iban, esigibilita_iva, casse, ritenute, no_sdi, lingua, sconto };
}

/** Numbering classes: each counts for itself. */
export const CLASSI = ["fatture", "preventivi", "proforma", "ddt", "ricevute"] as const;
export type Classe = (typeof CLASSI)[number];
