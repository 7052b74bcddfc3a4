//! What somebody counted elsewhere: written down with its source, again on a later day, and taken back.

use db::Conn;
use host::{Act, Actor, App, Found, Result, journal};
use jiff::civil::Date;
use kernel::{Id, Key, Language, Text, mark};
use programme::Here;
use ui::{form::Filled, is_as_opened};

use super::Done;
use crate::{
    Observation, OutreachRefusal,
    fields::{self, InLanguages},
    store,
};

const ADDED: &str = "journal-outreach-observation-added";
const REMOVED: &str = "journal-outreach-observation-removed";

/// What is written in several languages, by language and field.
pub const TEXTS: [InLanguages; 4] = [
    ("label", [(Language::ENGLISH, "label_en"), (Language::FRENCH, "label_fr")]),
    ("definition", [(Language::ENGLISH, "definition_en"), (Language::FRENCH, "definition_fr")]),
    ("observer", [(Language::ENGLISH, "observer_en"), (Language::FRENCH, "observer_fr")]),
    ("evidence", [(Language::ENGLISH, "evidence_en"), (Language::FRENCH, "evidence_fr")]),
];

/// The identity of an observed thing in the journal; its rows are known by its key and their days.
pub fn identity(edition: Id<mark::Edition>, key: &Key) -> Id<Observation> {
    Id::named(&[&edition.to_string(), "observation", key.as_str()])
}

/// An observation as the words of its form, and as the values of the journal.
pub fn words(it: &Observation) -> [(&'static str, String); 12] {
    let text = fields::words;
    [
        ("value", it.value.to_string()),
        ("display", it.display.clone()),
        ("observed_on", it.observed_on.to_string()),
        ("link", it.link.clone().unwrap_or_default()),
        ("label_en", text(&it.label, Language::ENGLISH)),
        ("label_fr", text(&it.label, Language::FRENCH)),
        ("definition_en", text(&it.definition, Language::ENGLISH)),
        ("definition_fr", text(&it.definition, Language::FRENCH)),
        ("observer_en", text(&it.observer, Language::ENGLISH)),
        ("observer_fr", text(&it.observer, Language::FRENCH)),
        ("evidence_en", text(&it.evidence, Language::ENGLISH)),
        ("evidence_fr", text(&it.evidence, Language::FRENCH)),
    ]
}

/// Writes an observation down: of a new thing, or of one that was observed before, where `again` names it.
pub async fn add(app: &App, actor: &Actor, here: &Here, again: Option<&str>, sent: &Filled) -> Done<Key> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    let known = store::observations(&mut tx, edition).await?;
    let mut wrong = Vec::new();
    let key = match again {
        Some(key) => Some(known.iter().find(|it| it.key.as_str() == key).found()?.key.clone()),
        None => {
            let keys = known.iter().map(|it| &it.key);
            fields::new_key(sent.value("key"), keys, OutreachRefusal::KeyTaken, &mut wrong)
        }
    };
    let read = read(here, |field| sent.value(field), &mut wrong);
    if read.observed_on.is_some_and(|it| it > here.edition.today(app.clock.now())) {
        wrong.push(OutreachRefusal::DayAhead);
    }
    if known.iter().any(|it| Some(&it.key) == key.as_ref() && Some(it.observed_on) == read.observed_on) {
        wrong.push(OutreachRefusal::DayTaken);
    }
    let Some(new) = key.filter(|_| wrong.is_empty()).and_then(|key| read.of(key)) else { return Ok(Err(wrong)) };
    write_down(&mut tx, actor, here, &new).await?;
    tx.commit().await?;
    Ok(Ok(new.key))
}

/// Takes the observation of a thing on a day away.
pub async fn remove(app: &App, actor: &Actor, here: &Here, key: &str, on: Date) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let known = store::observations(&mut tx, here.edition.id).await?;
    let it = known.iter().find(|it| it.key.as_str() == key && it.observed_on == on).found()?;
    take_away(&mut tx, actor, here, it).await?;
    Ok(tx.commit().await?)
}

/// Takes the last change of an observed thing back: what was written down goes, what was taken away comes again.
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &Key, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let last = last(&mut tx, here, key).await?.ok_or(OutreachRefusal::NothingToUndo)?;
    if !is_as_opened(sent, &last.words()) {
        return Err(OutreachRefusal::ChangedMeanwhile.into());
    }
    if last.stands {
        take_away(&mut tx, actor, here, &last.observation).await?;
    } else {
        write_down(&mut tx, actor, here, &last.observation).await?;
    }
    Ok(tx.commit().await?)
}

