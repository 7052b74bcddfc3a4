//! What the finder says, as data; the words for people are the caller's.

use std::fmt;

use jiff::civil::{Date, Weekday};

use crate::model::{Mode, Status, Tier};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// The days of an activity or event differ.
    Date,
    /// A date falls on another day of the week.
    Weekday,
    /// A session is said to be on a day on which there is none, or lies outside of its activity.
    Session,
    /// A count differs from the record.
    Count,
    /// A sum differs from its parts.
    Sum,
    /// The same thing is counted twice, differently.
    SaidTwice,
    /// A percentage differs from the record.
    Percentage,
    /// A percentage does not say of how many.
    PercentageWithoutBase,
    /// A figure was observed and nothing proves it.
    NoEvidence,
    /// A figure was observed before the day for which it is shown.
    Stale,
    /// Something planned is told as done.
    PlannedAsDelivered,
    /// Something done is told as planned.
    DeliveredAsPlanned,
    /// Something yet to be done stands among results.
    PlannedAmongResults,
    /// An organisation is acknowledged for what it is not.
    WrongTier,
    /// An organisation that is to be acknowledged is not.
    PartnerMissing,
    /// Online, on site or both: the statements differ.
    Mode,
    /// The place differs.
    Place,
    /// A length in days or weeks differs from the dates.
    Duration,
    /// An address leads nowhere.
    DeadLink,
    /// Somebody is named who did not agree to it.
    NoConsent,
    /// A name is nearly a known one.
    NearName,
    /// A quotation differs from the words that its author approved.
    QuotationDiffers,
    /// A quotation was approved by nobody.
    QuotationUnknown,
}

impl FindingKind {
    /// The word that stands for it in identities and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Weekday => "weekday",
            Self::Session => "session",
            Self::Count => "count",
            Self::Sum => "sum",
            Self::SaidTwice => "said-twice",
            Self::Percentage => "percentage",
            Self::PercentageWithoutBase => "percentage-without-base",
            Self::NoEvidence => "no-evidence",
            Self::Stale => "stale",
            Self::PlannedAsDelivered => "planned-as-delivered",
            Self::DeliveredAsPlanned => "delivered-as-planned",
            Self::PlannedAmongResults => "planned-among-results",
            Self::WrongTier => "wrong-tier",
            Self::PartnerMissing => "partner-missing",
            Self::Mode => "mode",
            Self::Place => "place",
            Self::Duration => "duration",
            Self::DeadLink => "dead-link",
            Self::NoConsent => "no-consent",
            Self::NearName => "near-name",
            Self::QuotationDiffers => "quotation-differs",
            Self::QuotationUnknown => "quotation-unknown",
        }
    }
}

/// How much it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// One of the two is wrong.
    Contradiction,
    /// Both may be right; somebody should look.
    Question,
    /// Something is left out.
    Missing,
}

impl Severity {
    /// The word that stands for it in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Question => "question",
            Self::Missing => "missing",
        }
    }
}

/// Words of the prose, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The passage.
    pub place: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// Where the words begin in the passage's text, in bytes.
    pub start: usize,
    /// The words, exactly as they stand there.
    pub words: String,
}

/// A statement of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The key of what it is about: an activity, a figure, an organisation.
    pub key: String,
    /// What the record says.
    pub value: Value,
}

/// Something that prose or record says, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A day.
    Day(Date),
    /// From one day to another.
    Days(Date, Date),
    /// A day of the week.
    Weekday(Weekday),
    /// A number.
    Number(f64),
    /// A number rounded down, with a plus.
    AtLeast(i64),
    /// A share, in whole percent, with how many of how many.
    Share {
        /// In percent.
        percent: i64,
        /// How many.
        n: Option<i64>,
        /// Of how many.
        of: Option<i64>,
    },
    /// How people came together.
    Mode(Mode),
    /// A length in days.
    Length(i64),
    /// An acknowledgement.
    Tier(Tier),
    /// Whether it was done.
    Status(Status),
    /// A name, a place, a text.
    Words(String),
    /// Nothing: no evidence, no consent.
    Nothing,
}

