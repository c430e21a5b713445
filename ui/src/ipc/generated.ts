// Generated from Rust; do not edit. UPDATE=1 cargo nextest run -p fatturein1click bindings

export type AltroDatoDraft = { 
/**
 * `TipoDato`, up to 10 characters.
 */
tipo_dato: string, 
/**
 * `RiferimentoTesto`, up to 60 characters.
 */
testo: string, 
/**
 * `RiferimentoNumero`.
 */
numero: string, 
/**
 * `RiferimentoData`.
 */
data_riferimento: string, };

export type Aperti = { 
/**
 * Documents that were not known.
 */
nuovi: number, 
/**
 * Documents that had been opened before.
 */
noti: number, 
/**
 * Files with nothing to read; each is a row with its reason.
 */
illeggibili: number, 
/**
 * Files that lie beside invoices and are none: pictures, texts. They have no row.
 */
altri: number, 
/**
 * Messages of SDI among them, which [`crate::efatture::receive`] reads.
 */
messaggi: number, 
/**
 * The first document that can be read, to be shown.
 */
primo: Id | null, };

export type AppState = { 
/**
 * The open archive.
 */
archive: OpenArchive | null, 
/**
 * Archives opened before, newest first.
 */
recent: Array<RecentArchive>, 
/**
 * Language of the window.
 */
lingua: Lingua, 
/**
 * Light or dark.
 */
tema: Tema, 
/**
 * Size of everything.
 */
zoom: Zoom, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Folder of the log.
 */
log_path: string, 
/**
 * The archive for looking around was made on this computer.
 */
has_demo: boolean, };

export type Aspetto = { 
/**
 * How the page is set.
 */
disegno: Disegno, 
/**
 * Accent, `#rrggbb`; empty for the design's own.
 */
colore: string, 
/**
 * Words below the name in the letterhead.
 */
intestazione: string, 
/**
 * Words after the totals.
 */
chiusura: string, 
/**
 * Columns left out.
 */
nascoste: Array<ColonnaStampa>, };

export type Attesa = "scartate" | "da_salvare" | "salvate" | "ddt" | "rate" | "bozze";

export type Avanzamento = { 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all; 0 while they are counted.
 */
total: number, };

export type AziendaDraft = { 
/**
 * Profile.
 */
profilo: Profilo, 
/**
 * Company name; empty for a person with `nome` and `cognome`.
 */
denominazione: string, 
/**
 * First name.
 */
nome: string, 
/**
 * Surname.
 */
cognome: string, 
/**
 * Title before the name.
 */
titolo: string, 
/**
 * 11 digits.
 */
partita_iva: string, 
/**
 * 16 or 11 characters.
 */
codice_fiscale: string, 
/**
 * `RegimeFiscale`, e.g. `RF01`.
 */
regime_fiscale: string, 
/**
 * Street.
 */
indirizzo: string, 
/**
 * House number.
 */
numero_civico: string, 
/**
 * Postcode, 5 digits.
 */
cap: string, 
/**
 * Town.
 */
comune: string, 
/**
 * Two letters.
 */
provincia: string, 
/**
 * Telephone.
 */
telefono: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Certified e-mail.
 */
pec: string, 
/**
 * Web site, printed only.
 */
sito: string, 
/**
 * `UfficioREA`, two letters.
 */
rea_ufficio: string, 
/**
 * `NumeroREA`.
 */
rea_numero: string, 
/**
 * `CapitaleSociale` in euro.
 */
capitale_sociale: string, 
/**
 * `SU` or `SM`.
 */
socio_unico: string, 
/**
 * `LS` or `LN`.
 */
stato_liquidazione: string, 
/**
 * `AlboProfessionale`.
 */
albo: string, 
/**
 * `ProvinciaAlbo`.
 */
albo_provincia: string, 
/**
 * `NumeroIscrizioneAlbo`.
 */
albo_numero: string, 
/**
 * `DataIscrizioneAlbo`.
 */
albo_data: string, 
/**
 * IBAN printed and proposed on documents.
 */
iban: string, 
/**
 * Bank name.
 */
banca: string, 
/**
 * `ModalitaPagamento` proposed on documents, e.g. `MP05`.
 */
modalita_pagamento: string, 
/**
 * Terms proposed on documents, e.g. `30/60 fm`.
 */
termini_pagamento: string, 
/**
 * `TipoCassa` of the own fund or `TC22`; empty for none.
 */
tipo_cassa: string, 
/**
 * Percentage of the fund.
 */
aliquota_cassa: string, 
/**
 * `TipoRitenuta` proposed (`RT01`, `RT02`); empty for none.
 */
tipo_ritenuta: string, 
/**
 * Percentage of the withholding.
 */
aliquota_ritenuta: string, 
/**
 * `CausalePagamento` of the withholding, e.g. `A`.
 */
causale_ritenuta: string, 
/**
 * IVA rate proposed on a new line.
 */
aliquota_iva: string, 
/**
 * Natura proposed on a new line when there is no IVA.
 */
natura: string, 
/**
 * Whether stamp duty is recharged to the customer.
 */
bollo_addebitato: boolean, 
/**
 * Services to persons that must not go to SDI (health): PDF only by default.
 */
no_sdi: boolean, 
/**
 * Words at the foot of every document.
 */
nota_pie: string, 
/**
 * Logo, an id of `allegati`.
 */
logo: Id | null, 
/**
 * How documents are printed.
 */
aspetto: Aspetto, };

export type AziendaView = { 
/**
 * Row id.
 */
id: Id, 
/**
 * As it stands in the form.
 */
draft: AziendaDraft, 
/**
 * What is wrong or doubtful (nothing refuses the saving but an unreadable identifier).
 */
problems: Array<Problem>, 
/**
 * Name as printed.
 */
nome_completo: string, };

export type BancoFilter = { 
/**
 * Also what is delivered or otherwise at its end.
 */
tutte: boolean, 
/**
 * Only this state.
 */
stato: EfatturaStato | null, 
/**
 * Only documents from this date on: ISO, as typed, or the name of a `Periodo`.
 */
dal: string, 
/**
 * To this date.
 */
al: string, 
/**
 * Page; the oldest date first.
 */
page: PageRequest, };

export type BancoRow = { 
/**
 * The document.
 */
id: Id, 
/**
 * Kind.
 */
tipo: Tipo, 
/**
 * Number.
 */
numero: string, 
/**
 * ISO date.
 */
data_documento: string, 
/**
 * Customer.
 */
cliente: string, 
/**
 * Total; negative for credit notes.
 */
totale: Cents, 
/**
 * Its newest file.
 */
nome_file: string, 
/**
 * Where that stands.
 */
stato: EfatturaStato, 
/**
 * Since this day, ISO; empty for a file that was not sent.
 */
giorno: string, 
/**
 * What SDI or the person said.
 */
note: string, 
/**
 * Last day for sending it, ISO: 12 days, or the 15th of the month after the deliveries; for a rejected one the
 * last day for sending it again. Empty when nothing is due.
 */
entro: string, 
/**
 * Days left until then; negative when they are over.
 */
giorni: number, };

export type Barra = { 
/**
 * The figure.
 */
figura: Figura, 
/**
 * Height in thousandths of the chart, below zero for a negative amount.
 */
altezza: number, };

export type Base = "imponibile" | "totale";

export type BolloScelta = "auto" | "si" | "no";

export type Bytes = ArrayBuffer;

export type Cambio = { 
/**
 * Path of the field in the draft.
 */
campo: string, 
/**
 * Its value before; empty for none, `true` and `false` for a choice.
 */
prima: string, 
/**
 * Its value after.
 */
dopo: string, };

export type CassaDraft = { 
/**
 * `TipoCassa`; `TC22` is the INPS recharge.
 */
tipo: string, 
/**
 * Percentage.
 */
aliquota: string, 
/**
 * IVA rate; empty means that of the main line.
 */
aliquota_iva: string, 
/**
 * Natura when the rate is 0.
 */
natura: string, 
/**
 * Subject to withholding; none = as the fund says (`TC22` yes, others no).
 */
ritenuta: boolean | null, };

export type CassaTotale = { 
/**
 * `TipoCassa`.
 */
tipo: string, 
/**
 * Percentage.
 */
aliquota: Rate, 
/**
 * `ImponibileCassa`.
 */
imponibile: Cents, 
/**
 * `ImportoContributoCassa`.
 */
importo: Cents, 
/**
 * IVA rate.
 */
aliquota_iva: Rate, 
/**
 * Natura.
 */
natura: string, 
/**
 * Subject to withholding.
 */
ritenuta: boolean, };

export type Cents = string;

