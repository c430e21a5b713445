//! Chance that can be repeated.

/// SplitMix64: the same seed gives the same numbers on every machine.
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `sides` - 1.
    pub(crate) fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        u32::try_from(mixed % u64::from(sides.max(1))).unwrap_or(0)
    }

    /// One of `from`.
    pub(crate) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let sides = u32::try_from(from.len()).unwrap_or(u32::MAX);
        nth(from, self.roll(sides))
    }

    /// Digits, the first of them not 0.
    pub(crate) fn digits(&mut self, length: usize) -> String {
        let mut text = self.roll(9).saturating_add(1).to_string();
        while text.len() < length {
            text.push_str(&self.roll(10).to_string());
        }
        text
    }
}

/// The entry `at` of a list that starts again at its end.
pub(crate) fn nth<T: Copy + Default>(from: &[T], at: u32) -> T {
    let at = usize::try_from(at).unwrap_or(0).checked_rem(from.len());
    at.and_then(|at| from.get(at)).copied().unwrap_or_default()
}
