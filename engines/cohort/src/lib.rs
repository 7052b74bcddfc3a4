//! Chooses a cohort under quotas, fairly, with a proof that an outsider can check.
//!
//! Its words: an *instance* is applicants, *quotas* and a size; a *kind* is applicants whom the rule cannot tell apart; a
//! *panel* is a cohort that keeps all quotas; a *tier* (core, zone, out) tells whether merit decides or the lot; a
//! *lottery* is panels with weights, and a *chance* what it gives one person; a *stage* proves that no lottery is fairer.
//! It needs no other crate of ours, no clock, no file and no chance of its own, and tells nobody: progress goes to the
//! caller's ear, which may stop the work; effort is counted in simplex steps, never in time.
//!
//! The way through it: [`model::Instance::new`] looks the question through; [`feasibility`] tells whether any panel
//! exists and what would have to give way; [`select`] chooses; [`Certificate::of`] writes the proof down and
//! [`check::check`] checks it without the code that wrote it; [`tickets`] draws one panel in public;
//! [`replacement`] mends it after declines; [`explanation`] tells each applicant why.
//!
//! What leaves floating point is rounded by declared rules: merit to millionths of a point ([`model::MERIT_UNIT`]),
//! weights of panels to parts of 10¹² ([`model::WHOLE`]), prices to ten digits, multipliers to parts of 2³⁰
//! ([`solver::SCALE`]); from there all is whole numbers. Only `+ − × ÷ √` and `libm` are used, so the same input gives
//! the same bytes on every machine.

mod certificate;
pub mod check;
pub mod explanation;
pub mod fair;
pub mod feasibility;
pub mod merit;
pub mod model;
pub mod polytope;
pub mod replacement;
pub mod sample;
mod searching;
mod select;
pub mod solver;
pub mod tickets;

pub use certificate::{CaseOn, Certificate, FORM, Group, MeritClaim, ProofClaim, StageClaim, Times};
pub use searching::greatest;
pub use select::{Merited, Selection, Unselected, select};

/// The page for a committee, whose example is tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
