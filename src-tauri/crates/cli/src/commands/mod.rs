//! Every command of the terminal; each answers whether all was good (exit 0) or something was not (exit 1).

mod archive;
mod bench;
mod check;
mod export;
mod import_list;
mod issue;
mod list;
mod mail;
mod overview;
mod pdf;
mod receipts;

use std::path::{Path, PathBuf};

use books::{Books, Error, Origin, areas::SCHEMA};
use clap::Subcommand;
use fatturapa::intake::{Item, Kind};
use jiff::civil::Date;
use serde::Serialize;

use crate::{clock, output::Output};

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes an archive for the company described in a JSON file.
    New {
        /// The file to make.
        archive: PathBuf,
        /// Company, as `AziendaDraft`.
        #[arg(long)]
        azienda: PathBuf,
    },
    /// Makes an archive filled with a plausible business, the same one for the same day.
    Demo {
        /// The file to make.
        archive: PathBuf,
        /// Documents to issue.
        #[arg(long, default_value_t = 600)]
        documents: u32,
        /// The day on which it stands, as 2026-11-24; today unless given.
        #[arg(long)]
        day: Option<Date>,
    },
    /// Judges invoices as SDI would, without an archive: XML, p7m, zip, eml, folders. Exit 1 when one would be rejected.
    Check(check::CheckArgs),
    /// Makes a readable PDF of every invoice, ours or not, without an archive: XML, p7m, zip, eml, folders.
    Pdf(pdf::PdfArgs),
    /// Issues the drafts of JSON files: numbers, XML and PDF. Atomic per file.
    Issue {
        /// The archive.
        archive: PathBuf,
        /// Files, each one draft or an array of drafts.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Folder for the XML files.
        #[arg(long)]
        xml: Option<PathBuf>,
        /// Folder for the PDF files.
        #[arg(long)]
        pdf: Option<PathBuf>,
    },
    /// Writes a letter for each customer of issued documents, with the PDF attached, for the mail program.
    Mail(mail::MailArgs),
    /// Reads messages of SDI (RC, NS, MC, NE, DT, AT), which move the state of the files that were sent.
    Receipts(receipts::ReceiptsArgs),
    /// Lists an area: clienti, fornitori, rubrica, prodotti, documenti, scadenze, incassi.
    List(list::ListArgs),
    /// The business at a glance: invoiced and cashed by month, what is open, the best customers, what waits.
    Overview(overview::OverviewArgs),
    /// Imports customers, suppliers, contacts or products from the list of another program.
    ImportList(import_list::ImportListArgs),
    /// Finds records by name, number or amount.
    Search {
        /// The archive.
        archive: PathBuf,
        /// What to look for.
        text: String,
    },
    /// Proves the archive: pages, hash chain, form = list = PDF = XML, instalments, numbers, attachments.
    Verify {
        /// The archive.
        archive: PathBuf,
        /// Compare the text of every PDF too, not of a sample.
        #[arg(long)]
        all_pdf: bool,
    },
    /// Copies the archive, also while the window has it open.
    Backup {
        /// The archive.
        archive: PathBuf,
        /// The file to make.
        dest: PathBuf,
    },
    /// Puts a copy back in the place of an archive; the archive as it was is kept.
    Restore {
        /// The copy.
        backup: PathBuf,
        /// The archive.
        archive: PathBuf,
    },
    /// Writes everything in open formats into a new folder.
    Export {
        /// The archive.
        archive: PathBuf,
        /// The folder to make.
        dir: PathBuf,
    },
    /// Measures the engine on an archive.
    #[command(hide = true)]
    Bench {
        /// The archive; it is changed.
        archive: PathBuf,
    },
}

/// Runs a command.
pub(crate) fn run(command: Command, output: &Output) -> Result<bool, Error> {
    match command {
        Command::New { archive, azienda } => archive::new(&archive, &azienda, output),
        Command::Demo {
            archive,
            documents,
            day,
        } => archive::demo(&archive, documents, day, output),
        Command::Check(args) => check::check(&args, output),
        Command::Pdf(args) => pdf::pdf(&args, output),
        Command::Issue {
            archive,
            files,
            xml,
            pdf,
        } => issue::issue(&archive, &files, xml, pdf, output),
        Command::Mail(args) => mail::mail(&args, output),
        Command::Receipts(args) => receipts::receipts(&args, output),
        Command::List(args) => list::list(&args, output),
        Command::Overview(args) => overview::overview(&args, output),
        Command::ImportList(args) => import_list::import_list(&args, output),
        Command::Search { archive, text } => list::search(&archive, &text, output),
        Command::Verify { archive, all_pdf } => archive::verify(&archive, all_pdf, output),
        Command::Backup { archive, dest } => archive::backup(&archive, &dest, output),
        Command::Restore { backup, archive } => archive::restore(&backup, &archive, output),
        Command::Export { archive, dir } => export::export(&archive, &dir, output),
        Command::Bench { archive } => bench::bench(&archive),
    }
}

/// Opens an archive for writing; exit 2 naming the holder when the window has it.
fn write_to(archive: &Path) -> Result<Books, Error> {
    Books::open(archive, &clock::setup(), &clock::now())
}

/// Opens an archive read-only, beside a window that may have it open.
fn read_from(archive: &Path) -> Result<db::Reader, Error> {
    Ok(db::Reader::open(archive, &SCHEMA)?)
}

/// Reads a JSON file.
fn json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let bytes = std::fs::read(path)?;
    serde_json::from_slice(&bytes).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &serde_json::Error) -> Error {
    Error::refused("json_illeggibile")
        .arg("file", path.display())
        .arg("detail", error)
}

/// Whether a file lies beside invoices and is none, so that nobody waits for an answer: a picture or a text in a folder,
/// what a system leaves.
fn lies_beside(item: &Item, origin: Origin) -> bool {
    let is_named = origin == Origin::Named && item.member.is_empty();
    match item.kind {
        Kind::System => !is_named,
        Kind::Other => origin == Origin::Folder && item.content.is_ok(),
        _ => false,
    }
}

/// A file or folder that was made.
#[derive(Serialize)]
struct Made {
    path: String,
}

fn made(path: &Path, output: &Output) -> Result<bool, Error> {
    let made = Made {
        path: path.display().to_string(),
    };
    output.answer(&made, |made| made.path.clone())?;
    Ok(true)
}
