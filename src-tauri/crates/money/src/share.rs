//! Splitting an amount so that the parts add up to it exactly.

use crate::{Cents, TooLarge};

/// Splits `total` in proportion to `weights`, in cents, by largest remainder: every part is cut to the cent
/// towards zero, then the missing cents go to the largest remainders (the first one when equal).
/// The parts always add up to `total`. With no weight other than zero, everything goes to the first part.
///
/// # Errors
/// [`TooLarge`] when an intermediate value overflows.
pub fn share(total: Cents, weights: &[Cents]) -> Result<Vec<Cents>, TooLarge> {
    let sum = Cents::sum(weights.iter().copied())?;
    if sum.is_zero() {
        let rest = std::iter::repeat_n(Cents::ZERO, weights.len().saturating_sub(1));
        return Ok(std::iter::once(total).take(weights.len()).chain(rest).collect());
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for (at, weight) in weights.iter().enumerate() {
        let exact = total
            .decimal()
            .checked_mul(weight.decimal())
            .and_then(|product| product.checked_div(sum.decimal()))
            .ok_or(TooLarge)?;
        let whole = exact.trunc_with_scale(2);
        parts.push(Cents::from_decimal(whole)?);
        remainders.push((exact.checked_sub(whole).ok_or(TooLarge)?.abs(), at));
    }
    let missing = total.minus(Cents::sum(parts.iter().copied())?)?;
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let step = Cents::new(missing.get().signum());
    let steps = usize::try_from(missing.get().unsigned_abs()).map_err(|_too_wide| TooLarge)?;
    for (_, at) in remainders.iter().cycle().take(steps) {
        if let Some(part) = parts.get_mut(*at) {
            *part = part.plus(step)?;
        }
    }
    debug_assert_eq!(Cents::sum(parts.iter().copied()), Ok(total), "the parts add up");
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(texts: &[&str]) -> Vec<Cents> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn the_missing_cents_go_to_the_largest_remainders() {
        let cases: &[(&str, &[&str], &[&str])] = &[
            (
                "25.00",
                &["233.33", "100.00", "66.67"],
                &["14.58", "6.25", "4.17"],
            ),
            ("1000.01", &["1", "1"], &["500.01", "500.00"]),
            ("-0.01", &["1", "1"], &["-0.01", "0.00"]),
            ("10.00", &["0", "0"], &["10.00", "0.00"]),
            ("100.00", &["1", "1", "1"], &["33.34", "33.33", "33.33"]),
            ("5.00", &[], &[]),
        ];
        for (total, weights, expected) in cases {
            assert_eq!(
                share(total.parse().unwrap(), &cents(weights)).unwrap(),
                cents(expected),
                "{total}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn parts_add_up(total in -10_000_000_i64..10_000_000, weights in proptest::collection::vec(1_i64..1_000_000, 1..20)) {
            let weights: Vec<Cents> = weights.into_iter().map(Cents::new).collect();
            let parts = share(Cents::new(total), &weights).unwrap();
            proptest::prop_assert_eq!(Cents::sum(parts), Ok(Cents::new(total)));
        }
    }
}