export type CestinoRow = { 
/**
 * Its area.
 */
area: string, 
/**
 * Its row.
 */
id: Id, 
/**
 * Its name.
 */
nome: string, 
/**
 * When it was put there, UTC, ISO; empty when that is no longer known.
 */
at: string, };

export type ClienteFigura = { 
/**
 * Customer row.
 */
cliente_id: Id, 
/**
 * Name on the last document.
 */
cliente: string, 
/**
 * What was invoiced in the year.
 */
figura: Figura, 
/**
 * Length of its bar, in thousandths of the longest.
 */
quota: number, };

export type Colonna = "ignora" | "codice" | "descrizione" | "quantita" | "unita_misura" | "prezzo" | "sconti" | "iva";

export type ColonnaStampa = "codice" | "unita" | "sconto" | "iva";

export type ContoCopia = { 
/**
 * `documenti`, `soggetti`, `prodotti`, `file` or `allegati`.
 */
voce: string, 
/**
 * In the copy.
 */
copia: number, 
/**
 * In the archive now.
 */
ora: number, };

export type ConversioneFilter = { 
/**
 * Words anywhere in names, number and file.
 */
testo: string, 
/**
 * Only these.
 */
stato: ConversioneStato | null, 
/**
 * Order.
 */
sort: ConversioneSort, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Page.
 */
page: PageRequest, };

export type ConversioneRow = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Name of the file or of the member.
 */
nome: string, 
/**
 * Path inside an archive or a mail; empty when the file itself is the document.
 */
membro: string, 
/**
 * `FPR12`, `FPA12`, `FSM10`; empty for what is no invoice.
 */
formato: string, 
/**
 * `TipoDocumento`, as written.
 */
tipo: string, 
/**
 * Who sells.
 */
mittente: string, 
/**
 * Who buys.
 */
destinatario: string, 
/**
 * Number.
 */
numero: string, 
/**
 * ISO date; empty when it cannot be read.
 */
data_documento: string, 
/**
 * Total of the document, or what its VAT summary adds up to; none when neither is a number.
 */
totale: Cents | null, 
/**
 * Currency.
 */
divisa: string, 
/**
 * Code of the state of the worst signature; empty without one.
 */
firma: string, 
/**
 * Findings for which SDI would reject the file.
 */
errori: number, 
/**
 * Other findings.
 */
avvisi: number, 
/**
 * Why there is nothing to read, Italian and English; empty when there is.
 */
motivo_it: string, 
/**
 * The same in English.
 */
motivo_en: string, 
/**
 * When it was last opened, UTC, ISO.
 */
aperto_at: string, 
/**
 * A copy is in the archive.
 */
copia: boolean, };

export type ConversioneSort = "aperto" | "mittente" | "data" | "nome";

export type ConversioneStato = "buone" | "rilievi" | "illeggibili";

export type ConversioneView = { 
/**
 * As the list has it.
 */
row: ConversioneRow, 
/**
 * Where the file was when it was opened.
 */
percorso: string, 
/**
 * The file can be read now, from where it was or from the copy.
 */
presente: boolean, 
/**
 * What SDI would say today.
 */
rilievi: Array<Rilievo>, };

export type Copia = { 
/**
 * File name.
 */
nome: string, 
/**
 * When it was made, UTC, ISO.
 */
at: string, 
/**
 * Length in bytes.
 */
lunghezza: number, };

export type CopieReport = { 
/**
 * The copy in the usual folder.
 */
copia: Copia, 
/**
 * The second place when a copy went there too; empty when none is set.
 */
second: string, };

export type DaEmettere = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Kind.
 */
tipo: Tipo, 
/**
 * Customer; empty when none was chosen.
 */
cliente: string, 
/**
 * ISO date.
 */
data_documento: string, 
/**
 * Total of the document; negative for a credit note.
 */
totale: Cents, 
/**
 * Why it cannot be issued yet; 0 when it can.
 */
errori: number, };

export type DdtDraft = { 
/**
 * `NumeroDDT`.
 */
numero: string, 
/**
 * `DataDDT`.
 */
data_ddt: string, 
/**
 * Lines (1-based); empty means all.
 */
righe: Array<number>, };

export type Direction = "ascending" | "descending";

export type Disegno = "classico" | "moderno" | "essenziale";

export type DocumentoDraft = { 
/**
 * Row id when it exists.
 */
id: Id | null, 
/**
 * Draft key: two issues of the same key are one (idempotence of `f1c issue`).
 */
chiave: string, 
/**
 * Kind.
 */
tipo: Tipo, 
/**
 * Series; empty for the main one.
 */
sezionale: string, 
/**
 * Document date; empty means today.
 */
data_documento: string, 
/**
 * Validity of a quote.
 */
valido_fino: string, 
/**
 * Customer.
 */
cliente_id: Id | null, 
/**
 * Prices include IVA.
 */
prezzi_ivati: boolean, 
/**
 * Lines.
 */
righe: Array<RigaDraft>, 
/**
 * Discount on the whole document: `5%` or `25,00`.
 */
sconto: string, 
/**
 * Funds.
 */
casse: Array<CassaDraft>, 
/**
 * Withholdings.
 */
ritenute: Array<RitenutaDraft>, 
/**
 * Stamp duty.
 */
bollo: BolloScelta, 
/**
 * Stamp duty recharged to the customer.
 */
bollo_addebitato: boolean, 
/**
 * `I`, `D`, `S`; empty means `I`.
 */
esigibilita_iva: string, 
/**
 * Round the total to the euro.
 */
arrotonda_euro: boolean, 
/**
 * `Arrotondamento` of the total, typed.
 */
arrotondamento: string, 
/**
 * "Sconto in fattura": percent of the total taken off what is paid.
 */
sconto_in_fattura: string, 
/**
 * `ModalitaPagamento`.
 */
modalita_pagamento: string, 
/**
 * Terms: `30`, `30/60 fm`, `vista`, `60 fm 10`; empty means paid at sight.
 */
termini_pagamento: string, 
/**
 * Instalments typed by hand; win over the terms.
 */
rate: Array<RataDraft>, 
/**
 * IBAN to be paid on.
 */
iban: string, 
/**
 * References.
 */
riferimenti: Array<RiferimentoDraft>, 
/**
 * Delivery notes billed.
 */
ddt: Array<DdtDraft>, 
/**
 * Transport.
 */
trasporto: TrasportoDraft | null, 
/**
 * `Causale`, printed and written.
 */
causale: string, 
/**
 * Own notes, never printed.
 */
note: string, 
/**
 * Own category.
 */
categoria: string, 
/**
 * Not for SDI: PDF only.
 */
no_sdi: boolean, 
/**
 * Language of the PDF: `it` or `en`.
 */
lingua: string, 
/**
 * Documents this one comes from.
 */
origini: Array<Id>, 
/**
 * The rejected document that this one corrects: issued again under its number and date.
 */
corregge: Id | null, 
/**
 * The user accepts a date before that of the last number of the series (within 12 days).
 */
fuori_ordine: boolean, };

export type DocumentoFilter = { 
/**
 * Words, number or amount.
 */
testo: string, 
/**
 * Only these kinds; empty means all.
 */
tipi: Array<Tipo>, 
/**
 * Only these states; empty means all.
 */
stati: Array<Stato>, 
/**
 * Only this year of the document date.
 */
anno: number | null, 
/**
 * From this date: ISO, as typed, or the name of a `Periodo`.
 */
dal: string, 
/**
 * To this date.
 */
al: string, 
/**
 * Only this customer.
 */
cliente_id: Id | null, 
/**
 * Only this series.
 */
sezionale: string | null, 
/**
 * Only documents whose XML was not yet saved.
 */
da_salvare: boolean, 
/**
 * Only documents paid so far.
 */
pagamento: Pagamento | null, 
/**
 * Order.
 */
sort: DocumentoSort, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Page.
 */
page: PageRequest, };

export type DocumentoPreview = { 
/**
 * All totals that can be computed.
 */
totali: Totali, 
/**
 * Everything wrong or doubtful, each at its field.
 */
problems: Array<Problem>, 
/**
 * Number that issuing now would give, e.g. `13/A`.
 */
numero_previsto: string, 
/**
 * ISO date understood; empty when unreadable.
 */
data_documento: string, 
/**
 * `TipoDocumento` in the XML; empty for documents that make none.
 */
td: string, };

export type DocumentoRow = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Kind.
 */
tipo: Tipo, 
/**
 * Where it stands.
 */
stato: Stato, 
/**
 * Number; empty for a draft.
 */
numero: string, 
/**
 * ISO date.
 */
data_documento: string, 
/**
 * Customer.
 */
cliente: string, 
/**
 * Customer row.
 */
cliente_id: Id | null, 
/**
 * Taxable amount; negative for credit notes.
 */
imponibile: Cents, 
/**
 * IVA; negative for credit notes.
 */
