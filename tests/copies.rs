//! Copies tried out, and what a restore leaves in the register of the numbers.

use books::{Books, documenti};

use crate::{
    common::{Desk, setup, when},
    documenti::{fattura, open},
};

#[test]
fn a_copy_is_tried_out_without_touching_the_archive() {
    let (desk, cliente) = open();
    let Desk { books, dir } = &desk;
    documenti::issue(books, &when(3), fattura(cliente, "10")).unwrap();
    let copia = books.backup(&when(4), None).unwrap().copia;
    documenti::issue(books, &when(5), fattura(cliente, "20")).unwrap();
    let file = books.copy_named(&copia.nome).unwrap();
    let prova = books.rehearse_copy(&file, &setup(dir.path()), &when(6)).unwrap();
    assert!(prova.ok, "{:?}", prova.findings);
    let told: Vec<(&str, u64, u64)> = prova
        .conti
        .iter()
        .map(|conto| (conto.voce.as_str(), conto.copia, conto.ora))
        .collect();
    assert_eq!(
        told,
        [
            ("documenti", 1, 2),
            ("soggetti", 1, 1),
            ("prodotti", 0, 0),
            ("file", 1, 2),
            ("allegati", 0, 0)
        ]
    );
    assert_eq!(books.copies().unwrap().len(), 1, "nothing was added");
}

#[test]
fn numbers_lost_with_a_restore_are_explained() {
    let (desk, cliente) = open();
    let Desk { books, dir } = desk;
    let setup = setup(dir.path());
    documenti::issue(&books, &when(3), fattura(cliente, "10")).unwrap();
    let copia = books.backup(&when(4), None).unwrap().copia;
    let file = books.copy_named(&copia.nome).unwrap();
    for second in 5..8 {
        documenti::issue(&books, &when(second), fattura(cliente, "20")).unwrap();
    }
    let path = books.archive().path().to_owned();
    drop(books);
    let lost = books::restore(&file, &path, &setup, &when(10)).unwrap().persi;
    assert_eq!(lost.len(), 3);
    let books = Books::open(&path, &setup, &when(11)).unwrap();
    let told = |books: &Books| {
        let serie = books.read(|sql| documenti::registro(sql, books.marks())).unwrap();
        let found = serie[0].anomalie.iter();
        found
            .map(|one| (one.da, one.numero, one.motivo.clone()))
            .collect::<Vec<_>>()
    };
    let holes = [(2, 4, "ripristino".to_owned())];
    assert_eq!(told(&books), holes, "before the next document");
    let next = documenti::issue(&books, &when(12), fattura(cliente, "1"))
        .unwrap()
        .value;
    assert_eq!(next.documento.numero, "5");
    assert_eq!(told(&books), holes, "and after it");
    assert_eq!(books.read(documenti::verify).unwrap(), [], "explained");
    let serie = books.read(|sql| documenti::registro(sql, books.marks())).unwrap();
    let csv = String::from_utf8(documenti::registro_table(&serie).csv().unwrap()).unwrap();
    assert!(csv.contains("2-4;numeri persi con un ripristino"), "{csv}");
    let pdf = books
        .read(|sql| documenti::registro_pdf(sql, books.marks(), when(13).today))
        .unwrap();
    let text = pdf::text(&pdf).unwrap();
    assert!(text.contains("2-4") && text.contains("prossimo 6"), "{text}");
}
