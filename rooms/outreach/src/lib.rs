//! What is shown and told outside: observed figures, external events, quotations, answers, and the letters that left.
//!
//! Its words: an [`Observation`] is a number somebody counted elsewhere, an [`ExternalEvent`] is one where the programme
//! was a guest, a [`Quotation`] was approved by who said it. Needs programme and people; tells nobody.

pub mod actions;
pub mod edition;
mod fields;
pub mod letters;
pub mod model;
pub mod pages;
mod refusal;
pub mod sample;
mod store;
#[cfg(test)]
mod tests;

pub use letters::NEWS;
pub use model::{ExternalEvent, ItemResult, LetterState, Observation, Quotation, Survey, SurveyItem};
pub use refusal::OutreachRefusal;
pub use store::{
    bounced_addresses, external_events, letters_by_state, newest_observations, observations, quotations, survey_results,
};
