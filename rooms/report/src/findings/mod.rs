//! What does not go together in a report: found, told to people, mended or waived.
//!
//! Its words: a *finding* holds two places against each other; it is *open* until the words are mended or somebody
//! *waives* it with a reason. Every severity counts: a question, too, wants an answer before a report is published.

mod counted;
mod links;
pub mod mending;
mod own;
mod prose;
mod record;
#[cfg(test)]
mod tests;
mod words;

use std::{collections::BTreeMap, path::PathBuf, sync::atomic::Ordering};

use consistency::{Finding, Side};
use host::{App, Result};
use jiff::{Timestamp, civil::Date};
use kernel::{Id, Language, Say, Text, mark};
use programme::Here;
use tokio::sync::Mutex;
use ui::Reader;

use crate::{
    compose::Composed,
    document::{self, Chapter, Report, Waiver},
    gather::Gathered,
};

pub use prose::{Home, Part};
pub use words::sentence;
pub(crate) use words::{kind, severity, shortened};

use prose::{Own, Written};
use record::{Known, READ};

/// What was found in a report.
pub struct Findings {
    /// What must be mended or waived.
    pub open: Vec<Told>,
    /// What was waived and still is found, each with its waiver.
    pub waived: Vec<(Told, Waiver)>,
    /// Waivers of what is found no more.
    pub spent: Vec<Waiver>,
}

/// A finding, told to a reader.
pub struct Told {
    /// Its lasting name.
    pub id: String,
    /// What was found, as the finder says it.
    pub finding: Finding,
    /// What is wrong, in a sentence.
    pub say: Say,
    /// What could be done, in a sentence.
    pub proposal: Say,
    /// The statement in question.
    pub first: Cited,
    /// What it is held against.
    pub second: Cited,
    /// The words that can be put in their place at once, where they stand in a chapter.
    pub mending: Option<Mending>,
}

/// One of the two places, as a reader sees it.
pub struct Cited {
    /// The words, or what the record says.
    pub words: String,
    /// Whether they are words of the prose, and in which language.
    pub quoted: Option<Language>,
    /// Where they stand: a chapter, a text, the record.
    pub place: String,
    /// The line, in a chapter or text; none in its heading.
    pub line: Option<usize>,
    /// Where it can be mended.
    pub path: Option<String>,
}

/// Words of a chapter, and what is to stand in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mending {
    /// The chapter's key.
    pub chapter: String,
    /// The language.
    pub language: Language,
    /// Whether they stand in the chapter's heading or in its text.
    pub part: Part,
    /// Where the words begin and end there, in bytes.
    pub span: (usize, usize),
    /// The words.
    pub words: String,
    /// What is to stand there.
    pub with: String,
}

impl Findings {
    /// What was waived, by name, with the reasons.
    pub fn reasons(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.waived.iter().map(|(told, waiver)| (told.id.as_str(), &waiver.reason))
    }
}

/// Everything that is found in a report as of a moment, in all its languages.
pub async fn of(
    app: &App,
    here: &Here,
    reader: &Reader,
    report: &Report,
    chapters: &[Chapter],
    now: Timestamp,
) -> Result<Findings> {
    let gathered = Gathered::for_desk(app, here, now).await?;
    let known = Known::read(app, &gathered).await?;
    let waivers = document::waivers(&mut app.db.read().await?, report.id).await?;
    let edition = Edition::new(app, &gathered, &known, reader, &report.languages.0);
    Ok(edition.findings(report, chapters, waivers))
}

/// What is found in each of several reports, with its chapters: the record is gathered once, whatever their number.
pub(crate) async fn of_each(
    app: &App,
    gathered: &Gathered,
    reader: &Reader,
    reports: &[(Report, Vec<Chapter>)],
) -> Result<Vec<Findings>> {
    let known = Known::read(app, gathered).await?;
    let mut waivers = document::waivers_of_edition(&mut app.db.read().await?, gathered.here.edition.id).await?;
    let mut languages: Vec<Language> = reports.iter().flat_map(|(it, _)| it.languages.0.iter().copied()).collect();
    languages.sort_unstable();
    languages.dedup();
    let edition = Edition::new(app, gathered, &known, reader, &languages);
    let mut found = Vec::new();
    for (report, chapters) in reports {
        let (of, rest) = waivers.into_iter().partition(|it| it.report_id == report.id);
        waivers = rest;
        found.push(edition.findings(report, chapters, of));
    }
    Ok(found)
}

