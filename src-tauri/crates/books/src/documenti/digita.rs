//! Lines typed or pasted: what was understood, before it becomes lines of a draft.

mod colonne;
mod tabella;
mod testo;

use db::{Id, Sql};
use fisco::{codici::Natura, parametri};
use jiff::civil::Date;
use money::Rate;
use serde::Serialize;
use ts_rs::TS;

use super::{RigaDraft, regole::sconti};
use crate::{
    Error, Problem,
    field::Fields,
    list::PageRequest,
    prodotti::{self, ProdottoFilter, ProdottoRow},
};
pub use colonne::Colonna;
use testo::{Proof, Testo};

/// Rows that one paste may bring.
const MOST_ROWS: usize = 2_000;

/// A line typed in one go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RigaCapita {
    /// The words by which a product is sought.
    pub parole: String,
    /// The line understood; none when the text is nothing but words.
    pub riga: Option<RigaDraft>,
    /// Name of the product it is; empty when it is none.
    pub prodotto: String,
}

/// A table pasted into the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Incollate {
    /// What each column was taken for.
    pub colonne: Vec<Colonna>,
    /// The first row, when it only names the columns.
    pub intestazione: Vec<String>,
    /// The cells of the other rows.
    pub celle: Vec<Vec<String>>,
    /// The lines they make.
    pub righe: Vec<RigaDraft>,
    /// Rows left out because they only add up the others.
    pub totali_saltati: u32,
    /// Cells that cannot be read, at the fields of `righe`.
    pub problems: Vec<Problem>,
}

/// Understands `3 consulenza 80 22`, or puts what was typed around a product that was chosen. A price is that of the
/// draft: the product's own is turned into one with IVA or without.
///
/// # Errors
/// No such product, its price is too large, or the archive cannot be read.
pub fn line(
    sql: &impl Sql,
    testo: &str,
    prodotto_id: Option<Id>,
    prezzi_ivati: bool,
    today: Date,
) -> Result<RigaCapita, Error> {
    let read = testo::read(testo, &rates(today));
    let parole = read
        .as_ref()
        .map_or(testo.trim(), |read| read.parole.as_str())
        .to_owned();
    if let Some(id) = prodotto_id {
        let base = of_product(&prodotti::get(sql, id)?.draft, today, prezzi_ivati, id)?;
        let prodotto = base.descrizione.clone();
        let read = read.filter(|read| read.proof < Proof::ExactProduct);
        return Ok(RigaCapita {
            parole,
            riga: Some(read.map_or(base.clone(), |read| typed_over(base, read))),
            prodotto,
        });
    }
    let Some(read) = read else {
        return Ok(RigaCapita {
            parole,
            riga: None,
            prodotto: String::new(),
        });
    };
    let found = find(sql, &parole)?;
    let is_proven = match read.proof {
        Proof::None => true,
        Proof::Product => found.is_some(),
        Proof::ExactProduct => found.as_ref().is_some_and(|(_, is_exact)| *is_exact),
    };
    if !is_proven {
        return Ok(RigaCapita {
            parole: testo.trim().to_owned(),
            riga: None,
            prodotto: String::new(),
        });
    }
    let base = match &found {
        Some((row, _)) => of_product(&prodotti::get(sql, row.id)?.draft, today, prezzi_ivati, row.id)?,
        None => RigaDraft {
            descrizione: parole.clone(),
            ..RigaDraft::default()
        },
    };
    Ok(RigaCapita {
        parole,
        riga: Some(typed_over(base, read)),
        prodotto: found.map(|(row, _)| row.descrizione).unwrap_or_default(),
    })
}

fn rates(today: Date) -> Vec<Rate> {
    parametri::aliquote_iva(today)
        .into_iter()
        .map(|rate| rate.value)
        .collect()
}

