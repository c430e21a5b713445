//! The two patterns of addresses.

/// `EmailType`: `([!#-'*+/-9=?A-Z^-~-]+(\.[!#-'*+/-9=?A-Z^-~-]+)*|"(\[\]!#-[^-~ \t]|(\\[\t -~]))+")` before the at
/// sign; after it the first form again, or `\[[\t -Z^-~]*\]`; at most 256 characters.
pub(super) fn is_email(text: &str) -> bool {
    let is_inside = |c: char| matches!(c, '\t' | ' '..='Z' | '^'..='~');
    let is_domain = |domain: &str| {
        let bracketed = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        are_words(domain) || bracketed.is_some_and(|inside| inside.chars().all(is_inside))
    };
    let split = match text.strip_prefix('"') {
        Some(rest) => quoted(rest),
        None => text
            .split_once('@')
            .filter(|(local, _)| are_words(local))
            .map(|(_, domain)| domain),
    };
    split.is_some_and(is_domain) && text.chars().count() <= 256
}

/// Words of the allowed characters joined by points.
fn are_words(text: &str) -> bool {
    let allowed = |c: char| matches!(c, '!' | '#'..='\'' | '*' | '+' | '/'..='9' | '=' | '?' | 'A'..='Z' | '^'..='~' | '-');
    text.split('.')
        .all(|word| !word.is_empty() && word.chars().all(allowed))
}

/// What follows the at sign after a quoted part, of which the first quote is already read.
fn quoted(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let after = match (rest.strip_prefix('\\'), rest.strip_prefix("[]!#-")) {
            (Some(after), _) => after.strip_prefix(|c: char| matches!(c, '\t' | ' '..='~'))?,
            (None, Some(after)) => after.strip_prefix(|c: char| !matches!(c, '-' | '~' | ' ' | '\t'))?,
            (None, None) => return rest.strip_prefix("\"@").filter(|_| rest.len() < text.len()),
        };
        rest = after;
    }
}

/// `EmailContattiType`, and `EmailType` up to 1.2: `.+@.+[.]+.+`, 7 to 256 characters.
pub(super) fn is_contact(text: &str) -> bool {
    let is_point = |rest: &str| {
        let mut points = rest.match_indices('.').map(|(at, _)| at);
        points.any(|at| at > 0 && at.saturating_add(1) < rest.len())
    };
    let mut signs = text.match_indices('@').filter(|(at, _)| *at > 0);
    (7..=256).contains(&text.chars().count())
        && !text.contains(['\n', '\r'])
        && signs.any(|(at, _)| text.get(at.saturating_add(1)..).is_some_and(is_point))
}
