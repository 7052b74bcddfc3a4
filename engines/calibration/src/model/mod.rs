//! The crossed model of scores: its sums, its equations, its criterion, and what is known after the scores are seen.
//!
//! A score is `x'β + l_j θ_i + b_j + e`, with `θ ~ N(0, σ_a²)`, `b ~ N(0, σ_b²)` and `e ~ N(0, σ² / w)`. The loading
//! `l_j` is one in the model of leanings; the model of scales gives each reviewer its own.

mod criterion;
mod design;
mod equations;
mod posterior;
mod search;
mod sums;

pub use criterion::Criterion;
pub(crate) use criterion::{criterion, slope};
pub(crate) use design::Design;
pub(crate) use equations::{Equations, Ratios};
pub(crate) use posterior::{Effect, Posterior};
pub(crate) use search::{Found, search};
pub(crate) use sums::{Hand, Side, Sums, USUAL};
