//! The network of a round: applications give readings, reviewers take them, groups stand between.

use crate::flow::{Arc, Network};
use crate::model::Round;
use crate::shortage::Shortage;

/// In what parts a reading is counted, and how much of a pair may be used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grain {
    /// How many parts a whole reading has: one for assignments, 1,024 for chances.
    pub(crate) parts: i64,
    /// How many parts of a pair may be assigned at most. Frozen pairs are assigned whole all the same.
    pub(crate) cap: i64,
}

impl Grain {
    /// Whole readings.
    pub(crate) const WHOLE: Self = Self { parts: 1, cap: 1 };
}

/// A group of one application that has a node of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Knot {
    pub(crate) application: u32,
    pub(crate) group: u32,
    pub(crate) node: u32,
    /// The node of the group around it, or of the application.
    pub(crate) around: u32,
    /// Readings that it gets whatever else, frozen ones not counted, those of the groups within it counted.
    pub(crate) at_least: i64,
    /// Readings by its members that are frozen.
    pub(crate) frozen: i64,
}

/// The network, and where things stand in it. The arc of pair number i is arc number i; arcs of reviewers to the spare
/// node stand last.
pub(crate) struct Layout {
    pub(crate) network: Network,
    pub(crate) knots: Vec<Knot>,
    pub(crate) first_reviewer: u32,
    /// The node that takes what reviewers read beyond their least.
    pub(crate) spare: u32,
    /// How many readings of each reviewer are frozen.
    pub(crate) frozen_of_reviewer: Vec<i64>,
    pub(crate) grain: Grain,
}

impl Layout {
    /// Lays a round out. Lower bounds become supplies: what must flow is sent on its way beforehand.
    pub(crate) fn of(round: &Round, grain: Grain) -> Result<Self, Shortage> {
        let mut laying = Laying::begin(round, grain)?;
        for application in 0..round.applications().len() {
            laying.application(application)?;
        }
        laying.end()
    }

    /// The node of a reviewer.
    pub(crate) fn reviewer(&self, reviewer: u32) -> u32 {
        self.first_reviewer + reviewer
    }
}

/// A network while it is laid out. Nodes: applications, then knots, then reviewers, then the spare one; reviewers are
/// numbered from zero until it is known how many knots there are.
struct Laying<'a> {
    round: &'a Round,
    grain: Grain,
    supplies: Vec<i64>,
    pair_tails: Vec<u32>,
    knots: Vec<Knot>,
    knot_arcs: Vec<Arc>,
    frozen_of_reviewer: Vec<i64>,
}

impl<'a> Laying<'a> {
    fn begin(round: &'a Round, grain: Grain) -> Result<Self, Shortage> {
        let mut frozen_of_reviewer = vec![0; round.reviewers().len()];
        for pair in round.pairs().iter().filter(|it| it.is_frozen) {
            frozen_of_reviewer[pair.reviewer as usize] += 1;
        }
        for (reviewer, frozen) in round.reviewers().iter().zip(&frozen_of_reviewer) {
            if *frozen > i64::from(reviewer.at_most) {
                return Err(Shortage::FrozenBeyondLoad {
                    reviewer: reviewer.id.clone(),
                    frozen: *frozen as u32,
                    at_most: reviewer.at_most,
                });
            }
        }
        let supplies = vec![0; round.applications().len()];
        let pair_tails = Vec::with_capacity(round.pairs().len());
        Ok(Self { round, grain, supplies, pair_tails, knots: Vec::new(), knot_arcs: Vec::new(), frozen_of_reviewer })
    }

    fn application(&mut self, application: usize) -> Result<(), Shortage> {
        let round = self.round;
        let pairs = &round.pairs()[round.pairs_of(application)];
        let frozen: i64 = pairs.iter().map(|it| i64::from(it.is_frozen)).sum();
        let wanted = &round.applications()[application];
        if frozen > i64::from(wanted.readings) {
            return Err(Shortage::FrozenBeyondReadings {
                application: wanted.id.clone(),
                frozen: frozen as u32,
                readings: wanted.readings,
            });
        }
        let node_of = self.tie_knots(application)?;
        for pair in pairs {
            let around = round.groups_of(pair.reviewer).find_map(|it| node_of.get(it as usize).copied().flatten());
            self.pair_tails.push(around.unwrap_or(application as u32));
        }
        let own = self.knots.iter().rev().take_while(|it| it.application == application as u32);
        let sent: i64 = own.filter(|it| it.around == application as u32).map(|it| it.at_least).sum();
        let left = i64::from(wanted.readings) - frozen - sent;
        if left < 0 {
            return Err(Shortage::RulesBeyondReadings { application: wanted.id.clone(), readings: wanted.readings });
        }
        self.supplies[application] = left * self.grain.parts;
        Ok(())
    }

