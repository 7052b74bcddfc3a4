//! What the press found to mend, as sentences with their places.

use std::fmt::{self, Display, Formatter};

use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use crate::world::Desk;

/// One thing to mend, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is to be mended.
    pub matter: Matter,
    /// Where it stands.
    pub place: Place,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// No face has a glyph for this character.
    NoGlyph(char),
    /// The typesetter's own words, and what it suggests.
    Typesetting {
        /// What is wrong, in English.
        said: String,
        /// What would be right, where the typesetter has an idea.
        hints: Vec<String>,
    },
}

/// Where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line and a column of a text file, both counted from one, in characters.
    Line {
        /// The file's name within the manuscript.
        file: String,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// A value in a JSON file, by its pointer (`/people/3/name`).
    Value {
        /// The file's name within the manuscript.
        file: String,
        /// The JSON pointer.
        pointer: String,
    },
    /// The document as a whole.
    Document,
}

/// The manuscript was not printed; the findings say why, all at once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not printed: {}", sentences(findings))]
pub struct NotPrinted {
    /// At least one.
    pub findings: Vec<Finding>,
}

impl Finding {
    pub(crate) fn from_typesetter(desk: &Desk<'_>, diagnostic: &SourceDiagnostic) -> Self {
        let said = diagnostic.message.to_string();
        let hints = diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect();
        Self {
            matter: Matter::Typesetting { said, hints },
            place: place_of(desk, diagnostic).unwrap_or(Place::Document),
        }
    }
}

/// The first place that lies in a file of the manuscript: the spot itself, or a call that led to it.
fn place_of(desk: &Desk<'_>, diagnostic: &SourceDiagnostic) -> Option<Place> {
    let callers = diagnostic.trace.iter().map(|step| step.span.into());
    std::iter::once(diagnostic.span).chain(callers).find_map(|span| {
        let file = span.id()?;
        let range = desk.range(span)?;
        let text = desk.text(file)?;
        let before = text.get(..range.start)?;
        Some(Place::Line {
            file: file.vpath().get_without_slash().to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.rsplit('\n').next()?.chars().count() + 1,
        })
    })
}

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Line { file, line, column } => write!(f, "{file}, line {line}, column {column}: ")?,
            Place::Value { file, pointer } => write!(f, "{file}, at {pointer}: ")?,
            Place::Document => {}
        }
        match &self.matter {
            Matter::NoGlyph(character) => {
                let code = u32::from(*character);
                write!(f, "no face has a glyph for “{character}” (U+{code:04X}).")
            }
            Matter::Typesetting { said, hints } => {
                write!(f, "{said}.")?;
                hints.iter().try_for_each(|hint| write!(f, " Hint: {hint}."))
            }
        }
    }
}

fn sentences(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
