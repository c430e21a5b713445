// Generated from Rust; do not edit. UPDATE=1 cargo nextest run -p fatturein1click bindings
export type AllegatoRow = { id: string, nome: string, mime: string, lunghezza: number, sha256: string };

export type Faccia = "cliente" | "fornitore" | "contatto";

export type Natura = "societa" | "persona_con_iva" | "privato" | "pa" | "estero";

export type SoggettoDraft = { id: string | null, cliente: boolean, fornitore: boolean, contatto: boolean, natura: Natura, codice: string, denominazione: string, nome: string, cognome: string, partita_iva: string, codice_fiscale: string, indirizzo: string, numero_civico: string, cap: string, comune: string, provincia: string, nazione: string, codice_destinatario: string, pec: string, email: string, telefono: string, referente: string, iban: string, modalita_pagamento: string, termini_pagamento: string, sconto: string, esigibilita_iva: string, sostituto_imposta: boolean, no_sdi: boolean, riferimento_amministrazione: string, lingua: string, note: string };

export type SoggettoView = { id: string, draft: SoggettoDraft, nome_completo: string, problems: Array<Problem>, cestinato: boolean, documenti: number };

export type SoggettoPreview = { problems: Array<Problem>, simili: Array<SoggettoRow>, codice_destinatario: string };

export type SoggettoRow = { id: string, codice: string, nome: string, natura: Natura, partita_iva: string, codice_fiscale: string, comune: string, provincia: string, nazione: string, email: string, telefono: string, cestinato: boolean };

export type SoggettoSort = "nome" | "comune" | "codice" | "partita_iva";

export type SoggettoFilter = { faccia: Faccia, testo: string, natura: Natura | null, cestino: boolean, sort: SoggettoSort, direction: Direction, page: PageRequest };

export type Profilo = "impresa" | "professionista" | "privato";

export type AziendaDraft = { profilo: Profilo, denominazione: string, nome: string, cognome: string, titolo: string, partita_iva: string, codice_fiscale: string, regime_fiscale: string, indirizzo: string, numero_civico: string, cap: string, comune: string, provincia: string, telefono: string, email: string, pec: string, sito: string, rea_ufficio: string, rea_numero: string, capitale_sociale: string, socio_unico: string, stato_liquidazione: string, albo: string, albo_provincia: string, albo_numero: string, albo_data: string, iban: string, banca: string, modalita_pagamento: string, termini_pagamento: string, tipo_cassa: string, aliquota_cassa: string, tipo_ritenuta: string, aliquota_ritenuta: string, causale_ritenuta: string, aliquota_iva: string, natura: string, bollo_addebitato: boolean, no_sdi: boolean, nota_pie: string, logo: string | null };

export type AziendaView = { id: string, draft: AziendaDraft, problems: Array<Problem>, nome_completo: string };

export type SezionaleDraft = { codice: string, descrizione: string, tipi: Array<string> };

export type NumeroAltroveDraft = { sezionale: string, classe: string, anno: number, ultimo: number, motivo: string };

export type SezionaleView = { id: string | null, draft: SezionaleDraft };

export type Tipo = "PREVENTIVO" | "PROFORMA" | "DDT" | "FATTURA" | "FATTURA_ACCONTO" | "PARCELLA_ACCONTO" | "NOTA_CREDITO" | "NOTA_DEBITO" | "PARCELLA" | "FATTURA_DIFFERITA" | "FATTURA_DIFFERITA_B" | "RICEVUTA";

export type BolloScelta = "auto" | "si" | "no";

export type AltroDatoDraft = { tipo_dato: string, testo: string, numero: string, data_riferimento: string };

export type RigaDraft = { prodotto_id: string | null, codice: string, descrizione: string, quantita: string, unita_misura: string, prezzo: string, sconti: string, aliquota_iva: string, natura: string, riferimento_normativo: string, ritenuta: boolean | null, cassa: boolean | null, tipo_cessione: string, data_inizio: string, data_fine: string, riferimento_amministrazione: string, altri_dati: Array<AltroDatoDraft>, origine_riga: string | null };

export type CassaDraft = { tipo: string, aliquota: string, aliquota_iva: string, natura: string, ritenuta: boolean | null };

