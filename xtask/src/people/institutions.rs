//! Institutions that do not exist, and the posts people hold there.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::fold;
use super::person::Side;
use super::words::{Place, by_heading};

/// An invented institution.
#[derive(Clone)]
pub struct Institution {
    pub name: String,
    pub domain: String,
    matter: &'static str,
}

/// Patterns for names, and what has been founded so far by country and side.
pub struct Institutions {
    patterns: BTreeMap<&'static str, Vec<&'static str>>,
    posts: BTreeMap<&'static str, Vec<&'static str>>,
    founded: BTreeMap<(&'static str, Side), Vec<Institution>>,
}

impl Institutions {
    /// Reads the patterns.
    pub fn new() -> Self {
        Self {
            patterns: by_heading(include_str!("words/institutions.txt")),
            posts: by_heading(include_str!("words/posts.txt")),
            founded: BTreeMap::new(),
        }
    }

    /// Somebody's employer, often one where others work on the same subject already.
    pub fn draw(&mut self, chance: &mut Chance, place: &Place, side: Side, matters: &[&'static str]) -> Institution {
        if side == Side::Civil && chance.percent(5) {
            let name = chance.pick(&place.own);
            return Institution { domain: fold::slug(name, 2), name: name.to_owned(), matter: "" };
        }
        let all = self.founded.entry((place.code, side)).or_default();
        let known: Vec<&Institution> =
            all.iter().filter(|other| side == Side::Business || matters.contains(&other.matter)).collect();
        if !known.is_empty() && chance.percent(60) {
            return chance.pick(&known).clone();
        }
        let kind = match side {
            Side::Civil => "civil",
            Side::Government => "government",
            Side::Business => "business",
        };
        let (epithet, matter) = (chance.pick(&place.epithets), chance.pick(matters));
        let name = chance.pick(&self.patterns[kind]).replace("{e}", epithet).replace("{t}", matter);
        let words = fold::slug(&format!("{epithet} {}", matter.rsplit(' ').next().unwrap_or_default()), 4);
        let domain = if side == Side::Business { fold::slug(&name, 3) } else { words };
        let new = Institution { name, domain, matter };
        if all.iter().all(|other| other.name != new.name) {
            all.push(new.clone());
        }
        new
    }

    /// A post on that side.
    pub fn post(&self, chance: &mut Chance, side: Side) -> String {
        let kind = if side == Side::Government { "government" } else { "civil" };
        chance.pick(&self.posts[kind]).to_owned()
    }

    /// A speaker's post in English and French, in the form for a woman or a man.
    pub fn chair(&self, chance: &mut Chance, woman: bool, side: Side) -> (&'static str, &'static str) {
        let kind = match side {
            Side::Civil => "speakers",
            Side::Government => "officials",
            Side::Business => "founders",
        };
        let forms: Vec<&str> = chance.pick(&self.posts[kind]).split('|').collect();
        (forms[0], forms[if woman { 1 } else { 2 }])
    }
}
