//! What the standard asks for, looked at before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use super::activity::{Activities, Activity, Document};
use super::codes::DateType;
use super::result::{ActivityResult, Indicator, Value};
use super::share::Share;
use super::words::Words;
use crate::Flaw;

impl Activities {
    /// Everything that must be mended before these activities can be published.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut look = Look::default();
        look.must(!self.activities.is_empty(), "a file holds at least one activity");
        let identifiers: BTreeSet<&str> = self.activities.iter().map(|it| it.identifier.as_str()).collect();
        look.must(identifiers.len() == self.activities.len(), "two activities have one identifier");
        if let Some(words) = &self.invented {
            look.words("the mark of a demonstration", words);
        }
        for it in &self.activities {
            look.within(format!("activity {}", it.identifier), |look| look.activity(it));
        }
        look.flaws
    }
}

/// A walk through what is to be published.
#[derive(Default)]
struct Look {
    place: Vec<String>,
    flaws: Vec<Flaw>,
}

impl Look {
    fn within(&mut self, place: String, look: impl FnOnce(&mut Self)) {
        self.place.push(place);
        look(self);
        self.place.pop();
    }

    fn must(&mut self, holds: bool, what: &str) {
        if !holds {
            self.flaws.push(Flaw::new(self.place.join(" / "), what));
        }
    }

    /// Words are said, each in a language that has a tag.
    fn words(&mut self, name: &str, words: &Words) {
        self.must(!words.is_empty(), &format!("{name} is missing"));
        for (language, _) in words.iter() {
            self.must(is_tag(language), &format!("{language:?} is no tag of a language"));
        }
    }

    fn may_say(&mut self, words: &Words) {
        if !words.is_empty() {
            self.words("", words);
        }
    }

    fn activity(&mut self, it: &Activity) {
        self.must(
            it.identifier.starts_with(&format!("{}-", it.reporter.identifier)),
            "the identifier does not begin with the reporter's",
        );
        self.must(
            !it.identifier.contains(|it: char| it.is_whitespace() || "/&|?".contains(it)),
            "the identifier holds white space or one of / & | ?",
        );
        self.must(is_tag(&it.language), "the language has no tag");
        self.words("the reporter's name", &it.reporter.name);
        self.words("the title", &it.title);
        self.must(!it.descriptions.is_empty(), "there is no description");
        it.descriptions.iter().for_each(|it| self.words("a description", &it.words));
        self.must(!it.organisations.is_empty(), "no organisation takes part");
        it.organisations.iter().for_each(|it| self.words("an organisation's name", &it.name));
        let starts = |kind| matches!(kind, DateType::PlannedStart | DateType::ActualStart);
        self.must(it.dates.iter().any(|(kind, _)| starts(*kind)), "there is no date of a start");
        if let Some(it) = &it.contact {
            for words in [&it.organisation, &it.department, &it.address] {
                self.may_say(words);
            }
            self.must(it.website.as_deref().is_none_or(is_address), "the contact's website is no address");
        }
        self.receivers(it);
        self.sectors(it);
        it.places.iter().for_each(|it| self.may_say(&it.name));
        it.documents.iter().for_each(|it| self.document(it));
        let places: BTreeSet<&str> = it.places.iter().map(|it| it.key.as_str()).collect();
        for (at, it) in it.results.iter().enumerate() {
            self.within(format!("result {}", at + 1), |look| look.result(it, &places));
        }
    }

    /// Countries and regions share one whole.
    fn receivers(&mut self, it: &Activity) {
        let shares: Vec<Option<Share>> = it.countries.iter().chain(&it.regions).map(|(_, share)| *share).collect();
        self.must(adds_up(&shares), "the shares of countries and regions do not add up to 100");
        let two_letters = |it: &str| it.len() == 2 && it.chars().all(|it| it.is_ascii_uppercase());
        self.must(it.countries.iter().all(|(code, _)| two_letters(code)), "a country's code is not two capitals");
    }

