//! Beginning a report, changing its title and look, ordering its chapters, taking that back, and deleting a draft.

use db::{Conn, Json, Tx};
use host::{Act, Actor, App, Found, Result, journal};
use kernel::{Id, Key, Language, Text};
use programme::Here;
use ui::form::Filled;

use super::{
    Done, refused,
    undoing::{Before, as_it_was_opened, before_last},
};
use crate::document::{Chapter, DocumentRefusal, Look, Purpose, Report, fields, store};

/// The acts after which a report can be set back.
const CHANGES: [&str; 4] = [
    "journal-report-changed",
    "journal-report-undone",
    "journal-report-chapters-moved",
    "journal-report-chapter-removed",
];

/// Begins a report: empty, or with the chapters and the look of another one.
pub async fn begin(app: &App, actor: &Actor, here: &Here, sent: &Filled) -> Done<Key> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (new, template) = match begun(&mut tx, here, sent).await? {
        Ok(it) => it,
        Err(wrong) => return Ok(Err(wrong)),
    };
    store::add_report(&mut tx, &new).await?;
    if let Some(template) = &template {
        for it in store::chapters(&mut tx, template.id).await? {
            let text = new.languages.0.iter().fold(Text::default(), |text, language| {
                text.with(*language, it.text.get(*language).unwrap_or_default())
            });
            store::add_chapter(&mut tx, &Chapter { id: Id::new(), report_id: new.id, text, version: 1, ..it }).await?;
        }
    }
    let entry = journal::Entry::by(actor, "journal-report-begun", "report", new.id).within(here.edition.id);
    let entry = entry.note("key", &new.key).note("purpose", new.purpose);
    let entry = template.iter().fold(entry, |entry, it| entry.note("template", &it.key));
    entry.write(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(new.key))
}

/// The report that a form asks for, with the one it is made after.
async fn begun(
    conn: &mut Conn,
    here: &Here,
    sent: &Filled,
) -> Result<std::result::Result<(Report, Option<Report>), Vec<DocumentRefusal>>> {
    let others = store::reports(conn, here.edition.id).await?;
    let mut wrong = Vec::new();
    let title =
        Text::default().with(Language::ENGLISH, sent.value("title_en")).with(Language::FRENCH, sent.value("title_fr"));
    if title.is_empty() {
        wrong.push(DocumentRefusal::NoTitle("title_en"));
    }
    let key = sent.value("key").parse::<Key>().map_err(|_| wrong.push(DocumentRefusal::NoKey)).ok();
    if key.as_ref().is_some_and(|key| others.iter().any(|it| it.key == *key)) {
        wrong.push(DocumentRefusal::KeyTaken);
    }
    let purpose = sent.value("purpose").parse::<Purpose>().map_err(|_| wrong.push(DocumentRefusal::NoPurpose)).ok();
    let mut languages: Vec<Language> = sent.all("languages").filter_map(|it| it.parse().ok()).collect();
    languages.retain(|it| here.edition.languages.0.contains(it));
    if languages.is_empty() {
        wrong.push(DocumentRefusal::NoLanguage);
    }
    let template = others.iter().find(|it| it.key.as_str() == sent.value("template")).cloned();
    let (Some(key), Some(purpose), true) = (key, purpose, wrong.is_empty()) else { return Ok(Err(wrong)) };
    let report = Report {
        id: Id::new(),
        edition_id: here.edition.id,
        key,
        title,
        purpose,
        languages: Json(languages),
        look: template.as_ref().map_or_else(|| Json(Look::default()), |it| it.look.clone()),
        publishable: true,
        version: 1,
        position: others.iter().map(|it| it.position).max().unwrap_or_default() + 1,
    };
    Ok(Ok((report, template)))
}