export type RitenutaDraft = { tipo: string, aliquota: string, base_percentuale: string, causale: string };

export type RataDraft = { scadenza: string, importo: string, modalita: string };

export type RiferimentoTipo = "ordine" | "contratto" | "convenzione" | "ricezione" | "fattura_collegata";

export type RiferimentoDraft = { tipo: RiferimentoTipo, id_documento: string, data_documento: string, num_item: string, codice_commessa: string, cup: string, cig: string, righe: Array<number> };

export type DdtDraft = { numero: string, data_ddt: string, righe: Array<number> };

export type TrasportoDraft = { causale: string, mezzo: string, aspetto: string, colli: string, peso_lordo: string, peso_netto: string, unita_peso: string, data_inizio: string, ora_inizio: string, resa: string, vettore: string, vettore_partita_iva: string, destinazione: string };

export type DocumentoDraft = { id: string | null, chiave: string, tipo: Tipo, sezionale: string, data_documento: string, valido_fino: string, cliente_id: string | null, prezzi_ivati: boolean, righe: Array<RigaDraft>, sconto: string, casse: Array<CassaDraft>, ritenute: Array<RitenutaDraft>, bollo: BolloScelta, bollo_addebitato: boolean, esigibilita_iva: string, arrotonda_euro: boolean, arrotondamento: string, sconto_in_fattura: string, modalita_pagamento: string, termini_pagamento: string, rate: Array<RataDraft>, iban: string, riferimenti: Array<RiferimentoDraft>, ddt: Array<DdtDraft>, trasporto: TrasportoDraft | null, causale: string, note: string, categoria: string, no_sdi: boolean, lingua: string, origini: Array<string> };

export type RigaTotale = { prezzo_unitario: string, quantita: string | null, totale: string, aliquota_iva: string, natura: string };

export type RigaAggiunta = { descrizione: string, totale: RigaTotale };

export type GruppoIva = { aliquota_iva: string, natura: string, esigibilita_iva: string, riferimento_normativo: string, imponibile: string, imposta: string };

export type CassaTotale = { tipo: string, aliquota: string, imponibile: string, importo: string, aliquota_iva: string, natura: string, ritenuta: boolean };

export type RitenutaTotale = { tipo: string, base: string, aliquota: string, importo: string, causale: string };

export type RataTotale = { scadenza: string, importo: string, modalita: string };

export type Totali = { righe: Array<RigaTotale | null>, righe_aggiunte: Array<RigaAggiunta>, merce: string, sconto: string, casse: Array<CassaTotale>, riepilogo: Array<GruppoIva>, imponibile: string, imposta: string, base_bollo: string, bollo: string, bollo_addebitato: boolean, arrotondamento: string, totale_documento: string, ritenute: Array<RitenutaTotale>, iva_split: string, sconto_in_fattura: string, netto_a_pagare: string, rate: Array<RataTotale> };

export type DocumentoPreview = { totali: Totali, problems: Array<Problem>, numero_previsto: string, data_documento: string, td: string };

export type Stato = "bozza" | "emesso" | "accettato" | "rifiutato" | "convertito" | "annullato";

export type DocumentoView = { id: string, draft: DocumentoDraft, stato: Stato, numero: string, totali: Totali, problems: Array<Problem>, cliente: string, td: string, nome_file: string, emesso_at: string, legami: Array<Legame> };

export type Legame = { id: string, tipo: Tipo, numero: string, data_documento: string, deriva: boolean };

export type DocumentoRow = { id: string, tipo: Tipo, stato: Stato, numero: string, data_documento: string, cliente: string, cliente_id: string | null, imponibile: string, imposta: string, totale: string, netto_a_pagare: string, categoria: string, no_sdi: boolean, xml_salvato: boolean, incompleto: boolean };

export type DocumentoSort = "data" | "numero" | "cliente" | "totale";

export type DocumentoFilter = { testo: string, tipi: Array<Tipo>, stati: Array<Stato>, anno: number | null, dal: string, al: string, cliente_id: string | null, sezionale: string | null, da_salvare: boolean, sort: DocumentoSort, direction: Direction, page: PageRequest };

export type DocumentoSomme = { righe: number, imponibile: string, imposta: string, totale: string, netto_a_pagare: string };

