//! The nouns of an edition.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{Id, Key, Language, Text, mark};

db::row! {
    /// A programme, over all its years.
    pub struct Programme {
        /// Its identity.
        pub id: Id<mark::Programme>,
        /// Its name in addresses.
        pub key: Key,
        /// Its full name.
        pub title: Text,
        /// Its name where there is little room.
        pub short_title: Text,
        /// The key of the organisation that runs it.
        pub host: String,
        /// Where questions go.
        pub contact: String,
    }
}

db::row! {
    /// What a programme is for.
    pub struct Aim {
        /// Its key.
        pub key: Key,
        /// In two words.
        pub title: Text,
        /// In a sentence.
        pub text: Text,
    }
}

db::row! {
    /// One year of a programme.
    pub struct Edition {
        /// Its identity.
        pub id: Id<mark::Edition>,
        /// The programme.
        pub programme_id: Id<mark::Programme>,
        /// Its name in addresses, mostly the year.
        pub key: Key,
        /// The headline of its home page.
        pub title: Text,
        /// What it is, in a few sentences.
        pub lede: Text,
        /// Its first day.
        pub starts_on: Date,
        /// Its last day.
        pub ends_on: Date,
        /// The host's zone.
        pub zone: String,
        /// The languages that it speaks.
        pub languages: db::Json<Vec<Language>>,
        /// What a funder asks to be said.
        pub cofunding: Text,
        /// As of which day the general contributors are listed.
        pub contributors_as_of: Option<Date>,
        /// On which day its final report is expected.
        pub reported_on: Option<Date>,
        /// Since when its final report is published; nothing before.
        pub reported_at: Option<Timestamp>,
        /// Whether it is a demonstration.
        pub demonstration: bool,
    }
}

impl Edition {
    /// The host's zone; UTC where the record names one that nobody knows any more.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// The civil day that it is for the host at a moment.
    pub fn today(&self, now: Timestamp) -> Date {
        now.to_zoned_datetime(self.time_zone()).date()
    }

    /// Whether its final report is out at a moment, and with it the figures that wait for it.
    pub fn is_reported(&self, now: Timestamp) -> bool {
        self.reported_at.is_some_and(|it| it <= now)
    }

    /// The day on which its final report is expected; nothing where it is out, or where that day has gone by.
    pub fn expected_on(&self, now: Timestamp) -> Option<Date> {
        self.reported_on.filter(|it| !self.is_reported(now) && *it > self.today(now))
    }
}

db::row! {
    /// A day on which a demonstration's clock can be set.
    pub struct NamedDay {
        /// Its key.
        pub key: Key,
        /// The moment.
        pub at: Timestamp,
        /// What it is called.
        pub name: Text,
        /// Whether the clock shows it unless somebody sets another.
        pub usual: bool,
    }
}

/// A kind of word that is stored as it prints: the variants and their words.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),* }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The words by which files know them.
            pub const WORDS: &'static [&'static str] = &[$($word),*];
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $word),* })
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(input: &str) -> Result<Self, String> {
                match input { $($word => Ok(Self::$variant),)* other => Err(format!("“{other}” is none of {}", Self::WORDS.join(", "))) }
            }
        }

        impl db::AsText for $name {}
    };
}

words! {
    /// What an activity is.
    ActivityKind {
        /// Webinars about one country.
        Series = "series",
        /// A meeting in one place, with work in it.
        Workshop = "workshop",
        /// Weeks of sessions for a cohort.
        Training = "training",
        /// A game about decisions.
        Simulation = "simulation",
        /// Days together that end in a text.
        Summit = "summit",
        /// Studies and reports.
        Research = "research",
    }
}

words! {
    /// How people come together.
    Mode {
        /// Over the network.
        Online = "online",
        /// In one place.
        OnSite = "on-site",
        /// Both.
        Hybrid = "hybrid",
    }
}

words! {
    /// Whether something was done or is yet to be.
    Status {
        /// Yet to be done.
        Planned = "planned",
        /// Done.
        Delivered = "delivered",
    }
}

words! {
    /// Where a fact comes from.
    Source {
        /// Printed in the published report.
        Report = "report",
        /// Assumed or invented for the demonstration.
        Demonstration = "demonstration",
        /// Shown as a picture in the report, not legible in its text.
        Pictured = "pictured",
        /// Entered here.
        Here = "here",
    }
}

