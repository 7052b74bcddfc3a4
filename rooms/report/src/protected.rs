//! How figures fall apart by country, region, group, gender and activity, so that nobody can be told by it.
//!
//! All tables of an edition are decided together ([`disclosure::protect`]), since a reader has them all side by side:
//! participants by country stand in bands; everything else is kept back where fewer than five people stand in it, and
//! so is whatever it could be computed from. Where some are a part of others, such as participants among applicants,
//! those who are left over were not chosen; they are protected too, though no table shows them.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use db::Conn;
use disclosure::{Cell, Form, Published, Refusal, Rule, Shown, View};
use host::{
    App, Result,
    figures::{Dimension, Indicator, Scope, Trace, trace},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Id, mark};

use crate::publication;

/// What is counted by heads, so that a small count points at somebody.
const HEADS: [&str; 4] = ["ui-unit-people", "ui-unit-registrations", "ui-unit-attendances", "ui-unit-answers"];

/// The dimensions in the order in which they are decided: what comes first is kept back least.
const ORDER: [Dimension; 5] =
    [Dimension::Region, Dimension::Party, Dimension::Activity, Dimension::Country, Dimension::Gender];

/// A value of a dimension; `None` gathers those of which it is not known.
pub type Told = Option<String>;

/// How a value of a dimension is shown.
pub type Line = (Told, Shown);

/// What may be shown of an edition's figures beyond their totals.
#[derive(Debug, Default)]
pub struct Protected {
    published: Option<Published>,
    tables: BTreeMap<(String, Dimension), Vec<Told>>,
    crossed: BTreeSet<String>,
}

/// Which table a view belongs to: that of an indicator by a dimension, or its crossing of group and region.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Table {
    By(Dimension),
    Crossed,
}

struct Owned {
    indicator: String,
    table: Table,
    view: View,
}

/// An indicator with its rows.
struct Counted {
    indicator: Indicator,
    trace: Trace,
}

/// What was published of an edition, by the moment since when everybody has it.
type Earlier = Arc<Vec<(Timestamp, Published)>>;

/// What was decided last: for which state of the record, day and earlier publications, from which tables, and what.
#[derive(Clone)]
struct Kept {
    version: u64,
    earlier: Earlier,
    state: (Date, usize),
    views: Arc<Vec<View>>,
    /// What it was decided beside.
    beside: Arc<Vec<Published>>,
    protected: Arc<Protected>,
}

/// By installation and edition; the first tells several installations of one test process apart.
type Shelf = BTreeMap<(PathBuf, Id<mark::Edition>), Kept>;

/// What sets the key of an earlier count apart from what else the engine says of it.
const BESIDE: char = '\u{1f}';

/// Deciding takes a while: whoever asks meanwhile waits for the one who decides. Nobody holds a connection to the record
/// while they decide or wait, so that all other pages have theirs; that is why these functions take none.
static DECIDING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

static SHELF: Mutex<Shelf> = Mutex::new(BTreeMap::new());

/// What may be shown, beside all that was published until then.
pub async fn protected(app: &App, scope: Scope) -> Result<Arc<Protected>> {
    beside(app, scope, scope.as_of).await
}

/// The same for readers who have what was published until a moment: decided anew only where the record changed, and
/// some count with it.
pub(crate) async fn beside(app: &App, scope: Scope, until: Timestamp) -> Result<Arc<Protected>> {
    if let Some(it) = Seen::of(app, scope, until).await?.still_holds() {
        return Ok(it);
    }
    let _one_at_a_time = DECIDING.lock().await;
    let seen = Seen::of(app, scope, until).await?;
    if let Some(it) = seen.still_holds() {
        return Ok(it);
    }
    let counted = counted(app, &mut app.db.read().await?, scope).await?;
    let owned = owned(&counted);
    let views: Arc<Vec<View>> = Arc::new(owned.iter().map(|it| it.view.clone()).collect());
    let Seen { key, version, kept, earlier, state } = seen;
    let told = Arc::new(told(&earlier[..state.1]));
    let (beside, protected) = match kept.filter(|it| it.views == views && it.holds_beside(&told)) {
        Some(kept) => (kept.beside, kept.protected),
        None => {
            let among = told.clone();
            let decide = move || Protected::decide(&counted, owned, &among);
            (told, Arc::new(tokio::task::spawn_blocking(decide).await.map_err(host::Error::fault)?))
        }
    };
    let kept = Kept { version, earlier, state, views, beside, protected: protected.clone() };
    SHELF.lock().unwrap_or_else(PoisonError::into_inner).insert(key, kept);
    Ok(protected)
}

