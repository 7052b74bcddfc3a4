//! Adding a chapter to a report, writing it in a language, and taking that back.

use db::{Conn, Tx};
use host::{Act, Actor, App, Found, Result, journal};
use kernel::{Id, Key, Language, Text};
use programme::Here;
use ui::form::Filled;

use super::{
    Done, refused,
    undoing::{as_it_was_opened, before_last},
};
use crate::document::{Chapter, DocumentRefusal, Report, fields, store};

const CHANGES: [&str; 2] = ["journal-report-chapter-written", "journal-report-chapter-undone"];

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
    store::add_chapter(&mut tx, &it).await?;
    store::step(&mut tx, report.id).await?;
    journal::Entry::by(actor, "journal-report-chapter-added", "report", report.id)
        .within(here.edition.id)
        .note("chapter", &it.key)
        .write(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(Ok(it.key))
}

/// A report and one of its chapters; hidden where either is not there, or the report is not written in the language.
pub async fn find(
    conn: &mut Conn,
    here: &Here,
    report: &str,
    chapter: &str,
    language: Language,
) -> Result<(Report, Chapter)> {
    let report = store::report(conn, here.edition.id, report).await?;
    let report = report.filter(|it| it.languages.0.contains(&language)).found()?;
    let chapters = store::chapters(conn, report.id).await?;
    Ok((report, chapters.into_iter().find(|it| it.key.as_str() == chapter).found()?))
}

/// The chapter that a form holds.
pub fn of_form(was: &Chapter, language: Language, sent: &Filled) -> Chapter {
    Chapter {
        title: was.title.clone().with(language, sent.value("title")),
        text: was.text.clone().with(language, fields::whole_lines(sent.raw("text"))),
        ..was.clone()
    }
}

/// Writes a chapter in a language, unless somebody else wrote there since the form was opened.
pub async fn write(
    app: &App,
    actor: &Actor,
    here: &Here,
    (report, chapter, language): (&str, &str, Language),
    sent: &Filled,
) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (report, was) = find(&mut tx, here, report, chapter, language).await?;
    if sent.value("title").is_empty() {
        return refused(DocumentRefusal::NoTitle("title"));
    }
    if let Err(refusal) = as_it_was_opened(sent, &fields::chapter_digest(&was, language)) {
        return refused(refusal);
    }
    record(&mut tx, actor, CHANGES[0], &report, language, &was, &of_form(&was, language, sent)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Sets a chapter in a language back to what it was before its last change.
pub async fn undo(
    app: &App,
    actor: &Actor,
    here: &Here,
    (report, chapter, language): (&str, &str, Language),
    sent: &Filled,
) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (report, was) = find(&mut tx, here, report, chapter, language).await?;
    as_it_was_opened(sent, &fields::chapter_digest(&was, language))?;
    let became = before_last_change(&mut tx, &was, language).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    record(&mut tx, actor, CHANGES[1], &report, language, &was, &became).await?;
    Ok(tx.commit().await?)
}

/// The chapter as it was before its last change in a language, if there was one.
pub async fn before_last_change(conn: &mut Conn, now: &Chapter, language: Language) -> Result<Option<Chapter>> {
    let in_language = |it: &super::undoing::Before| it.noted("language") == Some(language.tag());
    let Some(before) = before_last(conn, now.id, &CHANGES, in_language).await? else { return Ok(None) };
    let stood = |field, text: &Text| match before.was(field) {
        Some(was) => text.clone().with(language, was),
        None => text.clone(),
    };
    Ok(Some(Chapter { title: stood("title", &now.title), text: stood("text", &now.text), ..now.clone() }))
}

async fn record(
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    report: &Report,
    language: Language,
    was: &Chapter,
    became: &Chapter,
) -> Result<()> {
    let entry = journal::Entry::by(actor, act, "chapter", was.id).within(report.edition_id);
    let entry = entry.changes(fields::chapter_words(was, language), fields::chapter_words(became, language));
    if !entry.has_changes() {
        return Ok(());
    }
    store::write_chapter(tx, was.id, &became.title, &became.text).await?;
    store::step(tx, report.id).await?;
    entry.note("language", language).note("chapter", format!("{}/{}", report.key, was.key)).write(tx).await
}
