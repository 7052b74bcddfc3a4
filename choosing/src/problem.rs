//! What is wrong with a file, where, and what to do.

use std::fmt;

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// The line, counted from one.
    pub line: Option<u64>,
    /// The column: its number, counted from one, and its heading.
    pub column: Option<(usize, String)>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong and what to do, as a sentence.
    pub says: String,
}

/// Everything that is wrong, not only the first thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

/// How many problems are read out.
const SHOWN: usize = 20;

impl Problems {
    /// A single problem.
    pub fn one(place: Place, says: impl Into<String>) -> Self {
        Self(vec![Problem { place, says: says.into() }])
    }

    /// Adds one.
    pub fn add(&mut self, place: Place, says: impl Into<String>) {
        self.0.push(Problem { place, says: says.into() });
    }

    /// Nothing wrong, or everything that is.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(out, ", line {line}")?;
        }
        if let Some((number, heading)) = &self.column {
            write!(out, ", column {number}")?;
            if !heading.is_empty() {
                write!(out, " “{heading}”")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().take(SHOWN).enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            write!(out, "{}: {}", problem.place, problem.says)?;
        }
        if self.0.len() > SHOWN {
            write!(out, "\n… and {} more like these.", self.0.len() - SHOWN)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl From<Problems> for String {
    fn from(problems: Problems) -> Self {
        problems.to_string()
    }
}
