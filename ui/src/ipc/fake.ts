/** An engine of cardboard for the tests of pages: it answers from a few records and remembers what was asked. */
import { EMPTY } from "../areas/azienda/draft";
import type {
  AziendaDraft,
  DocumentoDraft,
  DocumentoPreview,
  DocumentoRow,
  DocumentoView,
  Problem,
  ProdottoRow,
  SoggettoRow,
  Totali,
  Voce,
} from "./generated";

export type Answer = unknown | ((args: Record<string, unknown>) => unknown);

export interface Fake {
  asked: { name: string; args: Record<string, unknown> }[];
  backend: (name: string, args: Record<string, unknown>) => Promise<unknown>;
}

/** The usual answers, with those of a test over them. */
export function fake(own: Readonly<Record<string, Answer>> = {}): Fake {
  const asked: Fake["asked"] = [];
  return {
    asked,
    backend: async (name, args) => {
      asked.push({ name, args });
      const answer = own[name] ?? USUAL[name];
      if (answer === undefined) throw { code: "unknown_command", problems: [], args: {}, detail: name };
      return typeof answer === "function" ? (answer as (args: Record<string, unknown>) => unknown)(args) : answer;
    },
  };
}

/** What a command that writes answers. */
export const saved = <T>(value: T, ...touched: string[]) => ({ value, touched });

export const problem = (code: string, field: string, severity: Problem["severity"] = "error"): Problem => ({
  code,
  field,
  severity,
  sdi: null,
  args: {},
});

const voci = (...pairs: [string, string, string][]): Voce[] => pairs.map(([code, it, en]) => ({ code, it, en }));

export const CLIENTI: SoggettoRow[] = [
  ["1", "Caffè Perù S.n.c.", "societa", "01234567890", "Torino", "TO"],
  ["2", "Comune di Forlì", "pa", "00606620409", "Forlì", "FC"],
  ["3", "D'Angelo Chiara", "privato", "", "Bologna", "BO"],
  ["4", "Officine Meccaniche Brambilla e Figli S.r.l.", "societa", "02345678901", "Sesto San Giovanni", "MI"],
].map(([id = "", nome = "", natura, partita_iva = "", comune = "", provincia = ""]) => ({
  id,
  codice: "",
  nome,
  natura: natura as SoggettoRow["natura"],
  partita_iva,
  codice_fiscale: "",
  comune,
  provincia,
  nazione: "IT",
  email: "info@example.it",
  telefono: "011 5551234",
  cestinato: false,
}));

export const PRODOTTI: ProdottoRow[] = [
  ["1", "CONS", "Consulenza oraria", true, "ore", "80"],
  ["2", "CAF250", "Caffè macinato 250 g", false, "pz", "4.9"],
].map(([id, codice, descrizione, servizio, unita_misura, prezzo]) => ({
  id: `${id}`,
  codice: `${codice}`,
  descrizione: `${descrizione}`,
  servizio: servizio === true,
  unita_misura: `${unita_misura}`,
  prezzo: `${prezzo}`,
  prezzo_ivato: false,
  aliquota_iva: servizio ? "22" : "10",
  natura: "",
  categoria: "",
  cestinato: false,
}));

export const DRAFT: DocumentoDraft = {
  id: null,
  chiave: "k",
  tipo: "FATTURA",
  sezionale: "",
  data_documento: "2026-11-24",
  valido_fino: "",
  cliente_id: null,
  prezzi_ivati: false,
  righe: [],
  sconto: "",
  casse: [],
  ritenute: [],
  bollo: "auto",
  bollo_addebitato: true,
  esigibilita_iva: "",
  arrotonda_euro: false,
  arrotondamento: "",
  sconto_in_fattura: "",
  modalita_pagamento: "MP05",
  termini_pagamento: "30",
  rate: [],
  iban: "",
  riferimenti: [],
  ddt: [],
  trasporto: null,
  causale: "",
  note: "",
  categoria: "",
  no_sdi: false,
  lingua: "it",
  origini: [],
  fuori_ordine: false,
};

export const TOTALI: Totali = {
  righe: [
    { prezzo_unitario: "80", quantita: "3", totale: "240.00", aliquota_iva: "22", natura: "" },
    { prezzo_unitario: "4.9", quantita: "10", totale: "49.00", aliquota_iva: "10", natura: "" },
  ],
  righe_aggiunte: [],
  merce: "289.00",
  sconto: "0.00",
  casse: [],
  riepilogo: [
    {
      aliquota_iva: "22",
      natura: "",
      esigibilita_iva: "I",
      riferimento_normativo: "",
      imponibile: "240.00",
      imposta: "52.80",
    },
    {
      aliquota_iva: "10",
      natura: "",
      esigibilita_iva: "I",
      riferimento_normativo: "",
      imponibile: "49.00",
      imposta: "4.90",
    },
  ],
  imponibile: "289.00",
  imposta: "57.70",
  base_bollo: "0.00",
  bollo: "0.00",
  bollo_addebitato: false,
  arrotondamento: "0.00",
  totale_documento: "346.70",
  ritenute: [{ tipo: "RT01", base: "240.00", aliquota: "20", importo: "48.00", causale: "A" }],
  iva_split: "0.00",
  sconto_in_fattura: "0.00",
  netto_a_pagare: "298.70",
  rate: [{ scadenza: "2026-12-24", importo: "298.70", modalita: "MP05" }],
};

export const PREVIEW: DocumentoPreview = {
  totali: TOTALI,
  problems: [],
  numero_previsto: "13",
  data_documento: "2026-11-24",
  td: "TD01",
};

