//! Those who answered the open call, in the order in which they did.

use std::collections::BTreeMap;

use super::calendar;
use super::chance::Chance;
use super::cohort;
use super::facts::Facts;
use super::motivations::{Author, Manner, Writer};
use super::person::{Maker, Person, Side};
use super::subject::Setting;
use super::table;
use super::words::Place;

/// How many apply.
pub const APPLICANTS: usize = 2_231;
/// Countries where some prefer to write in French, and how many in a hundred do.
const FRENCH: [(&str, usize); 8] =
    [("FR", 88), ("BE", 46), ("LU", 66), ("CH", 36), ("VN", 11), ("KH", 24), ("LA", 24), ("RO", 18)];

/// An applicant, with the day of birth and the second of the application.
pub struct Applicant {
    pub key: String,
    pub person: Person,
    pub born: i64,
    pub side: Side,
    pub motivation: String,
    pub language: &'static str,
    pub applied: i64,
}

/// The first day on which somebody may be born who is under 35 when the training begins.
pub fn youngest_limit() -> i64 {
    calendar::day(1990, 10, 24)
}

/// Invents all applicants.
pub fn invent(seed: u64, facts: &Facts, places: &BTreeMap<&'static str, Place>, maker: &mut Maker) -> Vec<Applicant> {
    let mut chance = Chance::new(seed, "applicants");
    let mut writer = Writer::new();
    let mut homes = homes(facts, places);
    chance.shuffle(&mut homes);
    let mut homes: Vec<(i64, &Place)> =
        homes.into_iter().map(|place| (applied(&mut chance, place.ahead), place)).collect();
    homes.sort_by_key(|(applied, _)| *applied);
    let mut applicants = Vec::new();
    for (number, (applied, place)) in homes.into_iter().enumerate() {
        let side = if chance.percent(66) { Side::Civil } else { Side::Government };
        let born = born(&mut chance);
        let (language, manner) = manner(&mut chance, place.code);
        let government = side == Side::Government;
        let subject = maker.subjects.draw(&mut chance, government, manner == Manner::French);
        let person = maker.person(&mut chance, place, side, two_digits(born), &subject);
        let setting = setting(&mut chance, facts, places, place, born);
        let author = Author { subjects: &maker.subjects, subject: &subject, setting: &setting, government };
        applicants.push(Applicant {
            key: format!("a{:04}", number + 1),
            motivation: writer.write(&mut chance, &author, manner),
            person,
            born,
            side,
            language,
            applied,
        });
    }
    applicants
}

/// The table `applicants.csv`.
pub fn table(applicants: &[Applicant]) -> String {
    let columns = [
        "key",
        "name",
        "printed",
        "email",
        "country",
        "gender",
        "born_on",
        "group",
        "organisation",
        "post",
        "motivation",
        "language",
        "applied_at",
    ];
    let rows = applicants.iter().map(|one| {
        [
            one.key.clone(),
            one.person.name.clone(),
            one.person.printed.clone(),
            one.person.email.clone(),
            one.person.country.to_owned(),
            one.person.gender.to_owned(),
            calendar::date(one.born),
            cohort::group(one.side).to_owned(),
            one.person.organisation.clone(),
            one.person.post.clone(),
            one.motivation.clone(),
            one.language.to_owned(),
            calendar::stamp(one.applied),
        ]
    });
    table::csv(columns, rows)
}

/// One place for each applicant, shared out by the weight of the countries.
fn homes<'a>(facts: &Facts, places: &'a BTreeMap<&'static str, Place>) -> Vec<&'a Place> {
    let known: Vec<&Place> = places.values().filter(|place| facts.countries.contains_key(place.code)).collect();
    let total: usize = known.iter().map(|place| place.weight).sum();
    let mut homes = Vec::new();
    let mut before = 0;
    for place in known {
        let upto = (before + place.weight) * APPLICANTS / total;
        homes.resize(upto, place);
        before += place.weight;
    }
    homes
}

/// A second of the six weeks: lively at first, quiet in August, and a rush at the end.
fn applied(chance: &mut Chance, ahead: i64) -> i64 {
    let opened = calendar::instant(calendar::day(2025, 7, 21), 2, 0);
    let closed = calendar::instant(calendar::day(2025, 8, 31), 15, 59);
    loop {
        let weights: Vec<usize> = (0..42).map(day_weight).collect();
        let day = calendar::day(2025, 7, 21) + chance.step(&weights);
        let hours = [1, 1, 0, 0, 0, 1, 2, 4, 7, 10, 12, 12, 9, 10, 12, 12, 11, 9, 8, 8, 10, 11, 9, 5];
        let hour = chance.step(&hours);
        let second = calendar::instant(day, hour, chance.between(0, 59)) - ahead * 60 + chance.between(0, 59);
        if second >= opened && second < closed {
            return second;
        }
    }
}

fn day_weight(day: usize) -> usize {
    match day {
        0..=3 => [34, 58, 44, 36][day],
        40 => 250,
        41 => 560,
        39 => 130,
        36..=38 => 70 + 12 * (day - 36),
        _ if day % 7 >= 5 => 16,
        24..=25 => 48,
        _ => 26 + day % 5 * 3,
    }
}

/// A day of birth: most between 24 and 34, some too old to take part.
fn born(chance: &mut Chance) -> i64 {
    if chance.percent(11) {
        return chance.between(calendar::day(1980, 10, 24), youngest_limit() - 1);
    }
    let years = [2, 4, 6, 9, 11, 12, 13, 12, 11, 9, 7, 5, 3];
    let year = 2003 - chance.step(&years);
    calendar::day(year, 1, 1).max(youngest_limit()) + chance.between(0, if year == 1991 { 364 } else { 363 })
}

fn two_digits(born: i64) -> i64 {
    calendar::date(born)[2..4].parse().unwrap_or_default()
}

fn manner(chance: &mut Chance, country: &str) -> (&'static str, Manner) {
    let french = FRENCH.iter().find(|(code, _)| *code == country).map_or(0, |(_, percent)| *percent);
    let native = ["AU", "GB", "IE", "NZ", "SG", "MT"].contains(&country);
    if chance.percent(french) {
        ("fr", Manner::French)
    } else if !native && chance.percent(20) {
        ("en", Manner::Simple)
    } else {
        ("en", Manner::Fluent)
    }
}

fn setting<'a>(
    chance: &mut Chance,
    facts: &Facts,
    places: &'a BTreeMap<&'static str, Place>,
    place: &'a Place,
    born: i64,
) -> Setting<'a> {
    let region = &facts.countries[place.code];
    let elsewhere: Vec<&Place> =
        places.values().filter(|other| facts.countries.get(other.code).is_some_and(|of| of != region)).collect();
    let around: Vec<&Place> = places
        .values()
        .filter(|other| facts.countries.get(other.code) == Some(region) && other.code != place.code)
        .collect();
    let first = chance.below(elsewhere.len());
    let second = (first + 1 + chance.below(elsewhere.len() - 1)) % elsewhere.len();
    let age = (calendar::day(2025, 8, 1) - born) / 365;
    let most = (age - 22).clamp(1, 10);
    Setting {
        place,
        others: [elsewhere[first], elsewhere[second]],
        near: chance.pick(&around),
        asian: region == "asia",
        career: chance.between(most.min(2), most) as usize,
    }
}
