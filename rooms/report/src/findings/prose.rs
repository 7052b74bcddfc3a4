//! Prose as the finder reads it, and the way back from its words to where they are written.

use consistency::{Passage, Quote};
use kernel::{Key, Language, Text};
use ui::Reader;

use super::record::{Known, READ, shared_title, themes};
use crate::{
    compose::{Block, Composed, Inline, Laid, Placed, Shown, Spot},
    gather::Gathered,
};

/// Where a piece of prose is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// A chapter of the report, in a language.
    Chapter(Key, Language),
    /// Somewhere else on the desk, with the path of its form; none where there is no form.
    Elsewhere(Option<String>),
}

/// Which words of a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its heading.
    Title,
    /// Its text.
    Text,
}

/// A stretch of a passage that stands so in the source: where in the passage, where in the source, how long; in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    part: Part,
    read: usize,
    written: usize,
    long: usize,
}

/// A passage with the way back.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub passage: Passage,
    pub home: Home,
    /// What it is called.
    pub title: Text,
    /// How many lines and bytes of the passage stand before the source: a chapter's heading.
    pub lead: (usize, usize),
    stretches: Vec<Stretch>,
}

impl Written {
    fn whole(
        place: String,
        home: Home,
        title: &Text,
        language: consistency::Language,
        heading: &str,
        text: &str,
    ) -> Self {
        let stretches = vec![Stretch { part: Part::Text, read: 0, written: 0, long: text.len() }];
        let (heading, text) = (heading.to_owned(), text.to_owned());
        let passage = Passage { place, language, heading, text, is_quotation: false };
        Self { passage, home, title: title.clone(), lead: (0, 0), stretches }
    }

    /// Where words of a quote stand in the source, in bytes; nowhere if a value stands in them.
    pub fn origin(&self, quote: &Quote, long: usize) -> Option<(Part, usize, usize)> {
        let (from, to) = (quote.start, quote.start + long);
        let within = |it: &&Stretch| it.read <= from && to <= it.read + it.long;
        let stretch = self.stretches.iter().find(within)?;
        let written = stretch.written + (from - stretch.read);
        Some((stretch.part, written, written + long))
    }
}

/// The finder's language of a language, if it reads it.
pub(super) fn read(language: Language) -> Option<consistency::Language> {
    READ.into_iter().find(|(it, _)| *it == language).map(|(_, read)| read)
}

/// The chapters of a composed report: their source, with the values in the place of their placeholders.
pub(super) fn chapters(composed: &Composed, sources: &[crate::document::Chapter], language: Language) -> Vec<Written> {
    let Some(reads) = read(language) else { return Vec::new() };
    let written = |told: &crate::compose::Told| {
        let chapter = sources.iter().find(|it| it.key == told.key)?;
        let source = chapter.text.get(language)?;
        let mut values = Vec::new();
        told.blocks.iter().for_each(|it| gather(it, &mut values));
        let (text, stretches) = filled(source, values);
        let (title, before) = (&told.title, "# ");
        let text_at = before.len() + title.len() + 2;
        let moved = stretches.into_iter().map(|it| Stretch { read: it.read + text_at, ..it });
        let title_at = Stretch { part: Part::Title, read: before.len(), written: 0, long: title.len() };
        let passage = Passage {
            place: format!("{}.{language}", told.key),
            language: reads,
            heading: String::new(),
            text: format!("{before}{title}\n\n{text}"),
            is_quotation: false,
        };
        Some(Written {
            passage,
            home: Home::Chapter(told.key.clone(), language),
            title: chapter.title.clone(),
            lead: (2, text_at),
            stretches: std::iter::once(title_at).chain(moved).collect(),
        })
    };
    composed.chapters.iter().filter_map(written).collect()
}

/// The values of a block, each with its place.
fn gather(it: &Placed<Shown, Laid>, values: &mut Vec<(Spot, String)>) {
    let mut line = |words: &[Inline<Shown>]| words.iter().for_each(|it| inline(it, values));
    match &it.block {
        Block::Heading { words, .. } | Block::Paragraph(words) => line(words),
        Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).for_each(|it| line(it)),
        Block::List { items, .. } => items.iter().flatten().for_each(|it| gather(it, values)),
        Block::Quote(blocks) => blocks.iter().for_each(|it| gather(it, values)),
        Block::Code(_) | Block::Piece(_) => {}
    }
}

fn inline(it: &Inline<Shown>, values: &mut Vec<(Spot, String)>) {
    match it {
        Inline::Strong(all) | Inline::Emphasis(all) | Inline::Link { words: all, .. } => {
            for it in all {
                inline(it, values);
            }
        }
        Inline::Value(shown, spot) => values.push((*spot, shown.words().to_owned())),
        Inline::Words(_) | Inline::Code(_) | Inline::Break => {}
    }
}

