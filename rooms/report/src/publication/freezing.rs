//! What would be published: the report composed in each language, its figures with their rows, and what changed.

use db::Conn;
use host::{
    App, Result,
    figures::{Display, Formula, Known, State, trace},
    secrets::digest,
};
use jiff::Timestamp;
use kernel::{Language, Text};
use programme::Here;
use ui::Reader;

use super::{
    Changes, Publication,
    manifest::{ChapterEntry, FigureEntry, KnownEntry, Previous, Waived},
    rows::{self, Digested},
    store,
};
use crate::{
    Figure,
    compose::Composed,
    document::{self, Chapter, Report},
    findings::{self, Told},
    gather::Gathered,
    protected::beside,
};

/// When a report is published, and as of when its figures are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moments {
    /// When it is published.
    pub published_at: Timestamp,
    /// As of when its figures are counted.
    pub as_of: Timestamp,
}

impl Moments {
    /// Both at once, to the second: so precisely a signature tells it.
    pub fn at(now: Timestamp) -> Self {
        let second = Timestamp::from_second(now.as_second()).unwrap_or(now);
        Self { published_at: second, as_of: second }
    }
}

/// A report as it would be published.
pub(super) struct Frozen {
    pub(super) report: Report,
    pub(super) moments: Moments,
    pub(super) version: i64,
    pub(super) salt: String,
    /// The report in each of its languages.
    pub(super) composed: Vec<(Reader, Composed)>,
    pub(super) figures: Vec<(FigureEntry, Vec<Digested>)>,
    pub(super) chapters: Vec<ChapterEntry>,
    pub(super) waived: Vec<Waived>,
    pub(super) previous: Option<Previous>,
    pub(super) changes: Changes,
    /// The digest of the composed text and the figures in all languages.
    pub(super) content: String,
    /// What was found and neither mended nor waived.
    pub(super) open: Vec<Told>,
    /// What was gathered, for the open data.
    pub(super) gathered: Gathered,
}

impl Frozen {
    /// Composes a report as of a moment.
    pub(super) async fn read(app: &App, here: &Here, report: &Report, moments: Moments, salt: &str) -> Result<Self> {
        let mut conn = app.db.read().await?;
        let chapters = document::chapters(&mut conn, report.id).await?;
        let version = store::next_version(&mut conn, report.id).await?;
        let before = store::publication(&mut conn, report.id, version - 1).await?;
        drop(conn);
        let findings =
            findings::of(app, here, &reader(app, report, moments.as_of), report, &chapters, moments.as_of).await?;
        let waived: Vec<Waived> = findings
            .reasons()
            .map(|(finding, reason)| Waived { finding: finding.to_owned(), reason: reason.clone() })
            .collect();
        let mut gathered = Gathered::for_report(app, here, moments.as_of, report, &chapters).await?;
        // Readers of this version have all that was published before beside it, whatever its figures are as of.
        gathered.protected = beside(app, here.scope(moments.as_of), moments.published_at).await?;
        let mut composed = composed(app, &gathered, report, &chapters, moments.as_of);
        let figures = figures(app, &mut app.db.read().await?, here, moments.as_of, &composed, salt).await?;
        let entries: Vec<FigureEntry> = figures.iter().map(|(it, _)| it.clone()).collect();
        let written: Vec<ChapterEntry> = chapters.iter().map(chapter).collect();
        let changes =
            before.as_ref().map(|it| Changes::since(&it.manifest.0, &entries, &written, &waived)).unwrap_or_default();
        if !changes.is_first() {
            gathered.changes = changes.texts(app, &report.languages.0);
            composed = self::composed(app, &gathered, report, &chapters, moments.as_of);
        }
        let content = content(&composed, &entries);
        Ok(Self {
            report: report.clone(),
            moments,
            version,
            salt: salt.to_owned(),
            composed,
            figures,
            chapters: written,
            waived,
            previous: before.as_ref().map(previous),
            changes,
            content,
            open: findings.open,
            gathered,
        })
    }

    /// The figures as the manifest tells them.
    pub(super) fn entries(&self) -> Vec<FigureEntry> {
        self.figures.iter().map(|(it, _)| it.clone()).collect()
    }

    /// Whether two readings of the record found the same.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.version == other.version
            && self.content == other.content
            && self.chapters == other.chapters
            && self.waived == other.waived
            && self.report.title == other.report.title
            && self.report.look == other.report.look
            && self.figures == other.figures
    }
}

