//! A letter as a file that mail programs open as a draft: headers (RFC 5322, RFC 2047), a text and attachments (RFC
//! 2045, RFC 2046). Everything below the headers is base64, so that no byte of it means anything.

use jiff::Timestamp;

/// A letter that was not sent.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    /// Addresses as typed, apart by comma or semicolon; those that are none are left out.
    pub(crate) to: String,
    /// One line.
    pub(crate) subject: String,
    /// Plain text.
    pub(crate) text: String,
    /// When it was written.
    pub(crate) at: Timestamp,
    /// Files that go with it.
    pub(crate) attachments: Vec<Attachment>,
}

/// A file that goes with a letter.
#[derive(Debug, Clone)]
pub(crate) struct Attachment {
    /// Its name; anything but letters, digits, `.`, `-` and `_` is written as `_`.
    pub(crate) name: String,
    /// `application/pdf`.
    pub(crate) mime: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Base64 has no hyphen: no line of a part can be taken for it.
const BOUNDARY: &str = "=-fatturein1click-=";

impl Letter {
    /// The file. Outlook and Thunderbird open it as a draft (`X-Unsent`), others as a letter that can be sent again.
    pub(crate) fn eml(&self) -> Vec<u8> {
        let mut file = String::new();
        let mut line = |text: &str| {
            file.push_str(text);
            file.push_str("\r\n");
        };
        let to = addresses(&self.to);
        line("X-Unsent: 1");
        line(&self.at.strftime("Date: %a, %d %b %Y %H:%M:%S +0000").to_string());
        if !to.is_empty() {
            line(&format!("To: {}", to.join(",\r\n ")));
        }
        line(&format!("Subject: {}", unstructured(&self.subject)));
        line("MIME-Version: 1.0");
        line(&format!("Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\""));
        line("");
        line(&format!("--{BOUNDARY}"));
        line("Content-Type: text/plain; charset=utf-8");
        line("Content-Transfer-Encoding: base64");
        line("");
        let text = self.text.replace("\r\n", "\n").replace('\n', "\r\n");
        line(&lines_of_base64(text.as_bytes()));
        for Attachment { name, mime, bytes } in &self.attachments {
            let name = plain_name(name);
            line(&format!("--{BOUNDARY}"));
            line(&format!("Content-Type: {mime}; name=\"{name}\""));
            line(&format!("Content-Disposition: attachment; filename=\"{name}\""));
            line("Content-Transfer-Encoding: base64");
            line("");
            line(&lines_of_base64(bytes));
        }
        line(&format!("--{BOUNDARY}--"));
        file.into_bytes()
    }
}

/// The addresses in a text. An address here is what every mail program takes as it is: one `@`, no quotes, ASCII.
pub(crate) fn addresses(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_ascii_graphic() && !"()<>[]:;@\\,\"".contains(c);
    let is_address = |text: &&str| {
        text.len() <= 254
            && text.split_once('@').is_some_and(|(name, host)| {
                [name, host]
                    .iter()
                    .all(|part| !part.is_empty() && part.chars().all(is_part))
            })
    };
    text.split([',', ';']).map(str::trim).filter(is_address).collect()
}

/// A header's text on lines of at most 76 characters; what is not plain becomes encoded words (RFC 2047).
fn unstructured(text: &str) -> String {
    /// Bytes of text in an encoded word, which is at most 75 characters long.
    const MOST: usize = 45;
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let text = text.trim();
    if text.len() <= 66 && text.is_ascii() && !text.contains("=?") {
        return text.to_owned();
    }
    let mut words = vec![String::new()];
    for c in text.chars() {
        match words.last_mut().filter(|word| word.len() + c.len_utf8() <= MOST) {
            Some(word) => word.push(c),
            None => words.push(c.to_string()),
        }
    }
    let encoded = words
        .iter()
        .map(|word| format!("=?utf-8?B?{}?=", base64(word.as_bytes())));
    encoded.collect::<Vec<_>>().join("\r\n ")
}

fn plain_name(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    name.chars().map(|c| if plain(c) { c } else { '_' }).collect()
}

/// Base64 on lines of 76 characters (RFC 2045 6.8).
fn lines_of_base64(bytes: &[u8]) -> String {
    let lines = bytes.chunks(57).map(base64);
    lines.collect::<Vec<_>>().join("\r\n")
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = usize::try_from(bits >> shift & 63)
                .ok()
                .and_then(|digit| ALPHABET.get(digit));
            let digit = digit.filter(|_| place <= three.len());
            text.push(digit.copied().map_or('=', char::from));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xff, 0xef, 0xbe]), "/+++");
        let long = lines_of_base64(&[7; 200]);
        assert!(long.split("\r\n").all(|line| line.len() <= 76));
    }

    #[test]
    fn an_address_is_one_or_left_out() {
        for (typed, found) in [
            ("a@b.it", vec!["a@b.it"]),
            (" a@b.it ; c.d+e@f.example,", vec!["a@b.it", "c.d+e@f.example"]),
            ("a@b.it\r\nBcc: x@y.it", vec![]),
            ("Anna <a@b.it>", vec![]),
            ("a@b@c, @b, a@, perché@b.it", vec![]),
        ] {
            assert_eq!(addresses(typed), found, "{typed:?}");
        }
    }

    #[test]
    fn a_subject_cannot_begin_another_header_and_no_line_is_too_long() {
        assert_eq!(unstructured("Fattura n. 12"), "Fattura n. 12");
        assert_eq!(unstructured("a\r\nBcc: x@y.it\u{0}"), "a  Bcc: x@y.it");
        assert_eq!(unstructured("Perù"), "=?utf-8?B?UGVyw7k=?=");
        assert!(unstructured("=?utf-8?B?UGVyw7k=?=").starts_with("=?utf-8?B?PT91"));
        let long = unstructured(&"è€𝄞 parola ".repeat(20));
        assert!(long.split("\r\n").all(|line| line.len() <= 76), "{long}");
    }
}
