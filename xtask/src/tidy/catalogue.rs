//! The message catalogue is whole: what the code says exists, in every language, and is translated.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenTree;

use super::{Finding, tokens};
use crate::tree::Tree;

/// Messages that are rightly the same in both languages, one key a line.
const SAME: &str = include_str!("same-words.txt");

/// A message: where it stands, and its pattern.
struct Message {
    path: String,
    line: usize,
    pattern: String,
}

type Messages = BTreeMap<String, Message>;

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let english = messages(tree, "en", &mut found);
    let french = messages(tree, "fr", &mut found);
    found.extend(missing(&english, &french, "fr"));
    found.extend(missing(&french, &english, "en"));
    found.extend(untranslated(&english, &french));
    found.extend(foreign_arguments(&english, &french));
    for (path, line, key) in said(tree) {
        if !english.contains_key(&key) {
            found.push(Finding::new(&path, line, format!("{key} is said here and stands in no file of locales/en")));
        }
    }
    found
}

/// The messages of a language. A key that stands twice is a finding.
fn messages(tree: &Tree, language: &str, found: &mut Vec<Finding>) -> Messages {
    let mut messages = Messages::new();
    let folder = format!("locales/{language}/");
    for (path, text) in tree.files().filter(|(path, _)| path.starts_with(&folder)) {
        let mut open: Option<String> = None;
        for (number, line) in text.lines().enumerate() {
            if let Some((key, pattern)) = head(line) {
                open = Some(key.to_owned());
                let message = Message { path: path.to_owned(), line: number + 1, pattern: pattern.to_owned() };
                if messages.insert(key.to_owned(), message).is_some() {
                    found.push(Finding::new(path, number + 1, format!("{key} stands twice in this language")));
                }
            } else if line.starts_with(char::is_whitespace)
                && let Some(message) = open.as_ref().and_then(|it| messages.get_mut(it))
            {
                message.pattern.push('\n');
                message.pattern.push_str(line.trim());
            } else if !line.trim().is_empty() {
                open = None;
            }
        }
    }
    messages
}

/// `key = pattern`, at the beginning of a line.
fn head(line: &str) -> Option<(&str, &str)> {
    let (key, pattern) = line.split_once('=')?;
    let key = key.trim_end();
    let shaped = key.starts_with(|it: char| it.is_ascii_alphabetic())
        && key.chars().all(|it| it.is_ascii_alphanumeric() || "-_".contains(it));
    shaped.then_some((key, pattern.trim()))
}

fn missing(here: &Messages, there: &Messages, language: &str) -> Vec<Finding> {
    here.iter()
        .filter(|(key, _)| !there.contains_key(*key))
        .map(|(key, it)| Finding::new(&it.path, it.line, format!("{key} is missing in locales/{language}")))
        .collect()
}

fn untranslated(english: &Messages, french: &Messages) -> Vec<Finding> {
    let same: BTreeSet<&str> = SAME.lines().map(str::trim).collect();
    let equal = french.iter().filter(|(key, it)| english.get(*key).is_some_and(|other| other.pattern == it.pattern));
    equal
        .filter(|(key, it)| !same.contains(key.as_str()) && has_words(&it.pattern))
        .map(|(key, it)| {
            Finding::new(
                &it.path,
                it.line,
                format!("{key} equals its English message; translate it, or list it in xtask/src/tidy/same-words.txt"),
            )
        })
        .collect()
}

