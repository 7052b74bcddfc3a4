//! Witnesses: counts that fit what is published, kept from one audit for the next.
//!
//! That a cell can be as small and as large as the rule wants is proved by counts that fit, wherever they come from.
//! So counts that were found once are tried again before anything is computed; each is held against every sum and
//! bound of the part as it stands now, and proves nothing if it does not fit.

use std::collections::{BTreeSet, HashMap};

use crate::parts::Part;

/// Counts by the place of their cell; nothing where the cell was not there yet.
type Counts = Vec<Option<i128>>;

/// The witnesses of a decision.
#[derive(Debug, Default)]
pub(crate) struct Witnesses {
    places: HashMap<String, usize>,
    /// What the cells may be: their true counts where we know them, else what was found last.
    likely: Counts,
    found: Vec<Witness>,
}

/// Counts that were found for a cell, and what the others are beside them.
#[derive(Debug)]
struct Witness {
    about: usize,
    counts: Counts,
}

impl Witnesses {
    /// What a cell may be. It is tried first, and no harm is done where it is wrong.
    pub(crate) fn expect(&mut self, key: &str, count: u32) {
        let place = self.place(key);
        self.likely[place] = Some(count.into());
    }

    fn place(&mut self, key: &str) -> usize {
        if let Some(place) = self.places.get(key) {
            return *place;
        }
        self.likely.push(None);
        self.places.insert(key.to_owned(), self.likely.len() - 1);
        self.likely.len() - 1
    }

    /// Shows all that fits a part, until enough was seen; says whether anything did. A witness that adds nothing to those
    /// before it is forgotten.
    pub(crate) fn show(&mut self, part: &Part<'_>, mut enough: impl FnMut(&[i128]) -> Sight) -> bool {
        let trial = Trial::of(part, part.keys.iter().map(|it| self.place(it)).collect());
        let here: BTreeSet<usize> = trial.places.iter().copied().collect();
        let likely = trial.fitting(&self.likely, &self.likely);
        let mut fits = likely.is_some();
        let mut done = likely.is_some_and(|it| enough(&it) == Sight::Enough);
        self.found.retain_mut(|it| {
            if done || !here.contains(&it.about) {
                return true;
            }
            let Some(counts) = trial.fitting(&it.counts, &self.likely) else { return true };
            fits = true;
            it.counts.resize(self.likely.len(), None);
            for (place, count) in trial.places.iter().zip(&counts) {
                it.counts[*place] = Some(*count);
            }
            let sight = enough(&counts);
            done = sight == Sight::Enough;
            sight != Sight::Nothing
        });
        fits
    }

    /// Keeps counts of a part that were found for one of its cells.
    pub(crate) fn keep(&mut self, part: &Part<'_>, about: usize, counts: &[i128]) {
        let places: Vec<usize> = part.keys.iter().map(|it| self.place(it)).collect();
        let mut all = self.likely.clone();
        for (place, count) in places.iter().zip(counts) {
            all[*place] = Some(*count);
            let likely = &mut self.likely[*place];
            *likely = likely.or(Some(*count));
        }
        self.found.push(Witness { about: places[about], counts: all });
    }
}

/// What a witness adds to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Nothing.
    Nothing,
    /// Something, and more is wanted.
    Something,
    /// All that is wanted.
    Enough,
}

/// A part while witnesses are held against it.
struct Trial<'a> {
    part: &'a Part<'a>,
    places: Vec<usize>,
    /// In which sums each cell stands.
    sums_of: Vec<Vec<usize>>,
}

impl<'a> Trial<'a> {
    fn of(part: &'a Part<'a>, places: Vec<usize>) -> Self {
        let mut sums_of = vec![Vec::new(); places.len()];
        for (row, (terms, _)) in part.system.rows.iter().enumerate() {
            for (at, _) in terms {
                sums_of[*at].push(row);
            }
        }
        Self { part, places, sums_of }
    }

    /// The counts of the part, those that are missing put in so that sums come out; nothing unless they fit everything.
    fn fitting(&self, counts: &Counts, likely: &Counts) -> Option<Vec<i128>> {
        let of = |from: &Counts, at: usize| from.get(self.places[at]).copied().flatten();
        let mut these: Counts = (0..self.places.len()).map(|at| of(counts, at)).collect();
        let missing_in =
            |(terms, _): &(Vec<(usize, i8)>, i128)| terms.iter().filter(|(at, _)| these[*at].is_none()).count();
        let mut missing: Vec<usize> = self.part.system.rows.iter().map(missing_in).collect();
        let mut last_in: Vec<usize> = (0..missing.len()).filter(|row| missing[*row] == 1).collect();
        let mut next = 0;
        while next < these.len() {
            let (at, count) = match last_in.pop() {
                Some(row) if missing[row] == 1 => self.what_is_left(row, &these)?,
                Some(_) => continue,
                None if these[next].is_some() => {
                    next += 1;
                    continue;
                }
                None => (next, of(likely, next).unwrap_or_else(|| self.part.system.bounds[next].0.into())),
            };
            these[at] = Some(count);
            for row in &self.sums_of[at] {
                missing[*row] -= 1;
                if missing[*row] == 1 {
                    last_in.push(*row);
                }
            }
        }
        let these: Vec<i128> = these.into_iter().collect::<Option<_>>()?;
        self.part.system.fits(&these).then_some(these)
    }

    /// The cell of a sum whose count alone is missing, and what it must be.
    fn what_is_left(&self, row: usize, counts: &Counts) -> Option<(usize, i128)> {
        let (terms, sum) = &self.part.system.rows[row];
        let (last, factor) = terms.iter().find(|(at, _)| counts[*at].is_none())?;
        let others: i128 = terms.iter().filter_map(|(at, sign)| Some(i128::from(*sign) * counts[*at]?)).sum();
        Some((*last, (sum - others) * i128::from(*factor)))
    }
}