words! {
    /// What an organisation is to an edition or an activity; in the order of acknowledgement.
    Role {
        /// Runs it.
        Organiser = "organiser",
        /// Runs it together with the organiser.
        CoOrganiser = "co-organiser",
        /// Lends its house or its name to it.
        Host = "host",
        /// Works with the organiser on it.
        Partner = "partner",
        /// Gives money for it.
        EarmarkedFunder = "earmarked-funder",
        /// Gives money to the organiser.
        GeneralFunder = "general-funder",
        /// Helps in another way.
        Supporter = "supporter",
        /// A project that pays for a part.
        Project = "project",
    }
}

db::row! {
    /// A part of an edition.
    pub struct Activity {
        /// Its identity.
        pub id: Id<mark::Activity>,
        /// Its edition.
        pub edition_id: Id<mark::Edition>,
        /// Its name in addresses.
        pub key: Key,
        /// What it is.
        pub kind: ActivityKind,
        /// Its name.
        pub title: Text,
        /// The umbrella under which it stands with others.
        pub theme: Option<String>,
        /// The country that it is about.
        pub country: Option<kernel::Country>,
        /// Its first day.
        pub starts_on: Date,
        /// Its last day.
        pub ends_on: Date,
        /// How people come together.
        pub mode: Mode,
        /// Where.
        pub place: Option<Text>,
        /// The zone in which its sessions are announced.
        pub zone: String,
        /// The key of the activity of which it is a part.
        pub part_of: Option<String>,
        /// What it is, in two or three sentences.
        pub summary: Text,
        /// Whether it was done.
        pub status: Status,
        /// Where the facts come from.
        pub source: Source,
    }
}

impl Activity {
    /// The zone in which its sessions are announced.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }
}

db::row! {
    /// An organisation.
    pub struct Organisation {
        /// Its identity.
        pub id: Id<mark::Organisation>,
        /// Its key.
        pub key: Key,
        /// Its name as printed.
        pub name: String,
        /// Its name in French, where it has one.
        pub name_fr: String,
        /// Its short name.
        pub short: String,
        /// Its country.
        pub country: Option<kernel::Country>,
        /// What it is.
        pub kind: String,
        /// Where the facts come from.
        pub source: Source,
    }
}

db::row! {
    /// What an organisation is to an activity or to the whole edition.
    pub struct Partnership {
        /// Its identity.
        pub id: Id<()>,
        /// The activity; the whole edition where there is none.
        pub activity_id: Option<Id<mark::Activity>>,
        /// The organisation; none where the report shows only a picture.
        pub organisation_id: Option<Id<mark::Organisation>>,
        /// The organisation's name.
        pub name: Option<String>,
        /// Its name in French.
        pub name_fr: Option<String>,
        /// Its short name.
        pub short: Option<String>,
        /// What it is.
        pub role: Role,
        /// Its place among those of the same role.
        pub position: i64,
        /// Where the fact comes from.
        pub source: Source,
        /// What is to be said beside it.
        pub note: Text,
    }
}

impl Partnership {
    /// The organisation's name for a reader of a language; the note where nothing but a picture is known.
    pub fn name_in(&self, language: Language) -> String {
        let french = self.name_fr.as_deref().filter(|it| language == Language::FRENCH && !it.is_empty());
        french.or(self.name.as_deref()).map_or_else(|| self.note.best(language).1.to_owned(), str::to_owned)
    }
}

db::row! {
    /// What the edition's young people agreed on.
    pub struct Communique {
        /// Its title.
        pub title: Text,
        /// When it was adopted.
        pub adopted_on: Date,
        /// When it was presented.
        pub presented_on: Date,
        /// Where it was presented.
        pub presented_at: Text,
        /// What stands before the recommendations.
        pub preamble: Text,
        /// Where its words come from.
        pub source: Source,
    }
}

db::row! {
    /// A part of the communiqué.
    pub struct Pillar {
        /// Its identity.
        pub id: Id<Pillar>,
        /// Its key.
        pub key: Key,
        /// Its title.
        pub title: Text,
        /// Where the title comes from.
        pub source: Source,
    }
}

db::row! {
    /// One recommendation of the communiqué.
    pub struct Recommendation {
        /// The pillar.
        pub pillar_id: Id<Pillar>,
        /// Its number, from 1, over all pillars.
        pub number: i64,
        /// What it asks, in a few words.
        pub title: Text,
        /// What it asks.
        pub text: Text,
    }
}

db::row! {
    /// A country that the programme works with.
    pub struct ProgrammeCountry {
        /// Its code.
        pub code: kernel::Country,
        /// Its region.
        pub region: kernel::Region,
    }
}
