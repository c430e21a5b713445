//! The business at a glance: every figure is what the list behind it adds up to.

use books::{
    Books,
    documenti::{self, BancoFilter, DocumentoFilter, DocumentoSomme, Stato, Tipo},
    efatture::EfatturaStato,
    list::{PageRequest, every},
    riepiloghi::{self, Attesa, Base, Fascia, Panoramica, PanoramicaFilter},
    scadenze::{self, IncassoFilter, PAGAMENTI, Quali, ScadenzaFilter, incassi},
};
use jiff::civil::{Date, date};

use crate::{
    common::{Desk, setup, when},
    documenti::{fattura, open},
    golden,
};

const TODAY: Date = date(2026, 11, 24);

fn documents(books: &Books, filter: &DocumentoFilter) -> DocumentoSomme {
    books
        .read(|sql| documenti::somme(sql, filter, TODAY, &PAGAMENTI))
        .unwrap()
}

fn panoramica(books: &Books, filter: &PanoramicaFilter) -> Panoramica {
    books
        .read(|sql| riepiloghi::panoramica(sql, filter, TODAY))
        .unwrap()
}

#[test]
fn three_years_at_a_glance() {
    let dir = tempfile::tempdir().unwrap();
    let books = books::demo_archive(&dir.path().join("a.f1c"), &setup(dir.path()), 300, TODAY).unwrap();
    golden::check("riepiloghi", |text| {
        let filter: PanoramicaFilter = serde_json::from_str(text).unwrap();
        let found = panoramica(&books, &filter);
        check_figures(&books, &found);
        // Whose row it is depends on all that was written before.
        let mut shown = serde_json::to_value(&found).unwrap();
        for cliente in shown["clienti"].as_array_mut().unwrap() {
            cliente["cliente_id"] = "".into();
        }
        let mut said = serde_json::to_string_pretty(&shown).unwrap();
        if filter.anno.is_none() {
            let orologi = books.read(|sql| riepiloghi::orologi(sql, TODAY)).unwrap();
            said = said + "\n" + &serde_json::to_string_pretty(&orologi).unwrap();
        }
        said + "\n"
    });
}

/// Kinds that count as invoiced.
fn invoiced() -> Vec<Tipo> {
    let all = [
        Tipo::Preventivo,
        Tipo::Proforma,
        Tipo::Ddt,
        Tipo::Fattura,
        Tipo::FatturaAcconto,
        Tipo::ParcellaAcconto,
        Tipo::NotaCredito,
        Tipo::NotaDebito,
        Tipo::Parcella,
        Tipo::FatturaDifferita,
        Tipo::FatturaDifferitaB,
        Tipo::Ricevuta,
    ];
    all.into_iter().filter(|tipo| tipo.is_dovuto()).collect()
}

/// Each bar leads to rows that add up to it.
fn check_figures(books: &Books, found: &Panoramica) {
    let months = |serie: &riepiloghi::Serie| -> Vec<riepiloghi::Figura> {
        let pairs = serie.mesi.iter();
        let mut all: Vec<_> = pairs
            .flat_map(|pair| [pair.mese.figura.clone(), pair.prima.figura.clone()])
            .collect();
        all.extend([serie.anno.clone(), serie.prima.clone()]);
        all
    };
    for figura in months(&found.fatturato) {
        let filter = DocumentoFilter {
            tipi: invoiced(),
            stati: vec![Stato::Emesso],
            dal: figura.dal.clone(),
            al: figura.al.clone(),
            ..DocumentoFilter::default()
        };
        let sums = documents(books, &filter);
        let sum = match found.base {
            Base::Imponibile => sums.imponibile,
            Base::Totale => sums.totale,
        };
        assert_eq!((sum, sums.righe), (figura.importo, figura.righe), "{figura:?}");
    }
    for figura in months(&found.incassato) {
        let filter = IncassoFilter {
            dal: figura.dal.clone(),
            al: figura.al.clone(),
            ..IncassoFilter::default()
        };
        let sums = books.read(|sql| incassi::somme(sql, &filter, TODAY)).unwrap();
        assert_eq!(
            (sums.importo, sums.righe),
            (figura.importo, figura.righe),
            "{figura:?}"
        );
    }
    let open = |quali, dal: &str, al: &str| {
        let filter = ScadenzaFilter {
            quali,
            dal: dal.to_owned(),
            al: al.to_owned(),
            ..ScadenzaFilter::default()
        };
        books
            .read(|sql| scadenze::somme(sql, &filter, TODAY))
            .unwrap()
            .residuo
    };
    assert_eq!(open(Quali::Aperte, "", ""), found.aperto.importo);
    assert_eq!(open(Quali::Scadute, "", ""), found.scaduto.importo);
    for fascia in &found.fasce {
        let figura = &fascia.figura;
        assert_eq!(
            open(Quali::Aperte, &figura.dal, &figura.al),
            figura.importo,
            "{fascia:?}"
        );
    }
    for cliente in &found.clienti {
        let filter = DocumentoFilter {
            tipi: invoiced(),
            stati: vec![Stato::Emesso],
            dal: cliente.figura.dal.clone(),
            al: cliente.figura.al.clone(),
            cliente_id: Some(cliente.cliente_id),
            ..DocumentoFilter::default()
        };
        let sums = documents(books, &filter);
        assert_eq!(sums.righe, cliente.figura.righe);
    }
}

