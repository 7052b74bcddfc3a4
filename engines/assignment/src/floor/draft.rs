//! A draft: an assignment while it is changed, one exchange after another.

use crate::model::Round;

/// An assignment with everything that an exchange must keep in view. All affinities are in millionths.
#[derive(Clone)]
pub(super) struct Draft<'a> {
    pub(super) round: &'a Round,
    /// The pairs chosen for each application.
    pub(super) chosen: Vec<Vec<usize>>,
    pub(super) loads: Vec<i64>,
    pub(super) scores: Vec<i64>,
    pub(super) total: i64,
}

/// What exchanges are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// To bring every score to a floor; only then the total counts.
    Reach(i64),
    /// To make the total greater, while no score falls below a floor, or further below it.
    Keep(i64),
}

/// How many times as much as the total a shortfall counts on the way to a floor.
const SHORT: i64 = 64;

/// One application gives up a reader for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Swap {
    pub(super) application: usize,
    pub(super) out: usize,
    pub(super) into: usize,
}

impl<'a> Draft<'a> {
    pub(super) fn of(round: &'a Round, pairs: &[usize]) -> Self {
        let mut draft = Self {
            round,
            chosen: vec![Vec::new(); round.applications().len()],
            loads: vec![0; round.reviewers().len()],
            scores: vec![0; round.applications().len()],
            total: 0,
        };
        for pair in pairs {
            draft.add(round.application_of(*pair), *pair, 1);
            draft.chosen[round.application_of(*pair)].push(*pair);
        }
        draft
    }

    fn add(&mut self, application: usize, pair: usize, sign: i64) {
        let it = self.round.pairs()[pair];
        self.loads[it.reviewer as usize] += sign;
        self.scores[application] += sign * it.affinity.in_millionths();
        self.total += sign * it.affinity.in_millionths();
    }

    /// All chosen pairs, rising.
    pub(super) fn pairs(&self) -> Vec<usize> {
        let mut pairs = self.chosen.concat();
        pairs.sort_unstable();
        pairs
    }

    pub(super) fn least_score(&self) -> i64 {
        self.scores.iter().copied().min().unwrap_or(0)
    }

    pub(super) fn worth(&self, pair: usize) -> i64 {
        self.round.pairs()[pair].affinity.in_millionths()
    }

    pub(super) fn reviewer(&self, pair: usize) -> usize {
        self.round.pairs()[pair].reviewer as usize
    }

    /// Whether an application may exchange a reader, as far as conflicts, frozen pairs and rules go.
    pub(super) fn may_swap(&self, swap: Swap) -> bool {
        let round = self.round;
        let (out, into) = (round.pairs()[swap.out], round.pairs()[swap.into]);
        let readers = &self.chosen[swap.application];
        if out.is_frozen || readers.contains(&swap.into) || !readers.contains(&swap.out) {
            return false;
        }
        if round.groups().is_empty() {
            return true;
        }
        let among = |group: u32| {
            readers.iter().filter(|it| round.groups_of(round.pairs()[**it].reviewer).any(|it| it == group)).count()
                as u32
        };
        let entered =
            round.groups_of(into.reviewer).filter(|it| !round.groups_of(out.reviewer).any(|other| other == *it));
        let left = round.groups_of(out.reviewer).filter(|it| !round.groups_of(into.reviewer).any(|other| other == *it));
        let fits = |group: u32| among(group) < round.groups()[group as usize].at_most;
        let keeps = |group: u32| among(group) > round.groups()[group as usize].at_least;
        { entered }.all(fits) && { left }.all(keeps)
    }

    /// What an exchange of readers takes from an application under an aim; nothing if the aim forbids it.
    pub(super) fn loss(&self, application: usize, less: i64, aim: Aim) -> Option<i64> {
        let (before, after) = (self.scores[application], self.scores[application] - less);
        match aim {
            Aim::Reach(floor) => {
                let more_short = (floor - after).max(0) - (floor - before).max(0);
                Some(less + SHORT * more_short)
            }
            Aim::Keep(floor) => (after >= floor.min(before)).then_some(less),
        }
    }

    /// Makes all of these exchanges, or none if one of them may not be, if a load would leave its bounds, or if the aim gains
    /// nothing by them together.
    pub(super) fn make(&mut self, swaps: &[Swap], aim: Aim) -> bool {
        let mut lost = Some(0);
        for (at, swap) in swaps.iter().enumerate() {
            if !self.may_swap(*swap) {
                self.undo(&swaps[..at]);
                return false;
            }
            let loss = self.loss(swap.application, self.worth(swap.out) - self.worth(swap.into), aim);
            lost = lost.and_then(|lost: i64| loss.map(|loss| lost + loss));
            self.swap(*swap);
        }
        let sound = swaps.iter().flat_map(|it| [it.out, it.into]).all(|pair| {
            let (reviewer, load) = (&self.round.reviewers()[self.reviewer(pair)], self.loads[self.reviewer(pair)]);
            i64::from(reviewer.at_least) <= load && load <= i64::from(reviewer.at_most)
        });
        let gains = sound && lost.is_some_and(|it| it < 0);
        if !gains {
            self.undo(swaps);
        }
        gains
    }

    fn undo(&mut self, swaps: &[Swap]) {
        for swap in swaps.iter().rev() {
            self.swap(Swap { application: swap.application, out: swap.into, into: swap.out });
        }
    }

    fn swap(&mut self, swap: Swap) {
        self.add(swap.application, swap.out, -1);
        self.add(swap.application, swap.into, 1);
        for pair in &mut self.chosen[swap.application] {
            if *pair == swap.out {
                *pair = swap.into;
            }
        }
    }
}
