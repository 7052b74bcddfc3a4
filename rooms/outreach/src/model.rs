//! What was observed, said and answered, and where a letter stands.

use jiff::{Timestamp, civil::Date};
use kernel::{Country, Id, Key, Text, mark};
use people::Party;
use programme::{Source, model::Mode};

db::row! {
    /// A number that somebody counted elsewhere.
    pub struct Observation {
        /// Its key.
        pub key: Key,
        /// What it is a number of.
        pub label: Text,
        /// The number.
        pub value: i64,
        /// `at-least` or `exact`.
        pub display: String,
        /// Who counted.
        pub observer: Text,
        /// Where it is printed.
        pub evidence: Text,
        /// Of which day it is.
        pub observed_on: Date,
        /// What was counted, in a sentence.
        pub definition: Text,
        /// Where the evidence can be read, if it has an address.
        pub link: Option<String>,
    }
}

impl Observation {
    /// The key of the figure that shows it.
    pub fn indicator(&self) -> String {
        format!("outreach.{}", self.key)
    }
}

db::row! {
    /// An event of others at which the programme was a guest.
    pub struct ExternalEvent {
        /// Its key.
        pub key: Key,
        /// Its name.
        pub title: Text,
        /// When it was.
        pub held_on: Date,
        /// How people came together, as a printed heading says.
        pub mode_printed: Mode,
        /// How they came together indeed.
        pub mode: Mode,
        /// Where.
        pub place: Text,
        /// Who invited.
        pub host: Text,
        /// How many listened, where that is known.
        pub audience: Option<i64>,
        /// What it was about.
        pub summary: Text,
    }
}

db::row! {
    /// What a participant said and let us print.
    pub struct Quotation {
        /// Its key.
        pub key: Key,
        /// The activity that it is about.
        pub activity_id: Id<mark::Activity>,
        /// The words.
        pub text: Text,
        /// From which country.
        pub country: Country,
        /// From which group.
        pub party: Party,
        /// When its owner let us print it.
        pub approved_on: Date,
        /// Where it comes from.
        pub source: Source,
    }
}

impl Quotation {
    /// Whether nobody ever said it: the demonstration made it up.
    pub fn is_invented(&self) -> bool {
        self.source == Source::Demonstration
    }
}

db::row! {
    /// Questions to the participants of an activity.
    pub struct Survey {
        /// Its identity.
        pub id: Id<Survey>,
        /// Its key.
        pub key: Key,
        /// About which activity.
        pub activity_id: Id<mark::Activity>,
        /// Its title.
        pub title: Text,
        /// From which day.
        pub opened_on: Date,
        /// To which day.
        pub closed_on: Date,
        /// How many were asked.
        pub invited: i64,
    }
}

db::row! {
    /// A statement with which people agree more or less.
    pub struct SurveyItem {
        /// Its identity.
        pub id: Id<SurveyItem>,
        /// The survey.
        pub survey_id: Id<Survey>,
        /// Its key.
        pub key: Key,
        /// Its words.
        pub statement: Text,
        /// What a share of those who agree says of them, if somebody wrote it.
        pub label: Option<Text>,
        /// Where the words come from.
        pub source: Source,
    }
}

/// How a statement was answered.
#[derive(Clone, Debug)]
pub struct ItemResult {
    /// The statement's key.
    pub key: Key,
    /// The statement.
    pub statement: Text,
    /// How many gave each answer, from strongly disagree to strongly agree.
    pub counts: [i64; 5],
    /// How many answered.
    pub answered: i64,
    /// How many were asked.
    pub invited: i64,
    /// Where the words of the statement come from.
    pub source: Source,
}

impl ItemResult {
    /// How many agree or strongly agree.
    pub fn agreed(&self) -> i64 {
        self.counts[3] + self.counts[4]
    }
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// It will be sent.
    Waiting,
    /// A mail server took it.
    Sent,
    /// It stays here, since no mail leaves this installation.
    Kept,
    /// No mail server took it, however often it was tried.
    GivenUp,
}

impl LetterState {
    /// Every state, in the order of the desk.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Sent, Self::Kept, Self::GivenUp];

    /// The word by which addresses and statements know it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Kept => "kept",
            Self::GivenUp => "given-up",
        }
    }

    /// The message that names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Waiting => "outreach-state-waiting",
            Self::Sent => "outreach-state-sent",
            Self::Kept => "outreach-state-kept",
            Self::GivenUp => "outreach-state-given-up",
        }
    }
}

impl std::fmt::Display for LetterState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

impl std::str::FromStr for LetterState {
    type Err = String;

    fn from_str(input: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|it| it.word() == input).ok_or_else(|| format!("a letter is never {input}"))
    }
}

impl db::AsText for LetterState {}

db::row! {
    /// A line of the outbox.
    pub struct OutboxLine {
        /// The letter.
        pub id: Id<mark::Letter>,
        /// To whom.
        pub to_name: String,
        /// Where.
        pub to_address: String,
        /// The subject.
        pub subject: String,
        /// When it was written.
        pub written_at: Timestamp,
        /// Where it stands.
        pub state: LetterState,
        /// When its address bounced.
        pub bounced_at: Option<Timestamp>,
    }
}

db::row! {
    /// An address that cannot be reached.
    pub struct BouncedAddress {
        /// The address.
        pub address: String,
        /// Since when.
        pub bounced_at: Timestamp,
        /// What the returning server said.
        pub bounce: Option<String>,
    }
}
