//! The person who reads: in which language, in which zone, on which page.

use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};
use kernel::{Country, Language, Say, Text};
use maud::{Markup, html};

use crate::Words;

/// Whom a page is for. Says messages, chooses texts, writes dates and numbers, and keeps links in their language.
#[derive(Clone)]
pub struct Reader {
    /// The language that the address asks for.
    pub language: Language,
    /// The zone that the address asks for (`?zone=`), if any.
    pub zone: Option<TimeZone>,
    /// The present of the programme.
    pub now: Timestamp,
    /// The path that was asked for, without the language, with neither query nor fragment.
    pub path: String,
    /// The query that was asked for, without the zone.
    pub query: String,
    words: Arc<Words>,
}

impl Reader {
    /// A reader of a page.
    pub fn new(words: Arc<Words>, language: Language, now: Timestamp) -> Self {
        Self { language, zone: None, now, path: "/".to_owned(), query: String::new(), words }
    }

    /// The message of this key.
    pub fn say(&self, key: &'static str) -> String {
        self.words.say(self.language, &Say::new(key))
    }

    /// The message of this key with its arguments.
    pub fn say_with<const N: usize>(&self, key: &'static str, with: [(&'static str, String); N]) -> String {
        let with = with.into_iter().map(|(name, word)| (name, word.into())).collect();
        self.words.say(self.language, &Say { key, with })
    }

    /// The message of a key that is only known at run time, like an act of the journal.
    pub fn say_key(&self, key: &str) -> String {
        self.words.say_key(self.language, key)
    }

    /// The name of a country.
    pub fn country(&self, country: Country) -> String {
        self.say_key(&format!("country-{country}"))
    }

    /// The city by which people know the zone of this name: `Asia/Kuala_Lumpur` is Kuala Lumpur.
    ///
    /// The catalogue holds the cities that are called differently from their zone, or differently in its languages.
    pub fn city(&self, zone: &str) -> String {
        let last = zone.rsplit('/').next().unwrap_or(zone);
        let key = format!("ui-city-{last}");
        if self.words.has(Language::ENGLISH, &key) { self.say_key(&key) } else { last.replace('_', " ") }
    }

    /// A message that was prepared elsewhere.
    pub fn said(&self, say: &Say) -> String {
        self.words.say(self.language, say)
    }

    /// The words of a text for this reader, as plain text.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.best(self.language).1
    }

    /// The words of a text, marked with their language where it is not the page's.
    pub fn words(&self, text: &Text) -> Markup {
        let (language, words) = text.best(self.language);
        if language == self.language {
            html! { (words) }
        } else {
            let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
            html! { span lang=(language) dir=(direction) { (words) } }
        }
    }

    /// The same path in this reader's language and zone.
    pub fn href(&self, path: &str) -> String {
        let mut href = self.href_in(self.language, path);
        if let Some(name) = self.zone_name() {
            let (before, fragment) = href.split_once('#').map_or((href.as_str(), None), |(a, b)| (a, Some(b)));
            let mark = if before.contains('?') { '&' } else { '?' };
            let mut with_zone = format!("{before}{mark}zone={name}");
            if let Some(fragment) = fragment {
                with_zone.push('#');
                with_zone.push_str(fragment);
            }
            href = with_zone;
        }
        href
    }

    /// A path in another language.
    pub fn href_in(&self, language: Language, path: &str) -> String {
        if language == Language::ENGLISH { path.to_owned() } else { format!("/{language}{path}") }
    }

    /// This very page in another language.
    pub fn here_in(&self, language: Language) -> String {
        let path = self.href_in(language, &self.path);
        if self.query.is_empty() { path } else { format!("{path}?{}", self.query) }
    }

    /// The name of the zone that the reader asked for.
    pub fn zone_name(&self) -> Option<String> {
        self.zone.as_ref().and_then(|it| it.iana_name().map(str::to_owned))
    }

    /// `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        if self.language.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The languages in which the program speaks.
    pub fn languages(&self) -> &[Language] {
        self.words.languages()
    }

    /// The same reader in another language: for letters and documents.
    #[must_use]
    pub fn speaking(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }
}