    /// Gives those groups nodes that could bind this application, and answers which have one.
    fn tie_knots(&mut self, application: usize) -> Result<Vec<Option<u32>>, Shortage> {
        let round = self.round;
        let groups = round.groups();
        if groups.is_empty() {
            return Ok(Vec::new());
        }
        let (mut frozen, mut open) = (vec![0_i64; groups.len()], vec![0_i64; groups.len()]);
        for pair in &round.pairs()[round.pairs_of(application)] {
            for group in round.groups_of(pair.reviewer) {
                *(if pair.is_frozen { &mut frozen } else { &mut open }).get_mut(group as usize).expect("a group") += 1;
            }
        }
        let mut least: Vec<i64> = (0..groups.len()).map(|it| i64::from(groups[it].at_least) - frozen[it]).collect();
        let mut within = vec![0_i64; groups.len()];
        for at in (0..groups.len()).rev() {
            least[at] = least[at].max(within[at]).max(0);
            if let Some(parent) = groups[at].parent {
                within[parent as usize] += least[at];
            }
        }
        let mut node_of = vec![None; groups.len()];
        for (at, group) in groups.iter().enumerate() {
            let room = i64::from(group.at_most) - frozen[at] - least[at];
            if room < 0 {
                let (application, group) = (round.applications()[application].id.clone(), group.label.clone());
                return Err(Shortage::RulesCross { application, group });
            }
            let binds = open[at] * self.grain.cap > (room + least[at]) * self.grain.parts;
            if !binds && least[at] == 0 {
                continue;
            }
            let around = std::iter::successors(group.parent, |it| groups[*it as usize].parent)
                .find_map(|it| node_of[it as usize])
                .unwrap_or(application as u32);
            let node = (round.applications().len() + self.knots.len()) as u32;
            node_of[at] = Some(node);
            let knot = Knot {
                application: application as u32,
                group: at as u32,
                node,
                around,
                at_least: least[at],
                frozen: frozen[at],
            };
            self.knots.push(knot);
            self.supplies.push((least[at] - within[at]) * self.grain.parts);
            // Without a greatest number the way is wider than it can ever be used, so that it is never scarce.
            let room = room.min(i64::from(round.applications()[application].readings) + 1);
            self.knot_arcs.push(Arc { tail: around, head: node, capacity: room * self.grain.parts, cost: 0 });
        }
        Ok(node_of)
    }

    fn end(mut self) -> Result<Layout, Shortage> {
        let round = self.round;
        let first_reviewer = self.supplies.len() as u32;
        let spare = first_reviewer + round.reviewers().len() as u32;
        let mut arcs = Vec::with_capacity(round.pairs().len() + self.knots.len() + round.reviewers().len());
        for (pair, tail) in round.pairs().iter().zip(&self.pair_tails) {
            let capacity = if pair.is_frozen { 0 } else { self.grain.cap };
            let cost = -pair.affinity.in_millionths();
            arcs.push(Arc { tail: *tail, head: first_reviewer + pair.reviewer, capacity, cost });
        }
        arcs.append(&mut self.knot_arcs);
        let mut beyond: i64 = self.supplies.iter().sum();
        for (at, reviewer) in round.reviewers().iter().enumerate() {
            let frozen = self.frozen_of_reviewer[at];
            let least = (i64::from(reviewer.at_least) - frozen).max(0) * self.grain.parts;
            let most = (i64::from(reviewer.at_most) - frozen) * self.grain.parts;
            self.supplies.push(-least);
            beyond -= least;
            arcs.push(Arc { tail: first_reviewer + at as u32, head: spare, capacity: most - least, cost: 0 });
        }
        if beyond < 0 {
            let at_least = round.reviewers().iter().map(|it| u64::from(it.at_least)).sum();
            return Err(Shortage::LoadsBeyondReadings { at_least, readings: round.readings() as u64 });
        }
        self.supplies.push(-beyond);
        Ok(Layout {
            network: Network { supplies: self.supplies, arcs },
            knots: self.knots,
            first_reviewer,
            spare,
            frozen_of_reviewer: self.frozen_of_reviewer,
            grain: self.grain,
        })
    }
}
