//! How high the bars of a chart stand: lines at round amounts, heights in thousandths. Pure.

use money::Cents;

use super::Tacca;

/// At most so many steps from the foot to the top.
const STEPS: i64 = 4;
/// What is not nothing can be seen.
const LEAST: i32 = 4;

/// The scale of a chart.
pub(super) struct Scala {
    bottom: i64,
    top: i64,
    step: i64,
}

impl Scala {
    /// One that holds all the amounts and zero, with lines at 1, 2 or 5 times a power of ten euro.
    pub(super) fn of(amounts: impl IntoIterator<Item = Cents>) -> Self {
        let (mut least, mut most) = (0, 0);
        for amount in amounts {
            least = amount.get().min(least);
            most = amount.get().max(most);
        }
        let mut step: i64 = 100;
        let mut factors = [2_i64, 5, 10].into_iter().cycle();
        let mut power: i64 = 100;
        loop {
            let up = most.saturating_add(step - 1).div_euclid(step);
            let down = least.saturating_neg().saturating_add(step - 1).div_euclid(step);
            if up.saturating_add(down) <= STEPS {
                return Self {
                    bottom: down.saturating_mul(step).saturating_neg(),
                    top: up.max(1).saturating_mul(step),
                    step,
                };
            }
            let factor = factors.next().unwrap_or(10);
            let Some(next) = power.checked_mul(factor) else {
                return Self {
                    bottom: least,
                    top: most,
                    step: i64::MAX,
                };
            };
            step = next;
            if factor == 10 {
                power = next;
            }
        }
    }

    /// Height of zero from the foot.
    pub(super) fn zero(&self) -> i32 {
        self.thousandths(self.bottom.saturating_neg())
    }

    /// Height of a bar from zero, below zero for a negative amount.
    pub(super) fn height(&self, amount: Cents) -> i32 {
        match self.thousandths(amount.get()) {
            low if amount.get() > 0 => low.max(LEAST),
            low if amount.get() < 0 => low.min(-LEAST),
            nothing => nothing,
        }
    }

    /// The lines, from the foot upwards.
    pub(super) fn lines(&self) -> Vec<Tacca> {
        let mut lines = Vec::new();
        let mut at = self.bottom;
        while at <= self.top {
            lines.push(Tacca {
                valore: Cents::new(at),
                altezza: self.thousandths(at.saturating_sub(self.bottom)),
            });
            match at.checked_add(self.step) {
                Some(next) => at = next,
                None => break,
            }
        }
        lines
    }

    fn thousandths(&self, amount: i64) -> i32 {
        share(amount, self.top.saturating_sub(self.bottom))
    }
}

/// `part` of `whole` in thousandths, rounded towards zero; nothing of nothing.
pub(super) fn share(part: i64, whole: i64) -> i32 {
    let thousandths = i128::from(part)
        .saturating_mul(1_000)
        .checked_div(i128::from(whole));
    thousandths
        .and_then(|share| i32::try_from(share).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(amounts: &[i64]) -> Vec<(i64, i32)> {
        let scala = Scala::of(amounts.iter().copied().map(Cents::new));
        let lines = scala.lines().into_iter();
        lines
            .map(|line| (line.valore.get() / 100, line.altezza))
            .collect()
    }

    #[test]
    fn lines_stand_at_round_amounts() {
        assert_eq!(lines(&[]), [(0, 0), (1, 1000)]);
        assert_eq!(lines(&[1]), [(0, 0), (1, 1000)]);
        assert_eq!(lines(&[400]), [(0, 0), (1, 250), (2, 500), (3, 750), (4, 1000)]);
        assert_eq!(lines(&[123_456]), [(0, 0), (500, 333), (1000, 666), (1500, 1000)]);
        assert_eq!(
            lines(&[350_000, -20_000]),
            [(-2000, 0), (0, 333), (2000, 666), (4000, 1000)]
        );
        assert_eq!(lines(&[-10_000]), [(-100, 0), (-50, 333), (0, 666), (50, 1000)]);
        assert!(lines(&[i64::MAX, i64::MIN]).len() <= 5);
    }

    #[test]
    fn heights_are_parts_of_the_whole() {
        let scala = Scala::of([40_000, -10_000].map(Cents::new));
        assert_eq!(scala.zero(), 333);
        assert_eq!(scala.height(Cents::new(40_000)), 666);
        assert_eq!(scala.height(Cents::new(-10_000)), -166);
        assert_eq!(scala.height(Cents::new(1)), LEAST);
        assert_eq!(scala.height(Cents::ZERO), 0);
        assert_eq!((share(1, 0), share(-1, 3), share(5, 5)), (0, -333, 1000));
    }
}
