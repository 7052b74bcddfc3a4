//! A strict reader of the few PDF structures that a signature stands on.
//!
//! It knows the plain form in which the press writes (objects in the open, classic tables) and no
//! repair: where two viewers could read a file differently, it refuses the file.

mod file;
mod object;

pub(crate) use file::File;
pub(crate) use object::{Dict, Kind, Lexer, Odd, Value};
