//! The fairest floor: first the least score of an application is made as great as can be, then the total above it.

mod bound;
mod choice;
mod draft;
mod exchange;
mod search;
mod weighing;

pub use search::{Effort, FairFloor, fair_floor};
