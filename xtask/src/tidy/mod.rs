//! The walls of the house: what a program can see. Each wall reads the tree and says what leans.

mod catalogue;
mod clock;
mod headers;
mod ignored;
mod lengths;
mod order;
mod statements;
mod tokens;
mod traces;
mod wording;

use std::fmt;

use crate::tree::Tree;

pub use ignored::reference_tests;

/// Something that leans: where, and what would be right.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.what)
    }
}

type Wall = fn(&Tree) -> Vec<Finding>;

const WALLS: [(&str, Wall); 9] = [
    ("every file says what it is for", headers::lean),
    ("rooms look back, never ahead", order::lean),
    ("SQL only in stores", statements::lean),
    ("the clock tells the present", clock::lean),
    ("no text outside the catalogue", wording::lean),
    ("the catalogue is whole in every language", catalogue::lean),
    ("a test is left out for one reason only", ignored::lean),
    ("no trace of a machine", traces::lean),
    ("a file is one sitting", lengths::lean),
];

/// `cargo xtask tidy`.
pub fn run(words: &[String]) -> Result<(), String> {
    if !words.is_empty() {
        return Err("cargo xtask tidy".to_owned());
    }
    hold()
}

/// Looks at every wall and names what leans.
pub fn hold() -> Result<(), String> {
    let tree = Tree::read()?;
    let mut count = 0;
    for (name, wall) in WALLS {
        let mut leaning = wall(&tree);
        leaning.sort();
        println!("  {} {name}", if leaning.is_empty() { "stands" } else { "LEANS " });
        for finding in &leaning {
            println!("      {finding}");
        }
        count += leaning.len();
    }
    if count == 0 { Ok(()) } else { Err(format!("{count} findings at the walls")) }
}
