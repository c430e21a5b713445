//! Mails and certified mails.

use std::process::Command;

use super::{XML, all, signed, told};
use crate::intake::{IntakeError, Kind, Mail};

fn mail(name: &str) -> Vec<crate::intake::Item> {
    all(name, &signed::file(name))
}

fn facts(name: &str) -> Mail {
    let items = mail(name);
    let fattura = items.iter().find(|item| item.kind == Kind::Fattura).unwrap();
    fattura.mail.as_deref().unwrap().clone()
}

#[test]
fn a_certified_mail_gives_its_invoice_and_its_facts() {
    let items = mail("pec.eml");
    assert_eq!(
        told(&items),
        [
            ("daticert.xml", Kind::Pec, None),
            ("postacert.eml/IT01234567897_00001.xml.p7m", Kind::Fattura, None),
            (
                "postacert.eml/IT01234567897_00001_MT_001.xml",
                Kind::Metadati,
                None
            ),
            ("smime.p7s", Kind::Pec, None),
        ]
    );
    let fattura = &items[1];
    assert_eq!(fattura.content, Ok(signed::file("invoice.xml")));
    assert_eq!(fattura.original(), Some(signed::file("ber.p7m").as_slice()));
    assert_eq!(fattura.file_name, "IT01234567897_00001.xml");
    assert_eq!(fattura.metadata.as_ref().unwrap().identificativo_sdi(), "123456");
    let mail = fattura.mail.as_ref().unwrap();
    assert_eq!(
        (mail.from.as_str(), mail.subject.as_str()),
        ("sdi01@pec.fatturapa.it", "Invio File 123456")
    );
    assert_eq!(
        (mail.to.as_slice(), mail.message_id.as_str()),
        (&["prova@pec.example".to_owned()][..], "m1@pec.fatturapa.it")
    );
    assert_eq!(mail.sent_at.unwrap().to_string(), "2026-11-24T09:15:00Z");
    let pec = mail.pec.as_ref().unwrap();
    assert_eq!(
        (pec.tipo.as_str(), pec.gestore_emittente.as_str()),
        ("posta-certificata", "Gestore di prova")
    );
    assert_eq!(pec.data_ora, "24/11/2026 10:15:30 +0100");
    assert_eq!(pec.identificativo, "opec1.20261124101530.1@pec.example");
    assert_eq!(
        items[0].mail.as_ref().unwrap().from,
        "posta-certificata@pec.example"
    );
}

#[test]
fn openssl_agrees_on_the_envelope() {
    for (name, state) in [
        ("pec.eml", "signature_intact"),
        ("pec_lf.eml", "signature_intact"),
        ("pec_changed.eml", "signature_content_altered"),
    ] {
        assert_eq!(signed::states(&facts(name).signatures), state, "{name}");
        if signed::is_there("openssl") {
            let answer = Command::new("openssl")
                .args(["cms", "-verify", "-noverify", "-out", "/dev/null", "-in"])
                .arg(signed::folder().join(name))
                .output()
                .unwrap();
            assert_eq!(answer.status.success(), state == "signature_intact", "{name}");
        }
    }
}

#[test]
fn a_message_inside_of_its_signature_is_opened() {
    let items = mail("opaque.eml");
    let members: Vec<&str> = items.iter().map(|item| item.member.as_str()).collect();
    assert_eq!(
        members,
        [
            "smime.p7m/daticert.xml",
            "smime.p7m/postacert.eml/IT01234567897_00001.xml.p7m",
            "smime.p7m/postacert.eml/IT01234567897_00001_MT_001.xml",
        ]
    );
    assert_eq!(
        signed::states(&items[1].signatures),
        "signature_intact signature_intact"
    );
}

#[test]
fn attachments_of_every_encoding_are_found() {
    let qp = "<p:FatturaElettronica xmlns:p=3D'x' versione=3D'FPR12'/>";
    let long_name = "filename*0*=UTF-8''fattura%20n%C2%B0; filename*1*=%201.xml";
    let message = format!(
        "From: =?ISO-8859-1?Q?Caff=E8?= <a@b.it>\r\nSubject: =?UTF-8?B?RmF0dHVyYSBuwrAx?=\r\n\
         Content-Type: multipart/mixed;\r\n boundary=\"a b\"\r\n\r\npreamble\r\n--a b\r\n\
         Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\ntesto\r\n--c\r\nContent-Type: text/html\r\n\r\n\
         <html></html>\r\n--c--\r\n--a b\r\nContent-Type: text/xml; name=uno.xml; charset=windows-1252\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{qp}\r\n--a b\r\nContent-Type: application/octet-stream\r\n\
         Content-Disposition: attachment; {long_name}\r\n\r\n{xml}\r\n--a b\r\nContent-Type: text/plain\r\n\r\n{xml}\r\n\
         --a b\r\nContent-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
         --a b--\r\nepilogue",
        xml = str::from_utf8(XML).unwrap(),
    );
    for text in [message.clone(), message.replace("\r\n", "\n")] {
        let items = all("posta.txt", text.as_bytes());
        assert_eq!(
            told(&items),
            [
                ("uno.xml", Kind::Fattura, None),
                ("fattura n° 1.xml", Kind::Fattura, None),
                ("allegato", Kind::Fattura, None),
                ("logo.png", Kind::Other, None),
            ]
        );
        assert!(items[..3].iter().all(|item| item.content.as_deref() == Ok(XML)));
        let mail = items[0].mail.as_ref().unwrap();
        assert_eq!((mail.subject.as_str(), mail.pec.as_ref()), ("Fattura n°1", None));
    }
}

#[test]
fn a_mail_without_attachments_and_a_cut_one() {
    let items = all("a.eml", b"From: a@b.it\r\nTo: c@d.it\r\n\r\nciao");
    assert_eq!(told(&items), [("", Kind::Mail, Some(&IntakeError::NoAttachment))]);
    let pec = signed::file("pec.eml");
    for percent in 1..100 {
        let cut = &pec[..pec.len() * percent / 100];
        let items = all("pec.eml", cut);
        assert!(
            items
                .iter()
                .all(|item| item.content.is_ok() || item.content.as_ref().err().is_some())
        );
    }
}
