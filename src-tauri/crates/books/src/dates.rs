//! Days as people type them: `30/6`, `oggi`, `+10`, `2026-06-30`. And the clock that they go by.

use std::{path::Path, sync::OnceLock};

use jiff::{ToSpan, civil::Date, tz::TimeZone};

use crate::{Error, Problem, periods::Periodo};

/// First and last day of a filter, ISO; none where it is open.
pub(crate) type Period = (Option<String>, Option<String>);

/// Why a text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadDate {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not a day of the calendar.
    #[error("not a date")]
    NotADate,
}

/// The time zone of Italy, in which days begin and end.
pub fn rome() -> TimeZone {
    const NAME: &str = "Europe/Rome";
    static ROME: OnceLock<TimeZone> = OnceLock::new();
    let known = || {
        // opened by its name, since a search goes through the hundreds of zones of the system
        let file = std::fs::read(Path::new("/usr/share/zoneinfo").join(NAME)).ok();
        file.and_then(|file| TimeZone::tzif(NAME, &file).ok())
            .or_else(|| TimeZone::get(NAME).ok())
            // a system without zones: the rule in force since 1996
            .or_else(|| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").ok())
            .unwrap_or(TimeZone::UTC)
    };
    ROME.get_or_init(known).clone()
}

/// Reads a day: ISO (`2026-06-30`), Italian (`30/6/2026`, `30.6.26`, `30-6`, `300626`), a word (`oggi`, `ieri`,
/// `domani`, `today`) or days from `today` (`+10`, `-3`). Without a year it is the year of `today`; two digits are 20xx.
///
/// # Errors
/// [`BadDate`] when it is empty or no such day exists.
pub fn typed(text: &str, today: Date) -> Result<Date, BadDate> {
    let text = text.trim();
    if text.is_empty() {
        return Err(BadDate::Empty);
    }
    let from_today = |days: i64| {
        today
            .checked_add(days.days())
            .map_err(|_out_of_range| BadDate::NotADate)
    };
    match text.to_lowercase().as_str() {
        "oggi" | "today" => return Ok(today),
        "ieri" | "yesterday" => return from_today(-1),
        "domani" | "tomorrow" => return from_today(1),
        _ => {}
    }
    if text.starts_with(['+', '-']) {
        let days: i64 = text.parse().map_err(|_not_a_number| BadDate::NotADate)?;
        return if days.abs() <= 36_500 {
            from_today(days)
        } else {
            Err(BadDate::NotADate)
        };
    }
    let parts: Vec<&str> = text
        .split(['/', '-', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    match *parts.as_slice() {
        [year, month, day] if year.len() == 4 => civil(year, month, day, today),
        [day, month, year] => civil(year, month, day, today),
        [day, month] => civil("", month, day, today),
        [digits] if digits.is_ascii() => match digits.len() {
            4 => civil(
                "",
                digits.get(2..4).unwrap_or(""),
                digits.get(..2).unwrap_or(""),
                today,
            ),
            6 | 8 => civil(
                digits.get(4..).unwrap_or(""),
                digits.get(2..4).unwrap_or(""),
                digits.get(..2).unwrap_or(""),
                today,
            ),
            _ => Err(BadDate::NotADate),
        },
        _ => Err(BadDate::NotADate),
    }
}

/// The days `dal` and `al` of a filter; none where nothing was typed. Each is a day, or the name of a [`Periodo`], whose
/// first day counts for `dal` and whose last for `al`.
pub(crate) fn bounds(dal: &str, al: &str, today: Date) -> Result<(Option<Date>, Option<Date>), Error> {
    Ok((
        bound("dal", dal, today, |(first, _)| first)?,
        bound("al", al, today, |(_, last)| last)?,
    ))
}

fn bound(field: &str, text: &str, today: Date, end: fn((Date, Date)) -> Date) -> Result<Option<Date>, Error> {
    if let Some(periodo) = Periodo::typed(text) {
        return Ok(Some(end(periodo.days(today))));
    }
    match typed(text, today) {
        Ok(day) => Ok(Some(day)),
        Err(BadDate::Empty) => Ok(None),
        Err(BadDate::NotADate) => Err(Error::Invalid(vec![
            Problem::error("date_bad", field).arg("value", text),
        ])),
    }
}

/// [`bounds`] in ISO.
pub(crate) fn period(dal: &str, al: &str, today: Date) -> Result<Period, Error> {
    let (from, to) = bounds(dal, al, today)?;
    let iso = |day: Option<Date>| day.map(|day| day.to_string());
    Ok((iso(from), iso(to)))
}

fn civil(year: &str, month: &str, day: &str, today: Date) -> Result<Date, BadDate> {
    let number = |text: &str, longest: usize| {
        if text.is_empty() || text.len() > longest || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadDate::NotADate);
        }
        text.parse::<i16>().map_err(|_too_long| BadDate::NotADate)
    };
    let year = match year.len() {
        0 => today.year(),
        2 => number(year, 2)?.checked_add(2000).ok_or(BadDate::NotADate)?,
        4 => number(year, 4)?,
        _ => return Err(BadDate::NotADate),
    };
    let small = |value: i16| i8::try_from(value).map_err(|_too_big| BadDate::NotADate);
    Date::new(year, small(number(month, 2)?)?, small(number(day, 2)?)?)
        .map_err(|_no_such_day| BadDate::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn people_type_days_in_many_ways() {
        let today = date(2026, 11, 24);
        for (text, expected) in [
            ("oggi", today),
            (" Ieri ", date(2026, 11, 23)),
            ("+10", date(2026, 12, 4)),
            ("-24", date(2026, 10, 31)),
            ("30/6", date(2026, 6, 30)),
            ("30/6/25", date(2025, 6, 30)),
            ("30.06.2025", date(2025, 6, 30)),
            ("1-2-2025", date(2025, 2, 1)),
            ("2025-02-01", date(2025, 2, 1)),
            ("3006", date(2026, 6, 30)),
            ("300625", date(2025, 6, 30)),
            ("30062025", date(2025, 6, 30)),
        ] {
            assert_eq!(typed(text, today), Ok(expected), "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        let today = date(2026, 11, 24);
        assert_eq!(typed("", today), Err(BadDate::Empty));
        for text in [
            "31/6",
            "29/2/2026",
            "abc",
            "30/6/2",
            "1/2/3/4",
            "+99999999",
            "0/0",
            "2026-13-01",
            "é1/2",
        ] {
            assert_eq!(typed(text, today), Err(BadDate::NotADate), "{text}");
        }
    }

    #[test]
    fn a_filter_takes_the_name_of_a_period_for_a_day() {
        let today = date(2026, 11, 24);
        let found = |dal, al| {
            let (from, to) = period(dal, al, today).unwrap();
            (from.unwrap_or_default(), to.unwrap_or_default())
        };
        let days = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(
            found("mese_scorso", "mese_scorso"),
            days("2026-10-01", "2026-10-31")
        );
        assert_eq!(found("anno scorso", "oggi"), days("2025-01-01", "2026-11-24"));
        assert_eq!(found("", "trimestre_scorso"), days("", "2026-09-30"));
        assert!(period("mese prima", "", today).is_err());
    }

    #[test]
    fn days_begin_at_midnight_in_rome() {
        for (instant, day) in [
            ("2026-03-28T23:30:00Z", "2026-03-29"),
            ("2026-03-29T22:30:00Z", "2026-03-30"),
            ("2026-11-24T22:59:59Z", "2026-11-24"),
            ("2026-11-24T23:00:00Z", "2026-11-25"),
        ] {
            let at: jiff::Timestamp = instant.parse().unwrap();
            assert_eq!(rome().to_datetime(at).date().to_string(), day, "{instant}");
        }
    }
}
