//! From the model to the bytes of the file.

use std::borrow::Cow;

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use crate::{
    facet::{Facet, basic},
    fault::{Fault, FaultKind, Place, WriteError},
    field::Field,
    model::{Fattura, FatturaElettronica, FatturaElettronicaSemplificata},
};

const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Anything that [`write()`] writes: a reference to either kind of file.
#[derive(Debug, Clone, Copy)]
pub enum FatturaRef<'a> {
    /// FPR12 and FPA12.
    Ordinaria(&'a FatturaElettronica),
    /// FSM10.
    Semplificata(&'a FatturaElettronicaSemplificata),
}

impl<'a> From<&'a FatturaElettronica> for FatturaRef<'a> {
    fn from(fattura: &'a FatturaElettronica) -> Self {
        Self::Ordinaria(fattura)
    }
}

impl<'a> From<&'a FatturaElettronicaSemplificata> for FatturaRef<'a> {
    fn from(fattura: &'a FatturaElettronicaSemplificata) -> Self {
        Self::Semplificata(fattura)
    }
}

impl<'a> From<&'a Fattura> for FatturaRef<'a> {
    fn from(fattura: &'a Fattura) -> Self {
        match fattura {
            Fattura::Ordinaria(fattura) => Self::Ordinaria(fattura),
            Fattura::Semplificata(fattura) => Self::Semplificata(fattura),
        }
    }
}

/// The bytes of the file: UTF-8, elements in the order of the schema, the same for the same model.
///
/// # Errors
/// [`WriteError`] with every value that does not fit its element.
pub fn write<'a>(fattura: impl Into<FatturaRef<'a>>) -> Result<Vec<u8>, WriteError> {
    let out = file(fattura.into());
    if out.faults.is_empty() {
        Ok(out.writer.into_inner())
    } else {
        Err(WriteError { faults: out.faults })
    }
}

/// The bytes of the file whether or not its values fit their elements: for a file that is to be mended by hand, or
/// written again as it was read. Only characters that XML itself cannot have are left out.
#[must_use]
pub fn write_unchecked<'a>(fattura: impl Into<FatturaRef<'a>>) -> Vec<u8> {
    file(fattura.into()).writer.into_inner()
}

fn file(fattura: FatturaRef<'_>) -> Out {
    let mut out = Out::new();
    match fattura {
        FatturaRef::Ordinaria(fattura) => {
            let root = Root::ordinaria(fattura.header.dati_trasmissione.formato_trasmissione.as_str());
            out.file(
                &root,
                &fattura.sistema_emittente,
                &fattura.header,
                &fattura.bodies,
            );
        }
        FatturaRef::Semplificata(fattura) => {
            let root = Root {
                name: "p:FatturaElettronicaSemplificata",
                namespace: "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0",
                versione: fattura.header.dati_trasmissione.formato_trasmissione.as_str(),
            };
            out.file(
                &root,
                &fattura.sistema_emittente,
                &fattura.header,
                &fattura.bodies,
            );
        }
    }
    out
}

/// The outermost element.
struct Root<'a> {
    name: &'static str,
    namespace: &'static str,
    versione: &'a str,
}

impl<'a> Root<'a> {
    /// By `FormatoTrasmissione`: also of the versions before 2017, which no checked file has.
    fn ordinaria(formato: &'a str) -> Self {
        let (namespace, versione) = match formato {
            "SDI10" => ("http://www.fatturapa.gov.it/sdi/fatturapa/v1.0", "1.0"),
            "SDI11" => ("http://www.fatturapa.gov.it/sdi/fatturapa/v1.1", "1.1"),
            _ => (
                "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2",
                formato,
            ),
        };
        Self {
            name: "p:FatturaElettronica",
            namespace,
            versione,
        }
    }
}

/// The file being written, and every fault met so far.
pub(crate) struct Out {
    writer: Writer<Vec<u8>>,
    faults: Vec<Fault>,
    pub(crate) place: Place,
}

impl Out {
    fn new() -> Self {
        Self {
            writer: Writer::new_with_indent(Vec::new(), b' ', 2),
            faults: Vec::new(),
            place: Place::default(),
        }
    }

    fn file<H: Field, B: Field>(
        &mut self,
        root: &Root<'_>,
        sistema_emittente: &Option<String>,
        header: &H,
        bodies: &Vec<B>,
    ) {
        self.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let mut start = BytesStart::new(root.name);
        start.push_attribute(("versione", root.versione));
        if let Some(sistema) = sistema_emittente {
            start.push_attribute(("SistemaEmittente", sistema.as_str()));
            if let Err(kind) = basic(10).check_text(sistema) {
                self.fault("@SistemaEmittente", kind);
            }
        }
        start.push_attribute(("xmlns:ds", SIGNATURE));
        start.push_attribute(("xmlns:p", root.namespace));
        start.push_attribute(("xmlns:xsi", INSTANCE));
        self.event(Event::Start(start));
        header.put(self, "FatturaElettronicaHeader", Facet::Own);
        bodies.put(self, "FatturaElettronicaBody", Facet::AtLeastOne);
        self.event(Event::End(BytesEnd::new(root.name)));
    }

    fn event(&mut self, event: Event<'_>) {
        if self.writer.write_event(event).is_err() {
            self.faults.push(Fault {
                path: self.place.path(),
                kind: FaultKind::Output,
            });
        }
    }

    /// Begins a block.
    pub(crate) fn open(&mut self, name: &'static str) {
        self.place.enter(name);
        self.event(Event::Start(BytesStart::new(name)));
    }

    /// Ends a block.
    pub(crate) fn close(&mut self, name: &'static str) {
        self.event(Event::End(BytesEnd::new(name)));
        self.place.leave();
    }

    /// Writes a simple element.
    pub(crate) fn element(&mut self, name: &'static str, text: &str) {
        self.open(name);
        let escaped = escape(text);
        self.event(Event::Text(BytesText::from_escaped(escaped)));
        self.close(name);
    }

    /// Writes a simple element, and records what is wrong with its text.
    pub(crate) fn checked(&mut self, name: &'static str, text: &str, check: Result<(), FaultKind>) {
        if let Err(kind) = check {
            self.fault(name, kind);
        }
        self.element(name, text);
    }

    /// Records that the element `name` cannot be written here.
    pub(crate) fn fault(&mut self, name: &'static str, kind: FaultKind) {
        self.place.enter(name);
        self.faults.push(Fault {
            path: self.place.path(),
            kind,
        });
        self.place.leave();
    }
}

/// The text as XML has it: a carriage return is written so that a reader does not take it for a line end.
fn escape(text: &str) -> Cow<'_, str> {
    let has_odd = text.chars().any(|c| c == '\r' || !is_xml(c));
    if !has_odd {
        return partial_escape(text);
    }
    let kept: String = text.chars().filter(|c| is_xml(*c)).collect();
    partial_escape(kept).replace('\r', "&#13;").into()
}

/// `Char` of XML 1.0, 2.2.
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
