//! Beginning a report, changing its title and look, taking its last change back, and deleting a draft.

use db::{Conn, Json, Tx};
use host::{
    Act, Actor, App, Found, Result,
    journal::{self, Before},
};
use kernel::{Id, Key, Language, Text};
use programme::Here;
use ui::{form::Filled, is_as_opened};

use super::{Done, chapters, refused};
use crate::document::{Chapter, DocumentRefusal, Look, Purpose, Report, fields, logo, store};

/// The act by which a report's title or look was changed.
pub(super) const CHANGED: &str = "journal-report-changed";

/// The acts after which a report can be set back.
const CHANGES: [&str; 5] = [CHANGED, "journal-report-undone", chapters::MOVED, chapters::REMOVED, chapters::ADDED];

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
    // A form may keep the picture that stands there, and name no other among the installation's files.
    let (logo, standing) = (sent.value("logo"), was.look.0.logo.as_deref());
    if logo::named(logo).is_some() && standing != Some(logo) {
        return refused(DocumentRefusal::NoMark);
    }
    let became = match fields::changed(&was, |field| sent.value(field), &known) {
        Ok(became) => became,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if !is_as_opened(sent, &fields::words(&was, &chapters)) {
        return refused(DocumentRefusal::ChangedMeanwhile);
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

/// Writes a report and the order of its chapters, with what changed of both.
pub(super) async fn write(
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

/// Whether there is a change of the report that can be taken back.
pub async fn has_past(conn: &mut Conn, report: &Report) -> Result<bool> {
    Ok(last_change(conn, report.id).await?.is_some())
}

async fn last_change(conn: &mut Conn, report: Id<Report>) -> Result<Option<Before>> {
    let last = journal::before_last(conn, report, &CHANGES, |_| true).await?;
    // Lines of an earlier release do not say how a chapter stood when it came in: it is taken out with its own button.
    Ok(last.filter(|it| it.was("chapter") != Some("") || it.became("chapter_place").is_some()))
}

/// Sets a report back to what it was before its last change.
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (report, chapters) = as_opened(&mut tx, here, key, sent).await?;
    let before = last_change(&mut tx, report.id).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    match before.was("chapter") {
        Some("") => chapters::take_out_again(&mut tx, actor, CHANGES[1], &report, &chapters, &before).await?,
        Some(_) => chapters::bring_back(&mut tx, actor, CHANGES[1], &report, &chapters, &before).await?,
        None => {
            let known = indicators(app, &mut tx, here).await?;
            let now = fields::words(&report, &chapters);
            let stood = |field: &str| before.stood(&now, field);
            let became = fields::changed(&report, stood, &known).map_err(|_| DocumentRefusal::NothingToUndo)?;
            let order: Vec<&str> = stood("chapters").split(", ").collect();
            let mut ordered = chapters.clone();
            ordered.sort_by_key(|it| order.iter().position(|key| *key == it.key.as_str()).unwrap_or(usize::MAX));
            write(&mut tx, actor, CHANGES[1], (&report, &chapters), (&became, &ordered)).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// A report with its chapters, if it stands as the form was opened on it: nobody overwrites what they did not see.
pub(super) async fn as_opened(
    conn: &mut Conn,
    here: &Here,
    key: &str,
    sent: &Filled,
) -> Result<(Report, Vec<Chapter>)> {
    let report = store::report(conn, here.edition.id, key).await?.found()?;
    let chapters = store::chapters(conn, report.id).await?;
    if is_as_opened(sent, &fields::words(&report, &chapters)) {
        Ok((report, chapters))
    } else {
        Err(DocumentRefusal::ChangedMeanwhile.into())
    }
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
