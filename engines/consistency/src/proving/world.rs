//! Invented editions: a record, and the facts that a report would tell of it.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::chance::Chance;
use crate::model::{
    Activity, ActivityKind, Display, Figure, Mode, Name, Organisation, Output, Person, Record, Role, Session, Status,
    Tier,
};

/// A name in English and in French.
pub(super) type Both = (&'static str, &'static str);

/// A series of webinars about one country.
#[derive(Clone, Debug)]
pub(super) struct Series {
    pub country: Both,
    pub from: Date,
    pub to: Date,
    pub host: Both,
    pub speaker: &'static str,
}

/// What a report can tell.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub record: Record,
    pub series: Vec<Series>,
    pub webinars_each: i64,
    pub training: (Date, Date),
    pub training_people: i64,
    pub training_countries: i64,
    pub applicants: i64,
    pub sessions: Vec<Date>,
    pub summit: (Date, Date),
    pub summit_people: i64,
    pub summit_partner: Both,
    pub summit_speaker: &'static str,
    pub town: Both,
    pub workshop: (Date, Date),
    pub workshop_people: i64,
    pub workshop_town: Both,
    pub funders: Vec<Both>,
    pub general: Both,
    pub recommendations: i64,
}

#[rustfmt::skip]
const COUNTRIES: &[Both] = &[
    ("Malaysia", "Malaisie"), ("Kazakhstan", "Kazakhstan"), ("Thailand", "Thaïlande"), ("Indonesia", "Indonésie"),
    ("Mongolia", "Mongolie"), ("Vietnam", "Vietnam"), ("India", "Inde"), ("Japan", "Japon"),
];
#[rustfmt::skip]
const TOWNS: &[Both] = &[
    ("Copenhagen", "Copenhague"), ("Lisbon", "Lisbonne"), ("Vienna", "Vienne"), ("Tallinn", "Tallinn"),
    ("Manila", "Manille"), ("Dublin", "Dublin"),
];
const ORGANISATIONS: &[Both] = &[
    ("Northern Institute for Ocean Observation", "Institut nordique d’observation des océans"),
    ("Lindqvist University", "Université Lindqvist"),
    ("Harbour Foundation for Applied Chemistry", "Fondation portuaire pour la chimie appliquée"),
    ("Ministry of Research of Altamira", "Ministère de la Recherche d’Altamira"),
    ("National Council for Orbital Safety", "Conseil national de la sécurité orbitale"),
    ("Meridian Society for Innovation", "Société Meridian pour l’innovation"),
    ("Tamarind Academy of Sciences", "Académie Tamarind des sciences"),
    ("Borealis Development Agency", "Agence de développement Borealis"),
    ("Kestrel Network of Laboratories", "Réseau Kestrel de laboratoires"),
    ("Estuary Technical University", "Université technique de l’Estuaire"),
];
const PEOPLE: &[&str] = &[
    "Marisol Ferrante",
    "Tevita Kolomatangi",
    "Ingrid Solheim",
    "Rafiq Chowdhury",
    "Aurelie Vandamme",
    "Nurlan Bektasov",
    "Siobhan Gallagher",
    "Thaddeus Okonkwo",
];

impl World {
    /// How many series there are.
    pub fn count(&self) -> i64 {
        self.series.iter().map(|_| 1).sum()
    }
}

/// Invents an edition.
pub(super) fn world(chance: &mut Chance) -> World {
    let year = *chance.one(&[2024_i16, 2025, 2026, 2027]);
    let organisations = chance.shuffled(ORGANISATIONS);
    let people = chance.shuffled(PEOPLE);
    let towns = chance.shuffled(TOWNS);
    let countries = chance.shuffled(COUNTRIES);
    let webinars_each = chance.between(2, 4);
    let mut day = date(year, 3, 1) + (chance.between(0, 20)).days();
    let mut series = Vec::new();
    for index in 0..chance.between(3, 4) as usize {
        let to = day + ((webinars_each - 1) * 7).days();
        series.push(Series {
            country: countries[index],
            from: day,
            to,
            host: organisations[index],
            speaker: people[index],
        });
        day = to + chance.between(5, 15).days();
    }
    let start = date(year, 9, 1) + chance.between(0, 12).days();
    let weeks = chance.between(5, 8);
    let training = (start, start + (weeks * 7 - 1 - chance.between(0, 2)).days());
    let sessions: Vec<Date> = (0..weeks).map(|it| start + (it * 7).days()).collect();
    let summit_from = date(year, 11, 20) + chance.between(0, 6).days();
    let summit = (summit_from, summit_from + chance.between(3, 5).days());
    let workshop_from = date(year, 7, 20) + chance.between(0, 6).days();
    let workshop = (workshop_from, workshop_from + chance.between(1, 2).days());
    let mut world = World {
        record: Record::default(),
        series,
        webinars_each,
        training,
        training_people: chance.between(82, 140),
        training_countries: chance.between(31, 47),
        applicants: chance.between(1400, 2900),
        sessions,
        summit,
        summit_people: chance.between(33, 58),
        summit_partner: organisations[4],
        summit_speaker: people[4],
        town: towns[0],
        workshop,
        workshop_people: chance.between(12, 26),
        workshop_town: towns[1],
        funders: organisations[5..7].to_vec(),
        general: organisations[7],
        recommendations: chance.between(13, 28),
    };
    world.record = record(&world);
    world
}

