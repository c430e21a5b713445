//! What is said about a form: `fixtures/<area>/<case>/draft.json` in, `expected.txt` out.
//! `UPDATE=1` writes the answers again; read the difference before it is committed.

use std::path::Path;

use books::{Problem, Severity};

/// Runs `answer` over every draft of `area` and compares with the file beside it.
pub(crate) fn check(area: &str, answer: impl Fn(&str) -> String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(area);
    let mut cases: Vec<_> = std::fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|case| case.join("draft.json").exists())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "{area} has no case");
    for case in cases {
        let found = answer(&std::fs::read_to_string(case.join("draft.json")).unwrap());
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected, &found).unwrap();
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(found, wanted, "{}", case.display());
    }
}

/// One line per problem: how bad, field, code, official code.
pub(crate) fn lines(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let sdi = problem.sdi.as_deref().unwrap_or_default();
        format!("{severity} {} {} {sdi}", problem.field, problem.code)
            .trim_end()
            .to_owned()
            + "\n"
    };
    problems.iter().map(line).collect()
}
