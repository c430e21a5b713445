//! Documents: list, editor, issue, PDF; the XML files of issued ones.

use books::{
    documenti::{
        self, BancoFilter, BancoRow, Colonna, DocumentoDraft, DocumentoFilter, DocumentoPreview,
        DocumentoRow, DocumentoSomme, DocumentoView, Emesso, Incollate, Lettera, NumeroSerie, PianoEmissione,
        ProvaDocumento, RigaCapita, Spiegazione, Stato, Tipo,
    },
    efatture::{self, EfatturaStato, MessaggioRow, RicevutaRow, SalvataggioReport, StatoRow},
    list::{Page, Saved},
    scadenze::PAGAMENTI,
};
use db::Id;
use tauri::State;

use super::Bytes;
use crate::{clock, failure::Failure, opener, state::App};

/// A page of the list.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_list(
    app: State<'_, App>,
    filter: DocumentoFilter,
) -> Result<Page<DocumentoRow>, Failure> {
    app.read(|reader| documenti::list(reader, &filter, clock::now().today, &PAGAMENTI))
}

/// Totals of all rows that the filter shows.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_somme(
    app: State<'_, App>,
    filter: DocumentoFilter,
) -> Result<DocumentoSomme, Failure> {
    app.read(|reader| documenti::somme(reader, &filter, clock::now().today, &PAGAMENTI))
}

/// One document.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_get(app: State<'_, App>, id: Id) -> Result<DocumentoView, Failure> {
    app.read(|reader| documenti::get(reader, id, clock::now().today))
}

/// A draft with the usual values of the company and the customer.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_new(
    app: State<'_, App>,
    tipo: Tipo,
    cliente_id: Option<Id>,
) -> Result<DocumentoDraft, Failure> {
    app.read(|reader| documenti::new_draft(reader, tipo, cliente_id, &clock::now()))
}

/// All totals and every problem of a draft.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_preview(
    app: State<'_, App>,
    draft: DocumentoDraft,
) -> Result<DocumentoPreview, Failure> {
    app.with(|books| Ok(documenti::preview(books, &draft, clock::now().today)?))
}

/// What a line typed in one go is, or a product with what was typed around it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_riga(
    app: State<'_, App>,
    testo: String,
    prodotto_id: Option<Id>,
    prezzi_ivati: bool,
) -> Result<RigaCapita, Failure> {
    let today = clock::now().today;
    app.read(|reader| documenti::line(reader, &testo, prodotto_id, prezzi_ivati, today))
}

/// What a pasted table is.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_incolla(
    app: State<'_, App>,
    testo: String,
    colonne: Option<Vec<Colonna>>,
    prezzi_ivati: bool,
) -> Result<Incollate, Failure> {
    let today = clock::now().today;
    app.read(|reader| documenti::paste(reader, &testo, colonne, prezzi_ivati, today))
}

/// Every total in words: of a draft while it is typed, or of a stored document.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_spiega(
    app: State<'_, App>,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
    in_inglese: bool,
) -> Result<Vec<Spiegazione>, Failure> {
    app.read(|reader| documenti::explain(reader, draft, id, in_inglese, clock::now().today))
}

/// Keeps a draft, however incomplete.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_save(
    app: State<'_, App>,
    draft: DocumentoDraft,
) -> Result<Saved<DocumentoView>, Failure> {
    app.write(|books, when| documenti::save(books, when, draft))
}

/// Gives the number, freezes the document, makes the XML.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_issue(app: State<'_, App>, draft: DocumentoDraft) -> Result<Saved<Emesso>, Failure> {
    app.write(|books, when| documenti::issue(books, when, draft))
}

/// What issuing these drafts together will do.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_issue_plan(app: State<'_, App>, ids: Vec<Id>) -> Result<PianoEmissione, Failure> {
    app.read(|reader| documenti::issue_plan(reader, &ids, clock::now().today))
}

/// Issues a draft as it is kept.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_issue_kept(app: State<'_, App>, id: Id) -> Result<Saved<Emesso>, Failure> {
    app.write(|books, when| documenti::issue_kept(books, when, id))
}

