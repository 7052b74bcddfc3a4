//! Gives applications to reviewers: the best total, the fairest floor, and a proof of either.
//!
//! Its words: an *application* needs *readings*; a *reviewer* reads between `at_least` and `at_most`; the *affinity* of a
//! pair says how well they fit; a *round* is all of it, checked; an *assignment* says who reads whom; a *score* is the sum of
//! the affinities of an application's readers; *prices* prove a total, a *shortage* says why there is none.
//! It needs no other crate of ours and tells nobody: same round and seed, same bytes, on every machine.
#![doc = concat!("\n\n", include_str!("../README.md"))]

mod chance;
mod change;
pub mod check;
mod design;
mod exact;
mod floor;
mod flow;
mod model;
mod progress;
mod shortage;

pub use chance::{
    Chances, Commitment, Curve, LeastLimit, Scatter, Secret, Spread, least_limits, limited, spread, widest_spread,
};
pub use change::{ChangeCost, Reassignment, reassign};
pub use design::{
    AnchorReaders, Component, Design, Expectation, NoExpectation, Spreads, components, connected_designs, expectation,
    propose_anchors, with_anchors,
};
pub use exact::{Assignment, GroupPrice, Priced, Prices, Wishes, assign};
pub use floor::{Effort, FairFloor, fair_floor};
pub use model::{
    Affinity, Application, Fit, Flaw, Group, GroupRule, NoAffinity, Pair, Pairing, Reviewer, Round, Sheet, Sheets,
    Trait, Unlisted,
};
pub use progress::{Go, Progress, Stage, Standing, to_the_end};
pub use shortage::{Cut, Shortage};
