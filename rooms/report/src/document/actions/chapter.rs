//! Writing a chapter in a language, and taking that back.

use db::{Conn, Tx};
use host::{Act, Actor, App, Found, Result, journal};
use kernel::Language;
use programme::Here;
use ui::{form::Filled, is_as_opened};

use super::{Done, refused};
use crate::document::{Chapter, DocumentRefusal, Report, fields, store};

const CHANGES: [&str; 2] = ["journal-report-chapter-written", "journal-report-chapter-undone"];

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
    if !is_as_opened(sent, &fields::chapter_words(&was, language)) {
        return refused(DocumentRefusal::ChangedMeanwhile);
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
    if !is_as_opened(sent, &fields::chapter_words(&was, language)) {
        return Err(DocumentRefusal::ChangedMeanwhile.into());
    }
    let became = before_last_change(&mut tx, &was, language).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    record(&mut tx, actor, CHANGES[1], &report, language, &was, &became).await?;
    Ok(tx.commit().await?)
}

/// The chapter as it was before its last change in a language, if there was one.
pub async fn before_last_change(conn: &mut Conn, now: &Chapter, language: Language) -> Result<Option<Chapter>> {
    let in_language = |it: &journal::Before| it.became("language") == Some(language.tag());
    let before = journal::before_last(conn, now.id, &CHANGES, in_language).await?;
    let standing = fields::chapter_words(now, language);
    Ok(before.map(|it| Chapter {
        title: now.title.clone().with(language, it.stood(&standing, "title")),
        text: now.text.clone().with(language, it.stood(&standing, "text")),
        ..now.clone()
    }))
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
