//! The words that every other crate speaks: identities, languages, texts, times, addresses.
//!
//! Pure values, parsed once and trusted afterwards. Needs nothing; tells nobody.

mod country;
mod deadline;
mod email;
mod id;
mod key;
mod language;
pub mod mark;
mod say;
mod text;

pub use country::{Country, InvalidCountry, Region};
pub use deadline::Deadline;
pub use email::{EmailAddress, InvalidEmail};
pub use id::Id;
pub use key::{InvalidKey, Key};
pub use language::{InvalidLanguage, Language};
pub use say::{Say, Word};
pub use text::Text;
