//! Which column of a list fills which field: told by its head, or by the person.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    ImportOptions, ImportReport, ImportRow,
    import_list::count,
    list::Voce,
    sheet::{Sheet, SheetRow},
};

/// Fields per list, and the heads under which Danea Easyfatt, Fatture in Cloud, Aruba, Fattura24, TeamSystem, shops,
/// spreadsheets and this program write them: small letters without accents and points, the likeliest first.
const INTESTAZIONI: &str = include_str!("../../../../assets/intestazioni.tsv");

/// A field that a column can fill.
#[derive(Debug)]
pub(crate) struct Campo {
    /// Its name in the draft, or one that the area reads by itself.
    nome: &'static str,
    /// What the person reads in the choice of a column, in Italian and English.
    parole: (&'static str, &'static str),
    intestazioni: Vec<&'static str>,
}

/// The fields of a list; none for an unknown one.
pub(crate) fn campi(elenco: &str) -> &'static [Campo] {
    static CAMPI: LazyLock<BTreeMap<&str, Vec<Campo>>> = LazyLock::new(|| {
        let mut lists: BTreeMap<&str, Vec<Campo>> = BTreeMap::new();
        for row in INTESTAZIONI.lines().skip(1) {
            if let [elenco, nome, it, en, heads] = row.split('\t').collect::<Vec<_>>().as_slice() {
                lists.entry(elenco).or_default().push(Campo {
                    nome,
                    parole: (it, en),
                    intestazioni: heads.split("; ").collect(),
                });
            }
        }
        lists
    });
    CAMPI.get(elenco).map_or(&[], Vec::as_slice)
}

/// Rows shown before anything is imported.
const SAMPLES: usize = 5;
/// Heads stand among the first rows, below a title at most.
const HEAD_WITHIN: usize = 15;
/// Fields that several columns may fill together, with what joins their values.
const JOINED: [(&str, &str); 3] = [("telefono", " / "), ("note", "; "), ("indirizzo", " ")];

/// A sheet whose columns have their fields.
pub(crate) struct Mapped<'a> {
    heads: Vec<String>,
    colonne: Vec<Option<&'static str>>,
    rows: Vec<&'a SheetRow>,
}

impl<'a> Mapped<'a> {
    /// Finds the heads and gives each column the field it was given, or the one that its head tells.
    pub(crate) fn of(sheet: &'a Sheet, campi: &'static [Campo], options: &ImportOptions) -> Self {
        let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let head = (!options.senza_intestazioni).then(|| head_place(sheet, campi));
        let heads: Vec<String> = (0..width)
            .map(|at| {
                let told = head.and_then(|place| sheet.rows.get(place)?.cells.get(at));
                told.filter(|told| !told.is_empty())
                    .cloned()
                    .unwrap_or_else(|| column_name(at))
            })
            .collect();
        let colonne = if options.colonne.is_empty() {
            guess(&heads, campi)
        } else {
            let given = |at: usize| {
                let name = options.colonne.get(at)?;
                Some(campi.iter().find(|campo| campo.nome == name)?.nome)
            };
            (0..width).map(given).collect()
        };
        let first = head.map_or(0, |place| place.saturating_add(1));
        Self {
            heads,
            colonne,
            rows: sheet.rows.iter().skip(first).collect(),
        }
    }

    /// The rows below the heads.
    pub(crate) fn rows(&self) -> &[&'a SheetRow] {
        &self.rows
    }

    /// The values of a row by field, none of them empty; none at all for a row without a record.
    pub(crate) fn values(&self, row: &SheetRow) -> BTreeMap<&'static str, String> {
        let mut values: BTreeMap<&'static str, String> = BTreeMap::new();
        let is_head = row.cells.iter().zip(&self.heads).all(|(cell, head)| cell == head);
        if is_head {
            return values;
        }
        for (field, cell) in self.colonne.iter().zip(&row.cells) {
            let (Some(field), false) = (field, cell.is_empty()) else {
                continue;
            };
            let joint = JOINED.iter().find(|(name, _)| name == field);
            match (values.get_mut(field), joint) {
                (None, _) => _ = values.insert(field, cell.clone()),
                (Some(value), Some((_, joint))) => {
                    value.push_str(joint);
                    value.push_str(cell);
                }
                (Some(_), None) => {}
            }
        }
        let is_total = values.len() < 3
            && values
                .values()
                .any(|value| matches!(key(value).as_str(), "totale" | "totali" | "total"));
        if is_total {
            values.clear();
        }
        values
    }

    /// Head of the column that fills a field.
    pub(crate) fn head_of(&self, field: &str) -> Option<&str> {
        let at = self.colonne.iter().position(|name| *name == Some(field))?;
        self.heads.get(at).map(String::as_str)
    }

    /// The report of the outcomes, one per row.
    pub(crate) fn report(&self, sheet: &Sheet, campi: &[Campo], righe: Vec<ImportRow>) -> ImportReport {
        let told = [sheet.formato, sheet.codifica, sheet.separatore];
        ImportReport {
            formato: told
                .into_iter()
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            intestazioni: self.heads.clone(),
            colonne: self
                .colonne
                .iter()
                .map(|field| field.unwrap_or_default().to_owned())
                .collect(),
            esempi: self
                .rows
                .iter()
                .take(SAMPLES)
                .map(|row| row.cells.clone())
                .collect(),
            campi: campi
                .iter()
                .map(|campo| Voce {
                    code: campo.nome.to_owned(),
                    it: campo.parole.0.to_owned(),
                    en: campo.parole.1.to_owned(),
                })
                .collect(),
            conti: count(&righe),
            righe,
        }
    }
}

