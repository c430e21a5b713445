//! The way through containers: looks at bytes, opens what is a container, hands over what is not.

use std::{borrow::Cow, ops::ControlFlow, sync::Arc};

use super::{
    IntakeError, Item, Kind, Limits, Mail, Metadata, Options, Signature, archive, base64,
    budget::Budget,
    cms, mail,
    names::{self, safe_name},
    sniff::{self, Looks},
    xades,
};

/// One opened file and what was used up of its limits.
pub(super) struct Walk<'a> {
    pub(super) options: &'a Options,
    pub(super) budget: Budget,
    /// Items that were handed over.
    pub(super) handed: u64,
    on: &'a mut dyn FnMut(Item) -> ControlFlow<()>,
}

/// Where bytes were found and what stands around them.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// Path inside the opened file, as it can be shown.
    pub(super) member: String,
    /// What the file is called there, as its container says.
    pub(super) name: String,
    /// Containers around it.
    pub(super) depth: u32,
    pub(super) original: Option<Vec<u8>>,
    pub(super) signatures: Vec<Signature>,
    pub(super) metadata: Option<Arc<Metadata>>,
    pub(super) mail: Option<Arc<Mail>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(options: &'a Options, on: &'a mut dyn FnMut(Item) -> ControlFlow<()>) -> Self {
        Self {
            options,
            budget: Budget::default(),
            handed: 0,
            on,
        }
    }

    pub(super) const fn limits(&self) -> &Limits {
        &self.options.limits
    }

    /// Opens a file that is in memory.
    pub(super) fn bytes(&mut self, name: &str, bytes: &[u8]) -> ControlFlow<()> {
        self.budget = Budget::new(
            &self.options.limits,
            u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        );
        self.visit(self.place_of(name), Cow::Borrowed(bytes))
    }

    /// The opened file itself, with the metadata that came with it.
    pub(super) fn place_of(&self, name: &str) -> Place {
        Place {
            metadata: self.options.metadata.of(name),
            ..Place::of_file(name)
        }
    }

    /// Opens bytes found at a place.
    pub(super) fn visit(&mut self, place: Place, bytes: Cow<'_, [u8]>) -> ControlFlow<()> {
        let looks = sniff::looks(&bytes);
        match looks {
            Looks::Empty => return self.bad(place, Kind::Other, IntakeError::Empty),
            Looks::Closed(name) => {
                return self.bad(place, Kind::Archive, IntakeError::Unsupported(name.to_owned()));
            }
            Looks::Outlook => return self.bad(place, Kind::Mail, IntakeError::Outlook),
            Looks::Xml => return self.leaf(place, sniff::kind_of_xml(&bytes), bytes),
            Looks::Other => return self.leaf(place, Kind::Other, bytes),
            Looks::Zip | Looks::Cms | Looks::Encoded | Looks::Mail => {}
        }
        let limit = self.limits().depth;
        if place.depth >= limit {
            return self.bad(place, kind_of_container(looks), IntakeError::TooDeep { limit });
        }
        let held = self.budget.hold(&bytes);
        let flow = match looks {
            Looks::Zip => archive::visit(self, std::io::Cursor::new(&*bytes), place),
            Looks::Encoded => self.encoded(place, bytes),
            Looks::Cms => self.signed(place, bytes),
            _ => mail::visit(self, &bytes, place),
        };
        self.budget.release(held);
        flow
    }

    /// Opens a message that its container says to be one, though its headers could be anything.
    pub(super) fn message(&mut self, place: Place, bytes: Cow<'_, [u8]>) -> ControlFlow<()> {
        let limit = self.limits().depth;
        if place.depth >= limit {
            return self.bad(place, Kind::Mail, IntakeError::TooDeep { limit });
        }
        let held = self.budget.hold(&bytes);
        let flow = mail::visit(self, &bytes, place);
        self.budget.release(held);
        flow
    }

    /// Base64 around something: what is inside counts, the text is kept as the original.
    fn encoded(&mut self, place: Place, bytes: Cow<'_, [u8]>) -> ControlFlow<()> {
        match base64::decode(base64::body(&bytes)) {
            Some(inside) => self.visit(place.around(bytes), Cow::Owned(inside)),
            None => self.bad(place, Kind::Signed, IntakeError::Damaged("base64")),
        }
    }

    /// A signature around something: what is inside counts, whatever the signature is worth.
    fn signed(&mut self, mut place: Place, bytes: Cow<'_, [u8]>) -> ControlFlow<()> {
        match cms::open(&bytes, self.options.trust.as_ref()) {
            Ok(opened) => {
                place.signatures.extend(opened.signatures);
                self.visit(place.around(bytes), Cow::Owned(opened.content))
            }
            // the signature of a mail: what it is worth is told with the mail
            Err(IntakeError::Detached) if place.mail.is_some() => self.leaf(place, Kind::Pec, bytes),
            Err(error) => self.bad(place, Kind::Signed, error),
        }
    }

    /// Hands over a document.
    fn leaf(&mut self, mut place: Place, kind: Kind, bytes: Cow<'_, [u8]>) -> ControlFlow<()> {
        let limit = self.limits().file_bytes;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
            return self.bad(place, kind, IntakeError::TooLarge { limit });
        }
        if is_xml(kind) && xades::may_be_signed(&bytes) {
            place
                .signatures
                .extend(xades::signatures(&bytes, self.options.trust.as_ref()));
        }
        self.hand_over(place, kind, Ok(bytes.into_owned()))
    }

    /// Hands over a member that could not be opened.
    pub(super) fn bad(&mut self, place: Place, kind: Kind, error: IntakeError) -> ControlFlow<()> {
        self.hand_over(place, kind, Err(error))
    }

    fn hand_over(
        &mut self,
        place: Place,
        kind: Kind,
        content: Result<Vec<u8>, IntakeError>,
    ) -> ControlFlow<()> {
        self.handed = self.handed.saturating_add(1);
        let is_of_the_system = [&place.member, &place.name].map(|path| names::is_of_the_system(path));
        let kind = if is_of_the_system.contains(&true) {
            Kind::System
        } else {
            kind
        };
        (self.on)(Item {
            file_name: file_name(&place.name, kind, content.is_ok()),
            member: place.member,
            kind,
            content,
            original: place.original,
            signatures: place.signatures,
            metadata: place.metadata,
            mail: place.mail,
        })
    }
}

