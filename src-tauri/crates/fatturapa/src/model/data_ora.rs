//! A day and an hour as files have them.

use std::fmt;

use jiff::{civil::DateTime, tz::Offset};

/// An `xs:dateTime`: the hour as read on a clock, and how far that clock is from UTC when the file says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DataOra {
    /// Day and hour as written.
    pub civil: DateTime,
    /// The offset from UTC, whole minutes up to 14 hours; `Z` is zero.
    pub offset: Option<Offset>,
}

impl DataOra {
    /// Reads `2026-11-24T18:30:00.000+01:00`; the offset may be missing or `Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, hour) = text.split_once('T')?;
        let at = hour.find(['Z', '+', '-']).unwrap_or(hour.len());
        let (hour, zone) = hour.split_at_checked(at)?;
        let form: Vec<&str> = hour.split(':').collect();
        let [_, _, _] = form.as_slice() else { return None };
        let civil = format!("{day}T{hour}").parse().ok()?;
        let offset = match zone {
            "" => None,
            _ => Some(offset(zone)?),
        };
        Some(Self { civil, offset })
    }
}

impl From<DateTime> for DataOra {
    fn from(civil: DateTime) -> Self {
        Self { civil, offset: None }
    }
}

impl fmt::Display for DataOra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.civil)?;
        match self.offset.map(|offset| offset.seconds()) {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(seconds) => {
                let sign = if seconds < 0 { '-' } else { '+' };
                let minutes = seconds.unsigned_abs().div_euclid(60);
                write!(
                    f,
                    "{sign}{:02}:{:02}",
                    minutes.div_euclid(60),
                    minutes.rem_euclid(60)
                )
            }
        }
    }
}

/// Reads `Z`, `+01:00` or `-14:00`.
pub(crate) fn offset(text: &str) -> Option<Offset> {
    if text == "Z" {
        return Some(Offset::UTC);
    }
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let number = |text: &str| {
        let is_pair = text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| is_pair)
    };
    let (hours, minutes) = rest.split_once(':')?;
    let total = number(hours)?
        .checked_mul(60)?
        .checked_add(number(minutes).filter(|minutes| *minutes < 60)?)?;
    let seconds = total.checked_mul(60)?.checked_mul(sign)?;
    Offset::from_seconds(seconds).ok().filter(|_| total <= 14 * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_keep_their_offset() {
        for (text, written) in [
            ("2012-10-22T16:46:12.000+02:00", "2012-10-22T16:46:12+02:00"),
            ("2013-06-06T12:00:00Z", "2013-06-06T12:00:00Z"),
            ("2013-06-06T12:00:00.25", "2013-06-06T12:00:00.25"),
            ("2013-06-06T12:00:00-09:30", "2013-06-06T12:00:00-09:30"),
        ] {
            let read = DataOra::parse(text).unwrap();
            assert_eq!(read.to_string(), written);
            assert_eq!(DataOra::parse(written), Some(read));
        }
        for text in [
            "2013-06-06",
            "2013-06-06T12:00",
            "2013-06-06T25:00:00",
            "2013-06-06T12:00:00+2",
            "2013-06-06T12:00:00+15:00",
            "T12:00:00",
            "2013-06-06T",
        ] {
            assert_eq!(DataOra::parse(text), None, "{text}");
        }
    }
}
