//! The nouns of the agenda.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, civil::Date, civil::DateTime, civil::Time, tz::TimeZone};
use kernel::{Country, EmailAddress, Id, Key, Language, Text, mark};
use programme::{Source, model::Mode};

/// A kind of word that is stored as it prints: the variants, their words, and the messages that name them.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal $label:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),* }

        impl $name {
            /// The words by which files know them.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The message that names it.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $word),* })
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(input: &str) -> Result<Self, String> {
                match input {
                    $($word => Ok(Self::$variant),)*
                    other => Err(format!("“{other}” is none of {}", Self::WORDS.join(", "))),
                }
            }
        }

        impl db::AsText for $name {}
    };
}

words! {
    /// What a session is.
    SessionKind {
        /// Talks over the network, with questions.
        Webinar = "webinar" "agenda-kind-webinar",
        /// Work in groups.
        Workshop = "workshop" "agenda-kind-workshop",
        /// A game about decisions.
        Simulation = "simulation" "agenda-kind-simulation",
        /// The first meeting of a cohort.
        Introduction = "introduction" "agenda-kind-introduction",
        /// A day in one place.
        OnSite = "on-site" "agenda-kind-on-site",
    }
}

words! {
    /// What somebody does in a session; in the order of a printed programme.
    SpeakerRole {
        /// Honours it.
        GuestOfHonour = "guest-of-honour" "agenda-role-guest-of-honour",
        /// Opens it.
        Welcome = "welcome" "agenda-role-welcome",
        /// Speaks.
        Speaker = "speaker" "agenda-role-speaker",
        /// Leads through it.
        Moderator = "moderator" "agenda-role-moderator",
        /// Leads a group's work.
        Facilitator = "facilitator" "agenda-role-facilitator",
        /// Teaches.
        Trainer = "trainer" "agenda-role-trainer",
        /// Stands by with what they know.
        ResourcePerson = "resource-person" "agenda-role-resource-person",
    }
}

db::row! {
    /// A part of an activity that takes place on one day, with what is needed to announce it.
    pub struct Session {
        /// Its identity.
        pub id: Id<mark::Session>,
        /// Its edition.
        pub edition_id: Id<mark::Edition>,
        /// Its activity.
        pub activity_id: Id<mark::Activity>,
        /// The activity's name in addresses.
        pub activity: Key,
        /// The activity's name.
        pub activity_title: Text,
        /// How people come together.
        pub mode: Mode,
        /// Where they do, if anywhere.
        pub place: Option<Text>,
        /// The zone in which it is announced.
        pub zone: String,
        /// Its name in addresses.
        pub key: Key,
        /// What it is.
        pub kind: SessionKind,
        /// Its name.
        pub title: Text,
        /// What it is about, where the name does not say.
        pub topic: Option<Text>,
        /// The day on the wall of its zone.
        pub held_on: Date,
        /// When it starts by the clock on that wall.
        pub starts: Time,
        /// When it ends by that clock.
        pub ends: Time,
        /// The moment at which it starts.
        pub starts_at: Timestamp,
        /// The moment at which it ends.
        pub ends_at: Timestamp,
        /// Whether everybody may register; otherwise participants only.
        pub public: bool,
        /// The week of a training.
        pub week: Option<i64>,
        /// Where its day comes from.
        pub date_source: Source,
        /// Where its times come from.
        pub time_source: Source,
        /// Who holds it, where it is not the activity's organiser.
        pub host: Option<Text>,
        /// The day on which its recording was put online.
        pub recording: Option<Date>,
        /// How many may register.
        pub capacity: Option<i64>,
        /// Where people join it; its own page where nothing is said.
        pub joining: Option<String>,
        /// When it was called off.
        pub cancelled_at: Option<Timestamp>,
    }
}

impl Session {
    /// The zone in which it is announced; UTC where the record names one that nobody knows any more.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// Whether it has begun at a moment.
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.starts_at <= now
    }

    /// Whether it is over at a moment.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends_at <= now
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled_at.is_some()
    }

    /// Whether anybody may register for it at a moment.
    pub fn takes_registrations(&self, now: Timestamp) -> bool {
        self.public && !self.is_cancelled() && !self.has_begun(now)
    }

    /// The day on which its recording was put online, once that day has come.
    pub fn recorded_by(&self, now: Timestamp) -> Option<Date> {
        let today = now.to_zoned_datetime(self.time_zone()).date();
        self.recording.filter(|it| *it <= today && !self.is_cancelled())
    }

    /// The moment of the reminder: a day before it starts, by the clock of its place.
    pub fn reminder_at(&self) -> Timestamp {
        moment(self.held_on.yesterday().unwrap_or(self.held_on), self.starts, &self.time_zone())
            .unwrap_or(self.starts_at)
    }
}

