//! What is held against each other: the record of an edition, and the prose about it.

use jiff::civil::Date;

/// A language that the finder reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// The language of a code (`en`, `fr`, `fr-CH`); none that the finder cannot read.
    pub fn of(code: &str) -> Option<Self> {
        match code.split(['-', '_']).next() {
            Some("en") => Some(Self::English),
            Some("fr") => Some(Self::French),
            _ => None,
        }
    }
}

/// A name in one language: a title, a short form, a noun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Its language.
    pub language: Language,
    /// Its words.
    pub text: String,
}

impl Name {
    /// An English name.
    pub fn en(text: impl Into<String>) -> Self {
        Self { language: Language::English, text: text.into() }
    }

    /// A French name.
    pub fn fr(text: impl Into<String>) -> Self {
        Self { language: Language::French, text: text.into() }
    }
}

/// Everything that an edition's record knows and that prose could contradict.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The edition's first day; a date without a year is read as lying near it.
    pub from: Date,
    /// The edition's last day.
    pub to: Date,
    /// Its activities, umbrellas among them.
    pub activities: Vec<Activity>,
    /// Their sessions.
    pub sessions: Vec<Session>,
    /// Events of others.
    pub events: Vec<Event>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Results that are things: reports, recordings, a communiqué.
    pub outputs: Vec<Output>,
    /// The organisations that it names.
    pub organisations: Vec<Organisation>,
    /// The people that it knows.
    pub people: Vec<Person>,
    /// What people said and let us print.
    pub quotations: Vec<Quotation>,
    /// The addresses that prose points to, as far as somebody looked.
    pub links: Vec<Link>,
}

/// How people come together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Over the network.
    #[default]
    Online,
    /// In one place.
    OnSite,
    /// Both.
    Hybrid,
}

/// Whether something was done or is yet to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Yet to be done.
    Planned,
    /// Done.
    #[default]
    Delivered,
}

/// What an activity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ActivityKind {
    /// Webinars about one country, or an umbrella over several such series.
    #[default]
    Series,
    /// A meeting in one place, with work in it.
    Workshop,
    /// Weeks of sessions for a cohort.
    Training,
    /// A game about decisions.
    Simulation,
    /// Days together that end in a text.
    Summit,
    /// One webinar.
    Webinar,
    /// Studies and reports.
    Research,
}

/// A part of an edition.
#[derive(Clone, Debug, Default)]
pub struct Activity {
    /// Its key.
    pub key: String,
    /// What it is.
    pub kind: ActivityKind,
    /// The names by which prose knows it: the title and every short form.
    pub names: Vec<Name>,
    /// The names of the country that it is about; they mean the activity in headings and beside the word “series”.
    pub country_names: Vec<Name>,
    /// The key of the activity of which it is a part.
    pub part_of: Option<String>,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day.
    pub ends_on: Date,
    /// How people come together.
    pub mode: Mode,
    /// The names of its place, from the whole to the town alone.
    pub places: Vec<Name>,
    /// Whether it was done.
    pub status: Status,
}

/// One day of an activity.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The key of its activity.
    pub activity: String,
    /// Its key.
    pub key: String,
    /// Its day.
    pub on: Date,
    /// Its number within the activity.
    pub number: Option<u32>,
}

/// An event of others at which the programme was a guest.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// Its key.
    pub key: String,
    /// The names by which prose knows it.
    pub names: Vec<Name>,
    /// Its day.
    pub on: Date,
    /// How people came together.
    pub mode: Mode,
    /// The names of its place.
    pub places: Vec<Name>,
}

/// How a figure may be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Display {
    /// As it is.
    #[default]
    Exact,
    /// Rounded down to a step, with a plus: `2,200+`.
    AtLeast(i64),
    /// As a share of those who could have been counted, in percent.
    Percent,
}

/// A figure of the record.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// Its key.
    pub key: String,
    /// The nouns with which prose counts it, in the plural: “participants”, “webinaires”; for a share, the words that
    /// tell it from other shares (“better understanding”).
    pub nouns: Vec<Name>,
    /// The activity or event of which it is a figure; the whole edition where there is none.
    pub scope: Option<String>,
    /// The exact value; for a share, the percentage, not rounded.
    pub value: f64,
    /// For a share: how many are counted in it.
    pub n: Option<i64>,
    /// For a share: how many could have been.
    pub of: Option<i64>,
    /// How it is shown.
    pub display: Display,
    /// Other forms in which it may be printed: `2,000+`.
    pub forms: Vec<String>,
    /// The keys of the figures that it is the sum of.
    pub parts: Vec<String>,
    /// Whether it is a result or a plan.
    pub status: Status,
    /// For which day it has to hold.
    pub as_of: Option<Date>,
    /// How it was observed, where the record cannot count it.
    pub observed: Option<Observed>,
}

/// How a figure was counted outside of the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// On which day.
    pub on: Date,
    /// Whether a file or an address proves it.
    pub has_evidence: bool,
}

/// A result that is a thing and can be there or be promised.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// Its key.
    pub key: String,
    /// The names by which prose knows it, singular and plural.
    pub names: Vec<Name>,
    /// Whether it is there.
    pub status: Status,
}

/// What an organisation is acknowledged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Runs it.
    Organiser,
    /// Runs it together with the organiser.
    CoOrganiser,
    /// Lends its house or its name to it.
    Host,
    /// Works with the organiser on it.
    Partner,
    /// Gives money for it.
    EarmarkedFunder,
    /// Gives money to the organiser.
    GeneralFunder,
    /// Helps in another way.
    Supporter,
    /// Is a project that pays for a part.
    Project,
}

/// An organisation.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// Its key.
    pub key: String,
    /// Its names, the best first; short names among them.
    pub names: Vec<Name>,
    /// What it is acknowledged for, and where; the whole edition where no activity is named.
    pub roles: Vec<Role>,
}

/// One acknowledgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// As what.
    pub tier: Tier,
    /// The key of the activity; the whole edition where there is none.
    pub activity: Option<String>,
}

/// Somebody whom prose could name.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Their key.
    pub key: String,
    /// Their names: as known, as printed.
    pub names: Vec<String>,
    /// Whether they may be named.
    pub may_be_named: bool,
}

/// What somebody said and let us print.
#[derive(Clone, Debug, Default)]
pub struct Quotation {
    /// Its key.
    pub key: String,
    /// The approved words.
    pub texts: Vec<Name>,
    /// Who said it.
    pub author: Option<String>,
    /// From which country.
    pub country: Option<String>,
}

/// An address that prose points to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub address: String,
    /// What was seen there.
    pub state: LinkState,
}

/// What was seen at an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkState {
    /// It answers.
    Alive,
    /// It does not.
    Dead,
    /// Nobody looked.
    #[default]
    Unknown,
    /// It was lost when the text was exported.
    Empty,
}

/// A piece of prose.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// Where it stands, in the caller's words: `final/training`.
    pub place: String,
    /// Its language.
    pub language: Language,
    /// The heading under which it stands, where that is not in the text.
    pub heading: String,
    /// The text, in Markdown or plain.
    pub text: String,
    /// Whether the whole of it is somebody's words.
    pub is_quotation: bool,
}
