//! `daticert.xml`: what the provider of certified mail says of a message (technical rules of PEC, D.M. 2 November
//! 2005).

use crate::xml::{self, Document};

/// What a provider of certified mail certifies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pec {
    /// `tipo`: `posta-certificata`, `accettazione`, `avvenuta-consegna`, `errore-consegna` and others.
    pub tipo: String,
    /// `mittente`.
    pub mittente: String,
    /// `destinatari`.
    pub destinatari: Vec<String>,
    /// `oggetto`.
    pub oggetto: String,
    /// `gestore-emittente`: the provider.
    pub gestore_emittente: String,
    /// `identificativo`: the number of the message at its provider.
    pub identificativo: String,
    /// `giorno`, `ora` and zone as they stand: `24/11/2026 10:15:30 +0100`.
    pub data_ora: String,
}

/// Reads it; nothing when it is something else.
pub(super) fn read(bytes: &[u8]) -> Option<Pec> {
    let document = Document::parse(bytes, &xml::Limits::default()).ok()?;
    let root = document.root();
    if root.name() != "postacert" {
        return None;
    }
    let text =
        |node: Option<xml::Node<'_>>| node.map(|node| node.text().trim().to_owned()).unwrap_or_default();
    let intestazione = root.child("intestazione");
    let dati = root.child("dati");
    let data = dati.and_then(|dati| dati.child("data"));
    let of_data = |name| text(data.and_then(|data| data.child(name)));
    let zona = data.and_then(|data| data.attribute("zona")).unwrap_or_default();
    Some(Pec {
        tipo: root.attribute("tipo").unwrap_or_default().into_owned(),
        mittente: text(intestazione.and_then(|one| one.child("mittente"))),
        destinatari: intestazione
            .into_iter()
            .flat_map(|one| one.all("destinatari"))
            .map(|one| one.text().trim().to_owned())
            .collect(),
        oggetto: text(intestazione.and_then(|one| one.child("oggetto"))),
        gestore_emittente: text(dati.and_then(|dati| dati.child("gestore-emittente"))),
        identificativo: text(dati.and_then(|dati| dati.child("identificativo"))),
        data_ora: format!("{} {} {zona}", of_data("giorno"), of_data("ora"))
            .trim()
            .to_owned(),
    })
}
