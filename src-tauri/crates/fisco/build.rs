//! Turns the TSV files of `assets/` into types and tables. A bad row stops the build and names its line.

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One row: the cells by the name of their column.
type Row = BTreeMap<String, String>;

fn main() -> Outcome<()> {
    let out = env::var("OUT_DIR")?;
    let assets = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../../assets");
    for name in [
        "codici",
        "natura",
        "casse",
        "nazioni",
        "vies_formats",
        "parametri",
        "diciture",
    ] {
        println!(
            "cargo::rerun-if-changed={}",
            assets.join(name).with_extension("tsv").display()
        );
    }
    println!("cargo::rerun-if-changed=build.rs");
    let read = |name: &str| rows(&assets.join(name).with_extension("tsv"));
    fs::write(Path::new(&out).join("codici.rs"), codici(&read("codici")?)?)?;
    let data = [
        natura(&read("natura")?)?,
        casse(&read("casse")?)?,
        nazioni(&read("nazioni")?)?,
        vies(&read("vies_formats")?)?,
        parametri(&read("parametri")?)?,
        diciture(&read("diciture")?)?,
    ];
    fs::write(Path::new(&out).join("data.rs"), data.concat())?;
    Ok(())
}

fn rows(path: &Path) -> Outcome<Vec<Row>> {
    let text = fs::read_to_string(path)?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().ok_or("empty table")?.split('\t').collect();
    lines
        .enumerate()
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() != head.len() {
                return Err(format!(
                    "{}: row {}: {} cells",
                    path.display(),
                    at.saturating_add(1),
                    cells.len()
                )
                .into());
            }
            Ok(head
                .iter()
                .zip(cells)
                .map(|(name, cell)| ((*name).to_owned(), cell.to_owned()))
                .collect())
        })
        .collect()
}

fn cell<'a>(row: &'a Row, name: &str) -> Outcome<&'a str> {
    row.get(name)
        .map(String::as_str)
        .ok_or_else(|| format!("no column {name}").into())
}

fn yes(row: &Row, name: &str) -> Outcome<bool> {
    match cell(row, name)? {
        "si" => Ok(true),
        "no" => Ok(false),
        other => Err(format!("{name}: {other} is neither si nor no").into()),
    }
}

/// `date(2026, 1, 31)` from `2026-01-31`.
fn day(text: &str) -> Outcome<String> {
    let parts: Vec<i16> = text.split('-').map(str::parse).collect::<Result<_, _>>()?;
    match parts.as_slice() {
        [year, month @ 1..=12, day @ 1..=31] => Ok(format!("jiff::civil::date({year}, {month}, {day})")),
        _ => Err(format!("{text} is not a day").into()),
    }
}

fn last_day(text: &str) -> Outcome<String> {
    if text.is_empty() {
        Ok("None".to_owned())
    } else {
        Ok(format!("Some({})", day(text)?))
    }
}

/// H is sure; M and L are "da verificare".
fn doubtful(row: &Row) -> Outcome<bool> {
    match cell(row, "confidence")? {
        "H" => Ok(false),
        "M" | "L" => Ok(true),
        other => Err(format!("confidence {other}").into()),
    }
}

fn codici(rows: &[Row]) -> Outcome<String> {
    let mut lists: Vec<(&str, String)> = Vec::new();
    for row in rows {
        let (lista, code) = (cell(row, "lista")?, cell(row, "code")?);
        let line = format!(
            "    {} = {code:?}, {}, {}, {:?}, {:?}, {:?};\n",
            code.replace('.', "_"),
            day(cell(row, "valid_from")?)?,
            last_day(cell(row, "valid_to")?)?,
            cell(row, "it")?,
            cell(row, "en")?,
            cell(row, "source")?,
        );
        match lists.last_mut() {
            Some((name, lines)) if *name == lista => lines.push_str(&line),
            _ => lists.push((lista, line)),
        }
    }
    let mut text = String::new();
    for (name, lines) in lists {
        writeln!(
            text,
            "lista! {{\n    /// The list `{name}` of the schema.\n    {name} {{\n{lines}}}\n}}"
        )?;
    }
    Ok(text)
}

