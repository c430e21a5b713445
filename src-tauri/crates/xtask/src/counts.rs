//! How many tests ran, read from what the test programs print.

use std::ops::AddAssign;

/// Tests by how they ended.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Counts {
    /// Ended well.
    pub(crate) passed: u32,
    /// Did not.
    pub(crate) failed: u32,
    /// Did not run, and said so.
    pub(crate) skipped: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// How one tool sums up its tests on a line; None for any other line.
pub(crate) type Reader = fn(&str) -> Option<Counts>;

/// The sum of every summary line in the output of a tool, and of every test that prints a line beginning with `skipped:`
/// because something it needs is not on this computer.
pub(crate) fn read(output: &str, reader: Reader) -> Counts {
    let mut sum = Counts::default();
    let mut said = 0;
    for line in output.lines() {
        sum += reader(line.trim()).unwrap_or_default();
        said += u32::from(said_skipped(line).is_some());
    }
    // a test that says so also counted as passed: a Rust test has no other way to end well
    sum.passed = sum.passed.saturating_sub(said);
    sum.skipped += said;
    sum
}

/// What a test says that could not run here.
pub(crate) fn said_skipped(line: &str) -> Option<&str> {
    line.trim().strip_prefix("skipped:").map(str::trim)
}

/// For a tool that counts nothing: the step itself is the one check.
pub(crate) fn none(_line: &str) -> Option<Counts> {
    None
}

/// `Summary [   0.1s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 2 skipped`
pub(crate) fn nextest(line: &str) -> Option<Counts> {
    let (_, words) = line.strip_prefix("Summary [")?.split_once("run:")?;
    Some(listed(words, ','))
}

/// `test result: FAILED. 4 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s`
pub(crate) fn cargo(line: &str) -> Option<Counts> {
    let (_, words) = line.strip_prefix("test result:")?.split_once(". ")?;
    Some(listed(words, ';'))
}

/// `Tests  1 failed | 5 passed | 2 skipped (8)`
pub(crate) fn vitest(line: &str) -> Option<Counts> {
    let words = line.strip_prefix("Tests ")?;
    words.contains(['|', '(']).then(|| listed(words, '|'))
}

/// `# pass 5` or, from the other reporter, `ℹ fail 1`: a line for each word
pub(crate) fn node(line: &str) -> Option<Counts> {
    let (word, number) = line
        .strip_prefix("# ")
        .or_else(|| line.strip_prefix("ℹ "))?
        .split_once(' ')?;
    one(number.trim().parse().ok()?, word)
}

/// `5 passed, 0 failed, 1 skipped`
pub(crate) fn plain(line: &str) -> Option<Counts> {
    let words: Vec<&str> = line.split(", ").collect();
    let is_ours = words.first()?.ends_with(" passed") && words.get(1)?.ends_with(" failed");
    is_ours.then(|| listed(line, ','))
}

fn listed(words: &str, separator: char) -> Counts {
    let mut sum = Counts::default();
    for part in words.split(separator) {
        let Some((number, word)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse() else { continue };
        let word = word.split(['(', ':']).next().unwrap_or(word).trim();
        sum += one(number, word).unwrap_or_default();
    }
    sum
}

fn one(number: u32, word: &str) -> Option<Counts> {
    let none = Counts::default();
    Some(match word {
        "passed" | "pass" => Counts {
            passed: number,
            ..none
        },
        "failed" | "fail" | "exec failed" | "timed out" | "cancelled" => Counts {
            failed: number,
            ..none
        },
        "skipped" | "ignored" | "todo" => Counts {
            skipped: number,
            ..none
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reader: Reader, output: &str, passed: u32, failed: u32, skipped: u32) {
        assert_eq!(
            read(output, reader),
            Counts {
                passed,
                failed,
                skipped
            },
            "{output}"
        );
    }

    #[test]
    fn nextest_summaries() {
        check(
            nextest,
            "     Summary [   0.006s] 7 tests run: 7 passed, 0 skipped",
            7,
            0,
            0,
        );
        check(
            nextest,
            "     Summary [  61.106s] 9 tests run: 6 passed (2 slow, 1 flaky), 1 failed, 1 exec failed, 1 timed out, 3 skipped",
            6,
            3,
            3,
        );
        check(
            nextest,
            "     Summary [   0.1s] 3/5 tests run: 2 passed (1 leaky), 1 failed, 0 skipped",
            2,
            1,
            0,
        );
    }

    #[test]
    fn cargo_summaries_are_added_up() {
        let two = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.00s\n\
                   test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        check(cargo, two, 6, 2, 1);
    }

    #[test]
    fn vitest_summaries() {
        check(
            vitest,
            " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 5 passed | 2 skipped (8)\n",
            5,
            1,
            2,
        );
        check(vitest, "      Tests  12 passed (12)", 12, 0, 0);
        check(vitest, "Tests run here are few", 0, 0, 0);
    }

    #[test]
    fn node_summaries_of_both_reporters() {
        check(
            node,
            "# tests 4\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n# todo 0\n# duration_ms 9.2",
            2,
            2,
            0,
        );
        check(
            node,
            "ℹ tests 3\nℹ pass 2\nℹ fail 0\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0",
            2,
            0,
            1,
        );
    }

    #[test]
    fn plain_summaries_and_prose() {
        check(plain, "11 passed, 0 failed, 1 skipped", 11, 0, 1);
        check(
            plain,
            "5 passed the first check, and 2 failed the second",
            0,
            0,
            0,
        );
    }

    #[test]
    fn what_nextest_shows_of_a_test_is_not_counted_again() {
        let shown = "test result: FAILED. 0 passed; 1 failed; 0 ignored\n     Summary [ 0.1s] 2 tests run: 1 passed, 1 failed, 0 skipped";
        check(nextest, shown, 1, 1, 0);
    }

    #[test]
    fn a_test_that_says_it_was_skipped_is_not_passed() {
        check(
            nextest,
            "    skipped: no ../shared\n     Summary [ 0.1s] 4 tests run: 4 passed, 0 skipped",
            3,
            0,
            1,
        );
        check(
            nextest,
            "     Summary [ 0.1s] 4 tests run: 4 passed, 0 skipped\n    skipped: no ../shared",
            3,
            0,
            1,
        );
    }
}
