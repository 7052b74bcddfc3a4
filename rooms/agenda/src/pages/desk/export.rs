//! The registrations of a session as a file for a spreadsheet.

use axum::extract::State;
use host::{Act, Actor, App, Ask, Download, Error, Result, Sent};
use programme::Here;

use super::registrations::filtered;
use crate::{
    pages::{Parts, session_at},
    place, store,
};

pub(in crate::pages) async fn csv(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    parts: Parts,
    Sent(asked): Sent,
) -> Result<Download> {
    actor.may(Act::ReadRegistrations(here.edition.id))?;
    let session = session_at(&app, &here, &parts).await?;
    let mut conn = app.db.read().await?;
    let rows = store::registrations(&mut conn, session.id, app.clock.now()).await?;
    let organiser = place::organiser(&mut conn, &here).await?;
    let demonstration = place::publisher(&app, organiser.as_ref(), &here, &reader).demonstration.unwrap_or_default();
    let mut out = csv::Writer::from_writer(Vec::new());
    let columns = [
        "agenda-column-name",
        "agenda-email",
        "agenda-column-country",
        "agenda-column-organisation",
        "agenda-column-registered",
        "agenda-column-withdrawn",
        "agenda-column-minutes",
        "agenda-column-note",
    ];
    out.write_record(columns.map(|it| reader.say(it))).map_err(Error::fault)?;
    for it in filtered(&rows, &asked) {
        let note = if it.invented {
            format!("{} {demonstration}", reader.say("programme-invented"))
        } else {
            demonstration.clone()
        };
        out.write_record([
            harmless(&it.name),
            harmless(it.email.as_deref().unwrap_or_default()),
            it.country.map(|it| it.to_string()).unwrap_or_default(),
            harmless(&it.organisation),
            it.registered_at.to_string(),
            it.withdrawn_at.map(|it| it.to_string()).unwrap_or_default(),
            it.attended_minutes.map(|it| it.to_string()).unwrap_or_default(),
            note.trim().to_owned(),
        ])
        .map_err(Error::fault)?;
    }
    let bytes = out.into_inner().map_err(Error::fault)?;
    Ok(Download { media_type: "text/csv; charset=utf-8", name: Some(format!("{}.csv", session.key)), bytes })
}

/// Words of people that a spreadsheet must not take for a formula: an apostrophe stands before them.
fn harmless(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_name_is_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("@SUM(1)"), "'@SUM(1)");
        assert_eq!(harmless("Dalia"), "Dalia");
    }
}