/// Whether a pattern says anything besides its arguments.
fn has_words(pattern: &str) -> bool {
    let mut depth = 0_i32;
    pattern.chars().any(|it| {
        depth += match it {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth == 0 && it.is_alphabetic()
    })
}

fn foreign_arguments(english: &Messages, french: &Messages) -> Vec<Finding> {
    let mut found = Vec::new();
    for (key, message) in french {
        let Some(known) = english.get(key).map(|it| arguments(&it.pattern)) else { continue };
        for argument in arguments(&message.pattern).difference(&known) {
            found.push(Finding::new(
                &message.path,
                message.line,
                format!("{key} uses ${argument}, which its English message does not"),
            ));
        }
    }
    found
}

fn arguments(pattern: &str) -> BTreeSet<String> {
    let name = |it: &str| it.chars().take_while(|it| it.is_ascii_alphanumeric() || "-_".contains(*it)).collect();
    pattern.split('$').skip(1).map(name).collect()
}

/// The keys that the code says: path, line, key.
fn said(tree: &Tree) -> Vec<(String, usize, String)> {
    let mut found = Vec::new();
    for (path, text) in tree.spoken() {
        tokens::visit(&tokens::of(text), &mut |list| {
            for (at, token) in list.iter().enumerate() {
                if let Some(key) = tokens::text(token).filter(|it| is_act(it)) {
                    found.push((path.to_owned(), tokens::line(token), key));
                }
                let TokenTree::Group(group) = token else { continue };
                let inside = tokens::inside(group);
                if let Some((line, key)) = asked(list, at, &inside) {
                    found.push((path.to_owned(), line, key));
                }
            }
        });
    }
    found
}

/// Acts of the journal are messages wherever they are named.
fn is_act(word: &str) -> bool {
    word.starts_with("journal-") && word.len() > "journal-".len() && !word.contains([' ', '{']) && !word.ends_with('-')
}

/// The key in the parentheses after `say`, `say_with`, `say_key`, `Say::new` or `rail`, where it is a literal.
fn asked(list: &[TokenTree], at: usize, inside: &[TokenTree]) -> Option<(usize, String)> {
    let name = at.checked_sub(1).and_then(|it| list.get(it));
    let says = ["say", "say_with", "say_key"].iter().any(|it| tokens::is_name(name, it));
    let makes = tokens::is_name(name, "new") && at >= 4 && tokens::is_name(list.get(at - 4), "Say");
    let literal = if says || makes {
        inside.first()
    } else if tokens::is_name(name, "rail") {
        inside.iter().find(|it| tokens::text(it).is_some())
    } else {
        None
    };
    let literal = literal?;
    Some((tokens::line(literal), tokens::text(literal)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(english: &str, french: &str, code: &str) -> Vec<String> {
        let code = format!("//! a\nfn view() {{ {code} }}\n");
        let tree = Tree::of([
            ("locales/en/call.ftl", english),
            ("locales/fr/call.ftl", french),
            ("rooms/call/src/pages.rs", &code),
        ]);
        lean(&tree).into_iter().map(|it| it.what).collect()
    }

    #[test]
    fn a_whole_catalogue_stands() {
        let code = r#"html! { h1 { (reader.say("call-title")) } (reader.say_with("call-left", [])) }"#;
        let english =
            "call-title = Calls\ncall-left = { $count ->\n    [1] One day left\n   *[other] { $count } days left\n }\n";
        let french = "call-title = Appels\ncall-left = Plus que { $count } jours\n";
        assert_eq!(found(english, french, code), Vec::<String>::new());
    }

    #[test]
    fn a_key_that_is_said_and_stands_nowhere_leans() {
        assert_eq!(found("", "", r#"Say::new("call-closed")"#).len(), 1);
        assert_eq!(found("", "", r#"Routes::default().rail(Section::Edition, "call-rail", "/calls")"#).len(), 1);
        assert_eq!(found("", "", r#"Entry::by(&actor, "journal-call-opened", "call", id)"#).len(), 1);
    }

    #[test]
    fn a_key_in_one_language_only_leans() {
        assert_eq!(found("call-title = Calls\n", "", "").len(), 1);
        assert_eq!(found("", "call-title = Appels\n", "").len(), 1);
    }

    #[test]
    fn a_french_message_that_equals_its_english_one_leans() {
        assert_eq!(found("call-title = Calls\n", "call-title = Calls\n", "").len(), 1);
        assert_eq!(found("call-range = { $from }–{ $to }\n", "call-range = { $from }–{ $to }\n", "").len(), 0);
    }

    #[test]
    fn an_argument_that_english_does_not_have_leans() {
        assert_eq!(found("call-left = { $count } left\n", "call-left = Encore { $nombre }\n", "").len(), 1);
    }
}
