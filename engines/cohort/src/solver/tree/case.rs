//! A case of a search: which sums are held between which bounds.

use crate::solver::{Programme, Proof, Sum};

/// The bounds that hold in a case.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    pub(super) columns: Vec<(i64, i64)>,
    pub(super) rows: Vec<(i64, i64)>,
}

impl Bounds {
    pub(super) fn of(programme: &Programme) -> Self {
        Self {
            columns: programme.columns.iter().map(|it| (it.least, it.most)).collect(),
            rows: programme.rows.iter().map(|it| (it.least, it.most)).collect(),
        }
    }

    pub(super) fn get(&self, sum: Sum) -> (i64, i64) {
        match sum {
            Sum::Column(at) => self.columns[at],
            Sum::Row(at) => self.rows[at],
        }
    }

    pub(super) fn set(&mut self, sum: Sum, bounds: (i64, i64)) {
        match sum {
            Sum::Column(at) => self.columns[at] = bounds,
            Sum::Row(at) => self.rows[at] = bounds,
        }
    }

    /// The same with further bounds.
    pub(super) fn with(&self, held: &[(Sum, (i64, i64))]) -> Self {
        let mut bounds = self.clone();
        for (sum, range) in held {
            bounds.set(*sum, *range);
        }
        bounds
    }
}

/// All cases so far, for the proof.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    cases: Vec<Option<Entry>>,
}

#[derive(Clone, Debug)]
enum Entry {
    Closed(Proof),
    Split { on: Sum, at: i64, below: usize, above: usize },
}

impl Ledger {
    /// A new open case.
    pub(super) fn open(&mut self) -> usize {
        self.cases.push(None);
        self.cases.len() - 1
    }

    pub(super) fn close(&mut self, case: usize, proof: Proof) {
        self.cases[case] = Some(Entry::Closed(proof));
    }

    /// Splits a case; tells the numbers of the two.
    pub(super) fn split(&mut self, case: usize, on: Sum, at: i64) -> (usize, usize) {
        let (below, above) = (self.open(), self.open());
        self.cases[case] = Some(Entry::Split { on, at, below, above });
        (below, above)
    }

    /// The whole proof, unless a case is open or there are too many to hand on.
    pub(super) fn proof(&self) -> Option<Proof> {
        if self.cases.len() > MOST_CASES || self.cases.is_empty() {
            return None;
        }
        // Children are younger than their parents, so that this builds from the leaves without recursion.
        let mut built: Vec<Option<Proof>> = vec![None; self.cases.len()];
        for (case, entry) in self.cases.iter().enumerate().rev() {
            built[case] = Some(match entry.as_ref()? {
                Entry::Closed(proof) => proof.clone(),
                Entry::Split { on, at, below, above } => Proof::Cases {
                    on: *on,
                    at: *at,
                    below: Box::new(built[*below].take()?),
                    above: Box::new(built[*above].take()?),
                },
            });
        }
        built[0].take()
    }
}

/// A proof of more cases than this is not handed on; a checker then solves the question once more.
const MOST_CASES: usize = 4_001;
