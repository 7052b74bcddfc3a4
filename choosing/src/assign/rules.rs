//! Rules on the readers of one application: `institution<=1`, `rank=senior>=1`.

use assignment::GroupRule;

/// Reads a rule.
pub(super) fn rule(words: &str) -> Result<GroupRule, String> {
    let wrong = || {
        format!(
            "--rule “{words}” cannot be read. Write a column of the reviewers' sheet and a number, as in “institution<=1” \
             (of each institution at most one) or “rank=senior>=1” (at least one senior)"
        )
    };
    let (left, is_least, number) = if let Some((left, number)) = words.split_once("<=") {
        (left, false, number)
    } else if let Some((left, number)) = words.split_once(">=") {
        (left, true, number)
    } else {
        return Err(wrong());
    };
    let number: u32 = number.trim().parse().map_err(|_| wrong())?;
    let (of, value) = match left.split_once('=') {
        Some((of, value)) => (of.trim(), Some(value.trim())),
        None => (left.trim(), None),
    };
    if of.is_empty() || value.is_some_and(str::is_empty) {
        return Err(wrong());
    }
    Ok(GroupRule {
        of: of.to_owned(),
        value: value.map(str::to_owned),
        at_least: if is_least { number } else { 0 },
        at_most: (!is_least).then_some(number),
    })
}
