//! Messages of SDI, matched to the files that were sent.

use std::path::PathBuf;

use books::{
    Error, Progress,
    efatture::{self, EsitoRicevuta, RicevutaRow},
};
use clap::Args;

use super::write_to;
use crate::{
    clock,
    output::{Lingua, Output},
};

/// Which messages.
#[derive(Args)]
pub(crate) struct ReceiptsArgs {
    /// The archive.
    archive: PathBuf,
    /// Files or folders: XML, p7m, zip, eml.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Reads the messages; exit 1 when one is about no file of the archive, or is none.
pub(super) fn receipts(args: &ReceiptsArgs, output: &Output) -> Result<bool, Error> {
    for path in &args.files {
        std::fs::metadata(path)?;
    }
    let books = write_to(&args.archive)?;
    let rows = efatture::receive(&books, &clock::now(), &args.files, &Progress::default())?.value;
    let is_good = |row: &RicevutaRow| matches!(row.esito, EsitoRicevuta::Abbinata | EsitoRicevuta::GiaNota);
    output.answer(&rows, |rows| {
        let lines = rows.iter().map(|row| line(row, output.lingua));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    Ok(rows.iter().all(is_good))
}

fn line(row: &RicevutaRow, lingua: Lingua) -> String {
    let (it, en) = match row.esito {
        EsitoRicevuta::Abbinata => ("abbinata", "matched"),
        EsitoRicevuta::GiaNota => ("già letta", "read before"),
        EsitoRicevuta::SenzaFile => ("nessun file con questo nome", "no file of that name"),
        EsitoRicevuta::NonMessaggio => ("non è una ricevuta SdI", "no message of SDI"),
        EsitoRicevuta::Illeggibile => ("illeggibile", "unreadable"),
    };
    let word = match lingua {
        Lingua::It => it,
        Lingua::En => en,
    };
    let member = if row.membro.is_empty() {
        String::new()
    } else {
        format!(" > {}", row.membro)
    };
    let about = if row.nome_file.is_empty() {
        &row.motivo
    } else {
        &row.nome_file
    };
    format!("{}{member}: {} {word} {about}", row.file, row.tipo)
        .trim_end()
        .to_owned()
}
