//! The one list of commands: from it come the handler, the types of the page and the check that both agree.

mod anagrafiche;
mod app;
mod archivio;
mod azienda;
mod conversioni;
mod copie;
mod dialog;
mod documenti;
mod elenchi;
mod elenco;
mod prodotti;
mod riepiloghi;
mod scadenze;

use books::{
    CestinoRow, Copia, CopieReport, ImportOptions, ImportReport, Problem, ProvaCopia, Ripristino, StoriaRow,
    VerifyReport,
    anagrafiche::{Faccia, SoggettoDraft, SoggettoFilter, SoggettoPreview, SoggettoRow, SoggettoView},
    azienda::{AziendaDraft, AziendaView, NumeroAltroveDraft, SezionaleDraft, SezionaleView},
    conversioni::{Aperti, ConversioneFilter, ConversioneRow, ConversioneView},
    documenti::{
        BancoFilter, BancoRow, Colonna, DocumentoDraft, DocumentoFilter, DocumentoPreview, DocumentoRow,
        DocumentoSomme, DocumentoView, Emesso, Esempio, Incollate, Lettera, NumeroSerie, PianoEmissione,
        ProvaDocumento, RigaCapita, Spiegazione, Stato, Tipo,
    },
    efatture::{EfatturaStato, MessaggioRow, RicevutaRow, SalvataggioReport, StatoRow},
    elenco::{Elenco, Lista},
    list::{Page, Saved, Somme},
    periods::PeriodoDays,
    prodotti::{ProdottoDraft, ProdottoFilter, ProdottoPreview, ProdottoRow, ProdottoView},
    riepiloghi::{Orologio, Panoramica, PanoramicaFilter, Sospesi},
    scadenze::{
        IncassoDraft, IncassoFilter, IncassoRow, IncassoSomme, Saldo, ScadenzaFilter, ScadenzaRow,
        ScadenzaSomme, ScadenzaView,
    },
};
use db::Id;
use tauri::State;

use crate::{
    bindings::{Signature, Types},
    failure::Failure,
    state::App,
};

pub(crate) use archivio::open_argument;
pub(crate) use dialog::on_window_event;
pub(crate) use documenti::LETTERS;

/// Bytes that cross the window as they are (`ArrayBuffer`), never as JSON.
#[derive(ts_rs::TS)]
#[ts(type = "ArrayBuffer")]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl tauri::ipc::IpcResponse for Bytes {
    fn body(self) -> tauri::Result<tauri::ipc::InvokeResponseBody> {
        Ok(tauri::ipc::InvokeResponseBody::Raw(self.0))
    }
}

