//! A message that will be said in whatever language its reader speaks.

/// A message of the catalogue with its arguments, not yet in any language.
#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    /// The message's key in the catalogue.
    pub key: &'static str,
    /// The arguments, by name.
    pub with: Vec<(&'static str, Word)>,
}

/// One argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// Words that are said as they stand.
    Text(String),
    /// A whole number, by which the language may choose its plural.
    Number(i64),
    /// Another message, said first.
    Say(Box<Say>),
}

impl Say {
    /// A message without arguments.
    pub fn new(key: &'static str) -> Self {
        Self { key, with: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: impl Into<Word>) -> Self {
        self.with.push((name, word.into()));
        self
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Word {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Word {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Say> for Word {
    fn from(say: Say) -> Self {
        Self::Say(Box::new(say))
    }
}
