//! The nouns: a person, what they applied for, in what they take part.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, civil::Date};
use kernel::{Country, EmailAddress, Id, Key, Language, Text, mark};

/// The name of whoever was erased: the same in every language, and in the edition folder.
pub const ERASED: &str = host::erasing::ERASED;

/// Through which door a person came into the record; also the file in which the edition folder names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// Real people whose name matters in public.
    People,
    /// Invented people whose name matters in public.
    PeopleInvented,
    /// Guests of an activity, and who only registers for sessions.
    Guests,
    /// Who answered the call.
    Applicants,
    /// Who came through a form of this installation.
    Here,
}

impl File {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::People, Self::PeopleInvented, Self::Guests, Self::Applicants, Self::Here];

    /// The message that names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::People => "people-file-people",
            Self::PeopleInvented => "people-file-people-invented",
            Self::Guests => "people-file-guests",
            Self::Applicants => "people-file-applicants",
            Self::Here => "people-file-here",
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::People => "people",
            Self::PeopleInvented => "people-invented",
            Self::Guests => "guests",
            Self::Applicants => "applicants",
            Self::Here => "here",
        })
    }
}

impl FromStr for File {
    type Err = String;

    fn from_str(input: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|it| it.to_string() == input).ok_or_else(|| format!("there is no file {input}"))
    }
}

impl db::AsText for File {}

/// From which side of the table somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Universities, associations, companies, young professionals.
    CivilSociety,
    /// Ministries and public services.
    Government,
}

impl Party {
    /// The words by which files know them.
    pub const WORDS: &'static [&'static str] = &["civil-society", "government"];

    /// The message that names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::CivilSociety => "people-party-civil-society",
            Self::Government => "people-party-government",
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CivilSociety => "civil-society",
            Self::Government => "government",
        })
    }
}

impl FromStr for Party {
    type Err = String;

    fn from_str(input: &str) -> Result<Self, String> {
        match input {
            "civil-society" => Ok(Self::CivilSociety),
            "government" => Ok(Self::Government),
            other => Err(format!("a group is civil-society or government, not {other}")),
        }
    }
}

impl db::AsText for Party {}

db::row! {
    /// A person of an edition.
    pub struct Person {
        /// Their identity.
        pub id: Id<mark::Person>,
        /// The edition.
        pub edition_id: Id<mark::Edition>,
        /// Their key in addresses of the desk and in the edition folder.
        pub key: Key,
        /// How they came into the record.
        pub file: File,
        /// The name by which people know them.
        pub name: String,
        /// The name as printed: `Mr AMIZAL Fadzli Rajali`.
        pub printed: String,
        /// Where letters reach them, in lower case.
        pub email: Option<EmailAddress>,
        /// Their office or post.
        pub office: Text,
        /// The organisation, where the edition lists it.
        pub organisation_id: Option<Id<mark::Organisation>>,
        /// The organisation in their own words.
        pub organisation: String,
        /// Their country.
        pub country: Option<Country>,
        /// `f`, `m`, `x`, or what they prefer not to say.
        pub gender: Option<String>,
        /// Their day of birth.
        pub born_on: Option<Date>,
        /// The language in which they write.
        pub language: Option<Language>,
        /// What they agreed to, for those who are named in public.
        pub consent: Option<String>,
        /// Whether a demonstration made them up.
        pub invented: bool,
        /// When what they told us was erased.
        pub erased_at: Option<Timestamp>,
    }
}

/// Somebody who was not known before.
pub struct NewPerson {
    /// The name by which people know them.
    pub name: String,
    /// Where letters reach them.
    pub email: EmailAddress,
    /// Their country.
    pub country: Option<Country>,
    /// The organisation in their own words.
    pub organisation: String,
    /// The language in which they write.
    pub language: Language,
    /// Whether a demonstration made them up.
    pub invented: bool,
}

db::row! {
    /// Somebody who takes part in an activity.
    pub struct Participant {
        /// The person.
        pub person_id: Id<mark::Person>,
        /// The name by which people know them.
        pub name: String,
        /// The name as printed.
        pub printed: String,
        /// Their country.
        pub country: Option<Country>,
        /// From which side of the table they come.
        pub party: Option<Party>,
        /// Since when they take part.
        pub since: Timestamp,
        /// Whether a demonstration made them up.
        pub invented: bool,
    }
}

db::row! {
    /// An answer to the call.
    pub struct Application {
        /// Whose.
        pub person_id: Id<mark::Person>,
        /// From which side of the table they come.
        pub party: Party,
        /// Why they would like to take part.
        pub motivation: String,
        /// When they applied.
        pub applied_at: Timestamp,
    }
}

db::row! {
    /// One person's part in one activity.
    pub struct Participation {
        /// The activity.
        pub activity_id: Id<mark::Activity>,
        /// The person.
        pub person_id: Id<mark::Person>,
        /// As what: `participant`.
        pub role: String,
        /// From which side of the table they come.
        pub party: Option<Party>,
        /// Since when.
        pub since: Timestamp,
        /// Until when.
        pub until: Option<Timestamp>,
    }
}
