//! Flows through a network: whether enough can flow, and the cheapest way. Knows nothing of applications.

mod network;
mod number;
mod reach;
mod scaling;

pub(crate) use network::{Arc, Network, Residual};
pub(crate) use reach::saturate;
pub(crate) use scaling::{Course, cheapen};
