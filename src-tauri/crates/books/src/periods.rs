//! Spans of the calendar that move with the day: what a filter kept as "last month" finds next month is another one.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A span of the calendar, told from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Periodo {
    /// The month of today.
    QuestoMese,
    /// The month before.
    MeseScorso,
    /// The three months of today, counted from January.
    QuestoTrimestre,
    /// The three before.
    TrimestreScorso,
    /// The year of today.
    QuestAnno,
    /// The year before.
    AnnoScorso,
}

/// A span with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PeriodoDays {
    /// Which one; a filter takes its name for a day.
    pub periodo: Periodo,
    /// First day, ISO.
    pub dal: String,
    /// Last day, ISO.
    pub al: String,
}

/// Each with what one types for it; the first word is its name.
const WORDS: [(Periodo, [&str; 3]); 6] = [
    (Periodo::QuestoMese, ["questo_mese", "questo mese", "this month"]),
    (Periodo::MeseScorso, ["mese_scorso", "mese scorso", "last month"]),
    (
        Periodo::QuestoTrimestre,
        ["questo_trimestre", "questo trimestre", "this quarter"],
    ),
    (
        Periodo::TrimestreScorso,
        ["trimestre_scorso", "trimestre scorso", "last quarter"],
    ),
    (Periodo::QuestAnno, ["quest_anno", "quest'anno", "this year"]),
    (Periodo::AnnoScorso, ["anno_scorso", "anno scorso", "last year"]),
];

impl Periodo {
    /// Its first and its last day.
    #[must_use]
    pub fn days(self, today: Date) -> (Date, Date) {
        let month = today.first_of_month();
        let quarter = month.saturating_sub(i64::from((today.month() - 1) % 3).months());
        let year = today.first_of_year();
        let (first, months) = match self {
            Self::QuestoMese => (month, 1),
            Self::MeseScorso => (month.saturating_sub(1.month()), 1),
            Self::QuestoTrimestre => (quarter, 3),
            Self::TrimestreScorso => (quarter.saturating_sub(3.months()), 3),
            Self::QuestAnno => (year, 12),
            Self::AnnoScorso => (year.saturating_sub(1.year()), 12),
        };
        let last = first.saturating_add((months - 1).months()).last_of_month();
        (first, last)
    }

    /// The span that a text names, in either language.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace('\u{2019}', "'");
        let (periodo, _) = WORDS.iter().find(|(_, words)| words.contains(&text.as_str()))?;
        Some(*periodo)
    }
}

/// Every span with its days.
#[must_use]
pub fn periods(today: Date) -> Vec<PeriodoDays> {
    let with_days = |(periodo, _): &(Periodo, _)| {
        let (first, last) = periodo.days(today);
        PeriodoDays {
            periodo: *periodo,
            dal: first.to_string(),
            al: last.to_string(),
        }
    };
    WORDS.iter().map(with_days).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn spans_follow_the_day() {
        let days = |today: Date| {
            let each = |one: PeriodoDays| format!("{} {}", one.dal, one.al);
            periods(today).into_iter().map(each).collect::<Vec<_>>()
        };
        assert_eq!(
            days(date(2026, 11, 30)),
            [
                "2026-11-01 2026-11-30",
                "2026-10-01 2026-10-31",
                "2026-10-01 2026-12-31",
                "2026-07-01 2026-09-30",
                "2026-01-01 2026-12-31",
                "2025-01-01 2025-12-31",
            ]
        );
        assert_eq!(
            days(date(2028, 3, 31)),
            [
                "2028-03-01 2028-03-31",
                "2028-02-01 2028-02-29",
                "2028-01-01 2028-03-31",
                "2027-10-01 2027-12-31",
                "2028-01-01 2028-12-31",
                "2027-01-01 2027-12-31",
            ]
        );
        assert_eq!(days(date(2026, 1, 1))[1], "2025-12-01 2025-12-31");
    }

    #[test]
    fn they_are_named_as_people_say_them() {
        for (text, expected) in [
            ("mese_scorso", Some(Periodo::MeseScorso)),
            (" Mese scorso ", Some(Periodo::MeseScorso)),
            ("last month", Some(Periodo::MeseScorso)),
            ("quest\u{2019}anno", Some(Periodo::QuestAnno)),
            ("mese", None),
            ("", None),
        ] {
            assert_eq!(Periodo::typed(text), expected, "{text}");
        }
        for (periodo, [name, ..]) in WORDS {
            assert_eq!(serde_json::to_value(periodo).unwrap(), name);
        }
    }
}