/// What stands on the shelf, and what it would have to be decided for now.
struct Seen {
    key: (PathBuf, Id<mark::Edition>),
    version: u64,
    kept: Option<Kept>,
    earlier: Earlier,
    state: (Date, usize),
}

impl Seen {
    async fn of(app: &App, scope: Scope, until: Timestamp) -> Result<Self> {
        let key = (app.config.data.clone(), scope.edition);
        let version = app.db.version();
        let kept = SHELF.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let earlier = match kept.as_ref().filter(|it| it.version == version) {
            Some(it) => it.earlier.clone(),
            None => earlier(&mut app.db.read().await?, scope.edition).await?,
        };
        let state = (scope.today, earlier.iter().filter(|(at, _)| *at <= until).count());
        Ok(Self { key, version, kept, earlier, state })
    }

    /// What was decided, if neither the record nor the day nor what was published is another.
    fn still_holds(&self) -> Option<Arc<Protected>> {
        let kept = self.kept.as_ref().filter(|it| it.version == self.version && it.state == self.state);
        kept.map(|it| it.protected.clone())
    }
}

async fn earlier(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Earlier> {
    let tellings = publication::tellings(conn, edition).await?;
    Ok(Arc::new(tellings.into_iter().map(|it| (it.published_at, it.told.0)).collect()))
}

/// What several publications told, each once.
fn told(earlier: &[(Timestamp, Published)]) -> Vec<Published> {
    let mut told: Vec<Published> = Vec::new();
    for (_, it) in earlier {
        if !told.contains(it) {
            told.push(it.clone());
        }
    }
    told
}

/// The part of what was told then that has to do with what would be told otherwise now: where a reader sees nothing
/// new, in a table or in any that is linked with it, there is nothing to subtract.
fn touched(then: &Published, now: &Published) -> Published {
    let keys = then.figures.keys().chain(now.figures.keys());
    let mut around: BTreeSet<&str> =
        keys.filter(|it| then.figures.get(*it) != now.figures.get(*it)).map(String::as_str).collect();
    loop {
        let before = around.len();
        for sum in then.sums.iter().chain(&now.sums) {
            let all = || sum.parts.iter().chain([&sum.total]).map(String::as_str);
            if all().any(|it| around.contains(it)) {
                around.extend(all());
            }
        }
        if around.len() == before {
            break;
        }
    }
    let figures = then.figures.iter().filter(|(key, _)| around.contains(key.as_str()));
    let sums = then.sums.iter().filter(|it| around.contains(it.total.as_str()));
    Published {
        threshold: then.threshold,
        figures: figures.map(|(key, it)| (key.clone(), *it)).collect(),
        sums: sums.cloned().collect(),
    }
}

impl Kept {
    /// Whether what was decided holds beside these: a publication of just this tells nothing new.
    fn holds_beside(&self, told: &[Published]) -> bool {
        told.iter().all(|it| self.beside.contains(it) || self.protected.published.as_ref() == Some(it))
            && self.beside.iter().all(|it| told.contains(it))
    }
}

/// The indicators that count heads and can be told apart, with their rows.
async fn counted(app: &App, conn: &mut Conn, scope: Scope) -> Result<Vec<Counted>> {
    let mut counted = Vec::new();
    for indicator in app.assembly.indicators.all(conn, scope.edition).await? {
        if counts_heads(&indicator) && !indicator.dimensions.is_empty() {
            let trace = trace(app, conn, scope, &indicator).await?;
            counted.push(Counted { indicator, trace });
        }
    }
    Ok(counted)
}

/// Whether an indicator counts people or what they did, so that a small count points at somebody.
pub fn counts_heads(indicator: &Indicator) -> bool {
    HEADS.contains(&indicator.unit)
}

impl Protected {
    /// Decides what is shown to readers who have what was told before; what they have already tells them nothing.
    fn decide(counted: &[Counted], mut owned: Vec<Owned>, told: &[Published]) -> Self {
        let rule = Rule::default();
        loop {
            let views: Vec<View> = owned.iter().map(|it| it.view.clone()).collect();
            let decided = match disclosure::protect(&views, &rule) {
                Ok(it) if !told.is_empty() && !told.contains(&it.published) => {
                    let told: Vec<Published> = told.iter().map(|then| touched(then, &it.published)).collect();
                    disclosure::protect_with_history(&views, &rule, &told)
                }
                decided => decided,
            };
            let exposed = match decided {
                Ok(it) => return Self::published(counted, &owned, it.published),
                Err(Refusal::Exposed(exposures)) => exposures.into_iter().next().map(|it| it.key),
                Err(Refusal::ToldTwice(key) | Refusal::NoSum(key)) => Some(key),
                Err(Refusal::Contradictory(_)) => None,
            };
            // What cannot be protected is not shown: the last table that tells of it goes, and what stands on it.
            let exposed = exposed.map(|it| it.split(BESIDE).next().unwrap_or_default().to_owned());
            let holds =
                |it: &Owned| exposed.as_ref().is_some_and(|key| it.view.cells.iter().any(|cell| cell.key == *key));
            let Some(last) = owned.iter().rev().find(|it| holds(it)).map(|it| (it.indicator.clone(), it.table.clone()))
            else {
                tracing::error!(?exposed, "the figures of an edition cannot be told apart without exposing somebody");
                return Self::default();
            };
            owned.retain(|it| it.indicator != last.0 || !stands_on(&it.table, &last.1));
        }
    }

    fn published(counted: &[Counted], owned: &[Owned], published: Published) -> Self {
        let mut this = Self { published: Some(published), ..Self::default() };
        for Owned { indicator, table, .. } in owned {
            let Some(of) = counted.iter().find(|it| it.indicator.key == *indicator) else { continue };
            match table {
                Table::By(it) => {
                    this.tables.insert((indicator.clone(), *it), of.trace.by(*it).into_keys().collect());
                }
                Table::Crossed => {
                    this.crossed.insert(indicator.clone());
                }
            }
        }
        this
    }

    /// How an indicator falls apart by a dimension; `None` where it may not be shown at all.
    pub fn by(&self, indicator: &str, dimension: Dimension) -> Option<Vec<Line>> {
        let told = self.tables.get(&(indicator.to_owned(), dimension))?;
        let line = |it: &Told| (it.clone(), self.shown(&cell_key(indicator, &[(dimension, it)])));
        Some(told.iter().map(line).collect())
    }

    /// How many of an indicator stand at a crossing of group and region.
    pub fn crossed(&self, indicator: &str, party: &Told, region: &Told) -> Shown {
        let key = cell_key(indicator, &[(Dimension::Party, party), (Dimension::Region, region)]);
        if self.crossed.contains(indicator) { self.shown(&key) } else { Shown::Hidden }
    }

    fn shown(&self, key: &str) -> Shown {
        self.published.as_ref().map_or(Shown::Hidden, |it| it.shown(key))
    }

    /// All that is told, to be kept with what is published of it; it holds no count that is not shown.
    pub(crate) fn told(&self) -> Option<&Published> {
        self.published.as_ref()
    }

    /// What a reader of everything shown could still work out of counts that are not; empty unless we are wrong.
    pub fn exposed(&self) -> Vec<String> {
        match self.published.as_ref().map(disclosure::audit) {
            None => Vec::new(),
            Some(Ok(exposures)) => exposures.into_iter().map(|it| it.key).collect(),
            Some(Err(contradiction)) => vec![contradiction.to_string()],
        }
    }
}

/// Of the answers to a statement, from strongly disagree to strongly agree, those that may be shown: `None` stands
/// for answers that are only told together, as those who do not agree.
pub fn answers(counts: [i64; 5]) -> [Option<i64>; 5] {
    let few = i64::from(Rule::default().threshold);
    let mut shown = counts.map(Some);
    for together in [0..3, 3..5] {
        if counts[together.clone()].iter().any(|it| *it < few) {
            shown[together].fill(None);
        }
    }
    shown
}

/// Whether a table is told no more once another is not.
fn stands_on(table: &Table, gone: &Table) -> bool {
    table == gone
        || *gone == Table::By(Dimension::Region) && matches!(table, Table::By(Dimension::Country) | Table::Crossed)
        || *gone == Table::By(Dimension::Party) && *table == Table::Crossed
}

fn cell_key(indicator: &str, at: &[(Dimension, &Told)]) -> String {
    at.iter().fold(indicator.to_owned(), |key, (dimension, told)| {
        format!("{key}/{}={}", dimension.column(), told.as_deref().unwrap_or("?"))
    })
}

fn cell(of: &Counted, dimension: Dimension, told: &Told, count: i64) -> Cell {
    let form = if dimension == Dimension::Country { Form::Banded } else { Form::Open };
    Cell::new(cell_key(&of.indicator.key, &[(dimension, told)]), whole(count), form)
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Every table of the edition, the coarse ones first, and beside each what is left of it where others are a part.
fn owned(counted: &[Counted]) -> Vec<Owned> {
    let mut owned = Vec::new();
    let parts = parts(counted);
    for dimension in ORDER {
        for of in counted.iter().filter(|it| it.indicator.dimensions.contains(&dimension)) {
            let add = |view| Owned { indicator: of.indicator.key.clone(), table: Table::By(dimension), view };
            owned.extend(lists(of, dimension).into_iter().map(add));
        }
        for (all, some) in &parts {
            if [all, some].iter().all(|it| it.indicator.dimensions.contains(&dimension)) {
                let add = |view| Owned { indicator: some.indicator.key.clone(), table: Table::By(dimension), view };
                owned.extend(rests(all, some, dimension).into_iter().map(add));
            }
        }
        if dimension == Dimension::Party {
            for of in counted {
                if let Some(view) = crossing(of) {
                    owned.push(Owned { indicator: of.indicator.key.clone(), table: Table::Crossed, view });
                }
            }
        }
    }
    owned
}

/// A table of one dimension; countries add up to their regions as well, since everybody knows where a country lies.
fn lists(of: &Counted, dimension: Dimension) -> Vec<View> {
    let all =
        Cell::new(of.indicator.key.clone(), whole(of.trace.rows.len().try_into().unwrap_or(i64::MAX)), Form::Kept);
    let by = of.trace.by(dimension);
    let cells = |wanted: &dyn Fn(&Told) -> bool| -> Vec<Cell> {
        by.iter().filter(|(told, _)| wanted(told)).map(|(told, count)| cell(of, dimension, told, *count)).collect()
    };
    let mut views = vec![View::list(all, cells(&|_| true))];
    if dimension == Dimension::Country && of.indicator.dimensions.contains(&Dimension::Region) {
        let lies: BTreeSet<(Told, Told)> =
            told_apart(of, Dimension::Country).into_iter().zip(told_apart(of, Dimension::Region)).collect();
        for (region, count) in of.trace.by(Dimension::Region) {
            let within = cells(&|it| lies.contains(&(it.clone(), region.clone())));
            views.push(View::list(cell(of, Dimension::Region, &region, count), within));
        }
    }
    views
}

/// What each row says of a dimension.
fn told_apart(of: &Counted, dimension: Dimension) -> Vec<Told> {
    let at = of.trace.dimensions.iter().position(|it| *it == dimension);
    of.trace.rows.iter().map(|row| at.and_then(|at| row.told_apart.get(at).cloned().flatten())).collect()
}

/// Group crossed with region, where an indicator knows both.
fn crossing(of: &Counted) -> Option<View> {
    let known = |it| of.indicator.dimensions.contains(&it);
    if !known(Dimension::Party) || !known(Dimension::Region) {
        return None;
    }
    let (parties, regions) = (of.trace.by(Dimension::Party), of.trace.by(Dimension::Region));
    let rows: Vec<(Told, Told)> =
        told_apart(of, Dimension::Party).into_iter().zip(told_apart(of, Dimension::Region)).collect();
    let inner: Vec<Vec<Cell>> = parties
        .keys()
        .map(|party| {
            let at = |region: &Told| {
                let count = rows.iter().filter(|it| it.0 == *party && it.1 == *region).count();
                let key = cell_key(&of.indicator.key, &[(Dimension::Party, party), (Dimension::Region, region)]);
                Cell::new(key, whole(count.try_into().unwrap_or(i64::MAX)), Form::Open)
            };
            regions.keys().map(at).collect()
        })
        .collect();
    let all = Cell::new(of.indicator.key.clone(), whole(rows.len().try_into().unwrap_or(i64::MAX)), Form::Kept);
    let cells = |dimension, of_all: &BTreeMap<Told, i64>| -> Vec<Cell> {
        of_all.iter().map(|(told, count)| cell(of, dimension, told, *count)).collect()
    };
    Some(View::crossing(all, cells(Dimension::Party, &parties), cells(Dimension::Region, &regions), &inner))
}

/// The pairs of which one counts some of those whom the other counts, and not all.
fn parts(counted: &[Counted]) -> Vec<(&Counted, &Counted)> {
    let ids: Vec<BTreeSet<&str>> =
        counted.iter().map(|it| it.trace.rows.iter().map(|row| row.id.as_str()).collect()).collect();
    let mut parts = Vec::new();
    for (all, known) in counted.iter().zip(&ids) {
        for (some, these) in counted.iter().zip(&ids) {
            if !these.is_empty() && these.len() < known.len() && these.is_subset(known) {
                parts.push((all, some));
            }
        }
    }
    parts
}

/// Of each value of a dimension who is counted by the one and not by the other.
fn rests(all: &Counted, some: &Counted, dimension: Dimension) -> Vec<View> {
    let of_some = some.trace.by(dimension);
    let of_all = all.trace.by(dimension);
    of_some
        .iter()
        .filter_map(|(told, count)| {
            let among = of_all.get(told).filter(|it| *it >= count)?;
            let rest = format!("{} but {}", cell_key(&all.indicator.key, &[(dimension, told)]), some.indicator.key);
            Some(View::part(cell(all, dimension, told, *among), cell(some, dimension, told, *count), rest))
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
