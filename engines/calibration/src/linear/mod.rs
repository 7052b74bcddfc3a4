//! Dense symmetric matrices: put together, factored, inverted, always in the same order of operations.
//!
//! Written out in plain additions and multiplications, four rows at a time, so that the last bit is the same on every
//! machine; a compiler may use the wide registers it finds, but may not change the order of a sum.

mod factor;
mod inverse;
mod panels;

pub(crate) use factor::Factor;
pub(crate) use panels::Panels;
