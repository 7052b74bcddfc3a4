//! Statistical disclosure control: which counts of people may be published together, and what must be kept back.
//!
//! Its words: a *view* is a table of *cells* with *sums*; a cell is *shown* exactly, in a *band*, or *hidden*; a hidden
//! cell is *primary* if its own count is small and a *complement* if others could be computed from it; an *exposure* is
//! what a reader can work out in spite of it.
//! It needs no other crate of ours and tells nobody. `protect` decides from the counts; `audit` knows only what is
//! published and finds for each hidden cell the least and the greatest count that still fit everything.
//!
//! The rule: a hidden cell that could be smaller than the threshold must be open over at least the threshold's width
//! (`most - least >= threshold`), so that nobody can say that it is small, or how small. A cell whose band is small must be
//! open over the whole of its band. That a cell is zero may be known, unless zeros disclose. Between two publications it
//! must stay possible of every cell that nobody came to it, or at least the threshold's width must be open.
//!
//! The reader of the rule has what is published, and knows that counts are whole and not negative. Who counts
//! themselves among a cell knows one more of it; who knows how complements are chosen may guess better than the
//! intervals tell. Neither is protected against.
//!
//! Sources: the threshold rule and complementary suppression as in A. Hundepool et al., *Statistical Disclosure
//! Control* (Wiley 2012), chapter 4; complements by a cheapest flow through the tables, after J. Castro, *A shortest-paths
//! heuristic for statistical data protection in positive tables* (INFORMS J. on Computing 19, 2007), here as a linear
//! programme, since linked tables are no network.

mod audit;
mod band;
mod complement;
mod history;
mod integer;
mod memory;
mod parts;
mod protect;
mod published;
mod ratio;
mod simplex;
mod view;
mod witness;

pub use audit::{Exposure, Interval, audit, interval};
pub use band::{Band, Bands};
pub use history::protect_with_history;
pub use protect::{Protection, Refusal, Rule, protect};
pub use published::{Care, Figure, Published, Shown};
pub use view::{Cell, Form, Sum, View};

#[cfg(test)]
mod tests;
