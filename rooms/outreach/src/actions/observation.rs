//! What somebody counted elsewhere: written down with its source, again on a later day, and taken back.

use db::Conn;
use host::{Act, Actor, App, Found, Result, journal};
use jiff::civil::Date;
use kernel::{Id, Key, Language, Text, mark};
use programme::Here;
use ui::form::Filled;

use crate::{Observation, OutreachRefusal, store};

const ADDED: &str = "journal-outreach-observation-added";
const REMOVED: &str = "journal-outreach-observation-removed";

/// What is written in several languages, by language and field.
pub const TEXTS: [(&str, [(Language, &str); 2]); 4] = [
    ("label", [(Language::ENGLISH, "label_en"), (Language::FRENCH, "label_fr")]),
    ("definition", [(Language::ENGLISH, "definition_en"), (Language::FRENCH, "definition_fr")]),
    ("observer", [(Language::ENGLISH, "observer_en"), (Language::FRENCH, "observer_fr")]),
    ("evidence", [(Language::ENGLISH, "evidence_en"), (Language::FRENCH, "evidence_fr")]),
];

/// Done, or everything that must be mended first.
pub type Done = Result<std::result::Result<(), Vec<OutreachRefusal>>>;

/// The identity of an observed thing in the journal; its rows are known by its key and their days.
pub fn identity(edition: Id<mark::Edition>, key: &Key) -> Id<Observation> {
    Id::named(&[&edition.to_string(), "observation", key.as_str()])
}

/// An observation as the words of its form, and as the values of the journal.
pub fn words(it: &Observation) -> [(&'static str, String); 12] {
    let text = |of: &Text, language| of.get(language).unwrap_or_default().to_owned();
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
pub async fn add(app: &App, actor: &Actor, here: &Here, again: Option<&str>, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    let known = store::observations(&mut tx, edition).await?;
    let mut wrong = Vec::new();
    let key = match again {
        Some(key) => Some(known.iter().find(|it| it.key.as_str() == key).found()?.key.clone()),
        None => new_key(&known, sent.value("key"), &mut wrong),
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
    Ok(Ok(()))
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
pub async fn undo(app: &App, actor: &Actor, here: &Here, key: &Key) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (act, was) = last(&mut tx, here, key).await?.ok_or(OutreachRefusal::NothingToUndo)?;
    if act == ADDED {
        take_away(&mut tx, actor, here, &was).await?;
    } else {
        write_down(&mut tx, actor, here, &was).await?;
    }
    Ok(tx.commit().await?)
}

/// The last change of an observed thing, if the record still stands as it left it.
async fn last(conn: &mut Conn, here: &Here, key: &Key) -> Result<Option<(String, Observation)>> {
    let lines = journal::history(conn, identity(here.edition.id, key)).await?;
    let Some(line) = lines.into_iter().find(|it| it.act == ADDED || it.act == REMOVED) else { return Ok(None) };
    let values = journal::values_between(conn, line.at, line.at).await?;
    let value = |field: &str| {
        let found = values.iter().find(|it| it.entry_id == line.id && it.field == field);
        found.and_then(|it| it.became.as_deref().filter(|it| !it.is_empty()).or(it.was.as_deref())).unwrap_or_default()
    };
    let Some(was) = read(here, value, &mut Vec::new()).of(key.clone()) else { return Ok(None) };
    let known = store::observations(conn, here.edition.id).await?;
    let stands = known.iter().any(|it| it.key == *key && it.observed_on == was.observed_on);
    Ok((stands == (line.act == ADDED)).then_some((line.act, was)))
}

/// Whether there is a change that can be taken back.
pub async fn has_past(conn: &mut Conn, here: &Here, key: &Key) -> Result<bool> {
    Ok(last(conn, here, key).await?.is_some())
}

async fn write_down(tx: &mut db::Tx, actor: &Actor, here: &Here, it: &Observation) -> Result<()> {
    store::add_observation(tx, here.edition.id, it).await?;
    entry(actor, here, ADDED, it, &|words| (String::new(), words)).write(tx).await
}

async fn take_away(tx: &mut db::Tx, actor: &Actor, here: &Here, it: &Observation) -> Result<()> {
    store::remove_observation(tx, here.edition.id, &it.key, it.observed_on).await?;
    entry(actor, here, REMOVED, it, &|words| (words, String::new())).write(tx).await
}

fn entry(
    actor: &Actor,
    here: &Here,
    act: &'static str,
    it: &Observation,
    turned: &dyn Fn(String) -> (String, String),
) -> journal::Entry {
    let edition = here.edition.id;
    let entry = journal::Entry::by(actor, act, "observation", identity(edition, &it.key)).within(edition);
    let entry = words(it).into_iter().fold(entry, |entry, (field, words)| {
        let (was, became) = turned(words);
        entry.change(field, was, became)
    });
    entry.note("key", &it.key)
}

fn new_key(known: &[Observation], words: &str, wrong: &mut Vec<OutreachRefusal>) -> Option<Key> {
    let key = words.parse::<Key>().ok();
    match &key {
        None => wrong.push(OutreachRefusal::NoKey),
        Some(key) if known.iter().any(|it| it.key == *key) => wrong.push(OutreachRefusal::KeyTaken),
        Some(_) => {}
    }
    key
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
    let spoken = &here.edition.languages.0;
    let texts = TEXTS.map(|(_, fields)| {
        fields.into_iter().fold(Text::default(), |text, (language, field)| {
            let words = value(field).trim();
            if words.is_empty() && spoken.contains(&language) {
                wrong.push(OutreachRefusal::Missing(field));
            }
            text.with(language, words)
        })
    });
    let number = value("value").replace([' ', '\u{a0}', '\u{202f}', ','], "").parse::<i64>().ok().filter(|it| *it >= 0);
    if number.is_none() {
        wrong.push(OutreachRefusal::NoNumber);
    }
    let observed_on = value("observed_on").parse::<Date>().ok();
    if observed_on.is_none() {
        wrong.push(OutreachRefusal::NoDay);
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
