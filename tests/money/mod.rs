//! The 32 worked documents of `fixtures/money`, every intermediate number of each, with `money` alone. What the areas
//! make of the same documents is for their own tests.

mod documents;
mod registers;

use money::{Cents, Decimal, Price8, Rate, round};
use serde_json::Value;

#[test]
fn every_number_of_every_worked_document() {
    let file = std::fs::read_to_string(crate_root().join("fixtures/money/money_vectors.json")).unwrap();
    let file: Value = serde_json::from_str(&file).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert_eq!(vectors.len(), 32);
    for vector in vectors {
        let (id, input) = (text(&vector["id"]), &vector["input"]);
        let made = documents::make(id, input).or_else(|| registers::make(id, input));
        assert_eq!(
            made.as_ref(),
            Some(&vector["expected"]),
            "{id} {}",
            vector["title"]
        );
    }
}

fn crate_root() -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text"))
}

fn list(value: &Value) -> &[Value] {
    value
        .as_array()
        .unwrap_or_else(|| panic!("{value} is not a list"))
}

fn number(value: &Value) -> Decimal {
    text(value).parse().unwrap()
}

fn cents(value: &Value) -> Cents {
    text(value).parse().unwrap()
}

fn rate(value: &Value) -> Rate {
    text(value).parse().unwrap()
}

/// A percentage written in a test.
fn percent(text: &str) -> Rate {
    text.parse().unwrap()
}

/// An amount written in a test.
fn euro(text: &str) -> Cents {
    text.parse().unwrap()
}

fn sum(amounts: &[Cents]) -> Cents {
    Cents::sum(amounts.iter().copied()).unwrap()
}

fn minus(amount: Cents, less: &[Cents]) -> Cents {
    amount.minus(sum(less)).unwrap()
}

fn of(amount: Cents, rate: Rate) -> Cents {
    amount.percent(rate).unwrap()
}

fn vat(taxable: Cents) -> Cents {
    of(taxable, percent("22"))
}

fn shown(amounts: &[Cents]) -> Vec<String> {
    amounts.iter().map(Cents::to_string).collect()
}

/// The unit price after each discount or surcharge, in cascade, and the line rounded once.
fn line(price: &Value, quantity: &Value, discounts: &[Value]) -> (Vec<String>, Cents) {
    let mut unit = number(price);
    let mut steps = vec![Price8::from_decimal(unit).unwrap().to_string()];
    for discount in discounts {
        let (kind, amount) = text(discount).split_at(2);
        let amount = match amount.strip_suffix('%') {
            Some(percentage) => unit * percentage.parse::<Decimal>().unwrap() / Decimal::ONE_HUNDRED,
            None => amount.parse().unwrap(),
        };
        unit = if kind == "SC" {
            unit - amount
        } else {
            unit + amount
        };
        steps.push(Price8::from_decimal(unit).unwrap().to_string());
    }
    (steps, round::cents(unit * number(quantity)).unwrap())
}

/// Taxable and VAT of a price that has VAT inside: the price agreed is kept.
fn scorporo(gross: Cents, rate: Rate) -> (Cents, Cents) {
    let divisor = Decimal::ONE + rate.fraction();
    let taxable = round::cents(gross.decimal() / divisor).unwrap();
    (taxable, minus(gross, &[taxable]))
}

/// The stamp duty on untaxed amounts, by the parameters of the law.
fn bollo(untaxed: Cents) -> Cents {
    let day = jiff::civil::date(2026, 11, 24);
    let threshold = fisco::parametri::bollo_soglia(day).unwrap().value;
    if untaxed > threshold {
        fisco::parametri::bollo_importo(day).unwrap().value
    } else {
        Cents::ZERO
    }
}