/// The product that words mean: the one of this code or name, else the only one that has them; whether they are exactly
/// its own.
fn find(sql: &impl Sql, parole: &str) -> Result<Option<(ProdottoRow, bool)>, Error> {
    let filter = ProdottoFilter {
        testo: parole.to_owned(),
        page: PageRequest {
            cursor: None,
            limit: 50,
        },
        ..ProdottoFilter::default()
    };
    let rows = prodotti::list(sql, &filter)?.rows;
    let plain = |text: &str| fisco::text::unaccented(text).trim().to_lowercase();
    let sought = plain(parole);
    let exact = rows.iter().find(|row| plain(&row.codice) == sought);
    let exact = exact.or_else(|| rows.iter().find(|row| plain(&row.descrizione) == sought));
    Ok(match (exact, rows.as_slice()) {
        (Some(row), _) => Some((row.clone(), true)),
        (None, [only]) => Some((only.clone(), false)),
        (None, _) => None,
    })
}

/// A line as the product proposes it.
fn of_product(
    draft: &prodotti::ProdottoDraft,
    today: Date,
    prezzi_ivati: bool,
    id: Id,
) -> Result<RigaDraft, Error> {
    let (netto, lordo) = prodotti::both_prices(draft, today)?;
    let prezzo = match (draft.prezzo_ivato, prezzi_ivati) {
        (true, false) => netto.to_string(),
        (false, true) => lordo.to_string(),
        _ => draft.prezzo.trim().to_owned(),
    };
    Ok(RigaDraft {
        prodotto_id: Some(id),
        codice: draft.codice.clone(),
        descrizione: draft.descrizione.trim().to_owned(),
        unita_misura: draft.unita_misura.clone(),
        prezzo: if draft.prezzo_ivato == prezzi_ivati {
            prezzo
        } else {
            prezzo.replace('.', ",")
        },
        aliquota_iva: if draft.natura.trim().is_empty() {
            draft.aliquota_iva.clone()
        } else {
            String::new()
        },
        natura: draft.natura.clone(),
        riferimento_normativo: draft.riferimento_normativo.clone(),
        ..RigaDraft::default()
    })
}

/// What was typed wins over what the product proposes.
fn typed_over(base: RigaDraft, read: Testo) -> RigaDraft {
    let over = |typed: String, own: String| if typed.is_empty() { own } else { typed };
    let has_iva = !(read.aliquota_iva.is_empty() && read.natura.is_empty());
    RigaDraft {
        quantita: over(read.quantita, base.quantita),
        unita_misura: over(read.unita_misura, base.unita_misura),
        prezzo: over(read.prezzo, base.prezzo),
        sconti: over(read.sconti, base.sconti),
        aliquota_iva: if has_iva {
            read.aliquota_iva
        } else {
            base.aliquota_iva
        },
        natura: if has_iva { read.natura } else { base.natura },
        ..base
    }
}

/// Understands a table copied from a spreadsheet, or lines of text. `colonne` says what the columns are; none guesses.
///
/// # Errors
/// More rows than one paste may bring, a price that is too large, or the archive cannot be read.
pub fn paste(
    sql: &impl Sql,
    testo: &str,
    colonne: Option<Vec<Colonna>>,
    prezzi_ivati: bool,
    today: Date,
) -> Result<Incollate, Error> {
    let mut celle = tabella::cells(testo);
    if celle.len() > MOST_ROWS {
        return Err(Error::refused("documenti_incolla_troppe").arg("righe", MOST_ROWS));
    }
    let named = celle.first().and_then(|row| colonne::of_heading(row));
    let intestazione = if named.is_some() {
        celle.remove(0)
    } else {
        Vec::new()
    };
    let aliquote = rates(today);
    let colonne = colonne
        .or(named)
        .unwrap_or_else(|| colonne::of_content(&celle, &aliquote));
    let rows_before = celle.len();
    celle.retain(|row| !only_adds_up(row));
    let mut fields = Fields::default();
    let is_text = colonne == [Colonna::Descrizione];
    let mut righe = Vec::with_capacity(celle.len());
    for (at, row) in celle.iter().enumerate() {
        let riga = match row.first().filter(|_| is_text) {
            Some(text) => line(sql, text, None, prezzi_ivati, today)?
                .riga
                .unwrap_or_else(|| words(text)),
            None => of_cells(sql, (row, &colonne), prezzi_ivati, today)?,
        };
        check(&mut fields, at, &riga);
        righe.push(riga);
    }
    Ok(Incollate {
        totali_saltati: u32::try_from(rows_before.saturating_sub(celle.len())).unwrap_or(u32::MAX),
        colonne,
        intestazione,
        celle,
        righe,
        problems: fields.problems,
    })
}

