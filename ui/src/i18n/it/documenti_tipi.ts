/** Kinds of documents: in full, and as short as a column of a list wants them. */
export const tipi = {
  PREVENTIVO: "Preventivo",
  PROFORMA: "Proforma",
  DDT: "Documento di trasporto",
  FATTURA: "Fattura",
  FATTURA_ACCONTO: "Fattura di acconto",
  PARCELLA_ACCONTO: "Acconto su parcella",
  NOTA_CREDITO: "Nota di credito",
  NOTA_DEBITO: "Nota di debito",
  PARCELLA: "Parcella",
  FATTURA_DIFFERITA: "Fattura differita",
  FATTURA_DIFFERITA_B: "Fattura differita triangolare",
  RICEVUTA: "Ricevuta",
} as const;

export const tipi_brevi = {
  PREVENTIVO: "Preventivo",
  PROFORMA: "Proforma",
  DDT: "DDT",
  FATTURA: "Fattura",
  FATTURA_ACCONTO: "Acconto",
  PARCELLA_ACCONTO: "Acconto parcella",
  NOTA_CREDITO: "Nota di credito",
  NOTA_DEBITO: "Nota di debito",
  PARCELLA: "Parcella",
  FATTURA_DIFFERITA: "Fattura differita",
  FATTURA_DIFFERITA_B: "Triangolare",
  RICEVUTA: "Ricevuta",
} as const;

/** What was paid of them, in a filter and in a row. */
export const pagamenti = {
  tutti: "Tutti i pagamenti",
  aperto: "Da pagare",
  scaduto: "Scaduto",
  parziale: "In parte",
  pagato: "Pagato",
} as const;

export const quali_pagamenti = {
  aperto: "Da pagare",
  scaduto: "Scaduti",
  parziale: "Pagati in parte",
  pagato: "Pagati",
} as const;

/** Where they stand. */
export const stati = {
  tutti: "Tutti gli stati",
  bozza: "Bozza",
  emesso: "Emesso",
  accettato: "Accettato",
  rifiutato: "Rifiutato",
  convertito: "Convertito",
  annullato: "Annullato",
} as const;