macro_rules! commands {
    ($( $area:ident :: $name:ident ( $( $arg:ident : $ty:ty ),* ) -> $result:ty; )*) => {
        /// Answers every command of the list.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            // A line of the list that differs from its function does not compile.
            $( let _: fn(State<'_, App> $(, $ty)*) -> Result<$result, Failure> = $area::$name; )*
            tauri::generate_handler![$( $area::$name ),*]
        }

        /// Every command with the TypeScript of its arguments and its result.
        pub(crate) fn signatures(types: &mut Types) -> Vec<Signature> {
            vec![$( Signature {
                name: stringify!($name),
                args: vec![$( (stringify!($arg), types.name::<$ty>()) ),*],
                result: types.name::<$result>(),
            } ),*]
        }
    };
}

commands! {
    app::app_state() -> app::AppState;
    app::settings_save(preferenze: crate::settings::Preferenze) -> crate::settings::Preferenze;
    app::app_search(text: String) -> Vec<books::SearchHit>;
    app::app_open_backups() -> ();
    app::app_report(reference: String, detail: String) -> ();
    dialog::dialog_pick(scelta: dialog::Scelta, nome: String) -> Option<dialog::Scelto>;
    dialog::dialog_pick_many(scelta: dialog::Scelta) -> Vec<dialog::Scelto>;
    dialog::dialog_again() -> Option<dialog::Scelto>;
    archivio::archive_new(token: String, azienda: AziendaDraft, allow_synced: bool) -> app::AppState;
    archivio::archive_open(token: String, allow_synced: bool) -> app::AppState;
    archivio::archive_open_recent(index: u32, allow_synced: bool) -> app::AppState;
    archivio::archive_demo() -> app::AppState;
    archivio::archive_demo_remove() -> app::AppState;
    archivio::archive_export(token: String, folder: String) -> u32;
    archivio::archive_export_recent(index: u32, folder: String) -> u32;
    archivio::archive_close() -> app::AppState;
    archivio::app_undo() -> Saved<archivio::Verbo>;
    archivio::app_redo() -> Saved<archivio::Verbo>;
    archivio::app_undo_state() -> archivio::UndoState;
    elenchi::codici(lista: String) -> Vec<books::list::Voce>;
    azienda::azienda_get() -> AziendaView;
    azienda::azienda_preview(draft: AziendaDraft) -> Vec<Problem>;
    azienda::azienda_save(draft: AziendaDraft) -> Saved<AziendaView>;
    azienda::azienda_logo(token: Option<String>) -> Saved<AziendaView>;
    azienda::azienda_esempio(draft: AziendaDraft, esempio: Esempio, page: u32, width: u32) -> Bytes;
    azienda::azienda_esempio_pagine(draft: AziendaDraft, esempio: Esempio) -> u32;
    azienda::sezionali_list() -> Vec<SezionaleView>;
    azienda::sezionali_save(draft: SezionaleDraft) -> Saved<SezionaleView>;
    azienda::sezionali_delete(id: Id) -> Saved<()>;
    azienda::numeri_altrove_list() -> Vec<NumeroAltroveDraft>;
    azienda::numeri_altrove_save(draft: NumeroAltroveDraft) -> Saved<NumeroAltroveDraft>;
    anagrafiche::anagrafiche_list(filter: SoggettoFilter) -> Page<SoggettoRow>;
    anagrafiche::anagrafiche_somme(filter: SoggettoFilter) -> Somme;
    anagrafiche::anagrafiche_get(id: Id) -> SoggettoView;
    anagrafiche::anagrafiche_preview(draft: SoggettoDraft) -> SoggettoPreview;
    anagrafiche::anagrafiche_save(draft: SoggettoDraft) -> Saved<SoggettoView>;
    anagrafiche::anagrafiche_bin(id: Id) -> Saved<()>;
    anagrafiche::anagrafiche_unbin(id: Id) -> Saved<()>;
    anagrafiche::anagrafiche_merge(keep: Id, drop: Id) -> Saved<SoggettoView>;
    anagrafiche::anagrafiche_import_preview(token: String, faccia: Faccia, options: ImportOptions) -> ImportReport;
    anagrafiche::anagrafiche_import(token: String, faccia: Faccia, options: ImportOptions) -> Saved<ImportReport>;
    prodotti::prodotti_list(filter: ProdottoFilter) -> Page<ProdottoRow>;
    prodotti::prodotti_somme(filter: ProdottoFilter) -> Somme;
    prodotti::prodotti_get(id: Id) -> ProdottoView;
    prodotti::prodotti_preview(draft: ProdottoDraft) -> ProdottoPreview;
    prodotti::prodotti_save(draft: ProdottoDraft) -> Saved<ProdottoView>;
    prodotti::prodotti_bin(id: Id) -> Saved<()>;
    prodotti::prodotti_unbin(id: Id) -> Saved<()>;
    prodotti::prodotti_categorie() -> Vec<String>;
    prodotti::prodotti_import_preview(token: String, options: ImportOptions) -> ImportReport;
    prodotti::prodotti_import(token: String, options: ImportOptions) -> Saved<ImportReport>;
    documenti::documenti_list(filter: DocumentoFilter) -> Page<DocumentoRow>;
    documenti::documenti_somme(filter: DocumentoFilter) -> DocumentoSomme;
    documenti::documenti_get(id: Id) -> DocumentoView;
    documenti::documenti_new(tipo: Tipo, cliente_id: Option<Id>) -> DocumentoDraft;
    documenti::documenti_preview(draft: DocumentoDraft) -> DocumentoPreview;
    documenti::documenti_riga(testo: String, prodotto_id: Option<Id>, prezzi_ivati: bool) -> RigaCapita;
    documenti::documenti_incolla(testo: String, colonne: Option<Vec<Colonna>>, prezzi_ivati: bool) -> Incollate;
    documenti::documenti_spiega(draft: Option<DocumentoDraft>, id: Option<Id>, in_inglese: bool) -> Vec<Spiegazione>;
    documenti::documenti_save(draft: DocumentoDraft) -> Saved<DocumentoView>;
    documenti::documenti_issue(draft: DocumentoDraft) -> Saved<Emesso>;
    documenti::documenti_issue_plan(ids: Vec<Id>) -> PianoEmissione;
    documenti::documenti_issue_kept(id: Id) -> Saved<Emesso>;
    documenti::documenti_delete(id: Id) -> Saved<()>;
    documenti::documenti_duplicate(id: Id) -> DocumentoDraft;
    documenti::documenti_repeat(cliente_id: Id) -> DocumentoDraft;
    documenti::documenti_convert(ids: Vec<Id>, tipo: Tipo) -> DocumentoDraft;
    documenti::documenti_stato(id: Id, stato: Stato) -> Saved<DocumentoView>;
    documenti::documenti_annota(id: Id, note: String, categoria: String) -> Saved<DocumentoView>;
    documenti::documenti_numeri() -> Vec<NumeroSerie>;
    documenti::documenti_numeri_csv(token: String) -> ();
    documenti::documenti_numeri_pdf(token: String) -> ();
    documenti::documenti_correct(id: Id) -> DocumentoDraft;
    documenti::documenti_prova(id: Id) -> ProvaDocumento;
    documenti::documenti_banco(filter: BancoFilter) -> Page<BancoRow>;
    documenti::efatture_mark(ids: Vec<Id>, stato: EfatturaStato, giorno: String, note: String) -> Saved<()>;
    documenti::efatture_states(id: Id) -> Vec<StatoRow>;
    documenti::efatture_receive(tokens: Vec<String>) -> Saved<Vec<RicevutaRow>>;
    documenti::efatture_messaggi(id: Id) -> Vec<MessaggioRow>;
    documenti::efatture_messaggio_save(id: Id, token: String) -> ();
    documenti::documenti_pdf_preview(draft: Option<DocumentoDraft>, id: Option<Id>, page: u32, width: u32) -> Bytes;
    documenti::documenti_pdf_pages(draft: Option<DocumentoDraft>, id: Option<Id>) -> u32;
    documenti::documenti_lettere(ids: Vec<Id>) -> Vec<Lettera>;
    documenti::documenti_email(ids: Vec<Id>, con_xml: bool) -> Saved<Vec<Lettera>>;
    documenti::documenti_pdf_show(ids: Vec<Id>) -> ();
    documenti::documenti_pdf_save(ids: Vec<Id>, token: String) -> SalvataggioReport;
    documenti::efatture_save(ids: Vec<Id>, token: String) -> SalvataggioReport;
    conversioni::conversioni_list(filter: ConversioneFilter) -> Page<ConversioneRow>;
    conversioni::conversioni_somme(filter: ConversioneFilter) -> Somme;
    conversioni::conversioni_get(id: Id, in_inglese: bool) -> ConversioneView;
    conversioni::conversioni_open(tokens: Vec<String>, keep: bool) -> Saved<Aperti>;
    conversioni::conversioni_pdf_preview(id: Id, page: u32, width: u32) -> Bytes;
    conversioni::conversioni_pdf_pages(id: Id) -> u32;
    conversioni::conversioni_pdf_save(ids: Vec<Id>, token: String) -> SalvataggioReport;
    conversioni::conversioni_print(id: Id) -> ();
    conversioni::conversioni_delete(ids: Vec<Id>) -> Saved<()>;
    scadenze::scadenze_list(filter: ScadenzaFilter) -> Page<ScadenzaRow>;
    scadenze::scadenze_somme(filter: ScadenzaFilter) -> ScadenzaSomme;
    scadenze::scadenze_documento(id: Id) -> Vec<ScadenzaView>;
    scadenze::scadenze_incassi(filter: IncassoFilter) -> Page<IncassoRow>;
    scadenze::scadenze_incassi_somme(filter: IncassoFilter) -> IncassoSomme;
    scadenze::scadenze_incasso(id: Id) -> IncassoRow;
    scadenze::scadenze_salda(ids: Vec<Id>) -> Saved<Saldo>;
    scadenze::scadenze_incassa(draft: IncassoDraft) -> Saved<()>;
    scadenze::scadenze_riapri(id: Id) -> Saved<()>;
    scadenze::scadenze_togli(id: Id) -> Saved<()>;
    riepiloghi::riepiloghi_panoramica(filter: PanoramicaFilter) -> Panoramica;
    riepiloghi::riepiloghi_orologi() -> Vec<Orologio>;
    riepiloghi::riepiloghi_sospesi() -> Sospesi;
    elenchi::job_progress() -> elenchi::Avanzamento;
    elenchi::job_cancel() -> ();
    elenchi::report_save(token: String) -> ();
    elenchi::storia(area: String, id: Id) -> Vec<StoriaRow>;
    elenchi::storia_ripristina(area: String, id: Id, tx: Id) -> Saved<()>;
    elenchi::cestino_list() -> Vec<CestinoRow>;
    elenchi::cestino_riprendi(area: String, id: Id) -> Saved<()>;
    elenco::elenco_ids(lista: Lista) -> Vec<Id>;
    elenco::elenco_save(elenco: Elenco, formato: elenco::Formato, token: String) -> String;
    elenco::elenco_print(elenco: Elenco) -> ();
    elenco::elenco_periodi() -> Vec<PeriodoDays>;
    copie::backup_list() -> Vec<Copia>;
    copie::backup_now() -> CopieReport;
    copie::backup_folder(token: String) -> String;
    copie::backup_restore(nome: String) -> Ripristino;
    copie::backup_restore_file(token: String) -> Ripristino;
    copie::backup_rehearse(nome: String) -> ProvaCopia;
    copie::verify(tutti: bool) -> VerifyReport;
}
