//! Which column of a pasted table is which: by its heading, else by what stands in it. Pure.

use fisco::codici::Natura;
use money::{Decimal, Rate, round};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::testo::is_unit;

/// What a column of a pasted table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Colonna {
    /// Nothing that a line takes; a line's total is worked out.
    Ignora,
    /// Article code.
    Codice,
    /// Words.
    Descrizione,
    /// Quantity.
    Quantita,
    /// Unit.
    UnitaMisura,
    /// Unit price.
    Prezzo,
    /// Discounts.
    Sconti,
    /// Rate or Natura.
    Iva,
}

use Colonna::{Codice, Descrizione, Ignora, Iva, Prezzo, Quantita, Sconti, UnitaMisura};

/// The columns by the words of a heading row; none when the row is no heading.
pub(super) fn of_heading(row: &[String]) -> Option<Vec<Colonna>> {
    let known: Vec<Option<Colonna>> = row.iter().map(|cell| heading(cell)).collect();
    let named = known.iter().flatten().count();
    let words = row
        .iter()
        .filter(|cell| !cell.is_empty() && number(cell).is_none())
        .count();
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let is_heading = words == filled && (named >= 2 || named == filled && named > 0);
    is_heading.then(|| {
        known
            .into_iter()
            .map(|colonna| colonna.unwrap_or(Ignora))
            .collect()
    })
}

fn heading(cell: &str) -> Option<Colonna> {
    let plain = fisco::text::unaccented(cell).to_lowercase();
    let plain: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    Some(match plain.as_str() {
        "codice" | "cod" | "articolo" | "art" | "codart" | "codicearticolo" | "sku" | "code" => Codice,
        "descrizione" | "desc" | "descr" | "prodotto" | "servizio" | "voce" | "nome" | "description"
        | "item" => Descrizione,
        "quantita" | "qta" | "qt" | "qty" | "quantity" | "q" | "pezzi" | "ore" => Quantita,
        "um" | "unita" | "unitadimisura" | "unit" => UnitaMisura,
        "prezzo" | "prezzounitario" | "prezzounit" | "pu" | "punit" | "price" | "unitprice" | "costo"
        | "tariffa" => Prezzo,
        "sconto" | "sconti" | "sc" | "discount" => Sconti,
        "iva" | "aliquota" | "aliquotaiva" | "aliva" | "vat" | "natura" => Iva,
        "importo" | "totale" | "tot" | "imponibile" | "amount" | "total" | "n" | "riga" => Ignora,
        _ => return None,
    })
}

/// A number in a cell; percentages and brackets of bookkeepers included.
pub(super) fn number(cell: &str) -> Option<Decimal> {
    money::typed(&plain_number(cell)).ok()
}

/// The text of a number without what spreadsheets put around it: `EUR`, and brackets for what is negative.
pub(super) fn plain_number(cell: &str) -> String {
    let bare = cell
        .trim()
        .trim_start_matches("EUR")
        .trim_end_matches("EUR")
        .trim();
    match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => format!("-{inner}"),
        None => bare.to_owned(),
    }
}

/// The columns by what stands in them.
pub(super) fn of_content(rows: &[Vec<String>], aliquote: &[Rate]) -> Vec<Colonna> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let columns: Vec<Column<'_>> = (0..width).map(|at| Column::of(rows, at)).collect();
    let mut roles = vec![Ignora; width];
    let set = |roles: &mut Vec<Colonna>, at: usize, role| {
        if let Some(place) = roles.get_mut(at) {
            *place = role;
        }
    };
    let words = (0..width)
        .filter(|at| columns.get(*at).is_some_and(Column::is_text))
        .max_by_key(|at| {
            (
                columns.get(*at).map_or(0, Column::length),
                width.saturating_sub(*at),
            )
        });
    if let Some(words) = words {
        set(&mut roles, words, Descrizione);
        if let Some(code) = (0..words).find(|at| columns.get(*at).is_some_and(Column::is_code)) {
            set(&mut roles, code, Codice);
        }
        let unit = (0..width).find(|at| *at != words && columns.get(*at).is_some_and(Column::is_unit));
        if let Some(unit) = unit {
            set(&mut roles, unit, UnitaMisura);
        }
    }
    let is_free = |roles: &[Colonna], at: usize| roles.get(at) == Some(&Ignora);
    let numbers: Vec<usize> = (0..width)
        .filter(|at| is_free(&roles, *at) && columns.get(*at).is_some_and(Column::is_number))
        .collect();
    for (at, role) in numeric_roles(&columns, &numbers, aliquote) {
        set(&mut roles, at, role);
    }
    roles
}

