//! Worked documents that a seller issues.

use money::{Cents, Decimal, Rate, round, share};
use serde_json::{Map, Value, json};

use super::{
    bollo, cents, euro, line, list, minus, number, of, percent, rate, scorporo, shown, sum, text, vat,
};

pub(super) fn make(id: &str, input: &Value) -> Option<Value> {
    Some(match id {
        "E01" => one_rate(input),
        "E02" => eight_decimals(input),
        "E03" => cascade(input),
        "E04" => mixed_rates(input),
        "E05" => once_per_group(input),
        "E06" => vat_inside(input),
        "E06b" => vat_inside_many_lines(input),
        "E07" => parcella(input),
        "E08" => rivalsa(input),
        "E09" => rivalsa_and_cassa(input),
        "E10" => forfettario(input),
        "E11" => {
            json!({ "stamp": list(&input["amounts"]).iter().map(|amount| bollo(cents(amount)).to_string()).collect::<Vec<_>>() })
        }
        "E12" => split_payment(input),
        "E15" => agent(input),
        "E15b" => enasarco_cap(input),
        "E16" => discount_in_invoice(input),
        "E17" => document_discount(input),
        "E18" => occasional_work(input),
        "E20" => advance(input),
        "E24" => condominio(input),
        "E25" => expenses(input),
        "E26" => gross_up(input),
        _ => return None,
    })
}

fn one_rate(input: &Value) -> Value {
    let lines: Vec<Cents> = list(&input["lines"])
        .iter()
        .map(|item| line(&item[0], &item[1], &[]).1)
        .collect();
    let taxable = sum(&lines);
    let rate = rate(&input["lines"][0][2]);
    let vat = of(taxable, rate);
    json!({
        "line_totals": shown(&lines),
        "taxable": taxable,
        "vat_raw": (taxable.decimal() * rate.fraction()).normalize().to_string(),
        "vat": vat,
        "total": sum(&[taxable, vat]),
    })
}

fn eight_decimals(input: &Value) -> Value {
    let item = &input["lines"][0];
    let raw = number(&item[0]) * number(&item[1]);
    let line = round::cents(raw).unwrap();
    let vat = of(line, rate(&item[2]));
    json!({ "line_raw": raw.to_string(), "line_total": line, "vat": vat, "total": sum(&[line, vat]) })
}

fn cascade(input: &Value) -> Value {
    let lines = list(&input["lines"]);
    let (first_steps, first) = line(&lines[0][0], &lines[0][1], list(&lines[0][2]));
    let (second_steps, second) = line(&lines[1][0], &lines[1][1], list(&lines[1][2]));
    let taxable = sum(&[first, second]);
    json!({
        "unit_steps_1": first_steps, "line_1": first, "unit_steps_2": second_steps, "line_2": second,
        "taxable": taxable, "vat22": vat(taxable), "total": sum(&[taxable, vat(taxable)]),
    })
}

fn mixed_rates(input: &Value) -> Value {
    let mut groups = Map::new();
    let (mut taxable, mut taxes, mut untaxed) = (Cents::ZERO, Cents::ZERO, Cents::ZERO);
    for item in list(&input["lines"]) {
        let (aliquota, natura, amount) = (rate(&item[0][0]), text(&item[0][1]), cents(&item[1]));
        let tax = of(amount, aliquota);
        groups.insert(format!("{}|{natura}", text(&item[0][0])), json!([amount, tax]));
        taxable = sum(&[taxable, amount]);
        taxes = sum(&[taxes, tax]);
        let is_due = natura
            .parse::<fisco::codici::Natura>()
            .is_ok_and(|natura| natura.is_bollo_dovuto());
        untaxed = if is_due { sum(&[untaxed, amount]) } else { untaxed };
    }
    let stamp = bollo(untaxed);
    json!({
        "groups": groups, "taxable": taxable, "vat": taxes, "stamp_base": untaxed, "stamp": stamp,
        "bollo_line_natura": "N1", "total": sum(&[taxable, taxes, stamp]),
    })
}

fn once_per_group(input: &Value) -> Value {
    let lines: Vec<Cents> = list(&input["lines"]).iter().map(cents).collect();
    let aliquota = rate(&input["rate"]);
    let taxable = sum(&lines);
    let vat = of(taxable, aliquota);
    let per_line: Vec<Cents> = lines.iter().map(|line| of(*line, aliquota)).collect();
    json!({
        "taxable": taxable, "vat_group": vat, "vat_if_wrongly_per_line": sum(&per_line), "total": sum(&[taxable, vat]),
    })
}

