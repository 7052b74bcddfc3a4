//! From sheets to a round: everything that is wrong is told at once.

use std::collections::HashMap;

use super::affinity::Affinity;
use super::flaw::{Flaw, Sheet};
use super::groups;
use super::round::{Pair, Round};
use super::sheets::{Pairing, Sheets, Unlisted};

/// More pairs than this are refused: they would fill the memory of a common machine.
const MOST_PAIRS: u64 = 50_000_000;
/// More readings than this are refused: their sums could no longer be exact.
const MOST_READINGS: u64 = 100_000_000;
/// After so many flaws the rest is not told.
const MOST_FLAWS: usize = 1_000;

impl Sheets {
    /// Checks everything and gives the round, or all flaws (the first thousand), in the order of the sheets.
    ///
    /// # Errors
    /// Every [`Flaw`] found, each with its sheet and row.
    pub fn check(&self) -> Result<Round, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let mut applications = self.applications.clone();
        let mut reviewers = self.reviewers.clone();
        applications.sort_by(|one, other| one.id.cmp(&other.id));
        reviewers.sort_by(|one, other| one.id.cmp(&other.id));
        self.look_at_people(&mut flaws);
        let names = Names {
            applications: applications.iter().enumerate().map(|(at, it)| (it.id.as_str(), at as u32)).collect(),
            reviewers: reviewers.iter().enumerate().map(|(at, it)| (it.id.as_str(), at as u32)).collect(),
        };
        let groups = groups::of(&self.rules, &reviewers, &mut flaws);
        let (first, pairs) = self.pairs(&names, &mut flaws);
        if !flaws.is_empty() {
            flaws.truncate(MOST_FLAWS);
            return Err(flaws);
        }
        let mut innermost = vec![None; reviewers.len()];
        for (at, group) in groups.iter().enumerate() {
            for member in &group.members {
                innermost[*member as usize] = Some(at as u32);
            }
        }
        Ok(Round { applications, reviewers, first, pairs, groups, innermost })
    }

    fn look_at_people(&self, flaws: &mut Vec<Flaw>) {
        if self.applications.is_empty() {
            flaws.push(Flaw::NoApplications);
        }
        if self.reviewers.is_empty() {
            flaws.push(Flaw::NoReviewers);
        }
        different(Sheet::Applications, self.applications.iter().map(|it| it.id.as_str()), flaws);
        different(Sheet::Reviewers, self.reviewers.iter().map(|it| it.id.as_str()), flaws);
        for (at, it) in self.reviewers.iter().enumerate().filter(|(_, it)| it.at_least > it.at_most) {
            let (id, at_least, at_most) = (it.id.clone(), it.at_least, it.at_most);
            flaws.push(Flaw::CrossedLoad { row: at + 1, id, at_least, at_most });
        }
        let readings: u64 = self.applications.iter().map(|it| u64::from(it.readings)).sum();
        if readings > MOST_READINGS {
            flaws.push(Flaw::TooMany(readings));
        }
    }

    /// All pairs by application, and where those of each application begin.
    fn pairs(&self, names: &Names<'_>, flaws: &mut Vec<Flaw>) -> (Vec<usize>, Vec<Pair>) {
        let conflicts = sorted(names, Sheet::Conflicts, self.conflicts.iter(), flaws);
        let frozen = sorted(names, Sheet::Frozen, self.frozen.iter(), flaws);
        for (key, at) in &frozen {
            if conflicts.binary_search_by_key(key, |it| it.0).is_ok() {
                let Pairing { application, reviewer } = self.frozen[*at].clone();
                flaws.push(Flaw::FrozenConflict { row: at + 1, application, reviewer });
            }
        }
        let listed = sorted(names, Sheet::Affinities, self.affinities.iter().map(|it| &it.pair), flaws);
        for two in listed.windows(2).filter(|it| it[0].0 == it[1].0) {
            let pair = &self.affinities[two[1].1].pair;
            let id = format!("{}, {}", pair.application, pair.reviewer);
            flaws.push(Flaw::Twice { sheet: Sheet::Affinities, row: two[1].1 + 1, first: two[0].1 + 1, id });
        }
        for (at, it) in self.affinities.iter().enumerate() {
            if it.affinity > Affinity::GREATEST || it.affinity < -Affinity::GREATEST {
                flaws.push(Flaw::TooGreat { sheet: Sheet::Affinities, row: at + 1, affinity: it.affinity });
            }
        }
        let beside = match self.unlisted {
            Unlisted::Forbidden => None,
            Unlisted::Worth(affinity) => Some(affinity),
        };
        if let Some(affinity) = beside.filter(|it| *it > Affinity::GREATEST || *it < -Affinity::GREATEST) {
            flaws.push(Flaw::TooGreat { sheet: Sheet::Affinities, row: 0, affinity });
        }
        let all = self.applications.len() as u64 * self.reviewers.len() as u64;
        if beside.is_some() && all > MOST_PAIRS {
            flaws.push(Flaw::TooManyPairs(all));
        }
        if !flaws.is_empty() {
            return (Vec::new(), Vec::new());
        }
        self.merged(&listed, &frozen, &conflicts, beside)
    }

    /// The pairs of the three sheets together; a frozen pair without an affinity counts as nothing.
    fn merged(
        &self,
        listed: &[(Key, usize)],
        frozen: &[(Key, usize)],
        conflicts: &[(Key, usize)],
        beside: Option<Affinity>,
    ) -> (Vec<usize>, Vec<Pair>) {
        let mut wanted: Vec<(Key, Affinity)> = listed.iter().map(|it| (it.0, self.affinities[it.1].affinity)).collect();
        if let Some(affinity) = beside {
            let mut full = Vec::with_capacity(self.applications.len() * self.reviewers.len());
            let mut known = wanted.into_iter().peekable();
            for application in 0..self.applications.len() as u32 {
                for reviewer in 0..self.reviewers.len() as u32 {
                    let key = (application, reviewer);
                    full.push(known.next_if(|it| it.0 == key).unwrap_or((key, affinity)));
                }
            }
            wanted = full;
        } else {
            let lacking = frozen.iter().filter(|it| wanted.binary_search_by_key(&it.0, |it| it.0).is_err());
            let lacking: Vec<_> = lacking.map(|it| (it.0, Affinity::ZERO)).collect();
            wanted.extend(lacking);
            wanted.sort_unstable_by_key(|it| it.0);
            wanted.dedup_by_key(|it| it.0);
        }
        let holds = |among: &[(Key, usize)], key: Key| among.binary_search_by_key(&key, |it| it.0).is_ok();
        let mut first = vec![0; self.applications.len() + 1];
        let mut pairs = Vec::with_capacity(wanted.len());
        for (key, affinity) in wanted {
            if !holds(conflicts, key) {
                pairs.push(Pair { reviewer: key.1, affinity, is_frozen: holds(frozen, key) });
                first[key.0 as usize + 1] = pairs.len();
            }
        }
        for at in 1..first.len() {
            first[at] = first[at].max(first[at - 1]);
        }
        (first, pairs)
    }
}

