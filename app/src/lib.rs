//! Convoke, put together: the command line, the assembly of the rooms, and what follows from what.
//!
//! Its words: an operator runs commands, a server answers readers, a demonstration shows the 2025 edition.
//! Needs every room; nobody needs it.

mod assembly;
mod backup;
mod carry;
mod command_line;
mod consequences;
mod demonstration;
mod doctor;
mod editions;
mod health;
mod installation;
mod operator;
mod publications;
mod serve;

pub use assembly::{assembly, routes};
pub use command_line::run;
pub use doctor::Complaint;
pub use editions::{export, import};

#[cfg(test)]
mod tests;
