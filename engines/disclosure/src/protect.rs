//! The decision: what is hidden, so that the audit finds nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Contradiction, Exposure, audit};
use crate::band::Bands;
use crate::complement;
use crate::memory::Memory;
use crate::published::{Care, Figure, Published, Shown};
use crate::view::{Cell, Form, Sum, View};

/// What counts as small, and how counts are told in bands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Counts below this one are small.
    pub threshold: u32,
    /// The bands.
    pub bands: Bands,
}

impl Default for Rule {
    /// Under five is small; the bands are 1–4, 5–9, 10–19, 20–49, 50 and more.
    fn default() -> Self {
        Self { threshold: 5, bands: Bands::default() }
    }
}

/// What may be published, and what was kept back for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// How every cell is shown.
    pub published: Published,
    /// Cells that are hidden because they are small.
    pub primary: Vec<String>,
    /// Cells that are hidden because others could be computed from them.
    pub complements: Vec<String>,
}

impl Protection {
    /// How a cell is shown.
    pub fn shown(&self, key: &str) -> Shown {
        self.published.shown(key)
    }
}

/// Why nothing of it may be published as it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A cell has two counts, or is to be published in two forms.
    #[error("{0} is told in two ways")]
    ToldTwice(String),
    /// A sum has other parts than its views have, or does not add up.
    #[error("{0} is not the sum of its parts")]
    NoSum(String),
    /// An earlier publication does not fit these views.
    #[error(transparent)]
    Contradictory(#[from] Contradiction),
    /// What must be published whatever it is exposes these cells, whatever else is hidden.
    #[error("{} cells cannot be protected, the first: {}", .0.len(), .0.first().map_or("", |it| &it.key))]
    Exposed(Vec<Exposure>),
}

/// A cell while it is decided.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// How many, if we know: of what was hidden in an earlier publication we may not.
    pub(crate) count: Option<u32>,
    pub(crate) shown: Shown,
    pub(crate) care: Care,
    pub(crate) may_hide: bool,
}

impl Held {
    fn figure(&self) -> Figure {
        Figure { shown: self.shown, care: self.care }
    }
}

/// Decides how the cells of these views are shown, all views together.
///
/// The views are taken one after the other, and what was hidden for the earlier ones stays hidden: a further view at the end never
/// brings a cell to light, unless it publishes itself what was `Form::Unpublished`. The same views give the same answer.
pub fn protect(views: &[View], rule: &Rule) -> Result<Protection, Refusal> {
    Decision::of(views, rule)?.decide(views, &BTreeMap::new(), &[], &mut Memory::default())
}

/// The decision in the making.
pub(crate) struct Decision<'a> {
    rule: &'a Rule,
    told: BTreeMap<String, Cell>,
}

impl<'a> Decision<'a> {
    /// Looks whether the views agree.
    pub(crate) fn of(views: &[View], rule: &'a Rule) -> Result<Self, Refusal> {
        let mut told: BTreeMap<String, Cell> = BTreeMap::new();
        for cell in views.iter().flat_map(|it| &it.cells) {
            let known = told.entry(cell.key.clone()).or_insert_with(|| cell.clone());
            if known.form == Form::Unpublished {
                known.form = cell.form;
            }
            if known.count != cell.count || (cell.form != known.form && cell.form != Form::Unpublished) {
                return Err(Refusal::ToldTwice(cell.key.clone()));
            }
        }
        for sum in views.iter().flat_map(|it| &it.sums) {
            let count = |key: &String| told.get(key).map(|it| u64::from(it.count));
            let parts: Option<u64> = sum.parts.iter().map(count).sum();
            if parts.is_none() || parts != count(&sum.total) {
                return Err(Refusal::NoSum(sum.total.clone()));
            }
        }
        Ok(Self { rule, told })
    }

    /// The cells as they are told.
    pub(crate) fn told(&self) -> &BTreeMap<String, Cell> {
        &self.told
    }

    /// Decides view after view. `beside` are cells and sums that readers have from elsewhere; they cannot be changed.
    pub(crate) fn decide(
        &self,
        views: &[View],
        beside: &BTreeMap<String, Held>,
        beside_sums: &[Sum],
        memory: &mut Memory,
    ) -> Result<Protection, Refusal> {
        let mut cells: BTreeMap<String, Held> = beside.clone();
        for (key, held) in beside {
            memory.expect(key, held.count);
        }
        let mut sums: Vec<Sum> = Vec::new();
        let mut all: Vec<Sum> = Vec::new();
        let mut complements: BTreeSet<String> = BTreeSet::new();
        for view in views {
            for cell in view.cells.iter().filter_map(|it| self.told.get(&it.key)) {
                cells.entry(cell.key.clone()).or_insert_with(|| self.held(cell));
                memory.expect(&cell.key, Some(cell.count));
            }
            sums.extend(view.sums.iter().cloned());
            let there = |sum: &&Sum| sum.parts.iter().chain([&sum.total]).all(|it| cells.contains_key(it));
            all = sums.iter().chain(beside_sums.iter().filter(there)).cloned().collect();
            let hidden = self.hide(&mut cells, &all, memory)?;
            complements.extend(self.spare(&mut cells, &all, hidden, memory)?);
        }
        // What was decided with what is remembered is looked at once more as a stranger would.
        let exposures = audit(&seen(&cells, &all, self.rule.threshold))?;
        if !exposures.is_empty() {
            return Err(Refusal::Exposed(exposures));
        }
        let told = |key: &str| self.told.contains_key(key);
        let hidden = |key: &&String| cells.get(*key).is_some_and(|it| it.shown == Shown::Hidden);
        let small = |cell: &&Cell| cell.form != Form::Unpublished && !complements.contains(&cell.key);
        let primary = self.told.values().filter(small).map(|it| &it.key).filter(hidden).cloned().collect();
        let mut published = seen(&cells, &sums, self.rule.threshold);
        published.figures.retain(|key, _| told(key));
        Ok(Protection { published, primary, complements: complements.into_iter().collect() })
    }

