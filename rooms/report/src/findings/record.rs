//! The record as the finder reads it: activities, sessions, events, organisations, people, quotations, figures.

use std::collections::{HashMap, HashSet};

use agenda::Session;
use consistency::{
    Activity, ActivityKind, Event, Mode, Name, Organisation, Output, Person, Quotation, Record, Role, Status, Tier,
};
use db::Conn;
use host::{App, Result};
use kernel::{Language, Text};
use outreach::ExternalEvent;
use programme::{KeyedProse, Partnership, model};
use ui::Reader;

use super::counted;
use crate::{Figure, gather::Gathered, outside::Asked};

/// The languages that the finder reads.
pub(super) const READ: [(Language, consistency::Language); 2] =
    [(Language::ENGLISH, consistency::Language::English), (Language::FRENCH, consistency::Language::French)];

/// What the record knows, and what the rest of the room needs of it.
pub(crate) struct Known {
    /// As the finder reads it.
    pub record: Record,
    /// The figures behind it.
    pub figures: Vec<Figure>,
    /// The keys of activities and sessions, for links within the site.
    pub keys: Vec<String>,
    /// What things are called, by key.
    pub titles: HashMap<String, Text>,
    /// What was answered at addresses of other sites.
    pub asked: Asked,
    /// What happens elsewhere.
    pub events: Vec<ExternalEvent>,
    /// The edition's longer texts.
    pub prose: Vec<KeyedProse>,
}

impl Known {
    /// Reads what the finder needs beyond what was gathered for the desk.
    pub async fn read(app: &App, of: &Gathered) -> Result<Self> {
        let mut conn = app.db.read().await?;
        let conn = &mut conn;
        let (here, edition) = (&of.here, of.here.edition.id);
        let events = outreach::external_events(conn, edition).await?;
        let pillars = programme::pillars(conn, edition).await?.len();
        let readers = READ.map(|(language, read)| (app.reader(language), read));
        let mut activities = umbrellas(&of.activities);
        activities.extend(of.activities.iter().map(|it| activity(&readers, &of.activities, it)));
        drop_shared_names(&mut activities);
        let quotation = |it: &outreach::Quotation| Quotation {
            key: it.key.to_string(),
            texts: names(&it.text),
            author: None,
            country: None,
        };
        let matter =
            counted::Matter { here, today: of.today, activities: &of.activities, sessions: &of.sessions, pillars };
        let record = Record {
            from: here.edition.starts_on,
            to: here.edition.ends_on,
            activities,
            sessions: of.sessions.iter().filter(|it| !it.is_cancelled()).map(session).collect(),
            events: events.iter().map(event).collect(),
            figures: counted::figures(&readers, &matter, &of.figures),
            outputs: outputs(conn, of).await?,
            organisations: organisations(conn, of).await?,
            people: people(conn, of).await?,
            quotations: of.quotations.iter().map(quotation).collect(),
            links: Vec::new(),
        };
        let mut keys: Vec<String> = of.activities.iter().map(|it| format!("activities/{}", it.key)).collect();
        keys.extend(of.sessions.iter().map(|it| format!("sessions/{}", it.key)));
        keys.extend(of.figures.iter().map(|it| format!("figures/{}", it.key())));
        let mut titles: HashMap<String, Text> =
            of.activities.iter().map(|it| (it.key.to_string(), it.title.clone())).collect();
        titles.extend(of.sessions.iter().map(|it| (it.key.to_string(), it.title.clone())));
        titles.extend(events.iter().map(|it| (it.key.to_string(), it.title.clone())));
        titles.extend(themes(&of.activities).map(|it| (it.to_owned(), shared_title(&of.activities, it))));
        titles.extend(record.organisations.iter().map(|it| (it.key.clone(), text_of(&it.names))));
        let asked = Asked::read(conn).await?;
        Ok(Self {
            record,
            figures: of.figures.clone(),
            keys,
            titles,
            asked,
            events,
            prose: programme::all_prose(conn, edition).await?,
        })
    }
}

/// A text as names, one a language that the finder reads.
fn names(text: &Text) -> Vec<Name> {
    let name = |(language, read)| Some(Name { language: read, text: text.get(language)?.to_owned() });
    READ.into_iter().filter_map(name).collect()
}

fn text_of(names: &[Name]) -> Text {
    let first = |read| names.iter().find(|it| it.language == read).map(|it| it.text.as_str()).unwrap_or_default();
    READ.into_iter().fold(Text::default(), |text, (language, read)| text.with(language, first(read)))
}

/// What can stand behind the short name of a thing: “Asia-Europe Training on …”.
fn cuts(language: consistency::Language) -> &'static [&'static str] {
    match language {
        consistency::Language::English => &[" on ", " for ", " in "],
        consistency::Language::French => &[" sur ", " pour ", " à ", " dans "],
    }
}

