//! The command line of the engines that choose: files in, a result and its proof out.
//!
//! Its words: a *sheet* is a file of rows under headings; a *problem* says what is wrong, in which file, line and column,
//! and what to do; a *terminal* is where words go.
//! It needs the three engines and tells nobody: no server, no data folder, no database, no clock. Same files, same bytes.

pub mod assign;
pub mod calibrate;
pub mod cohort;
mod problem;
mod sheet;
mod terminal;

pub use problem::{Place, Problem, Problems};
pub use sheet::{Column, Row, Sheet};
pub use terminal::{Terminal, write_file};
