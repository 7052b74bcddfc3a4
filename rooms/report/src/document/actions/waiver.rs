//! Living with a finding, for a reason that is printed; and no longer.

use host::{Act, Actor, App, Found, Result, journal};
use kernel::{Id, Language, Text};
use programme::Here;
use ui::form::Filled;

use super::{Done, refused};
use crate::document::{DocumentRefusal, Waiver, store};

/// Waives the finding of a report that a form names, with the reason that it gives.
pub async fn waive(app: &App, actor: &Actor, here: &Here, report: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let finding = sent.value("finding").to_owned();
    let reason = Text::default()
        .with(Language::ENGLISH, sent.value("reason_en"))
        .with(Language::FRENCH, sent.value("reason_fr"));
    if reason.is_empty() {
        return refused(DocumentRefusal::NoReason);
    }
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, report).await?.found()?;
    if store::waivers(&mut tx, report.id).await?.iter().any(|it| it.finding == finding) {
        return refused(DocumentRefusal::WaivedAlready);
    }
    let it = Waiver {
        id: Id::new(),
        report_id: report.id,
        finding,
        reason,
        waived_at: app.clock.now(),
        waived_by: Some(actor.account),
        ended_at: None,
        source: "here".to_owned(),
    };
    let position = store::next_waiver(&mut tx, report.id).await?;
    store::add_waiver(&mut tx, &it, position).await?;
    let entry = journal::Entry::by(actor, "journal-report-waived", "waiver", it.id).within(here.edition.id);
    let entry = entry.note("report", &report.key).note("finding", &it.finding);
    let words = [("reason_en", Language::ENGLISH), ("reason_fr", Language::FRENCH)];
    let entry = words.into_iter().fold(entry, |entry, (field, language)| match it.reason.get(language) {
        Some(reason) => entry.note(field, reason),
        None => entry,
    });
    entry.write(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Ends a waiver of a report: its finding stands open again.
pub async fn end(app: &App, actor: &Actor, here: &Here, report: &str, waiver: Id<Waiver>) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, report).await?.found()?;
    let it = store::waiver(&mut tx, waiver).await?.filter(|it| it.report_id == report.id).found()?;
    if it.ended_at.is_some() {
        return Ok(());
    }
    store::end_waiver(&mut tx, it.id, app.clock.now()).await?;
    journal::Entry::by(actor, "journal-report-waiver-ended", "waiver", it.id)
        .within(here.edition.id)
        .note("report", &report.key)
        .note("finding", &it.finding)
        .write(&mut tx)
        .await?;
    Ok(tx.commit().await?)
}
