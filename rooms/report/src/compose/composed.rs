//! A composed report: chapters with every placeholder filled, the figures it shows, and what is wrong with it.

use std::sync::Arc;

use host::App;
use jiff::civil::Date;
use kernel::{Key, Say};
use programme::{Here, Role};
use ui::Reader;

use super::{
    Dress, Fault, Logo,
    matter::{Block, Placed},
    pieces::Laid,
    reading::read,
    setting::{Setting, Shown},
    targets::{TargetLine, target_lines},
};
use crate::{
    Figure,
    document::{Chapter, Purpose, Report},
    drawings,
    gather::Gathered,
    model,
};

/// A report, composed in one language.
#[derive(Clone)]
pub struct Composed {
    pub(crate) app: App,
    pub(crate) here: Here,
    pub(crate) report: Report,
    pub(crate) today: Date,
    pub(crate) dress: Dress,
    pub(crate) organiser: String,
    pub(crate) timeline: Option<Arc<charts::Timeline>>,
    /// The figures on the cover, by key.
    pub(crate) cover: Vec<String>,
    /// Actual against target, where the report owes it and no chapter tells it.
    pub(crate) owed: Vec<TargetLine>,
    /// The figures it shows, in the order in which it first shows them.
    pub(crate) figures: Vec<Figure>,
    /// What stands for the organiser.
    pub(crate) logo: Option<Logo>,
    /// What their own picture shows; empty for the program's mark.
    pub(crate) logo_text: String,
    /// What identifies it once it is published.
    pub(crate) issue: Option<Issue>,
    /// The chapters.
    pub chapters: Arc<[Told]>,
    /// What must be mended before it can be published, each with the key of its chapter.
    pub faults: Vec<(Key, Fault)>,
    /// The keys of the figures it shows, in the order in which it first shows them.
    pub used: Vec<String>,
    /// What somebody should know, though nothing stands in the way.
    pub remarks: Vec<Say>,
}

/// A chapter with its placeholders filled.
pub struct Told {
    /// Its key; the part of the page's address that leads to it.
    pub key: Key,
    /// Its title.
    pub title: String,
    /// Its blocks.
    pub blocks: Vec<Placed<Shown, Laid>>,
}

/// What identifies a published report: printed in its imprint.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Its number.
    pub version: i64,
    /// Since when it is public.
    pub published_on: Date,
    /// The path of its page.
    pub path: String,
    /// The fingerprint of the key that signs it.
    pub fingerprint: String,
}

impl Composed {
    /// Composes a report from what was gathered for it.
    pub(crate) fn of(app: &App, of: &Gathered, reader: &Reader, report: &Report, chapters: &[Chapter]) -> Self {
        let (mut used, mut faults, mut told) = (Vec::new(), Vec::new(), Vec::new());
        let cover = cover(of, report, &mut used);
        let mut tells_targets = false;
        let mut owed = Vec::new();
        for it in chapters {
            let title = reader.text(&it.title).to_owned();
            let draft = read(reader.text(&it.text));
            let mut setting = Setting { of, reader, title: &title, used: &mut used, told: false, faults: draft.faults };
            if report.languages.0.contains(&reader.language) && it.text.get(reader.language).is_none() {
                setting.faults.push(Fault { line: 1, column: 1, say: Say::new("report-compose-no-words") });
            }
            let blocks = setting.blocks(draft.blocks);
            let mut found = setting.faults;
            found.sort_by_key(|it| (it.line, it.column));
            faults.extend(found.into_iter().map(|fault| (it.key.clone(), fault)));
            tells_targets |= blocks.iter().any(|it| matches!(it.block, Block::Piece(Laid::Targets(_))));
            told.push(Told { key: it.key.clone(), title, blocks });
        }
        if report.purpose == Purpose::Funder && !tells_targets {
            let mut setting = Setting { of, reader, title: "", used: &mut used, told: false, faults: Vec::new() };
            owed = target_lines(&mut setting);
        }
        let (dress, mut remarks) = Dress::of(&report.look.0);
        if of.logo.is_none() && report.look.0.picture().is_some() {
            remarks.push(Say::new("report-compose-no-logo"));
        }
        let find = |key: &String| of.figures.iter().find(|it| it.key() == key).cloned();
        Self {
            app: app.clone(),
            here: of.here.clone(),
            report: report.clone(),
            today: of.today,
            dress,
            organiser: organiser(of, reader),
            timeline: drawings::timeline(of, reader).map(Arc::new),
            cover,
            owed,
            figures: used.iter().filter_map(find).collect(),
            logo: of.logo.clone(),
            logo_text: reader.text(&report.look.0.logo_text).to_owned(),
            issue: None,
            chapters: told.into(),
            faults,
            used,
            remarks,
        }
    }

    /// The same as it is published: its imprint says which version it is and how a copy can be checked.
    #[must_use]
    pub fn issued(mut self, issue: Issue) -> Self {
        self.issue = Some(issue);
        self
    }

    /// The figures it shows, in the order in which it first shows them.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The figure of a key, if the report shows it.
    pub(crate) fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.iter().find(|it| it.key() == key)
    }

    /// Whether a chapter tells every figure with its definition.
    pub(crate) fn defines(&self) -> bool {
        self.chapters.iter().flat_map(|it| &it.blocks).any(|it| matches!(it.block, Block::Piece(Laid::Definitions)))
    }
}

/// The figures of the cover: those that the look names, otherwise the edition's usual four; only what can be computed.
fn cover(of: &Gathered, report: &Report, used: &mut Vec<String>) -> Vec<String> {
    if matches!(report.purpose, Purpose::Brief | Purpose::Series) {
        return Vec::new();
    }
    let named = &report.look.0.cover_figures;
    let usual: Vec<String> = model::COVER.iter().map(|it| (*it).to_owned()).collect();
    let keys = if named.is_empty() { &usual } else { named };
    let known = |key: &&String| of.figures.iter().any(|it| it.key() == *key && it.value.is_some());
    let cover: Vec<String> = keys.iter().filter(known).cloned().collect();
    used.extend(cover.iter().cloned());
    cover
}

fn organiser(of: &Gathered, reader: &Reader) -> String {
    let organiser = of.partnerships.iter().find(|it| it.activity_id.is_none() && it.role == Role::Organiser);
    organiser.map(|it| it.name_in(reader.language)).unwrap_or_default()
}
