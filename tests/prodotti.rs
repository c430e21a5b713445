//! Products and services through the books.

use books::{
    Error,
    prodotti::{self, ProdottoDraft, ProdottoFilter, ProdottoSort},
};

use crate::{
    common::{Desk, when},
    golden,
};

fn draft(codice: &str, descrizione: &str, prezzo: &str) -> ProdottoDraft {
    ProdottoDraft {
        codice: codice.to_owned(),
        descrizione: descrizione.to_owned(),
        prezzo: prezzo.to_owned(),
        ..ProdottoDraft::default()
    }
}

#[test]
fn a_code_belongs_to_one_product() {
    let desk = Desk::new();
    let kept = prodotti::save(&desk.books, &when(1), draft("A1", "Consulenza", "80,00"))
        .unwrap()
        .value;
    let Err(Error::Invalid(problems)) = prodotti::save(&desk.books, &when(2), draft("A1", "Altro", "1"))
    else {
        panic!("kept")
    };
    assert_eq!(
        (problems[0].field.as_str(), problems[0].code.as_str()),
        ("codice", "codice_taken")
    );
    let again = ProdottoDraft {
        prezzo: "1.234,56".to_owned(),
        ..kept.draft
    };
    assert_eq!(
        prodotti::save(&desk.books, &when(3), again).unwrap().value.id,
        kept.id
    );
}

#[test]
fn the_list_sorts_by_price_as_a_number() {
    let desk = Desk::new();
    for (second, prezzo) in (1..).zip(["9", "100", "20,5"]) {
        prodotti::save(&desk.books, &when(second), draft("", "Voce", prezzo)).unwrap();
    }
    let filter = ProdottoFilter {
        sort: ProdottoSort::Prezzo,
        ..ProdottoFilter::default()
    };
    let rows = desk.books.read(|sql| prodotti::list(sql, &filter)).unwrap().rows;
    assert_eq!(
        rows.iter().map(|row| row.prezzo.to_string()).collect::<Vec<_>>(),
        ["100.00", "20.50", "9.00"]
    );
}

#[test]
fn the_list_goes_to_a_spreadsheet() {
    let desk = Desk::new();
    prodotti::save(&desk.books, &when(1), draft("A1", "=Tavolo", "1.234,5")).unwrap();
    let rows = desk
        .books
        .read(|sql| prodotti::list(sql, &ProdottoFilter::default()))
        .unwrap()
        .rows;
    let csv = String::from_utf8(prodotti::table(&rows).csv().unwrap()).unwrap();
    assert_eq!(
        csv.lines().nth(1),
        Some("A1;'=Tavolo;;;1234,50;no;22,00;"),
        "{csv}"
    );
}

#[test]
fn what_the_form_says() {
    let desk = Desk::new();
    golden::check("prodotti", |draft| {
        let draft: ProdottoDraft = serde_json::from_str(draft).unwrap();
        let preview = desk
            .books
            .read(|sql| prodotti::preview(sql, &draft, when(1).today))
            .unwrap();
        let prices = format!("netto {} lordo {}\n", preview.prezzo_netto, preview.prezzo_lordo);
        prices + &golden::lines(&preview.problems)
    });
}

#[test]
fn a_row_that_is_gone_is_not_made_again() {
    let desk = Desk::new();
    let gone = ProdottoDraft {
        id: Some("77".parse().unwrap()),
        ..draft("", "Nessuno", "1")
    };
    assert_eq!(
        prodotti::save(&desk.books, &when(1), gone).unwrap_err().code(),
        "not_found"
    );
}