/// One of the two places that a finding holds against each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// Words of the prose.
    Quote(Quote),
    /// A statement of the record.
    Fact(Fact),
}

impl Side {
    /// The quote, if it is one.
    pub fn quote(&self) -> Option<&Quote> {
        match self {
            Self::Quote(it) => Some(it),
            Self::Fact(_) => None,
        }
    }
}

/// How it could be mended.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposal {
    /// Put what the record says in the place of the words.
    Replace {
        /// The words of the first side.
        words: String,
        /// What the record says.
        with: Value,
    },
    /// Decide which of two statements holds; the record does not know.
    Decide,
    /// Say whether the words mean the whole, or a part of this.
    Explain(Value),
    /// Say of how many.
    AddBase {
        /// How many, where it is known.
        n: Option<i64>,
        /// Of how many.
        of: Option<i64>,
    },
    /// Add evidence to the figure with this key.
    AddEvidence(String),
    /// Observe the figure with this key again.
    ObserveAgain(String),
    /// Move it to where plans are told.
    MoveOut,
    /// Acknowledge the organisation.
    Acknowledge {
        /// Its name.
        name: String,
        /// As what.
        tier: Tier,
    },
    /// Take the words out.
    Remove,
    /// Ask the person with this key.
    Ask(String),
    /// Mend the address, or take the link out.
    MendLink(String),
}

/// Two statements that do not go together, or one that lacks something.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What tells it from the others and stays when unrelated lines change: kind, place, words, what it is about.
    pub id: String,
    /// What is wrong.
    pub kind: FindingKind,
    /// How much it weighs.
    pub severity: Severity,
    /// The key of what it is about: an activity, a figure, an organisation, a person.
    pub about: String,
    /// The statement in question; a quote, unless the record contradicts itself.
    pub first: Side,
    /// What it is held against.
    pub second: Side,
    /// How it could be mended.
    pub proposal: Proposal,
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.words.split_whitespace().collect();
        write!(f, "{}:{} “{}", self.place, self.line, words[..words.len().min(8)].join(" "))?;
        f.write_str(if words.len() > 8 { "…”" } else { "”" })
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Days(from, to) => write!(f, "{from} to {to}"),
            Self::Weekday(day) => write!(f, "{day:?}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::AtLeast(number) => write!(f, "{number}+"),
            Self::Share { percent, n: Some(n), of: Some(of) } => write!(f, "{percent}% ({n} of {of})"),
            Self::Share { percent, .. } => write!(f, "{percent}%"),
            Self::Mode(mode) => write!(f, "{mode:?}"),
            Self::Length(1) => f.write_str("1 day"),
            Self::Length(days) => write!(f, "{days} days"),
            Self::Tier(tier) => write!(f, "{tier:?}"),
            Self::Status(status) => write!(f, "{status:?}"),
            Self::Words(words) => {
                let words: Vec<&str> = words.split_whitespace().collect();
                write!(f, "“{}{}”", words[..words.len().min(8)].join(" "), if words.len() > 8 { "…" } else { "" })
            }
            Self::Nothing => f.write_str("nothing"),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quote(quote) => quote.fmt(f),
            Self::Fact(fact) => write!(f, "record {}: {}", fact.key, fact.value),
        }
    }
}

impl fmt::Display for Finding {
    /// One line in English, for goldens and benches.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, severity) = (self.kind.word(), self.severity.word());
        write!(f, "{severity} {kind} ({}): {} against {}", self.about, self.first, self.second)?;
        if let Proposal::Replace { with, .. } | Proposal::Explain(with) = &self.proposal {
            write!(f, " -> {with}")?;
        }
        Ok(())
    }
}
