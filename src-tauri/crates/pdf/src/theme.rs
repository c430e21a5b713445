//! Lengths, colours and the designs.

/// A length in micrometres (a thousandth of a millimetre).
pub type Um = i64;

/// Millimetres as micrometres.
#[must_use]
pub const fn mm(millimetres: i64) -> Um {
    millimetres * 1_000
}

/// Tenths of a typographic point as micrometres (1 pt = 25.4 mm / 72), to the nearest.
#[must_use]
pub(crate) const fn tenths_pt(tenths: i64) -> Um {
    (tenths * 25_400 + 360) / 720
}

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// How a page is set; the content and its order are the same in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Design {
    /// Hairlines, and the accent on the sum that is asked for.
    #[default]
    Classic,
    /// The accent as ground: an edge at the top of the page, the titles of tables, the sum that is asked for.
    Modern,
    /// A letter: the sender in one line, a large light title, no rules between rows.
    Plain,
}

/// The look of a document. Sizes follow from `body_um`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// How the page is set.
    pub design: Design,
    /// The one colour that is not grey: the rule under the head and the total.
    pub accent: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Labels, second lines, the foot.
    pub muted: Rgb,
    /// Hairlines.
    pub hairline: Rgb,
    /// The ground of a note.
    pub wash: Rgb,
    /// Height of the body font in micrometres; 5 to 20 pt, less or more is taken to the bound.
    pub body_um: Um,
}

impl Default for Theme {
    /// Near-black on white, greys from one scale, the green of the program, 9 pt.
    fn default() -> Self {
        Self {
            design: Design::Classic,
            accent: Rgb(31, 111, 92),
            ink: Rgb(24, 24, 27),
            muted: Rgb(104, 104, 115),
            hairline: Rgb(222, 222, 228),
            wash: Rgb(246, 246, 249),
            body_um: tenths_pt(90),
        }
    }
}

impl Rgb {
    /// White paper.
    pub(crate) const PAPER: Self = Self(255, 255, 255);

    /// Relative luminance in millionths, with a gamma of 2 for that of sRGB.
    fn luminance(self) -> i64 {
        let square = |part: u8| i64::from(part) * i64::from(part);
        let Self(red, green, blue) = self;
        (square(red) * 2_126 + square(green) * 7_152 + square(blue) * 722) * 100 / (255 * 255)
    }

    /// Contrast with another colour in hundredths, 100 to 2,100, as WCAG 2 defines it.
    fn contrast(self, other: Self) -> i64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 50_000) * 100 / (one.min(other) + 50_000)
    }
}

impl Theme {
    /// The accent as large text on paper; ink where the accent is too light to be read.
    pub(crate) fn accent_text(&self) -> Rgb {
        if self.accent.contrast(Rgb::PAPER) >= 300 {
            self.accent
        } else {
            self.ink
        }
    }

    /// Text on the accent as ground: paper or ink, whichever is read better.
    pub(crate) fn on_accent(&self) -> Rgb {
        if self.accent.contrast(Rgb::PAPER) >= self.accent.contrast(self.ink) {
            Rgb::PAPER
        } else {
            self.ink
        }
    }

    /// A size relative to the body, in percent of it.
    pub(crate) fn size(&self, percent: i64) -> Um {
        self.body_um.clamp(tenths_pt(50), tenths_pt(200)) * percent / 100
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_whatever_the_accent() {
        let theme = |accent| Theme {
            accent,
            ..Theme::default()
        };
        for (accent, text, on) in [
            (Rgb(31, 111, 92), Rgb(31, 111, 92), Rgb::PAPER),
            (Rgb(0, 0, 0), Rgb(0, 0, 0), Rgb::PAPER),
            (Rgb(250, 204, 21), Rgb(24, 24, 27), Rgb(24, 24, 27)),
            (Rgb(255, 255, 255), Rgb(24, 24, 27), Rgb(24, 24, 27)),
        ] {
            let theme = theme(accent);
            assert_eq!((theme.accent_text(), theme.on_accent()), (text, on), "{accent:?}");
        }
        for red in 0..=255 {
            let theme = theme(Rgb(red, 120, 160));
            assert!(theme.accent_text().contrast(Rgb::PAPER) >= 300);
            assert!(theme.on_accent().contrast(theme.accent) >= 400, "{red}");
        }
    }
}