imposta: Cents, 
/**
 * Total of the document; negative for credit notes.
 */
totale: Cents, 
/**
 * What the customer pays; negative for credit notes.
 */
netto_a_pagare: Cents, 
/**
 * Own category.
 */
categoria: string, 
/**
 * Not for SDI.
 */
no_sdi: boolean, 
/**
 * Where its newest file stands; none for what makes no file.
 */
file: EfatturaStato | null, 
/**
 * What was paid of it; none where nothing is due: drafts, quotes, delivery notes.
 */
pagamento: Pagamento | null, 
/**
 * Draft with problems that refuse issuing.
 */
incompleto: boolean, };

export type DocumentoSomme = { 
/**
 * Rows.
 */
righe: number, 
/**
 * Taxable amounts.
 */
imponibile: Cents, 
/**
 * IVA.
 */
imposta: Cents, 
/**
 * Totals.
 */
totale: Cents, 
/**
 * What customers pay.
 */
netto_a_pagare: Cents, };

export type DocumentoSort = "data" | "numero" | "cliente" | "totale";

export type DocumentoView = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Draft as typed (also of an issued document: what it was made from).
 */
draft: DocumentoDraft, 
/**
 * Where it stands.
 */
stato: Stato, 
/**
 * Number; empty for a draft.
 */
numero: string, 
/**
 * Totals: computed for a draft, frozen for an issued document.
 */
totali: Totali, 
/**
 * Problems of a draft; empty for an issued document.
 */
problems: Array<Problem>, 
/**
 * Name of the customer (frozen when issued).
 */
cliente: string, 
/**
 * `TipoDocumento`; empty when there is no XML.
 */
td: string, 
/**
 * Name of the XML file; empty when there is none.
 */
nome_file: string, 
/**
 * When issued, UTC, ISO; empty for a draft.
 */
emesso_at: string, 
/**
 * Documents it comes from and documents made from it.
 */
legami: Array<Legame>, };

export type Doppioni = "salta" | "completa" | "nuovo";

export type EfatturaStato = "da_salvare" | "salvata" | "inviata" | "consegnata" | "mancata_consegna" | "scartata" | "accettata" | "rifiutata" | "decorrenza_termini";

export type Elenco = { 
/**
 * Which rows, in which order.
 */
lista: Lista, 
/**
 * Columns by name, from left to right; none means all.
 */
colonne: Array<string>, 
/**
 * Over the rows.
 */
titolo: string, 
/**
 * Of heads and words.
 */
lingua: Lingua, };

export type Emesso = { 
/**
 * The frozen document.
 */
documento: DocumentoView, 
/**
 * Texts that had to be changed so that the XML accepts them, each at its field.
 */
caratteri_cambiati: Array<Problem>, };

export type Esempio = "breve" | "lunga" | "inglese";

export type Esito = "nuovo" | "completato" | "doppione" | "vuota" | "rifiutata";

export type EsitoRicevuta = "abbinata" | "gia_nota" | "senza_file" | "non_messaggio" | "illeggibile";

export type Faccia = "cliente" | "fornitore" | "contatto";

export type FailureWire = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Every wrong field, when the input was refused.
 */
problems: Array<Problem>, 
/**
 * Values named in the sentence.
 */
args: { [key in string]: string }, 
/**
 * For the log and for whoever helps: never names, amounts or secrets.
 */
detail: string, };

export type Fascia = "a_scadere" | "fino30" | "fino60" | "fino90" | "oltre90";

export type FasciaFigura = { 
/**
 * How late.
 */
fascia: Fascia, 
/**
 * What is open; the days are those of the due dates.
 */
figura: Figura, 
/**
 * Length of its bar, in thousandths of the longest.
 */
quota: number, };

export type Figura = { 
/**
 * Sum.
 */
importo: Cents, 
/**
 * Rows.
 */
righe: number, 
/**
 * First day, ISO; empty where it is open.
 */
dal: string, 
/**
 * Last day, ISO; empty where it is open.
 */
al: string, };

export type FileFallito = { 
/**
 * File name.
 */
nome_file: string, 
/**
 * Code of the reason.
 */
code: string, };

export type Formato = "csv" | "xlsx" | "pdf";

export type GruppoIva = { 
/**
 * Rate.
 */
aliquota_iva: Rate, 
/**
 * Natura; empty when there is IVA.
 */
natura: string, 
/**
 * `I`, `D`, `S`.
 */
esigibilita_iva: string, 
/**
 * Words of the law.
 */
riferimento_normativo: string, 
/**
 * `ImponibileImporto`.
 */
imponibile: Cents, 
/**
 * `Imposta`.
 */
imposta: Cents, };

export type Id = string;

export type Illeggibili = "note" | "rifiuta";

export type ImportConti = { 
/**
 * All of them.
 */
righe: number, 
/**
 * New records.
 */
nuovi: number, 
/**
 * Records that got more.
 */
completati: number, 
/**
 * Records left as they are.
 */
doppioni: number, 
/**
 * Rows without a record.
 */
vuote: number, 
/**
 * Rows refused.
 */
rifiutate: number, 
/**
 * Rows imported with a value in their notes that could not be read.
 */
con_note: number, };

export type ImportOptions = { 
/**
 * Field of each column by its place, empty for a column that is left out; no entry at all lets the heads tell.
 */
colonne: Array<string>, 
/**
 * The file begins with a record, not with heads.
 */
senza_intestazioni: boolean, 
/**
 * Records that are there already.
 */
doppioni: Doppioni, 
/**
 * Values that cannot be read.
 */
illeggibili: Illeggibili, };

export type ImportReport = { 
/**
 * Kind, encoding and separator of the file, as read.
 */
formato: string, 
/**
 * Heads of the columns.
 */
intestazioni: Array<string>, 
/**
 * Field of each column; empty for one that is left out.
 */
colonne: Array<string>, 
/**
 * The first rows as they stand in the file.
 */
esempi: Array<Array<string>>, 
/**
 * Fields that a column may fill.
 */
campi: Array<Voce>, 
/**
 * Rows by their outcome.
 */
conti: ImportConti, 
/**
 * Every row.
 */
righe: Array<ImportRow>, };

export type ImportRow = { 
/**
 * Where it stands in the file, from 1.
 */
riga: number, 
/**
 * The record's name.
 */
nome: string, 
/**
 * What became of it.
 */
esito: Esito, 
/**
 * Field by which a record was found to be the same; empty when none was.
 */
uguale_per: string, 
/**
 * Name of that record.
 */
uguale_a: string, 
/**
 * Values that could not be read; they refuse the row, or went into the notes.
 */
problems: Array<Problem>, };

export type IncassoDraft = { 
/**
 * Row of the instalment.
 */
scadenza_id: Id | null, 
/**
 * Day; empty means today.
 */
giorno: string, 
/**
 * Amount, positive also for what is given back; empty means all that is left.
 */
importo: string, 
/**
 * Own note.
 */
note: string, };

export type IncassoFilter = { 
/**
 * Words, number or amount.
 */
testo: string, 
/**
 * From this day: ISO, as typed, or the name of a `Periodo`.
 */
dal: string, 
/**
 * To this day.
 */
al: string, 
/**
 * Only this customer.
 */
cliente_id: Id | null, 
/**
 * Order.
 */
sort: IncassoSort, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Page.
 */
page: PageRequest, };

export type IncassoRow = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Its document.
 */
documento_id: Id, 
/**
 * Kind of the document.
 */
tipo: Tipo, 
/**
 * Number of the document.
 */
numero: string, 
/**
 * Customer.
 */
cliente: string, 
/**
 * Number of the instalment.
 */
rata: number, 
/**
 * ISO date.
 */
giorno: string, 
/**
 * Amount; negative for what was given back.
 */
importo: Cents, 
/**
 * Own note.
 */
note: string, 
/**
 * No money moved: a credit note took from an invoice.
 */
compensazione: boolean, };

export type IncassoSomme = { 
/**
 * Rows.
 */
righe: number, 
/**
 * Sum.
 */
importo: Cents, };

export type IncassoSort = "giorno";

export type Incollate = { 
/**
 * What each column was taken for.
 */
colonne: Array<Colonna>, 
/**
 * The first row, when it only names the columns.
 */
intestazione: Array<string>, 
/**
 * The cells of the other rows.
 */
celle: Array<Array<string>>, 
/**
 * The lines they make.
 */
righe: Array<RigaDraft>, 
/**
 * Rows left out because they only add up the others.
 */
totali_saltati: number, 
/**
 * Cells that cannot be read, at the fields of `righe`.
 */
problems: Array<Problem>, };

