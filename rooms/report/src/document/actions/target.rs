//! What an indicator is to reach.

use host::{Act, Actor, App, Found, Result, figures, journal};
use jiff::civil::Date;
use kernel::{Id, mark};
use programme::Here;
use ui::form::Filled;

use super::Done;
use crate::document::{DocumentRefusal, Target, store};

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

/// Sets what an indicator is to reach, as a form says.
pub async fn set(app: &App, actor: &Actor, here: &Here, indicator: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    figures::indicator(app, &mut tx, edition, indicator).await?;
    let new = match read(indicator, sent) {
        Ok(new) => new,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let was = store::targets(&mut tx, edition).await?.into_iter().find(|it| it.indicator == indicator);
    let entry = journal::Entry::by(actor, "journal-report-target-set", "target", identity(edition, indicator));
    let entry = entry.within(edition).changes(words(was.as_ref()), words(Some(&new)));
    if entry.has_changes() {
        let position = store::next_target(&mut tx, edition).await?;
        store::set_target(&mut tx, edition, &new, position).await?;
        entry.note("indicator", indicator).write(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

fn read(indicator: &str, sent: &Filled) -> std::result::Result<Target, Vec<DocumentRefusal>> {
    let mut wrong = Vec::new();
    let mut number = |field: &'static str| {
        let words = sent.value(field).replace([' ', '\u{a0}', '\u{202f}', ','], "");
        let read = words.parse::<i64>().ok().filter(|it| *it >= 0);
        if read.is_none() && !words.is_empty() {
            wrong.push(DocumentRefusal::NoNumber(field));
        }
        read
    };
    let (baseline, target) = (number("baseline"), number("target"));
    if target.is_none() && sent.value("target").is_empty() {
        wrong.push(DocumentRefusal::NoNumber("target"));
    }
    let mut day = |field: &'static str| {
        let read = sent.value(field).parse::<Date>().ok();
        if read.is_none() && !sent.value(field).is_empty() {
            wrong.push(DocumentRefusal::NoDay(field));
        }
        read
    };
    let (baseline_on, due_on) = (day("baseline_on"), day("due_on"));
    match target {
        Some(target) if wrong.is_empty() => {
            let (indicator, source) = (indicator.to_owned(), "here".to_owned());
            Ok(Target { indicator, baseline, baseline_on, target, due_on, source })
        }
        _ => Err(wrong),
    }
}

/// Takes a target away.
pub async fn remove(app: &App, actor: &Actor, here: &Here, indicator: &str) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    let was = store::targets(&mut tx, edition).await?.into_iter().find(|it| it.indicator == indicator).found()?;
    store::remove_target(&mut tx, edition, indicator).await?;
    journal::Entry::by(actor, "journal-report-target-removed", "target", identity(edition, indicator))
        .within(edition)
        .changes(words(Some(&was)), words(None))
        .note("indicator", indicator)
        .write(&mut tx)
        .await?;
    Ok(tx.commit().await?)
}
