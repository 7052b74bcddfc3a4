//! From chances to one assignment, in which every pair stands with just its chance.

use super::chances::Chances;
use super::seed::Numbers;
use crate::exact::{Grain, Layout};
use crate::model::Round;

/// A way with a part of a whole in it.
struct Way {
    ends: [u32; 2],
    parts: i64,
}

/// Draws the assignment: goes round a circle of ways that hold parts of a whole, and moves parts along it one way or the
/// other, each with the chance that keeps all expectations. Every time at least one way becomes whole; at every node what
/// comes and goes is whole, so that a walk along ways with parts always closes a circle.
pub(super) fn draw(round: &Round, chances: &Chances, seed: &[u8; 32]) -> Vec<usize> {
    let whole = chances.whole;
    let mut parts: Vec<i64> = chances.parts.clone();
    if let Ok(layout) = Layout::of(round, Grain { parts: whole, cap: whole }) {
        let mut ways = ways(round, &layout, chances);
        let mut numbers = Numbers::from(seed);
        even_out(&mut ways, layout.network.supplies.len(), whole, &mut numbers);
        for (part, way) in parts.iter_mut().zip(&ways) {
            *part = way.parts;
        }
    }
    (0..parts.len()).filter(|it| parts[*it] == whole).collect()
}

/// All ways of the network with what the chances let through: pairs, groups, and what reviewers read beyond their least.
fn ways(round: &Round, layout: &Layout, chances: &Chances) -> Vec<Way> {
    let mut through = vec![0; layout.network.supplies.len()];
    let mut ways = Vec::with_capacity(layout.network.arcs.len());
    for (at, arc) in layout.network.arcs.iter().enumerate().take(round.pairs().len()) {
        through[arc.head as usize] += chances.parts[at];
        if !round.pairs()[at].is_frozen {
            through[arc.tail as usize] += chances.parts[at];
        }
        ways.push(Way { ends: [arc.tail, arc.head], parts: chances.parts[at] });
    }
    // Groups within others come later, so their sums are known when they are met from behind.
    for knot in layout.knots.iter().rev() {
        let sum = through[knot.node as usize];
        through[knot.around as usize] += sum;
    }
    for knot in &layout.knots {
        ways.push(Way { ends: [knot.around, knot.node], parts: through[knot.node as usize] });
    }
    for reviewer in 0..round.reviewers().len() as u32 {
        let node = layout.reviewer(reviewer);
        ways.push(Way { ends: [node, layout.spare], parts: through[node as usize] });
    }
    ways
}

fn even_out(ways: &mut [Way], nodes: usize, whole: i64, numbers: &mut Numbers) {
    let mut at_node: Vec<Vec<u32>> = vec![Vec::new(); nodes];
    for (at, way) in ways.iter().enumerate().filter(|(_, it)| it.parts % whole != 0) {
        for end in way.ends {
            at_node[end as usize].push(at as u32);
        }
    }
    let mut place: Vec<Option<usize>> = vec![None; nodes];
    for start in 0..nodes {
        // The walk so far: the ways taken, and the node that each was taken from.
        let mut walk: Vec<(u32, u32)> = Vec::new();
        let mut node = start as u32;
        loop {
            let last = walk.last().map(|it| it.0);
            let open = &mut at_node[node as usize];
            while open.last().is_some_and(|it| ways[*it as usize].parts % whole == 0) {
                open.pop();
            }
            let next = open.iter().rev().copied().find(|it| Some(*it) != last && ways[*it as usize].parts % whole != 0);
            let Some(next) = next else { break };
            place[node as usize] = Some(walk.len());
            walk.push((next, node));
            let [one, other] = ways[next as usize].ends;
            node = if one == node { other } else { one };
            if let Some(begun) = place[node as usize] {
                move_round(ways, &walk[begun..], whole, numbers);
                for (_, passed) in walk.drain(begun..) {
                    place[passed as usize] = None;
                }
            }
        }
        for (_, passed) in walk {
            place[passed as usize] = None;
        }
    }
}

/// Moves parts round a circle until one way is whole: forwards or backwards, as the numbers say.
fn move_round(ways: &mut [Way], circle: &[(u32, u32)], whole: i64, numbers: &mut Numbers) {
    let (mut forwards, mut backwards) = (i64::MAX, i64::MAX);
    for (way, from) in circle {
        let way = &ways[*way as usize];
        let (up, down) = (whole - way.parts.rem_euclid(whole), way.parts.rem_euclid(whole));
        let along = way.ends[0] == *from;
        forwards = forwards.min(if along { up } else { down });
        backwards = backwards.min(if along { down } else { up });
    }
    let draw = numbers.below((forwards + backwards).cast_unsigned()).cast_signed();
    let moved = if draw < backwards { forwards } else { -backwards };
    for (way, from) in circle {
        let way = &mut ways[*way as usize];
        way.parts += if way.ends[0] == *from { moved } else { -moved };
    }
}