fn composed(
    app: &App,
    gathered: &Gathered,
    report: &Report,
    chapters: &[Chapter],
    as_of: Timestamp,
) -> Vec<(Reader, Composed)> {
    let each = |language: &Language| {
        let mut reader = app.reader(*language);
        reader.now = as_of;
        let composed = Composed::of(app, gathered, &reader, report, chapters);
        (reader, composed)
    };
    report.languages.0.iter().map(each).collect()
}

/// Somebody who reads the report in its first language.
fn reader(app: &App, report: &Report, as_of: Timestamp) -> Reader {
    let mut reader = app.reader(report.languages.0.first().copied().unwrap_or(Language::ENGLISH));
    reader.now = as_of;
    reader
}

/// The figures that the report shows in any language, in the order in which it first shows them.
async fn figures(
    app: &App,
    conn: &mut Conn,
    here: &Here,
    as_of: Timestamp,
    composed: &[(Reader, Composed)],
    salt: &str,
) -> Result<Vec<(FigureEntry, Vec<Digested>)>> {
    let mut shown: Vec<&Figure> = Vec::new();
    for it in composed.iter().flat_map(|(_, it)| it.figures()) {
        if it.value.is_some() && shown.iter().all(|known| known.key() != it.key()) {
            shown.push(it);
        }
    }
    let mut figures = Vec::new();
    for figure in shown {
        let trace = trace(app, conn, here.scope(as_of), &figure.indicator).await?;
        let rows = rows::digested(salt, &trace)?;
        figures.extend(entry(composed, figure, &rows).map(|entry| (entry, rows)));
    }
    Ok(figures)
}

fn entry(composed: &[(Reader, Composed)], figure: &Figure, rows: &[Digested]) -> Option<FigureEntry> {
    let value = figure.value?;
    let words = |say: &dyn Fn(&Reader) -> String| {
        composed.iter().fold(Text::default(), |text, (reader, _)| text.with(reader.language, say(reader)))
    };
    let indicator = &figure.indicator;
    Some(FigureEntry {
        key: indicator.key.clone(),
        title: words(&|it| figure.title(it)),
        definition: words(&|it| figure.definition(it)),
        level: indicator.level.to_string(),
        unit: words(&|it| it.say(indicator.unit)),
        state: match indicator.state {
            State::Delivered => "delivered",
            State::Planned => "planned",
        }
        .to_owned(),
        display: match indicator.display {
            Display::Exact => "exact".to_owned(),
            Display::AtLeast(step) => format!("at-least {step}"),
            Display::Percent => "percent".to_owned(),
            Display::Fraction => "fraction".to_owned(),
        },
        shown: words(&|it| figure.show(it).unwrap_or_default()),
        number: value.number,
        of: value.of,
        asked: value.asked,
        known: known(figure),
        rows: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        rows_sha256: rows::of_figure(rows.iter().map(|it| it.digest.as_str())),
    })
}

fn known(figure: &Figure) -> KnownEntry {
    match (&figure.indicator.known, &figure.observed) {
        (_, Some(it)) => KnownEntry::Observed {
            observer: it.observer.clone(),
            evidence: it.evidence.clone(),
            on: it.observed_on,
            link: it.link.clone(),
        },
        (Known::Computed(query) | Known::Observed(query), None) => {
            KnownEntry::Query { sha256: digest(query.statements()[0].as_bytes()) }
        }
        (Known::Composed(formula), None) => KnownEntry::Formula(written(formula)),
    }
}

fn written(formula: &Formula) -> String {
    match formula {
        Formula::Share(part, whole) => format!("{part} / {whole}"),
        Formula::Sum(terms) => terms.iter().enumerate().fold(String::new(), |text, (at, (sign, key))| {
            let sign = if *sign < 0 { "-" } else { "+" };
            if at == 0 && sign == "+" { key.clone() } else { format!("{text} {sign} {key}").trim_start().to_owned() }
        }),
    }
}

fn chapter(it: &Chapter) -> ChapterEntry {
    let written = serde_json::to_string(&(&it.title, &it.text)).unwrap_or_default();
    ChapterEntry { key: it.key.to_string(), title: it.title.clone(), sha256: digest(written.as_bytes()) }
}

fn previous(it: &Publication) -> Previous {
    Previous { version: it.version, manifest_sha256: it.manifest_hash.clone() }
}

/// Over the page in each language, which holds every word and drawing, and over the figures.
fn content(composed: &[(Reader, Composed)], figures: &[FigureEntry]) -> String {
    let mut parts: Vec<String> =
        composed.iter().map(|(reader, it)| format!("{}\n{}", reader.language, it.page(reader).into_string())).collect();
    parts.push(serde_json::to_string(figures).unwrap_or_default());
    digest(parts.join("\n\u{1e}\n").as_bytes())
}