fn table(name: &str, kind: &str, lines: &[String]) -> String {
    format!("pub(crate) static {name}: &[{kind}] = &[\n{}];\n", lines.concat())
}

fn natura(rows: &[Row]) -> Outcome<String> {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let diciture: Vec<&str> = cell(row, "diciture")?.split_whitespace().collect();
            Ok(format!(
                "RigaNatura {{ code: {:?}, bollo: {}, bollo_doubtful: {}, diciture: &{diciture:?} }},\n",
                cell(row, "code")?,
                yes(row, "bollo")?,
                yes(row, "bollo_dubbio")?,
            ))
        })
        .collect::<Outcome<_>>()?;
    Ok(table("NATURE", "RigaNatura", &lines))
}

fn casse(rows: &[Row]) -> Outcome<String> {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let percentuale = match cell(row, "percentuale_bp")? {
                "" => None,
                text => Some(text.parse::<i64>()?),
            };
            let iva = if cell(row, "iva")?.is_empty() { None } else { Some(yes(row, "iva")?) };
            Ok(format!(
                "RigaCassa {{ code: {:?}, percentuale_bp: {percentuale:?}, iva: {iva:?}, ritenuta: {}, is_doubtful: {} }},\n",
                cell(row, "code")?,
                yes(row, "ritenuta")?,
                doubtful(row)?,
            ))
        })
        .collect::<Outcome<_>>()?;
    Ok(table("CASSE", "RigaCassa", &lines))
}

fn nazioni(rows: &[Row]) -> Outcome<String> {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let iban = match cell(row, "iban")? {
                "" => "None".to_owned(),
                text => format!("Some(({}, {text:?}))", text.parse::<usize>()?),
            };
            Ok(format!(
                "Paese {{ code: {:?}, it: {:?}, en: {:?}, ue: {}, iban: {iban} }},\n",
                cell(row, "code")?,
                cell(row, "it")?,
                cell(row, "en")?,
                yes(row, "ue")?,
            ))
        })
        .collect::<Outcome<_>>()?;
    Ok(table("NAZIONI", "Paese", &lines))
}

fn vies(rows: &[Row]) -> Outcome<String> {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let patterns: Vec<&str> = cell(row, "patterns")?.split(' ').collect();
            Ok(format!(
                "FormatoVies {{ prefix: {:?}, patterns: &{patterns:?}, shown: {:?} }},\n",
                cell(row, "prefix")?,
                patterns.join(" / "),
            ))
        })
        .collect::<Outcome<_>>()?;
    Ok(table("VIES", "FormatoVies", &lines))
}

fn parametri(rows: &[Row]) -> Outcome<String> {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            Ok(format!(
                "RigaParametro {{ key: {:?}, from: {}, to: {}, value: {}, source: {:?}, is_doubtful: {} }},\n",
                cell(row, "key")?,
                day(cell(row, "valid_from")?)?,
                last_day(cell(row, "valid_to")?)?,
                cell(row, "value")?.parse::<i64>()?,
                cell(row, "source")?,
                doubtful(row)?,
            ))
        })
        .collect::<Outcome<_>>()?;
    Ok(table("PARAMETRI", "RigaParametro", &lines))
}

fn diciture(rows: &[Row]) -> Outcome<String> {
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            Ok(format!(
                "RigaDicitura {{ id: {:?}, from: {}, to: {}, it: {:?}, en: {:?}, source: {:?}, is_doubtful: {} }},\n",
                cell(row, "id")?,
                day(cell(row, "valid_from")?)?,
                last_day(cell(row, "valid_to")?)?,
                cell(row, "it")?,
                cell(row, "en")?,
                cell(row, "source")?,
                doubtful(row)?,
            ))
        })
        .collect::<Outcome<_>>()?;
    Ok(table("DICITURE", "RigaDicitura", &lines))
}