/// The moment that a wall clock names; none where the calendar has no such moment at all.
///
/// A time that the clocks jump over means the time after the jump; one that comes twice means the first.
pub fn moment(day: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    DateTime::from_parts(day, time).to_zoned_datetime(zone.clone()).ok().map(|it| it.timestamp())
}

db::row! {
    /// Somebody who speaks, teaches or leads, in a session or in a whole activity.
    pub struct Speaker {
        /// The person.
        pub person_id: Id<mark::Person>,
        /// The name by which people know them.
        pub name: String,
        /// The name as printed.
        pub printed: String,
        /// What they are.
        pub office: Text,
        /// Where they come from.
        pub organisation: Option<String>,
        /// Their country.
        pub country: Option<Country>,
        /// What they do.
        pub role: SpeakerRole,
        /// The session, unless it is the whole activity.
        pub session_id: Option<Id<mark::Session>>,
        /// The activity, unless it is one session.
        pub activity_id: Option<Id<mark::Activity>>,
        /// Where the fact comes from.
        pub source: Source,
        /// Whether the demonstration made them up.
        pub invented: bool,
    }
}

db::row! {
    /// A registration as its letters need it.
    pub struct Guest {
        /// The registration.
        pub id: Id<mark::Registration>,
        /// The session.
        pub session_id: Id<mark::Session>,
        /// The person.
        pub person_id: Id<mark::Person>,
        /// The name by which people know them.
        pub name: String,
        /// Where letters reach them; none for somebody whose data were erased.
        pub email: Option<EmailAddress>,
        /// The language in which they registered.
        pub language: Language,
        /// Their own zone, where their browser told it.
        pub zone: Option<String>,
        /// When they registered.
        pub registered_at: Timestamp,
        /// When they withdrew.
        pub withdrawn_at: Option<Timestamp>,
        /// When they were reminded.
        pub reminded_at: Option<Timestamp>,
    }
}

impl Guest {
    /// Their own zone, where it is known.
    pub fn time_zone(&self) -> Option<TimeZone> {
        self.zone.as_ref().and_then(|it| TimeZone::get(it).ok())
    }
}

db::row! {
    /// A registration as the desk lists it.
    pub struct Registered {
        /// The registration.
        pub id: Id<mark::Registration>,
        /// The person.
        pub person_id: Id<mark::Person>,
        /// The name by which people know them.
        pub name: String,
        /// Where letters reach them.
        pub email: Option<String>,
        /// Where they come from.
        pub organisation: String,
        /// Their country.
        pub country: Option<Country>,
        /// When they registered.
        pub registered_at: Timestamp,
        /// When they withdrew.
        pub withdrawn_at: Option<Timestamp>,
        /// How many minutes they were present; none for somebody who did not come.
        pub attended_minutes: Option<i64>,
        /// Whether the demonstration made them up.
        pub invented: bool,
    }
}

db::row! {
    /// How many people a session has.
    pub struct Counts {
        /// The session.
        pub session_id: Id<mark::Session>,
        /// How many are registered.
        pub registered: i64,
        /// How many were present.
        pub present: i64,
    }
}

db::row! {
    /// How often a session was changed, and when last: what calendars call its sequence.
    pub struct Revision {
        /// The session.
        pub session_id: Id<mark::Session>,
        /// How often.
        pub sequence: i64,
        /// When last; when it was imported, where never.
        pub changed_at: Timestamp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_wall_time_is_another_moment_after_the_clocks_change() {
        let copenhagen = TimeZone::get("Europe/Copenhagen").unwrap();
        let at = |day: &str| moment(day.parse().unwrap(), "09:00".parse().unwrap(), &copenhagen).unwrap().to_string();
        assert_eq!(at("2025-10-23"), "2025-10-23T07:00:00Z");
        assert_eq!(at("2025-10-28"), "2025-10-28T08:00:00Z");
    }
}