    /// The sectors of each vocabulary share one whole.
    fn sectors(&mut self, it: &Activity) {
        let mut shares: BTreeMap<&str, Vec<Option<Share>>> = BTreeMap::new();
        for it in &it.sectors {
            shares.entry(&it.vocabulary).or_default().push(it.share);
            self.may_say(&it.name);
        }
        self.must(
            shares.values().all(|it| adds_up(it)),
            "the shares of the sectors of a vocabulary do not add up to 100",
        );
    }

    fn document(&mut self, it: &Document) {
        self.within(format!("document {}", it.url), |look| {
            look.must(is_address(&it.url), "it has no address");
            look.must(it.format.contains('/'), "the format is no media type");
            look.words("the title", &it.title);
            look.may_say(&it.description);
            look.must(!it.categories.is_empty(), "it has no category");
        });
    }

    fn result(&mut self, it: &ActivityResult, places: &BTreeSet<&str>) {
        self.words("the title", &it.title);
        self.may_say(&it.description);
        it.documents.iter().for_each(|it| self.document(it));
        self.must(!it.indicators.is_empty(), "there is no indicator");
        for (at, it) in it.indicators.iter().enumerate() {
            self.within(format!("indicator {}", at + 1), |look| look.indicator(it, places));
        }
    }

    fn indicator(&mut self, it: &Indicator, places: &BTreeSet<&str>) {
        self.words("the title", &it.title);
        self.may_say(&it.description);
        it.documents.iter().for_each(|it| self.document(it));
        self.must(
            it.references.iter().all(|it| it.address.as_deref().is_none_or(is_address)),
            "a reference has no address",
        );
        for baseline in &it.baselines {
            let same_year = baseline.date.is_none_or(|date| i32::from(date.year()) == i32::from(baseline.year));
            self.must(same_year && baseline.year > 0, "the baseline's day is in another year");
            self.value(it, &baseline.value, places);
        }
        for period in &it.periods {
            self.must(period.from <= period.to, "a period ends before it begins");
            period.targets.iter().chain(&period.actuals).for_each(|value| self.value(it, value, places));
        }
    }

    fn value(&mut self, indicator: &Indicator, it: &Value, places: &BTreeSet<&str>) {
        match it.value.as_deref() {
            Some(value) if indicator.measure.is_a_number() => {
                self.must(is_number(value), &format!("{value:?} is no plain number"));
            }
            Some(value) => self.must(!value.trim().is_empty(), "a value is empty"),
            None => self.must(!it.comment.is_empty(), "a value is missing, and no comment says why"),
        }
        self.may_say(&it.comment);
        self.must(it.places.iter().all(|it| places.contains(it.as_str())), "a value is about a place that is not told");
        it.documents.iter().for_each(|it| self.document(it));
    }
}

/// Either one part without a share, or shares of all that make a hundred.
fn adds_up(shares: &[Option<Share>]) -> bool {
    match shares {
        [] | [None] => true,
        several => {
            let told: Option<Vec<u32>> = several.iter().map(|it| it.map(Share::in_hundredths)).collect();
            told.is_some_and(|it| it.iter().sum::<u32>() == Share::WHOLE.in_hundredths())
        }
    }
}

/// A tag as the schema takes it (`xsd:language`).
fn is_tag(tag: &str) -> bool {
    let part = |it: &str| (1..=8).contains(&it.len()) && it.chars().all(|it| it.is_ascii_alphanumeric());
    tag.split('-').all(part) && tag.split('-').next().is_some_and(|it| it.chars().all(|it| it.is_ascii_alphabetic()))
}

/// An address on the web that no reader must mend (RFC 3986 leaves these characters out).
fn is_address(address: &str) -> bool {
    let left_out = |it: char| it.is_whitespace() || it.is_control() || "<>\"{}|\\^`".contains(it);
    ["https://", "http://"].iter().any(|it| address.strip_prefix(it).is_some_and(|rest| !rest.is_empty()))
        && !address.contains(left_out)
}

/// Digits, perhaps a sign before and a point between: no `1,200`, no `about 5`.
fn is_number(value: &str) -> bool {
    let digits = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_digit());
    let bare = value.strip_prefix('-').unwrap_or(value);
    match bare.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(bare),
    }
}