/// What every report of an edition is held against: the record, and the edition's own prose once a language.
struct Edition<'a> {
    app: &'a App,
    gathered: &'a Gathered,
    known: &'a Known,
    reader: &'a Reader,
    prose: Vec<(Language, Vec<Own>)>,
}

impl<'a> Edition<'a> {
    fn new(app: &'a App, gathered: &'a Gathered, known: &'a Known, reader: &'a Reader, languages: &[Language]) -> Self {
        let own = |it: &Language| (*it, prose::of_edition(gathered, known, &reader.speaking(*it)));
        Self { app, gathered, known, reader, prose: languages.iter().map(own).collect() }
    }

    fn findings(&self, report: &Report, chapters: &[Chapter], waivers: Vec<Waiver>) -> Findings {
        let (here, known) = (&self.gathered.here, self.known);
        let mut told: Vec<Told> = Vec::new();
        for (language, own) in self.prose.iter().filter(|(it, _)| report.languages.0.contains(it)) {
            let speaking = self.reader.speaking(*language);
            let composed = Composed::of(self.app, self.gathered, &speaking, report, chapters);
            let mut prose = prose::chapters(&composed, chapters, *language);
            prose.extend(own.iter().filter(|it| it.is_printed(chapters, *language)).map(|it| it.written.clone()));
            let mut found = held(known, here, &prose, Some(&composed.used));
            found.extend(own::planned_among_results(known, chapters, &prose));
            let at = At { here, known, prose: &prose, report: Some(report) };
            at.tell(self.reader, found, &mut told);
        }
        sorted(told, waivers)
    }
}

/// How many findings stand open in each report; those with none are left out.
pub(crate) async fn open_counts(app: &App, here: &Here, reader: &Reader) -> Result<Vec<(Report, usize)>> {
    if app.counting.load(Ordering::Relaxed) {
        return Ok(Vec::new());
    }
    let which = (app.config.data.clone(), here.edition.id);
    let now = app.clock.now();
    let state = (app.db.version(), here.edition.today(now));
    let mut kept = KEPT.lock().await;
    if let Some((of, counts)) = kept.get(&which)
        && *of == state
    {
        return Ok(counts.clone());
    }
    let reports = document::written(&mut app.db.read().await?, here.edition.id).await?;
    let mut counts = Vec::new();
    if !reports.is_empty() {
        let gathered = Gathered::for_desk(app, here, now).await?;
        let found = of_each(app, &gathered, reader, &reports).await?;
        let open = reports.into_iter().zip(found).map(|((report, _), found)| (report, found.open.len()));
        counts = open.filter(|(_, open)| *open > 0).collect();
    }
    kept.insert(which, (state, counts.clone()));
    Ok(counts)
}

type Which = (PathBuf, Id<mark::Edition>);
type Kept = BTreeMap<Which, ((u64, Date), Vec<(Report, usize)>)>;

/// The counts of the last state of the record: they are asked for with every look at the edition.
static KEPT: Mutex<Kept> = Mutex::const_new(BTreeMap::new());

/// Everything that is found in the edition's own prose and record; nothing of it can be waived here.
pub async fn of_edition(app: &App, here: &Here, reader: &Reader) -> Result<Vec<Told>> {
    let gathered = Gathered::for_desk(app, here, app.clock.now()).await?;
    let known = Known::read(app, &gathered).await?;
    let mut told: Vec<Told> = Vec::new();
    for (language, _) in READ.into_iter().filter(|(it, _)| here.edition.languages.0.contains(it)) {
        let own = prose::of_edition(&gathered, &known, &reader.speaking(language));
        let prose: Vec<Written> = own.into_iter().map(|it| it.written).collect();
        let at = At { here, known: &known, prose: &prose, report: None };
        at.tell(reader, held(&known, here, &prose, None), &mut told);
    }
    Ok(told)
}

/// The prose held against the record; where a report shows only some figures, only their evidence is asked for.
fn held(known: &Known, here: &Here, prose: &[Written], shown: Option<&[String]>) -> Vec<Finding> {
    let mut record = known.record.clone();
    record.links = own::links(here, known, prose);
    record.links.extend(links::outside(known, prose));
    if let Some(shown) = shown {
        record.figures.iter_mut().filter(|it| !shown.contains(&it.key)).for_each(|it| it.observed = None);
    }
    let passages: Vec<_> = prose.iter().map(|it| it.passage.clone()).collect();
    let mut found = consistency::find(&record, &passages);
    found.extend(links::of_evidence(known, shown));
    for it in &mut found {
        own::name_the_share(&record, it);
    }
    found
}

