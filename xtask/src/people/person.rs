//! A person: name, title, country, post and address.

use std::collections::BTreeSet;

use super::chance::Chance;
use super::institutions::{Institution, Institutions};
use super::names::{Name, Names};
use super::subject::{Subject, Subjects};
use super::words::Place;

/// What applicants, guests and speakers have in common.
pub struct Person {
    pub name: String,
    pub printed: String,
    pub email: String,
    pub country: &'static str,
    /// `f`, `m`, `x`, or nothing for those who prefer not to say.
    pub gender: &'static str,
    pub organisation: String,
    pub post: String,
}

/// What people are made from, and the addresses that are taken.
pub struct Maker {
    pub subjects: Subjects,
    names: Names,
    institutions: Institutions,
    taken: BTreeSet<String>,
    known: BTreeSet<String>,
}

/// The side on which somebody works.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    Civil,
    Government,
    Business,
}

impl Maker {
    /// An empty world.
    pub fn new() -> Self {
        Self {
            subjects: Subjects::new(),
            names: Names::new(),
            institutions: Institutions::new(),
            taken: BTreeSet::new(),
            known: BTreeSet::new(),
        }
    }

    /// Invents one person of a country and side, born in a year of two digits, for a subject of
    /// chance.
    pub fn anybody(&mut self, chance: &mut Chance, place: &Place, side: Side, born: i64) -> Person {
        let subject = self.subjects.draw(chance, side == Side::Government, false);
        self.person(chance, place, side, born, &subject)
    }

    /// Invents one person for this subject.
    pub fn person(&mut self, chance: &mut Chance, place: &Place, side: Side, born: i64, subject: &Subject) -> Person {
        let (gender, woman) = gender(chance);
        let name = self.name(chance, place, woman);
        let institution = self.institutions.draw(chance, place, side, &subject.matters);
        let post = self.institutions.post(chance, side);
        let title = title(chance, gender, &post, born);
        Person {
            printed: format!("{title}{}", name.printed),
            email: self.address(chance, &name, &institution, born),
            name: name.shown,
            country: place.code,
            gender,
            organisation: institution.name,
            post,
        }
    }

    /// A name of the country; the same one twice happens, but seldom.
    fn name(&mut self, chance: &mut Chance, place: &Place, woman: bool) -> Name {
        let weights: Vec<usize> = place.cultures.iter().map(|(_, weight)| *weight).collect();
        let culture = place.cultures[chance.weighted(&weights)].0;
        let mut name = self.names.draw(chance, culture, place.code, woman);
        for _ in 0..8 {
            if !self.known.contains(&name.shown) || chance.percent(10) {
                break;
            }
            name = self.names.draw(chance, culture, place.code, woman);
        }
        self.known.insert(name.shown.clone());
        name
    }

    fn address(&mut self, chance: &mut Chance, name: &Name, at: &Institution, born: i64) -> String {
        let domain = match chance.below(10) {
            0..=3 => "mail.example".to_owned(),
            4..=5 => "post.example".to_owned(),
            6 => "inbox.example".to_owned(),
            _ => format!("{}.example", at.domain),
        };
        let given = name.plain.first().cloned().unwrap_or_default();
        let family = name.plain.get(1).cloned();
        let local = match (&family, chance.below(6)) {
            (None, 0..=3) => given,
            (None, _) => format!("{given}.{born:02}"),
            (Some(family), 0..=2) => format!("{given}.{family}"),
            (Some(family), 3) => format!("{family}.{given}"),
            (Some(family), 4) => format!("{}.{family}", &given[..1]),
            (Some(family), _) => format!("{given}{family}{born:02}"),
        };
        let mut address = format!("{local}@{domain}");
        let mut number = 2;
        while !self.taken.insert(address.clone()) {
            address = format!("{local}{number}@{domain}");
            number += 1;
        }
        address
    }
}

fn gender(chance: &mut Chance) -> (&'static str, bool) {
    let woman = chance.percent(53);
    match chance.below(1000) {
        0..=11 => ("x", woman),
        12..=35 => ("", woman),
        _ if woman => ("f", true),
        _ => ("m", false),
    }
}

/// The title before a printed name; those who told us no gender get none but their doctorate.
fn title(chance: &mut Chance, gender: &str, post: &str, born: i64) -> &'static str {
    let researcher = ["octoral researcher", "fellow", "rofessor", "Lecturer"].iter().any(|word| post.contains(word));
    let likely = if researcher && !post.starts_with("Doctoral") { 85 } else { 9 };
    if born < 97 && born > 40 && chance.percent(likely) {
        return "Dr ";
    }
    match gender {
        "f" => "Ms ",
        "m" => "Mr ",
        "x" if chance.percent(60) => "Mx ",
        _ => "",
    }
}
