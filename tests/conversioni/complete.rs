//! Nothing of a file is missing on its paper: every text of the tree is looked for among the words of the PDF.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use books::conversioni;
use fatturapa::{
    intake,
    xml::{Document, Limits, Node},
};
use pdf::Lingua;

use super::{fixtures, options};

/// A word of a PDF may be broken at a hyphen or a slash, or where it is wider than its column: its beginning is a whole
/// line, and another starts with its rest.
fn has(lines: &BTreeSet<String>, word: &str) -> bool {
    let is_broken = |at: usize| {
        let (begin, rest) = word.split_at(at);
        let is_joined = begin.ends_with(['-', '/']);
        (lines.contains(begin) || is_joined && lines.iter().any(|line| line.ends_with(begin)))
            && goes_on(lines, rest)
    };
    lines.iter().any(|line| line.contains(word)) || word.char_indices().skip(1).any(|(at, _)| is_broken(at))
}

fn goes_on(lines: &BTreeSet<String>, rest: &str) -> bool {
    let whole_line = |line: &String| {
        let after = rest.strip_prefix(line.as_str()).filter(|_| !line.is_empty());
        after.is_some_and(|after| goes_on(lines, after))
    };
    lines
        .iter()
        .any(|line| line.starts_with(rest) || whole_line(line))
}

/// How a value may stand on the paper.
fn forms(node: Node<'_>) -> Vec<String> {
    let text = node.text().trim().to_owned();
    let mut forms = vec![text.clone()];
    match (node.name(), text.as_str()) {
        ("Tipo", "SC") => forms.push("\u{2212}".to_owned()),
        ("Tipo", "MG") => forms.push("+".to_owned()),
        ("IBAN", iban) => {
            let letters: Vec<char> = iban.chars().filter(|c| !c.is_whitespace()).collect();
            let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
            forms.push(groups.collect::<Vec<_>>().join(" "));
        }
        _ => {}
    }
    if let Ok(number) = text.trim_start_matches('+').parse::<money::Decimal>() {
        let short = number.normalize();
        let mut long = short;
        long.rescale(short.scale().max(2));
        forms.extend([short, long].map(|number| pdf::format::decimal(Lingua::It, number)));
    }
    if let Some(Ok(day)) = text.get(..10).map(str::parse::<jiff::civil::Date>) {
        forms.push(pdf::format::date(Lingua::It, day));
    }
    forms.extend(
        text.parse::<fisco::Nazione>()
            .map(|nazione| nazione.it().to_owned()),
    );
    forms
}

/// As it is printed: a box for what the faces lack, one kind of space.
fn printed(text: &str) -> String {
    let boxes = pdf::unprintable(text);
    let hidden = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    text.chars()
        .filter(hidden)
        .map(|c| if boxes.contains(&c) { '□' } else { c })
        .collect()
}

/// What of a file is not found on the paper of one of its documents.
fn missing(root: Node<'_>, body: usize, lines: &BTreeSet<String>) -> Vec<String> {
    let mut missing = Vec::new();
    let mut stack: Vec<Node<'_>> = root.children().collect();
    let bodies: Vec<Node<'_>> = root.all("FatturaElettronicaBody").collect();
    stack.retain(|node| node.name() != "FatturaElettronicaBody" || bodies.get(body - 1) == Some(node));
    while let Some(node) = stack.pop() {
        if node.namespace().ends_with("xmldsig#") || node.name() == "Attachment" {
            continue;
        }
        stack.extend(node.children());
        let found = forms(node).iter().any(|form| {
            let form = printed(form);
            form.split_whitespace().all(|word| has(lines, word))
        });
        if !found {
            missing.push(format!("{} {:?}", node.path(), node.text()));
        }
    }
    missing
}

/// How many documents of a file were looked at.
fn check(path: &Path) -> usize {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let mut count = 0;
    for item in intake::open(&name, &bytes, &intake::Options::default()) {
        let Ok(papers) = conversioni::convert(&item, &options(Lingua::It)) else {
            assert!(
                !item.kind.is_fattura()
                    || Document::parse(item.content.as_ref().unwrap(), &Limits::default()).is_err()
            );
            continue;
        };
        let document = Document::parse(item.content.as_ref().unwrap(), &Limits::default()).unwrap();
        for paper in papers {
            let text = pdf::text(&paper.render().unwrap()).unwrap();
            let lines = text
                .lines()
                .map(|line| line.replace('\u{a0}', " ").trim().to_owned())
                .collect();
            let missing = missing(document.root(), paper.body, &lines);
            assert!(
                missing.is_empty(),
                "{} {}: {missing:#?}",
                path.display(),
                paper.body
            );
            count += 1;
        }
    }
    count
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn what_is_missing_is_seen() {
    let document = Document::parse(
        b"<a><FatturaElettronicaBody><b>uno due</b><c>tre</c></FatturaElettronicaBody></a>",
        &Limits::default(),
    )
    .unwrap();
    let lines = BTreeSet::from(["uno".to_owned(), "du".to_owned(), "e tr".to_owned()]);
    let missing = missing(document.root(), 1, &lines);
    assert_eq!(missing, ["/a/FatturaElettronicaBody[1]/c \"tre\""]);
}

#[test]
fn nothing_is_missing_on_paper() {
    let ours = files(&fixtures().join("fatturapa"));
    let count: usize = books::in_parallel(&ours, |path| check(path)).into_iter().sum();
    assert!(count > 60, "{count}");
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn nothing_of_the_samples_is_missing_on_paper() {
    let shared = env::var_os("F1C_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    if !shared.is_dir() {
        println!("skipped: no samples under {}", shared.display());
        return;
    }
    let samples = files(&shared.join("fatturapa/samples"));
    let count: usize = books::in_parallel(&samples, |path| check(path)).into_iter().sum();
    assert!(count > 100, "{count}");
}
