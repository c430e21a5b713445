//! Dated parameters of the law, from `assets/parametri.tsv`. The books freeze the value used in an issued document;
//! the user may override one with a dated row of their own.

use jiff::civil::Date;
use money::{Cents, Rate};

use crate::data::{PARAMETRI, RigaParametro};

/// A value of the law on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parametro<T> {
    /// The value.
    pub value: T,
    /// First day.
    pub from: Date,
    /// Last day; none while no end is known.
    pub to: Option<Date>,
    /// Law or page it comes from.
    pub source: &'static str,
    /// "Da verificare": sources disagree or none was seen.
    pub is_doubtful: bool,
}

/// The keys of the table, by what their values are.
macro_rules! parametri {
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $make:expr;)+) => {
        $(
            $(#[$doc])*
            ///
            /// None on a day that the table does not cover.
            #[must_use]
            pub fn $name(day: Date) -> Option<Parametro<$kind>> {
                let row = find(stringify!($name), day)?;
                let make: fn(i64) -> $kind = $make;
                Some(Parametro { value: make(row.value), from: row.from, to: row.to, source: row.source, is_doubtful: row.is_doubtful })
            }
        )+

        #[cfg(test)]
        const KEYS: &[&str] = &[$(stringify!($name),)+];
    };
}

parametri! {
    /// The stamp duty is due above this amount, not at it (DPR 642/1972 tariffa art. 13).
    bollo_soglia: Cents = Cents::new;
    /// The stamp duty on one document.
    bollo_importo: Cents = Cents::new;
    /// Withholding on fees of professionals and occasional workers (art. 25 DPR 600/1973).
    ritenuta_professionisti: Rate = Rate::new;
    /// Withholding, final, on fees of non-residents (art. 25 c.2 DPR 600/1973).
    ritenuta_non_residenti: Rate = Rate::new;
    /// Withholding on commissions (art. 25-bis DPR 600/1973): the first IRPEF bracket.
    ritenuta_provvigioni: Rate = Rate::new;
    /// Share of commissions subject to withholding.
    ritenuta_provvigioni_base: Rate = Rate::new;
    /// The same share for an agent who declares regular staff.
    ritenuta_provvigioni_base_ridotta: Rate = Rate::new;
    /// Withholding on contract works for a condominio (art. 25-ter DPR 600/1973).
    ritenuta_condominio: Rate = Rate::new;
    /// Enasarco contribution on commissions, both halves.
    enasarco_aliquota: Rate = Rate::new;
    /// The half that is withheld from the agent.
    enasarco_quota_agente: Rate = Rate::new;
    /// Yearly cap of commissions of an agent of several firms.
    enasarco_massimale_plurimandatario: Cents = Cents::new;
    /// Yearly cap of commissions of an agent of one firm.
    enasarco_massimale_monomandatario: Cents = Cents::new;
    /// Yearly minimum contribution of an agent of several firms.
    enasarco_minimale_plurimandatario: Cents = Cents::new;
    /// Yearly minimum contribution of an agent of one firm.
    enasarco_minimale_monomandatario: Cents = Cents::new;
    /// Whether split payment applies (art. 17-ter DPR 633/1972).
    split_payment: bool = |value| value != 0;
    /// Days from the operation within which an immediate invoice is sent (art. 21 c.4 DPR 633/1972).
    termine_emissione_immediata_giorni: i64 = |days| days;
    /// Day of the month after the deliveries within which a deferred invoice is sent (art. 21 c.4 lett. a).
    termine_emissione_differita_giorno: i64 = |day| day;
    /// Days within which a rejected file may be sent again with the same number and date.
    termine_riemissione_scarto_giorni: i64 = |days| days;
    /// Greatest total of a simplified invoice (art. 21-bis DPR 633/1972).
    fattura_semplificata_massimo: Cents = Cents::new;
    /// Revenue of the year above which the regime forfettario ends with the next year.
    forfettario_limite: Cents = Cents::new;
    /// Revenue of the year above which it ends at once.
    forfettario_limite_immediato: Cents = Cents::new;
    /// Usual INPS recharge on fees (art. 1 c.212 L. 662/1996).
    rivalsa_inps: Rate = Rate::new;
}

/// The VAT rates of that day, highest first, without the zero that needs a Natura.
#[must_use]
pub fn aliquote_iva(day: Date) -> Vec<Parametro<Rate>> {
    let mut rates: Vec<_> = rows("aliquota_iva", day)
        .map(|row| Parametro {
            value: Rate::new(row.value),
            from: row.from,
            to: row.to,
            source: row.source,
            is_doubtful: row.is_doubtful,
        })
        .collect();
    rates.sort_by_key(|rate| std::cmp::Reverse(rate.value));
    rates
}

fn find(key: &str, day: Date) -> Option<&'static RigaParametro> {
    rows(key, day).next()
}

fn rows<'a>(key: &'a str, day: Date) -> impl Iterator<Item = &'static RigaParametro> + 'a {
    PARAMETRI
        .iter()
        .filter(move |row| row.key == key && row.from <= day && row.to.is_none_or(|to| day <= to))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn keys_and_rows_agree() {
        for row in PARAMETRI {
            assert!(
                row.key == "aliquota_iva" || KEYS.contains(&row.key),
                "{}",
                row.key
            );
        }
        for key in KEYS {
            assert!(PARAMETRI.iter().any(|row| row.key == *key), "{key}");
        }
    }

    #[test]
    fn rows_of_one_key_never_overlap() {
        for (at, row) in PARAMETRI.iter().enumerate() {
            assert!(row.to.is_none_or(|to| row.from <= to), "{}", row.key);
            let later = PARAMETRI.iter().skip(at + 1);
            for other in later.filter(|other| other.key == row.key && row.key != "aliquota_iva") {
                let apart =
                    row.to.is_some_and(|to| to < other.from) || other.to.is_some_and(|to| to < row.from);
                assert!(apart, "{}", row.key);
            }
        }
    }

    #[test]
    fn values_follow_the_day() {
        assert_eq!(bollo_soglia(date(2026, 11, 24)).unwrap().value, Cents::new(7_747));
        assert_eq!(bollo_importo(date(2013, 6, 25)).unwrap().value, Cents::new(181));
        assert_eq!(bollo_importo(date(2013, 6, 26)).unwrap().value, Cents::new(200));
        assert!(split_payment(date(2026, 6, 30)).unwrap().value);
        assert!(split_payment(date(2026, 7, 1)).unwrap().is_doubtful);
        let rates: Vec<String> = aliquote_iva(date(2026, 1, 1))
            .iter()
            .map(|rate| rate.value.to_string())
            .collect();
        assert_eq!(rates, ["22.00", "10.00", "5.00", "4.00"]);
        assert_eq!(
            aliquote_iva(date(2013, 9, 30)).first().unwrap().value,
            Rate::new(2_100)
        );
    }
}
