//! Fills the placeholders of a chapter from what was gathered; what cannot be filled becomes a fault and stays visible.

use host::figures::{Display, State};
use jiff::civil::Date;
use kernel::Say;
use programme::ActivityKind;
use ui::Reader;

use super::{
    fault::{Fault, unknown},
    matter::{Block, Inline, Placed, Spot, set_all, words_of},
    pieces::Laid,
    placeholder::{Form, Piece, Value},
};
use crate::{Figure, elements, gather::Gathered};

/// A value as a sentence shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A figure; it leads to its definition.
    Figure {
        /// The indicator's key.
        key: String,
        /// The words.
        words: String,
        /// The page of its definition.
        path: String,
    },
    /// A fact of the record.
    Fact {
        /// The words.
        words: String,
        /// The page that tells more, where there is one.
        path: Option<String>,
    },
    /// A placeholder that could not be filled, with the mark that says so.
    Missing(String),
}

impl Shown {
    /// The words that stand in the sentence.
    pub fn words(&self) -> &str {
        match self {
            Self::Figure { words, .. } | Self::Fact { words, .. } | Self::Missing(words) => words,
        }
    }
}

/// A chapter while it is set.
pub(super) struct Setting<'a> {
    pub of: &'a Gathered,
    pub reader: &'a Reader,
    /// What the chapter is called.
    pub title: &'a str,
    /// The keys of the figures shown so far, in their order.
    pub used: &'a mut Vec<String>,
    /// Whether the chapter has said something in words of its own.
    pub told: bool,
    pub faults: Vec<Fault>,
}

/// What a key of the record speaks of.
pub(super) struct Subject {
    title: String,
    starts_on: Date,
    ends_on: Date,
    place: String,
    path: Option<String>,
}

impl Setting<'_> {
    /// Fills every placeholder of a chapter.
    pub fn blocks(&mut self, blocks: Vec<Placed<Value, Piece>>) -> Vec<Placed<Shown, Laid>> {
        let set = |it: Placed<Value, Piece>| Placed { spot: it.spot, block: self.block(it.block, it.spot) };
        blocks.into_iter().map(set).collect()
    }

    fn block(&mut self, block: Block<Value, Piece>, spot: Spot) -> Block<Shown, Laid> {
        match block {
            Block::Heading { depth, words } => Block::Heading { depth, words: self.line(words) },
            Block::Paragraph(words) => {
                self.told = true;
                Block::Paragraph(self.line(words))
            }
            Block::List { first, items } => {
                Block::List { first, items: items.into_iter().map(|it| self.blocks(it)).collect() }
            }
            Block::Quote(blocks) => Block::Quote(self.blocks(blocks)),
            Block::Code(words) => Block::Code(words),
            Block::Table { head, rows } => Block::Table {
                head: head.into_iter().map(|it| self.line(it)).collect(),
                rows: rows.into_iter().map(|row| row.into_iter().map(|it| self.line(it)).collect()).collect(),
            },
            Block::Piece(piece) => Block::Piece(self.laid(piece, spot)),
        }
    }

    fn line(&mut self, line: Vec<Inline<Value>>) -> Vec<Inline<Shown>> {
        let around = words_of(&line, &|_: &Value| String::new()).to_lowercase();
        let marks = self.reader.say("report-compose-planned-marks");
        let marked = marks.split(',').any(|it| around.contains(it.trim()));
        let begins = matches!(line.first(), Some(Inline::Value(..)));
        let mut set = set_all(line, &mut |it, spot| self.value(&it, spot, marked));
        if begins && let Some(Inline::Value(Shown::Figure { words, .. }, _)) = set.first_mut() {
            *words = capital(words);
        }
        set
    }

    fn value(&mut self, value: &Value, spot: Spot, marked: bool) -> Shown {
        let shown = match value {
            Value::Figure { key, form } => self.figure_in_words(key, *form, marked),
            Value::Broken(raw) => return Shown::Missing(self.mark(raw)),
            Value::Dates(key) => self.fact("dates", key, |it, reader| Some(reader.days(it.starts_on, it.ends_on))),
            Value::Starts(key) => self.fact("starts", key, |it, reader| Some(reader.day(it.starts_on))),
            Value::Ends(key) => self.fact("ends", key, |it, reader| Some(reader.day(it.ends_on))),
            Value::Place(key) => self.fact("place", key, |it, _| Some(it.place.clone()).filter(|it| !it.is_empty())),
            Value::Title(key) => self.fact("title", key, |it, _| Some(it.title.clone())),
        };
        shown.unwrap_or_else(|say| Shown::Missing(self.missing(spot, say)))
    }

    /// Notes a fault, and gives the mark that stands in its place.
    pub fn missing(&mut self, spot: Spot, say: Say) -> String {
        let why = self.reader.said(&say);
        self.faults.push(Fault::at(spot, say));
        self.mark(&why)
    }

    fn mark(&self, why: &str) -> String {
        self.reader.say_with("report-compose-not-computable", [("why", why.to_owned())])
    }

    /// The figure of a key, if it is known and can be computed.
    pub fn figure(&mut self, key: &str) -> Result<Figure, Say> {
        let found = self.of.figures.iter().find(|it| it.key() == key);
        let Some(found) = found else {
            let known = self.of.indicators.iter().map(|it| it.key.as_str());
            let pair = ("report-compose-unknown-figure", "report-compose-unknown-figure-near");
            return Err(unknown(pair, key, known));
        };
        if found.value.is_none() {
            return Err(Say::new("report-compose-nothing-counted").with("word", key));
        }
        if !self.used.iter().any(|it| it == key) {
            self.used.push(key.to_owned());
        }
        Ok(found.clone())
    }

    fn figure_in_words(&mut self, key: &str, form: Form, marked: bool) -> Result<Shown, Say> {
        let figure = self.figure(key)?;
        let nothing = || Say::new("report-compose-nothing-counted").with("word", key);
        let mut words = in_form(&figure, form, self.reader)?.ok_or_else(nothing)?;
        if figure.indicator.state == State::Planned && !marked {
            words = self.reader.say_with("report-compose-planned", [("figure", words)]);
        }
        Ok(Shown::Figure { key: key.to_owned(), words, path: figure.path(&self.of.here) })
    }

    fn fact(
        &self,
        kind: &'static str,
        key: &str,
        say: impl Fn(&Subject, &Reader) -> Option<String>,
    ) -> Result<Shown, Say> {
        let subject = self.subject(key)?;
        let nothing = || Say::new("report-compose-not-recorded").with("kind", kind).with("word", key);
        let words = say(&subject, self.reader).ok_or_else(nothing)?;
        Ok(Shown::Fact { words, path: subject.path.filter(|_| kind == "title") })
    }

    /// What a key speaks of: the edition, an activity, a theme, a session, or an event of others.
    fn subject(&self, key: &str) -> Result<Subject, Say> {
        let (of, reader) = (self.of, self.reader);
        if key == "edition" {
            let it = &of.here.edition;
            let title = reader.text(&it.title).to_owned();
            let path = Some(format!("{}/", of.here.path()));
            return Ok(Subject { title, starts_on: it.starts_on, ends_on: it.ends_on, place: String::new(), path });
        }
        if let Some(it) = of.activities.iter().find(|it| it.key.as_str() == key) {
            return Ok(Subject {
                title: reader.text(&it.title).to_owned(),
                starts_on: it.starts_on,
                ends_on: it.ends_on,
                place: elements::place(reader, it.mode, it.place.as_ref()),
                path: Some(of.here.page(&format!("activities/{}", it.key))),
            });
        }
        if let Some(it) = elements::series_of(of, reader, key) {
            let (title, starts_on, ends_on, place) = (it.title, it.starts_on, it.ends_on, it.place);
            return Ok(Subject { title, starts_on, ends_on, place, path: None });
        }
        if let Some(it) = of.sessions.iter().find(|it| it.key.as_str() == key) {
            return Ok(Subject {
                title: reader.text(it.topic.as_ref().filter(|it| !it.is_empty()).unwrap_or(&it.title)).to_owned(),
                starts_on: it.held_on,
                ends_on: it.held_on,
                place: elements::place(reader, it.mode, it.place.as_ref()),
                path: Some(of.here.page(&format!("sessions/{}", it.key))),
            });
        }
        if let Some(it) = of.events.iter().find(|it| it.key.as_str() == key) {
            let (title, place) = (reader.text(&it.title).to_owned(), reader.text(&it.place).to_owned());
            return Ok(Subject { title, starts_on: it.held_on, ends_on: it.held_on, place, path: None });
        }
        let pair = ("report-compose-unknown-subject", "report-compose-unknown-subject-near");
        Err(unknown(pair, key, self.subjects().iter().map(String::as_str)))
    }

    /// Every key that a date, a place or a title can be asked of.
    fn subjects(&self) -> Vec<String> {
        let of = self.of;
        let themes =
            of.activities.iter().filter(|it| it.kind == ActivityKind::Series).filter_map(|it| it.theme.clone());
        let activities = of.activities.iter().map(|it| it.key.to_string()).chain(themes);
        let sessions = of.sessions.iter().map(|it| it.key.to_string());
        let events = of.events.iter().map(|it| it.key.to_string());
        std::iter::once("edition".to_owned()).chain(activities).chain(sessions).chain(events).collect()
    }
}

