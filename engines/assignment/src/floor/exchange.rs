//! Exchanges: readers go round in a circle or along a chain, and every load stays within its bounds.
//!
//! Cyclic exchanges of R. K. Ahuja, J. B. Orlin and D. Sharma 2000 (International Transactions in Operational Research 7):
//! a way from one reviewer to another stands for the application that would change from the first to the second, its length
//! for what is lost by it. A circle of negative length is an improvement.

use super::draft::{Aim, Draft, Swap};

/// How an exchange got to a reviewer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Begin,
    By(Swap),
    /// Through the spare node: one reviewer reads one more, another one less.
    Spare,
}

/// After so many looks at a pair that could replace another the search is over.
const LOOKS: u64 = 1_000_000_000;
/// After so many applications were set aside, the search is over.
const MOST_SHUT: usize = 12;

/// Distances from anywhere. The node after the last reviewer is the spare one.
struct Search {
    distance: Vec<i64>,
    step: Vec<Step>,
    from: Vec<usize>,
}

impl Search {
    fn over(draft: &Draft<'_>) -> Self {
        let nodes = draft.loads.len() + 1;
        Self { distance: vec![0; nodes], step: vec![Step::Begin; nodes], from: vec![usize::MAX; nodes] }
    }

    fn reach(&mut self, to: usize, far: i64, from: usize, step: Step) -> bool {
        let nearer = far < self.distance[to];
        if nearer {
            (self.distance[to], self.from[to], self.step[to]) = (far, from, step);
        }
        nearer
    }

    /// One round over all ways (R. Bellman 1958). Applications that are `shut` take no part.
    fn round(&mut self, draft: &Draft<'_>, aim: Aim, shut: &[usize]) -> bool {
        let spare = draft.loads.len();
        let mut changed = false;
        for application in (0..draft.chosen.len()).filter(|it| !shut.contains(it)) {
            for out in &draft.chosen[application] {
                let from = draft.reviewer(*out);
                for into in draft.round.pairs_of(application) {
                    let Some(loss) = draft.loss(application, draft.worth(*out) - draft.worth(into), aim) else {
                        continue;
                    };
                    let (far, to) = (self.distance[from] + loss, draft.reviewer(into));
                    let swap = Swap { application, out: *out, into };
                    if far < self.distance[to] && draft.may_swap(swap) {
                        changed |= self.reach(to, far, from, Step::By(swap));
                    }
                }
            }
        }
        for (reviewer, it) in draft.round.reviewers().iter().enumerate() {
            if draft.loads[reviewer] < i64::from(it.at_most) {
                changed |= self.reach(spare, self.distance[reviewer], reviewer, Step::Spare);
            }
        }
        for (reviewer, it) in draft.round.reviewers().iter().enumerate() {
            if draft.loads[reviewer] > i64::from(it.at_least) {
                changed |= self.reach(reviewer, self.distance[spare], spare, Step::Spare);
            }
        }
        changed
    }

    /// A circle among the steps, if there is one.
    fn circle(&self) -> Option<Vec<Swap>> {
        let mut seen = vec![usize::MAX; self.from.len()];
        for start in 0..self.from.len() {
            let mut node = start;
            while node != usize::MAX && seen[node] == usize::MAX && self.step[node] != Step::Begin {
                seen[node] = start;
                node = self.from[node];
            }
            if node != usize::MAX && seen[node] == start && self.step[node] != Step::Begin {
                let (mut swaps, first) = (Vec::new(), node);
                loop {
                    if let Step::By(swap) = self.step[node] {
                        swaps.push(swap);
                    }
                    node = self.from[node];
                    if node == first {
                        return Some(swaps);
                    }
                }
            }
        }
        None
    }
}

/// Follows an aim until no circle serves it any more, or so many exchanges are made. Gives their number.
pub(super) fn exchange(draft: &mut Draft<'_>, aim: Aim, most: u64) -> u64 {
    let mut made = 0;
    let mut shut: Vec<usize> = Vec::new();
    let each = |it: usize| (draft.chosen[it].len() * draft.round.pairs_of(it).len()) as u64;
    let ways: u64 = (0..draft.chosen.len()).map(each).sum::<u64>() + draft.loads.len() as u64;
    let mut looks = 0;
    while made < most && looks < LOOKS {
        let mut search = Search::over(draft);
        let mut circle = None;
        for _ in 0..=draft.loads.len() {
            let changed = search.round(draft, aim, &shut);
            looks += ways;
            circle = search.circle();
            if circle.is_some() || !changed {
                break;
            }
        }
        let Some(swaps) = circle else { break };
        if draft.make(&swaps, aim) {
            made += 1;
            shut.clear();
            continue;
        }
        // One application stood in the circle twice, and its score cannot be changed by both: try without it.
        let twice =
            swaps.iter().find(|it| swaps.iter().filter(|other| other.application == it.application).count() > 1);
        match twice {
            Some(swap) if shut.len() < MOST_SHUT => shut.push(swap.application),
            _ => break,
        }
    }
    made
}
