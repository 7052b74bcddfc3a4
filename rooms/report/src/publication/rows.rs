//! Digests of rows: enough to see later that a row is the same, too little to learn anything of it.

use hmac::{Hmac, Mac};
use host::{
    Error, Result,
    figures::{Dimension, Trace, TraceRow},
    secrets::digest,
};
use sha2::Sha256;

/// A row with its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digested {
    pub(super) id: String,
    pub(super) digest: String,
    pub(super) erased: bool,
}

/// The rows of a trace with their digests, salted with the publication's own salt.
///
/// The gender is left out: digests stay when a person is erased, and of a word with so few values the digest tells
/// the word to whoever holds the salt.
pub(super) fn digested(salt: &str, trace: &Trace) -> Result<Vec<Digested>> {
    let kept: Vec<bool> = trace.dimensions.iter().map(|it| *it != Dimension::Gender).collect();
    let mut rows: Vec<Digested> = trace
        .rows
        .iter()
        .map(|row| Ok(Digested { id: row.id.clone(), digest: of_row(salt, row, &kept)?, erased: row.erased }))
        .collect::<Result<_>>()?;
    rows.sort_by(|a, b| (&a.id, &a.digest).cmp(&(&b.id, &b.digest)));
    number_namesakes(&mut rows);
    Ok(rows)
}

/// The digest of a figure: over the digests of its rows, sorted, one a line.
pub(super) fn of_figure<'a>(rows: impl IntoIterator<Item = &'a str>) -> String {
    let mut lines: Vec<&str> = rows.into_iter().collect();
    lines.sort_unstable();
    digest(lines.join("\n").as_bytes())
}

fn of_row(salt: &str, row: &TraceRow, kept: &[bool]) -> Result<String> {
    let mut parts = vec![row.id.clone(), row.adds.to_string(), row.since.map(|it| it.to_string()).unwrap_or_default()];
    let told = row.told_apart.iter().zip(kept).filter(|(_, kept)| **kept);
    parts.extend(told.map(|(it, _)| it.clone().unwrap_or_default()));
    let mut mac = Hmac::<Sha256>::new_from_slice(salt.as_bytes()).map_err(Error::fault)?;
    for part in parts {
        // The length before each part keeps `a` + `bc` from reading like `ab` + `c`.
        mac.update(format!("{}:{part}", part.len()).as_bytes());
    }
    Ok(mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Rows of one name, which a sound query does not give, are told apart by a number.
fn number_namesakes(rows: &mut [Digested]) {
    let mut same = 1;
    for at in 1..rows.len() {
        let before = rows[at - 1].id.split('#').next().unwrap_or_default().to_owned();
        if rows[at].id == before {
            same += 1;
            rows[at].id = format!("{before}#{same}");
        } else {
            same = 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, country: &str, gender: &str) -> TraceRow {
        TraceRow {
            id: id.to_owned(),
            since: None,
            adds: 1,
            erased: false,
            told_apart: vec![Some(country.to_owned()), Some(gender.to_owned())],
            cells: Vec::new(),
        }
    }

    fn trace(rows: Vec<TraceRow>) -> Trace {
        Trace { columns: Vec::new(), dimensions: vec![Dimension::Country, Dimension::Gender], rows }
    }

    #[test]
    fn a_digest_follows_the_row_and_the_salt_and_not_the_order() {
        let one = digested("salt", &trace(vec![row("a", "FI", "f"), row("b", "TH", "m")])).unwrap();
        let other = digested("salt", &trace(vec![row("b", "TH", "m"), row("a", "FI", "f")])).unwrap();
        assert_eq!(one, other);
        assert_ne!(one, digested("pepper", &trace(vec![row("a", "FI", "f"), row("b", "TH", "m")])).unwrap());
        let moved = digested("salt", &trace(vec![row("a", "SE", "f"), row("b", "TH", "m")])).unwrap();
        assert_ne!(one[0], moved[0]);
        assert_eq!(one[1], moved[1]);
    }

    #[test]
    fn a_gender_cannot_be_guessed_from_a_digest_that_stays() {
        let known = digested("salt", &trace(vec![row("a", "FI", "f")])).unwrap();
        assert_eq!(known, digested("salt", &trace(vec![row("a", "FI", "m")])).unwrap());
    }

    #[test]
    fn rows_of_one_name_are_numbered() {
        let rows =
            digested("salt", &trace(vec![row("a", "FI", "f"), row("a", "SE", "f"), row("a", "TH", "f")])).unwrap();
        assert_eq!(rows.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["a", "a#2", "a#3"]);
    }
}
