//! Changing what an activity says of itself, taking that back, and giving it another address.

use db::{Conn, Tx};
use host::{Act, Actor, App, Clock, Found, Result, journal};
use kernel::Key;
use ui::{form::Filled, is_as_opened};

use super::{Done, refused};
use crate::{Here, ProgrammeRefusal, fields, model::Activity, store};

/// The acts after which an activity's values can be set back.
const CHANGES: [&str; 2] = ["journal-programme-activity-changed", "journal-programme-activity-undone"];

/// Changes an activity to what a form says, unless it was changed since the form was opened.
pub async fn change(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = store::activity(&mut tx, here.edition.id, key).await?.found()?;
    let became = match fields::changed(&was, |field| sent.value(field)) {
        Ok(became) => became,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if !is_as_opened(sent, &fields::words(&was)) {
        return refused(ProgrammeRefusal::ChangedMeanwhile);
    }
    write(&mut tx, actor, CHANGES[0], &was, &became).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Sets an activity back to what it was before its last change; doing it twice changes it again.
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = store::activity(&mut tx, here.edition.id, key).await?.found()?;
    if !is_as_opened(sent, &fields::words(&was)) {
        return Err(ProgrammeRefusal::ChangedMeanwhile.into());
    }
    let became = before_last_change(&mut tx, &was).await?.ok_or(ProgrammeRefusal::NothingToUndo)?;
    write(&mut tx, actor, CHANGES[1], &was, &became).await?;
    Ok(tx.commit().await?)
}

/// The activity as it was before its last change; `None` where nothing was changed, or what it was has been erased.
pub async fn before_last_change(conn: &mut Conn, it: &Activity) -> Result<Option<Activity>> {
    let Some(before) = journal::before_last(conn, it.id, &CHANGES, |_| true).await? else { return Ok(None) };
    let now = fields::words(it);
    Ok(fields::changed(it, |field| before.stood(&now, field)).ok())
}

async fn write(tx: &mut Tx, actor: &Actor, act: &'static str, was: &Activity, became: &Activity) -> Result<()> {
    let entry = journal::Entry::by(actor, act, "activity", was.id).within(was.edition_id);
    let entry = entry.changes(fields::words(was), fields::words(became));
    if entry.has_changes() {
        store::change_activity(tx, became).await?;
        entry.write(tx).await?;
    }
    Ok(())
}

/// Gives an activity another key. Its old addresses lead to the new ones for ever, so no other activity may take them.
pub async fn rename(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Done<Key> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let it = store::activity(&mut tx, here.edition.id, key).await?.found()?;
    let Ok(new) = sent.value("key").parse::<Key>() else { return refused(ProgrammeRefusal::NoKey) };
    if new == it.key {
        return Ok(Ok(new));
    }
    let (old_page, new_page) = (page(here, &it.key), page(here, &new));
    let taken = store::activity(&mut tx, here.edition.id, new.as_str()).await?.is_some();
    let given_up = store::redirect(&mut tx, &new_page).await?.is_some_and(|target| target != old_page);
    if taken || given_up {
        return refused(ProgrammeRefusal::KeyTaken);
    }
    store::rename_activity(&mut tx, &it, &new).await?;
    for end in ["", "/calendar.ics"] {
        store::add_redirect(&mut tx, &format!("{old_page}{end}"), &format!("{new_page}{end}"), Clock::real()).await?;
    }
    journal::Entry::by(actor, "journal-programme-activity-renamed", "activity", it.id)
        .within(here.edition.id)
        .change("key", &it.key, &new)
        .write(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(Ok(new))
}

fn page(here: &Here, key: &Key) -> String {
    here.page(&format!("activities/{key}"))
}
