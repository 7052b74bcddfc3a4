//! What a person works on, and the deck of words that follows from it.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::grammar::Deck;
use super::words::{Place, by_heading, sections};

const SMALL: [&str; 7] = ["three", "four", "five", "six", "seven", "eight", "nine"];
const SPANS: [&str; 10] = [
    "eighteen months",
    "two years",
    "three years",
    "four years",
    "five years",
    "six years",
    "seven years",
    "eight years",
    "nine years",
    "ten years",
];
const SPANS_FR: [&str; 10] = [
    "dix-huit mois",
    "deux ans",
    "trois ans",
    "quatre ans",
    "cinq ans",
    "six ans",
    "sept ans",
    "huit ans",
    "neuf ans",
    "dix ans",
];
const SMALL_FR: [&str; 7] = ["trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];

/// What somebody works on: the words for it in one language.
pub struct Subject {
    /// What institutions of the subject are named after.
    pub matters: Vec<&'static str>,
    words: BTreeMap<&'static str, Vec<&'static str>>,
    french: bool,
}

/// The subjects of both sides, and the lists that frames draw on.
pub struct Subjects {
    english: Vec<(&'static str, Vec<&'static str>)>,
    studies: Vec<&'static str>,
    nicknames: Vec<&'static str>,
    french: BTreeMap<&'static str, Vec<&'static str>>,
}

/// Where and since when: what the deck has to know about the person.
pub struct Setting<'a> {
    pub place: &'a Place,
    /// Two countries of the other region, and one of the person's own.
    pub others: [&'a Place; 2],
    pub near: &'a Place,
    pub asian: bool,
    /// Whole years since the first job, at least one.
    pub career: usize,
}

impl Subjects {
    /// Reads the word lists.
    pub fn new() -> Self {
        let frames = by_heading(include_str!("words/frames.en.txt"));
        Self {
            english: sections(include_str!("words/fields.en.txt")),
            studies: frames["list:study"].clone(),
            nicknames: frames["list:nick"].clone(),
            french: by_heading(include_str!("words/frames.fr.txt")),
        }
    }

    /// A subject for somebody of that side who writes in that language.
    pub fn draw(&self, chance: &mut Chance, government: bool, french: bool) -> Subject {
        let side = if government { "g" } else { "c" };
        if french {
            let theirs: Vec<&str> =
                self.french["fields"].iter().copied().filter(|line| line.starts_with(side)).collect();
            let cells: Vec<&str> = chance.pick(&theirs).split('|').collect();
            let words = ["n", "t", "w", "k", "h", "o"].into_iter().zip(cells[1..7].iter().map(|cell| vec![*cell]));
            return Subject { matters: list(cells[7], ';'), words: words.collect(), french };
        }
        let theirs: Vec<&(&str, Vec<&str>)> =
            self.english.iter().filter(|(heading, _)| heading.starts_with(side)).collect();
        let lines = chance.pick(&theirs).1.iter().filter_map(|line| line.split_once(' '));
        let mut words: BTreeMap<&str, Vec<&str>> = lines.map(|(slot, words)| (slot, list(words, '|'))).collect();
        Subject { matters: words.remove("m").unwrap_or_default(), words, french }
    }

    /// The words for a text.
    pub fn deck(&self, chance: &mut Chance, subject: &Subject, setting: &Setting) -> Deck {
        if subject.french {
            self.in_french(chance, subject, setting)
        } else {
            self.in_english(chance, subject, setting)
        }
    }

    fn in_english(&self, chance: &mut Chance, subject: &Subject, setting: &Setting) -> Deck {
        let mut deck = Deck::default();
        for (slot, words) in &subject.words {
            deck.deal(slot, mixed(chance, words.iter().copied()));
        }
        deck.keep("city", chance.pick(&setting.place.cities));
        deck.keep("water", chance.pick(&setting.place.waters));
        deck.keep("land", setting.place.english);
        deck.keep("other", setting.others[0].english);
        deck.keep("other2", setting.others[1].english);
        deck.keep("near", setting.near.english);
        deck.keep("othercity", chance.pick(&setting.others[0].cities));
        deck.keep("years", SPANS[(setting.career - 1).min(9)]);
        deck.deal("study", mixed(chance, self.studies.iter().copied()));
        deck.deal("nick", mixed(chance, self.nicknames.iter().copied()));
        deck.deal("few", mixed(chance, SMALL));
        deck.deal("month", mixed(chance, ["January", "February", "March", "April", "May", "June"]));
        deck.deal("nextmonth", mixed(chance, ["October", "November", "January", "February"]));
        numbers(&mut deck, chance, setting, ',');
        deck
    }

    fn in_french(&self, chance: &mut Chance, subject: &Subject, setting: &Setting) -> Deck {
        let mut deck = Deck::default();
        for (slot, words) in &subject.words {
            deck.keep(slot, words[0]);
        }
        deck.keep("city", self.city_in_french(chance.pick(&setting.place.cities)));
        let other = if setting.asian { "list:europe" } else { "list:asia" };
        deck.keep("othercity", chance.pick(&self.french[other]));
        deck.keep("aveclieu", &format!("avec des partenaires {}", setting.others[0].french));
        deck.keep("annees", SPANS_FR[(setting.career - 1).min(9)]);
        deck.deal("etude", mixed(chance, self.french["list:etude"].iter().copied()));
        deck.deal("few", mixed(chance, SMALL_FR));
        numbers(&mut deck, chance, setting, '\u{202f}');
        deck
    }

    fn city_in_french(&self, city: &'static str) -> &'static str {
        let pairs = self.french["cities"].iter().filter_map(|pair| pair.split_once('='));
        pairs.clone().find(|(english, _)| *english == city).map_or(city, |(_, french)| french)
    }
}

/// Numbers of things, sums of money, and years within the person's career.
fn numbers(deck: &mut Deck, chance: &mut Chance, setting: &Setting, thousands: char) {
    deck.deal("count", (0..6).map(|_| chance.between(12, 190).to_string()).collect());
    let big = (0..3).map(|_| format!("{}{thousands}{}00", chance.between(2, 38), chance.between(1, 9)));
    deck.deal("big", big.collect());
    let first = 2025 - i64::try_from(setting.career.min(9)).unwrap_or(1);
    let mut years: Vec<String> = (first..=2024).map(|year| year.to_string()).collect();
    chance.shuffle(&mut years);
    deck.deal("year", years);
    deck.deal("year2", vec![chance.between(2026, 2027).to_string()]);
}

fn list(words: &'static str, mark: char) -> Vec<&'static str> {
    words.split(mark).map(str::trim).collect()
}

fn mixed<'a>(chance: &mut Chance, words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    chance.shuffle(&mut words);
    words
}
