//! An event of others at which the programme was a guest: written down, changed, taken away, and set back.

use db::{Conn, Tx};
use host::{
    Act, Actor, App, Found, Result,
    journal::{self, Before},
};
use jiff::civil::Date;
use kernel::{Id, Key, Language, mark};
use programme::{Here, model::Mode};
use ui::{form::Filled, is_as_opened};

use super::{Done, refused};
use crate::{
    ExternalEvent, OutreachRefusal,
    fields::{self, InLanguages},
    store,
};

const ADDED: &str = "journal-outreach-event-added";
const CHANGED: &str = "journal-outreach-event-changed";
const REMOVED: &str = "journal-outreach-event-removed";
const UNDONE: &str = "journal-outreach-event-undone";

/// What is written in several languages, by language and field.
pub const TEXTS: [InLanguages; 4] = [
    ("title", [(Language::ENGLISH, "title_en"), (Language::FRENCH, "title_fr")]),
    ("place", [(Language::ENGLISH, "place_en"), (Language::FRENCH, "place_fr")]),
    ("host", [(Language::ENGLISH, "host_en"), (Language::FRENCH, "host_fr")]),
    ("summary", [(Language::ENGLISH, "summary_en"), (Language::FRENCH, "summary_fr")]),
];

/// The identity of an event in the journal, which outlives its row.
pub fn identity(edition: Id<mark::Edition>, key: &str) -> Id<ExternalEvent> {
    Id::named(&[&edition.to_string(), "external-event", key])
}

/// An event as the words of its form, and as the values of the journal; all are empty where there is none.
pub fn words(it: Option<&ExternalEvent>) -> [(&'static str, String); 12] {
    let Some(it) = it else { return NAMES.map(|name| (name, String::new())) };
    let printed = if it.mode_printed == it.mode { String::new() } else { it.mode_printed.to_string() };
    let values = [
        it.held_on.to_string(),
        it.mode.to_string(),
        printed,
        it.audience.map(|it| it.to_string()).unwrap_or_default(),
        fields::words(&it.title, Language::ENGLISH),
        fields::words(&it.title, Language::FRENCH),
        fields::words(&it.place, Language::ENGLISH),
        fields::words(&it.place, Language::FRENCH),
        fields::words(&it.host, Language::ENGLISH),
        fields::words(&it.host, Language::FRENCH),
        fields::words(&it.summary, Language::ENGLISH),
        fields::words(&it.summary, Language::FRENCH),
    ];
    let mut values = values.into_iter();
    NAMES.map(|name| (name, values.next().unwrap_or_default()))
}

const NAMES: [&str; 12] = [
    "held_on",
    "mode",
    "mode_printed",
    "audience",
    "title_en",
    "title_fr",
    "place_en",
    "place_fr",
    "host_en",
    "host_fr",
    "summary_en",
    "summary_fr",
];

/// The event of this key, if it stands on record.
pub async fn find(conn: &mut Conn, here: &Here, key: &str) -> Result<Option<ExternalEvent>> {
    Ok(store::external_events(conn, here.edition.id).await?.into_iter().find(|it| it.key.as_str() == key))
}

/// Writes an event down, behind the others.
pub async fn add(app: &App, actor: &Actor, here: &Here, sent: &Filled) -> Done<Key> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let known = store::external_events(&mut tx, here.edition.id).await?;
    let mut wrong = Vec::new();
    let keys = known.iter().map(|it| &it.key);
    let key = fields::new_key(sent.value("key"), keys, OutreachRefusal::EventKeyTaken, &mut wrong);
    let new = key.and_then(|key| read(here, &key, |field| sent.value(field), &mut wrong));
    let Some(new) = new.filter(|_| wrong.is_empty()) else { return Ok(Err(wrong)) };
    write(&mut tx, actor, here, ADDED, (None, Some(&new)), None).await?;
    tx.commit().await?;
    Ok(Ok(new.key))
}

