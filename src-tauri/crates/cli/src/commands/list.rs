//! Lists of an area and the search over all.

use std::path::{Path, PathBuf};

use books::{
    Cell, Column, Error, Table,
    anagrafiche::{self, Faccia, SoggettoFilter},
    documenti::{self, DocumentoFilter, Pagamento},
    list::{Direction, Lingua, every},
    prodotti::{self, ProdottoFilter},
    scadenze::{self, IncassoFilter, PAGAMENTI, Quali, ScadenzaFilter, incassi},
};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::read_from;
use crate::{clock, output::Output};

/// What can be listed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lista {
    /// Customers.
    Clienti,
    /// Suppliers.
    Fornitori,
    /// Address book.
    Rubrica,
    /// Products and services.
    Prodotti,
    /// Documents.
    Documenti,
    /// Instalments with something left, the first due first.
    Scadenze,
    /// Cashings.
    Incassi,
}

/// What was paid of a document, in the words of its list.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Payment {
    /// Something is left.
    Aperto,
    /// Something is left that was due before today.
    Scaduto,
    /// Something was cashed, and something is left.
    Parziale,
    /// Nothing is left.
    Pagato,
}

impl From<Payment> for Pagamento {
    fn from(payment: Payment) -> Self {
        match payment {
            Payment::Aperto => Self::Aperto,
            Payment::Scaduto => Self::Scaduto,
            Payment::Parziale => Self::Parziale,
            Payment::Pagato => Self::Pagato,
        }
    }
}

/// Arguments of `list`.
#[derive(Args)]
pub(crate) struct ListArgs {
    /// The archive.
    archive: PathBuf,
    /// What to list.
    area: Lista,
    /// Words, number or amount that a row must hold.
    #[arg(long, default_value = "")]
    filter: String,
    /// Of documenti, scadenze and incassi: from this day on. `2026-10-01`, `1/10`, `oggi`, or a period (`mese_scorso`),
    /// whose first day counts.
    #[arg(long, value_name = "DAY", default_value = "", allow_hyphen_values = true)]
    from: String,
    /// To this day; of a period the last day counts.
    #[arg(long, value_name = "DAY", default_value = "", allow_hyphen_values = true)]
    to: String,
    /// In this period: `questo_mese`, `mese_scorso`, `questo_trimestre`, `trimestre_scorso`, `quest_anno`, `anno_scorso`.
    #[arg(long, conflicts_with_all = ["from", "to"])]
    period: Option<String>,
    /// Of documenti only those paid so far.
    #[arg(long)]
    payment: Option<Payment>,
    /// Of scadenze also those that are paid.
    #[arg(long)]
    all: bool,
    /// Write a CSV file instead.
    #[arg(long, conflicts_with = "xlsx")]
    csv: Option<PathBuf>,
    /// Write an XLSX file instead.
    #[arg(long)]
    xlsx: Option<PathBuf>,
    /// Only these columns, in this order, e.g. `data,numero,totale`.
    #[arg(long, value_delimiter = ',')]
    columns: Vec<String>,
}

impl ListArgs {
    /// The days of the filter, as given.
    fn days(&self) -> (String, String) {
        let either = |day: &String| self.period.as_ref().unwrap_or(day).clone();
        (either(&self.from), either(&self.to))
    }

    /// A filter that the list does not have would leave out nothing without a word.
    fn fits(&self) -> Result<(), Error> {
        let has_days = matches!(self.area, Lista::Documenti | Lista::Scadenze | Lista::Incassi);
        let has_payments = self.area == Lista::Documenti;
        let (from, to) = self.days();
        let asks_days = !from.is_empty() || !to.is_empty();
        if (asks_days && !has_days) || (self.payment.is_some() && !has_payments) {
            return Err(Error::refused("elenco_filtro"));
        }
        Ok(())
    }
}

