//! Mail: the attachments, at whatever depth, and the facts of the message; for certified mail (PEC) also what the
//! provider certifies and whether its signature holds.
//!
//! Headers are read by mail-parser. The parts are cut here, one at a time: the library would decode all of them at
//! once, and the signature of a PEC envelope is over the bytes of a part as they are.

use std::{borrow::Cow, ops::ControlFlow, sync::Arc};

use jiff::Timestamp;
use mail_parser::{
    Address, Message, MessageParser, MimeHeaders,
    decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode},
};

use super::{
    IntakeError, Kind, Signature, cms,
    metadata::{MOST_BYTES, MetadataFiles, is_name},
    pec::{self, Pec},
    sniff::{self, Looks},
    walk::{Place, Walk},
};

/// Headers of one part; more is an attack.
const MOST_HEADER_BYTES: usize = 256 << 10;
/// Parts of one message; more is an attack.
const MOST_PARTS: usize = 10_000;
/// How deep parts may lie inside each other in one message.
const DEEPEST: u32 = 16;

/// The message that an item came with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// Address of the sender.
    pub from: String,
    /// Addresses of the recipients.
    pub to: Vec<String>,
    /// Subject.
    pub subject: String,
    /// When it was sent, as the sender says.
    pub sent_at: Option<Timestamp>,
    /// `Message-ID`, without its brackets.
    pub message_id: String,
    /// What the provider of certified mail says of it; of the message itself or of the envelope around it.
    pub pec: Option<Pec>,
    /// The signatures of the envelope.
    pub signatures: Vec<Signature>,
}

/// One part that is not made of others.
struct Part<'a> {
    name: Option<String>,
    encoding: String,
    /// Text or HTML that is read in the mail itself.
    is_body: bool,
    is_message: bool,
    body: &'a [u8],
}

/// What a message is made of.
struct Parts<'a> {
    parser: MessageParser,
    leaves: Vec<Part<'a>>,
    /// The bytes that are signed, and the signature over them, in its encoding.
    signed: Option<(&'a [u8], Vec<u8>)>,
    /// Parts that could not be cut.
    bad: Vec<IntakeError>,
}

/// Opens a message; the first bytes were looked at.
pub(super) fn visit(walk: &mut Walk<'_>, bytes: &[u8], place: Place) -> ControlFlow<()> {
    let mut parts = Parts {
        parser: MessageParser::new().with_minimal_headers().with_message_ids(),
        leaves: Vec::new(),
        signed: None,
        bad: Vec::new(),
    };
    let cut = parts.cut(bytes, DEEPEST).and_then(|message| {
        let count = u64::try_from(parts.leaves.len()).unwrap_or(u64::MAX);
        walk.budget.enter(count, &walk.options.limits)?;
        Ok(message)
    });
    let message = match cut {
        Ok(message) => message,
        Err(error) => return walk.bad(place, Kind::Mail, error),
    };
    for error in parts.bad {
        walk.bad(place.inside("parte"), Kind::Mail, error)?;
    }
    let before = walk.handed;
    let mail = Arc::new(facts(
        walk,
        message.as_ref(),
        &parts.leaves,
        parts.signed.as_ref(),
        &place,
    ));
    let metadata = metadata(&parts.leaves);
    for part in parts.leaves.iter().filter(|part| !part.is_skipped()) {
        let mut inside = place.inside(&part.name());
        inside.mail = Some(Arc::clone(&mail));
        inside.metadata = metadata.of(&inside.name);
        match part.decoded(walk) {
            Ok(bytes) if bytes.is_empty() => walk.bad(inside, Kind::Other, IntakeError::Empty)?,
            Ok(bytes) if part.is_message => walk.message(inside, bytes)?,
            Ok(bytes) => walk.visit(inside, bytes)?,
            Err(error) => walk.bad(inside, Kind::Other, error)?,
        }
    }
    if walk.handed == before {
        return walk.bad(place, Kind::Mail, IntakeError::NoAttachment);
    }
    ControlFlow::Continue(())
}

