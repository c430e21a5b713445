//! SQL over a row of `documenti`. A filter makes the set of its documents once; a page asks for its own rows alone.

use db::rusqlite;
use jiff::civil::Date;
use rusqlite::types::Value;

use crate::{documenti::Pagamento, store::Listing};

pub(super) const COLUMNS: &str =
    "(SELECT coalesce(min(CASE WHEN r.residuo_cents <> 0 THEN r.scadenza END), '')
        FROM v_scadenze_residui r WHERE r.documento_id = documenti.id HAVING count(*) > 0),
    EXISTS (SELECT 1 FROM scadenze_incassi i WHERE i.documento_id = documenti.id)";

// `+` keeps the order of the page outside: it is walked until the page is full, and each row asks the set
const OPEN: &str =
    "+documenti.id IN (SELECT r.documento_id FROM v_scadenze_residui r WHERE r.residuo_cents <> 0)";
const NOT_OPEN: &str =
    "documenti.id NOT IN (SELECT r.documento_id FROM v_scadenze_residui r WHERE r.residuo_cents <> 0)";
const LATE: &str = "+documenti.id IN (SELECT r.documento_id FROM v_scadenze_residui r WHERE r.residuo_cents <> 0 AND r.scadenza < ?)";
const CASHED: &str = "EXISTS (SELECT 1 FROM scadenze_incassi i WHERE i.documento_id = documenti.id)";
const DUE: &str = "EXISTS (SELECT 1 FROM v_documenti_rate r WHERE r.documento_id = documenti.id)";

pub(super) fn only(listing: &mut Listing, pagamento: Pagamento, today: Date) {
    match pagamento {
        Pagamento::Aperto => listing.and(OPEN, []),
        Pagamento::Scaduto => listing.and(LATE, [Value::Text(today.to_string())]),
        Pagamento::Parziale => {
            listing.and(OPEN, []);
            listing.and(CASHED, []);
        }
        Pagamento::Pagato => {
            listing.and(NOT_OPEN, []);
            listing.and(DUE, []);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        documenti::{self, DocumentoFilter, Pagamento},
        scadenze::PAGAMENTI,
    };

    #[test]
    fn a_filter_keeps_the_order_of_the_page() {
        let (_dir, books) = crate::empty::archive();
        let today = jiff::civil::date(2026, 11, 24);
        for pagamento in [
            None,
            Some(Pagamento::Aperto),
            Some(Pagamento::Scaduto),
            Some(Pagamento::Parziale),
            Some(Pagamento::Pagato),
        ] {
            let filter = DocumentoFilter {
                pagamento,
                ..DocumentoFilter::default()
            };
            let steps = books
                .read(|sql| documenti::plan(sql, &filter, today, &PAGAMENTI))
                .unwrap();
            assert!(
                steps.starts_with("SCAN documenti USING INDEX documenti_by_data")
                    && !steps.contains("TEMP B-TREE"),
                "{pagamento:?}: {steps}"
            );
        }
    }
}