/// An application and a reviewer by their numbers.
type Key = (u32, u32);

/// The numbers behind the ids.
struct Names<'a> {
    applications: HashMap<&'a str, u32>,
    reviewers: HashMap<&'a str, u32>,
}

/// The pairs of a sheet with their rows, sorted. Unknown ids are flaws.
fn sorted<'a>(
    names: &Names<'_>,
    sheet: Sheet,
    pairs: impl Iterator<Item = &'a Pairing>,
    flaws: &mut Vec<Flaw>,
) -> Vec<(Key, usize)> {
    let mut found = Vec::new();
    for (at, pair) in pairs.enumerate() {
        let row = at + 1;
        let application = names.applications.get(pair.application.as_str());
        let reviewer = names.reviewers.get(pair.reviewer.as_str());
        if application.is_none() {
            flaws.push(Flaw::UnknownApplication { sheet, row, id: pair.application.clone() });
        }
        if reviewer.is_none() {
            flaws.push(Flaw::UnknownReviewer { sheet, row, id: pair.reviewer.clone() });
        }
        if let (Some(application), Some(reviewer)) = (application, reviewer) {
            found.push(((*application, *reviewer), at));
        }
    }
    found.sort_unstable();
    found
}

/// Every row has an id, and no two the same.
fn different<'a>(sheet: Sheet, ids: impl Iterator<Item = &'a str>, flaws: &mut Vec<Flaw>) {
    let mut rows: HashMap<&str, usize> = HashMap::new();
    for (at, id) in ids.enumerate() {
        let row = at + 1;
        if id.trim().is_empty() {
            flaws.push(Flaw::NoId { sheet, row });
        } else if let Some(first) = rows.get(id) {
            flaws.push(Flaw::Twice { sheet, row, first: *first, id: id.to_owned() });
        } else {
            rows.insert(id, row);
        }
    }
}
