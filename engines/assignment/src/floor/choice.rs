//! The best set of readers of one application, when every reviewer has a price and the application a floor.

use std::cmp::Reverse;

use crate::model::Round;

/// How many sets are looked at for one application before a bound must do.
const NODES: u32 = 200_000;

/// What counts beside the prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// The affinities: for the total above a floor.
    Affinity,
    /// Nothing: for whether a floor can be reached at all.
    Nothing,
}

/// The best readers of an application, at the prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The sum of affinities less prices, or more if the search was cut short.
    pub(super) value: i64,
    /// The pairs.
    pub(super) pairs: Vec<usize>,
}

/// A pair with what it is worth to the application, and what is left of that after the price.
#[derive(Clone, Copy)]
struct Candidate {
    pair: usize,
    worth: i64,
    value: i64,
    crowded: i64,
}

impl Candidate {
    /// The better, the earlier.
    fn rank(&self) -> (Reverse<i64>, i64, usize) {
        (Reverse(self.value), self.crowded, self.pair)
    }
}

/// The set with the greatest sum of affinities less prices among those that reach the floor and keep the rules; none if no
/// set does. Prices stand by reviewer, all in millionths. Of equals the less crowded reviewers are taken.
pub(super) fn best_set(
    round: &Round,
    application: usize,
    floor: i64,
    prices: &[i64],
    crowded: &[i64],
    counts: Counts,
) -> Option<Choice> {
    let wanted = round.applications()[application].readings as usize;
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut search = Search::begin(round, floor);
    for pair in round.pairs_of(application) {
        let it = round.pairs()[pair];
        let worth = it.affinity.in_millionths();
        let counted = if counts == Counts::Affinity { worth } else { 0 };
        let value = counted - prices[it.reviewer as usize];
        let candidate = Candidate { pair, worth, value, crowded: crowded[it.reviewer as usize] };
        if it.is_frozen {
            search.take(candidate);
        } else {
            candidates.push(candidate);
        }
    }
    let left = wanted.checked_sub(search.taken.len()).filter(|it| *it <= candidates.len())?;
    if round.groups().is_empty() && left > 0 && left < candidates.len() {
        candidates.select_nth_unstable_by_key(left - 1, Candidate::rank);
        let top = &candidates[..left];
        if search.worth + top.iter().map(|it| it.worth).sum::<i64>() >= floor {
            let pairs = search.taken.iter().copied().chain(top.iter().map(|it| it.pair)).collect();
            return Some(Choice { value: search.value + top.iter().map(|it| it.value).sum::<i64>(), pairs });
        }
    }
    candidates.sort_unstable_by_key(Candidate::rank);
    search.reach = reach(&candidates, left);
    search.left = left;
    search.look(&candidates, 0);
    if search.nodes >= NODES {
        // What the prices alone would allow is never less than the best.
        let value = search.value + candidates.iter().take(left).map(|it| it.value).sum::<i64>();
        return search.best.map(|it| Choice { value, ..it }).or(Some(Choice { value, pairs: Vec::new() }));
    }
    search.best
}

/// The greatest worth that so many of the candidates from a place on can have.
fn reach(candidates: &[Candidate], most: usize) -> Vec<Vec<i64>> {
    let mut reach = vec![Vec::new(); candidates.len() + 1];
    let mut greatest: Vec<i64> = Vec::new();
    for at in (0..=candidates.len()).rev() {
        if let Some(candidate) = candidates.get(at) {
            let place = greatest.partition_point(|it| *it >= candidate.worth);
            greatest.insert(place, candidate.worth);
            greatest.truncate(most);
        }
        let mut sum = 0;
        reach[at] = std::iter::once(0)
            .chain(greatest.iter().map(|it| {
                sum += it;
                sum
            }))
            .collect();
    }
    reach
}

struct Search<'a> {
    round: &'a Round,
    floor: i64,
    left: usize,
    taken: Vec<usize>,
    worth: i64,
    value: i64,
    reach: Vec<Vec<i64>>,
    best: Option<Choice>,
    nodes: u32,
}

impl<'a> Search<'a> {
    fn begin(round: &'a Round, floor: i64) -> Self {
        let (taken, reach) = (Vec::new(), Vec::new());
        Self { round, floor, left: 0, taken, worth: 0, value: 0, reach, best: None, nodes: 0 }
    }

    fn take(&mut self, it: Candidate) {
        self.taken.push(it.pair);
        self.worth += it.worth;
        self.value += it.value;
    }

    fn drop_last(&mut self, it: Candidate) {
        self.taken.pop();
        self.worth -= it.worth;
        self.value -= it.value;
    }

    fn look(&mut self, candidates: &[Candidate], from: usize) {
        self.nodes += 1;
        if self.left == 0 {
            if self.worth >= self.floor && self.keeps_rules() && self.beats(self.value) {
                self.best = Some(Choice { value: self.value, pairs: self.taken.clone() });
            }
            return;
        }
        for at in from..candidates.len() {
            let Some(next) = candidates.get(at..at + self.left) else { return };
            let reachable = self.reach[at].get(self.left).is_some_and(|it| self.worth + it >= self.floor);
            if !reachable
                || !self.beats(self.value + next.iter().map(|it| it.value).sum::<i64>())
                || self.nodes >= NODES
            {
                return;
            }
            let it = candidates[at];
            // The last one must reach the floor by itself.
            if self.left > 1 || self.worth + it.worth >= self.floor {
                self.left -= 1;
                self.take(it);
                self.look(candidates, at + 1);
                self.drop_last(it);
                self.left += 1;
            }
        }
    }

    fn beats(&self, value: i64) -> bool {
        self.best.as_ref().is_none_or(|it| value > it.value)
    }

    fn keeps_rules(&self) -> bool {
        let groups = self.round.groups();
        if groups.is_empty() {
            return true;
        }
        let mut counts = vec![0_u32; groups.len()];
        for pair in &self.taken {
            for group in self.round.groups_of(self.round.pairs()[*pair].reviewer) {
                counts[group as usize] += 1;
            }
        }
        groups.iter().zip(counts).all(|(it, count)| it.at_least <= count && count <= it.at_most)
    }
}