export type Legame = { 
/**
 * The other document.
 */
id: Id, 
/**
 * Kind.
 */
tipo: Tipo, 
/**
 * Number; empty for a draft.
 */
numero: string, 
/**
 * ISO date.
 */
data_documento: string, 
/**
 * Whether the other one comes from this one.
 */
deriva: boolean, };

export type Lettera = { 
/**
 * Customer's name.
 */
cliente: string, 
/**
 * Addresses it goes to; empty when none is known, and the person writes it in the mail program.
 */
a: string, 
/**
 * Documents attached, in the order in which they were chosen.
 */
documenti: Array<Id>, };

export type Lingua = "it" | "en";

export type Lista = { "area": "anagrafiche", "filter": SoggettoFilter } | { "area": "prodotti", "filter": ProdottoFilter } | { "area": "documenti", "filter": DocumentoFilter } | { "area": "conversioni", "filter": ConversioneFilter } | { "area": "scadenze", "filter": ScadenzaFilter } | { "area": "incassi", "filter": IncassoFilter };

export type Mandato = "monomandatario" | "plurimandatario";

export type Mese = { 
/**
 * The month.
 */
mese: Barra, 
/**
 * A year before.
 */
prima: Barra, };

export type MessaggioRow = { 
/**
 * Row id.
 */
id: Id, 
/**
 * `RC`, `NS`, `MC`, `NE`, `DT`, `AT`, `EC`, `SE`, `MT`.
 */
tipo: string, 
/**
 * Name of its file.
 */
nome: string, 
/**
 * Name of the file it is about.
 */
nome_file: string, 
/**
 * The number that SDI gave to that file.
 */
identificativo_sdi: string, 
/**
 * Day of what it tells, ISO.
 */
giorno: string, 
/**
 * What SDI says: of a rejection a line for each reason, with its code.
 */
testo: string, 
/**
 * Its bytes.
 */
allegato_id: Id, };

export type Natura = "societa" | "persona_con_iva" | "privato" | "pa" | "estero";

export type NumeroAltroveDraft = { 
/**
 * Series.
 */
sezionale: string, 
/**
 * Numbering class: `fatture`, `preventivi`, `proforma`, `ddt`, `ricevute`.
 */
classe: string, 
/**
 * Year of the documents.
 */
anno: number, 
/**
 * Last number used elsewhere.
 */
ultimo: number, 
/**
 * Why.
 */
motivo: string, };

export type NumeroAnomalia = { 
/**
 * Numbering class.
 */
classe: string, 
/**
 * Year.
 */
anno: number, 
/**
 * Series.
 */
sezionale: string, 
/**
 * First number of a run of missing ones; the number itself else.
 */
da: number, 
/**
 * Number, the last of a run.
 */
numero: number, 
/**
 * `mancante`, `usato_altrove`, `ripristino` (lost when an older copy was put back) or `data_precedente`.
 */
motivo: string, 
/**
 * What is known of it: the reason typed by the user, or the day of the restore.
 */
spiegazione: string, 
/**
 * Document concerned.
 */
documento_id: Id | null, };

export type NumeroSerie = { 
/**
 * Numbering class.
 */
classe: string, 
/**
 * Year.
 */
anno: number, 
/**
 * Series; empty for the main one.
 */
sezionale: string, 
/**
 * Documents.
 */
documenti: number, 
/**
 * Highest number.
 */
ultimo: number, 
/**
 * ISO date of the document that has it.
 */
ultima_data: string, 
/**
 * Number that the next document gets.
 */
prossimo: number, 
/**
 * Holes, their reason, and dates out of order.
 */
anomalie: Array<NumeroAnomalia>, };

export type OpenArchive = { 
/**
 * File name without ending.
 */
name: string, 
/**
 * Where it lies, shown.
 */
path: string, 
/**
 * When the newest copy was made, UTC, ISO.
 */
last_backup: string | null, 
/**
 * Second place for copies, shown; empty when none is set.
 */
second_backup: string, 
/**
 * Never opened on this computer before: numbers may have been used elsewhere.
 */
new_here: boolean, 
/**
 * Who uses it: decides which pages show.
 */
profilo: Profilo, 
/**
 * The archive for looking around.
 */
demo: boolean, };

export type Orologio = { 
/**
 * What waits.
 */
attesa: Attesa, 
/**
 * How many, and the days of the rows.
 */
figura: Figura, 
/**
 * Those whose term is over.
 */
oltre: number, 
/**
 * The next term, ISO, which for those that are late lies before today; empty for none.
 */
entro: string, 
/**
 * Days left until then; negative when they are over.
 */
giorni: number, };

export type Pagamento = "aperto" | "scaduto" | "parziale" | "pagato";

export type Page<T> = { 
/**
 * The rows, in the order asked for.
 */
rows: Array<T>, 
/**
 * Where the next page starts; none after the last one.
 */
next: string | null, };

export type PageRequest = { 
/**
 * `next` of the page before; none for the first page.
 */
cursor: string | null, 
/**
 * Rows wanted, 1 to 1,000; 0 means 200.
 */
limit: number, };

export type Panoramica = { 
/**
 * There is no document at all, not even a draft.
 */
vuota: boolean, 
/**
 * The year shown.
 */
anno: number, 
/**
 * Years that hold something, the newest first.
 */
anni: Array<number>, 
/**
 * What is counted of the invoiced documents.
 */
base: Base, 
/**
 * Invoiced, less credit notes; drafts, quotes, proformas and delivery notes do not count.
 */
fatturato: Serie, 
/**
 * Cashed, less what was given back.
 */
incassato: Serie, 
/**
 * Everything open today, whatever the year.
 */
aperto: Figura, 
/**
 * Of that what is late.
 */
scaduto: Figura, 
/**
 * The open amounts by how late they are.
 */
fasce: Array<FasciaFigura>, 
/**
 * The ten best customers of the year.
 */
clienti: Array<ClienteFigura>, };

export type PanoramicaFilter = { 
/**
 * Year; none means that of today.
 */
anno: number | null, 
/**
 * What is counted.
 */
base: Base, };

export type Passo = { 
/**
 * In words, in the language asked for.
 */
testo: string, 
/**
 * What it adds; negative when it takes off. None for a remark.
 */
importo: Cents | null, 
/**
 * Field of the draft it comes from; empty when it comes from other totals.
 */
field: string, };

export type Periodo = "questo_mese" | "mese_scorso" | "questo_trimestre" | "trimestre_scorso" | "quest_anno" | "anno_scorso";

export type PeriodoDays = { 
/**
 * Which one; a filter takes its name for a day.
 */
periodo: Periodo, 
/**
 * First day, ISO.
 */
dal: string, 
/**
 * Last day, ISO.
 */
al: string, };

export type PianoEmissione = { 
/**
 * The drafts, in the order in which they take their numbers.
 */
documenti: Array<DaEmettere>, 
/**
 * How many can be issued.
 */
pronti: number, 
/**
 * Sum of the totals of those.
 */
totale: Cents, };

export type Preferenze = { 
/**
 * Language.
 */
lingua: Lingua, 
/**
 * Theme.
 */
tema: Tema, 
/**
 * Size of everything.
 */
zoom: Zoom, };

export type Price8 = string;

export type Problem = { 
/**
 * Stable code; its Italian and English sentence stand in `assets/frasi.tsv`.
 */
code: string, 
/**
 * Path of the field in the draft, e.g. `righe.2.prezzo`; empty for the whole draft.
 */
field: string, 
/**
 * Whether it refuses.
 */
severity: Severity, 
/**
 * Official code where one exists, e.g. `00423` (SDI).
 */
sdi: string | null, 
/**
 * Values named in the sentence.
 */
args: { [key in string]: string }, };

export type ProdottoDraft = { 
/**
 * Row id when it exists.
 */
id: Id | null, 
/**
 * Own code, unique when not empty.
 */
codice: string, 
/**
 * Words on the document line.
 */
descrizione: string, 
/**
 * A service rather than goods.
 */
servizio: boolean, 
/**
 * Unit of measure.
 */
unita_misura: string, 
/**
 * Price as typed.
 */
prezzo: string, 
/**
 * Whether the price includes IVA.
 */
prezzo_ivato: boolean, 
/**
 * IVA rate, e.g. `22`.
 */
aliquota_iva: string, 
/**
 * Natura when the rate is 0.
 */
natura: string, 
/**
 * Words of the law when there is no IVA; empty for the usual ones.
 */
riferimento_normativo: string, 
/**
 * Category.
 */
categoria: string, 
/**
 * Bar code.
 */
codice_ean: string, 
/**
 * Documents with it must not go to SDI.
 */
no_sdi: boolean, 
/**
 * Own notes.
 */
note: string, };

export type ProdottoFilter = { 
/**
 * Words anywhere in the record.
 */
testo: string, 
/**
 * Only this category.
 */
categoria: string, 
/**
 * The bin instead of the list.
 */
cestino: boolean, 
/**
 * Order.
 */
sort: ProdottoSort, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Page.
 */
page: PageRequest, };