fn sorted(told: Vec<Told>, waivers: Vec<Waiver>) -> Findings {
    let mut findings = Findings { open: Vec::new(), waived: Vec::new(), spent: Vec::new() };
    for it in told {
        match waivers.iter().find(|waiver| waiver.finding == it.id) {
            Some(waiver) => findings.waived.push((it, waiver.clone())),
            None => findings.open.push(it),
        }
    }
    let holds = |waiver: &Waiver| findings.waived.iter().any(|(it, _)| it.id == waiver.finding);
    findings.spent = waivers.into_iter().filter(|it| !holds(it)).collect();
    findings
}

/// Where the findings of one language were made.
struct At<'a> {
    here: &'a Here,
    known: &'a Known,
    prose: &'a [Written],
    report: Option<&'a Report>,
}

impl At<'_> {
    /// Tells what was found; what the record says against itself is found in every language and told once.
    fn tell(&self, reader: &Reader, found: Vec<Finding>, told: &mut Vec<Told>) {
        for mut it in found {
            self.count_lines_of_the_source(&mut it);
            if !told.iter().any(|other| other.id == it.id) {
                told.push(self.told(reader, it));
            }
        }
    }

    /// Lines are those of the chapter's text; its heading is line 0.
    fn count_lines_of_the_source(&self, finding: &mut Finding) {
        for side in [&mut finding.first, &mut finding.second] {
            let Side::Quote(quote) = side else { continue };
            let written = self.prose.iter().find(|it| it.passage.place == quote.place);
            quote.line = quote.line.saturating_sub(written.map_or(0, |it| it.lead.0));
        }
    }

    fn told(&self, reader: &Reader, finding: Finding) -> Told {
        let (first, second) = (self.cited(reader, &finding.first), self.cited(reader, &finding.second));
        Told {
            id: finding.id.clone(),
            say: words::say(reader, self.known, &finding, &first, &second),
            proposal: words::proposal(reader, &finding),
            mending: mending::of(self.known, self.prose, reader, &finding),
            first,
            second,
            finding,
        }
    }

    fn cited(&self, reader: &Reader, side: &Side) -> Cited {
        match side {
            Side::Quote(quote) => {
                let written = self.prose.iter().find(|it| it.passage.place == quote.place);
                let path = written.and_then(|it| match (&it.home, self.report) {
                    (Home::Chapter(key, language), Some(report)) => {
                        Some(self.here.desk(&format!("reports/{}/chapters/{key}/{language}", report.key)))
                    }
                    (Home::Elsewhere(path), _) => path.clone(),
                    (Home::Chapter(..), None) => None,
                });
                let language = written.map_or(Language::ENGLISH, |it| words::language(it.passage.language));
                let place = written.map_or_else(|| quote.place.clone(), |it| reader.text(&it.title).to_owned());
                let line = Some(quote.line).filter(|it| *it > 0);
                Cited { words: words::shortened(&quote.words), quoted: Some(language), place, line, path }
            }
            Side::Fact(fact) => Cited {
                words: links::said(reader, self.known, fact).unwrap_or_else(|| words::value(reader, &fact.value)),
                quoted: None,
                place: words::about(reader, self.known, &fact.key),
                line: None,
                path: self.record_path(&fact.key),
            },
        }
    }

    /// Where the record can be mended.
    fn record_path(&self, key: &str) -> Option<String> {
        let record = &self.known.record;
        let kept = |place: &str| self.known.keys.iter().any(|it| *it == format!("{place}/{key}"));
        if kept("figures") {
            return Some(self.here.page(&format!("figures/{key}")));
        }
        for place in ["activities", "sessions"] {
            if kept(place) {
                return Some(self.here.desk(&format!("{place}/{key}")));
            }
        }
        if record.organisations.iter().any(|it| it.key == key) {
            return Some(self.here.desk("partnerships"));
        }
        let person = record.people.iter().find(|it| it.key == key)?;
        Some(self.here.desk(&format!("people/{}", person.key)))
    }
}
