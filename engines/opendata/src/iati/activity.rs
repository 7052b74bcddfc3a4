//! What an organisation reports of an activity.

use jiff::Timestamp;
use jiff::civil::Date;

use super::codes::{
    ActivityScope, ActivityStatus, DateType, DescriptionType, OrganisationRole, OrganisationType, Relation,
};
use super::result::ActivityResult;
use super::share::Share;
use super::words::Words;

/// Everything that is published in one file.
#[derive(Clone, Debug)]
pub struct Activities {
    /// When the file was made: the time of the publication, not of the writing.
    pub generated: Timestamp,
    /// The activities, parents before their children.
    pub activities: Vec<Activity>,
    /// The sentence which says that identifiers are invented, if they are: those of a demonstration.
    ///
    /// It becomes a comment at the head and at each identifier, and a description of each activity.
    pub invented: Option<Words>,
}

/// An activity: a programme, or a part of one. The fields stand in the order of the standard.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Worldwide its own: the reporting organisation's identifier, a hyphen, and the activity's name there.
    pub identifier: String,
    /// The language of the activity's words where they do not say another.
    pub language: String,
    /// When what is reported was last changed.
    pub updated: Option<Timestamp>,
    /// The depth in the tree of activities: 1 for a programme, 2 for its parts.
    pub depth: u8,
    /// Who reports.
    pub reporter: Reporter,
    /// Its name.
    pub title: Words,
    /// What it is about; at least one.
    pub descriptions: Vec<Description>,
    /// Who takes part as an organisation; at least one.
    pub organisations: Vec<Participant>,
    /// How far it has come.
    pub status: ActivityStatus,
    /// When it was to be and when it was; at least a start.
    pub dates: Vec<(DateType, Date)>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// How wide it reaches.
    pub scope: Option<ActivityScope>,
    /// The countries that benefit, by two-letter code (ISO 3166-1); with the regions, the shares add up to a hundred.
    pub countries: Vec<(String, Option<Share>)>,
    /// The regions that benefit, by their code in the list of the OECD's Development Assistance Committee (DAC).
    pub regions: Vec<(String, Option<Share>)>,
    /// Where it takes place.
    pub places: Vec<Place>,
    /// What field it is in; within one vocabulary the shares add up to a hundred.
    pub sectors: Vec<Sector>,
    /// The usual kind of flow (`FlowType`): `10` is official development assistance.
    pub flow_type: Option<String>,
    /// The usual kind of finance (`FinanceType`): `110` is a grant.
    pub finance_type: Option<String>,
    /// The usual kind of aid (`AidType`): `D02` is other technical assistance.
    pub aid_type: Option<String>,
    /// Reports and other documents.
    pub documents: Vec<Document>,
    /// Other activities by identifier, and how they stand to this one.
    pub related: Vec<(Relation, String)>,
    /// What came of it.
    pub results: Vec<ActivityResult>,
}

/// The organisation that reports.
#[derive(Clone, Debug)]
pub struct Reporter {
    /// Its identifier in the world's registers, `XM-DAC-41304`.
    pub identifier: String,
    /// What kind of organisation it is.
    pub kind: OrganisationType,
    /// Its name.
    pub name: Words,
    /// Whether it reports what others do.
    pub second_hand: bool,
}

/// A description and what it is about.
#[derive(Clone, Debug)]
pub struct Description {
    /// What it is about.
    pub kind: DescriptionType,
    /// The words.
    pub words: Words,
}

/// An organisation that takes part.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Its identifier, if it has one.
    pub identifier: Option<String>,
    /// What kind of organisation it is, if that is known.
    pub kind: Option<OrganisationType>,
    /// What it does; an organisation with two roles stands twice.
    pub role: OrganisationRole,
    /// Its name.
    pub name: Words,
}

/// Whom to ask: an office rather than a person.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// The organisation.
    pub organisation: Words,
    /// The part of it.
    pub department: Words,
    /// A telephone number.
    pub telephone: Option<String>,
    /// An address for letters by e-mail.
    pub email: Option<String>,
    /// An address on the web.
    pub website: Option<String>,
    /// An address for letters on paper.
    pub address: Words,
}

/// A place, which results may refer to.
#[derive(Clone, Debug)]
pub struct Place {
    /// The name by which results refer to it.
    pub key: String,
    /// Its name for people.
    pub name: Words,
    /// Latitude and longitude in degrees (WGS 84), if they are known.
    pub point: Option<(f64, f64)>,
}

/// A field of work.
#[derive(Clone, Debug)]
pub struct Sector {
    /// Whose list it is from (`SectorVocabulary`): `1` is the DAC's five digits, `99` the reporter's own.
    pub vocabulary: String,
    /// The code in that list.
    pub code: String,
    /// Its share; absent for one sector alone.
    pub share: Option<Share>,
    /// Its name, for a list of one's own.
    pub name: Words,
}

/// A document on the web.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its address.
    pub url: String,
    /// Its kind of file: `application/pdf`.
    pub format: String,
    /// Its title.
    pub title: Words,
    /// What is in it.
    pub description: Words,
    /// What kind of document it is (`DocumentCategory`), at least one: `A08` holds results.
    pub categories: Vec<String>,
    /// The languages it is written in, two letters each.
    pub languages: Vec<String>,
    /// The day it was published.
    pub date: Option<Date>,
}