/// The observation that was written down or taken away last.
pub struct Last {
    observation: Observation,
    stands: bool,
}

impl Last {
    /// How it stands now, for whoever would take the change back: its words, or none with its day.
    pub fn words(&self) -> Vec<(&'static str, String)> {
        let day = ("day", self.observation.observed_on.to_string());
        let words = words(&self.observation);
        let words = if self.stands { words } else { journal::nothing(&words) };
        std::iter::once(day).chain(words).collect()
    }
}

/// The last change of an observed thing, if the record still stands as it left it.
pub async fn last(conn: &mut Conn, here: &Here, key: &Key) -> Result<Option<Last>> {
    let before = journal::before_last(conn, identity(here.edition.id, key), &[ADDED, REMOVED], |_| true).await?;
    let Some(before) = before else { return Ok(None) };
    let stands = before.was("value") == Some("");
    let value = |field: &str| if stands { before.became(field) } else { before.was(field) }.unwrap_or_default();
    let Some(observation) = read(here, value, &mut Vec::new()).of(key.clone()) else { return Ok(None) };
    let known = store::observations(conn, here.edition.id).await?;
    let on_record = known.iter().find(|it| it.key == *key && it.observed_on == observation.observed_on);
    let unchanged = on_record.map(words) == stands.then(|| words(&observation));
    Ok(unchanged.then_some(Last { observation, stands }))
}

async fn write_down(tx: &mut db::Tx, actor: &Actor, here: &Here, it: &Observation) -> Result<()> {
    let position = store::next_observation(tx, here.edition.id).await?;
    store::add_observation(tx, Id::new(), here.edition.id, it, position).await?;
    let words = words(it);
    entry(actor, here, ADDED, it).changes(journal::nothing(&words), words).note("key", &it.key).write(tx).await
}

async fn take_away(tx: &mut db::Tx, actor: &Actor, here: &Here, it: &Observation) -> Result<()> {
    store::remove_observation(tx, here.edition.id, &it.key, it.observed_on).await?;
    let words = words(it);
    entry(actor, here, REMOVED, it)
        .changes(words.clone(), journal::nothing(&words))
        .note("key", &it.key)
        .write(tx)
        .await
}

fn entry(actor: &Actor, here: &Here, act: &'static str, it: &Observation) -> journal::Entry {
    let edition = here.edition.id;
    journal::Entry::by(actor, act, "observation", identity(edition, &it.key)).within(edition)
}

/// An observation as far as its words can be read.
struct Read {
    value: Option<i64>,
    observed_on: Option<Date>,
    display: String,
    link: Option<String>,
    texts: [Text; 4],
}

impl Read {
    fn of(self, key: Key) -> Option<Observation> {
        let [label, definition, observer, evidence] = self.texts;
        let (value, observed_on) = (self.value?, self.observed_on?);
        let (display, link) = (self.display, self.link);
        Some(Observation { key, label, value, display, observer, evidence, observed_on, definition, link })
    }
}

/// Reads the words of a form; every text stands in each language of the edition.
fn read<'a>(here: &Here, value: impl Fn(&str) -> &'a str, wrong: &mut Vec<OutreachRefusal>) -> Read {
    let texts = fields::texts(here, &TEXTS, &value, wrong);
    let number = fields::number(value("value"));
    if number.is_none() {
        wrong.push(OutreachRefusal::NoNumber("value"));
    }
    let observed_on = value("observed_on").parse::<Date>().ok();
    if observed_on.is_none() {
        wrong.push(OutreachRefusal::NoDay("observed_on"));
    }
    let link = Some(value("link").trim().to_owned()).filter(|it| !it.is_empty());
    if link.as_deref().is_some_and(|it| !leads_to_the_web(it)) {
        wrong.push(OutreachRefusal::NoLink);
    }
    let display = if value("display") == "at-least" { "at-least" } else { "exact" }.to_owned();
    Read { value: number, observed_on, display, link, texts }
}

fn leads_to_the_web(link: &str) -> bool {
    let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    host.is_some_and(|it| !it.is_empty() && !it.starts_with('/')) && !link.contains(char::is_whitespace)
}
