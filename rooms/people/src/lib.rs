//! Who: one person once, whatever they do in the edition; how they sign in, and what is kept of them.
//!
//! Its words: a [`Person`] has a name as printed, an office and a country; an application and a participation are
//! facts about a person; erasing takes away what somebody told us and keeps what was counted. Needs the programme
//! (activities); tells [`host::Fact::PersonErased`].

mod actions;
mod ceremony;
pub mod edition;
mod letters;
mod model;
pub mod pages;
mod passkeys;
mod refusal;
pub mod sample;
mod store;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub use actions::{erase, find_or_make};
pub use letters::sign_in_path;
pub use model::{File, NewPerson, Participant, Party, Person};
pub use refusal::PeopleRefusal;
pub use store::{countries_of_participants, named, participants, person, person_by_key};
