//! Reads prose: sentences with their dates, numbers and subjects.

pub(crate) mod blocks;
pub(crate) mod dates;
pub(crate) mod lexicon;
pub(crate) mod numbers;
pub(crate) mod scope;
pub(crate) mod tokens;
#[rustfmt::skip]
pub(crate) mod words_en;
#[rustfmt::skip]
pub(crate) mod words_fr;

use crate::finding::Quote;
use crate::model::{Language, Passage, Record};
use blocks::Role;
use dates::Span;
use lexicon::Match;
use numbers::Number;
use scope::{Subject, Subjects};
use tokens::{Address, Kind, Token};

/// A sentence, a heading, an item or a cell.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub to: usize,
    /// Which block it is in.
    pub block: usize,
    /// What the block is.
    pub role: Role,
    /// The heading above it, as a place among the sentences.
    pub heading: Option<usize>,
    /// Its dates.
    pub dates: Vec<Span>,
    /// Its numbers that are no part of a date.
    pub numbers: Vec<Number>,
    /// What it names.
    pub named: Vec<Match<Subject>>,
    /// What the text above it names.
    pub carried: Vec<Subject>,
    /// Whether it stands among results.
    pub among_results: bool,
}

impl Sentence {
    /// What it names, each once.
    pub fn subjects(&self) -> Vec<Subject> {
        let mut subjects = Vec::new();
        for it in &self.named {
            if !subjects.contains(&it.meaning) {
                subjects.push(it.meaning);
            }
        }
        subjects
    }

    /// What it is about: what it names, else what the text above it names.
    pub fn about(&self) -> Vec<Subject> {
        let named = self.subjects();
        if named.is_empty() { self.carried.clone() } else { named }
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.role, Role::Heading(_))
    }
}

/// A passage, read.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub passage: &'a Passage,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub links: Vec<Address>,
    lines: Vec<usize>,
}

impl Page<'_> {
    /// The words between two tokens, and where they stand.
    pub fn quote(&self, from: usize, to: usize) -> Quote {
        let start = self.tokens.get(from).map_or(0, |it| it.start);
        let end = to.checked_sub(1).and_then(|it| self.tokens.get(it)).map_or(start, |it| it.end.max(start));
        self.quote_bytes(start, end)
    }

    /// The words between two bytes, and where they stand.
    pub fn quote_bytes(&self, start: usize, end: usize) -> Quote {
        let line = self.lines.partition_point(|it| *it <= start).max(1);
        let text = &self.passage.text;
        let before = text.get(self.lines[line - 1]..start).unwrap_or("");
        Quote {
            place: self.passage.place.clone(),
            line,
            column: before.chars().count() + 1,
            start,
            words: text.get(start..end).unwrap_or("").to_owned(),
        }
    }

    /// The folded word at a place; empty outside of the text.
    pub fn low(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.low.as_str())
    }

    /// The folded word before a place, if the sentence reaches there.
    pub fn before(&self, sentence: &Sentence, at: usize, back: usize) -> &str {
        at.checked_sub(back).filter(|it| *it >= sentence.from).map_or("", |it| self.low(it))
    }

    /// The folded word after a place, if the sentence reaches there.
    pub fn after(&self, sentence: &Sentence, at: usize, ahead: usize) -> &str {
        if at + ahead < sentence.to { self.low(at + ahead) } else { "" }
    }

    /// Whether any of these words stands in the sentence.
    pub fn has(&self, sentence: &Sentence, words: &[&str]) -> bool {
        self.tokens[sentence.from..sentence.to].iter().any(|it| it.is_word() && words.contains(&it.low.as_str()))
    }
}

/// Reads a passage.
pub(crate) fn page<'a>(passage: &'a Passage, subjects: &Subjects, record: &Record) -> Page<'a> {
    let language = passage.language;
    let mut page = Page {
        passage,
        tokens: Vec::new(),
        sentences: Vec::new(),
        links: Vec::new(),
        lines: std::iter::once(0).chain(passage.text.match_indices('\n').map(|it| it.0 + 1)).collect(),
    };
    for (index, block) in blocks::blocks(&passage.text).into_iter().enumerate() {
        let first = page.tokens.len();
        for (from, to) in &block.lines {
            tokens::read(&passage.text, *from, *to, language, &mut page.tokens, &mut page.links);
        }
        let role = if passage.is_quotation { Role::Quotation } else { block.role };
        split(&mut page, first, index, role);
    }
    for index in 0..page.sentences.len() {
        let mut sentence = page.sentences[index].clone();
        sentence.dates = dates::dates(&page.tokens, sentence.from, sentence.to, language);
        sentence.numbers = numbers::numbers(&page.tokens, sentence.from, sentence.to, language);
        sentence.numbers.retain(|it| !sentence.dates.iter().any(|date| date.from < it.to && it.from < date.to));
        sentence.named = subjects.named(&page.tokens, &sentence, language);
        page.sentences[index] = sentence;
    }
    carry(&mut page, subjects, record);
    page
}

