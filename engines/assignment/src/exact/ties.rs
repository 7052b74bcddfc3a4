//! Among assignments that are equally good, a seeded draw decides: not the order of the rows, nor anybody's name.

use sha2::{Digest, Sha256};

use super::layout::Layout;
use crate::flow::{Arc, Course, Network, Residual, cheapen};
use crate::model::Round;

/// How many bits a lot has. With 24, two best assignments draw the same sum with a chance of at most the number of tied
/// pairs in sixteen million (K. Mulmuley, U. Vazirani and V. Vazirani 1987, Combinatorica 7: the isolation lemma).
const BITS: u32 = 24;

/// Moves a cheapest flow to the one among all cheapest flows whose lots come to least. Gives the work, or nothing if it was
/// stopped.
///
/// The prices tell where the cheapest flows may differ: only in ways that cost just the difference of the prices (the
/// complementary slackness of linear programmes). What is left is a flow in that smaller network, where lots are the costs.
pub(super) fn break_ties(
    round: &Round,
    layout: &Layout,
    net: &mut Residual,
    potentials: &[i64],
    seed: &[u8; 32],
    go_on: Course<'_>,
) -> Option<u64> {
    let mut tied = Network { supplies: vec![0; layout.network.supplies.len()], arcs: Vec::new() };
    let mut origin = Vec::new();
    let lots = Lots::of(round, seed);
    for (at, arc) in layout.network.arcs.iter().enumerate() {
        let difference = potentials[arc.head as usize].saturating_sub(potentials[arc.tail as usize]);
        if arc.capacity == 0 || arc.cost != difference {
            continue;
        }
        let cost = if at < round.pairs().len() { lots.lot(round, at) } else { 0 };
        origin.push(at);
        tied.arcs.push(Arc { cost, ..*arc });
    }
    let mut rest = Residual::of(&tied);
    for (small, at) in origin.iter().enumerate() {
        let (way, flow) = (rest.place[small] as usize, net.flow(*at));
        rest.room[way] -= flow;
        rest.room[rest.twin[way] as usize] += flow;
    }
    let outcome = cheapen(&mut rest, &tied, None, go_on);
    for (small, at) in origin.iter().enumerate() {
        let moved = rest.flow(small) - net.flow(*at);
        let way = net.place[*at] as usize;
        net.room[way] -= moved;
        net.room[net.twin[way] as usize] += moved;
    }
    outcome.is_cheapest.then_some(outcome.work)
}

/// What each application and each reviewer brings to the lots of their pairs.
struct Lots {
    applications: Vec<u64>,
    reviewers: Vec<u64>,
}

impl Lots {
    fn of(round: &Round, seed: &[u8; 32]) -> Self {
        let hashed = |kind: &str, id: &str| {
            let sum = Sha256::new().chain_update(seed).chain_update(kind).chain_update([0]).chain_update(id).finalize();
            u64::from_be_bytes(std::array::from_fn(|it| sum[it]))
        };
        Self {
            applications: round.applications().iter().map(|it| hashed("application", &it.id)).collect(),
            reviewers: round.reviewers().iter().map(|it| hashed("reviewer", &it.id)).collect(),
        }
    }

    fn lot(&self, round: &Round, pair: usize) -> i64 {
        let application = self.applications[round.application_of(pair)];
        let reviewer = self.reviewers[round.pairs()[pair].reviewer as usize];
        (mixed(application ^ mixed(reviewer)) >> (64 - BITS)).cast_signed()
    }
}

/// Stirs the bits of a number (G. L. Steele, D. Lea and C. H. Flood 2014, OOPSLA, *Fast splittable pseudorandom number
/// generators*, figure 16, with the constants of D. Stafford).
fn mixed(seed: u64) -> u64 {
    let one = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let two = (one ^ (one >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let three = (two ^ (two >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    three ^ (three >> 31)
}
