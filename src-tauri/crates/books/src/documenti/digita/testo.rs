//! A line typed in one go: `3 consulenza 80 22` is a quantity, words, a price and a rate. Pure: whether the words name
//! a product is looked up by the caller.

use fisco::codici::Natura;
use money::{Decimal, Rate};

/// What it takes to believe that a text is more than words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Nothing: quantity and price, a sign of euro, a rate after a price.
    None,
    /// Its words name one product: `3 consulenza`.
    Product,
    /// Its words are exactly the code or the name of a product: `CONS 80` is a price, `Canone 2026` is not.
    ExactProduct,
}

/// A text taken apart; every part as typed, without its signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Testo {
    pub(super) quantita: String,
    pub(super) unita_misura: String,
    pub(super) parole: String,
    pub(super) prezzo: String,
    pub(super) sconti: String,
    pub(super) aliquota_iva: String,
    pub(super) natura: String,
    pub(super) proof: Proof,
}

/// Units that people write between quantity and words.
const UNITS: &[&str] = &[
    "cad", "cf", "cm", "conf", "cp", "g", "gg", "giorni", "giorno", "gr", "h", "hl", "kg", "km", "kwh", "l",
    "lt", "m", "m2", "m3", "mc", "mesi", "mese", "min", "ml", "mm", "mq", "mt", "mwh", "n", "nr", "ora",
    "ore", "paia", "paio", "pz", "q", "ql", "t", "ton",
];

/// Whether a text is a unit of measure that people write.
pub(super) fn is_unit(text: &str) -> bool {
    let plain = text.trim_end_matches('.').to_lowercase();
    UNITS.contains(&plain.as_str())
}

/// Takes a text apart; none when it is nothing but words. `aliquote`: the rates of the day, by which `80 22` is told
/// from `model 80`.
pub(super) fn read(text: &str, aliquote: &[Rate]) -> Option<Testo> {
    let tokens = tokens(text);
    let mut rest = tokens.as_slice();
    let (quantita, unita_misura, is_marked) = head(&mut rest);
    let tail = Tail::read(&mut rest, aliquote);
    let parole = rest.join(" ");
    if parole.is_empty() {
        return None;
    }
    let has_quantity = !quantita.is_empty();
    let has_more = !(tail.sconti.is_empty() && tail.aliquota_iva.is_empty() && tail.natura.is_empty());
    let proof = match (has_quantity, tail.prezzo.is_empty()) {
        (false, true) => return None,
        (true, false) => Proof::None,
        (true, true) if is_marked => Proof::None,
        (true, true) => Proof::Product,
        (false, false) if tail.is_marked || has_more => Proof::None,
        (false, false) => Proof::ExactProduct,
    };
    Some(Testo {
        quantita,
        unita_misura,
        parole,
        prezzo: tail.prezzo,
        sconti: tail.sconti,
        aliquota_iva: tail.aliquota_iva,
        natura: tail.natura,
        proof,
    })
}

/// The words; a sign of euro that stands alone joins its number.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut is_open = false;
    for word in text.split_whitespace() {
        let is_euro = matches!(word.to_lowercase().as_str(), "€" | "euro" | "eur");
        match tokens.last_mut() {
            Some(last) if is_open || (is_euro && number(last).is_some()) => {
                last.push_str(if is_euro { "€" } else { word });
                is_open = false;
            }
            _ => {
                is_open = word == "€";
                tokens.push(word.to_owned());
            }
        }
    }
    tokens
}

/// A number as typed, without the sign of euro; a day, a code or a percentage is none.
fn number(token: &str) -> Option<Decimal> {
    let bare = token.trim_matches('€');
    let digits = bare.strip_prefix(['-', '\u{2212}']).unwrap_or(bare);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    if is_number { money::typed(bare).ok() } else { None }
}