/// Lists an area.
pub(super) fn list(args: &ListArgs, output: &Output) -> Result<bool, Error> {
    args.fits()?;
    let reader = read_from(&args.archive)?;
    let testo = args.filter.clone();
    match args.area {
        Lista::Documenti => issued(&reader, args, output),
        Lista::Scadenze => due(&reader, args, output),
        Lista::Incassi => cashed(&reader, args, output),
        Lista::Prodotti => {
            let rows = every(|page| {
                let filter = ProdottoFilter {
                    testo: testo.clone(),
                    page,
                    direction: Direction::Ascending,
                    ..ProdottoFilter::default()
                };
                prodotti::list(&reader, &filter)
            })?;
            give(args, output, &rows, prodotti::COLUMNS)
        }
        Lista::Clienti | Lista::Fornitori | Lista::Rubrica => {
            let faccia = match args.area {
                Lista::Fornitori => Faccia::Fornitore,
                Lista::Rubrica => Faccia::Contatto,
                _ => Faccia::Cliente,
            };
            let rows = every(|page| {
                let filter = SoggettoFilter {
                    faccia,
                    testo: testo.clone(),
                    page,
                    direction: Direction::Ascending,
                    ..SoggettoFilter::default()
                };
                anagrafiche::list(&reader, &filter)
            })?;
            give(args, output, &rows, anagrafiche::COLUMNS)
        }
    }
}

fn issued(reader: &db::Reader, args: &ListArgs, output: &Output) -> Result<bool, Error> {
    let today = clock::now().today;
    let (dal, al) = args.days();
    let filter = DocumentoFilter {
        testo: args.filter.clone(),
        dal,
        al,
        pagamento: args.payment.map(Pagamento::from),
        ..DocumentoFilter::default()
    };
    let rows = every(|page| {
        let filter = filter.clone();
        documenti::list(reader, &DocumentoFilter { page, ..filter }, today, &PAGAMENTI)
    })?;
    give(args, output, &rows, documenti::COLUMNS)
}

fn due(reader: &db::Reader, args: &ListArgs, output: &Output) -> Result<bool, Error> {
    let today = clock::now().today;
    let (dal, al) = args.days();
    let filter = ScadenzaFilter {
        testo: args.filter.clone(),
        quali: if args.all { Quali::Tutte } else { Quali::Aperte },
        dal,
        al,
        direction: Direction::Ascending,
        ..ScadenzaFilter::default()
    };
    let rows = every(|page| {
        let filter = filter.clone();
        scadenze::list(reader, &ScadenzaFilter { page, ..filter }, today)
    })?;
    give(args, output, &rows, scadenze::COLUMNS)
}

fn cashed(reader: &db::Reader, args: &ListArgs, output: &Output) -> Result<bool, Error> {
    let today = clock::now().today;
    let (dal, al) = args.days();
    let filter = IncassoFilter {
        testo: args.filter.clone(),
        dal,
        al,
        ..IncassoFilter::default()
    };
    let rows = every(|page| {
        let filter = filter.clone();
        incassi::list(reader, &IncassoFilter { page, ..filter }, today)
    })?;
    give(args, output, &rows, scadenze::INCASSI_COLUMNS)
}

fn give<T: Serialize>(
    args: &ListArgs,
    output: &Output,
    rows: &Vec<T>,
    columns: &[Column<T>],
) -> Result<bool, Error> {
    let table = Table::of(columns, &args.columns, rows, Lingua::It);
    let (file, bytes) = match (&args.csv, &args.xlsx) {
        (Some(file), _) => (file, table.csv()?),
        (None, Some(file)) => (file, table.xlsx("Elenco")?),
        (None, None) => {
            output.answer(rows, |_| words(&table))?;
            return Ok(true);
        }
    };
    std::fs::write(file, bytes)?;
    super::made(file, output)
}

/// One line a row, cells apart by tabs.
fn words(table: &Table) -> String {
    let line = |row: &Vec<Cell>| row.iter().map(shown).collect::<Vec<_>>().join("\t");
    table.rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Finds records.
pub(super) fn search(archive: &Path, text: &str, output: &Output) -> Result<bool, Error> {
    let hits = books::search(&read_from(archive)?, text, 50)?;
    output.answer(&hits, |hits| {
        let lines = hits
            .iter()
            .map(|hit| format!("{}\t{}\t{}\t{}", hit.area, hit.id, hit.title, hit.note));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    Ok(true)
}