fn vat_inside(input: &Value) -> Value {
    let (gross, aliquota) = (cents(&input["gross"]), rate(&input["rate"]));
    let (taxable, vat) = scorporo(gross, aliquota);
    let mut unit = round::price8(gross.decimal() / (Decimal::ONE + aliquota.fraction()))
        .unwrap()
        .decimal();
    unit.rescale(8);
    json!({
        "unit_price_8dec": unit.to_string(), "taxable": taxable, "vat_by_difference": vat,
        "vat_recomputed": of(taxable, aliquota), "total": sum(&[taxable, vat]),
    })
}

fn vat_inside_many_lines(input: &Value) -> Value {
    let lines: Vec<Cents> = list(&input["gross_lines"]).iter().map(cents).collect();
    let (gross, aliquota) = (sum(&lines), rate(&input["rate"]));
    let (taxable, vat) = scorporo(gross, aliquota);
    let per_line: Vec<Cents> = lines.iter().map(|line| scorporo(*line, aliquota).0).collect();
    json!({ "gross": gross, "taxable": taxable, "vat": vat, "sum_of_per_line_split": sum(&per_line) })
}

fn parcella(input: &Value) -> Value {
    let fee = cents(&input["fee"]);
    let cassa = of(fee, rate(&input["cassa_pct"]));
    let taxable = sum(&[fee, cassa]);
    let vat = of(taxable, rate(&input["vat"]));
    let total = sum(&[taxable, vat]);
    let withholding = of(fee, rate(&input["ritenuta_pct"]));
    json!({
        "cassa": cassa, "taxable": taxable, "vat": vat, "total": total, "withholding_base": fee,
        "withholding": withholding, "net_to_pay": minus(total, &[withholding]),
    })
}

fn rivalsa(input: &Value) -> Value {
    let fee = cents(&input["fee"]);
    let rivalsa = of(fee, rate(&input["rivalsa_inps_pct"]));
    let taxable = sum(&[fee, rivalsa]);
    let vat = of(taxable, rate(&input["vat"]));
    let total = sum(&[taxable, vat]);
    let withholding = of(taxable, rate(&input["ritenuta_pct"]));
    json!({
        "rivalsa": rivalsa, "taxable": taxable, "vat": vat, "total": total, "withholding_base": taxable,
        "withholding": withholding, "net_to_pay": minus(total, &[withholding]),
    })
}

fn rivalsa_and_cassa(input: &Value) -> Value {
    let fee = cents(&input["fee"]);
    let rivalsa = of(fee, percent("4"));
    let base = sum(&[fee, rivalsa]);
    let cassa = of(base, percent("2"));
    let taxable = sum(&[base, cassa]);
    let total = sum(&[taxable, vat(taxable)]);
    let withholding = of(base, percent("20"));
    json!({
        "rivalsa": rivalsa, "cassa": cassa, "taxable": taxable, "vat22": vat(taxable), "total": total,
        "withholding_base": base, "withholding": withholding, "net_to_pay": minus(total, &[withholding]),
    })
}

fn forfettario(input: &Value) -> Value {
    let fee = cents(&input["fee"]);
    let rivalsa = of(fee, rate(&input["rivalsa_inps_pct"]));
    let untaxed = sum(&[fee, rivalsa]);
    let stamp = bollo(untaxed);
    let total = sum(&[untaxed, stamp]);
    json!({
        "rivalsa": rivalsa, "untaxed": untaxed, "stamp_due": !stamp.is_zero(), "stamp": stamp,
        "bollo_line_natura": "N2.2", "total": total, "withholding": Cents::ZERO, "net_to_pay": total,
        "counts_as_revenue": total,
    })
}

fn split_payment(input: &Value) -> Value {
    let taxable = cents(&input["taxable"]);
    let vat = of(taxable, rate(&input["rate"]));
    let total = sum(&[taxable, vat]);
    json!({
        "vat": vat, "total_document": total, "receivable_from_customer": minus(total, &[vat]),
        "vat_due_by_seller": minus(vat, &[vat]), "VP2": taxable, "VP4_from_this": Cents::ZERO,
    })
}

fn agent(input: &Value) -> Value {
    let commissions = cents(&input["commissions"]);
    let total = sum(&[commissions, vat(commissions)]);
    let both = of(commissions, percent("17"));
    let agent = of(commissions, percent("8.50"));
    let (base, with_staff) = (of(commissions, percent("50")), of(commissions, percent("20")));
    let (withholding, less) = (of(base, percent("23")), of(with_staff, percent("23")));
    json!({
        "vat": vat(commissions), "total": total, "withholding_base": base, "withholding": withholding,
        "enasarco_agent": agent, "enasarco_principal": minus(both, &[agent]),
        "net_to_pay": minus(total, &[withholding, agent]), "with_staff_withholding_base": with_staff,
        "with_staff_withholding": less, "with_staff_net": minus(total, &[less, agent]),
    })
}

