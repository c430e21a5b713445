//! What is usual for each fund. The user may change every value.

use money::Rate;

use super::TipoCassa;
use crate::data;

/// The usual percentage of a fund's contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percentuale {
    /// The percentage.
    pub aliquota: Rate,
    /// Whether it still has to be checked against the fund's own rules.
    pub is_doubtful: bool,
}

impl TipoCassa {
    /// The usual percentage; none when the fund charges the client nothing or the sources do not say.
    #[must_use]
    pub fn percentuale(self) -> Option<Percentuale> {
        let row = data::cassa(self.code())?;
        Some(Percentuale {
            aliquota: Rate::new(row.percentuale_bp?),
            is_doubtful: row.is_doubtful,
        })
    }

    /// Whether the contribution has VAT; none when it follows the service or is unknown.
    #[must_use]
    pub fn is_soggetta_iva(self) -> Option<bool> {
        data::cassa(self.code())?.iva
    }

    /// Whether the contribution is subject to withholding: the INPS recharge only (Ris. 109/E/1996).
    #[must_use]
    pub fn is_soggetta_ritenuta(self) -> bool {
        data::cassa(self.code()).is_some_and(|row| row.ritenuta)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_inps_recharge_is_subject_to_withholding() {
        let subject: Vec<_> = TipoCassa::ALL
            .iter()
            .filter(|cassa| cassa.is_soggetta_ritenuta())
            .collect();
        assert_eq!(subject, [&TipoCassa::TC22]);
        assert_eq!(TipoCassa::TC01.percentuale().unwrap().aliquota, Rate::new(400));
        assert_eq!(TipoCassa::TC07.percentuale(), None);
        assert!(TipoCassa::TC03.percentuale().unwrap().is_doubtful);
    }
}