export type ProdottoPreview = { 
/**
 * Everything wrong or doubtful.
 */
problems: Array<Problem>, 
/**
 * Price without IVA, canonical; empty when it cannot be told.
 */
prezzo_netto: string, 
/**
 * Price with IVA, canonical, 2 decimals; empty when it cannot be told.
 */
prezzo_lordo: string, };

export type ProdottoRow = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Own code.
 */
codice: string, 
/**
 * Words.
 */
descrizione: string, 
/**
 * Service?
 */
servizio: boolean, 
/**
 * Unit.
 */
unita_misura: string, 
/**
 * Price as entered.
 */
prezzo: Price8, 
/**
 * Includes IVA?
 */
prezzo_ivato: boolean, 
/**
 * IVA rate.
 */
aliquota_iva: Rate, 
/**
 * Natura.
 */
natura: string, 
/**
 * Category.
 */
categoria: string, 
/**
 * In the bin?
 */
cestinato: boolean, };

export type ProdottoSort = "descrizione" | "codice" | "prezzo" | "categoria";

export type ProdottoView = { 
/**
 * Row id.
 */
id: Id, 
/**
 * As it stands in the form.
 */
draft: ProdottoDraft, 
/**
 * In the bin?
 */
cestinato: boolean, };

export type Profilo = "impresa" | "professionista" | "privato";

export type ProvaCopia = { 
/**
 * The copy opens and everything in it agrees.
 */
ok: boolean, 
/**
 * What it holds, beside what the archive holds now.
 */
conti: Array<ContoCopia>, 
/**
 * What does not agree in the copy.
 */
findings: Array<Problem>, };

export type ProvaDocumento = { 
/**
 * Number.
 */
numero: string, 
/**
 * Nothing differs.
 */
ok: boolean, 
/**
 * One row per figure.
 */
righe: Array<ProvaRiga>, };

export type ProvaRiga = { 
/**
 * `imponibile`, `imposta`, `totale` or `netto`.
 */
voce: string, 
/**
 * Computed again from what was frozen.
 */
scheda: Cents, 
/**
 * The row that lists and sums read.
 */
elenco: Cents, 
/**
 * The XML; none when the document makes none, or it does not tell.
 */
xml: Cents | null, 
/**
 * The text of the PDF holds it.
 */
pdf: boolean, 
/**
 * All of them agree.
 */
uguale: boolean, };

export type Quali = "aperte" | "scadute" | "parziali" | "pagate" | "tutte";

export type Quantity8 = string;

export type RataDraft = { 
/**
 * Due date.
 */
scadenza: string, 
/**
 * Amount; empty takes what is left.
 */
importo: string, 
/**
 * `ModalitaPagamento`; empty means the document's.
 */
modalita: string, };

export type RataTotale = { 
/**
 * Due date, ISO.
 */
scadenza: string, 
/**
 * Amount.
 */
importo: Cents, 
/**
 * `ModalitaPagamento`.
 */
modalita: string, };

export type Rate = string;

export type RecentArchive = { 
/**
 * Names it to `archive_open_recent`.
 */
index: number, 
/**
 * File name without ending.
 */
name: string, 
/**
 * Where it lies, shown.
 */
path: string, };

export type RicevutaRow = { 
/**
 * The file.
 */
file: string, 
/**
 * Path inside an archive or a mail; empty when the file itself is the message.
 */
membro: string, 
/**
 * What became of it.
 */
esito: EsitoRicevuta, 
/**
 * Which message; empty for what is none.
 */
tipo: string, 
/**
 * The sent file it is about; empty when there is none.
 */
nome_file: string, 
/**
 * Its document.
 */
documento_id: Id | null, 
/**
 * Where that file stands now.
 */
stato: EfatturaStato | null, 
/**
 * Code of the reason why it cannot be read, or the name of the file that the message names.
 */
motivo: string, };

export type RiferimentoDraft = { 
/**
 * Block.
 */
tipo: RiferimentoTipo, 
/**
 * `IdDocumento`.
 */
id_documento: string, 
/**
 * `Data`.
 */
data_documento: string, 
/**
 * `NumItem`.
 */
num_item: string, 
/**
 * `CodiceCommessaConvenzione`.
 */
codice_commessa: string, 
/**
 * `CodiceCUP`.
 */
cup: string, 
/**
 * `CodiceCIG`.
 */
cig: string, 
/**
 * Lines it refers to (1-based); empty means the whole document.
 */
righe: Array<number>, };

export type RiferimentoTipo = "ordine" | "contratto" | "convenzione" | "ricezione" | "fattura_collegata";

export type RigaAggiunta = { 
/**
 * Words.
 */
descrizione: string, 
/**
 * Subject to withholding.
 */
ritenuta: boolean, 
/**
 * Computed.
 */
totale: RigaTotale, };

export type RigaCapita = { 
/**
 * The words by which a product is sought.
 */
parole: string, 
/**
 * The line understood; none when the text is nothing but words.
 */
riga: RigaDraft | null, 
/**
 * Name of the product it is; empty when it is none.
 */
prodotto: string, };

export type RigaDraft = { 
/**
 * Product it came from.
 */
prodotto_id: Id | null, 
/**
 * Own article code.
 */
codice: string, 
/**
 * Words; a line with words only is descriptive.
 */
descrizione: string, 
/**
 * Empty means one, and nothing written in the XML.
 */
quantita: string, 
/**
 * Unit.
 */
unita_misura: string, 
/**
 * Unit price (includes IVA when the document's `prezzi_ivati`).
 */
prezzo: string, 
/**
 * Discounts in cascade as typed: `10+5`, `12,5%+MG2%+0,75€` (an amount is per unit).
 */
sconti: string, 
/**
 * Rate; empty means the company's usual one.
 */
aliquota_iva: string, 
/**
 * Natura when the rate is 0.
 */
natura: string, 
/**
 * Words of the law; empty for the usual ones.
 */
riferimento_normativo: string, 
/**
 * Subject to withholding: none = yes when the document has one and the line is a fee, false = never.
 */
ritenuta: boolean | null, 
/**
 * Counts in the base of the fund: none = yes for ordinary lines, no for N1.
 */
cassa: boolean | null, 
/**
 * `TipoCessionePrestazione`: `SC`, `PR`, `AB`, `AC` or empty.
 */
tipo_cessione: string, 
/**
 * `DataInizioPeriodo`.
 */
data_inizio: string, 
/**
 * `DataFinePeriodo`.
 */
data_fine: string, 
/**
 * `RiferimentoAmministrazione`.
 */
riferimento_amministrazione: string, 
/**
 * `AltriDatiGestionali`.
 */
altri_dati: Array<AltroDatoDraft>, 
/**
 * Line of another document that this one bills, delivers or reverses.
 */
origine_riga: Id | null, };

export type RigaTotale = { 
/**
 * Unit price without IVA and before discounts, as written in the XML.
 */
prezzo_unitario: Price8, 
/**
 * Quantity; none when not written.
 */
quantita: Quantity8 | null, 
/**
 * `PrezzoTotale`.
 */
totale: Cents, 
/**
 * Rate.
 */
aliquota_iva: Rate, 
/**
 * Natura; empty when there is IVA.
 */
natura: string, };

export type Rilievo = { 
/**
 * Code of SDI, or a word of ours.
 */
code: string, 
/**
 * SDI rejects the file for it.
 */
grave: boolean, 
/**
 * What happened.
 */
frase: string, 
/**
 * What to do.
 */
rimedio: string, 
/**
 * The element.
 */
path: string, 
/**
 * Its line in the file, from 1; 0 for the whole file.
 */
line: number, };

export type Ripristino = { 
/**
 * Where the archive as it was before lies; empty when there was none.
 */
sicurezza: string, 
/**
 * Documents issued after the copy was made, now missing: `fattura 12/2026 del 2026-11-24`. Their numbers are not
 * given out again.
 */
persi: Array<string>, };

export type RitenutaDraft = { 
/**
 * `TipoRitenuta`: `RT01`, `RT02`; `RT04` is Enasarco.
 */
tipo: string, 
/**
 * Percentage.
 */
aliquota: string, 
/**
 * Part of the fee it is computed on, percent; empty means 100 (agents 50 or 20).
 */
base_percentuale: string, 
/**
 * `CausalePagamento`.
 */
causale: string, 
/**
 * Enasarco: the agent's mandate, at whose yearly cap the contribution stops; none means no cap.
 */
mandato: Mandato | null, 
/**
 * Enasarco: commissions from this principal that were subject to it in the year before this document.
 */
gia_soggette: string, };

