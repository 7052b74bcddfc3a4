//! The prose of an edition.

use host::{Act, Actor, App, Found, Result, journal};
use kernel::{Id, Language, Text, mark};
use ui::{form::Filled, is_as_opened};

use super::{Done, refused};
use crate::{Here, ProgrammeRefusal, store};

const CHANGES: [&str; 2] = ["journal-programme-text-changed", "journal-programme-text-undone"];

/// The texts for which the site and the report have a place, whatever the edition.
const PLACES: [&str; 6] = ["about", "workshop-series", "outcomes", "report-foreword", "privacy", "accessibility"];

/// Every text there is or that has a place, with what stands there.
pub async fn all(conn: &mut db::Conn, here: &Here) -> Result<Vec<(String, Text)>> {
    let mut written = store::all_prose(conn, here.edition.id).await?;
    let activities = store::activities(conn, here.edition.id).await?;
    let places = PLACES.iter().map(|it| (*it).to_owned());
    let places = places.chain(activities.iter().map(|it| format!("activity-{}", it.key)));
    let mut all: Vec<(String, Text)> = places
        .map(|key| {
            let found = written.iter().position(|it| it.key == key).map(|at| written.remove(at).text);
            (key, found.unwrap_or_default())
        })
        .collect();
    all.extend(written.into_iter().map(|it| (it.key, it.text)));
    Ok(all)
}

/// The text of this key; hidden where nothing has a place for it.
pub async fn find(conn: &mut db::Conn, here: &Here, key: &str) -> Result<Text> {
    all(conn, here).await?.into_iter().find(|(it, _)| it == key).map(|(_, text)| text).found()
}

/// The identity of a piece of prose in the journal; its row is known by its key alone.
pub fn identity(edition: Id<mark::Edition>, key: &str) -> Id<Text> {
    Id::named(&[&edition.to_string(), "text", key])
}

/// A text as the words of its form, and as the values of the journal.
pub fn words(text: &Text) -> [(&'static str, String); 2] {
    let words = |language| text.get(language).unwrap_or_default().to_owned();
    [("text_en", words(Language::ENGLISH)), ("text_fr", words(Language::FRENCH))]
}

/// The text that a form holds: no empty lines at its end, as the edition folder keeps it.
pub fn of_form(was: &Text, sent: &Filled) -> Text {
    let words = |field| {
        let words = sent.raw(field).trim_end();
        if words.trim().is_empty() { String::new() } else { format!("{words}\n") }
    };
    was.clone().with(Language::ENGLISH, words("text_en")).with(Language::FRENCH, words("text_fr"))
}

/// Writes a piece of prose, unless somebody else changed it since the form was opened.
pub async fn change(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = find(&mut tx, here, key).await?;
    if !is_as_opened(sent, &words(&was)) {
        return refused(ProgrammeRefusal::ChangedMeanwhile);
    }
    write(&mut tx, actor, here, key, CHANGES[0], &was, &of_form(&was, sent)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Sets a piece of prose back to what it was before its last change.
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = find(&mut tx, here, key).await?;
    if !is_as_opened(sent, &words(&was)) {
        return Err(ProgrammeRefusal::ChangedMeanwhile.into());
    }
    let became = before_last_change(&mut tx, here, key, &was).await?.ok_or(ProgrammeRefusal::NothingToUndo)?;
    write(&mut tx, actor, here, key, CHANGES[1], &was, &became).await?;
    Ok(tx.commit().await?)
}

/// The text as it was before its last change, if there was one.
pub async fn before_last_change(conn: &mut db::Conn, here: &Here, key: &str, now: &Text) -> Result<Option<Text>> {
    let before = journal::before_last(conn, identity(here.edition.id, key), &CHANGES, |_| true).await?;
    let standing = words(now);
    Ok(before.map(|it| {
        now.clone()
            .with(Language::ENGLISH, it.stood(&standing, "text_en"))
            .with(Language::FRENCH, it.stood(&standing, "text_fr"))
    }))
}

async fn write(
    tx: &mut db::Tx,
    actor: &Actor,
    here: &Here,
    key: &str,
    act: &'static str,
    was: &Text,
    became: &Text,
) -> Result<()> {
    let entry = journal::Entry::by(actor, act, "text", identity(here.edition.id, key)).within(here.edition.id);
    let entry = entry.changes(words(was), words(became));
    if entry.has_changes() {
        if became.is_empty() {
            store::remove_prose(tx, here.edition.id, key).await?;
        } else {
            store::set_prose(tx, here.edition.id, key, became).await?;
        }
        entry.note("key", key).write(tx).await?;
    }
    Ok(())
}
