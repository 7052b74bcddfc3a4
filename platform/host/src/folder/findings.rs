//! What is wrong in an edition folder, and where.

use std::fmt;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The column in characters, from 1; 0 where the whole line is meant.
    pub column: usize,
}

/// One mistake: where, what is wrong, what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where.
    pub spot: Spot,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

/// Every mistake that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl Spot {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: 0, column: 0 }
    }

    /// A whole line.
    pub fn line(file: &str, line: usize) -> Self {
        Self { file: file.to_owned(), line, column: 0 }
    }

    /// The place of a byte in a file's text.
    pub fn byte(file: &str, text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { file: file.to_owned(), line, column }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.spot, self.wrong, self.right)
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|it| writeln!(f, "{it}"))
    }
}

impl Findings {
    /// Notes a mistake.
    pub fn add(&mut self, spot: Spot, wrong: impl Into<String>, right: impl Into<String>) {
        self.0.push(Finding { spot, wrong: wrong.into(), right: right.into() });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The findings by file and line, each once.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort();
        self.0.dedup();
        self
    }
}

/// The keys that files of earlier rooms have introduced, by what they name.
#[derive(Clone, Debug, Default)]
pub struct Known(std::collections::BTreeMap<&'static str, std::collections::BTreeSet<String>>);

impl Known {
    /// Notes a key; one that was there already is a finding.
    pub fn add(&mut self, what: &'static str, key: &str, spot: Spot, findings: &mut Findings) {
        if !self.0.entry(what).or_default().insert(key.to_owned()) {
            findings.add(spot, format!("there is another {what} “{key}”"), "give each its own key");
        }
    }

    /// Whether a key was introduced.
    pub fn has(&self, what: &str, key: &str) -> bool {
        self.0.get(what).is_some_and(|it| it.contains(key))
    }

    /// Notes a reference to what nobody introduced.
    pub fn check(&self, what: &'static str, key: &str, spot: Spot, findings: &mut Findings) {
        if self.has(what, key) {
            return;
        }
        let near = self.0.get(what).and_then(|keys| keys.iter().find(|it| it.starts_with(key.get(..3).unwrap_or(key))));
        let right = near.map_or_else(|| format!("name a {what} that is listed"), |it| format!("did you mean “{it}”?"));
        findings.add(spot, format!("there is no {what} “{key}”"), right);
    }

    /// How many keys of a kind there are.
    pub fn count(&self, what: &str) -> usize {
        self.0.get(what).map_or(0, std::collections::BTreeSet::len)
    }
}
