//! Worked examples of purchases, takings, payments and personal tax: areas that come later, here as arithmetic only.

use jiff::civil::Date;
use money::{Cents, Decimal, round};
use serde_json::{Map, Value, json};

use super::{cents, euro, minus, number, of, percent, rate, scorporo, sum, text};

pub(super) fn make(id: &str, input: &Value) -> Option<Value> {
    Some(match id {
        "E13" => reverse_charge(input),
        "E14" => partly_deductible(input),
        "E19" => takings(input),
        "E19b" => takings_by_period(input),
        "E21" => late_payment(input),
        "E21b" => few_days_late(input),
        "E22" => instalments(input),
        "E23" => deduction_cap(),
        "E23b" => deduction_of_high_incomes(input),
        "E23c" => health_expenses(input),
        _ => return None,
    })
}

fn reverse_charge(input: &Value) -> Value {
    let taxable = cents(&input["taxable"]);
    let vat = of(taxable, rate(&input["rate"]));
    json!({
        "supplier_invoice_total": taxable, "payable_to_supplier": taxable, "sales_register_vat": vat,
        "purchase_register_vat": vat, "VP2_add": Cents::ZERO, "VP3_add": taxable, "VP4_add": vat, "VP5_add": vat,
        "net_effect": minus(vat, &[vat]),
    })
}

fn partly_deductible(input: &Value) -> Value {
    let taxable = cents(&input["taxable"]);
    let vat = of(taxable, rate(&input["rate"]));
    let deductible = of(vat, rate(&input["detraibile_pct"]));
    let rest = minus(vat, &[deductible]);
    json!({
        "vat": vat, "VP4_add": vat, "VP5_add": deductible, "non_deductible": rest,
        "cost_for_income_tax": sum(&[taxable, rest]),
    })
}

fn takings(input: &Value) -> Value {
    let mut split = Map::new();
    let (mut gross, mut taxable, mut vat) = (Cents::ZERO, Cents::ZERO, Cents::ZERO);
    for (key, amount) in input["gross"].as_object().unwrap() {
        let amount = cents(amount);
        let parts = key
            .parse()
            .map_or((amount, Cents::ZERO), |rate| scorporo(amount, rate));
        split.insert(key.clone(), json!([parts.0, parts.1]));
        gross = sum(&[gross, amount]);
        taxable = sum(&[taxable, parts.0]);
        vat = sum(&[vat, parts.1]);
    }
    json!({ "split": split, "gross_total": gross, "taxable": taxable, "vat": vat })
}

fn takings_by_period(input: &Value) -> Value {
    let day = cents(&input["gross"]);
    let days = vec![day; usize::try_from(input["days"].as_u64().unwrap()).unwrap()];
    let by_day: Vec<Cents> = days.iter().map(|day| scorporo(*day, percent("22")).1).collect();
    json!({ "vat_sum_of_days": sum(&by_day), "vat_of_period": scorporo(sum(&days), percent("22")).1 })
}

/// Simple interest on a year of 365 days.
fn interest(amount: Decimal, percentage: &str, days: i32) -> Decimal {
    amount * percent(percentage).fraction() * Decimal::from(days) / Decimal::from(365)
}

fn six(value: Decimal) -> String {
    round::half_up(value, 6).to_string()
}

fn late_payment(input: &Value) -> Value {
    let amount = number(&input["amount"]);
    let (due, paid): (Date, Date) = (
        text(&input["due"]).parse().unwrap(),
        text(&input["paid"]).parse().unwrap(),
    );
    let last = due.last_of_year();
    let before = due.until(last).unwrap().get_days();
    let after = last.until((jiff::Unit::Day, paid)).unwrap().get_days();
    let parts = [interest(amount, "2.50", before), interest(amount, "2.00", after)];
    let penalty = Decimal::from(25) / Decimal::from(8);
    json!({
        "days_2024": before, "days_2025": after, "interest_2024_raw": six(parts[0]), "interest_2025_raw": six(parts[1]),
        "interest": round::cents(parts[0] + parts[1]).unwrap(), "penalty_pct": penalty.normalize().to_string(),
        "penalty": round::cents(amount * penalty / Decimal::ONE_HUNDRED).unwrap(),
    })
}

fn few_days_late(input: &Value) -> Value {
    let amount = number(&input["amount"]);
    let days = i32::try_from(input["days"].as_i64().unwrap()).unwrap();
    let per_day = percent("12.50").decimal() / Decimal::TEN / Decimal::from(15);
    let penalty = amount * per_day * Decimal::from(days) / Decimal::ONE_HUNDRED;
    json!({
        "penalty_pct_per_day": six(per_day), "penalty": round::cents(penalty).unwrap(),
        "interest_1_60": round::cents(interest(amount, "1.60", days)).unwrap(),
    })
}

fn instalments(input: &Value) -> Value {
    let count = input["n"].as_i64().unwrap();
    let instalment = round::cents(number(&input["total"]) / Decimal::from(count)).unwrap();
    let monthly = percent("0.33").fraction();
    let interest: Vec<Cents> = (0..count)
        .map(|month| round::cents(instalment.decimal() * monthly * Decimal::from(month)).unwrap())
        .collect();
    json!({ "instalment": instalment, "interest": interest, "total_interest": sum(&interest) })
}

/// Art. 16-ter TUIR: 14,000 from 75,000 of income, 8,000 above 100,000, by a share that grows with the children.
fn deduction_cap() -> Value {
    let cap = |income: u32, share: &str| {
        let most = if income > 100_000 { "8000" } else { "14000" };
        of(euro(most), percent(share))
    };
    json!({ "cap": {
        "80000|0 children": cap(80_000, "50"), "80000|1": cap(80_000, "70"), "80000|2": cap(80_000, "85"),
        "80000|3+": cap(80_000, "100"), "120000|0": cap(120_000, "50"), "120000|1": cap(120_000, "70"),
        "120000|2": cap(120_000, "85"), "120000|disabled child": cap(120_000, "100"),
    } })
}

/// Art. 15 c.3-bis TUIR: above 120,000 the deduction shrinks to nothing at 240,000.
fn deduction_of_high_incomes(input: &Value) -> Value {
    let full = of(cents(&input["spent"]), percent("19"));
    let share = (Decimal::from(240_000) - number(&input["income"])) / Decimal::from(120_000);
    json!({
        "full": full, "share": share.normalize().to_string(),
        "deduction": round::cents(full.decimal() * share).unwrap(),
    })
}

fn health_expenses(input: &Value) -> Value {
    let base = minus(cents(&input["spent"]), &[euro("129.11")]);
    json!({ "base": base, "deduction": of(base, percent("19")) })
}
