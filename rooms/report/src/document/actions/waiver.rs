//! Living with a finding, for a reason that is printed; no longer; and taking that back.

use db::{Conn, Tx};
use host::{
    Act, Actor, App, Found, Result,
    journal::{self, Before},
};
use kernel::{Id, Language, Text};
use programme::Here;
use ui::{form::Filled, is_as_opened};

use super::{Done, refused};
use crate::document::{DocumentRefusal, Report, Waiver, store};

const WAIVED: &str = "journal-report-waived";
const ENDED: &str = "journal-report-waiver-ended";
const UNDONE: &str = "journal-report-waiver-undone";

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
    write(&mut tx, actor, &report, WAIVED, &it, true).await?;
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
    store::end_waiver(&mut tx, it.id, Some(app.clock.now())).await?;
    write(&mut tx, actor, &report, ENDED, &it, false).await?;
    Ok(tx.commit().await?)
}

/// The waiver of a report that was changed last, on the desk.
pub struct Last {
    /// Its finding.
    pub finding: String,
    /// What stands of it now, for whoever would take the change back.
    pub words: Vec<(&'static str, String)>,
    /// Whether it is in force.
    stands: bool,
}

/// What was last waived or waived no longer of a report; `None` where the record stands otherwise by now.
pub async fn last(conn: &mut Conn, report: &Report) -> Result<Option<Last>> {
    let is_whole = |it: &Before| it.became("finding").is_some();
    let Some(before) = journal::before_last(conn, report.id, &[WAIVED, ENDED, UNDONE], is_whole).await? else {
        return Ok(None);
    };
    let finding = before.became("finding").unwrap_or_default().to_owned();
    let standing = store::waivers(conn, report.id).await?.into_iter().find(|it| it.finding == finding);
    let now = words(standing.as_ref());
    Ok(before.still_stands(&now).then(|| {
        let named = std::iter::once(("finding", finding.clone()));
        Last { words: named.chain(now).collect(), finding, stands: standing.is_some() }
    }))
}

/// Takes the last change of a report's waivers back: what was waived stands open, what was open is waived again.
pub async fn undo(app: &App, actor: &Actor, here: &Here, report: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let report = store::report(&mut tx, here.edition.id, report).await?.found()?;
    let last = last(&mut tx, &report).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    if !is_as_opened(sent, &last.words) {
        return Err(DocumentRefusal::ChangedMeanwhile.into());
    }
    let it = store::newest_waiver(&mut tx, report.id, &last.finding).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    let ended_at = last.stands.then(|| app.clock.now());
    store::end_waiver(&mut tx, it.id, ended_at).await?;
    write(&mut tx, actor, &report, UNDONE, &it, !last.stands).await?;
    Ok(tx.commit().await?)
}

/// The reason of a waiver by language; empty where none is in force.
fn words(it: Option<&Waiver>) -> [(&'static str, String); 2] {
    let reason = |language| it.and_then(|it| it.reason.get(language)).unwrap_or_default().to_owned();
    [("reason_en", reason(Language::ENGLISH)), ("reason_fr", reason(Language::FRENCH))]
}

/// Writes down that a waiver is in force from now on, or no longer; it stands in its report's history.
async fn write(
    tx: &mut Tx,
    actor: &Actor,
    report: &Report,
    act: &'static str,
    it: &Waiver,
    is_in_force: bool,
) -> Result<()> {
    let (with, without) = (words(Some(it)), words(None));
    let (was, became) = if is_in_force { (without, with) } else { (with, without) };
    journal::Entry::by(actor, act, "report", report.id)
        .within(report.edition_id)
        .note("finding", &it.finding)
        .changes(was, became)
        .write(tx)
        .await
}