/// The quantity and its unit at the beginning: `3`, `3x`, `3 x`, `2,5h`, `4 ore`; whether a sign of times or a unit
/// makes it one beyond doubt.
fn head(rest: &mut &[String]) -> (String, String, bool) {
    let none = (String::new(), String::new(), false);
    let Some((first, after)) = rest.split_first().filter(|(_, after)| !after.is_empty()) else {
        return none;
    };
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let (digits, glued) = first.split_at(first.find(|c| !is_digit(c)).unwrap_or(first.len()));
    if number(digits).is_none_or(|quantita| quantita.is_zero()) {
        return none;
    }
    let is_times = |token: &str| matches!(token, "x" | "X" | "×" | "*");
    let quantita = digits.to_owned();
    if is_times(glued) {
        *rest = after;
        return (quantita, String::new(), true);
    }
    if is_unit(glued) {
        *rest = after;
        return (quantita, glued.to_owned(), true);
    }
    if !glued.is_empty() {
        return none;
    }
    *rest = after;
    match after.split_first() {
        Some((next, words)) if !words.is_empty() && is_times(next) => {
            *rest = words;
            (quantita, String::new(), true)
        }
        Some((next, words)) if words.iter().any(|word| number(word).is_none()) && is_unit(next) => {
            *rest = words;
            (quantita, next.clone(), true)
        }
        _ => (quantita, String::new(), false),
    }
}

/// What stands at the end: price, discounts, IVA, in this order.
#[derive(Debug, Default)]
struct Tail {
    prezzo: String,
    sconti: String,
    aliquota_iva: String,
    natura: String,
    /// The price is one beyond doubt: a sign of euro, or cents.
    is_marked: bool,
}

impl Tail {
    /// Takes tokens from the end until words are met; one token is always left for the words.
    fn read(rest: &mut &[String], aliquote: &[Rate]) -> Self {
        let mut tail = Self::default();
        while let Some((last, before)) = rest.split_last().filter(|(_, before)| !before.is_empty()) {
            if !tail.take(last, before, aliquote) {
                break;
            }
            *rest = before;
            if !tail.prezzo.is_empty() {
                break;
            }
        }
        tail
    }

    fn take(&mut self, last: &str, before: &[String], aliquote: &[Rate]) -> bool {
        let has_iva = !self.aliquota_iva.is_empty() || !self.natura.is_empty();
        let is_first = !has_iva && self.sconti.is_empty();
        if is_first && last.to_uppercase().parse::<Natura>().is_ok() {
            self.natura = last.to_uppercase();
            return true;
        }
        let is_rate = |number: Decimal| Rate::from_decimal(number).is_ok_and(|rate| aliquote.contains(&rate));
        let percent = last.strip_suffix('%').and_then(number);
        if is_first && percent.is_some_and(is_rate) {
            self.aliquota_iva = last.trim_end_matches('%').to_owned();
            return true;
        }
        if self.sconti.is_empty() && is_discount(last) {
            let bare = last.trim_start_matches(['-', '\u{2212}']);
            self.sconti = bare.to_owned();
            return true;
        }
        let Some(value) = number(last) else { return false };
        let follows_price = before
            .split_last()
            .filter(|(_, more)| !more.is_empty())
            .is_some_and(|(token, more)| {
                number(token).is_some()
                    || (is_discount(token) && more.last().is_some_and(|t| number(t).is_some()))
            });
        if is_first && follows_price && !last.contains('€') && is_rate(value) {
            self.aliquota_iva = last.to_owned();
            return true;
        }
        self.prezzo = last.trim_matches('€').to_owned();
        self.is_marked = last.contains('€') || has_cents(&self.prezzo);
        true
    }
}

/// `10%`, `-10%`, `sc5`, `10+5`.
fn is_discount(token: &str) -> bool {
    let bare = token.trim_start_matches(['-', '\u{2212}']);
    let looks = bare.contains('%') || bare.contains('+') || bare.to_lowercase().starts_with("sc");
    looks && crate::documenti::regole::sconti::parse(bare).is_ok_and(|steps| !steps.is_empty())
}

