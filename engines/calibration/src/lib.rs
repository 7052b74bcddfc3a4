//! Tells what reviewers’ scores say of the applications, once the reviewers’ own leanings are taken out.
//!
//! Its words: a *review* is one reviewer’s *score* of one application, with a *weight* and *relations* (same country);
//! a *leaning* is how much higher a reviewer scores than others would, a *scale* how widely; a *calibrated score* is
//! what a middling reviewer would give; *parts* are applications that no reviewer connects; a *draw* is what all scores
//! could be, and the *chance* of an application is the share of the draws in which it is chosen; a *batch* is the next
//! further reviews. It needs no other crate of ours and tells nobody; whoever draws under quotas hands in how they
//! choose.
//!
//! A score is taken as `y = μ + x'β + θ + b + e`: a common mean, relations, the application, the reviewer’s leaning,
//! and chance. [`calibrate`] finds the variances by (restricted) maximum likelihood and the rest by best linear
//! unbiased prediction; it tries a model with scales where there are reviews enough, and uses it only if it tells
//! held-out reviews better. The result has the steps from each raw mean to the calibrated score, the adjustment for
//! each reviewer in plain words, what each relation does, chances ([`Calibration::chances`]), and which further reviews
//! would tell most ([`Calibration::next_batch`]).
//!
//! Everything is plain arithmetic in a fixed order, with `exp`, `log` and `erfc` written out in software: the same
//! reviews and the same seed give the same bytes on every machine. Work is counted, never time.
//!
//! ```
//! use calibration::{Plan, Review, Reviews, calibrate, unwatched};
//!
//! // Three applications; the second reviewer is two points stricter than the first.
//! let scores = [(0, 0, 8.0), (0, 1, 6.1), (1, 0, 6.0), (1, 1, 3.9), (2, 1, 5.0)];
//! let rows = scores.map(|(application, reviewer, score)| Review::new(application, reviewer, score));
//! let reviews = Reviews::check(3, 2, 0, rows.to_vec())?;
//!
//! let found = calibrate(&reviews, &Plan::default(), &mut unwatched)?;
//!
//! // Read by the strict one only, the third application is as good as the second raw mean and better than it looks.
//! assert!(found.applications[2].score.value > found.applications[1].score.value + 0.5);
//! # Ok::<(), calibration::Refused>(())
//! ```

mod adjustment;
mod application;
mod calibrate;
mod calibration;
mod chance;
mod comparison;
mod components;
mod draws;
mod extra;
mod leanings;
mod linear;
mod model;
mod progress;
mod published;
mod refused;
mod relation;
mod review;
mod scales;

pub use adjustment::{Adjustment, Leaning, Reach, Scale};
pub use application::{Calibrated, Steps};
pub use calibrate::{Plan, calibrate};
pub use calibration::{Calibration, Difference, Estimate, FRAIL, Model, Spread};
pub use chance::{Seed, Stream};
pub use comparison::Comparison;
pub use components::Components;
pub use draws::{Chances, ChoiceRefused, GREY, Zone};
pub use extra::{Batch, End, Extra, Wanted, WantedRefused, Worth};
pub use model::Criterion;
pub use progress::{Go, Progress, Stage, Stopped, Watch, unwatched};
pub use published::{InPart, Named, Names, Published, rounded};
pub use refused::Refused;
pub use relation::Relation;
pub use review::{MOST_OF_THE_FEWER, MOST_RELATIONS, MOST_REVIEWS, Review, Reviews};

#[cfg(test)]
mod tests;
