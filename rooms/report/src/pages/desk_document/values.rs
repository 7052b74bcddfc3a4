//! What can be put into a chapter: figures with what they come to today, dates and places, pieces of the record.

use kernel::Language;
use programme::Activity;
use ui::{Markup, Reader, html};

use crate::gather::Gathered;

/// Pieces that take nothing further, and the messages that say what they show.
const PIECES: [(&str, &str); 16] = [
    ("aims", "report-piece-aims"),
    ("activities", "report-piece-activities"),
    ("chart:timeline", "report-piece-timeline"),
    ("chart:outcomes", "report-piece-outcomes"),
    ("chart:groups", "report-piece-groups"),
    ("chart:countries", "report-piece-countries"),
    ("quotations", "report-piece-quotations"),
    ("communique", "report-piece-communique"),
    ("recommendations", "report-piece-recommendations"),
    ("events", "report-piece-events"),
    ("acknowledgements", "report-piece-acknowledgements"),
    ("targets", "report-piece-targets"),
    ("definitions", "report-piece-definitions"),
    ("waivers", "report-piece-waivers"),
    ("changes", "report-piece-changes"),
    ("series:navigating-ecosystems", "report-piece-series"),
];

/// A group of placeholders under one name.
pub(super) struct Group {
    name: String,
    items: Vec<Item>,
}

/// A placeholder: what stands in the text, what it is called, and what it comes to now.
struct Item {
    written: String,
    name: String,
    now: Option<String>,
}

/// Everything that a chapter of the edition can hold; `speaking` reads the language of the chapter.
pub(super) fn all(of: &Gathered, reader: &Reader, speaking: &Reader) -> Vec<Group> {
    let mut groups = vec![
        Group { name: reader.say("report-insert-pieces"), items: pieces(speaking) },
        Group { name: reader.say("report-insert-dates"), items: dates(speaking, &of.activities) },
    ];
    for figure in &of.figures {
        let family = figure.key().split('.').next().unwrap_or_default().to_owned();
        let name = reader.say_with("report-insert-figures", [("family", family)]);
        let item = Item {
            written: figure.key().to_owned(),
            name: figure.indicator.title.in_words(speaking),
            now: figure.show(speaking),
        };
        match groups.iter_mut().find(|it| it.name == name) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { name, items: vec![item] }),
        }
    }
    groups
}

fn pieces(reader: &Reader) -> Vec<Item> {
    PIECES
        .iter()
        .map(|(written, name)| Item { written: (*written).to_owned(), name: reader.say(name), now: None })
        .collect()
}

fn dates(reader: &Reader, activities: &[Activity]) -> Vec<Item> {
    let of = |it: &Activity| {
        let name = reader.text(&it.title).to_owned();
        ["dates", "place", "activity"].map(|kind| Item {
            written: format!("{kind}:{}", it.key),
            name: name.clone(),
            now: None,
        })
    };
    activities.iter().flat_map(of).collect()
}

/// The placeholders, each a button that puts it into the text: where the cursor stands, or at the end without script.
pub(super) fn view(reader: &Reader, groups: &[Group], language: Language) -> Markup {
    html! {
        h2.send { (reader.say("report-insert")) }
        p.hint { (reader.say("report-insert-hint")) }
        @for group in groups {
            details {
                summary { (group.name) }
                ul.inserts {
                    @for it in &group.items {
                        li {
                            button.insert type="submit" name="insert" value={"{{" (it.written) "}}"} { code { (it.written) } }
                            " " span.meta lang=(language) { (it.name) @if let Some(now) = &it.now { ": " strong { (now) } } }
                        }
                    }
                }
            }
        }
    }
}
