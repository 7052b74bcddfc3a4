//! The invented people of the demonstration edition: `cargo xtask people --seed N` rewrites them.
//!
//! The seed and the facts of the edition make every row; the clock, the machine and the order of
//! a hash map do not. The committed rows are those of [`SEED`], and a test holds them to it.

mod applicants;
mod calendar;
mod chance;
mod cohort;
mod facts;
mod fold;
mod grammar;
mod guests;
mod institutions;
mod motivations;
mod names;
mod person;
mod speakers;
mod subject;
mod survey;
mod table;
#[cfg(test)]
mod tests;
mod webinars;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub use facts::Facts;

/// The seed of the committed rows.
pub const SEED: u64 = 2025;

/// The invented files, by name.
pub type Files = BTreeMap<&'static str, String>;

/// A file that was written.
pub struct Written {
    pub file: &'static str,
    pub rows: usize,
}

/// Invents all people of the edition from its facts.
pub fn generate(seed: u64, facts: &Facts) -> Files {
    let places = words::places();
    let mut maker = person::Maker::new();
    let applicants = applicants::invent(seed, facts, &places, &mut maker);
    let chosen = cohort::select(seed, &applicants);
    let mut guests = guests::invited(seed, &places, &mut maker);
    let participations = cohort::table(seed, &applicants, &chosen, &guests);
    let audience = webinars::Audience { facts, places: &places, applicants: &applicants, chosen: &chosen };
    let registrations = webinars::invent(seed, &audience, &mut maker, &mut guests);
    let (people, speakers) = speakers::tables(seed, facts, &places);
    BTreeMap::from([
        ("applicants.csv", applicants::table(&applicants)),
        ("participations.csv", participations),
        ("guests.csv", guests::table(&guests)),
        ("registrations.csv", registrations),
        ("answers.csv", survey::table(seed)),
        ("people-invented.csv", people),
        ("speakers-invented.csv", speakers),
    ])
}

/// Rewrites the invented files of an edition folder.
pub fn run(seed: u64, folder: &Path) -> Result<Vec<Written>, String> {
    let facts = Facts::read(folder)?;
    let mut written = Vec::new();
    for (file, text) in generate(seed, &facts) {
        fs::write(folder.join(file), &text).map_err(|why| format!("{file}: {why}"))?;
        let rows = csv::Reader::from_reader(text.as_bytes()).records().count();
        written.push(Written { file, rows });
    }
    Ok(written)
}
