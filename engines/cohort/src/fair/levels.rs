//! Chances raised level by level, over any linear programme of panels.
//!
//! At each level the least chance of those who are not yet settled is made as great as it can be; who cannot have more
//! without somebody else at or below that level having less is settled there (Flanigan et al. 2021, supplementary
//! information, section 9; W. Ogryczak and T. Śliwiński, *On direct methods for lexicographic min-max optimization*,
//! ICCSA 2006). Who is settled is found by linear programmes with strictly complementary prices, not by a tolerance on
//! prices: the sum of what the suspects have above the level is made as great as it can be, and whoever rises is no
//! suspect any more. In the last programme nobody rises, and its prices are at least one for every suspect.

use crate::solver::Watch;
use crate::solver::simplex::{End, Simplex};

/// What a chance above a level is told from.
const ABOVE: f64 = 1e-9;
const STEPS: u64 = 200_000;

/// A linear programme in which each kind has a row: `expected number − members · level − surplus = 0`.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    pub(super) simplex: Simplex,
    /// The row of each kind; its surplus is the activity of the row.
    pub(super) rows: Vec<usize>,
    pub(super) members: Vec<f64>,
    /// Whether to look for no further columns: what follows is the best over those there are.
    pub(super) is_closed: bool,
}

/// One level.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Level {
    /// The chance that all of `settled` have.
    pub(super) chance: f64,
    /// Who is settled here (places in `rows`).
    pub(super) settled: Vec<usize>,
    /// Who was not settled before (places in `rows`).
    pub(super) unsettled: Vec<usize>,
    /// The price of every row of the programme.
    pub(super) prices: Vec<f64>,
    /// Whether it was proved that there is nothing better.
    pub(super) is_proved: bool,
}

/// Whether better columns were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Better {
    /// Some were added.
    Added,
    /// There are none.
    None,
    /// The search was stopped.
    Unknown,
}

impl Levels {
    /// Raises levels until everybody is settled, only the first where `only_first`, or until told to stop.
    ///
    /// `better` adds columns that the prices call for.
    pub(super) fn rise(
        &mut self,
        only_first: bool,
        watch: &mut Watch<'_>,
        better: &mut dyn FnMut(&mut Simplex, &mut Watch<'_>) -> Better,
    ) -> Vec<Level> {
        let mut levels: Vec<Level> = Vec::new();
        let mut unsettled: Vec<usize> = (0..self.rows.len()).collect();
        let mut floor = 0.0;
        while !unsettled.is_empty() {
            let entries = unsettled.iter().map(|it| (self.rows[*it], -self.members[*it])).collect();
            // No chance passes one; a bound of two is never met, so that the rows keep their prices.
            let level = self.simplex.column(entries, (0.0, 2.0), 1.0);
            let mut is_proved = self.climb(watch, better);
            let rise = self.simplex.value(level);
            floor += rise;
            let first_prices = self.simplex.prices();
            self.simplex.worth(level, 0.0);
            self.simplex.bound(level, rise, rise);
            let (settled, prices) = if watch.stopped().is_none() && !only_first {
                let (settled, prices, proved) = self.suspects(&unsettled, watch, better);
                is_proved &= proved;
                if settled.is_empty() {
                    (self.priced(&unsettled, &first_prices), first_prices)
                } else {
                    (settled, prices)
                }
            } else {
                (self.priced(&unsettled, &first_prices), first_prices)
            };
            let before = unsettled.clone();
            unsettled.retain(|it| !settled.contains(it));
            self.is_closed |= !is_proved;
            let ends = only_first || watch.stopped().is_some() || settled.is_empty();
            levels.push(Level { chance: floor, settled, unsettled: before, prices, is_proved });
            if ends {
                break;
            }
        }
        levels
    }

    /// Raises the value as far as it goes with all columns there are.
    fn climb(&mut self, watch: &mut Watch<'_>, better: &mut dyn FnMut(&mut Simplex, &mut Watch<'_>) -> Better) -> bool {
        loop {
            if !self.step(watch) {
                return false;
            }
            if self.is_closed {
                return false;
            }
            match better(&mut self.simplex, watch) {
                Better::Added => {}
                Better::None => return true,
                Better::Unknown => return false,
            }
        }
    }

    fn step(&mut self, watch: &mut Watch<'_>) -> bool {
        let before = self.simplex.steps;
        self.simplex.reprice();
        let end = self.simplex.climb(STEPS);
        watch.spend(self.simplex.steps - before + 1) && end == End::Best
    }

    /// Those who can rise in no panel lottery that keeps this level, and prices that prove it.
    fn suspects(
        &mut self,
        unsettled: &[usize],
        watch: &mut Watch<'_>,
        better: &mut dyn FnMut(&mut Simplex, &mut Watch<'_>) -> Better,
    ) -> (Vec<usize>, Vec<f64>, bool) {
        let rows = self.rows.clone();
        let above = |simplex: &Simplex, it: usize, members: &[f64]| simplex.value(rows[it]) > ABOVE * members[it];
        let mut suspects: Vec<usize> =
            unsettled.iter().copied().filter(|it| !above(&self.simplex, *it, &self.members)).collect();
        for it in &suspects {
            self.simplex.worth(rows[*it], 1.0 / self.members[*it]);
        }
        let mut is_proved = false;
        while !suspects.is_empty() {
            if !self.step(watch) {
                break;
            }
            let risen: Vec<usize> =
                suspects.iter().copied().filter(|it| above(&self.simplex, *it, &self.members)).collect();
            if risen.is_empty() {
                if self.is_closed {
                    break;
                }
                match better(&mut self.simplex, watch) {
                    Better::Added => continue,
                    Better::None => is_proved = true,
                    Better::Unknown => {}
                }
                break;
            }
            for it in &risen {
                self.simplex.worth(rows[*it], 0.0);
            }
            suspects.retain(|it| !risen.contains(it));
        }
        let prices = self.simplex.prices();
        for it in &suspects {
            self.simplex.worth(rows[*it], 0.0);
        }
        (suspects, prices, is_proved)
    }

    /// Those whose row has a price.
    fn priced(&self, unsettled: &[usize], prices: &[f64]) -> Vec<usize> {
        unsettled.iter().copied().filter(|it| -prices[self.rows[*it]] * self.members[*it] > 1e-7).collect()
    }
}