fn both(names: Both) -> Vec<Name> {
    vec![Name::en(names.0), Name::fr(names.1)]
}

fn record(world: &World) -> Record {
    let first = world.series.first().map_or(world.training.0, |it| it.from);
    let last = world.series.last().map_or(world.training.1, |it| it.to);
    let mut record = Record { from: first, to: world.summit.1, ..Record::default() };
    record.activities.push(Activity {
        key: "series".into(),
        names: both(("Country Workshop Series", "Série d’ateliers par pays")),
        starts_on: first,
        ends_on: last,
        ..Activity::default()
    });
    for it in &world.series {
        record.activities.push(Activity {
            key: it.country.0.to_lowercase(),
            country_names: both(it.country),
            part_of: Some("series".into()),
            starts_on: it.from,
            ends_on: it.to,
            ..Activity::default()
        });
        for week in 0..world.webinars_each {
            let on = it.from + (week * 7).days();
            record.sessions.push(Session { activity: it.country.0.to_lowercase(), on, ..Session::default() });
        }
    }
    let activity = |key: &str, kind, names, days: (Date, Date), mode, place: Option<Both>| Activity {
        key: key.into(),
        kind,
        names: both(names),
        starts_on: days.0,
        ends_on: days.1,
        mode,
        places: place.map(both).unwrap_or_default(),
        ..Activity::default()
    };
    let training = ("Online Training on Science Diplomacy", "Formation en ligne à la diplomatie scientifique");
    let summit = ("Youth Summit on Science Diplomacy", "Sommet de la jeunesse sur la diplomatie scientifique");
    let workshop = ("Workshop for Young Researchers", "Atelier pour jeunes chercheurs");
    record.activities.push(activity("training", ActivityKind::Training, training, world.training, Mode::Online, None));
    record.activities.push(activity(
        "summit",
        ActivityKind::Summit,
        summit,
        world.summit,
        Mode::OnSite,
        Some(world.town),
    ));
    let place = Some(world.workshop_town);
    record.activities.push(activity("workshop", ActivityKind::Workshop, workshop, world.workshop, Mode::OnSite, place));
    record.sessions.extend(world.sessions.iter().map(|on| Session {
        activity: "training".into(),
        on: *on,
        ..Session::default()
    }));
    record.figures = figures(world);
    let output = |key: &str, names, status| Output { key: key.into(), names: both(names), status };
    record.outputs = vec![
        output("reports", ("ecosystem reports", "rapports sur les écosystèmes"), Status::Planned),
        output("handbook", ("trainers’ handbook", "manuel des formateurs"), Status::Planned),
        output("communique", ("youth communiqué", "communiqué de la jeunesse"), Status::Delivered),
        output("recordings", ("recordings", "enregistrements"), Status::Delivered),
    ];
    record.organisations = organisations(world);
    let speakers = world.series.iter().map(|it| it.speaker).chain([world.summit_speaker]);
    record.people =
        speakers.map(|it| Person { key: it.to_lowercase(), names: vec![it.to_owned()], may_be_named: true }).collect();
    record
}

fn figures(world: &World) -> Vec<Figure> {
    let figure = |key: &str, scope: Option<&str>, value: i64, nouns| Figure {
        key: key.into(),
        scope: scope.map(str::to_owned),
        value: value as f64,
        nouns: both(nouns),
        ..Figure::default()
    };
    let people = ("participants", "participants");
    let series = world.count();
    let mut figures = vec![
        figure("participants", None, world.training_people + world.workshop_people, people),
        figure("training.participants", Some("training"), world.training_people, people),
        figure("training.countries", Some("training"), world.training_countries, ("countries", "pays")),
        Figure {
            display: Display::AtLeast(100),
            ..figure("applicants", Some("training"), world.applicants, ("applicants", "candidats"))
        },
        figure("summit.participants", Some("summit"), world.summit_people, people),
        figure("workshop.participants", Some("workshop"), world.workshop_people, people),
        figure("series.series", Some("series"), series, ("series", "séries")),
        figure("series.webinars", Some("series"), series * world.webinars_each, ("webinars", "webinaires")),
        figure("recommendations", Some("summit"), world.recommendations, ("recommendations", "recommandations")),
    ];
    for it in &world.series {
        let key = it.country.0.to_lowercase();
        figures.push(figure(&format!("{key}.webinars"), Some(&key), world.webinars_each, ("webinars", "webinaires")));
    }
    figures
}

fn organisations(world: &World) -> Vec<Organisation> {
    let organisation = |names: Both, tier, activity: Option<String>| Organisation {
        key: names.0.to_lowercase(),
        names: both(names),
        roles: vec![Role { tier, activity }],
    };
    let mut all: Vec<Organisation> =
        world.series.iter().map(|it| organisation(it.host, Tier::Host, Some(it.country.0.to_lowercase()))).collect();
    all.push(organisation(world.summit_partner, Tier::Partner, Some("summit".into())));
    all.extend(world.funders.iter().map(|it| organisation(*it, Tier::EarmarkedFunder, None)));
    all.push(organisation(world.general, Tier::GeneralFunder, None));
    all
}
