//! Letters to customers, as mail programs read them.

use std::{io::Write as _, process::Command};

use books::{
    allegati,
    anagrafiche::{self, SoggettoDraft},
    documenti::{self, DocumentoDraft, Tipo},
};
use db::Id;

use super::{customer, fattura, open, problems, verified};
use crate::common::{Desk, when};

fn issued(desk: &Desk, second: i64, draft: DocumentoDraft) -> Id {
    documenti::issue(&desk.books, &when(second), draft)
        .unwrap()
        .value
        .documento
        .id
}

fn other(desk: &Desk) -> Id {
    let draft = SoggettoDraft {
        denominazione: "Perù Caffè S.n.c.".to_owned(),
        partita_iva: "02345678904".to_owned(),
        email: "conti@peru.example; Anna <anna@peru.example>".to_owned(),
        lingua: "en".to_owned(),
        ..customer()
    };
    anagrafiche::save(&desk.books, &when(3), draft).unwrap().value.id
}

#[test]
fn documents_go_by_customer_and_drafts_stay() {
    let (desk, cliente) = open();
    let other = other(&desk);
    let first = issued(&desk, 4, fattura(cliente, "10"));
    let theirs = issued(&desk, 5, fattura(other, "20"));
    let second = issued(&desk, 6, fattura(cliente, "30"));
    let draft = documenti::save(&desk.books, &when(7), fattura(cliente, "40"))
        .unwrap()
        .value
        .id;
    let letters = |ids: &[Id]| desk.books.read(|sql| documenti::letters(sql, ids));
    let found = letters(&[first, draft, theirs, second]).unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|letter| {
            (
                letter.cliente.as_str(),
                letter.a.as_str(),
                letter.documenti.as_slice(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("Officine Rossi S.r.l.", "", [first, second].as_slice()),
            ("Perù Caffè S.n.c.", "conti@peru.example", [theirs].as_slice()),
        ]
    );
    assert_eq!(
        problems(letters(&[draft]).unwrap_err()),
        ["documenti_email_bozza"]
    );
    assert_eq!(verified(&desk.books), Vec::<String>::new());
}

#[test]
fn a_letter_says_what_is_attached_and_carries_it_byte_for_byte() {
    let (desk, _) = open();
    let other = other(&desk);
    let quote = DocumentoDraft {
        tipo: Tipo::Preventivo,
        ..fattura(other, "1000")
    };
    let invoice = DocumentoDraft {
        modalita_pagamento: "MP05".to_owned(),
        termini_pagamento: "30/60".to_owned(),
        ..fattura(other, "100")
    };
    let (invoice, quote) = (issued(&desk, 4, invoice), issued(&desk, 5, quote));
    let letter = desk
        .books
        .read(|sql| documenti::letters(sql, &[invoice, quote]))
        .unwrap();
    let (name, eml) = documenti::letter_file(&desk.books, &when(6), &letter[0], true).unwrap();
    assert_eq!(name, "fattura-2026-1.eml");
    assert_eq!(
        eml,
        documenti::letter_file(&desk.books, &when(6), &letter[0], true)
            .unwrap()
            .1
    );
    let Some(read) = read(&eml) else { return };
    let folder = allegati::folder_of(desk.books.archive().path());
    let pdf = |id| {
        desk.books
            .read(|sql| documenti::to_pdf(sql, &folder, id, when(9).today))
            .unwrap()
    };
    let xml = desk.books.read(|sql| {
        let file = books::efatture::of_documento(sql, invoice)?.unwrap();
        books::efatture::bytes(sql, &file)
    });
    let digest = |bytes: &[u8]| books::efatture::sha256(bytes);
    let expected = format!(
        "X-Unsent 1
To conti@peru.example
Date Tue, 24 Nov 2026 09:00:06 +0000
Subject 2 documents - Bottega Verdi di Verdi Anna
text Good day,||please find attached:||- Invoice n. 1 of 24 Nov 2026: €122.00, due 24 Dec 2026 (€61.00), due 23 Jan 2027 (€61.00)|- Quote n. 1 of 24 Nov 2026: €1,220.00||Courtesy copy without fiscal value. The electronic invoice is available in the reserved area of the Agenzia delle Entrate||Kind regards|Bottega Verdi di Verdi Anna|
application/pdf fattura-2026-1.pdf {}
application/xml IT01234567897_00001.xml {}
application/pdf preventivo-2026-1.pdf {}
",
        digest(&pdf(invoice)),
        digest(&xml.unwrap()),
        digest(&pdf(quote)),
    );
    assert_eq!(read, expected);
}

#[test]
fn a_letter_leaves_a_trace_that_undo_does_not_touch() {
    let (desk, _) = open();
    let other = other(&desk);
    let invoice = issued(&desk, 4, fattura(other, "100"));
    documenti::annota(
        &desk.books,
        &when(5),
        invoice,
        "urgente".to_owned(),
        String::new(),
    )
    .unwrap();
    let letters = desk
        .books
        .read(|sql| documenti::letters(sql, &[invoice]))
        .unwrap();
    documenti::note_letters(&desk.books, &when(6), &letters, true).unwrap();
    let history = || {
        let told = desk.books.read(|sql| books::history(sql, "documenti", invoice));
        told.unwrap()
    };
    let told = history();
    let verbs = |told: &[books::StoriaRow]| told.iter().map(|row| row.verb.clone()).collect::<Vec<_>>();
    assert_eq!(
        verbs(&told),
        ["documenti.email", "documenti.annota", "documenti.issue"]
    );
    let said = |told: &books::StoriaRow| {
        let cambi = told.cambi.iter();
        cambi
            .map(|cambio| format!("{} {}", cambio.campo, cambio.dopo))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(&told[0]),
        ["destinatari conti@peru.example", "allegati PDF, XML"]
    );
    assert_eq!(
        (told[0].at.as_str(), told[0].actor.as_str()),
        ("2026-11-24T09:00:06Z", told[1].actor.as_str())
    );
    let undone = desk.books.undo(&when(7)).unwrap().value;
    assert_eq!(
        undone.verb, "documenti.annota",
        "the letter is out, the note is taken back"
    );
    assert_eq!(said(&history()[1]), said(&told[0]));
    assert_eq!(desk.books.redo(&when(8)).unwrap().value.verb, "documenti.annota");
    assert_eq!(verified(&desk.books), Vec::<String>::new());
}

/// What Python's reader of mail finds in a letter; nothing, and a line that says so, where there is no Python.
fn read(eml: &[u8]) -> Option<String> {
    const SCRIPT: &str = "
import email, email.policy, hashlib, sys
m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
assert not m.defects and not any(p.defects for p in m.walk()), m.defects
out = ''.join(f'{k} {m[k]}\\n' for k in ['X-Unsent', 'To', 'Date', 'Subject'])
out += 'text ' + m.get_body().get_content().replace('\\r', '').replace('\\n', '|') + '\\n'
for p in m.iter_attachments():
    d = hashlib.sha256(p.get_payload(decode=True)).hexdigest()
    out += f'{p.get_content_type()} {p.get_filename()} {d}\\n'
sys.stdout.buffer.write(out.encode())
";
    let child = Command::new("python3")
        .args(["-c", SCRIPT])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!("skipped: python3 is not installed");
        }
        return None;
    };
    child.stdin.take().unwrap().write_all(eml).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}