    /// A cell before others are looked at.
    fn held(&self, cell: &Cell) -> Held {
        let exactly = Shown::Exactly(cell.count);
        let unless = |small: bool| if small { Shown::Hidden } else { exactly };
        let is_small = cell.count < self.rule.threshold;
        let (shown, care) = match cell.form {
            Form::Kept => (exactly, Care::Nothing),
            Form::Open => (unless(is_small && cell.count > 0), Care::Small),
            Form::Private => (unless(is_small), Care::SmallOrZero),
            Form::Banded => (self.rule.bands.of(cell.count).map_or(exactly, Shown::Band), Care::Small),
            Form::Unpublished => (Shown::Hidden, Care::Small),
        };
        Held { count: Some(cell.count), shown, care, may_hide: cell.form != Form::Kept }
    }

    /// Hides cells until the audit finds nothing; says which.
    fn hide(
        &self,
        cells: &mut BTreeMap<String, Held>,
        sums: &[Sum],
        memory: &mut Memory,
    ) -> Result<BTreeSet<String>, Refusal> {
        let mut hidden = BTreeSet::new();
        loop {
            let exposures = self.audit(cells, sums, memory)?;
            let Some(first) = exposures.first() else { return Ok(hidden) };
            let cheapest = complement::cheapest(cells, sums, &first.key, self.rule.threshold).unwrap_or_default();
            let mut chosen: BTreeSet<String> = cheapest.into_iter().map(str::to_owned).collect();
            if chosen.is_empty() {
                chosen = all_around(cells, sums, &exposures);
            }
            if chosen.is_empty() {
                return Err(Refusal::Exposed(exposures));
            }
            for key in chosen {
                show(cells, &key, Shown::Hidden);
                hidden.insert(key);
            }
        }
    }

    /// Shows again what need not be hidden, the cells with most people first; says what stays hidden.
    fn spare(
        &self,
        cells: &mut BTreeMap<String, Held>,
        sums: &[Sum],
        hidden: BTreeSet<String>,
        memory: &mut Memory,
    ) -> Result<BTreeSet<String>, Refusal> {
        let mut needed = BTreeSet::new();
        let mut candidates: Vec<&Cell> = hidden.iter().filter_map(|key| self.told.get(key)).collect();
        candidates.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
        for cell in candidates {
            show(cells, &cell.key, self.held(cell).shown);
            if !self.audit(cells, sums, memory)?.is_empty() {
                show(cells, &cell.key, Shown::Hidden);
                needed.insert(cell.key.clone());
            }
        }
        Ok(needed)
    }

    fn audit(
        &self,
        cells: &BTreeMap<String, Held>,
        sums: &[Sum],
        memory: &mut Memory,
    ) -> Result<Vec<Exposure>, Refusal> {
        let figures = cells.iter().map(|(key, it)| (key.as_str(), it.figure())).collect();
        Ok(memory.audit(&figures, &sums.iter().collect::<Vec<_>>(), self.rule.threshold)?)
    }
}

fn show(cells: &mut BTreeMap<String, Held>, key: &str, shown: Shown) {
    if let Some(held) = cells.get_mut(key) {
        held.shown = shown;
    }
}

/// What a reader sees of these cells.
fn seen(cells: &BTreeMap<String, Held>, sums: &[Sum], threshold: u32) -> Published {
    let figures = cells.iter().map(|(key, it)| (key.clone(), it.figure())).collect();
    Published { threshold, figures, sums: sums.to_vec() }
}

/// All that can still be hidden in the sums around exposed cells: first that of the cells themselves, then ever further.
fn all_around(cells: &BTreeMap<String, Held>, sums: &[Sum], exposures: &[Exposure]) -> BTreeSet<String> {
    let mut around: BTreeSet<&str> = exposures.iter().map(|it| it.key.as_str()).collect();
    loop {
        let touched =
            sums.iter().filter(|sum| sum.parts.iter().chain([&sum.total]).any(|it| around.contains(it.as_str())));
        let keys: BTreeSet<&str> =
            touched.flat_map(|sum| sum.parts.iter().chain([&sum.total])).map(String::as_str).collect();
        let in_sight: BTreeSet<&str> = around.union(&keys).copied().collect();
        let can_hide = |key: &&&str| cells.get(**key).is_some_and(|it| it.may_hide && it.shown != Shown::Hidden);
        let found: BTreeSet<String> = in_sight.iter().filter(can_hide).map(|it| (*it).to_owned()).collect();
        if !found.is_empty() || in_sight.len() == around.len() {
            return found;
        }
        around = in_sight;
    }
}
