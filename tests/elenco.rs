//! A list as it is shown goes whole to a file and to paper: its rows, its columns, its order, its totals.

use books::{
    documenti::{DocumentoFilter, DocumentoSort},
    elenco::{self, Elenco, Lista},
    list::{Direction, Lingua},
};

use jiff::ToSpan;

use crate::{
    common::when,
    documenti::{fattura, open},
};

fn shown(colonne: &[&str], lingua: Lingua) -> Elenco {
    Elenco {
        lista: Lista::Documenti(DocumentoFilter {
            sort: DocumentoSort::Totale,
            direction: Direction::Ascending,
            ..DocumentoFilter::default()
        }),
        colonne: colonne.iter().map(|&name| name.to_owned()).collect(),
        titolo: "Documenti".to_owned(),
        lingua,
    }
}

#[test]
fn a_file_has_the_columns_and_the_order_of_the_list() {
    let (desk, cliente) = open();
    for (at, prezzo) in [(10, "200"), (11, "1.000"), (12, "50")] {
        books::documenti::issue(&desk.books, &when(at), fattura(cliente, prezzo)).unwrap();
    }
    let today = when(20).today;
    let csv = |elenco: &Elenco| {
        let table = desk.books.read(|sql| elenco::table(sql, elenco, today)).unwrap();
        String::from_utf8(table.csv().unwrap()).unwrap()
    };
    assert_eq!(
        csv(&shown(&["totale", "cliente", "unknown", "stato"], Lingua::It)),
        "\u{feff}Totale;Cliente;Stato\r\n61,00;Officine Rossi S.r.l.;da salvare\r\n244,00;Officine Rossi S.r.l.;da salvare\r\n1220,00;Officine Rossi S.r.l.;da salvare\r\n"
    );
    assert!(
        csv(&shown(&["tipo", "data"], Lingua::En)).starts_with("\u{feff}Type;Date\r\nInvoice;2026-11-24\r\n")
    );
    let all = csv(&shown(&[], Lingua::It));
    assert!(all.starts_with(
        "\u{feff}Data;Numero;Tipo;Cliente;Imponibile;IVA;Totale;Netto a pagare;Pagamento;Categoria;Stato\r\n"
    ));
    let ids = desk
        .books
        .read(|sql| elenco::ids(sql, &shown(&[], Lingua::It).lista, today))
        .unwrap();
    assert_eq!(ids.len(), 3);
}

fn of_period(name: &str) -> Lista {
    Lista::Documenti(DocumentoFilter {
        dal: name.to_owned(),
        al: name.to_owned(),
        ..DocumentoFilter::default()
    })
}

#[test]
fn a_period_moves_with_the_day() {
    let (desk, cliente) = open();
    books::documenti::issue(&desk.books, &when(10), fattura(cliente, "200")).unwrap();
    let today = when(10).today;
    let found = |name: &str, today| {
        let ids = desk.books.read(|sql| elenco::ids(sql, &of_period(name), today));
        ids.unwrap().len()
    };
    assert_eq!(found("questo_mese", today), 1);
    assert_eq!(found("mese_scorso", today), 0);
    let next = today.saturating_add(1.month());
    assert_eq!((found("questo_mese", next), found("mese_scorso", next)), (0, 1));
}

#[test]
fn paper_has_the_totals_that_follow_the_filter() {
    let (desk, cliente) = open();
    for (at, prezzo) in [(10, "200"), (11, "1.000")] {
        books::documenti::issue(&desk.books, &when(at), fattura(cliente, prezzo)).unwrap();
    }
    let paper = |elenco: &Elenco| {
        let bytes = desk
            .books
            .read(|sql| elenco::to_pdf(sql, elenco, when(20).today))
            .unwrap();
        pdf::text(&bytes).unwrap()
    };
    let text = paper(&shown(&["data", "cliente", "totale"], Lingua::It));
    for words in [
        "Documenti",
        "Bottega Verdi",
        "2 righe",
        "Officine Rossi",
        "1.220,00",
        "1.464,00",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Imponibile"), "{text}");
    let text = paper(&shown(&["data", "cliente"], Lingua::En));
    assert!(text.contains("24 Nov 2026") && !text.contains("1.464"), "{text}");
    let mut of_month = shown(&["data", "totale"], Lingua::It);
    of_month.lista = of_period("questo_mese");
    let text = paper(&of_month);
    assert!(
        text.contains("01/11/2026 – 30/11/2026") && text.contains("1.464,00"),
        "{text}"
    );
}