export type RitenutaTotale = { 
/**
 * `TipoRitenuta`.
 */
tipo: string, 
/**
 * Amount it is computed on.
 */
base: Cents, 
/**
 * Percentage.
 */
aliquota: Rate, 
/**
 * `ImportoRitenuta`.
 */
importo: Cents, 
/**
 * `CausalePagamento`.
 */
causale: string, };

export type Saldo = { 
/**
 * Instalments settled; those that already were do not count.
 */
rate: number, 
/**
 * Money cashed, less what was given back.
 */
incassato: Cents, 
/**
 * What credit notes took from invoices.
 */
compensato: Cents, };

export type SalvataggioReport = { 
/**
 * Files written (or already there with the same bytes).
 */
salvati: Array<string>, 
/**
 * Documents without XML (not for SDI, drafts), by number or id.
 */
senza_xml: Array<string>, 
/**
 * Files not written.
 */
falliti: Array<FileFallito>, };

export type Saved<T> = { 
/**
 * What is now stored.
 */
value: T, 
/**
 * Areas whose rows changed: the window refreshes these.
 */
touched: Array<string>, };

export type ScadenzaFilter = { 
/**
 * Words, number or amount.
 */
testo: string, 
/**
 * Which of them.
 */
quali: Quali, 
/**
 * Due from this day: ISO, as typed, or the name of a `Periodo`.
 */
dal: string, 
/**
 * Due to this day.
 */
al: string, 
/**
 * Only this customer.
 */
cliente_id: Id | null, 
/**
 * Order.
 */
sort: ScadenzaSort, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Page.
 */
page: PageRequest, };

export type ScadenzaRow = { 
/**
 * Row of the instalment; another one after the document was corrected and issued again.
 */
id: Id, 
/**
 * Its document.
 */
documento_id: Id, 
/**
 * Kind of the document.
 */
tipo: Tipo, 
/**
 * Number of the document.
 */
numero: string, 
/**
 * ISO date of the document.
 */
data_documento: string, 
/**
 * Customer.
 */
cliente: string, 
/**
 * Customer row.
 */
cliente_id: Id | null, 
/**
 * Number of the instalment, from 1.
 */
rata: number, 
/**
 * Instalments of the document.
 */
rate: number, 
/**
 * Due date, ISO.
 */
scadenza: string, 
/**
 * Days that it is late; negative for days left.
 */
giorni: number, 
/**
 * `ModalitaPagamento`; empty for a credit note.
 */
modalita: string, 
/**
 * What is due.
 */
importo: Cents, 
/**
 * What was cashed or compensated of it.
 */
incassato: Cents, 
/**
 * What is left.
 */
residuo: Cents, 
/**
 * Day of the last cashing, ISO; empty for none.
 */
ultimo: string, 
/**
 * Where it stands.
 */
stato: StatoScadenza, };

export type ScadenzaSomme = { 
/**
 * Rows.
 */
righe: number, 
/**
 * What is due.
 */
importo: Cents, 
/**
 * What was cashed of it.
 */
incassato: Cents, 
/**
 * What is left.
 */
residuo: Cents, };

export type ScadenzaSort = "scadenza" | "cliente" | "importo";

export type ScadenzaView = { 
/**
 * The instalment.
 */
riga: ScadenzaRow, 
/**
 * What was cashed of it, oldest first.
 */
incassi: Array<IncassoRow>, };

export type Scelta = "archivio" | "nuovo_archivio" | "cartella" | "documenti" | "immagine" | "copia" | "tabella" | "fatture" | "nuovo_file";

export type Scelto = { 
/**
 * Names the path to the commands that take one.
 */
token: string, 
/**
 * Shown to the person.
 */
percorso: string, 
/**
 * Set when the place is a folder that the named cloud program copies.
 */
sincronizzato_da: string, 
/**
 * Set when the place is on a network share, where no archive is opened for writing.
 */
rete: string, };

export type SearchHit = { 
/**
 * Area whose page shows it.
 */
area: string, 
/**
 * Row of the area.
 */
id: Id, 
/**
 * First line of the area's words.
 */
title: string, 
/**
 * Second line.
 */
note: string, 
/**
 * A customer with an invoice that [`documenti::repeat`] would repeat.
 */
ripetibile: boolean, };

export type Serie = { 
/**
 * The whole year.
 */
anno: Figura, 
/**
 * The year before: up to the same day when the year is not over.
 */
prima: Figura, 
/**
 * January first.
 */
mesi: Array<Mese>, 
/**
 * From the foot upwards.
 */
tacche: Array<Tacca>, 
/**
 * Height of zero from the foot, in thousandths of the chart.
 */
zero: number, };

export type Severity = "error" | "warning";

export type SezionaleDraft = { 
/**
 * Letters or digits put after the number (`12/A`); empty for the main series.
 */
codice: string, 
/**
 * What it is for.
 */
descrizione: string, 
/**
 * Kinds of document it is proposed for.
 */
tipi: Array<string>, };

export type SezionaleView = { 
/**
 * Row id; none for the main series of a class that has no row of its own.
 */
id: Id | null, 
/**
 * As it stands in the form.
 */
draft: SezionaleDraft, };

export type SoggettoDraft = { 
/**
 * Row id when it exists.
 */
id: Id | null, 
/**
 * Customer?
 */
cliente: boolean, 
/**
 * Supplier?
 */
fornitore: boolean, 
/**
 * In the address book?
 */
contatto: boolean, 
/**
 * What it is.
 */
natura: Natura, 
/**
 * Own code.
 */
codice: string, 
/**
 * Company name.
 */
denominazione: string, 
/**
 * First name.
 */
nome: string, 
/**
 * Surname.
 */
cognome: string, 
/**
 * Partita IVA, or foreign VAT number.
 */
partita_iva: string, 
/**
 * 16 or 11 characters.
 */
codice_fiscale: string, 
/**
 * Street.
 */
indirizzo: string, 
/**
 * House number.
 */
numero_civico: string, 
/**
 * Postcode.
 */
cap: string, 
/**
 * Town.
 */
comune: string, 
/**
 * Two letters.
 */
provincia: string, 
/**
 * ISO 3166-1 alpha-2; empty means `IT`.
 */
nazione: string, 
/**
 * 7 characters, 6 for a public body; empty lets the program choose.
 */
codice_destinatario: string, 
/**
 * Certified e-mail.
 */
pec: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Telephone.
 */
telefono: string, 
/**
 * Contact person.
 */
referente: string, 
/**
 * IBAN.
 */
iban: string, 
/**
 * `ModalitaPagamento` proposed, e.g. `MP05`.
 */
modalita_pagamento: string, 
/**
 * Terms proposed, e.g. `30/60 fm`.
 */
termini_pagamento: string, 
/**
 * Usual discount in cascade, e.g. `10+5`.
 */
sconto: string, 
/**
 * `EsigibilitaIVA` proposed: `I`, `D` or `S`; empty for the usual one.
 */
esigibilita_iva: string, 
/**
 * Withholds tax on fees (business, professional, public body, condominio).
 */
sostituto_imposta: boolean, 
/**
 * Documents must not go to SDI (health services to persons).
 */
no_sdi: boolean, 
/**
 * `RiferimentoAmministrazione`.
 */
riferimento_amministrazione: string, 
/**
 * Language of documents: `it` or `en`.
 */
lingua: string, 
/**
 * Own notes.
 */
note: string, };

export type SoggettoFilter = { 
/**
 * Which page.
 */
faccia: Faccia, 
/**
 * Words anywhere in the record.
 */
testo: string, 
/**
 * Only this kind.
 */
natura: Natura | null, 
/**
 * The bin instead of the list.
 */
cestino: boolean, 
/**
 * Order.
 */
sort: SoggettoSort, 
/**
 * Direction.
 */
direction: Direction, 
/**
 * Page.
 */
page: PageRequest, };

export type SoggettoPreview = { 
/**
 * Everything wrong or doubtful.
 */
problems: Array<Problem>, 
/**
 * Stored subjects that look like the same one (partita IVA, codice fiscale, name).
 */
simili: Array<SoggettoRow>, 
/**
 * `CodiceDestinatario` that would be used.
 */
codice_destinatario: string, };

export type SoggettoRow = { 
/**
 * Row id.
 */
id: Id, 
/**
 * Own code.
 */
codice: string, 
/**
 * Name as printed.
 */
nome: string, 
/**
 * What it is.
 */
natura: Natura, 
/**
 * Partita IVA or foreign VAT number.
 */
partita_iva: string, 
/**
 * Codice fiscale.
 */
codice_fiscale: string, 
/**
 * Town.
 */
comune: string, 
/**
 * Province.
 */
provincia: string, 
/**
 * Country.
 */
nazione: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Telephone.
 */
telefono: string, 
/**
 * In the bin?
 */
cestinato: boolean, };