/// The beginnings of titles by which prose knows a thing, too.
fn short_forms(names: &[Name]) -> Vec<Name> {
    let short = |it: &Name| {
        let at = cuts(it.language).iter().filter_map(|cut| it.text.find(cut)).min()?;
        let text = it.text[..at].to_owned();
        (text.split_whitespace().count() >= 2).then_some(Name { language: it.language, text })
    };
    names.iter().filter_map(short).collect()
}

/// A name that several activities bear names none of them.
fn drop_shared_names(activities: &mut [Activity]) {
    let mut borne: HashMap<String, usize> = HashMap::new();
    for name in activities.iter().flat_map(|it| &it.names) {
        *borne.entry(name.text.to_lowercase()).or_default() += 1;
    }
    for it in activities {
        it.names.retain(|name| borne.get(&name.text.to_lowercase()) == Some(&1));
    }
}

fn mode(it: model::Mode) -> Mode {
    match it {
        model::Mode::Online => Mode::Online,
        model::Mode::OnSite => Mode::OnSite,
        model::Mode::Hybrid => Mode::Hybrid,
    }
}

fn kind(it: model::ActivityKind) -> ActivityKind {
    match it {
        model::ActivityKind::Series => ActivityKind::Series,
        model::ActivityKind::Workshop => ActivityKind::Workshop,
        model::ActivityKind::Training => ActivityKind::Training,
        model::ActivityKind::Simulation => ActivityKind::Simulation,
        model::ActivityKind::Summit => ActivityKind::Summit,
        model::ActivityKind::Research => ActivityKind::Research,
    }
}

/// The names of a place, its first part, and its last where the first is a house: “UNESCO Headquarters, Paris”.
fn places(text: &Text) -> Vec<Name> {
    let mut places = names(text);
    for it in names(text) {
        let Some((first, last)) = it.text.rsplit_once(", ") else { continue };
        let house = first.split_whitespace().count() >= 2;
        places.push(Name { language: it.language, text: first.to_owned() });
        if house {
            places.push(Name { language: it.language, text: last.to_owned() });
        }
    }
    places
}

/// The umbrellas over several series, each once.
pub(super) fn themes(activities: &[programme::Activity]) -> impl Iterator<Item = &str> {
    let mut seen: Vec<&str> = Vec::new();
    for it in activities.iter().filter(|it| it.kind == model::ActivityKind::Series) {
        if let Some(theme) = it.theme.as_deref().filter(|it| !seen.contains(it)) {
            seen.push(theme);
        }
    }
    seen.into_iter()
}

pub(super) fn under<'a>(
    activities: &'a [programme::Activity],
    theme: &'a str,
) -> impl Iterator<Item = &'a programme::Activity> {
    let under =
        move |it: &&programme::Activity| it.kind == model::ActivityKind::Series && it.theme.as_deref() == Some(theme);
    activities.iter().filter(under)
}

/// What the titles under an umbrella begin with.
pub(super) fn shared_title(activities: &[programme::Activity], theme: &str) -> Text {
    let mut shared = Text::default();
    for (language, _) in READ {
        let first = under(activities, theme).find_map(|it| it.title.get(language)?.split_once(':'));
        let Some(words) = first.map(|(words, _)| words.trim()) else { continue };
        let all = under(activities, theme).all(|it| it.title.get(language).is_none_or(|it| it.starts_with(words)));
        if all {
            shared = shared.with(language, words);
        }
    }
    shared
}

fn umbrellas(activities: &[programme::Activity]) -> Vec<Activity> {
    let umbrella = |theme: &str| {
        let first = under(activities, theme).map(|it| it.starts_on).min().unwrap_or_default();
        let last = under(activities, theme).map(|it| it.ends_on).max().unwrap_or_default();
        Activity {
            key: theme.to_owned(),
            names: names(&shared_title(activities, theme)),
            starts_on: first,
            ends_on: last,
            mode: under(activities, theme).next().map(|it| mode(it.mode)).unwrap_or_default(),
            ..Activity::default()
        }
    };
    themes(activities).map(umbrella).collect()
}

fn activity(
    readers: &[(Reader, consistency::Language)],
    all: &[programme::Activity],
    it: &programme::Activity,
) -> Activity {
    let mut known = names(&it.title);
    if it.theme.is_none() {
        known.extend(short_forms(&known));
    }
    let series = it.kind == model::ActivityKind::Series;
    let theme = it.theme.as_ref().filter(|theme| series && themes(all).any(|it| it == theme.as_str()));
    let country = |country| {
        readers.iter().map(move |(reader, language)| Name { language: *language, text: reader.country(country) })
    };
    Activity {
        key: it.key.to_string(),
        kind: kind(it.kind),
        names: known,
        country_names: it.country.into_iter().flat_map(country).collect(),
        part_of: theme.or(it.part_of.as_ref()).cloned(),
        starts_on: it.starts_on,
        ends_on: it.ends_on,
        mode: mode(it.mode),
        places: it.place.as_ref().map(places).unwrap_or_default(),
        status: status(it.status),
    }
}

