//! Organisations that the edition's folder does not know yet: adding one, and taking that back.

use db::Conn;
use host::{
    Act, Actor, App, Result,
    journal::{self, Before},
};
use kernel::{Country, Id, Key, mark};
use ui::{form::Filled, is_as_opened};

use super::Done;
use crate::{
    Here, ProgrammeRefusal,
    model::{Organisation, Source},
    store,
};

const ADDED: &str = "journal-programme-organisation-added";
const UNDONE: &str = "journal-programme-organisation-undone";

/// What an organisation can be; exports in open formats know these words.
pub const KINDS: [&str; 10] = [
    "ministry",
    "agency",
    "international",
    "country",
    "foundation",
    "university",
    "institute",
    "society",
    "network",
    "company-association",
];

/// The list of an edition's organisations, as a thing in the journal.
pub fn identity(edition: Id<mark::Edition>) -> Id<Organisation> {
    Id::named(&[&edition.to_string(), "organisations"])
}

/// An organisation as the words of its form, and as the values of the journal; all are empty where there is none.
fn words(it: Option<&Organisation>) -> [(&'static str, String); 6] {
    let of = |word: fn(&Organisation) -> String| it.map(word).unwrap_or_default();
    [
        ("key", of(|it| it.key.to_string())),
        ("name", of(|it| it.name.clone())),
        ("name_fr", of(|it| it.name_fr.clone())),
        ("short", of(|it| it.short.clone())),
        ("country", of(|it| it.country.map(|it| it.to_string()).unwrap_or_default())),
        ("kind", of(|it| it.kind.clone())),
    ]
}

/// Adds an organisation behind the others, so that it can be a partner, a host or a funder.
pub async fn add(app: &App, actor: &Actor, here: &Here, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let known = store::organisations(&mut tx, here.edition.id).await?;
    let new = match read(&known, |field| sent.value(field)) {
        Ok(new) => new,
        Err(wrong) => return Ok(Err(wrong)),
    };
    store::add_organisation(&mut tx, here.edition.id, &new).await?;
    entry(actor, here, ADDED, (None, Some(&new))).write(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The organisation that was added last, or that this was taken back of, as it stands now.
pub struct Last {
    before: Before,
    standing: Option<Organisation>,
}

impl Last {
    /// Its words; empty where it stands no longer.
    pub fn words(&self) -> Vec<(&'static str, String)> {
        std::iter::once(("named", self.key().to_owned())).chain(words(self.standing.as_ref())).collect()
    }

    fn key(&self) -> &str {
        self.before.became("key").filter(|it| !it.is_empty()).or(self.before.was("key")).unwrap_or_default()
    }
}

/// The last change of the list, if the record still stands as it left it.
pub async fn last(conn: &mut Conn, here: &Here) -> Result<Option<Last>> {
    let before = journal::before_last(conn, identity(here.edition.id), &[ADDED, UNDONE], |_| true).await?;
    let Some(before) = before else { return Ok(None) };
    let mut last = Last { before, standing: None };
    let known = store::organisations(conn, here.edition.id).await?;
    last.standing = known.into_iter().find(|it| it.key.as_str() == last.key());
    let unchanged = last.before.still_stands(&words(last.standing.as_ref()));
    Ok(unchanged.then_some(last))
}

/// Takes the last addition back, unless something refers to the organisation by now; doing it twice adds it again.
pub async fn undo(app: &App, actor: &Actor, here: &Here, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let last = last(&mut tx, here).await?.ok_or(ProgrammeRefusal::NothingToUndo)?;
    if !is_as_opened(sent, &last.words()) {
        return Err(ProgrammeRefusal::ChangedMeanwhile.into());
    }
    if let Some(it) = &last.standing {
        if store::references_to_organisation(&mut tx, it.id).await? > 0 {
            return Err(ProgrammeRefusal::OrganisationInUse.into());
        }
        store::remove_organisation(&mut tx, it.id).await?;
        entry(actor, here, UNDONE, (Some(it), None)).write(&mut tx).await?;
    } else {
        let again = read(&[], |field| last.before.was(field).unwrap_or_default());
        let again = again.map_err(|_| ProgrammeRefusal::NothingToUndo)?;
        store::add_organisation(&mut tx, here.edition.id, &again).await?;
        entry(actor, here, UNDONE, (None, Some(&again))).write(&mut tx).await?;
    }
    Ok(tx.commit().await?)
}

fn entry(
    actor: &Actor,
    here: &Here,
    act: &'static str,
    (was, became): (Option<&Organisation>, Option<&Organisation>),
) -> journal::Entry {
    let entry = journal::Entry::by(actor, act, "organisation", identity(here.edition.id)).within(here.edition.id);
    entry.changes(words(was), words(became))
}

/// The organisation that some words say, or everything that is wrong with them.
fn read<'a>(
    known: &[Organisation],
    value: impl Fn(&str) -> &'a str,
) -> std::result::Result<Organisation, Vec<ProgrammeRefusal>> {
    let mut wrong = Vec::new();
    let key = value("key").parse::<Key>().map_err(|_| wrong.push(ProgrammeRefusal::NoKey)).ok();
    if known.iter().any(|it| Some(&it.key) == key.as_ref()) {
        wrong.push(ProgrammeRefusal::OrganisationKnown("key"));
    }
    let name = value("name").to_owned();
    if name.is_empty() {
        wrong.push(ProgrammeRefusal::NoOrganisationName);
    } else if known.iter().any(|it| it.name.to_lowercase() == name.to_lowercase()) {
        wrong.push(ProgrammeRefusal::OrganisationKnown("name"));
    }
    let country = Some(value("country")).filter(|it| !it.is_empty()).map(str::parse::<Country>).transpose();
    let country = country.unwrap_or_else(|_| {
        wrong.push(ProgrammeRefusal::NoChoice("country"));
        None
    });
    if !KINDS.contains(&value("kind")) {
        wrong.push(ProgrammeRefusal::NoChoice("kind"));
    }
    let (Some(key), true) = (key, wrong.is_empty()) else { return Err(wrong) };
    let (name_fr, short, kind) = (value("name_fr").to_owned(), value("short").to_owned(), value("kind").to_owned());
    Ok(Organisation { id: Id::new(), key, name, name_fr, short, country, kind, source: Source::Here })
}