export type SoggettoSort = "nome" | "comune" | "codice" | "partita_iva";

export type SoggettoView = { 
/**
 * Row id.
 */
id: Id, 
/**
 * As it stands in the form.
 */
draft: SoggettoDraft, 
/**
 * Name as printed.
 */
nome_completo: string, 
/**
 * Doubts about what is stored.
 */
problems: Array<Problem>, 
/**
 * In the bin?
 */
cestinato: boolean, };

export type Somme = { 
/**
 * Rows.
 */
righe: number, };

export type Sospesi = { 
/**
 * Drafts.
 */
bozze: number, 
/**
 * Files to be saved, sent, or corrected and sent again; not those that were sent and have no answer yet.
 */
da_inviare: number, 
/**
 * Instalments with something left that was due before today.
 */
scadute: number, };

export type Spiegazione = { 
/**
 * Which total: `riga.0`, `merce`, `sconto`, `cassa.0`, `imponibile`, `gruppo.0`, `imposta`, `bollo`,
 * `arrotondamento`, `totale`, `ritenuta.0`, `split`, `sconto_in_fattura`, `netto`, `rata.0`.
 */
voce: string, 
/**
 * Its steps, in order.
 */
passi: Array<Passo>, };

export type Stato = "bozza" | "emesso" | "accettato" | "rifiutato" | "convertito" | "annullato";

export type StatoRow = { 
/**
 * Row id; that of the file for a state that nobody wrote down.
 */
id: Id, 
/**
 * The file.
 */
file_id: Id, 
/**
 * Its name.
 */
nome_file: string, 
/**
 * Where it stands.
 */
stato: EfatturaStato, 
/**
 * Since this day, ISO; empty for a file that was not sent.
 */
giorno: string, 
/**
 * What SDI or the person said.
 */
note: string, };

export type StatoScadenza = "aperta" | "scaduta" | "parziale" | "pagata";

export type StoriaRow = { 
/**
 * The write; names the state after it to [`restore_state`].
 */
tx: Id, 
/**
 * When, UTC, ISO.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * What was being done (`area.verb`).
 */
verb: string, 
/**
 * It turned that back.
 */
annulla: boolean, 
/**
 * What changed; empty when the record was made, and once the old values are no longer kept.
 */
cambi: Array<Cambio>, 
/**
 * The record can go back to how this write left it.
 */
ripristinabile: boolean, };

export type Tacca = { 
/**
 * The amount it stands for.
 */
valore: Cents, 
/**
 * Height from the foot, in thousandths of the chart.
 */
altezza: number, };

export type Tema = "sistema" | "chiaro" | "scuro";

export type Tipo = "PREVENTIVO" | "PROFORMA" | "DDT" | "FATTURA" | "FATTURA_ACCONTO" | "PARCELLA_ACCONTO" | "NOTA_CREDITO" | "NOTA_DEBITO" | "PARCELLA" | "FATTURA_DIFFERITA" | "FATTURA_DIFFERITA_B" | "RICEVUTA";

export type Totali = { 
/**
 * Lines in the order of the draft; a line that cannot be computed has none.
 */
righe: Array<RigaTotale | null>, 
/**
 * Lines that the program adds.
 */
righe_aggiunte: Array<RigaAggiunta>, 
/**
 * Sum of the lines before the document discount.
 */
merce: Cents, 
/**
 * Document discount, positive.
 */
sconto: Cents, 
/**
 * Funds.
 */
casse: Array<CassaTotale>, 
/**
 * IVA summary.
 */
riepilogo: Array<GruppoIva>, 
/**
 * Sum of `imponibile`.
 */
imponibile: Cents, 
/**
 * Sum of `imposta`.
 */
imposta: Cents, 
/**
 * Amounts without IVA that stamp duty looks at.
 */
base_bollo: Cents, 
/**
 * Stamp duty due (`ImportoBollo`), zero when not due.
 */
bollo: Cents, 
/**
 * Whether it is in the total as a line.
 */
bollo_addebitato: boolean, 
/**
 * `Arrotondamento`.
 */
arrotondamento: Cents, 
/**
 * `ImportoTotaleDocumento`.
 */
totale_documento: Cents, 
/**
 * Withholdings, Enasarco included.
 */
ritenute: Array<RitenutaTotale>, 
/**
 * IVA that the customer pays to the State (split payment).
 */
iva_split: Cents, 
/**
 * "Sconto in fattura" taken off what is paid.
 */
sconto_in_fattura: Cents, 
/**
 * What the customer pays.
 */
netto_a_pagare: Cents, 
/**
 * Instalments.
 */
rate: Array<RataTotale>, };

export type TrasportoDraft = { 
/**
 * `CausaleTrasporto`.
 */
causale: string, 
/**
 * `MezzoTrasporto`.
 */
mezzo: string, 
/**
 * Outward look of the goods (`Descrizione`).
 */
aspetto: string, 
/**
 * `NumeroColli`.
 */
colli: string, 
/**
 * Gross weight.
 */
peso_lordo: string, 
/**
 * Net weight.
 */
peso_netto: string, 
/**
 * `UnitaMisuraPeso`.
 */
unita_peso: string, 
/**
 * Date the transport starts.
 */
data_inizio: string, 
/**
 * Hour the transport starts, `hh:mm`, printed only.
 */
ora_inizio: string, 
/**
 * Incoterms, three letters (`TipoResa`).
 */
resa: string, 
/**
 * Carrier name.
 */
vettore: string, 
/**
 * Carrier partita IVA.
 */
vettore_partita_iva: string, 
/**
 * Place of delivery, printed.
 */
destinazione: string, };

export type UndoState = { 
/**
 * The write that undo turns back.
 */
undo: Verbo | null, 
/**
 * The write that redo makes again.
 */
redo: Verbo | null, };

export type Verbo = { 
/**
 * What it was.
 */
verb: string, 
/**
 * When it was made, UTC, ISO.
 */
at: string, };

export type VerifyReport = { 
/**
 * Nothing differs.
 */
ok: boolean, 
/**
 * Issued documents checked.
 */
checked: number, 
/**
 * Everything that differs; the field names the document's row.
 */
findings: Array<Problem>, };

export type Voce = { 
/**
 * As printed in the source.
 */
code: string, 
/**
 * Italian words.
 */
it: string, 
/**
 * English words.
 */
en: string, };

export type Zoom = "80" | "90" | "100" | "110" | "125" | "150" | "175" | "200";

