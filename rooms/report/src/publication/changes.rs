//! What changed from one version of a report to the next: figures, chapters, waivers.

use host::App;
use kernel::{Language, Say, Text};
use serde::{Deserialize, Serialize};
use ui::Reader;

use super::manifest::{ChapterEntry, FigureEntry, Manifest, Waived};

/// What changed since a version; nothing where there was none before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The version before.
    pub since: Option<i64>,
    /// The figures that are shown otherwise, or no longer, or for the first time.
    pub figures: Vec<FigureChange>,
    /// The chapters that were written otherwise, added or taken out.
    pub chapters: Vec<ChapterChange>,
    /// The findings that are waived for the first time, or no longer.
    pub waivers: Vec<WaiverChange>,
}

/// A figure that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureChange {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// How it was shown; `None` where it was not.
    pub from: Option<Text>,
    /// How it is shown; `None` where it is not any more.
    pub to: Option<Text>,
}

/// A chapter that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterChange {
    /// Its key.
    pub key: String,
    /// Its heading.
    pub title: Text,
    /// What happened to it.
    pub how: How,
}

/// A waiver that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverChange {
    /// The finding's lasting name.
    pub finding: String,
    /// Why it stands, or stood.
    pub reason: Text,
    /// What happened to it.
    pub how: How,
}

/// What happened to a part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It is new.
    Added,
    /// It is another.
    Changed,
    /// It is gone.
    Removed,
}

impl Changes {
    /// What changed since an earlier manifest.
    pub(super) fn since(
        before: &Manifest,
        figures: &[FigureEntry],
        chapters: &[ChapterEntry],
        waived: &[Waived],
    ) -> Self {
        Self {
            since: Some(before.version),
            figures: figures_changed(&before.figures, figures),
            chapters: chapters_changed(&before.chapters, chapters),
            waivers: waivers_changed(&before.waived, waived),
        }
    }

    /// Whether there is no version before.
    pub fn is_first(&self) -> bool {
        self.since.is_none()
    }

    /// Whether there is one, and nothing changed.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.chapters.is_empty() && self.waivers.is_empty()
    }

    /// Each change as a sentence in each of some languages.
    pub(super) fn texts(&self, app: &App, languages: &[Language]) -> Vec<Text> {
        let mut texts: Vec<Text> = Vec::new();
        for language in languages {
            let lines = self.lines(&app.reader(*language));
            texts.resize(lines.len(), Text::default());
            for (text, line) in texts.iter_mut().zip(lines) {
                *text = std::mem::take(text).with(*language, line);
            }
        }
        texts
    }

    /// Each change as a sentence.
    pub fn lines(&self, reader: &Reader) -> Vec<String> {
        let figures = self.figures.iter().map(|it| it.line(reader));
        let chapters = self.chapters.iter().map(|it| {
            let say = Say::new(match it.how {
                How::Added => "report-change-chapter-added",
                How::Changed => "report-change-chapter-changed",
                How::Removed => "report-change-chapter-removed",
            });
            reader.said(&say.with("title", reader.text(&it.title)))
        });
        let waivers = self.waivers.iter().map(|it| {
            let say = Say::new(match it.how {
                How::Removed => "report-change-waiver-removed",
                How::Added | How::Changed => "report-change-waiver-added",
            });
            reader.said(&say.with("reason", reader.text(&it.reason)))
        });
        figures.chain(chapters).chain(waivers).collect()
    }
}

impl FigureChange {
    fn line(&self, reader: &Reader) -> String {
        let title = reader.text(&self.title);
        let said = |text: &Text| reader.text(text).to_owned();
        let say = match (&self.from, &self.to) {
            (Some(from), Some(to)) => Say::new("report-change-figure").with("from", said(from)).with("to", said(to)),
            (None, Some(to)) => Say::new("report-change-figure-added").with("to", said(to)),
            (Some(from), None) => Say::new("report-change-figure-removed").with("from", said(from)),
            (None, None) => Say::new("report-change-figure-removed").with("from", ""),
        };
        reader.said(&say.with("title", title))
    }
}

fn figures_changed(before: &[FigureEntry], now: &[FigureEntry]) -> Vec<FigureChange> {
    let mut changes = Vec::new();
    for it in now {
        let from = before.iter().find(|old| old.key == it.key).map(|old| old.shown.clone());
        if from.as_ref() != Some(&it.shown) {
            changes.push(FigureChange {
                key: it.key.clone(),
                title: it.title.clone(),
                from,
                to: Some(it.shown.clone()),
            });
        }
    }
    for old in before.iter().filter(|old| now.iter().all(|it| it.key != old.key)) {
        changes.push(FigureChange {
            key: old.key.clone(),
            title: old.title.clone(),
            from: Some(old.shown.clone()),
            to: None,
        });
    }
    changes
}

fn chapters_changed(before: &[ChapterEntry], now: &[ChapterEntry]) -> Vec<ChapterChange> {
    let change = |it: &ChapterEntry, how| ChapterChange { key: it.key.clone(), title: it.title.clone(), how };
    let mut changes: Vec<ChapterChange> = Vec::new();
    for it in now {
        match before.iter().find(|old| old.key == it.key) {
            None => changes.push(change(it, How::Added)),
            Some(old) if old.sha256 != it.sha256 => changes.push(change(it, How::Changed)),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|old| now.iter().all(|it| it.key != old.key));
    changes.extend(gone.map(|old| change(old, How::Removed)));
    changes
}

fn waivers_changed(before: &[Waived], now: &[Waived]) -> Vec<WaiverChange> {
    let change = |it: &Waived, how| WaiverChange { finding: it.finding.clone(), reason: it.reason.clone(), how };
    let mut changes: Vec<WaiverChange> = Vec::new();
    for it in now {
        match before.iter().find(|old| old.finding == it.finding) {
            None => changes.push(change(it, How::Added)),
            Some(old) if old.reason != it.reason => changes.push(change(it, How::Changed)),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|old| now.iter().all(|it| it.finding != old.finding));
    changes.extend(gone.map(|old| change(old, How::Removed)));
    changes
}
