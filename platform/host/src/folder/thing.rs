//! TOML files, value by value, with the place of every value.

use std::{fmt::Display, str::FromStr};

use jiff::{Timestamp, civil::Date, civil::Time};
use kernel::{Key, Language, Text};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Findings, Folder, Spot};

/// One table of a TOML file.
pub struct Thing<'a> {
    file: &'a str,
    text: &'a str,
    table: DeTable<'a>,
    start: usize,
}

/// Reads a TOML file and hands its tables to `each`, by the names that are expected; others are findings.
///
/// A name may stand for one table (`[edition]`) or a list of them (`[[session]]`).
pub fn things<'a>(
    folder: &'a Folder,
    file: &'a str,
    names: &[&str],
    findings: &mut Findings,
) -> Vec<(String, Thing<'a>)> {
    let text = folder.text(file, findings);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let spot = error.span().map_or(Spot::file(file), |span| Spot::byte(file, text, span.start));
        findings.add(spot, error.message().to_owned(), "write it as TOML");
    }
    let mut things = Vec::new();
    for (name, value) in table.into_inner() {
        let start = value.span().start;
        let spot = Spot::byte(file, text, name.span().start);
        let name = name.into_inner().into_owned();
        if !names.contains(&name.as_str()) {
            findings.add(
                spot,
                format!("nothing is known of [{name}]"),
                format!("this file holds {}", names.join(", ")),
            );
            continue;
        }
        match value.into_inner() {
            DeValue::Table(table) => things.push((name, Thing { file, text, table, start })),
            DeValue::Array(list) => {
                for item in list {
                    let start = item.span().start;
                    match item.into_inner() {
                        DeValue::Table(table) => things.push((name.clone(), Thing { file, text, table, start })),
                        _ => findings.add(
                            Spot::byte(file, text, start),
                            format!("{name} is no table"),
                            format!("write [[{name}]]"),
                        ),
                    }
                }
            }
            _ => findings.add(spot, format!("{name} is no table"), format!("write [{name}] or [[{name}]]")),
        }
    }
    // The parser hands tables over by name; the file's own order is by place.
    things.sort_by_key(|(_, thing)| thing.start);
    things
}

impl<'a> Thing<'a> {
    /// Notes every name that is not expected.
    pub fn expect(&self, names: &[&str], findings: &mut Findings) {
        for name in self.table.keys() {
            if !names.contains(&name.get_ref().as_ref()) {
                let spot = Spot::byte(self.file, self.text, name.span().start);
                findings.add(
                    spot,
                    format!("nothing is known of {}", name.get_ref()),
                    format!("the names are {}", names.join(", ")),
                );
            }
        }
    }

    fn find(&self, name: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.table.iter().find(|(key, _)| key.get_ref().as_ref() == name).map(|(_, value)| value)
    }

    /// The place of a value, or of the table where it is missing.
    pub fn spot(&self, name: &str) -> Spot {
        Spot::byte(self.file, self.text, self.find(name).map_or(self.start, |it| it.span().start))
    }

    fn missing(&self, name: &str, right: &str, findings: &mut Findings) {
        findings.add(self.spot(name), format!("{name} is missing"), right.to_owned());
    }

    fn string(&self, name: &str, findings: &mut Findings) -> Option<String> {
        match self.find(name)?.get_ref() {
            DeValue::String(words) => Some(words.clone().into_owned()),
            _ => {
                findings.add(self.spot(name), format!("{name} is no text"), "write it between quotation marks");
                None
            }
        }
    }

    /// A text that must be there.
    pub fn required(&self, name: &str, findings: &mut Findings) -> String {
        if self.find(name).is_none() {
            self.missing(name, &format!("write {name} = \"…\""), findings);
        }
        self.string(name, findings).unwrap_or_default()
    }

    /// A text that may be left out.
    pub fn optional(&self, name: &str, findings: &mut Findings) -> Option<String> {
        self.string(name, findings)
    }

    /// A value of a kind that can be parsed; `right` says what it looks like.
    pub fn parsed<T: FromStr<Err: Display>>(&self, name: &str, right: &str, findings: &mut Findings) -> Option<T> {
        if self.find(name).is_none() {
            self.missing(name, right, findings);
            return None;
        }
        self.optional_parsed(name, right, findings)
    }

    /// The same, where it may be left out.
    pub fn optional_parsed<T: FromStr<Err: Display>>(
        &self,
        name: &str,
        right: &str,
        findings: &mut Findings,
    ) -> Option<T> {
        let words = self.string(name, findings)?;
        match words.parse() {
            Ok(value) => Some(value),
            Err(_) => {
                findings.add(self.spot(name), format!("{name} is “{words}”"), right.to_owned());
                None
            }
        }
    }

