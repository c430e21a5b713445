/** Documents of cardboard: a draft, one filled in, an issued one, a list. */
import type { DocumentoDraft, DocumentoPreview, DocumentoRow, DocumentoView, Totali } from "./generated";

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
  corregge: null,
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
  file: "consegnata",
  pagamento: null,
  incompleto: false,
  ...over,
});

export const DOCUMENTI: DocumentoRow[] = [
  row("7", { stato: "bozza", numero: "", data_documento: "2026-11-24", file: null, incompleto: true }),
  row("12", {}),
  row("11", {
    tipo: "NOTA_CREDITO",
    imponibile: "-100.00",
    imposta: "-22.00",
    totale: "-122.00",
    netto_a_pagare: "-122.00",
  }),
  row("5", { tipo: "PREVENTIVO", stato: "accettato", file: null, cliente: "Comune di Forlì" }),
];