export type Emesso = { documento: DocumentoView, caratteri_cambiati: Array<CarattereCambiato> };

export type CarattereCambiato = { field: string, prima: string, dopo: string };

export type NumeroAnomalia = { classe: string, anno: number, sezionale: string, numero: number, motivo: string, documento_id: string | null };

export type EfatturaRow = { id: string, documento_id: string, nome_file: string, sha256: string, lunghezza: number, salvato_at: string };

export type SalvataggioReport = { salvati: Array<string>, senza_xml: Array<string>, falliti: Array<FileFallito> };

export type FileFallito = { nome_file: string, code: string };

export type ProdottoDraft = { id: string | null, codice: string, descrizione: string, servizio: boolean, unita_misura: string, prezzo: string, prezzo_ivato: boolean, aliquota_iva: string, natura: string, riferimento_normativo: string, categoria: string, codice_ean: string, no_sdi: boolean, note: string };

export type ProdottoView = { id: string, draft: ProdottoDraft, cestinato: boolean };

export type ProdottoPreview = { problems: Array<Problem>, prezzo_netto: string, prezzo_lordo: string };

export type ProdottoRow = { id: string, codice: string, descrizione: string, servizio: boolean, unita_misura: string, prezzo: string, prezzo_ivato: boolean, aliquota_iva: string, natura: string, categoria: string, cestinato: boolean };

export type ProdottoSort = "descrizione" | "codice" | "prezzo" | "categoria";

export type ProdottoFilter = { testo: string, categoria: string, cestino: boolean, sort: ProdottoSort, direction: Direction, page: PageRequest };

export type Direction = "ascending" | "descending";

export type PageRequest = { cursor: string | null, limit: number };

export type Page<T> = { rows: Array<T>, next: string | null };

export type Voce = { code: string, it: string, en: string };

export type Saved<T> = { value: T, touched: Array<string> };

export type Severity = "error" | "warning";

export type Problem = { code: string, field: string, severity: Severity, sdi: string | null, args: Record<string, string> };

