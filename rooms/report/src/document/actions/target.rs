//! What an indicator is to reach: set, taken away, and set back.

use db::{Conn, Tx};
use host::{
    Act, Actor, App, Found, Result, figures,
    journal::{self, Before},
};
use jiff::civil::Date;
use kernel::{Id, mark};
use programme::Here;
use ui::{form::Filled, is_as_opened};

use super::{Done, refused};
use crate::document::{DocumentRefusal, Target, store};

const SET: &str = "journal-report-target-set";
const REMOVED: &str = "journal-report-target-removed";
const UNDONE: &str = "journal-report-target-undone";

/// Where a target comes from that was set on the desk.
const HERE: &str = "here";

/// The identity of a target in the journal; its row is known by its indicator alone.
pub fn identity(edition: Id<mark::Edition>, indicator: &str) -> Id<Target> {
    Id::named(&[&edition.to_string(), "target", indicator])
}

/// A target as the words of its form.
pub fn words(it: Option<&Target>) -> [(&'static str, String); 4] {
    let number = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
    let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    [
        ("baseline", number(it.and_then(|it| it.baseline))),
        ("baseline_on", day(it.and_then(|it| it.baseline_on))),
        ("target", number(it.map(|it| it.target))),
        ("due_on", day(it.and_then(|it| it.due_on))),
    ]
}

async fn standing(conn: &mut Conn, edition: Id<mark::Edition>, indicator: &str) -> Result<Option<Target>> {
    Ok(store::targets(conn, edition).await?.into_iter().find(|it| it.indicator == indicator))
}

/// Sets what an indicator is to reach, as a form says, unless it was set since the form was opened.
pub async fn set(app: &App, actor: &Actor, here: &Here, indicator: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    figures::indicator(app, &mut tx, edition, indicator).await?;
    let new = match read(indicator, |field| sent.value(field)) {
        Ok(new) => new,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let was = standing(&mut tx, edition, indicator).await?;
    if !is_as_opened(sent, &words(was.as_ref())) {
        return refused(DocumentRefusal::ChangedMeanwhile);
    }
    if words(was.as_ref()) != words(Some(&new)) {
        write(&mut tx, actor, edition, SET, (was.as_ref(), Some(&new))).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// The target that some words say, or everything that is wrong with them.
fn read<'a>(indicator: &str, value: impl Fn(&str) -> &'a str) -> std::result::Result<Target, Vec<DocumentRefusal>> {
    let mut wrong = Vec::new();
    let mut number = |field: &'static str| {
        let words = value(field).replace([' ', '\u{a0}', '\u{202f}', ','], "");
        let read = words.parse::<i64>().ok().filter(|it| *it >= 0);
        if read.is_none() && !words.is_empty() {
            wrong.push(DocumentRefusal::NoNumber(field));
        }
        read
    };
    let (baseline, target) = (number("baseline"), number("target"));
    if target.is_none() && value("target").is_empty() {
        wrong.push(DocumentRefusal::NoNumber("target"));
    }
    let mut day = |field: &'static str| {
        let read = value(field).parse::<Date>().ok();
        if read.is_none() && !value(field).is_empty() {
            wrong.push(DocumentRefusal::NoDay(field));
        }
        read
    };
    let (baseline_on, due_on) = (day("baseline_on"), day("due_on"));
    match target {
        Some(target) if wrong.is_empty() => {
            let (indicator, source) = (indicator.to_owned(), HERE.to_owned());
            Ok(Target { indicator, baseline, baseline_on, target, due_on, source })
        }
        _ => Err(wrong),
    }
}

/// Takes a target away.
pub async fn remove(app: &App, actor: &Actor, here: &Here, indicator: &str) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = standing(&mut tx, here.edition.id, indicator).await?.found()?;
    write(&mut tx, actor, here.edition.id, REMOVED, (Some(&was), None)).await?;
    Ok(tx.commit().await?)
}

/// Sets a target back to what it was before its last change: to another number, to none, or to one again.
pub async fn undo(app: &App, actor: &Actor, here: &Here, indicator: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    let now = standing(&mut tx, edition, indicator).await?;
    if !is_as_opened(sent, &words(now.as_ref())) {
        return Err(DocumentRefusal::ChangedMeanwhile.into());
    }
    let before = last_change(&mut tx, edition, indicator, now.as_ref()).await?.ok_or(DocumentRefusal::NothingToUndo)?;
    let standing = words(now.as_ref());
    let stood = |field: &str| before.stood(&standing, field);
    let became = if stood("target").is_empty() {
        None
    } else {
        let source = before.was("source").or(now.as_ref().map(|it| it.source.as_str())).unwrap_or(HERE).to_owned();
        let read = read(indicator, stood).map_err(|_| DocumentRefusal::NothingToUndo)?;
        Some(Target { source, ..read })
    };
    write(&mut tx, actor, edition, UNDONE, (now.as_ref(), became.as_ref())).await?;
    Ok(tx.commit().await?)
}

/// Whether there is a change that can be taken back of a target that stands like this.
pub async fn has_past(conn: &mut Conn, here: &Here, indicator: &str, now: Option<&Target>) -> Result<bool> {
    Ok(last_change(conn, here.edition.id, indicator, now).await?.is_some())
}

async fn last_change(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    indicator: &str,
    now: Option<&Target>,
) -> Result<Option<Before>> {
    let last = journal::before_last(conn, identity(edition, indicator), &[SET, REMOVED, UNDONE], |_| true).await?;
    Ok(last.filter(|it| it.still_stands(&words(now))))
}

async fn write(
    tx: &mut Tx,
    actor: &Actor,
    edition: Id<mark::Edition>,
    act: &'static str,
    (was, became): (Option<&Target>, Option<&Target>),
) -> Result<()> {
    let Some(it) = became.or(was) else { return Ok(()) };
    let source = |it: Option<&Target>| it.map(|it| it.source.clone()).unwrap_or_default();
    let entry = journal::Entry::by(actor, act, "target", identity(edition, &it.indicator)).within(edition);
    let entry = entry.changes(words(was), words(became)).change("source", source(was), source(became));
    if became.is_some() {
        let position = store::next_target(tx, edition).await?;
        store::set_target(tx, edition, it, position).await?;
    } else {
        store::remove_target(tx, edition, &it.indicator).await?;
    }
    entry.note("indicator", &it.indicator).write(tx).await
}
