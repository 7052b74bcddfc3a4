//! The list as a file for a spreadsheet.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Download, Result, Sent, folder::CsvOut};
use programme::Here;

use super::list;

const COLUMNS: [&str; 9] =
    ["key", "name", "printed", "email", "country", "organisation", "file", "takes_part_in", "invented"];

/// The filtered list, as it stands; the mark in front tells spreadsheets that it is UTF-8.
pub(super) async fn csv(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(asked): Sent,
) -> Result<Download> {
    actor.may(Act::ReadPeople(here.edition.id))?;
    let found = list::find(&mut app.db.read().await?, &here, &asked).await?;
    let mut out = CsvOut::new(&COLUMNS);
    for it in &found.people {
        let fields = [
            it.key.to_string(),
            it.name.clone(),
            it.printed.clone(),
            it.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            it.country.map(|it| it.to_string()).unwrap_or_default(),
            it.organisation.clone(),
            it.file.to_string(),
            found.parts_of(&reader, it.id),
            it.invented.to_string(),
        ]
        .map(harmless);
        out.row(&fields.each_ref().map(String::as_str));
    }
    let name = Some(format!("people-{}.csv", here.edition.key));
    Ok(Download {
        media_type: "text/csv; charset=utf-8",
        name,
        bytes: format!("\u{feff}{}", out.finish()).into_bytes(),
    })
}

/// The same words, which no spreadsheet takes for a formula.
fn harmless(words: String) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{words}")
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_name_that_looks_like_a_formula_stays_a_name() {
        assert_eq!(harmless("=1+1".to_owned()), "'=1+1");
        assert_eq!(harmless("@SUM(A1)".to_owned()), "'@SUM(A1)");
        assert_eq!(harmless("Anne-Marie".to_owned()), "Anne-Marie");
    }
}
