//! The QR code of a SEPA credit transfer (European Payments Council, EPC069-12, version 002, service tag BCD).

use money::Cents;

/// A transfer that a bank's app can prepare from a picture.
#[derive(Debug, Clone, Copy)]
pub struct Transfer<'a> {
    /// Who receives; at most 70 characters, longer names are cut as the standard asks.
    pub name: &'a str,
    /// Account of who receives; spaces are ignored.
    pub iban: &'a str,
    /// Bank of who receives; may be empty within the EEA.
    pub bic: &'a str,
    /// 0.01 to 999,999,999.99 euro.
    pub amount: Cents,
    /// Free text for who receives: `Fattura 12/2026`; at most 140 characters, cut when longer.
    pub remittance: &'a str,
}

/// Why a transfer has no QR code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoCode {
    /// Nothing to pay, or more than the standard allows.
    #[error("the amount must be from 0.01 to 999999999.99")]
    Amount,
    /// There is no account or no name.
    #[error("name and IBAN are needed")]
    Missing,
    /// More than 331 bytes.
    #[error("more than 331 bytes")]
    TooLong,
}

impl Transfer<'_> {
    /// The text of the code: twelve lines, UTF-8.
    ///
    /// # Errors
    /// [`NoCode`] when the standard has no code for this transfer.
    pub fn payload(&self) -> Result<String, NoCode> {
        if self.amount <= Cents::ZERO || self.amount > Cents::new(99_999_999_999) {
            return Err(NoCode::Amount);
        }
        let iban: String = self.iban.split_whitespace().collect();
        let name = line(self.name, 70);
        if iban.is_empty() || name.is_empty() {
            return Err(NoCode::Missing);
        }
        let bic = line(self.bic, 11);
        let remittance = line(self.remittance, 140);
        let payload = format!(
            "BCD\n002\n1\nSCT\n{bic}\n{name}\n{iban}\nEUR{}\n\n\n{remittance}",
            self.amount
        );
        // The last, empty line ("beneficiary to originator information") may be left out.
        if payload.len() > 331 {
            Err(NoCode::TooLong)
        } else {
            Ok(payload)
        }
    }
}

/// One line of at most `limit` characters.
fn line(text: &str, limit: usize) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.chars().take(limit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED_CROSS: Transfer<'_> = Transfer {
        name: "Croce Rossa",
        iban: "IT60 X054 2811 1010 0000 0123 456",
        bic: "",
        amount: Cents::new(100),
        remittance: "Fattura 12/2026\n seconda riga",
    };

    #[test]
    fn the_lines_of_the_standard() {
        assert_eq!(
            RED_CROSS.payload().unwrap(),
            "BCD\n002\n1\nSCT\n\nCroce Rossa\nIT60X0542811101000000123456\nEUR1.00\n\n\nFattura 12/2026 seconda riga"
        );
    }

    #[test]
    fn no_code_without_amount_account_or_room() {
        let zero = Transfer {
            amount: Cents::ZERO,
            ..RED_CROSS
        };
        assert_eq!(zero.payload(), Err(NoCode::Amount));
        let much = Transfer {
            amount: Cents::new(100_000_000_000),
            ..RED_CROSS
        };
        assert_eq!(much.payload(), Err(NoCode::Amount));
        assert_eq!(
            Transfer {
                iban: " ",
                ..RED_CROSS
            }
            .payload(),
            Err(NoCode::Missing)
        );
        let wide = "è".repeat(300);
        let long = Transfer {
            name: &wide,
            remittance: &wide,
            ..RED_CROSS
        };
        assert_eq!(long.payload(), Err(NoCode::TooLong));
    }
}