    /// A key.
    pub fn key(&self, name: &str, findings: &mut Findings) -> Option<Key> {
        self.parsed(name, "write lower-case letters, digits and hyphens, like youth-summit", findings)
    }

    /// A day.
    pub fn day(&self, name: &str, findings: &mut Findings) -> Option<Date> {
        self.parsed(name, "write a day, like \"2025-10-23\"", findings)
    }

    /// A day that may be left out.
    pub fn optional_day(&self, name: &str, findings: &mut Findings) -> Option<Date> {
        self.optional_parsed(name, "write a day, like \"2025-10-23\"", findings)
    }

    /// A time on the wall.
    pub fn time(&self, name: &str, findings: &mut Findings) -> Option<Time> {
        self.parsed(name, "write a time, like \"09:00\"", findings)
    }

    /// An instant.
    pub fn instant(&self, name: &str, findings: &mut Findings) -> Option<Timestamp> {
        self.parsed(name, "write an instant in UTC, like \"2025-08-20T02:00:00Z\"", findings)
    }

    /// A zone of the world.
    pub fn zone(&self, name: &str, findings: &mut Findings) -> Option<String> {
        let words = self.required(name, findings);
        if jiff::tz::TimeZone::get(&words).is_err() {
            findings.add(
                self.spot(name),
                format!("no zone is called “{words}”"),
                "write a zone like \"Asia/Singapore\"",
            );
            return None;
        }
        Some(words)
    }

    /// A whole number that may be left out.
    pub fn number(&self, name: &str, findings: &mut Findings) -> Option<i64> {
        match self.find(name)?.get_ref() {
            DeValue::Integer(number) => number.to_string().replace('_', "").parse().ok(),
            _ => {
                findings.add(self.spot(name), format!("{name} is no whole number"), "write it without quotation marks");
                None
            }
        }
    }

    /// A whole number that must be there.
    pub fn required_number(&self, name: &str, findings: &mut Findings) -> i64 {
        if self.find(name).is_none() {
            self.missing(name, &format!("write {name} = 1"), findings);
        }
        self.number(name, findings).unwrap_or_default()
    }

    /// Yes or no; no where it is left out.
    pub fn flag(&self, name: &str, findings: &mut Findings) -> bool {
        match self.find(name).map(Spanned::get_ref) {
            None => false,
            Some(DeValue::Boolean(value)) => *value,
            Some(_) => {
                findings.add(self.spot(name), format!("{name} is neither true nor false"), "write true or false");
                false
            }
        }
    }

    /// One of several words; `usual` where it is left out.
    pub fn one_of(&self, name: &str, words: &[&str], usual: Option<&str>, findings: &mut Findings) -> String {
        let value = match (self.find(name), usual) {
            (None, Some(usual)) => return usual.to_owned(),
            (None, None) => {
                self.missing(name, &format!("write one of: {}", words.join(", ")), findings);
                return String::new();
            }
            (Some(_), _) => self.string(name, findings).unwrap_or_default(),
        };
        if !words.contains(&value.as_str()) {
            findings.add(
                self.spot(name),
                format!("{name} is “{value}”"),
                format!("write one of: {}", words.join(", ")),
            );
        }
        value
    }

    /// A text in several languages that must be there.
    pub fn text_in_languages(&self, name: &str, findings: &mut Findings) -> Text {
        if self.find(name).is_none() {
            self.missing(name, &format!("write {name} = {{ en = \"…\", fr = \"…\" }}"), findings);
        }
        self.optional_text(name, findings).unwrap_or_default()
    }

    /// A text in several languages that may be left out.
    pub fn optional_text(&self, name: &str, findings: &mut Findings) -> Option<Text> {
        let DeValue::Table(table) = self.find(name)?.get_ref() else {
            findings.add(
                self.spot(name),
                format!("{name} has no languages"),
                format!("write {name} = {{ en = \"…\", fr = \"…\" }}"),
            );
            return None;
        };
        let mut text = Text::default();
        for (tag, words) in table {
            let spot = Spot::byte(self.file, self.text, tag.span().start);
            match (tag.get_ref().parse::<Language>(), words.get_ref()) {
                (Ok(language), DeValue::String(words)) => text = text.with(language, words.clone().into_owned()),
                _ => findings.add(spot, format!("“{}” is no language with a text", tag.get_ref()), "write en = \"…\""),
            }
        }
        Some(text)
    }

    /// A list of texts.
    pub fn list(&self, name: &str, findings: &mut Findings) -> Vec<String> {
        let Some(DeValue::Array(items)) = self.find(name).map(Spanned::get_ref) else {
            self.missing(name, &format!("write {name} = [\"…\"]"), findings);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(
                |it| if let DeValue::String(words) = it.get_ref() { Some(words.clone().into_owned()) } else { None },
            )
            .collect()
    }
}