/// Changes an event to what a form says, unless it was changed since the form was opened.
pub async fn change(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = find(&mut tx, here, key).await?.found()?;
    let mut wrong = Vec::new();
    let became = read(here, &was.key, |field| sent.value(field), &mut wrong);
    let Some(became) = became.filter(|_| wrong.is_empty()) else { return Ok(Err(wrong)) };
    if !is_as_opened(sent, &words(Some(&was))) {
        return refused(OutreachRefusal::ChangedMeanwhile);
    }
    if words(Some(&was)) != words(Some(&became)) {
        write(&mut tx, actor, here, CHANGED, (Some(&was), Some(&became)), None).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes an event away, unless it was changed since its page was opened.
pub async fn remove(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let was = find(&mut tx, here, key).await?.found()?;
    if !is_as_opened(sent, &words(Some(&was))) {
        return Err(OutreachRefusal::ChangedMeanwhile.into());
    }
    write(&mut tx, actor, here, REMOVED, (Some(&was), None), None).await?;
    Ok(tx.commit().await?)
}

/// Sets an event back to what it was before its last change: other words, none, or there again.
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let now = find(&mut tx, here, key).await?;
    let standing = words(now.as_ref());
    if !is_as_opened(sent, &standing) {
        return Err(OutreachRefusal::ChangedMeanwhile.into());
    }
    let before = last_change(&mut tx, here, key, now.as_ref()).await?.ok_or(OutreachRefusal::NothingToUndo)?;
    let stood = |field: &str| before.stood(&standing, field);
    let was_there = NAMES.iter().any(|field| !stood(field).is_empty());
    let key = key.parse::<Key>().ok().found()?;
    let became = if was_there { read(here, &key, stood, &mut Vec::new()) } else { None };
    if was_there && became.is_none() {
        return Err(OutreachRefusal::NothingToUndo.into());
    }
    let position = before.was("position").and_then(|it| it.parse().ok());
    write(&mut tx, actor, here, UNDONE, (now.as_ref(), became.as_ref()), position).await?;
    Ok(tx.commit().await?)
}

/// Whether there is a change that can be taken back of an event that stands like this, or stands no longer.
pub async fn has_past(conn: &mut Conn, here: &Here, key: &str, now: Option<&ExternalEvent>) -> Result<bool> {
    Ok(last_change(conn, here, key, now).await?.is_some())
}

async fn last_change(conn: &mut Conn, here: &Here, key: &str, now: Option<&ExternalEvent>) -> Result<Option<Before>> {
    let acts = [ADDED, CHANGED, REMOVED, UNDONE];
    let last = journal::before_last(conn, identity(here.edition.id, key), &acts, |_| true).await?;
    Ok(last.filter(|it| it.still_stands(&words(now))))
}

/// Writes what an event became; one that comes back goes to the place where it stood.
async fn write(
    tx: &mut Tx,
    actor: &Actor,
    here: &Here,
    act: &'static str,
    (was, became): (Option<&ExternalEvent>, Option<&ExternalEvent>),
    position: Option<i64>,
) -> Result<()> {
    let Some(key) = became.or(was).map(|it| it.key.clone()) else { return Ok(()) };
    let edition = here.edition.id;
    let entry = journal::Entry::by(actor, act, "external-event", identity(edition, key.as_str())).within(edition);
    let entry = entry.changes(words(was), words(became));
    let entry = match (was, became) {
        (Some(_), Some(it)) => {
            store::change_event(tx, edition, it).await?;
            entry
        }
        (None, Some(it)) => {
            let position = match position {
                Some(position) => position,
                None => store::next_event(tx, edition).await?,
            };
            store::add_event(tx, Id::new(), edition, it, position).await?;
            entry.change("position", "", position)
        }
        _ => {
            let position = store::event_position(tx, edition, &key).await?;
            store::remove_event(tx, edition, &key).await?;
            entry.change("position", position, "")
        }
    };
    entry.note("key", &key).write(tx).await
}

/// The event that some words say; what is wrong with them goes to `wrong`.
fn read<'a>(
    here: &Here,
    key: &Key,
    value: impl Fn(&str) -> &'a str,
    wrong: &mut Vec<OutreachRefusal>,
) -> Option<ExternalEvent> {
    let held_on = value("held_on").parse::<Date>().map_err(|_| wrong.push(OutreachRefusal::NoDay("held_on"))).ok();
    let mode = value("mode").parse::<Mode>().map_err(|_| wrong.push(OutreachRefusal::NoMode("mode"))).ok();
    let mode_printed = match value("mode_printed") {
        "" => mode,
        word => word.parse::<Mode>().map_err(|_| wrong.push(OutreachRefusal::NoMode("mode_printed"))).ok(),
    };
    let audience = fields::number(value("audience"));
    if audience.is_none() && !value("audience").trim().is_empty() {
        wrong.push(OutreachRefusal::NoNumber("audience"));
    }
    let [title, place, host, summary] = fields::texts(here, &TEXTS, &value, wrong);
    let (held_on, mode, mode_printed) = (held_on?, mode?, mode_printed?);
    Some(ExternalEvent { key: key.clone(), title, held_on, mode_printed, mode, place, host, audience, summary })
}
