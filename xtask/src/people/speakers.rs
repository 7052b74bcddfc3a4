//! The invented people who speak, moderate, train and advise, beside the real ones of the report.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::facts::{Facts, Session};
use super::institutions::Institutions;
use super::names::Names;
use super::person::Side;
use super::subject::Subjects;
use super::table;
use super::words::Place;

const ABROAD: [&str; 24] = [
    "DE", "FR", "SG", "JP", "NL", "ES", "PH", "CH", "KR", "IT", "PL", "AU", "FI", "IN", "PT", "VN", "AT", "SE", "GB",
    "NO", "BE", "CN", "EE", "IE",
];

struct Speaker {
    key: String,
    name: String,
    printed: String,
    office: (String, String),
    country: &'static str,
}

/// Speakers so far, and their parts: session, activity, person, role.
struct Stage<'a> {
    chance: Chance,
    places: &'a BTreeMap<&'static str, Place>,
    names: Names,
    institutions: Institutions,
    subjects: Subjects,
    speakers: Vec<Speaker>,
    parts: Vec<(String, String, String, &'static str)>,
}

/// The tables `people-invented.csv` and `speakers-invented.csv`.
pub fn tables(seed: u64, facts: &Facts, places: &BTreeMap<&'static str, Place>) -> (String, String) {
    let mut stage = Stage {
        chance: Chance::new(seed, "speakers"),
        places,
        names: Names::new(),
        institutions: Institutions::new(),
        subjects: Subjects::new(),
        speakers: Vec::new(),
        parts: Vec::new(),
    };
    stage.country_series(facts);
    stage.training(facts);
    stage.on_site("summit", &["DK", "FR", "KR", "PT", "IN"]);
    stage.on_site("manila-workshop", &["PH", "ID", "SG", "DE"]);
    (people(&stage.speakers), parts(&stage.parts, facts))
}

impl Stage<'_> {
    fn country_series(&mut self, facts: &Facts) {
        let mut series: BTreeMap<&str, Vec<&Session>> = BTreeMap::new();
        let mut order: Vec<&str> = Vec::new();
        for session in facts.country_webinars() {
            if !order.contains(&session.activity.as_str()) {
                order.push(&session.activity);
            }
            series.entry(&session.activity).or_default().push(session);
        }
        for activity in order {
            let host = series[activity][0].country.clone().unwrap_or_default();
            let moderator = self.person(&host, Side::Civil);
            let mut earlier = None;
            for (place, session) in series[activity].iter().enumerate() {
                let side = [Side::Government, Side::Civil, Side::Business][place % 3];
                let abroad = self.chance.pick(&ABROAD).to_owned();
                let mut on_stage = [host.as_str(), &host, &abroad].map(|country| self.person(country, side)).to_vec();
                on_stage.extend(earlier.take());
                if place == 0 {
                    earlier = on_stage.first().cloned();
                }
                self.appear(session, &on_stage, &moderator);
            }
        }
    }

    fn training(&mut self, facts: &Facts) {
        let mut known = Vec::new();
        let moderators = [self.person("SG", Side::Civil), self.person("DK", Side::Civil)];
        let facilitators = ["CH", "SG", "FR"].map(|country| self.person(country, Side::Civil));
        for (number, session) in facts.training_webinars().into_iter().enumerate() {
            let new = if number == 0 { 3 } else { 2 };
            let mut on_stage = Vec::new();
            for _ in 0..new {
                let country = self.chance.pick(&ABROAD);
                let side = if self.chance.percent(40) { Side::Government } else { Side::Civil };
                on_stage.push(self.person(country, side));
            }
            if number > 0 {
                let again: &String = self.chance.any(&known);
                on_stage.push(again.clone());
            }
            known.extend(on_stage[..new].iter().cloned());
            self.appear(session, &on_stage, &moderators[number % 2]);
        }
        let mut number = 0;
        for session in facts.sessions.iter().filter(|session| session.of == "training" && !session.public) {
            match session.kind.as_str() {
                "workshop" => {
                    let country = ["NL", "IN", "KR", "ES", "TH"][number % 5];
                    let trainer = self.person(country, Side::Civil);
                    self.part(session, &trainer, "trainer");
                    self.part(session, &facilitators[number % 3], "facilitator");
                    number += 1;
                }
                "simulation" => facilitators.iter().for_each(|one| self.part(session, one, "facilitator")),
                _ => moderators.iter().for_each(|one| self.part(session, one, "facilitator")),
            }
        }
    }

    fn on_site(&mut self, activity: &str, countries: &[&str]) {
        for (place, country) in countries.iter().enumerate() {
            let person = self.person(country, if place % 2 == 0 { Side::Civil } else { Side::Government });
            self.parts.push((String::new(), activity.to_owned(), person, "resource-person"));
        }
    }

    fn appear(&mut self, session: &Session, on_stage: &[String], moderator: &str) {
        for person in on_stage {
            self.part(session, person, "speaker");
        }
        self.part(session, moderator, "moderator");
    }

    fn part(&mut self, session: &Session, person: &str, role: &'static str) {
        self.parts.push((session.key.clone(), String::new(), person.to_owned(), role));
    }

    /// Invents a speaker and returns the key.
    fn person(&mut self, country: &str, side: Side) -> String {
        let place = &self.places[country];
        let woman = self.chance.percent(52);
        let weights: Vec<usize> = place.cultures.iter().map(|(_, weight)| *weight).collect();
        let culture = place.cultures[self.chance.weighted(&weights)].0;
        let mut name = self.names.draw(&mut self.chance, culture, place.code, woman);
        while self.speakers.iter().any(|other| other.name == name.shown) {
            name = self.names.draw(&mut self.chance, culture, place.code, woman);
        }
        let subject = self.subjects.draw(&mut self.chance, side == Side::Government, false);
        let (office_en, office_fr) = self.institutions.chair(&mut self.chance, woman, side);
        let institution = self.institutions.draw(&mut self.chance, place, side, &subject.matters).name;
        let title = match self.chance.below(10) {
            0..=2 if side == Side::Civil => "Prof.",
            0..=5 if side != Side::Business => "Dr",
            _ if woman => "Ms",
            _ => "Mr",
        };
        let key = format!("s{:02}", self.speakers.len() + 1);
        self.speakers.push(Speaker {
            key: key.clone(),
            name: name.shown,
            printed: format!("{title} {}", name.printed),
            office: (format!("{office_en}, {institution}"), format!("{office_fr}, {institution}")),
            country: place.code,
        });
        key
    }
}

fn people(speakers: &[Speaker]) -> String {
    let columns = ["key", "name", "printed", "office_en", "office_fr", "organisation", "country", "source", "consent"];
    let rows = speakers.iter().map(|one| {
        [
            one.key.clone(),
            one.name.clone(),
            one.printed.clone(),
            one.office.0.clone(),
            one.office.1.clone(),
            String::new(),
            one.country.to_owned(),
            "demonstration".to_owned(),
            "given".to_owned(),
        ]
    });
    table::csv(columns, rows)
}

/// The parts, each behind those whom the report names for the same place.
fn parts(parts: &[(String, String, String, &'static str)], facts: &Facts) -> String {
    let mut positions = facts.named.clone();
    let rows = parts.iter().map(|(session, activity, person, role)| {
        let place = if session.is_empty() { activity } else { session };
        let position = positions.entry(place.clone()).or_default();
        *position += 1;
        [
            session.clone(),
            activity.clone(),
            person.clone(),
            (*role).to_owned(),
            position.to_string(),
            "demonstration".to_owned(),
        ]
    });
    table::csv(["session", "activity", "person", "role", "position", "source"], rows)
}