fn status(it: model::Status) -> Status {
    match it {
        model::Status::Planned => Status::Planned,
        model::Status::Delivered => Status::Delivered,
    }
}

fn session(it: &Session) -> consistency::Session {
    consistency::Session { activity: it.activity.to_string(), key: it.key.to_string(), on: it.held_on, number: None }
}

/// The title of an event of others without the greater one beside which it took place.
fn beside(names: &[Name]) -> Vec<Name> {
    let short = |it: &Name| {
        let cuts = [" alongside ", " in conjunction with ", ", en marge d"];
        let at = cuts.iter().filter_map(|cut| it.text.find(cut)).min()?;
        Some(Name { language: it.language, text: it.text[..at].to_owned() })
    };
    names.iter().filter_map(short).collect()
}

fn event(it: &outreach::ExternalEvent) -> Event {
    Event {
        key: it.key.to_string(),
        names: names(&it.title).into_iter().chain(beside(&names(&it.title))).collect(),
        on: it.held_on,
        mode: mode(it.mode),
        places: places(&it.place),
    }
}

/// The communiqué, and studies: what they are called without their kind and series.
async fn outputs(conn: &mut Conn, of: &Gathered) -> Result<Vec<Output>> {
    let mut outputs = Vec::new();
    if let Some(it) = programme::communique(conn, of.here.edition.id).await? {
        let mut known = names(&it.title);
        known.extend(short_forms(&known));
        let adopted = it.adopted_on <= of.today;
        let status = if adopted { Status::Delivered } else { Status::Planned };
        outputs.push(Output { key: "communique".to_owned(), names: known, status });
    }
    for it in of.activities.iter().filter(|it| it.kind == model::ActivityKind::Research) {
        let last = |name: &Name| {
            let words: Vec<&str> = name.text.split_whitespace().collect();
            let english = name.language == consistency::Language::English && words.len() > 3;
            english.then(|| Name { language: name.language, text: words[words.len() - 2..].join(" ") })
        };
        let short: Vec<Name> =
            names(&it.title).iter().filter_map(last).filter(|it| it.text.ends_with("reports")).collect();
        if !short.is_empty() {
            outputs.push(Output { key: it.key.to_string(), names: short, status: status(it.status) });
        }
    }
    Ok(outputs)
}

async fn organisations(conn: &mut Conn, of: &Gathered) -> Result<Vec<Organisation>> {
    let known = programme::organisations(conn, of.here.edition.id).await?;
    let role = |it: &Partnership| Role {
        tier: tier(it.role),
        activity: it
            .activity_id
            .and_then(|id| of.activities.iter().find(|it| it.id == id))
            .map(|it| it.key.to_string()),
    };
    let organisation = |it: programme::Organisation| Organisation {
        names: [Name::en(&it.name), Name::fr(&it.name_fr), Name::en(&it.short)]
            .into_iter()
            .chain(it.name.split_once(" (").map(|(bare, _)| Name::en(bare)))
            .filter(|it| !it.text.is_empty())
            .collect(),
        roles: of.partnerships.iter().filter(|other| other.organisation_id == Some(it.id)).map(role).collect(),
        key: it.key.to_string(),
    };
    Ok(known.into_iter().map(organisation).collect())
}

fn tier(it: model::Role) -> Tier {
    match it {
        model::Role::Organiser => Tier::Organiser,
        model::Role::CoOrganiser => Tier::CoOrganiser,
        model::Role::Host => Tier::Host,
        model::Role::Partner => Tier::Partner,
        model::Role::EarmarkedFunder => Tier::EarmarkedFunder,
        model::Role::GeneralFunder => Tier::GeneralFunder,
        model::Role::Supporter => Tier::Supporter,
        model::Role::Project => Tier::Project,
    }
}

/// Those who are named in public, and those who take part and never said that they may be.
async fn people(conn: &mut Conn, of: &Gathered) -> Result<Vec<Person>> {
    let mut known: Vec<Person> = Vec::new();
    let named = people::named(conn, of.here.edition.id).await?;
    for it in named.into_iter().filter(|it| it.erased_at.is_none()) {
        let may_be_named = it.consent.as_deref().is_some_and(|it| it != "withheld");
        known.push(Person { key: it.key.to_string(), names: vec![it.name, it.printed], may_be_named });
    }
    let mut chosen: Vec<people::Participant> = of.chosen.iter().flat_map(|(_, people)| people).cloned().collect();
    for it in of.activities.iter().filter(|it| it.kind == model::ActivityKind::Workshop) {
        chosen.extend(people::participants(conn, it.id, of.now).await?);
    }
    let mut seen = HashSet::new();
    for it in chosen.into_iter().filter(|it| it.name != host::erasing::ERASED) {
        if seen.insert(it.person_id) {
            let names = vec![it.name, it.printed];
            known.push(Person { key: it.person_id.to_string(), names, may_be_named: false });
        }
    }
    Ok(known)
}
