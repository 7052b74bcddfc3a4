//! Finds contradictions: everything that an edition's prose says, held against its record and against itself.
//!
//! Its words: *record* (what is known), *passage* (a piece of prose), *claim* (what a passage states), *finding* (two
//! statements that do not go together). It needs nothing of ours and does nothing but think: same record and prose, same
//! findings, in the same order. It would rather miss a contradiction than raise a false alarm.

mod finding;
mod model;
pub mod proving;
mod reading;
mod rules;

pub use finding::{Fact, Finding, FindingKind, Proposal, Quote, Severity, Side, Value};
pub use model::{
    Activity, ActivityKind, Display, Event, Figure, Language, Link, LinkState, Mode, Name, Observed, Organisation,
    Output, Passage, Person, Quotation, Record, Role, Session, Status, Tier,
};

/// Holds prose against a record and against itself.
///
/// The findings come in the order of the passages and of the words in them; what the record says against itself stands
/// at the end.
pub fn find(record: &Record, prose: &[Passage]) -> Vec<Finding> {
    let subjects = reading::scope::Subjects::of(record);
    let pages: Vec<_> = prose.iter().map(|it| reading::page(it, &subjects, record)).collect();
    rules::all(record, &pages)
}
