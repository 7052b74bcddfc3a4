//! The message catalogue: Fluent files, one folder a language, one file a room.

use std::{borrow::Cow, collections::HashMap};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use kernel::{Language, Say, Word};

/// The files of the catalogue: language, file name, text.
const FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The messages of the program in every language that it speaks.
pub struct Words {
    bundles: HashMap<Language, FluentBundle<FluentResource>>,
    languages: Vec<Language>,
}

/// Every file of the catalogue, for the tests that compare the languages.
pub fn catalogue() -> &'static [(&'static str, &'static str, &'static str)] {
    FILES
}

impl Words {
    /// Reads the catalogue. A file that cannot be parsed keeps its sound messages; a test names the others.
    pub fn load() -> Self {
        let mut bundles: HashMap<Language, FluentBundle<FluentResource>> = HashMap::new();
        let mut languages = Vec::new();
        for (tag, _, text) in FILES {
            let Ok(language) = tag.parse::<Language>() else { continue };
            if !languages.contains(&language) {
                languages.push(language);
            }
            let bundle = bundles.entry(language).or_insert_with(|| new_bundle(tag));
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(sound, _)| sound);
            bundle.add_resource_overriding(resource);
        }
        Self { bundles, languages }
    }

    /// The languages in which the program speaks, in the order of their tags.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// Whether the catalogue has a message of this key in exactly this language.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundles.get(&language).is_some_and(|it| it.has_message(key))
    }

    /// Says a message in a language; in English where that language lacks it, as its bare key where English does.
    pub fn say(&self, language: Language, say: &Say) -> String {
        if language == Language::MIRRORED {
            return mirrored(&self.say(Language::ENGLISH, say));
        }
        let mut args = FluentArgs::new();
        for (name, word) in &say.with {
            let value = match word {
                Word::Text(text) => FluentValue::String(Cow::Borrowed(text.as_str())),
                Word::Number(number) => FluentValue::from(*number),
                Word::Say(inner) => FluentValue::String(Cow::Owned(self.say(language, inner))),
            };
            args.set(*name, value);
        }
        [language, Language::ENGLISH]
            .into_iter()
            .find_map(|language| self.format(language, say.key, &args))
            .unwrap_or_else(|| format!("⟦{}⟧", say.key))
    }

    /// Says the message of a key that is only known at run time, without arguments; the key itself where there is none.
    pub fn say_key(&self, language: Language, key: &str) -> String {
        let spoken = if language == Language::MIRRORED { Language::ENGLISH } else { language };
        let args = FluentArgs::new();
        let words = [spoken, Language::ENGLISH].into_iter().find_map(|it| self.format(it, key, &args));
        let words = words.unwrap_or_else(|| key.to_owned());
        if language == Language::MIRRORED { mirrored(&words) } else { words }
    }

    fn format(&self, language: Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

fn new_bundle(tag: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    // Names and numbers are isolated by the markup (`bdi`), where screen readers and searches do not meet marks.
    bundle.set_use_isolating(false);
    bundle
}

/// English between brackets that show where a text ends: what is not bracketed was not taken from the catalogue.
fn mirrored(words: &str) -> String {
    format!("⟨{words}⟩")
}
