//! The register of all indicators, over all rooms.

use std::{path::Path, sync::Arc};

use db::{Conn, FromRow, Row};
use kernel::{Id, Text, mark};

use super::{
    Display, Indicator, Known, Words, counting,
    file::{self, Filed, FiledKnown},
};
use crate::{App, Found, Result};

/// Every indicator that the rooms know, in the order of the rooms and of the keys; cheap to clone.
#[derive(Clone, Default)]
pub struct Register(Arc<Files>);

#[derive(Default)]
struct Files {
    files: Vec<Filed>,
    faults: Vec<String>,
}

/// A row of the record that is an indicator; what its query does not say is said by the family.
struct Member {
    member: String,
    title: Option<Text>,
    definition: Option<Text>,
    display: Option<String>,
    asked: Option<i64>,
}

impl FromRow for Member {
    fn from_row(row: &Row) -> db::Result<Self> {
        Ok(Self {
            member: row.get("member")?,
            title: row.get("title").unwrap_or_default(),
            definition: row.get("definition").unwrap_or_default(),
            display: row.get("display").unwrap_or_default(),
            asked: row.get("asked").unwrap_or_default(),
        })
    }
}

impl Register {
    /// Reads files: room, key and text of each. What cannot be understood is left out and told as a fault.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> Self {
        let mut known = Files::default();
        for (room, key, text) in files {
            match file::read(room, key, text) {
                Ok(filed) => known.files.push(filed),
                Err(why) => known.faults.push(format!("{room}/indicators/{key}.toml: {why}")),
            }
        }
        known.faults.extend(circles(&known.files));
        Self(Arc::new(known))
    }

    /// Reads the files of one room from its folder: for tests of the room alone.
    pub fn of_room(room: &Path) -> Self {
        let name = room.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let mut files: Vec<(String, String)> = Vec::new();
        for entry in std::fs::read_dir(room.join("indicators")).into_iter().flatten().flatten() {
            let path = entry.path();
            if let (Some(key), Ok(text)) = (path.file_stem(), std::fs::read_to_string(&path)) {
                files.push((key.to_string_lossy().into_owned(), text));
            }
        }
        files.sort();
        Self::read(files.iter().map(|(key, text)| (name.as_str(), key.as_str(), text.as_str())))
    }

    /// Several registers as one.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        let files = self.0.files.iter().chain(&other.0.files).cloned().collect();
        let faults = self.0.faults.iter().chain(&other.0.faults).cloned().collect();
        Self(Arc::new(Files { files, faults }))
    }

    /// What could not be understood; empty in a sound program.
    pub fn faults(&self) -> &[String] {
        &self.0.faults
    }

    /// Every statement in it, so that a test can have both engines prepare them.
    pub fn statements(&self) -> Vec<&'static str> {
        let of = |it: &Filed| {
            let known = match &it.known {
                FiledKnown::Computed(query) | FiledKnown::Observed(query) => query.statements().to_vec(),
                FiledKnown::Composed(_) => Vec::new(),
            };
            known.into_iter().chain(it.each.iter().map(|it| it.statements()[0])).collect::<Vec<_>>()
        };
        self.0.files.iter().flat_map(of).collect()
    }

    /// Every message that its files name, so that a test can find each in every language.
    pub fn messages(&self) -> Vec<&'static str> {
        let of = |it: &Filed| {
            let own = if it.each.is_some() { Vec::new() } else { vec![it.title] };
            let columns = match &it.known {
                FiledKnown::Computed(query) | FiledKnown::Observed(query) => {
                    query.columns.iter().map(|it| it.title).collect()
                }
                FiledKnown::Composed(_) => Vec::new(),
            };
            own.into_iter().chain([it.definition, it.unit]).chain(columns).collect::<Vec<_>>()
        };
        self.0.files.iter().flat_map(of).collect()
    }

    /// Every indicator of an edition; a family takes one statement.
    pub async fn all(&self, conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Indicator>> {
        let mut all = Vec::new();
        for it in &self.0.files {
            match &it.each {
                Some(_) => all.extend(members(conn, edition, it).await?),
                None => all.push(single(it)),
            }
        }
        Ok(all)
    }

    /// The indicator of a key in an edition.
    pub async fn find(&self, conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Option<Indicator>> {
        if let Some(it) = self.0.files.iter().find(|it| it.each.is_none() && it.key == key) {
            return Ok(Some(single(it)));
        }
        let within = |it: &&Filed| it.each.is_some() && key.strip_prefix(&it.key).is_some_and(|it| it.starts_with('.'));
        for it in self.0.files.iter().filter(within) {
            if let Some(it) = members(conn, edition, it).await?.into_iter().find(|it| it.key == key) {
                return Ok(Some(it));
            }
        }
        Ok(None)
    }

    /// The indicators of several keys, in their order; a key that nobody knows is left out. A family that several
    /// keys ask for is read once.
    pub async fn of(&self, conn: &mut Conn, edition: Id<mark::Edition>, keys: &[&str]) -> Result<Vec<Indicator>> {
        let mut known: Vec<Indicator> = Vec::new();
        for it in &self.0.files {
            let asked = |key: &&&str| **key == it.key || it.each.is_some() && key.starts_with(&format!("{}.", it.key));
            if keys.iter().any(|key| asked(&key)) {
                match &it.each {
                    Some(_) => known.extend(members(conn, edition, it).await?),
                    None => known.push(single(it)),
                }
            }
        }
        Ok(keys.iter().filter_map(|key| known.iter().find(|it| it.key == *key).cloned()).collect())
    }
}

/// The indicator of this key; hidden where no room knows it.
pub async fn indicator(app: &App, conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Indicator> {
    app.assembly.indicators.find(conn, edition, key).await?.found()
}

/// Composed figures that are a part of themselves: they could never be computed.
fn circles(files: &[Filed]) -> Vec<String> {
    let parts = |key: &str| match files.iter().find(|it| it.key == key).map(|it| &it.known) {
        Some(FiledKnown::Composed(formula)) => formula.keys().into_iter().map(ToOwned::to_owned).collect(),
        _ => Vec::new(),
    };
    let mut faults = Vec::new();
    for it in files {
        let (mut seen, mut next): (Vec<String>, Vec<String>) = (Vec::new(), parts(&it.key));
        while let Some(key) = next.pop() {
            if key == it.key {
                faults.push(format!("{} is a part of itself", it.key));
                break;
            }
            if !seen.contains(&key) {
                next.extend(parts(&key));
                seen.push(key);
            }
        }
    }
    faults
}

fn single(it: &Filed) -> Indicator {
    Indicator {
        key: it.key.clone(),
        room: it.room,
        title: Words::Message(it.title),
        definition: Words::Message(it.definition),
        unit: it.unit,
        level: it.level,
        state: it.state,
        display: it.display,
        known: known(it, None),
        dimensions: it.dimensions.clone(),
        asked: None,
    }
}

fn known(it: &Filed, member: Option<&str>) -> Known {
    let of = |query: &counting::Query| {
        let mut query = query.clone();
        query.member = member.map(ToOwned::to_owned);
        query
    };
    match &it.known {
        FiledKnown::Computed(query) => Known::Computed(of(query)),
        FiledKnown::Observed(query) => Known::Observed(of(query)),
        FiledKnown::Composed(formula) => Known::Composed(formula.clone()),
    }
}

async fn members(conn: &mut Conn, edition: Id<mark::Edition>, family: &Filed) -> Result<Vec<Indicator>> {
    let Some(each) = &family.each else { return Ok(Vec::new()) };
    let found: Vec<Member> = conn.all(each.rows, (&edition,)).await?;
    let member = |it: Member| Indicator {
        key: format!("{}.{}", family.key, it.member),
        title: it.title.filter(|it| !it.is_empty()).map_or(Words::Message(family.title), Words::Text),
        definition: it.definition.filter(|it| !it.is_empty()).map_or(Words::Message(family.definition), Words::Text),
        display: it.display.as_deref().and_then(shown).unwrap_or(family.display),
        known: known(family, Some(&it.member)),
        asked: it.asked,
        ..single(family)
    };
    Ok(found.into_iter().map(member).collect())
}

/// How a record says that a figure is shown: what somebody observed as “at least” is shown as they said it.
fn shown(word: &str) -> Option<Display> {
    match word {
        "exact" => Some(Display::Exact),
        "at-least" => Some(Display::AtLeast(1)),
        "percent" => Some(Display::Percent),
        "fraction" => Some(Display::Fraction),
        _ => None,
    }
}