/// The row, among the first ones, in which most heads are known; the first that is not blank when none is.
fn head_place(sheet: &Sheet, campi: &'static [Campo]) -> usize {
    let known = |row: &SheetRow| {
        let heads = row.cells.iter().filter(|cell| exact(&key(cell), campi).is_some());
        heads.count()
    };
    let first = sheet.rows.iter().position(|row| !row.is_empty()).unwrap_or(0);
    let rows = sheet.rows.iter().take(HEAD_WITHIN).map(known).enumerate();
    let best = rows
        .filter(|(_, known)| *known > 0)
        .max_by_key(|(at, known)| (*known, usize::MAX - at));
    best.map_or(first, |(at, _)| at)
}

/// The field of each head, each field once unless it is joined: heads known to the letter first, then those that hold
/// the words of one.
fn guess(heads: &[String], campi: &'static [Campo]) -> Vec<Option<&'static str>> {
    let keys: Vec<String> = heads.iter().map(|head| key(head)).collect();
    let mut colonne: Vec<Option<&'static str>> = vec![None; keys.len()];
    for find in [exact, by_words] {
        let mut found: Vec<(usize, usize, &'static str)> = keys
            .iter()
            .enumerate()
            .filter_map(|(at, key)| find(key, campi).map(|(rank, name)| (rank, at, name)))
            .collect();
        // The likelier head takes the field.
        found.sort_unstable();
        for (_, at, name) in found {
            let is_taken = colonne.contains(&Some(name)) && !JOINED.iter().any(|(joined, _)| *joined == name);
            if let (false, Some(place @ None)) = (is_taken, colonne.get_mut(at)) {
                *place = Some(name);
            }
        }
    }
    colonne
}

fn exact(head: &str, campi: &'static [Campo]) -> Option<(usize, &'static str)> {
    campi.iter().find_map(|campo| {
        let rank = campo.intestazioni.iter().position(|known| *known == head)?;
        Some((rank, campo.nome))
    })
}

/// The longest known head all of whose words stand in this one.
fn by_words(head: &str, campi: &'static [Campo]) -> Option<(usize, &'static str)> {
    let words: Vec<&str> = head.split(' ').collect();
    let known = campi
        .iter()
        .flat_map(|campo| campo.intestazioni.iter().map(move |known| (*known, campo.nome)));
    let held =
        known.filter(|(known, _)| known.len() > 2 && known.split(' ').all(|word| words.contains(&word)));
    held.max_by_key(|(known, _)| known.len())
        .map(|(known, name)| (usize::MAX - known.len(), name))
}

/// A head as it is compared: small letters and digits, one blank between words.
fn key(head: &str) -> String {
    let plain = fisco::text::unaccented(head).to_lowercase().replace('.', "");
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// `A`, `B`, ... `AA`, as spreadsheets call columns.
fn column_name(at: usize) -> String {
    let letter = |n: usize| char::from(b'A'.saturating_add(u8::try_from(n % 26).unwrap_or(0)));
    match at.checked_div(26) {
        Some(more) if more > 0 => format!("{}{}", letter(more.saturating_sub(1)), letter(at)),
        _ => letter(at).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_heads_is_read_and_no_head_tells_two_fields() {
        let rows = INTESTAZIONI.lines().skip(1).count();
        assert_eq!(campi("anagrafiche").len() + campi("prodotti").len(), rows);
        for elenco in ["anagrafiche", "prodotti"] {
            let mut heads: Vec<&str> = campi(elenco)
                .iter()
                .flat_map(|campo| campo.intestazioni.iter().copied())
                .collect();
            assert!(heads.iter().all(|head| key(head) == *head), "{heads:?}");
            heads.sort_unstable();
            let count = heads.len();
            heads.dedup();
            assert_eq!(heads.len(), count, "{elenco}");
        }
    }

    #[test]
    fn heads_of_other_programs_are_known() {
        for (elenco, heads, fields) in [
            (
                "anagrafiche",
                "Cod.;Denominazione;Indirizzo;Cap;Città;Prov.;Regione;Nazione;Cod. destinatario Fatt. elettr.;Tel.;Cell;e-mail;Pec;Partita Iva;Codice fiscale;Note",
                "codice;denominazione;indirizzo;cap;comune;provincia;;nazione;codice_destinatario;telefono;telefono;email;pec;partita_iva;codice_fiscale;note",
            ),
            (
                "anagrafiche",
                "Nome;Partita IVA;Codice fiscale;Comune;Provincia;Nazione;E-mail;Telefono",
                "nome;partita_iva;codice_fiscale;comune;provincia;nazione;email;telefono",
            ),
            (
                "anagrafiche",
                "First Name;Last Name;Company Name;VAT Number;Street;City;Zip Code;Country;Phone Number;E-mail Address",
                "nome;cognome;denominazione;partita_iva;indirizzo;comune;cap;nazione;telefono;email",
            ),
            (
                "prodotti",
                "Codice;Nome prodotto;Prezzo netto;Prezzo lordo;Aliquota IVA;Unità di misura;Categoria;Giacenza",
                "codice;descrizione;prezzo;prezzo_lordo;aliquota_iva;unita_misura;categoria;",
            ),
            (
                "prodotti",
                "Codice;Descrizione;Categoria;Unità;Prezzo;IVA compresa;Aliquota IVA;Natura",
                "codice;descrizione;categoria;unita_misura;prezzo;iva_compresa;aliquota_iva;natura",
            ),
        ] {
            let heads: Vec<String> = heads.split(';').map(str::to_owned).collect();
            let found = guess(&heads, campi(elenco));
            let found: Vec<&str> = found.into_iter().map(Option::unwrap_or_default).collect();
            assert_eq!(found.join(";"), fields, "{heads:?}");
        }
    }
}