/// A source with every placeholder replaced: a value by its words, a piece of the record by nothing.
fn filled(source: &str, values: Vec<(Spot, String)>) -> (String, Vec<Stretch>) {
    let mut values: Vec<(usize, String)> =
        values.into_iter().filter_map(|(spot, words)| Some((offset(source, spot)?, words))).collect();
    values.sort();
    let (mut text, mut stretches, mut from) = (String::with_capacity(source.len()), Vec::new(), 0);
    let mut keep = |from: usize, to: usize, text: &mut String| {
        stretches.push(Stretch { part: Part::Text, read: text.len(), written: from, long: to - from });
        text.push_str(&source[from..to]);
    };
    while let Some(at) = source[from..].find("{{").map(|it| it + from) {
        let Some(end) = source[at..].find("}}").map(|it| it + at + 2) else { break };
        keep(from, at, &mut text);
        if let Some((_, words)) = values.iter().find(|(it, _)| *it == at) {
            text.push_str(words);
        }
        from = end;
    }
    keep(from, source.len(), &mut text);
    (text, stretches)
}

/// Where in a source a line and a column are, in bytes.
fn offset(source: &str, spot: Spot) -> Option<usize> {
    let line = source.split_inclusive('\n').take(spot.line.checked_sub(1)?).map(str::len).sum::<usize>();
    let column = source.get(line..)?.char_indices().nth(spot.column.checked_sub(1)?);
    Some(line + column.map_or(0, |(at, _)| at))
}

/// A text of the edition itself, and the placeholders with which a chapter prints it.
pub(super) struct Own {
    pub written: Written,
    printed_by: Vec<String>,
}

impl Own {
    /// Whether chapters print it in a language.
    pub fn is_printed(&self, chapters: &[crate::document::Chapter], language: Language) -> bool {
        let texts = || chapters.iter().filter_map(|it| it.text.get(language));
        self.printed_by.iter().any(|piece| texts().any(|it| it.contains(piece)))
    }
}

/// The edition's own prose in a language: summaries of activities and events, texts, topics of sessions.
pub(super) fn of_edition(of: &Gathered, known: &Known, reader: &Reader) -> Vec<Own> {
    let (here, language) = (&of.here, reader.language);
    let Some(reads) = read(language) else { return Vec::new() };
    let whole = |place: &str, path: Option<String>, title: &Text, heading: &str, text: &str| {
        let home = Home::Elsewhere(path.map(|it| here.desk(&it)));
        Written::whole(format!("{place}.{language}"), home, title, reads, heading, text)
    };
    let mut own = Vec::new();
    for it in &of.activities {
        let of_series = it.theme.as_ref().map(|theme| format!("{{{{series:{theme}}}}}"));
        let text = it.summary.get(language).unwrap_or_default();
        let path = Some(format!("activities/{}", it.key));
        own.push(Own {
            written: whole(&format!("activity:{}", it.key), path, &it.title, reader.text(&it.title), text),
            printed_by: of_series.into_iter().chain([format!("{{{{activity:{}}}}}", it.key)]).collect(),
        });
    }
    for it in &known.events {
        let text = it.summary.get(language).unwrap_or_default();
        own.push(Own {
            written: whole(
                &format!("event:{}", it.key),
                Some(format!("events/{}", it.key)),
                &it.title,
                reader.text(&it.title),
                text,
            ),
            printed_by: vec!["{{events}}".to_owned()],
        });
    }
    for it in &known.prose {
        let title = title_of(&of.activities, &it.key);
        let (text, path) = (it.text.get(language).unwrap_or_default(), Some(format!("texts/{}", it.key)));
        let heading = title.get(language).unwrap_or_default();
        let written = whole(&format!("text:{}", it.key), path, &title, heading, text);
        own.push(Own { written, printed_by: Vec::new() });
    }
    for it in &of.sessions {
        let topic = it.topic.as_ref().and_then(|it| it.get(language)).unwrap_or_default();
        let path = Some(format!("sessions/{}", it.key));
        let written = whole(&format!("session:{}", it.key), path, &it.title, reader.text(&it.title), topic);
        own.push(Own { written, printed_by: Vec::new() });
    }
    own.retain(|it| !it.written.passage.text.trim().is_empty());
    own
}

/// What a text of the edition is about: an activity, the series; otherwise its own key.
fn title_of(activities: &[programme::Activity], key: &str) -> Text {
    let activity = key.strip_prefix("activity-").and_then(|key| activities.iter().find(|it| it.key.as_str() == key));
    if let Some(it) = activity {
        return it.title.clone();
    }
    let series = themes(activities).next().filter(|_| key == "workshop-series");
    series.map_or_else(|| Text::one(Language::ENGLISH, key), |theme| shared_title(activities, theme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_to_where_they_stand_in_the_source_and_values_lead_nowhere() {
        let source = "Ünder {{a.b}} one\ntwo {{c.d|words}} days\n\n{{activity:x}}\n";
        let spot = |line, column| Spot { line, column };
        let (text, stretches) = filled(source, vec![(spot(2, 5), "three".into()), (spot(1, 7), "41".into())]);
        assert_eq!(text, "Ünder 41 one\ntwo three days\n\n\n");
        let written = Written {
            passage: Passage { text: text.clone(), ..Passage::default() },
            home: Home::Elsewhere(None),
            title: Text::default(),
            lead: (0, 0),
            stretches,
        };
        let quote = |words: &str| Quote {
            place: String::new(),
            line: 1,
            column: 1,
            start: text.find(words).unwrap(),
            words: words.to_owned(),
        };
        let (part, from, to) = written.origin(&quote("days"), 4).unwrap();
        assert_eq!((part, &source[from..to]), (Part::Text, "days"));
        assert_eq!(written.origin(&quote("three"), 5), None);
        assert_eq!(written.origin(&quote("two three"), 9), None);
    }
}
