//! The nouns: applicants, quotas, the rule of choosing, and what comes out.

mod applicant;
mod flaw;
mod instance;
mod kinds;
mod lottery;
mod policy;
mod quota;
mod sha;

pub use applicant::{Applicant, MERIT_UNIT, Merit, Standing, State, merit_units};
pub use flaw::{Flaw, Flaws};
pub use instance::Instance;
pub use kinds::{Kind, Kinds};
pub use lottery::{Lottery, Panel, WHOLE};
pub use policy::{Floor, MeritRule, Objective, Policy, TieBand};
pub use quota::{Condition, Quota};
pub use sha::sha256;
