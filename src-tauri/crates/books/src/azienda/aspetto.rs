//! How documents are printed, for the printer.

use pdf::{Design, Rgb, Theme};

use super::{Aspetto, Disegno};

impl Aspetto {
    /// The accent that was typed (`#1f6f5c`, `1f6f5c`); none when it is empty or no colour.
    pub(super) fn rgb(&self) -> Option<Rgb> {
        let text = self.colore.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_colour = digits.len() == 6 && digits.bytes().all(|c| c.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        is_colour.then_some(Rgb(red, green, blue))
    }

    /// The look. What is no colour leaves the design its own.
    pub(crate) fn theme(&self) -> Theme {
        let (design, own) = match self.disegno {
            Disegno::Classico => (Design::Classic, Theme::default().accent),
            Disegno::Moderno => (Design::Modern, Rgb(30, 64, 111)),
            Disegno::Essenziale => (Design::Plain, Rgb(24, 24, 27)),
        };
        Theme {
            design,
            accent: self.rgb().unwrap_or(own),
            ..Theme::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_digits() {
        for (text, colour) in [
            ("#1F6f5c", Some(Rgb(31, 111, 92))),
            (" 000000 ", Some(Rgb(0, 0, 0))),
            ("", None),
            ("#fff", None),
            ("+1f6f5", None),
            ("#1f6f5cc", None),
            ("verde", None),
        ] {
            let aspetto = Aspetto {
                colore: text.to_owned(),
                ..Aspetto::default()
            };
            assert_eq!(aspetto.rgb(), colour, "{text:?}");
        }
        assert_eq!(Aspetto::default().theme(), Theme::default());
    }
}
