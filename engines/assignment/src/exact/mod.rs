//! The best total: one cheapest flow, with prices that prove it.

mod assign;
mod layout;
mod prices;
mod ties;

pub use assign::{Assignment, Wishes, assign};
pub(crate) use assign::{carried, course, pairings, settled};
pub(crate) use layout::{Grain, Layout};
pub use prices::{GroupPrice, Priced, Prices};
