//! Products and services through the books.

use books::{
    Doppioni, Error, Esito, ImportOptions, Progress, Sheet, Table,
    list::Lingua,
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
    let table = Table::of(prodotti::COLUMNS, &[], &rows, Lingua::It);
    let csv = String::from_utf8(table.csv().unwrap()).unwrap();
    assert_eq!(
        csv.lines().nth(1),
        Some("A1;'=Tavolo;Bene;;;1234,50;no;22,00"),
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

#[test]
fn a_list_of_products_is_imported() {
    let desk = Desk::new();
    let file = "Cod.;Descrizione;Cod. Udm;Listino 1;Cod. Iva;Categoria;Note\r\n\
                A1;Consulenza;ore;80,00;22;Servizi;\r\n\
                A2;Cartoncino;pz;\"1.234,50\";IVA 10%;Carta;pesante\r\n\
                A1;Altro con lo stesso codice;;1;22;;\r\n\
                ;CONSULENZA;;;;;\r\n\
                A3;Esente;;5;N4;;\r\n\
                A4;;;5;22;;\r\n\
                A5;Prezzo illeggibile;;a richiesta;22;;\r\n\
                A6;IVA in parole;;5;Esente art. 10;;\r\n";
    let sheet = Sheet::read(file.as_bytes()).unwrap();
    let import = |second, doppioni| {
        let options = ImportOptions {
            doppioni,
            ..ImportOptions::default()
        };
        let saved = prodotti::import(&desk.books, &when(second), &sheet, &options, &Progress::default());
        let righe = saved.unwrap().value.righe;
        righe.iter().map(|riga| riga.esito).collect::<Vec<_>>()
    };
    use Esito::{Doppione, Nuovo, Rifiutata};
    let first = [Nuovo, Nuovo, Doppione, Doppione, Nuovo, Rifiutata, Nuovo, Nuovo];
    assert_eq!(import(1, Doppioni::Salta), first);
    let again = [
        Doppione, Doppione, Doppione, Doppione, Doppione, Rifiutata, Doppione, Doppione,
    ];
    assert_eq!(import(2, Doppioni::Completa), again);
    let rows = desk
        .books
        .read(|sql| prodotti::list(sql, &ProdottoFilter::default()))
        .unwrap()
        .rows;
    let card = rows.iter().find(|row| row.codice == "A2").unwrap();
    assert_eq!(
        (
            card.prezzo.to_string().as_str(),
            card.aliquota_iva.to_string().as_str(),
            card.unita_misura.as_str()
        ),
        ("1234.50", "10.00", "pz")
    );
    let odd = rows.iter().find(|row| row.codice == "A5").unwrap();
    let kept = desk.books.read(|sql| prodotti::get(sql, odd.id)).unwrap().draft;
    assert_eq!(kept.note, "Listino 1: a richiesta");
}