impl<'a> Parts<'a> {
    /// Cuts one entity into its parts. The answer is its headers, when it has any.
    fn cut(&mut self, bytes: &'a [u8], depth: u32) -> Result<Option<Message<'a>>, IntakeError> {
        if self.leaves.len() >= MOST_PARTS {
            return Err(IntakeError::TooManyMembers {
                limit: u64::try_from(MOST_PARTS).unwrap_or(u64::MAX),
            });
        }
        let (headers, body) = self.headers(bytes)?;
        let kind = headers.as_ref().and_then(|headers| headers.content_type());
        let boundary = kind
            .filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart"))
            .and_then(|kind| kind.attribute("boundary"));
        let Some(boundary) = boundary else {
            self.leaves.push(Part::of(headers.as_ref(), body));
            return Ok(headers);
        };
        let is_signed = kind
            .and_then(|kind| kind.subtype())
            .is_some_and(|kind| kind.eq_ignore_ascii_case("signed"));
        let inner = split(body, boundary.as_bytes());
        let before = self.leaves.len();
        for part in &inner {
            let error = match depth.checked_sub(1) {
                None => Some(IntakeError::TooDeep { limit: DEEPEST }),
                Some(depth) => self.cut(part, depth).err(),
            };
            match error {
                Some(error @ IntakeError::TooManyMembers { .. }) => return Err(error),
                Some(error) => self.bad.push(error),
                None => {}
            }
        }
        if let (true, [content, _]) = (is_signed, inner.as_slice())
            && let Some(signature) = self.leaves.get(before..).and_then(<[Part<'_>]>::last)
        {
            self.signed = signature
                .decode()
                .ok()
                .map(|signature| (*content, signature.into_owned()));
        }
        Ok(headers)
    }

    /// The headers of an entity, when there are any, and its body.
    fn headers(&self, bytes: &'a [u8]) -> Result<(Option<Message<'a>>, &'a [u8]), IntakeError> {
        let start = body_start(bytes.get(..MOST_HEADER_BYTES).unwrap_or(bytes));
        let start = match start {
            Some(start) => start,
            None if bytes.len() <= MOST_HEADER_BYTES => bytes.len(),
            None => return Err(IntakeError::Damaged("mail")),
        };
        let (lines, body) = bytes.split_at_checked(start).unwrap_or((bytes, &[]));
        let headers = self
            .parser
            .parse_headers(lines)
            .filter(|message| !message.parts.is_empty());
        Ok((headers, body))
    }
}

impl<'a> Part<'a> {
    fn of(headers: Option<&Message<'_>>, body: &'a [u8]) -> Self {
        let Some(headers) = headers else {
            return Self {
                name: None,
                encoding: String::new(),
                is_body: true,
                is_message: false,
                body,
            };
        };
        let name = headers.attachment_name().map(str::to_owned);
        let is_text = headers.content_type().is_none()
            || headers.is_content_type("text", "plain")
            || headers.is_content_type("text", "html");
        Self {
            is_body: is_text && name.is_none(),
            is_message: headers.is_content_type("message", "rfc822"),
            encoding: headers
                .content_transfer_encoding()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase(),
            name,
            body,
        }
    }

    fn name(&self) -> Cow<'_, str> {
        match &self.name {
            Some(name) => Cow::Borrowed(name),
            None if self.is_message => Cow::Borrowed("messaggio.eml"),
            None => Cow::Borrowed("allegato"),
        }
    }

    /// The text of a mail is not a member of it, unless it is one of the things that are opened.
    fn is_skipped(&self) -> bool {
        self.is_body
            && !self.decode().is_ok_and(|bytes| match sniff::looks(&bytes) {
                Looks::Zip | Looks::Cms | Looks::Encoded => true,
                Looks::Xml => sniff::kind_of_xml(&bytes) != Kind::Xml,
                _ => false,
            })
    }

    fn decode(&self) -> Result<Cow<'a, [u8]>, IntakeError> {
        match self.encoding.as_str() {
            "base64" => base64_decode(self.body)
                .map(Cow::Owned)
                .ok_or(IntakeError::Damaged("base64")),
            "quoted-printable" => quoted_printable_decode(self.body)
                .map(Cow::Owned)
                .ok_or(IntakeError::Damaged("quoted-printable")),
            _ => Ok(Cow::Borrowed(self.body)),
        }
    }

    /// The bytes of an attachment, counted.
    fn decoded(&self, walk: &mut Walk<'_>) -> Result<Cow<'a, [u8]>, IntakeError> {
        let limit = walk.limits().container_bytes;
        let size = u64::try_from(self.body.len()).unwrap_or(u64::MAX);
        walk.budget.unpack(size)?;
        if size > limit {
            return Err(IntakeError::TooLarge { limit });
        }
        self.decode()
    }
}

/// After the first empty line, whatever ends the lines.
fn body_start(bytes: &[u8]) -> Option<usize> {
    let mut line = 0;
    for end in memchr::memchr_iter(b'\n', bytes) {
        let text = bytes.get(line..end).unwrap_or_default();
        line = end.saturating_add(1);
        if text.is_empty() || text == b"\r" {
            return Some(line);
        }
    }
    None
}

/// What stands between the lines `--boundary`, without the line end that belongs to the next boundary (RFC 2046, 5.1.1).
fn split<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mark = [b"--", boundary].concat();
    let mut parts = Vec::new();
    let mut open = None;
    for at in memchr::memmem::find_iter(body, &mark) {
        // before anything is looked for: a line of a million marks has one end, not a million
        if at != 0 && body.get(at.saturating_sub(1)) != Some(&b'\n') {
            continue;
        }
        let after = body.get(at.saturating_add(mark.len())..).unwrap_or_default();
        let end = memchr::memchr(b'\n', after).unwrap_or(after.len());
        let rest = after.get(..end).unwrap_or_default().trim_ascii();
        let is_last = rest == b"--";
        if !is_last && !rest.is_empty() {
            continue;
        }
        if let Some(start) = open.take() {
            let part = body.get(start..at).unwrap_or_default();
            let part = part.strip_suffix(b"\n").unwrap_or(part);
            parts.push(part.strip_suffix(b"\r").unwrap_or(part));
        }
        if is_last {
            return parts;
        }
        open = Some(
            at.saturating_add(mark.len())
                .saturating_add(end)
                .saturating_add(1),
        );
    }
    // a message that was cut short
    parts.extend(open.and_then(|start| body.get(start..)));
    parts
}

fn facts(
    walk: &Walk<'_>,
    message: Option<&Message<'_>>,
    parts: &[Part<'_>],
    signed: Option<&(&[u8], Vec<u8>)>,
    place: &Place,
) -> Mail {
    let certified = parts.iter().find(|part| {
        part.name
            .as_ref()
            .is_some_and(|name| name.eq_ignore_ascii_case("daticert.xml"))
    });
    // the message inside of an envelope is what the envelope certifies
    let outer = place.mail.as_deref();
    let pec = certified
        .and_then(|part| part.decode().ok())
        .and_then(|bytes| pec::read(&bytes));
    let signatures =
        signed.map(|(content, signature)| cms::detached(signature, content, walk.options.trust.as_ref()));
    Mail {
        from: addresses(message.and_then(Message::from))
            .into_iter()
            .next()
            .unwrap_or_default(),
        to: addresses(message.and_then(Message::to)),
        subject: text(message.and_then(Message::subject)),
        sent_at: message
            .and_then(Message::date)
            .and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
        message_id: text(message.and_then(Message::message_id)),
        pec: pec.or_else(|| outer.and_then(|mail| mail.pec.clone())),
        signatures: signatures
            .unwrap_or_else(|| outer.map(|mail| mail.signatures.clone()).unwrap_or_default()),
    }
}

fn text(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

fn addresses(address: Option<&Address<'_>>) -> Vec<String> {
    let each = address.into_iter().flat_map(Address::iter).take(100);
    each.filter_map(|one| one.address.as_deref().map(str::to_owned))
        .collect()
}

/// The metadata files, so that each is at hand when its invoice comes.
fn metadata(parts: &[Part<'_>]) -> MetadataFiles {
    let mut metadata = MetadataFiles::default();
    for part in parts {
        let Some(name) = part.name.as_ref().filter(|name| is_name(name)) else {
            continue;
        };
        let is_small = u64::try_from(part.body.len()).is_ok_and(|size| size <= MOST_BYTES);
        if let Some(bytes) = part.decode().ok().filter(|_| is_small) {
            metadata.add(name, bytes.into_owned());
        }
    }
    metadata
}
