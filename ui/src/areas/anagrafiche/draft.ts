import type { Faccia, SoggettoDraft } from "../../ipc/generated";

const EMPTY: SoggettoDraft = {
  id: null,
  cliente: false,
  fornitore: false,
  contatto: false,
  natura: "societa",
  codice: "",
  denominazione: "",
  nome: "",
  cognome: "",
  partita_iva: "",
  codice_fiscale: "",
  indirizzo: "",
  numero_civico: "",
  cap: "",
  comune: "",
  provincia: "",
  nazione: "",
  codice_destinatario: "",
  pec: "",
  email: "",
  telefono: "",
  referente: "",
  iban: "",
  modalita_pagamento: "",
  termini_pagamento: "",
  sconto: "",
  esigibilita_iva: "",
  sostituto_imposta: false,
  no_sdi: false,
  riferimento_amministrazione: "",
  lingua: "it",
  note: "",
};

/** A new subject as the page it is made on wants it. */
export function newSoggetto(faccia: Faccia, denominazione: string): SoggettoDraft {
  return { ...EMPTY, [faccia]: true, denominazione };
}

/** Where each face has its pages. */
export const PATHS = { cliente: "/clienti", fornitore: "/fornitori", contatto: "/rubrica" } as const satisfies Record<
  Faccia,
  string
>;
