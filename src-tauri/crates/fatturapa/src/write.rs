//! From the model to the bytes of the file.

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use crate::{
    facet::{Facet, basic},
    fault::{Fault, FaultKind, Place, WriteError},
    field::Field,
    model::FatturaElettronica,
};

/// Namespace of the ordinary invoice.
const NAMESPACE: &str = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2";
const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
const ROOT: &str = "p:FatturaElettronica";

/// The bytes of the file: UTF-8, elements in the order of the schema, the same for the same model.
///
/// # Errors
/// [`WriteError`] with every value that does not fit its element.
pub fn write(fattura: &FatturaElettronica) -> Result<Vec<u8>, WriteError> {
    let mut out = Out::new();
    out.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let versione = fattura.header.dati_trasmissione.formato_trasmissione.code();
    let mut root = BytesStart::new(ROOT);
    root.push_attribute(("versione", versione));
    if let Some(sistema) = &fattura.sistema_emittente {
        match basic(10).check_text(sistema) {
            Ok(()) => root.push_attribute(("SistemaEmittente", sistema.as_str())),
            Err(kind) => out.fault("@SistemaEmittente", kind),
        }
    }
    root.push_attribute(("xmlns:ds", SIGNATURE));
    root.push_attribute(("xmlns:p", NAMESPACE));
    root.push_attribute(("xmlns:xsi", INSTANCE));
    out.event(Event::Start(root));
    fattura
        .header
        .put(&mut out, "FatturaElettronicaHeader", Facet::Own);
    fattura
        .bodies
        .put(&mut out, "FatturaElettronicaBody", Facet::AtLeastOne);
    out.event(Event::End(BytesEnd::new(ROOT)));
    out.finish()
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
        self.event(Event::Text(BytesText::from_escaped(partial_escape(text))));
        self.close(name);
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

    fn finish(self) -> Result<Vec<u8>, WriteError> {
        if self.faults.is_empty() {
            Ok(self.writer.into_inner())
        } else {
            Err(WriteError { faults: self.faults })
        }
    }
}
