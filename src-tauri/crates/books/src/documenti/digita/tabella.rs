//! Cells copied from a spreadsheet: separated by tabs, those with a tab, a line end or quotes in them in quotes.

/// The cells of every row that is not wholly empty, without the blanks around them.
pub(super) fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().filter(|c| *c != '\r').peekable();
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        let is_empty = rows
            .last()
            .and_then(|row| row.last())
            .is_none_or(String::is_empty);
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                push(&mut rows, '"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if is_empty => is_quoted = true,
            '\t' if !is_quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            other => push(&mut rows, other),
        }
    }
    let trimmed =
        |row: Vec<String>| -> Vec<String> { row.iter().map(|cell| cell.trim().to_owned()).collect() };
    let mut rows: Vec<Vec<String>> = rows.into_iter().map(trimmed).collect();
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

fn push(rows: &mut [Vec<String>], c: char) {
    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
        cell.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_lines_and_quotes() {
        for (text, expected) in [
            ("a\tb\r\nc\td\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("\"due\nrighe\"\t3", vec![vec!["due\nrighe", "3"]]),
            ("\"vite \"\"M8\"\"\"\t1", vec![vec!["vite \"M8\"", "1"]]),
            ("tubo 2\" inox\t4", vec![vec!["tubo 2\" inox", "4"]]),
            ("\n\t\n a \t\n", vec![vec!["a", ""]]),
            ("", vec![]),
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }
}
