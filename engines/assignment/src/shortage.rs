//! Why no assignment is possible, in words that can be checked by counting.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use crate::exact::Layout;
use crate::model::Round;

/// How many names a sentence lists before it counts the rest.
const NAMES: usize = 8;

/// Why a round cannot be assigned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Shortage {
    /// More of a reviewer's readings are frozen than they can read.
    #[error(
        "{frozen} readings by “{reviewer}” are frozen, but {reviewer} can read at most {at_most}; \
         raise the load or release some"
    )]
    FrozenBeyondLoad {
        /// Who.
        reviewer: String,
        /// How many are frozen.
        frozen: u32,
        /// How many they can read.
        at_most: u32,
    },
    /// More readings of an application are frozen than it needs.
    #[error(
        "{frozen} readings of “{application}” are frozen, but it needs {readings}; want more readings or release some"
    )]
    FrozenBeyondReadings {
        /// What.
        application: String,
        /// How many are frozen.
        frozen: u32,
        /// How many it needs.
        readings: u32,
    },
    /// The least numbers of the rules add up to more than the readings.
    #[error(
        "the rules ask for more readers of “{application}” than its {readings} readings; lower a rule's least number"
    )]
    RulesBeyondReadings {
        /// What.
        application: String,
        /// How many readings it needs.
        readings: u32,
    },
    /// What is frozen or asked within a group is more than the group may read.
    #[error(
        "“{application}” has, or must have, more readers of the group “{group}” than the rule allows; \
         release a frozen pair or mend the rule"
    )]
    RulesCross {
        /// What.
        application: String,
        /// The group.
        group: String,
    },
    /// The least loads add up to more than all readings.
    #[error(
        "the reviewers are to read at least {at_least} applications in all, but only {readings} readings are wanted; \
         lower the least loads"
    )]
    LoadsBeyondReadings {
        /// The sum of the least loads.
        at_least: u64,
        /// All readings.
        readings: u64,
    },
    /// Some applications need more readings than those who may read them can give.
    #[error("{0}")]
    Readers(Cut),
    /// Some reviewers are to read more than can be given to them.
    #[error("{0}")]
    Loads(Cut),
}

/// Applications and reviewers between whom too little can flow (the least cut of L. R. Ford and D. R. Fulkerson, 1956; with
/// lower bounds A. J. Hoffman 1960). `wanted = at_most + once + by_rules + missing`; all four can be counted by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// The applications: that lack readers, or that alone feed the reviewers.
    pub applications: Vec<String>,
    /// The reviewers: who alone can read them, or who lack applications.
    pub reviewers: Vec<String>,
    /// Readings wanted (frozen ones are not counted).
    pub wanted: i64,
    /// Readings that `reviewers` (or `applications`) can give.
    pub at_most: i64,
    /// Readings of single pairs across the cut: one each.
    pub once: i64,
    /// Readings that rules let across the cut.
    pub by_rules: i64,
    /// What is missing: at least so much load, or so many readings, must be added.
    pub missing: i64,
    /// Whether it is the reviewers who lack applications.
    pub lacks_applications: bool,
}

impl Shortage {
    /// Reads a cut of the network as words. `giving` tells the nodes from which what is left cannot get away.
    pub(crate) fn of(round: &Round, layout: &Layout, giving: &[bool]) -> Self {
        let lacks_applications = giving[layout.spare as usize];
        // The side that is short: the giving one, or, if the spare node is on it, the other.
        let short = |node: u32| giving[node as usize] != lacks_applications;
        let parts = layout.grain.parts;
        let mut applications: Vec<u32> = (0..round.applications().len() as u32).filter(|it| short(*it)).collect();
        applications.extend(layout.knots.iter().filter(|it| short(it.node)).map(|it| it.application));
        applications.sort_unstable();
        applications.dedup();
        let reviewers: Vec<u32> =
            (0..round.reviewers().len() as u32).filter(|it| short(layout.reviewer(*it))).collect();
        let given: i64 =
            (0..layout.first_reviewer).filter(|it| short(*it)).map(|it| layout.network.supplies[it as usize]).sum();
        let load = |it: &u32, most: bool| {
            let (reviewer, frozen) = (&round.reviewers()[*it as usize], layout.frozen_of_reviewer[*it as usize]);
            let bound = if most { reviewer.at_most } else { reviewer.at_least };
            (i64::from(bound) - frozen).max(0)
        };
        let loads: i64 = reviewers.iter().map(|it| load(it, !lacks_applications)).sum();
        let crossing = |range: std::ops::Range<usize>| -> i64 {
            let across =
                layout.network.arcs[range].iter().filter(|it| giving[it.tail as usize] && !giving[it.head as usize]);
            across.map(|it| it.capacity).sum::<i64>() / parts
        };
        let pairs = round.pairs().len();
        let (once, by_rules) = (crossing(0..pairs), crossing(pairs..pairs + layout.knots.len()));
        let given = given / parts;
        let (wanted, at_most) = if lacks_applications { (loads, given) } else { (given, loads) };
        let named = |it: &&u32| !lacks_applications || load(it, false) > 0;
        let cut = Cut {
            applications: applications.iter().map(|it| round.applications()[*it as usize].id.clone()).collect(),
            reviewers: reviewers.iter().filter(named).map(|it| round.reviewers()[*it as usize].id.clone()).collect(),
            wanted,
            at_most,
            once,
            by_rules,
            missing: wanted - at_most - once - by_rules,
            lacks_applications,
        };
        if lacks_applications { Self::Loads(cut) } else { Self::Readers(cut) }
    }
}

impl fmt::Display for Cut {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wanted, at_most, once, by_rules, missing, .. } = self;
        let (applications, reviewers) = (listed(&self.applications), listed(&self.reviewers));
        let (some, many) = (self.applications.len(), self.reviewers.len());
        if self.lacks_applications {
            write!(
                out,
                "{} ({reviewers}) must read at least {wanted} in all, but ",
                of(many, "reviewer", "reviewers")
            )?;
            if some == 0 {
                write!(out, "no application is left to them alone")?;
            } else {
                write!(
                    out,
                    "{} ({applications}) give them at most {at_most}",
                    of(some, "application", "applications")
                )?;
            }
            if *once > 0 {
                write!(out, ", and the other applications that they may read at most {once} more")?;
            }
        } else {
            write!(out, "{} ({applications}) need {wanted} readings, but ", of(some, "application", "applications"))?;
            if many == 0 {
                write!(out, "nobody has them as a free choice")?;
            } else {
                write!(out, "{} ({reviewers}) can give them at most {at_most}", of(many, "reviewer", "reviewers"))?;
            }
            if *once > 0 {
                write!(out, ", and the others who may read them {once} more, one for each such pair")?;
            }
        }
        if *by_rules > 0 {
            write!(out, ", and the group rules let {by_rules} more through")?;
        }
        write!(out, ". {missing} {} missing. ", if *missing == 1 { "is" } else { "are" })?;
        out.write_str(if self.lacks_applications {
            "Lower these reviewers' least loads, lift a conflict, or want more readings"
        } else {
            "Raise the loads of these reviewers, find another reviewer, lift a conflict or a rule, or want fewer readings"
        })
    }
}

fn of(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The first names, and how many more there are.
fn listed(names: &[String]) -> String {
    let mut words = String::new();
    for (at, name) in names.iter().take(NAMES).enumerate() {
        let _ = write!(words, "{}{name}", if at == 0 { "" } else { ", " });
    }
    if names.len() > NAMES {
        let _ = write!(words, " and {} more", names.len() - NAMES);
    }
    words
}
