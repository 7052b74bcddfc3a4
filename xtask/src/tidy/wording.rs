//! Every word that a reader sees comes from the catalogue: markup holds no text of its own.

use proc_macro2::{Delimiter, TokenTree};

use super::{Finding, tokens};
use crate::tree::Tree;

/// Attributes whose words a reader sees or hears.
const SPOKEN: [&str; 5] = ["title", "alt", "placeholder", "label", "content"];

/// Words that are the same in every language.
const UNIVERSAL: [&str; 7] = ["UTC", "PDF", "CSV", "ICS", "Convoke", "n", "JSON"];

pub(super) fn lean(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.spoken() {
        tokens::visit(&tokens::of(text), &mut |list| {
            for (at, token) in list.iter().enumerate() {
                if let TokenTree::Group(group) = token
                    && tokens::is_sign(at.checked_sub(1).and_then(|it| list.get(it)), '!')
                    && tokens::is_name(at.checked_sub(2).and_then(|it| list.get(it)), "html")
                {
                    for (line, words) in texts(&tokens::inside(group)) {
                        found.push(Finding::new(
                            path,
                            line,
                            format!("say {words:?} through the catalogue (`reader.say(…)`)"),
                        ));
                    }
                }
            }
        });
    }
    found
}

/// The literal texts of a piece of markup that a reader would read.
fn texts(list: &[TokenTree]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < list.len() {
        let token = &list[at];
        let before = at.checked_sub(1).and_then(|it| list.get(it));
        let after = list.get(at + 1);
        if tokens::is_sign(Some(token), '@') && tokens::is_name(after, "let") {
            at += list[at..].iter().position(|it| tokens::is_sign(Some(it), ';')).unwrap_or(list.len());
            continue;
        }
        let value = tokens::is_sign(before, '=');
        match token {
            TokenTree::Literal(literal) => {
                let pattern =
                    tokens::is_sign(after, '=') || tokens::is_sign(after, '|') || tokens::is_sign(before, '|');
                let name = tokens::is_sign(before, '.') || tokens::is_sign(before, '#');
                let quiet = name || pattern || (value && !is_spoken(list, at));
                if let Some(words) = tokens::words(literal).filter(|it| !quiet && is_text(it)) {
                    found.push((tokens::line(token), words));
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && (!value || is_spoken(list, at)) => {
                found.extend(texts(&tokens::inside(group)));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Whether the value at this place belongs to an attribute that is read: `title=…`, `aria-label=…`.
fn is_spoken(list: &[TokenTree], at: usize) -> bool {
    let name = at.checked_sub(2).and_then(|it| list.get(it));
    let meta = list[..at].iter().rev().take(12).any(|it| tokens::is_name(Some(it), "meta"));
    SPOKEN.iter().any(|it| tokens::is_name(name, it)) && !meta
}

fn is_text(words: &str) -> bool {
    let bare: Vec<&str> =
        words.split(|it: char| !it.is_alphanumeric()).filter(|it| it.chars().any(char::is_alphabetic)).collect();
    bare.iter().any(|it| !UNIVERSAL.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markup: &str) -> Vec<String> {
        let text = format!("//! a\nfn view() -> Markup {{ html! {{ {markup} }} }}\n");
        lean(&Tree::of([("rooms/call/src/pages/show.rs", &text)])).into_iter().map(|it| it.what).collect()
    }

    #[test]
    fn text_in_markup_leans() {
        assert_eq!(found(r#"h1 { "Welcome" }"#).len(), 1);
        assert_eq!(found(r#"@if open { p { (reader.say("call-open")) " until noon" } }"#).len(), 1);
        assert_eq!(found(r#"img alt="A map of the world" src=(path);"#).len(), 1);
        assert_eq!(found(r#"nav aria-label={ "Pages of " (name) } { }"#).len(), 1);
    }

    #[test]
    fn names_values_patterns_and_signs_do_not_lean() {
        assert_eq!(
            found(r#"a.quiet."wide-one" href={"/sessions/" (key)} type="button" { " · " (name) " UTC" }"#),
            Vec::<String>::new()
        );
        assert_eq!(found(r#"@match kind { "training" | "summit" => { (x) } _ => { "–" } }"#), Vec::<String>::new());
        assert_eq!(found(r#"@let path = "desk"; @if name == "zone" { (f("some words")) }"#), Vec::<String>::new());
        assert_eq!(found(r#"meta name="robots" content="noindex";"#), Vec::<String>::new());
    }
}