/// Changes the title and the look of a report, unless it was changed since the form was opened.
pub async fn change(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = store::report(&mut tx, here.edition.id, key).await?.found()?;
    let chapters = store::chapters(&mut tx, was.id).await?;
    let known = indicators(app, &mut tx, here).await?;
    let became = match fields::changed(&was, |field| sent.value(field), &known) {
        Ok(became) => became,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if let Err(refusal) = as_it_was_opened(sent, &fields::digest_of(&was, &chapters)) {
        return refused(refusal);
    }
    write(&mut tx, actor, CHANGES[0], (&was, &chapters), (&became, &chapters)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The keys of the indicators that a report of the edition can show.
async fn indicators(app: &App, conn: &mut Conn, here: &Here) -> Result<Vec<String>> {
    let all = app.assembly.indicators.all(conn, here.edition.id).await?;
    Ok(all.into_iter().map(|it| it.key).collect())
}

/// Moves a chapter one place up or down; at the end of the list it stays where it is.
pub async fn move_chapter(
    app: &App,
    actor: &Actor,
    here: &Here,
    key: &str,
    chapter: &str,
    sent: &Filled,
) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, key).await?.found()?;
    let was = store::chapters(&mut tx, report.id).await?;
    as_it_was_opened(sent, &fields::digest_of(&report, &was))?;
    let at = was.iter().position(|it| it.key.as_str() == chapter).found()?;
    let other = if sent.value("to") == "up" { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(other) = other.filter(|it| *it < was.len()) {
        let mut became = was.clone();
        became.swap(at, other);
        write(&mut tx, actor, CHANGES[2], (&report, &was), (&report, &became)).await?;
    }
    Ok(tx.commit().await?)
}

/// Writes a report and the order of its chapters, with what changed of both.
async fn write(
    tx: &mut Tx,
    actor: &Actor,
    act: &'static str,
    (was, chapters): (&Report, &[Chapter]),
    (became, ordered): (&Report, &[Chapter]),
) -> Result<()> {
    let values = fields::words(was, chapters).into_iter().zip(fields::words(became, ordered));
    let entry = journal::Entry::by(actor, act, "report", was.id).within(was.edition_id);
    let entry = values.fold(entry, |entry, ((field, was), (_, became))| entry.change(field, was, became));
    if !entry.has_changes() {
        return Ok(());
    }
    store::set_title(tx, was.id, &became.title).await?;
    store::set_look(tx, was.id, &became.look.0).await?;
    for (position, it) in (1_i64..).zip(ordered) {
        store::place_chapter(tx, it.id, position).await?;
    }
    entry.write(tx).await
}

/// Takes a chapter out of its report; taking that back brings it in again, with its texts.
pub async fn remove_chapter(
    app: &App,
    actor: &Actor,
    here: &Here,
    key: &str,
    chapter: &str,
    sent: &Filled,
) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, key).await?.found()?;
    let chapters = store::chapters(&mut tx, report.id).await?;
    as_it_was_opened(sent, &fields::digest_of(&report, &chapters))?;
    let it = chapters.iter().find(|it| it.key.as_str() == chapter).found()?;
    let kept = |text: &Text| serde_json::to_string(text).map_err(host::Error::fault);
    let entry = journal::Entry::by(actor, CHANGES[3], "report", report.id).within(here.edition.id);
    let entry = entry
        .change("chapter", &it.key, "")
        .change("chapter_title", kept(&it.title)?, "")
        .change("chapter_text", kept(&it.text)?, "")
        .change("chapter_place", it.position, "");
    store::remove_chapter(&mut tx, it.id).await?;
    store::step(&mut tx, report.id).await?;
    entry.write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Whether there is a change of the report that can be taken back.
pub async fn has_past(conn: &mut Conn, report: &Report) -> Result<bool> {
    Ok(last_change(conn, report.id).await?.is_some())
}

async fn last_change(conn: &mut Conn, report: Id<Report>) -> Result<Option<Before>> {
    let last = before_last(conn, report, &CHANGES, |_| true).await?;
    // A chapter that was brought back is taken out with its own button.
    Ok(last.filter(|it| it.was("chapter") != Some("")))
}

/// Sets a report back to what it was before its last change.
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, key).await?.found()?;
    let chapters = store::chapters(&mut tx, report.id).await?;
    as_it_was_opened(sent, &fields::digest_of(&report, &chapters))?;
    let before = last_change(&mut tx, report.id).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    if before.was("chapter").is_some() {
        bring_back(&mut tx, actor, &report, &chapters, &before).await?;
    } else {
        let known = indicators(app, &mut tx, here).await?;
        let now = fields::words(&report, &chapters);
        let stood = |field: &str| {
            let now = || now.iter().find(|(name, _)| *name == field).map(|(_, value)| value.as_str());
            before.was(field).or_else(now).unwrap_or_default()
        };
        let became = fields::changed(&report, stood, &known).map_err(|_| DocumentRefusal::NothingToUndo)?;
        let order: Vec<&str> = stood("chapters").split(", ").collect();
        let mut ordered = chapters.clone();
        ordered.sort_by_key(|it| order.iter().position(|key| *key == it.key.as_str()).unwrap_or(usize::MAX));
        write(&mut tx, actor, CHANGES[1], (&report, &chapters), (&became, &ordered)).await?;
    }
    Ok(tx.commit().await?)
}

async fn bring_back(tx: &mut Tx, actor: &Actor, report: &Report, chapters: &[Chapter], before: &Before) -> Result<()> {
    let stood = |field| before.was(field).ok_or(DocumentRefusal::NothingToUndo);
    let key: Key = stood("chapter")?.parse().map_err(|_| DocumentRefusal::NothingToUndo)?;
    if chapters.iter().any(|it| it.key == key) {
        return Err(DocumentRefusal::KeyTaken.into());
    }
    let text = |field| serde_json::from_str(stood(field)?).map_err(|_| DocumentRefusal::NothingToUndo);
    let position = stood("chapter_place")?.parse().map_err(|_| DocumentRefusal::NothingToUndo)?;
    let (title, text) = (text("chapter_title")?, text("chapter_text")?);
    for it in chapters.iter().filter(|it| it.position >= position) {
        store::place_chapter(tx, it.id, it.position + 1).await?;
    }
    let entry = journal::Entry::by(actor, CHANGES[1], "report", report.id).within(report.edition_id);
    let entry = entry.change("chapter", "", &key);
    store::add_chapter(tx, &Chapter { id: Id::new(), report_id: report.id, key, title, text, version: 1, position })
        .await?;
    store::step(tx, report.id).await?;
    entry.write(tx).await
}

/// Deletes a report that was never published, with its chapters and waivers, for good.
pub async fn delete(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, key).await?.found()?;
    if store::newest_version(&mut tx, report.id).await?.is_some() {
        return refused(DocumentRefusal::Published);
    }
    if !sent.ticked("confirmed") {
        return refused(DocumentRefusal::NotConfirmed);
    }
    let chapters = store::chapters(&mut tx, report.id).await?.len();
    store::remove_report(&mut tx, report.id).await?;
    journal::Entry::by(actor, "journal-report-deleted", "report", report.id)
        .within(here.edition.id)
        .note("key", &report.key)
        .note("chapters", chapters)
        .write(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(Ok(()))
}