export type FailureWire = { code: string, problems: Array<Problem>, args: Record<string, string>, detail: string };
export type Failure = FailureWire;
export type Lingua = "it" | "en";
export type Tema = "sistema" | "chiaro" | "scuro";
export type Preferenze = { lingua: Lingua, tema: Tema };
export type OpenArchive = { name: string, path: string, last_backup: string | null, second_backup: string, new_here: boolean, profilo: Profilo };
export type RecentArchive = { index: number, name: string, path: string };
export type AppState = { archive: OpenArchive | null, recent: Array<RecentArchive>, lingua: Lingua, tema: Tema, version: string, log_path: string };
export type Scelta = "archivio" | "nuovo_archivio" | "cartella" | "immagine" | "copia";
export type Scelto = { token: string, percorso: string, sincronizzato_da: string, rete: string };
export type Verbo = { verb: string, at: string };
export type UndoState = { undo: Verbo | null, redo: Verbo | null };
export type StoriaRow = { at: string, actor: string, verb: string };
export type SearchHit = { area: string, id: string, title: string, note: string };
export interface Commands {
  app_state: { args: Record<string, never>; result: AppState };
  app_search: { args: { text: string }; result: Array<SearchHit> }; app_open_backups: { args: Record<string, never>; result: null };
  settings_save: { args: { preferenze: Preferenze }; result: Preferenze };
  dialog_pick: { args: { scelta: Scelta; nome: string }; result: Scelto | null };
  archive_new: { args: { token: string; azienda: AziendaDraft; allow_synced: boolean }; result: AppState };
  archive_open: { args: { token: string; allow_synced: boolean }; result: AppState };
  archive_open_recent: { args: { index: number; allow_synced: boolean }; result: AppState };
  archive_demo: { args: Record<string, never>; result: AppState };
  archive_close: { args: Record<string, never>; result: AppState };
  app_undo: { args: Record<string, never>; result: Saved<Verbo> };
  app_redo: { args: Record<string, never>; result: Saved<Verbo> };
  app_undo_state: { args: Record<string, never>; result: UndoState };
  codici: { args: { lista: string }; result: Array<Voce> };
  azienda_get: { args: Record<string, never>; result: AziendaView };
  azienda_preview: { args: { draft: AziendaDraft }; result: Array<Problem> };
  azienda_save: { args: { draft: AziendaDraft }; result: Saved<AziendaView> };
  azienda_logo: { args: { token: string | null }; result: Saved<AziendaView> };
  sezionali_list: { args: Record<string, never>; result: Array<SezionaleView> };
  sezionali_save: { args: { draft: SezionaleDraft }; result: Saved<SezionaleView> };
  numeri_altrove_list: { args: Record<string, never>; result: Array<NumeroAltroveDraft> };
  numeri_altrove_save: { args: { draft: NumeroAltroveDraft }; result: Saved<NumeroAltroveDraft> };
  anagrafiche_list: { args: { filter: SoggettoFilter }; result: Page<SoggettoRow> };
  anagrafiche_get: { args: { id: string }; result: SoggettoView };
  anagrafiche_preview: { args: { draft: SoggettoDraft }; result: SoggettoPreview };
  anagrafiche_save: { args: { draft: SoggettoDraft }; result: Saved<SoggettoView> };
  anagrafiche_bin: { args: { id: string }; result: Saved<null> };
  anagrafiche_unbin: { args: { id: string }; result: Saved<null> };
  anagrafiche_merge: { args: { keep: string; drop: string }; result: Saved<SoggettoView> };
  prodotti_list: { args: { filter: ProdottoFilter }; result: Page<ProdottoRow> };
  prodotti_get: { args: { id: string }; result: ProdottoView };
  prodotti_preview: { args: { draft: ProdottoDraft }; result: ProdottoPreview };
  prodotti_save: { args: { draft: ProdottoDraft }; result: Saved<ProdottoView> };
  prodotti_bin: { args: { id: string }; result: Saved<null> };
  prodotti_unbin: { args: { id: string }; result: Saved<null> };
  prodotti_categorie: { args: Record<string, never>; result: Array<string> };
  documenti_list: { args: { filter: DocumentoFilter }; result: Page<DocumentoRow> };
  documenti_somme: { args: { filter: DocumentoFilter }; result: DocumentoSomme };
  documenti_get: { args: { id: string }; result: DocumentoView };
  documenti_new: { args: { tipo: Tipo; cliente_id: string | null }; result: DocumentoDraft };
  documenti_preview: { args: { draft: DocumentoDraft }; result: DocumentoPreview };
  documenti_save: { args: { draft: DocumentoDraft }; result: Saved<DocumentoView> };
  documenti_issue: { args: { draft: DocumentoDraft }; result: Saved<Emesso> };
  documenti_delete: { args: { id: string }; result: Saved<null> };
  documenti_duplicate: { args: { id: string }; result: DocumentoDraft };
  documenti_convert: { args: { ids: Array<string>; tipo: Tipo }; result: DocumentoDraft };
  documenti_stato: { args: { id: string; stato: Stato }; result: Saved<DocumentoView> };
  documenti_annota: { args: { id: string; note: string; categoria: string }; result: Saved<DocumentoView> };
  documenti_numeri: { args: Record<string, never>; result: Array<NumeroAnomalia> };
  documenti_pdf_preview: { args: { draft: DocumentoDraft | null; id: string | null; page: number; width: number }; result: ArrayBuffer };
  documenti_pdf_save: { args: { ids: Array<string>; token: string }; result: SalvataggioReport };
  efatture_save: { args: { ids: Array<string>; token: string }; result: SalvataggioReport };
  storia: { args: { area: string; id: string }; result: Array<StoriaRow> };
  backup_list: { args: Record<string, never>; result: Array<Copia> };
  backup_now: { args: Record<string, never>; result: CopieReport };
  backup_folder: { args: { token: string }; result: string };
  backup_restore: { args: { nome: string }; result: Ripristino };
  backup_restore_file: { args: { token: string }; result: Ripristino };
  verify: { args: Record<string, never>; result: VerifyReport };
}
export type Copia = { nome: string, at: string, lunghezza: number };
export type CopieReport = { copia: Copia, second: string };
export type Ripristino = { persi: Array<string> };
export type VerifyReport = { ok: boolean, checked: number, findings: Array<Problem> };
