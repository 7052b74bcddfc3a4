//! Chance that is the same on every machine: a stream of random words from a seed, and normal deviates from it.

mod normal;
mod stream;

pub(crate) use normal::{below, density, quantile};
pub use stream::{Seed, Stream};