/// A figure in one of its forms; `Err` where the form does not suit it.
fn in_form(figure: &Figure, form: Form, reader: &Reader) -> Result<Option<String>, Say> {
    let Some(value) = figure.value else { return Ok(None) };
    let share = figure.indicator.display.is_share();
    Ok(match form {
        Form::Shown if share => share_in_full(figure, reader, figure.indicator.display),
        Form::Words if share => share_in_full(figure, reader, Display::Fraction),
        Form::N if share => figure.show(reader).zip(value.of).map(|(shown, answered)| {
            let say = Say::new("report-compose-share-n").with("shown", shown).with("n", reader.number(answered));
            reader.said(&say)
        }),
        Form::N => return Err(Say::new("report-compose-no-share").with("word", figure.key())),
        Form::Shown => figure.show(reader),
        Form::Exact => figure.exact(reader),
        Form::Words => number_word(reader, value.number).or_else(|| figure.show(reader)),
    })
}

/// A share with its n, and where it is known of how many who were asked, and how many of them answered.
fn share_in_full(figure: &Figure, reader: &Reader, display: Display) -> Option<String> {
    let value = figure.value?;
    let (shown, answered) = (display.show(reader, value), value.of?);
    let say = match value.asked.filter(|it| *it > 0) {
        None => Say::new("report-compose-share-n").with("shown", shown).with("n", reader.number(answered)),
        Some(asked) => {
            let rate = host::figures::percent(host::figures::Value { number: answered, of: Some(asked), asked: None });
            Say::new("report-compose-share-asked")
                .with("shown", shown)
                .with("n", reader.number(answered))
                .with("asked", reader.number(asked))
                .with("rate", reader.percent(rate))
        }
    };
    Some(reader.said(&say))
}

/// The word of a small number; one that depends on the gender of what it counts has none.
fn number_word(reader: &Reader, number: i64) -> Option<String> {
    let words = reader.say("report-compose-number-words");
    let word = words.split(',').nth(usize::try_from(number).ok()?.checked_sub(1)?)?.trim();
    (!word.is_empty() && word != "-").then(|| word.to_owned())
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