/// Deletes a draft; undo brings it back.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_delete(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| documenti::delete(books, when, id))
}

/// A new draft like a document, with today's date and its own dues.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_duplicate(app: State<'_, App>, id: Id) -> Result<DocumentoDraft, Failure> {
    app.read(|reader| documenti::duplicate(reader, id, &clock::now()))
}

/// The last invoice of a customer once more.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_repeat(app: State<'_, App>, cliente_id: Id) -> Result<DocumentoDraft, Failure> {
    app.read(|reader| documenti::repeat(reader, cliente_id, &clock::now()))
}

/// A draft of another kind made from one or several documents.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_convert(
    app: State<'_, App>,
    ids: Vec<Id>,
    tipo: Tipo,
) -> Result<DocumentoDraft, Failure> {
    app.read(|reader| documenti::convert(reader, &ids, tipo, &clock::now()))
}

/// Changes where a quote, proforma or delivery note stands.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_stato(
    app: State<'_, App>,
    id: Id,
    stato: Stato,
) -> Result<Saved<DocumentoView>, Failure> {
    app.write(|books, when| documenti::set_stato(books, when, id, stato))
}

/// Changes what stays editable on an issued document.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_annota(
    app: State<'_, App>,
    id: Id,
    note: String,
    categoria: String,
) -> Result<Saved<DocumentoView>, Failure> {
    app.write(|books, when| documenti::annota(books, when, id, note, categoria))
}

/// Every series and year, what comes next, and why a number is missing.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_numeri(app: State<'_, App>) -> Result<Vec<NumeroSerie>, Failure> {
    app.with(|books| Ok(books.read(|reader| documenti::registro(reader, books.marks()))?))
}

/// Writes the register of the numbers as CSV to the file behind the token.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_numeri_csv(app: State<'_, App>, token: String) -> Result<(), Failure> {
    app.with(|books| {
        let serie = books.read(|reader| documenti::registro(reader, books.marks()))?;
        let csv = documenti::registro_table(&serie).csv()?;
        Ok(books::write_durably(&app.picked(&token)?, &csv)?)
    })
}

/// Writes the register of the numbers as PDF to the file behind the token.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_numeri_pdf(app: State<'_, App>, token: String) -> Result<(), Failure> {
    app.with(|books| {
        let today = clock::now().today;
        let pdf = books.read(|reader| documenti::registro_pdf(reader, books.marks(), today))?;
        Ok(books::write_durably(&app.picked(&token)?, &pdf)?)
    })
}

/// A draft that corrects a document rejected by SDI.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_correct(app: State<'_, App>, id: Id) -> Result<DocumentoDraft, Failure> {
    app.read(|reader| documenti::correct(reader, id, &clock::now()))
}

/// The figures of an issued document in its form, the list, the XML and the PDF.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_prova(app: State<'_, App>, id: Id) -> Result<ProvaDocumento, Failure> {
    app.with(|books| {
        let folder = books::allegati::folder_of(books.archive().path());
        Ok(books.read(|reader| documenti::proof(reader, &folder, id))?)
    })
}

/// A page of the desk: what is issued, where it stands, until when it must be sent.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_banco(app: State<'_, App>, filter: BancoFilter) -> Result<Page<BancoRow>, Failure> {
    app.read(|reader| documenti::banco(reader, &filter, clock::now().today))
}

/// Writes down where the files of documents stand.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn efatture_mark(
    app: State<'_, App>,
    ids: Vec<Id>,
    stato: EfatturaStato,
    giorno: String,
    note: String,
) -> Result<Saved<()>, Failure> {
    app.write(|books, when| efatture::mark(books, when, &ids, stato, &giorno, &note))
}

/// Every state of every file of a document, the newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn efatture_states(app: State<'_, App>, id: Id) -> Result<Vec<StatoRow>, Failure> {
    app.read(|reader| efatture::states(reader, id))
}

/// Reads the messages of SDI behind tokens.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn efatture_receive(
    app: State<'_, App>,
    tokens: Vec<String>,
) -> Result<Saved<Vec<RicevutaRow>>, Failure> {
    let paths = app.all_picked(&tokens)?;
    let job = app.new_job();
    app.write(|books, when| efatture::receive(books, when, &paths, &job))
}

