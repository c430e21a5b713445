//! The forms of `xs:date` and `xs:dateTime`, time zone included.

/// A day with an optional time zone; from 1970-01-01 when `is_recent`.
pub(super) fn is_date(text: &str, is_recent: bool) -> bool {
    let Some((day, zone)) = day(text) else {
        return false;
    };
    let Some(zone) = minutes(zone) else { return false };
    !is_recent || day.is_from_1970(zone)
}

/// A day, `T`, and an hour with an optional time zone.
pub(super) fn is_date_time(text: &str) -> bool {
    day(text)
        .and_then(|(_, rest)| time(rest.strip_prefix('T')?))
        .is_some_and(|zone| minutes(zone).is_some())
}

struct Day {
    is_negative: bool,
    /// Digits of the year, without zeros before them.
    year: u64,
    month: u32,
    day: u32,
}

impl Day {
    /// As the official tools decide: where one of the two has no time zone, it may be up to 14 hours off.
    fn is_from_1970(&self, zone: Option<i32>) -> bool {
        if self.is_negative || self.year < 1970 {
            return false;
        }
        let is_first = self.year == 1970 && self.month == 1 && self.day == 1;
        match zone {
            Some(zone) if is_first => zone <= -14 * 60,
            _ => true,
        }
    }
}

/// The day at the beginning, and what follows.
fn day(text: &str) -> Option<(Day, &str)> {
    let (is_negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = rest.split_at_checked(length)?;
    if length < 4 || (length > 4 && digits.starts_with('0')) {
        return None;
    }
    let year = digits.parse::<u64>().ok().filter(|year| *year > 0)?;
    let (month, rest) = two_digits(rest.strip_prefix('-')?)?;
    let (day, rest) = two_digits(rest.strip_prefix('-')?)?;
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then_some((
        Day {
            is_negative,
            year,
            month,
            day,
        },
        rest,
    ))
}

/// The hour at the beginning; gives what follows.
fn time(text: &str) -> Option<&str> {
    let (hour, rest) = two_digits(text)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':')?)?;
    let (second, rest) = two_digits(rest.strip_prefix(':')?)?;
    let (is_zero, rest) = match rest.strip_prefix('.') {
        Some(fraction) => {
            let length = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, rest) = fraction.split_at_checked(length).filter(|_| length > 0)?;
            (digits.bytes().all(|digit| digit == b'0'), rest)
        }
        None => (true, rest),
    };
    let is_end_of_day = hour == 24 && minute == 0 && second == 0 && is_zero;
    ((hour < 24 && minute < 60 && second < 60) || is_end_of_day).then_some(rest)
}

/// The offset from UTC: none, `Z`, or hours and minutes up to 14:00.
fn minutes(text: &str) -> Option<Option<i32>> {
    if text.is_empty() {
        return Some(None);
    }
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("Z", "")) => return Some(Some(0)),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return None,
    };
    let (hours, rest) = two_digits(rest)?;
    let (minutes, rest) = two_digits(rest.strip_prefix(':')?)?;
    let total = i32::try_from(hours.checked_mul(60)?.checked_add(minutes)?).ok()?;
    (rest.is_empty() && minutes < 60 && total <= 14 * 60).then_some(Some(total.checked_mul(sign)?))
}

fn two_digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        .then(|| digits.parse().ok())
        .flatten()
        .map(|number| (number, rest))
}