fn words(text: &str) -> RigaDraft {
    RigaDraft {
        descrizione: text.to_owned(),
        ..RigaDraft::default()
    }
}

/// A row such as `Totale | | | 289,00`.
fn only_adds_up(row: &[String]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let first = filled.next().map_or_else(String::new, |cell| cell.to_lowercase());
    let begins = ["totale", "totali", "subtotale", "tot.", "total", "somma"]
        .iter()
        .any(|word| {
            first
                .strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        });
    begins && row.len() > 1 && filled.all(|cell| colonne::number(cell).is_some())
}

/// A line from the cells of a row; a known code brings what the row leaves empty.
fn of_cells(
    sql: &impl Sql,
    (row, colonne): (&[String], &[Colonna]),
    prezzi_ivati: bool,
    today: Date,
) -> Result<RigaDraft, Error> {
    let mut riga = RigaDraft::default();
    for (cell, colonna) in row.iter().zip(colonne).filter(|(cell, _)| !cell.is_empty()) {
        match colonna {
            Colonna::Ignora => {}
            Colonna::Codice => riga.codice.clone_from(cell),
            Colonna::Descrizione => riga.descrizione = cell.split('\n').collect::<Vec<_>>().join(" "),
            Colonna::Quantita => riga.quantita = colonne::plain_number(cell),
            Colonna::UnitaMisura => riga.unita_misura.clone_from(cell),
            Colonna::Prezzo => riga.prezzo = colonne::plain_number(cell),
            Colonna::Sconti if colonne::number(cell).is_some_and(|number| number.is_zero()) => {}
            Colonna::Sconti => riga.sconti = cell.trim_start_matches(['-', '\u{2212}']).to_owned(),
            Colonna::Iva => match cell.to_uppercase().parse::<Natura>() {
                Ok(natura) => natura.code().clone_into(&mut riga.natura),
                Err(_) => riga.aliquota_iva = cell.trim_end_matches('%').trim().to_owned(),
            },
        }
    }
    let known = if riga.codice.is_empty() {
        None
    } else {
        find(sql, &riga.codice)?
    };
    let Some((row, true)) = known else { return Ok(riga) };
    let own = of_product(&prodotti::get(sql, row.id)?.draft, today, prezzi_ivati, row.id)?;
    let has_iva = !(riga.aliquota_iva.is_empty() && riga.natura.is_empty());
    let or = |mine: String, theirs: String| if mine.is_empty() { theirs } else { mine };
    Ok(RigaDraft {
        descrizione: or(riga.descrizione, own.descrizione),
        quantita: riga.quantita,
        unita_misura: or(riga.unita_misura, own.unita_misura),
        prezzo: or(riga.prezzo, own.prezzo),
        sconti: riga.sconti,
        aliquota_iva: if has_iva {
            riga.aliquota_iva
        } else {
            own.aliquota_iva
        },
        natura: if has_iva { riga.natura } else { own.natura },
        ..own
    })
}

/// Says which cells of a line cannot be read.
fn check(fields: &mut Fields, at: usize, riga: &RigaDraft) {
    for (name, text) in [
        ("quantita", &riga.quantita),
        ("prezzo", &riga.prezzo),
        ("aliquota_iva", &riga.aliquota_iva),
    ] {
        fields.number(&format!("righe.{at}.{name}"), text);
    }
    if sconti::parse(&riga.sconti).is_err() {
        fields
            .problems
            .push(Problem::error("documenti_sconti", format!("righe.{at}.sconti")));
    }
}