/// Quantity, price, discount, IVA among the columns of numbers, from the left; a column that is the product of two
/// others is a total.
fn numeric_roles(columns: &[Column<'_>], numbers: &[usize], aliquote: &[Rate]) -> Vec<(usize, Colonna)> {
    let column = |at: usize| columns.get(at);
    let mut rest: Vec<usize> = numbers.to_vec();
    let mut roles = Vec::new();
    let is_total = |at: usize, rest: &[usize]| {
        let before: Vec<usize> = rest.iter().copied().filter(|other| *other < at).collect();
        before.windows(2).any(|pair| match pair {
            [a, b] => is_product(column(*a), column(*b), column(at)),
            _ => false,
        })
    };
    let totals: Vec<usize> = rest.iter().copied().filter(|at| is_total(*at, &rest)).collect();
    rest.retain(|at| !totals.contains(at));
    if rest.len() > 1 {
        let iva = rest
            .iter()
            .rev()
            .copied()
            .find(|at| column(*at).is_some_and(|one| one.is_iva(aliquote)));
        if let Some(iva) = iva.filter(|at| rest.first() != Some(at)) {
            roles.push((iva, Iva));
            rest.retain(|at| *at != iva);
        }
    }
    let discount = rest
        .iter()
        .copied()
        .find(|at| column(*at).is_some_and(Column::is_percent));
    if let Some(discount) = discount {
        roles.push((discount, Sconti));
        rest.retain(|at| *at != discount);
    }
    match rest.as_slice() {
        [] => {}
        [price] => roles.push((*price, Prezzo)),
        [quantity, price, ..] => roles.extend([(*quantity, Quantita), (*price, Prezzo)]),
    }
    roles
}

fn is_product(a: Option<&Column<'_>>, b: Option<&Column<'_>>, c: Option<&Column<'_>>) -> bool {
    let (Some(a), Some(b), Some(c)) = (a, b, c) else {
        return false;
    };
    let rows = a.cells.iter().zip(&b.cells).zip(&c.cells);
    let mut seen = false;
    for ((a, b), c) in rows {
        let (Some(a), Some(b), Some(c)) = (number(a), number(b), number(c)) else {
            continue;
        };
        let product = a.checked_mul(b).map(|product| round::half_up(product, 2));
        if product != Some(round::half_up(c, 2)) {
            return false;
        }
        seen = true;
    }
    seen
}

/// The cells of one column, empty ones as such.
struct Column<'a> {
    cells: Vec<&'a str>,
}

impl<'a> Column<'a> {
    fn of(rows: &'a [Vec<String>], at: usize) -> Self {
        let cell = |row: &'a Vec<String>| row.get(at).map_or("", String::as_str);
        Self {
            cells: rows.iter().map(cell).collect(),
        }
    }

    fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().copied().filter(|cell| !cell.is_empty())
    }

    /// More than half of what stands in it.
    fn is_mostly(&self, test: impl Fn(&str) -> bool) -> bool {
        let all = self.filled().count();
        let good = self.filled().filter(|cell| test(cell)).count();
        all > 0 && good.saturating_mul(2) > all
    }

    fn is_text(&self) -> bool {
        self.is_mostly(|cell| number(cell).is_none() && cell.parse::<Natura>().is_err())
    }

    fn is_number(&self) -> bool {
        self.is_mostly(|cell| number(cell).is_some() || cell.parse::<Natura>().is_ok())
    }

    fn is_percent(&self) -> bool {
        self.is_mostly(|cell| cell.contains('%'))
    }

    fn is_code(&self) -> bool {
        self.filled().count() > 0
            && self
                .filled()
                .all(|cell| !cell.contains(' ') && cell.chars().count() <= 20)
    }

    fn is_unit(&self) -> bool {
        self.filled().count() > 0 && self.filled().all(is_unit)
    }

    fn is_iva(&self, aliquote: &[Rate]) -> bool {
        let is_rate = |cell: &str| {
            let rate = number(cell).and_then(|number| Rate::from_decimal(number).ok());
            rate.is_some_and(|rate| rate.is_zero() || aliquote.contains(&rate))
                || cell.parse::<Natura>().is_ok()
        };
        self.filled().count() > 0 && self.filled().all(is_rate)
    }

    fn length(&self) -> usize {
        self.filled().map(|cell| cell.chars().count()).sum()
    }
}
