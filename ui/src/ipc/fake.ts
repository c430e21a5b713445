/** An engine of cardboard for the tests of pages: it answers from a few records and remembers what was asked. */
import { EMPTY } from "../areas/azienda/draft";
import { DOCUMENTI, DRAFT, EMESSO, FULL, PREVIEW } from "./fake_documenti";
import type { AziendaDraft, DocumentoDraft, Problem, ProdottoRow, RigaDraft, SoggettoRow, Voce } from "./generated";

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
/** The line that a product of cardboard makes. */
export const PRODUCT_LINE: RigaDraft = {
  ...(FULL.righe[0] as RigaDraft),
  prodotto_id: "1",
  codice: "CONS",
  quantita: "",
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
  documenti_riga: ({ testo, prodotto_id }: Record<string, unknown>) => ({
    parole: `${testo}`,
    riga: prodotto_id === null ? null : PRODUCT_LINE,
    prodotto: "",
  }),
  documenti_spiega: [
    {
      voce: "totale",
      passi: [
        { testo: "Somma degli imponibili.", importo: "289.00", field: "" },
        { testo: "Riga 1, Consulenza: 3 × 80,00.", importo: "240.00", field: "righe.0.prezzo" },
      ],
    },
  ],
  documenti_save: ({ draft }: Record<string, unknown>) =>
    saved({ ...EMESSO, id: "7", draft: { ...(draft as DocumentoDraft), id: "7" }, stato: "bozza" }),
  documenti_issue: saved({ documento: EMESSO, caratteri_cambiati: [] }, "documenti"),
  documenti_numeri: [],
  efatture_states: [],
  documenti_pdf_pages: 1,
  documenti_pdf_preview: new ArrayBuffer(0),
  storia: [
    {
      tx: "1",
      at: "2026-11-20T09:30:00Z",
      actor: "proprietario",
      verb: "documenti.issue",
      annulla: false,
      cambi: [],
      ripristinabile: false,
    },
  ],
  backup_list: [{ nome: "20261124T080000Z.f1c", at: "2026-11-24T08:00:00Z", lunghezza: 1 }],
};
