/** Kinds of documents: in full, and as short as a column of a list wants them. */
export const tipi = {
  PREVENTIVO: "Quote",
  PROFORMA: "Proforma",
  DDT: "Delivery note",
  FATTURA: "Invoice",
  FATTURA_ACCONTO: "Advance invoice",
  PARCELLA_ACCONTO: "Advance on fees",
  NOTA_CREDITO: "Credit note",
  NOTA_DEBITO: "Debit note",
  PARCELLA: "Professional invoice",
  FATTURA_DIFFERITA: "Deferred invoice",
  FATTURA_DIFFERITA_B: "Deferred invoice, triangular",
  RICEVUTA: "Receipt",
} as const;

export const tipi_brevi = {
  PREVENTIVO: "Quote",
  PROFORMA: "Proforma",
  DDT: "DDT",
  FATTURA: "Invoice",
  FATTURA_ACCONTO: "Advance",
  PARCELLA_ACCONTO: "Fee advance",
  NOTA_CREDITO: "Credit note",
  NOTA_DEBITO: "Debit note",
  PARCELLA: "Fee note",
  FATTURA_DIFFERITA: "Deferred invoice",
  FATTURA_DIFFERITA_B: "Triangular",
  RICEVUTA: "Receipt",
} as const;

/** What was paid of them, in a filter and in a row. */
export const pagamenti = {
  tutti: "All payments",
  aperto: "Unpaid",
  scaduto: "Overdue",
  parziale: "Partly paid",
  pagato: "Paid",
} as const;

export const quali_pagamenti = {
  aperto: "To be paid",
  scaduto: "Overdue",
  parziale: "Partly paid",
  pagato: "Paid",
} as const;

/** Where they stand. */
export const stati = {
  tutti: "All states",
  bozza: "Draft",
  emesso: "Issued",
  accettato: "Accepted",
  rifiutato: "Refused",
  convertito: "Converted",
  annullato: "Cancelled",
} as const;
