//! What can come of asking for an address.

use std::{fmt, str::FromStr};

/// What came of it, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The page is there.
    Answers,
    /// The page is there, and has moved to another address for good.
    Moved,
    /// The server says that there is no such page (404, 410).
    Gone,
    /// Nobody has the name of the server.
    NoSuchName,
    /// Neither: the server did not say, or could not be asked.
    Unknown,
}

/// Why it is not known whether a page is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The server answers and does not say (401, 403, 429, 5xx and the like).
    Refuses,
    /// No answer in time.
    Slow,
    /// The name could not be looked up just now.
    NoName,
    /// Nothing listens there, or the connection broke.
    NoConnection,
    /// The certificate is not one to trust.
    NotSecure,
    /// It leads to a machine that is not public.
    NotPublic,
    /// It is no ordinary address of the web: another port, another protocol.
    NotOrdinary,
    /// It was sent on too often.
    SentOn,
    /// What came back was not HTTP.
    NotHttp,
    /// Nobody at all could be reached: it is our own network.
    Offline,
}

/// What was answered at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// In a word.
    pub outcome: Outcome,
    /// The server's number, where a server answered.
    pub status: Option<u16>,
    /// Where the page is now, if it has moved.
    pub moved_to: Option<String>,
    /// Why it is not known.
    pub why: Option<Why>,
}

impl Answer {
    /// It is not known whether the page is there.
    pub(super) fn unknown(why: Why) -> Self {
        Self { outcome: Outcome::Unknown, status: None, moved_to: None, why: Some(why) }
    }

    /// Nobody has the name.
    pub(super) fn no_such_name() -> Self {
        Self { outcome: Outcome::NoSuchName, status: None, moved_to: None, why: None }
    }

    /// A server answered with a number, and after moves for good that led to an address.
    pub(super) fn of_status(status: u16, moved_to: Option<String>) -> Self {
        let (outcome, why) = match status {
            200..=299 if moved_to.is_some() => (Outcome::Moved, None),
            200..=299 => (Outcome::Answers, None),
            404 | 410 => (Outcome::Gone, None),
            _ => (Outcome::Unknown, Some(Why::Refuses)),
        };
        let moved_to = moved_to.filter(|_| outcome == Outcome::Moved);
        Self { outcome, status: Some(status), moved_to, why }
    }

    /// Whether the page is not there.
    pub fn is_failure(&self) -> bool {
        matches!(self.outcome, Outcome::Gone | Outcome::NoSuchName)
    }

    /// Whether any server was reached.
    pub(super) fn reached(&self) -> bool {
        self.status.is_some() || matches!(self.why, Some(Why::SentOn | Why::NotHttp | Why::NotSecure))
    }
}

/// An enum that is stored as words.
macro_rules! words {
    ($name:ident, $($variant:ident => $word:literal),+) => {
        impl $name {
            const ALL: &[Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(word: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|it| it.word() == word).ok_or_else(|| format!("no outcome is called {word}"))
            }
        }

        impl db::AsText for $name {}
    };
}

words!(
    Outcome,
    Answers => "answers",
    Moved => "moved",
    Gone => "gone",
    NoSuchName => "no-such-name",
    Unknown => "unknown"
);

words!(
    Why,
    Refuses => "refuses",
    Slow => "slow",
    NoName => "no-name",
    NoConnection => "no-connection",
    NotSecure => "not-secure",
    NotPublic => "not-public",
    NotOrdinary => "not-ordinary",
    SentOn => "sent-on",
    NotHttp => "not-http",
    Offline => "offline"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_server_that_says_so_makes_a_page_gone() {
        let outcome = |status| Answer::of_status(status, None).outcome;
        for status in [404, 410] {
            assert_eq!(outcome(status), Outcome::Gone, "{status}");
        }
        for status in [400, 401, 403, 405, 418, 429, 451, 500, 502, 503] {
            assert_eq!(outcome(status), Outcome::Unknown, "{status}");
        }
        assert_eq!(outcome(204), Outcome::Answers);
        assert_eq!(Answer::of_status(200, Some("https://new.example/".into())).outcome, Outcome::Moved);
        assert_eq!(Answer::of_status(404, Some("https://new.example/".into())).moved_to, None);
    }

    #[test]
    fn outcomes_come_back_from_the_words_by_which_they_are_stored() {
        assert!(Outcome::ALL.iter().all(|it| it.to_string().parse() == Ok(*it)));
        assert!(Why::ALL.iter().all(|it| it.to_string().parse() == Ok(*it)));
    }
}