impl Place {
    /// The opened file itself.
    pub(super) fn of_file(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// A member of the container at this place.
    pub(super) fn inside(&self, member: &str) -> Self {
        let shown = names::shown(member);
        Self {
            member: if self.member.is_empty() {
                shown
            } else {
                format!("{}/{shown}", self.member)
            },
            name: member.to_owned(),
            depth: self.depth.saturating_add(1),
            original: None,
            signatures: self.signatures.clone(),
            metadata: None,
            mail: self.mail.clone(),
        }
    }

    /// The same place, one envelope further in: what arrived is kept.
    fn around(mut self, bytes: Cow<'_, [u8]>) -> Self {
        if self.original.is_none() {
            self.original = Some(bytes.into_owned());
        }
        self.depth = self.depth.saturating_add(1);
        self
    }
}

const fn kind_of_container(looks: Looks) -> Kind {
    match looks {
        Looks::Zip => Kind::Archive,
        Looks::Mail => Kind::Mail,
        _ => Kind::Signed,
    }
}

const fn is_xml(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Fattura | Kind::FatturaSemplificata | Kind::Messaggio | Kind::Metadati | Kind::Xml
    )
}

/// A safe name without the extensions of envelopes; XML has its own.
fn file_name(name: &str, kind: Kind, is_opened: bool) -> String {
    let mut safe = safe_name(name);
    if !is_opened {
        return safe;
    }
    while let Some(stem) = [".p7m", ".b64", ".pem"].iter().find_map(|end| {
        let at = safe.len().checked_sub(end.len())?;
        safe.split_at_checked(at)
            .filter(|(stem, tail)| !stem.is_empty() && tail.eq_ignore_ascii_case(end))
    }) {
        safe.truncate(stem.0.len());
    }
    if is_xml(kind) && !safe.to_ascii_lowercase().ends_with(".xml") {
        safe.push_str(".xml");
    }
    safe_name(&safe)
}
