//! Random drafts: valid files, exact sums, no gaps, a whole chain.

use proptest::{prelude::*, strategy::ValueTree};

use super::*;

fn schema() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned();
    let shared = std::env::var("F1C_SHARED").map_or_else(|_| root.join("../shared"), PathBuf::from);
    let xsd = shared.join("fatturapa/xsd/Schema_VFPR12_v1.2.3.xsd");
    xsd.exists().then_some(xsd)
}

fn arb_riga() -> impl Strategy<Value = RigaDraft> {
    let rate = prop_oneof![
        Just(("22", "")),
        Just(("10", "")),
        Just(("4", "")),
        Just(("0", "N4")),
        Just(("0", "N1")),
        Just(("0", "N3.1"))
    ];
    let sconti = prop_oneof![Just(""), Just("10"), Just("10+5"), Just("12,5%+MG2%+0,01€")];
    (
        1_i64..5_000_000,
        prop::option::of(1_i64..2_000),
        rate,
        sconti,
        "[a-zA-Zàè€œ ]{1,30}x",
    )
        .prop_map(
            |(prezzo, quantita, (aliquota, natura), sconti, descrizione)| RigaDraft {
                descrizione,
                prezzo: money::Price8::new(prezzo * 10_000).to_string(),
                quantita: quantita
                    .map(|q| money::Quantity8::new(q * 1_000_000).to_string())
                    .unwrap_or_default(),
                aliquota_iva: aliquota.to_owned(),
                natura: natura.to_owned(),
                sconti: sconti.to_owned(),
                ..RigaDraft::default()
            },
        )
}

fn arb_draft() -> impl Strategy<Value = DocumentoDraft> {
    let righe = prop::collection::vec(arb_riga(), 1..6);
    let termini = prop_oneof![Just(""), Just("30/60/90 fm"), Just("30% vista/70% 60")];
    let sconto = prop_oneof![Just(""), Just("5%"), Just("1,00")];
    let casse = prop_oneof![Just(vec![]), Just(vec!["TC22"]), Just(vec!["TC01", "TC22"])];
    (righe, termini, sconto, casse, any::<(bool, bool, bool, bool)>()).prop_map(
        |(righe, termini, sconto, casse, (prezzi_ivati, bollo_addebitato, arrotonda_euro, ritenuta))| {
            DocumentoDraft {
                righe,
                termini_pagamento: termini.to_owned(),
                sconto: sconto.to_owned(),
                prezzi_ivati,
                bollo_addebitato,
                arrotonda_euro,
                casse: casse
                    .into_iter()
                    .map(|tipo| documenti::CassaDraft {
                        tipo: tipo.to_owned(),
                        ..Default::default()
                    })
                    .collect(),
                ritenute: ritenuta
                    .then(|| documenti::RitenutaDraft {
                        tipo: "RT01".to_owned(),
                        ..Default::default()
                    })
                    .into_iter()
                    .collect(),
                ..DocumentoDraft::default()
            }
        },
    )
}

/// The vectors of `fixtures/money` as drafts, with the total and the amount to pay that the vector wants.

#[test]
#[expect(clippy::print_stderr, reason = "a skipped check is said")]
fn random_drafts_give_valid_files_exact_sums_and_a_whole_chain() {
    let count: u32 = std::env::var("F1C_RANDOM_DRAFTS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(60);
    let (desk, cliente) = open();
    let books = &desk.books;
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(
        ProptestConfig::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let mut ids = Vec::new();
    for second in 0..count {
        let draft = arb_draft().new_tree(&mut runner).unwrap().current();
        let draft = DocumentoDraft {
            cliente_id: Some(cliente),
            ..draft
        };
        let issued = documenti::issue(books, &when(i64::from(second) + 10), draft.clone());
        let issued = issued
            .unwrap_or_else(|error| panic!("{error:?} {draft:#?}"))
            .value
            .documento;
        let totali = &issued.totali;
        assert_eq!(issued.numero, (second + 1).to_string());
        let sum = money::Cents::sum(totali.rate.iter().map(|rata| rata.importo)).unwrap();
        assert!(totali.rate.is_empty() || sum == totali.netto_a_pagare);
        ids.push(issued.id);
    }
    assert!(verified(books).is_empty(), "{:?}", verified(books));
    let folder = tempfile::tempdir().unwrap();
    let report = efatture::save_to_folder(books, &when(90_000), &ids, folder.path())
        .unwrap()
        .value;
    assert_eq!(report.salvati.len(), ids.len());
    let files: Vec<PathBuf> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    for path in &files {
        reads_back(&fs::read(path).unwrap());
    }
    let Some(schema) = schema() else {
        eprintln!("skipped: the official schema is not here");
        return;
    };
    for batch in files.chunks(100) {
        let output = Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(&schema)
            .args(batch)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
                .lines()
                .filter(|l| !l.ends_with("validates"))
                .take(5)
                .collect::<Vec<_>>()
                .join("\n")
        );
    }
}

/// SDI has nothing to say of the file; what is read of it is written the same.
fn reads_back(xml: &[u8]) {
    let report = fatturapa::check::bytes(xml, jiff::civil::date(2026, 12, 31));
    let errors: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.severity == fatturapa::Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(fatturapa::write(&report.fattura.unwrap()).unwrap(), xml);
}
