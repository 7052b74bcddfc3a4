//! The word lists that the invention draws from, read from the text files beside this one.

use std::collections::BTreeMap;

/// The lines of a word list by the heading that they stand under; remarks and blanks left out.
pub fn sections(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            sections.push((heading, Vec::new()));
        } else if line.starts_with("# ") {
        } else if let Some((_, lines)) = sections.last_mut() {
            lines.push(line);
        }
    }
    sections
}

/// The same, found by heading.
pub fn by_heading(text: &str) -> BTreeMap<&str, Vec<&str>> {
    sections(text).into_iter().collect()
}

/// A country as the invention needs it.
pub struct Place {
    pub code: &'static str,
    /// The name in English, with its article.
    pub english: &'static str,
    /// The name in French, with its preposition.
    pub french: &'static str,
    /// Minutes ahead of UTC in August 2025.
    pub ahead: i64,
    /// How many apply, compared with other countries.
    pub weight: usize,
    /// Whose names are borne there, and how often.
    pub cultures: Vec<(&'static str, usize)>,
    pub cities: Vec<&'static str>,
    pub waters: Vec<&'static str>,
    /// Words that invented institutions are named after.
    pub epithets: Vec<&'static str>,
    /// Invented institutions whose names follow no pattern.
    pub own: Vec<&'static str>,
}

/// All countries of the word list, by code.
pub fn places() -> BTreeMap<&'static str, Place> {
    let lines = include_str!("words/countries.txt").lines();
    lines.filter(|line| !line.starts_with('#')).map(place).map(|place| (place.code, place)).collect()
}

fn place(line: &'static str) -> Place {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let list = |cell: usize| cells[cell].split(';').map(str::trim).collect::<Vec<_>>();
    let cultures = cells[5].split(' ').filter_map(|one| one.split_once(':'));
    Place {
        code: cells[0],
        english: cells[1],
        french: cells[2],
        ahead: cells[3].parse().expect("minutes are a number"),
        weight: cells[4].parse().expect("a weight is a number"),
        cultures: cultures.map(|(name, weight)| (name, weight.parse().expect("a weight is a number"))).collect(),
        cities: list(6),
        waters: list(7),
        epithets: list(8),
        own: list(9),
    }
}