fn has_cents(price: &str) -> bool {
    let decimals = price.rsplit_once(',').or_else(|| price.rsplit_once('.'));
    decimals.is_some_and(|(_, decimals)| decimals.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantity | unit | words | price | discounts | rate or Natura | proof.
    fn told(text: &str) -> String {
        let rates = [22, 10, 5, 4].map(|percent| Rate::new(percent * 100));
        let Some(read) = read(text, &rates) else {
            return "words".to_owned();
        };
        let iva = read.aliquota_iva + &read.natura;
        format!(
            "{}|{}|{}|{}|{}|{iva}|{:?}",
            read.quantita, read.unita_misura, read.parole, read.prezzo, read.sconti, read.proof
        )
    }

    #[test]
    fn a_line_in_one_go_is_taken_apart() {
        for (text, parts) in [
            ("3 consulenza 80 22", "3||consulenza|80||22|None"),
            ("3 consulenza 80", "3||consulenza|80|||None"),
            ("3 consulenza", "3||consulenza||||Product"),
            ("3x consulenza", "3||consulenza||||None"),
            ("3 x consulenza oraria 80,50", "3||consulenza oraria|80,50|||None"),
            ("2,5 ore consulenza 80", "2,5|ore|consulenza|80|||None"),
            ("2,5h consulenza 80", "2,5|h|consulenza|80|||None"),
            ("12 pz. viti M8 0,125 22%", "12|pz.|viti M8|0,125||22|None"),
            ("3 consulenza 80 10% 22", "3||consulenza|80|10%|22|None"),
            ("3 consulenza 80 -15%", "3||consulenza|80|15%||None"),
            ("3 consulenza 80 10+5 22%", "3||consulenza|80|10+5|22|None"),
            ("3 consulenza 80 sc10 4", "3||consulenza|80|sc10|4|None"),
            ("consulenza € 80", "||consulenza|80|||None"),
            ("consulenza 80€ n2.2", "||consulenza|80||N2.2|None"),
            ("consulenza 80 euro 22", "||consulenza|80||22|None"),
            ("Trasferta 50,00", "||Trasferta|50,00|||None"),
            ("Trasferta 1.250,00 22", "||Trasferta|1.250,00||22|None"),
            ("Reso merce -30,00", "||Reso merce|-30,00|||None"),
            ("1 CONS 80", "1||CONS|80|||None"),
            ("2 1001 80", "2||1001|80|||None"),
            ("consulenza 80 22", "||consulenza|80||22|None"),
            ("10 modello 500 22", "10||modello|500||22|None"),
            ("10 modello 500 80", "10||modello 500|80|||None"),
            ("30 giorni di lavoro", "30|giorni|di lavoro||||None"),
        ] {
            assert_eq!(told(text), parts, "{text}");
        }
    }

    #[test]
    fn a_lone_number_needs_a_product() {
        for (text, parts) in [
            ("CONS 80", "||CONS|80|||ExactProduct"),
            ("Canone 2026", "||Canone|2026|||ExactProduct"),
            ("Fiat 500", "||Fiat|500|||ExactProduct"),
            ("n. 12", "||n.|12|||ExactProduct"),
            ("3 80", "3||80||||Product"),
            ("3 consulenza 22%", "3||consulenza|||22|Product"),
            ("3 bancali sconto 15%", "3||bancali sconto||15%||Product"),
        ] {
            assert_eq!(told(text), parts, "{text}");
        }
    }

    #[test]
    fn words_stay_words() {
        for text in [
            "",
            "   ",
            "consulenza",
            "Intervento del 12/3",
            "Intervento del 12/03/2026",
            "2° acconto",
            "50% anticipo lavori",
            "Sconto 10%",
            "2x4 morali",
            "Cavo 3x1,5",
            "80",
            "Acconto del 30%",
        ] {
            assert_eq!(told(text), "words", "{text}");
        }
    }
}
