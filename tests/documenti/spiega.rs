//! Why this figure: every total in words adds up to the total.

use books::documenti::{
    self, BolloScelta, CassaDraft, DocumentoDraft, RigaDraft, RitenutaDraft, Spiegazione,
};
use money::Cents;

use super::{fattura, open, riga};
use crate::common::{Desk, when};

fn told(desk: &Desk, draft: &DocumentoDraft) -> Vec<Spiegazione> {
    let draft = Some(draft.clone());
    desk.books
        .read(|sql| documenti::explain(sql, draft, None, false, when(9).today))
        .unwrap()
}

fn of<'a>(all: &'a [Spiegazione], voce: &str) -> &'a Spiegazione {
    all.iter()
        .find(|one| one.voce == voce)
        .unwrap_or_else(|| panic!("{voce}"))
}

fn words(one: &Spiegazione) -> Vec<String> {
    one.passi
        .iter()
        .map(|passo| {
            let importo = passo
                .importo
                .map(|importo| importo.to_string())
                .unwrap_or_default();
            format!("{} {importo} [{}]", passo.testo, passo.field).replace('\u{a0}', " ")
        })
        .collect()
}

fn sum(one: &Spiegazione) -> Cents {
    Cents::sum(one.passi.iter().filter_map(|passo| passo.importo)).unwrap()
}

#[test]
fn the_words_add_up_to_the_totals() {
    let (desk, cliente) = open();
    let half = RigaDraft {
        quantita: "3".to_owned(),
        sconti: "10+5".to_owned(),
        ..riga("33,33")
    };
    let free = RigaDraft {
        natura: "N2.1".to_owned(),
        ..riga("100")
    };
    let draft = DocumentoDraft {
        righe: vec![riga("80"), half, free, riga("10")],
        sconto: "5%".to_owned(),
        casse: vec![CassaDraft {
            tipo: "TC22".to_owned(),
            aliquota: "4".to_owned(),
            ..CassaDraft::default()
        }],
        ritenute: vec![RitenutaDraft {
            tipo: "RT01".to_owned(),
            aliquota: "20".to_owned(),
            causale: "A".to_owned(),
            ..RitenutaDraft::default()
        }],
        bollo: BolloScelta::Auto,
        arrotonda_euro: true,
        termini_pagamento: "30/60".to_owned(),
        ..fattura(cliente, "0")
    };
    let all = told(&desk, &draft);
    let totali = documenti::preview(&desk.books, &draft, when(9).today)
        .unwrap()
        .totali;
    assert_eq!(sum(of(&all, "merce")), totali.merce);
    assert_eq!(sum(of(&all, "sconto")), totali.sconto);
    assert_eq!(sum(of(&all, "imponibile")), totali.imponibile);
    assert_eq!(sum(of(&all, "imposta")), totali.imposta);
    assert_eq!(sum(of(&all, "totale")), totali.totale_documento);
    assert_eq!(sum(of(&all, "netto")), totali.netto_a_pagare);
    for (at, gruppo) in totali.riepilogo.iter().enumerate() {
        let whole = gruppo.imponibile.plus(gruppo.imposta).unwrap();
        assert_eq!(sum(of(&all, &format!("gruppo.{at}"))), whole);
    }
    assert_eq!(
        words(of(&all, "riga.1")),
        [
            "Riga 2, Consulenza: 3 × 33,33, meno lo sconto. 85.49 [righe.1.prezzo]",
            "Il prezzo dopo gli sconti, uno dopo l'altro, è 28,49715.  [righe.1.sconti]",
            "Il conto esatto è 85,49145: la riga si arrotonda una volta sola, al centesimo.  [righe.1.quantita]",
        ]
    );
    assert!(words(of(&all, "bollo"))[0].starts_with("Gli importi senza IVA sono"));
}