const RIGA = {
  prodotto_id: null,
  codice: "",
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

/** A whole draft with two lines. */
export const FULL: DocumentoDraft = {
  ...DRAFT,
  id: "7",
  cliente_id: "1",
  righe: [
    {
      ...RIGA,
      descrizione: "Consulenza oraria",
      quantita: "3",
      unita_misura: "ore",
      prezzo: "80",
      sconti: "",
      aliquota_iva: "22",
      natura: "",
    },
    {
      ...RIGA,
      descrizione: "Caffè macinato 250 g",
      quantita: "10",
      unita_misura: "pz",
      prezzo: "4,9",
      sconti: "",
      aliquota_iva: "10",
      natura: "",
    },
  ],
};

export const EMESSO: DocumentoView = {
  id: "12",
  draft: { ...FULL, id: "12" },
  stato: "emesso",
  numero: "12",
  totali: TOTALI,
  problems: [],
  cliente: "Caffè Perù S.n.c.",
  td: "TD01",
  nome_file: "IT01234567890_0000C.xml",
  emesso_at: "2026-11-20T09:30:00Z",
  legami: [{ id: "5", tipo: "PREVENTIVO", numero: "5", data_documento: "2026-11-02", deriva: false }],
};

const row = (id: string, over: Partial<DocumentoRow>): DocumentoRow => ({
  id,
  tipo: "FATTURA",
  stato: "emesso",
  numero: id,
  data_documento: "2026-11-20",
  cliente: "Caffè Perù S.n.c.",
  cliente_id: "1",
  imponibile: "289.00",
  imposta: "57.70",
  totale: "346.70",
  netto_a_pagare: "298.70",
  categoria: "",
  no_sdi: false,
  xml_salvato: true,
  incompleto: false,
  ...over,
});

export const DOCUMENTI: DocumentoRow[] = [
  row("7", { stato: "bozza", numero: "", data_documento: "2026-11-24", xml_salvato: false, incompleto: true }),
  row("12", {}),
  row("11", {
    tipo: "NOTA_CREDITO",
    imponibile: "-100.00",
    imposta: "-22.00",
    totale: "-122.00",
    netto_a_pagare: "-122.00",
  }),
  row("5", { tipo: "PREVENTIVO", stato: "accettato", xml_salvato: false, cliente: "Comune di Forlì" }),
];

const AZIENDA: Partial<AziendaDraft> = {
  ...EMPTY,
  profilo: "impresa",
  denominazione: "Rossi Impianti S.r.l.",
  partita_iva: "01234567890",
  regime_fiscale: "RF01",
};
const ARCHIVE = {
  name: "Rossi Impianti",
  path: "/home/rossi/Documenti/Rossi Impianti.f1c",
  last_backup: "2026-11-24T08:00:00Z",
  second_backup: "",
  new_here: false,
  profilo: "impresa",
};
export const STATE = {
  archive: ARCHIVE,
  recent: [],
  lingua: "it",
  tema: "sistema",
  version: "0.1.0",
  log_path: "/tmp/log",
};
const page = <T>(rows: T[]) => ({ rows, next: null });

const USUAL: Readonly<Record<string, Answer>> = {
  app_state: STATE,
  app_search: [],
  settings_save: (args: Record<string, unknown>) => args.preferenze,
  codici: ({ lista }: Record<string, unknown>) =>
    ({
      modalita_pagamento: voci(["MP01", "contanti", "cash"], ["MP05", "bonifico", "bank transfer"]),
      regime_fiscale: voci(["RF01", "ordinario", "ordinary"], ["RF19", "forfettario", "flat rate"]),
    })[`${lista}`] ?? voci(["X1", "uno", "one"]),
  azienda_get: { id: "1", draft: AZIENDA, problems: [], nome_completo: "Rossi Impianti S.r.l." },
  azienda_preview: [],
  sezionali_list: [],
  numeri_altrove_list: [],
  anagrafiche_list: page(CLIENTI),
  anagrafiche_get: ({ id }: Record<string, unknown>) => ({
    id,
    draft: { id },
    nome_completo: "Caffè Perù S.n.c.",
    problems: [],
    cestinato: false,
    documenti: 1,
  }),
  anagrafiche_preview: { problems: [], simili: [], codice_destinatario: "0000000" },
  prodotti_list: page(PRODOTTI),
  prodotti_preview: { problems: [], prezzo_netto: "80", prezzo_lordo: "97.60" },
  prodotti_categorie: [],
  documenti_list: page(DOCUMENTI),
  documenti_somme: { righe: 4, imponibile: "767.00", imposta: "151.10", totale: "918.10", netto_a_pagare: "774.10" },
  documenti_new: DRAFT,
  documenti_get: ({ id }: Record<string, unknown>) =>
    id === "7" ? { ...EMESSO, id: "7", draft: FULL, stato: "bozza", numero: "", nome_file: "" } : EMESSO,
  documenti_preview: PREVIEW,
  documenti_save: ({ draft }: Record<string, unknown>) =>
    saved({ ...EMESSO, id: "7", draft: { ...(draft as DocumentoDraft), id: "7" }, stato: "bozza" }),
  documenti_issue: saved({ documento: EMESSO, caratteri_cambiati: [] }, "documenti"),
  documenti_numeri: [],
  documenti_pdf_preview: new ArrayBuffer(0),
  storia: [{ at: "2026-11-20T09:30:00Z", actor: "proprietario", verb: "documenti.issue" }],
  backup_list: [{ nome: "20261124T080000Z.f1c", at: "2026-11-24T08:00:00Z", lunghezza: 1 }],
};
