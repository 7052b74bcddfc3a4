//! Which chapters a report has, and in which order: adding one, moving it, taking it out, and bringing it back.

use db::Tx;
use host::{
    Act, Actor, App, Found, Result,
    journal::{self, Before},
};
use kernel::{Id, Key, Language, Text};
use programme::Here;
use ui::form::Filled;

use super::{
    Done,
    report::{as_opened, write},
};
use crate::document::{Chapter, DocumentRefusal, Report, store};

pub(super) const MOVED: &str = "journal-report-chapters-moved";
pub(super) const REMOVED: &str = "journal-report-chapter-removed";
pub(super) const ADDED: &str = "journal-report-chapter-added";

/// Adds an empty chapter at the end of a report.
pub async fn add(app: &App, actor: &Actor, here: &Here, report: &str, sent: &Filled) -> Done<Key> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, report).await?.found()?;
    let chapters = store::chapters(&mut tx, report.id).await?;
    let title = Text::default()
        .with(Language::ENGLISH, sent.value("chapter_title_en"))
        .with(Language::FRENCH, sent.value("chapter_title_fr"));
    let mut wrong = Vec::new();
    if title.is_empty() {
        wrong.push(DocumentRefusal::NoTitle("chapter_title_en"));
    }
    let key = sent.value("key").parse::<Key>().map_err(|_| wrong.push(DocumentRefusal::NoKey)).ok();
    if key.as_ref().is_some_and(|key| chapters.iter().any(|it| it.key == *key)) {
        wrong.push(DocumentRefusal::KeyTaken);
    }
    let (Some(key), true) = (key, wrong.is_empty()) else { return Ok(Err(wrong)) };
    let position = chapters.iter().map(|it| it.position).max().unwrap_or_default() + 1;
    let (id, text) = (Id::new(), Text::default());
    let it = Chapter { id, report_id: report.id, key, title, text, version: 1, position };
    put_in(&mut tx, actor, ADDED, &report, &it).await?;
    tx.commit().await?;
    Ok(Ok(it.key))
}

/// Moves a chapter one place up or down; at the end of the list it stays where it is.
pub async fn shift(app: &App, actor: &Actor, here: &Here, key: &str, chapter: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (report, was) = as_opened(&mut tx, here, key, sent).await?;
    let at = was.iter().position(|it| it.key.as_str() == chapter).found()?;
    let other = if sent.value("to") == "up" { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(other) = other.filter(|it| *it < was.len()) {
        let mut became = was.clone();
        became.swap(at, other);
        write(&mut tx, actor, MOVED, (&report, &was), (&report, &became)).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a chapter out of its report; taking that back brings it in again, with its texts.
pub async fn remove(app: &App, actor: &Actor, here: &Here, key: &str, chapter: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (report, chapters) = as_opened(&mut tx, here, key, sent).await?;
    let it = chapters.iter().find(|it| it.key.as_str() == chapter).found()?;
    take_out(&mut tx, actor, REMOVED, &report, it).await?;
    Ok(tx.commit().await?)
}

/// Takes out again what the last change put in, unless somebody has written there since.
pub(super) async fn take_out_again(
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    report: &Report,
    chapters: &[Chapter],
    before: &Before,
) -> Result<()> {
    let key = before.became("chapter");
    let it = chapters.iter().find(|it| Some(it.key.as_str()) == key).ok_or(DocumentRefusal::NothingToUndo)?;
    let words = whole(it)?;
    let was_written =
        |field| words.iter().any(|(name, now)| *name == field && before.became(field).unwrap_or_default() != now);
    if was_written("chapter_title") || was_written("chapter_text") {
        return Err(DocumentRefusal::WrittenSince.into());
    }
    take_out(tx, actor, act, report, it).await
}

/// Brings back what the last change took out, where it stood.
pub(super) async fn bring_back(
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    report: &Report,
    chapters: &[Chapter],
    before: &Before,
) -> Result<()> {
    let it = as_it_was(report, before).ok_or(DocumentRefusal::NothingToUndo)?;
    if chapters.iter().any(|other| other.key == it.key) {
        return Err(DocumentRefusal::KeyTaken.into());
    }
    for later in chapters.iter().filter(|other| other.position >= it.position) {
        store::place_chapter(tx, later.id, later.position + 1).await?;
    }
    put_in(tx, actor, act, report, &it).await
}

fn as_it_was(report: &Report, before: &Before) -> Option<Chapter> {
    let text = |field| match before.was(field)? {
        "" => Some(Text::default()),
        words => serde_json::from_str(words).ok(),
    };
    Some(Chapter {
        id: Id::new(),
        report_id: report.id,
        key: before.was("chapter")?.parse().ok()?,
        title: text("chapter_title")?,
        text: text("chapter_text").unwrap_or_default(),
        version: 1,
        position: before.was("chapter_place")?.parse().ok()?,
    })
}

async fn put_in(tx: &mut Tx, actor: &Actor, act: &'static str, report: &Report, it: &Chapter) -> Result<()> {
    store::add_chapter(tx, it).await?;
    store::step(tx, report.id).await?;
    let words = whole(it)?;
    entry(actor, act, report).changes(journal::nothing(&words), words).write(tx).await
}

async fn take_out(tx: &mut Tx, actor: &Actor, act: &'static str, report: &Report, it: &Chapter) -> Result<()> {
    store::remove_chapter(tx, it.id).await?;
    store::step(tx, report.id).await?;
    let words = whole(it)?;
    entry(actor, act, report).changes(words.clone(), journal::nothing(&words)).write(tx).await
}

fn entry(actor: &Actor, act: &'static str, report: &Report) -> journal::Entry {
    journal::Entry::by(actor, act, "report", report.id).within(report.edition_id)
}

/// A chapter as the journal keeps it: all that is needed to bring it back.
fn whole(it: &Chapter) -> Result<[(&'static str, String); 4]> {
    let kept = |text: &Text| {
        if text.is_empty() { Ok(String::new()) } else { serde_json::to_string(text).map_err(host::Error::fault) }
    };
    Ok([
        ("chapter", it.key.to_string()),
        ("chapter_title", kept(&it.title)?),
        ("chapter_text", kept(&it.text)?),
        ("chapter_place", it.position.to_string()),
    ])
}
