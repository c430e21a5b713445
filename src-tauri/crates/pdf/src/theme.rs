//! Lengths, colours and the one default design.

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

/// The look of a document. Sizes follow from `body_um`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
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
            accent: Rgb(31, 111, 92),
            ink: Rgb(24, 24, 27),
            muted: Rgb(104, 104, 115),
            hairline: Rgb(222, 222, 228),
            wash: Rgb(246, 246, 249),
            body_um: tenths_pt(90),
        }
    }
}

impl Theme {
    /// A size relative to the body, in percent of it.
    pub(crate) fn size(&self, percent: i64) -> Um {
        self.body_um.clamp(tenths_pt(50), tenths_pt(200)) * percent / 100
    }
}
