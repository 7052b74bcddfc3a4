//! What can be put into a chapter: figures with what they come to today, dates and places, pieces of the record.

use std::collections::BTreeSet;

use kernel::Language;
use programme::Activity;
use ui::{Markup, Reader, html};

use crate::{Figure, gather::Gathered};

/// Pieces that take nothing further, and the messages that say what they show.
const PIECES: [(&str, &str); 15] = [
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
        Group { name: reader.say("report-insert-pieces"), items: pieces(speaking, &of.activities) },
        Group { name: reader.say("report-insert-dates"), items: dates(speaking, &of.activities) },
    ];
    for figure in &of.figures {
        let name = reader.say_with("report-insert-figures", [("of", subject(of, reader, figure))]);
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

/// Of what a figure tells: the activity whose kind its key begins with, where there is one, or else its room's matter.
fn subject(of: &Gathered, reader: &Reader, figure: &Figure) -> String {
    let kind = figure.key().split('.').next().unwrap_or_default();
    let mut of_kind = of.activities.iter().filter(|it| it.kind.to_string() == kind);
    if let (Some(only), None) = (of_kind.next(), of_kind.next()) {
        return reader.text(&only.title).to_owned();
    }
    reader.say(match figure.indicator.room {
        "programme" => "report-insert-of-programme",
        "people" => "report-insert-of-people",
        "agenda" => "report-insert-of-agenda",
        "outreach" => "report-insert-of-outreach",
        _ => "report-insert-of-edition",
    })
}

fn pieces(reader: &Reader, activities: &[Activity]) -> Vec<Item> {
    let alone = PIECES.iter().map(|(written, name)| ((*written).to_owned(), *name));
    let themes: BTreeSet<&str> = activities.iter().filter_map(|it| it.theme.as_deref()).collect();
    let series = themes.into_iter().map(|it| (format!("series:{it}"), "report-piece-series"));
    alone.chain(series).map(|(written, name)| Item { written, name: reader.say(name), now: None }).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{AFTERWARDS, demonstration};

    #[tokio::test]
    async fn figures_stand_under_the_title_of_their_activity_in_the_readers_language() {
        let (test, here) = demonstration(AFTERWARDS).await;
        let of = Gathered::for_desk(&test.app, &here, test.app.clock.now()).await.unwrap();
        let cases = [
            (Language::ENGLISH, "Figures: Asia-Europe Training on Science and Technology Diplomacy"),
            (Language::FRENCH, "Chiffres\u{a0}: Formation Asie-Europe à la diplomatie scientifique et technologique"),
        ];
        for (language, name) in cases {
            let reader = test.app.reader(language);
            let groups = all(&of, &reader, &test.app.reader(Language::ENGLISH));
            let group = groups.iter().find(|it| it.name == name).unwrap();
            assert!(group.items.iter().any(|it| it.written == "training.participants"));
            let holds = |it: &&Group| it.items.iter().any(|it| it.written == "call.applicants");
            let of_people = reader.say("report-insert-of-people");
            assert!(groups.iter().find(holds).unwrap().name.ends_with(&of_people), "{language}");
        }
    }
}