fn enasarco_cap(input: &Value) -> Value {
    let left = minus(cents(&input["cap"]), &[cents(&input["already"])]);
    let base = left.min(cents(&input["new"]));
    json!({
        "enasarco_base": base.decimal().normalize().to_string(), "enasarco_agent": of(base, percent("8.50")),
    })
}

fn discount_in_invoice(input: &Value) -> Value {
    let taxable = cents(&input["taxable"]);
    let vat = of(taxable, rate(&input["rate"]));
    let total = sum(&[taxable, vat]);
    let discount = of(total, rate(&input["pct"]));
    json!({
        "vat": vat, "total": total, "discount": discount, "net_to_pay": minus(total, &[discount]),
        "tax_credit": discount,
    })
}

fn document_discount(input: &Value) -> Value {
    let groups = list(&input["groups"]);
    let amounts: Vec<Cents> = groups.iter().map(|group| cents(&group[1])).collect();
    let discount = cents(&input["discount"]);
    let exact: Vec<Decimal> = amounts
        .iter()
        .map(|amount| discount.decimal() * amount.decimal() / sum(&amounts).decimal())
        .collect();
    let eight = |value: &Decimal| {
        let mut value = *value;
        value.rescale(8);
        value.to_string()
    };
    let parts = share(discount, &amounts).unwrap();
    let net: Vec<Cents> = amounts
        .iter()
        .zip(&parts)
        .map(|(amount, part)| minus(*amount, &[*part]))
        .collect();
    let rates: Vec<Rate> = groups.iter().map(|group| rate(&group[0])).collect();
    let vat: Vec<Cents> = net
        .iter()
        .zip(rates)
        .map(|(amount, rate)| of(*amount, rate))
        .collect();
    json!({
        "exact": exact.iter().map(eight).collect::<Vec<_>>(),
        "floor": exact.iter().map(|value| value.trunc_with_scale(2).to_string()).collect::<Vec<_>>(),
        "share": parts, "net_taxable": net, "vat": vat, "total": sum(&[sum(&net), sum(&vat)]),
    })
}

fn occasional_work(input: &Value) -> Value {
    let fee = cents(&input["fee"]);
    let withholding = of(fee, percent("20"));
    let total = sum(&[fee, bollo(fee)]);
    json!({
        "withholding": withholding, "stamp": bollo(fee), "total": total, "net_to_pay": minus(total, &[withholding]),
    })
}

fn advance(input: &Value) -> Value {
    let (contract, advance, aliquota) = (
        cents(&input["contract"]),
        cents(&input["advance"]),
        rate(&input["rate"]),
    );
    let lines = [contract, advance.negated().unwrap()];
    let balance = sum(&lines);
    json!({
        "advance_vat": of(advance, aliquota), "advance_total": sum(&[advance, of(advance, aliquota)]),
        "balance_lines": lines, "balance_taxable": balance, "balance_vat": of(balance, aliquota),
        "balance_total": sum(&[balance, of(balance, aliquota)]),
    })
}

fn condominio(input: &Value) -> Value {
    let taxable = cents(&input["taxable"]);
    let vat = of(taxable, percent("10"));
    let total = sum(&[taxable, vat]);
    let withholding = of(taxable, percent("4"));
    json!({ "vat": vat, "total": total, "withholding": withholding, "net_to_pay": minus(total, &[withholding]) })
}

fn expenses(input: &Value) -> Value {
    let (fee, travel, advanced) = (
        cents(&input["fee"]),
        cents(&input["travel"]),
        cents(&input["advanced"]),
    );
    let work = sum(&[fee, travel]);
    let cassa = of(work, percent("4"));
    let taxable = sum(&[work, cassa]);
    json!({
        "cassa": cassa, "taxable": taxable, "vat": vat(taxable), "N1": advanced,
        "stamp": format!("{} ({advanced} > 77.47, untaxed)", bollo(advanced)),
        "total_without_stamp": sum(&[taxable, vat(taxable), advanced]),
        "withholding_base_if_travel_is_fee": work, "withholding_a": of(work, percent("20")),
        "withholding_base_if_travel_analytically_recharged_2025": fee, "withholding_b": of(fee, percent("20")),
    })
}

fn gross_up(input: &Value) -> Value {
    let (c, v, w) = (
        percent("4").fraction(),
        percent("22").fraction(),
        percent("20").fraction(),
    );
    let factor = Decimal::ONE + c + (Decimal::ONE + c) * v - w;
    let fee = round::cents(number(&input["net"]) / factor).unwrap();
    let cassa = of(fee, percent("4"));
    let tax = vat(sum(&[fee, cassa]));
    let withholding = of(fee, percent("20"));
    let net = minus(sum(&[fee, cassa, tax]), &[withholding]);
    assert_eq!(net, euro(text(&input["net"])));
    json!({
        "factor": factor.normalize().to_string(), "fee": fee, "cassa": cassa, "vat": tax, "withholding": withholding,
        "net": net,
    })
}