#[test]
fn the_numbers_beside_the_places_are_those_of_their_lists() {
    let dir = tempfile::tempdir().unwrap();
    let books = books::demo_archive(&dir.path().join("a.f1c"), &setup(dir.path()), 300, TODAY).unwrap();
    let found = books.read(|sql| riepiloghi::sospesi(sql, TODAY)).unwrap();
    let drafts = DocumentoFilter {
        stati: vec![Stato::Bozza],
        ..DocumentoFilter::default()
    };
    let drafts = documents(&books, &drafts);
    let desk = every(|page| {
        let filter = BancoFilter {
            page,
            ..BancoFilter::default()
        };
        books.read(|sql| documenti::banco(sql, &filter, TODAY))
    })
    .unwrap();
    let waiting = desk.iter().filter(|row| row.stato != EfatturaStato::Inviata);
    let late = panoramica(&books, &PanoramicaFilter::default()).scaduto;
    assert!(
        found.bozze > 0 && found.da_inviare > 0 && found.scadute > 0,
        "{found:?}"
    );
    assert_eq!(found.bozze, drafts.righe);
    assert_eq!(usize::try_from(found.da_inviare), Ok(waiting.count()));
    assert_eq!(found.scadute, late.righe);
}

#[test]
fn an_empty_archive_says_so() {
    let desk = Desk::new();
    let found = panoramica(&desk.books, &PanoramicaFilter::default());
    assert!(found.vuota && found.clienti.is_empty());
    assert_eq!((found.anno, found.anni), (2026, vec![2026]));
    assert!(found.aperto.importo.is_zero() && found.fatturato.anno.importo.is_zero());
    let orologi = desk.books.read(|sql| riepiloghi::orologi(sql, TODAY)).unwrap();
    assert_eq!(orologi, []);
}

#[test]
fn drafts_and_quotes_do_not_count_and_credit_notes_are_taken_off() {
    let (desk, cliente) = open();
    let books = &desk.books;
    documenti::save(books, &when(10), fattura(cliente, "1000")).unwrap();
    for (second, tipo, prezzo) in [
        (11, Tipo::Preventivo, "500"),
        (12, Tipo::Fattura, "200"),
        (13, Tipo::NotaCredito, "50"),
    ] {
        let draft = documenti::DocumentoDraft {
            tipo,
            ..fattura(cliente, prezzo)
        };
        documenti::issue(books, &when(second), draft).unwrap();
    }
    let of = |base| panoramica(books, &PanoramicaFilter { anno: None, base });
    assert_eq!(of(Base::Imponibile).fatturato.anno.importo.to_string(), "150.00");
    let found = of(Base::Totale);
    assert_eq!(found.fatturato.anno.importo.to_string(), "183.00");
    assert_eq!(found.aperto.importo.to_string(), "183.00");
    assert_eq!(found.fasce[0].fascia, Fascia::AScadere);
    assert_eq!(found.clienti[0].cliente, "Officine Rossi S.r.l.");
    let orologi = books.read(|sql| riepiloghi::orologi(sql, TODAY)).unwrap();
    let of = |attesa| orologi.iter().find(|one| one.attesa == attesa).unwrap();
    assert_eq!(of(Attesa::Bozze).figura.righe, 1);
    let unsaved = of(Attesa::DaSalvare);
    assert_eq!(
        (unsaved.figura.righe, unsaved.entro.as_str(), unsaved.giorni),
        (2, "2026-12-06", 12)
    );
    assert_eq!(of(Attesa::Rate).figura.righe, 2);
    let page = PageRequest::default();
    let filter = documenti::BancoFilter {
        stato: Some(books::efatture::EfatturaStato::DaSalvare),
        dal: unsaved.figura.dal.clone(),
        page,
        ..documenti::BancoFilter::default()
    };
    let desk = books.read(|sql| documenti::banco(sql, &filter, TODAY)).unwrap();
    assert_eq!(desk.rows.len(), 2, "the desk shows as many");
}