export interface Commands {
  app_state: { args: Record<string, never>; result: AppState };
  settings_save: { args: { preferenze: Preferenze }; result: Preferenze };
  app_search: { args: { text: string }; result: Array<SearchHit> };
  app_open_backups: { args: Record<string, never>; result: null };
  app_report: { args: { reference: string; detail: string }; result: null };
  dialog_pick: { args: { scelta: Scelta; nome: string }; result: Scelto | null };
  dialog_pick_many: { args: { scelta: Scelta }; result: Array<Scelto> };
  dialog_again: { args: Record<string, never>; result: Scelto | null };
  archive_new: { args: { token: string; azienda: AziendaDraft; allow_synced: boolean }; result: AppState };
  archive_open: { args: { token: string; allow_synced: boolean }; result: AppState };
  archive_open_recent: { args: { index: number; allow_synced: boolean }; result: AppState };
  archive_demo: { args: Record<string, never>; result: AppState };
  archive_demo_remove: { args: Record<string, never>; result: AppState };
  archive_export: { args: { token: string; folder: string }; result: number };
  archive_export_recent: { args: { index: number; folder: string }; result: number };
  archive_close: { args: Record<string, never>; result: AppState };
  app_undo: { args: Record<string, never>; result: Saved<Verbo> };
  app_redo: { args: Record<string, never>; result: Saved<Verbo> };
  app_undo_state: { args: Record<string, never>; result: UndoState };
  codici: { args: { lista: string }; result: Array<Voce> };
  azienda_get: { args: Record<string, never>; result: AziendaView };
  azienda_preview: { args: { draft: AziendaDraft }; result: Array<Problem> };
  azienda_save: { args: { draft: AziendaDraft }; result: Saved<AziendaView> };
  azienda_logo: { args: { token: string | null }; result: Saved<AziendaView> };
  azienda_esempio: { args: { draft: AziendaDraft; esempio: Esempio; page: number; width: number }; result: Bytes };
  azienda_esempio_pagine: { args: { draft: AziendaDraft; esempio: Esempio }; result: number };
  sezionali_list: { args: Record<string, never>; result: Array<SezionaleView> };
  sezionali_save: { args: { draft: SezionaleDraft }; result: Saved<SezionaleView> };
  sezionali_delete: { args: { id: Id }; result: Saved<null> };
  numeri_altrove_list: { args: Record<string, never>; result: Array<NumeroAltroveDraft> };
  numeri_altrove_save: { args: { draft: NumeroAltroveDraft }; result: Saved<NumeroAltroveDraft> };
  anagrafiche_list: { args: { filter: SoggettoFilter }; result: Page<SoggettoRow> };
  anagrafiche_somme: { args: { filter: SoggettoFilter }; result: Somme };
  anagrafiche_get: { args: { id: Id }; result: SoggettoView };
  anagrafiche_preview: { args: { draft: SoggettoDraft }; result: SoggettoPreview };
  anagrafiche_save: { args: { draft: SoggettoDraft }; result: Saved<SoggettoView> };
  anagrafiche_bin: { args: { id: Id }; result: Saved<null> };
  anagrafiche_unbin: { args: { id: Id }; result: Saved<null> };
  anagrafiche_merge: { args: { keep: Id; drop: Id }; result: Saved<SoggettoView> };
  anagrafiche_import_preview: { args: { token: string; faccia: Faccia; options: ImportOptions }; result: ImportReport };
  anagrafiche_import: { args: { token: string; faccia: Faccia; options: ImportOptions }; result: Saved<ImportReport> };
  prodotti_list: { args: { filter: ProdottoFilter }; result: Page<ProdottoRow> };
  prodotti_somme: { args: { filter: ProdottoFilter }; result: Somme };
  prodotti_get: { args: { id: Id }; result: ProdottoView };
  prodotti_preview: { args: { draft: ProdottoDraft }; result: ProdottoPreview };
  prodotti_save: { args: { draft: ProdottoDraft }; result: Saved<ProdottoView> };
  prodotti_bin: { args: { id: Id }; result: Saved<null> };
  prodotti_unbin: { args: { id: Id }; result: Saved<null> };
  prodotti_categorie: { args: Record<string, never>; result: Array<string> };
  prodotti_import_preview: { args: { token: string; options: ImportOptions }; result: ImportReport };
  prodotti_import: { args: { token: string; options: ImportOptions }; result: Saved<ImportReport> };
  documenti_list: { args: { filter: DocumentoFilter }; result: Page<DocumentoRow> };
  documenti_somme: { args: { filter: DocumentoFilter }; result: DocumentoSomme };
  documenti_get: { args: { id: Id }; result: DocumentoView };
  documenti_new: { args: { tipo: Tipo; cliente_id: Id | null }; result: DocumentoDraft };
  documenti_preview: { args: { draft: DocumentoDraft }; result: DocumentoPreview };
  documenti_riga: { args: { testo: string; prodotto_id: Id | null; prezzi_ivati: boolean }; result: RigaCapita };
  documenti_incolla: { args: { testo: string; colonne: Array<Colonna> | null; prezzi_ivati: boolean }; result: Incollate };
  documenti_spiega: { args: { draft: DocumentoDraft | null; id: Id | null; in_inglese: boolean }; result: Array<Spiegazione> };
  documenti_save: { args: { draft: DocumentoDraft }; result: Saved<DocumentoView> };
  documenti_issue: { args: { draft: DocumentoDraft }; result: Saved<Emesso> };
  documenti_issue_plan: { args: { ids: Array<Id> }; result: PianoEmissione };
  documenti_issue_kept: { args: { id: Id }; result: Saved<Emesso> };
  documenti_delete: { args: { id: Id }; result: Saved<null> };
  documenti_duplicate: { args: { id: Id }; result: DocumentoDraft };
  documenti_repeat: { args: { cliente_id: Id }; result: DocumentoDraft };
  documenti_convert: { args: { ids: Array<Id>; tipo: Tipo }; result: DocumentoDraft };
  documenti_stato: { args: { id: Id; stato: Stato }; result: Saved<DocumentoView> };
  documenti_annota: { args: { id: Id; note: string; categoria: string }; result: Saved<DocumentoView> };
  documenti_numeri: { args: Record<string, never>; result: Array<NumeroSerie> };
  documenti_numeri_csv: { args: { token: string }; result: null };
  documenti_numeri_pdf: { args: { token: string }; result: null };
  documenti_correct: { args: { id: Id }; result: DocumentoDraft };
  documenti_prova: { args: { id: Id }; result: ProvaDocumento };
  documenti_banco: { args: { filter: BancoFilter }; result: Page<BancoRow> };
  efatture_mark: { args: { ids: Array<Id>; stato: EfatturaStato; giorno: string; note: string }; result: Saved<null> };
  efatture_states: { args: { id: Id }; result: Array<StatoRow> };
  efatture_receive: { args: { tokens: Array<string> }; result: Saved<Array<RicevutaRow>> };
  efatture_messaggi: { args: { id: Id }; result: Array<MessaggioRow> };
  efatture_messaggio_save: { args: { id: Id; token: string }; result: null };
  documenti_pdf_preview: { args: { draft: DocumentoDraft | null; id: Id | null; page: number; width: number }; result: Bytes };
  documenti_pdf_pages: { args: { draft: DocumentoDraft | null; id: Id | null }; result: number };
  documenti_lettere: { args: { ids: Array<Id> }; result: Array<Lettera> };
  documenti_email: { args: { ids: Array<Id>; con_xml: boolean }; result: Saved<Array<Lettera>> };
  documenti_pdf_show: { args: { ids: Array<Id> }; result: null };
  documenti_pdf_save: { args: { ids: Array<Id>; token: string }; result: SalvataggioReport };
  efatture_save: { args: { ids: Array<Id>; token: string }; result: SalvataggioReport };
  conversioni_list: { args: { filter: ConversioneFilter }; result: Page<ConversioneRow> };
  conversioni_somme: { args: { filter: ConversioneFilter }; result: Somme };
  conversioni_get: { args: { id: Id; in_inglese: boolean }; result: ConversioneView };
  conversioni_open: { args: { tokens: Array<string>; keep: boolean }; result: Saved<Aperti> };
  conversioni_pdf_preview: { args: { id: Id; page: number; width: number }; result: Bytes };
  conversioni_pdf_pages: { args: { id: Id }; result: number };
  conversioni_pdf_save: { args: { ids: Array<Id>; token: string }; result: SalvataggioReport };
  conversioni_print: { args: { id: Id }; result: null };
  conversioni_delete: { args: { ids: Array<Id> }; result: Saved<null> };
  scadenze_list: { args: { filter: ScadenzaFilter }; result: Page<ScadenzaRow> };
  scadenze_somme: { args: { filter: ScadenzaFilter }; result: ScadenzaSomme };
  scadenze_documento: { args: { id: Id }; result: Array<ScadenzaView> };
  scadenze_incassi: { args: { filter: IncassoFilter }; result: Page<IncassoRow> };
  scadenze_incassi_somme: { args: { filter: IncassoFilter }; result: IncassoSomme };
  scadenze_incasso: { args: { id: Id }; result: IncassoRow };
  scadenze_salda: { args: { ids: Array<Id> }; result: Saved<Saldo> };
  scadenze_incassa: { args: { draft: IncassoDraft }; result: Saved<null> };
  scadenze_riapri: { args: { id: Id }; result: Saved<null> };
  scadenze_togli: { args: { id: Id }; result: Saved<null> };
  riepiloghi_panoramica: { args: { filter: PanoramicaFilter }; result: Panoramica };
  riepiloghi_orologi: { args: Record<string, never>; result: Array<Orologio> };
  riepiloghi_sospesi: { args: Record<string, never>; result: Sospesi };
  job_progress: { args: Record<string, never>; result: Avanzamento };
  job_cancel: { args: Record<string, never>; result: null };
  report_save: { args: { token: string }; result: null };
  storia: { args: { area: string; id: Id }; result: Array<StoriaRow> };
  storia_ripristina: { args: { area: string; id: Id; tx: Id }; result: Saved<null> };
  cestino_list: { args: Record<string, never>; result: Array<CestinoRow> };
  cestino_riprendi: { args: { area: string; id: Id }; result: Saved<null> };
  elenco_ids: { args: { lista: Lista }; result: Array<Id> };
  elenco_save: { args: { elenco: Elenco; formato: Formato; token: string }; result: string };
  elenco_print: { args: { elenco: Elenco }; result: null };
  elenco_periodi: { args: Record<string, never>; result: Array<PeriodoDays> };
  backup_list: { args: Record<string, never>; result: Array<Copia> };
  backup_now: { args: Record<string, never>; result: CopieReport };
  backup_folder: { args: { token: string }; result: string };
  backup_restore: { args: { nome: string }; result: Ripristino };
  backup_restore_file: { args: { token: string }; result: Ripristino };
  backup_rehearse: { args: { nome: string }; result: ProvaCopia };
  verify: { args: { tutti: boolean }; result: VerifyReport };
}