/// Cuts a block into sentences.
fn split(page: &mut Page<'_>, first: usize, block: usize, role: Role) {
    let mut from = first;
    let end = page.tokens.len();
    for at in first..end {
        let last = at + 1 == end;
        let ends = !matches!(role, Role::Heading(_)) && !last && ends_sentence(page, from, at);
        if last || ends {
            page.sentences.push(Sentence {
                from,
                to: at + 1,
                block,
                role,
                heading: None,
                dates: Vec::new(),
                numbers: Vec::new(),
                named: Vec::new(),
                carried: Vec::new(),
                among_results: false,
            });
            from = at + 1;
        }
    }
}

/// Words behind which a point ends no sentence.
const SHORT: &[&str] = &[
    "dr", "prof", "mr", "mrs", "ms", "assoc", "e", "g", "i", "no", "vol", "st", "m", "mm", "mme", "mlle", "p", "pr",
    "cf", "etc", "vs", "approx", "hon", "h", "s",
];

fn ends_sentence(page: &Page<'_>, from: usize, at: usize) -> bool {
    let (this, next) = (&page.tokens[at], &page.tokens[at + 1]);
    if this.is('!') || this.is('?') {
        return next.start > this.end;
    }
    let before = at.checked_sub(1).filter(|it| *it >= from).map(|it| &page.tokens[it]);
    this.is('.')
        && next.start > this.end
        && before.is_some_and(|it| !(SHORT.contains(&it.low.as_str()) || it.capital && it.low.chars().count() == 1))
        && (next.capital || !next.is_word())
}

/// Gives every sentence its heading, and what the text above it is about.
fn carry(page: &mut Page<'_>, subjects: &Subjects, record: &Record) {
    let root = root(page.passage, subjects);
    let mut stack: Vec<(u8, usize, Vec<Subject>, bool)> = Vec::new();
    let results = is_results(&tokens::fold(&page.passage.heading), record);
    let mut previous: Option<(usize, Vec<Subject>)> = None;
    for index in 0..page.sentences.len() {
        let (block, role) = (page.sentences[index].block, page.sentences[index].role);
        if let Role::Heading(level) = role {
            stack.retain(|it| it.0 < level);
            let above = stack.last().map_or_else(|| root.clone(), |it| it.2.clone());
            let own = page.sentences[index].subjects();
            let quote = page.quote(page.sentences[index].from, page.sentences[index].to);
            let under = stack.last().map_or(results, |it| it.3);
            let here = is_results(&tokens::fold(&quote.words), record);
            page.sentences[index].heading = stack.last().map(|it| it.1);
            page.sentences[index].carried.clone_from(&above);
            page.sentences[index].among_results = under || here;
            stack.push((level, index, if own.is_empty() { above } else { own }, under || here));
            previous = None;
            continue;
        }
        let mut carried = stack.last().map_or_else(|| root.clone(), |it| it.2.clone());
        if let Some((last, said)) = &previous
            && *last == block
            && said.len() == 1
            && !carried.contains(&said[0])
        {
            carried.push(said[0]);
        }
        let own = page.sentences[index].subjects();
        if !own.is_empty() {
            previous = Some((block, own));
        }
        page.sentences[index].heading = stack.last().map(|it| it.1);
        page.sentences[index].among_results = stack.last().map_or(results, |it| it.3);
        page.sentences[index].carried = carried;
    }
}

/// What the heading above a whole passage names.
fn root(passage: &Passage, subjects: &Subjects) -> Vec<Subject> {
    if passage.heading.is_empty() {
        return Vec::new();
    }
    let (mut read, mut links) = (Vec::new(), Vec::new());
    tokens::read(&passage.heading, 0, passage.heading.len(), passage.language, &mut read, &mut links);
    let heading = Sentence {
        from: 0,
        to: read.len(),
        block: 0,
        role: Role::Heading(1),
        heading: None,
        dates: Vec::new(),
        numbers: Vec::new(),
        named: Vec::new(),
        carried: Vec::new(),
        among_results: false,
    };
    let named = subjects.named(&read, &heading, passage.language);
    Sentence { named, ..heading }.subjects()
}

/// Whether a heading announces results.
fn is_results(heading: &str, _record: &Record) -> bool {
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |word: &str| words.contains(&word);
    [
        "results",
        "outcomes",
        "statistics",
        "achievements",
        "highlights",
        "impact",
        "resultats",
        "realisations",
        "retombees",
    ]
    .iter()
    .any(|it| has(it))
        || (has("key") && (has("figures") || has("facts")))
        || (has("chiffres") && has("cles"))
        || (has("temps") && has("forts"))
}

/// Whether a token is a plain number.
pub(crate) fn is_number(token: &Token) -> bool {
    matches!(token.kind, Kind::Number(_))
}

/// The years that a date without one may mean.
pub(crate) fn years(record: &Record) -> Vec<i16> {
    let (from, to) = (record.from.year(), record.to.year().max(record.from.year()));
    (from..=to.min(from.saturating_add(5))).collect()
}

/// The languages of the pages, each once.
pub(crate) fn languages(pages: &[Page<'_>]) -> Vec<Language> {
    let mut languages = Vec::new();
    for page in pages {
        if !languages.contains(&page.passage.language) {
            languages.push(page.passage.language);
        }
    }
    languages
}