/// What SDI said of the files of a document.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn efatture_messaggi(app: State<'_, App>, id: Id) -> Result<Vec<MessaggioRow>, Failure> {
    app.read(|reader| efatture::messaggi(reader, id))
}

/// Writes a message as it came to the file behind the token; `id` is that of its attachment.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn efatture_messaggio_save(app: State<'_, App>, id: Id, token: String) -> Result<(), Failure> {
    let file = app.picked(&token)?;
    app.with(|books| {
        let folder = books::allegati::folder_of(books.archive().path());
        let bytes = books.read(|reader| books::allegati::bytes(reader, &folder, id))?;
        Ok(books::write_durably(&file, &bytes)?)
    })
}

/// A page of the PDF as a picture: of a draft while it is typed, or of a stored document.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_pdf_preview(
    app: State<'_, App>,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
    page: u32,
    width: u32,
) -> Result<Bytes, Failure> {
    app.with(|books| {
        Ok(Bytes(documenti::pdf_page(
            books,
            draft,
            id,
            page,
            width,
            clock::now().today,
        )?))
    })
}

/// How many pages the preview has.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_pdf_pages(
    app: State<'_, App>,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
) -> Result<u32, Failure> {
    app.with(|books| Ok(documenti::pdf_pages(books, draft, id, clock::now().today)?))
}

/// The letters that [`documenti_email`] would open.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_lettere(app: State<'_, App>, ids: Vec<Id>) -> Result<Vec<Lettera>, Failure> {
    app.read(|reader| documenti::letters(reader, &ids))
}

/// Folder of letters in the program's own data, emptied at every start.
pub(crate) const LETTERS: &str = "email";

/// Opens a letter for each customer of these documents in the mail program, with the PDF attached; nothing is sent. The
/// history of each document says that its letter was opened.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_email(
    app: State<'_, App>,
    ids: Vec<Id>,
    con_xml: bool,
) -> Result<Saved<Vec<Lettera>>, Failure> {
    let mut opened = Vec::new();
    let done = app.with(|books| {
        let folder = app.data().join(LETTERS);
        std::fs::create_dir_all(&folder)?;
        for letter in books.read(|reader| documenti::letters(reader, &ids))? {
            let (name, eml) = documenti::letter_file(books, &clock::now(), &letter, con_xml)?;
            let file = folder.join(name);
            books::write_durably(&file, &eml)?;
            opener::open(&app, &file, Failure::new("mail_missing"))?;
            opened.push(letter);
        }
        Ok(())
    });
    let noted = app.write(|books, when| documenti::note_letters(books, when, &opened, con_xml))?;
    done.map(|()| Saved {
        value: opened,
        touched: noted.touched,
    })
}

/// Shows the folder of a document's PDF, made anew, for who drags it into a letter by hand.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_pdf_show(app: State<'_, App>, ids: Vec<Id>) -> Result<(), Failure> {
    app.with(|books| {
        let now = clock::now();
        let folder = app.data().join(LETTERS).join(format!("{:016x}", now.random));
        std::fs::create_dir_all(&folder)?;
        documenti::save_pdf(books, &now, &ids, &folder)?;
        opener::open(&app, &folder, Failure::new("folder_not_shown"))
    })
}

/// Saves the PDF of documents into the folder behind the token.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn documenti_pdf_save(
    app: State<'_, App>,
    ids: Vec<Id>,
    token: String,
) -> Result<SalvataggioReport, Failure> {
    let folder = app.picked(&token)?;
    app.with(|books| Ok(documenti::save_pdf(books, &clock::now(), &ids, &folder)?))
}

/// Saves the XML of documents into the folder behind the token.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn efatture_save(
    app: State<'_, App>,
    ids: Vec<Id>,
    token: String,
) -> Result<SalvataggioReport, Failure> {
    let folder = app.picked(&token)?;
    app.write(|books, when| efatture::save_to_folder(books, when, &ids, &folder))
        .map(|saved| saved.value)
}
