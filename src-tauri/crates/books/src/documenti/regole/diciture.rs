//! The wording of the law for amounts without IVA: the usual one of the Natura, as precise as the code allows.

use fisco::{
    codici::{Natura, RegimeFiscale},
    diciture::{Lingua, testo},
};
use jiff::civil::Date;

/// What decides between the wordings of one Natura.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chi {
    pub(super) regime: Option<RegimeFiscale>,
    /// The customer is a business of another EU country.
    pub(super) cliente_ue: bool,
}

/// `RiferimentoNormativo` of a Natura; empty when only the user can tell.
pub(super) fn usual(natura: Natura, chi: Chi, day: Date) -> String {
    let id = match (natura, chi.regime) {
        (Natura::N2_2, Some(RegimeFiscale::RF19)) => "W_FORF",
        (Natura::N2_2, Some(RegimeFiscale::RF02)) => "W_MINIMI",
        (Natura::N2_2, _) => return String::new(),
        (Natura::N2_1, _) if !chi.cliente_ue => "W_NON_SOGG",
        _ => match natura.diciture().first() {
            Some(id) => id,
            None => return String::new(),
        },
    };
    testo(id, day, Lingua::It)
        .map(|dicitura| filled(dicitura.testo, natura))
        .unwrap_or_default()
}

/// Fills the braces of a wording from the Natura, or drops them with the words that lead to them.
fn filled(text: &str, natura: Natura) -> String {
    let Some((before, rest)) = text.split_once('{') else {
        return text.to_owned();
    };
    let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
    match article(natura) {
        Some(article) => format!("{before}{article}{after}"),
        None if natura == Natura::N3_5 => text.split_once(" - ").map_or(text, |(first, _)| first).to_owned(),
        None => {
            let before = [" n. ", " lett. ", " - "]
                .iter()
                .find_map(|lead| before.strip_suffix(lead))
                .unwrap_or(before);
            format!("{before}{after}")
        }
    }
}

/// Article of DPR 633/1972 of each reverse charge (`law` of natura.tsv).
fn article(natura: Natura) -> Option<&'static str> {
    Some(match natura {
        Natura::N6_1 => "74 c.7",
        Natura::N6_2 => "17 c.5",
        Natura::N6_3 => "17 c.6 lett. a)",
        Natura::N6_4 => "17 c.6 lett. a-bis)",
        Natura::N6_5 => "17 c.6 lett. b)",
        Natura::N6_6 => "17 c.6 lett. c)",
        Natura::N6_7 => "17 c.6 lett. a-ter)",
        Natura::N6_8 => "17 c.6 lett. d-bis)",
        Natura::N6_9 => "17",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_filled_as_far_as_the_code_tells() {
        let day = jiff::civil::date(2026, 6, 1);
        let chi = Chi {
            regime: Some(RegimeFiscale::RF01),
            cliente_ue: false,
        };
        for (natura, expected) in [
            (
                Natura::N6_7,
                "Inversione contabile - art. 17 c.6 lett. a-ter) DPR 633/1972",
            ),
            (Natura::N4, "Operazione esente - art. 10 DPR 633/1972"),
            (
                Natura::N3_1,
                "Operazione non imponibile - art. 8 c.1 DPR 633/1972",
            ),
            (Natura::N3_5, "Non imponibile art. 8 c.1 lett. c) DPR 633/1972"),
            (Natura::N3_6, "Operazione non imponibile"),
            (Natura::N2_1, "Operazione non soggetta - art. 7-ter DPR 633/1972"),
            (Natura::N2_2, ""),
        ] {
            assert_eq!(usual(natura, chi, day), expected, "{natura}");
        }
        let forfettario = Chi {
            regime: Some(RegimeFiscale::RF19),
            ..chi
        };
        assert!(usual(Natura::N2_2, forfettario, day).contains("190/2014"));
        for natura in Natura::ALL {
            let text = usual(*natura, forfettario, day);
            assert!(
                !text.contains('{') && text.chars().count() <= 100,
                "{natura}: {text}"
            );
        }
    }
}
