//! The record of the 2025 edition, read from its files, as far as prose could contradict it.

#![allow(clippy::unwrap_used)]

use std::{collections::HashMap, fs, path::PathBuf};

use consistency::{
    Activity, ActivityKind, Display, Event, Figure, Mode, Name, Observed, Organisation, Output, Person, Quotation,
    Record, Role, Session, Status, Tier,
};
use jiff::civil::Date;
use toml::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../editions/asef-2025")
}

fn tables(file: &str, key: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    let table: Value = toml::from_str(&text).unwrap();
    table[key].as_array().unwrap().clone()
}

fn rows(file: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_path(folder().join(file)).unwrap().deserialize().map(Result::unwrap).collect()
}

fn text<'a>(table: &'a Value, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn date(table: &Value, key: &str) -> Date {
    text(table, key).parse().unwrap()
}

fn names(table: &Value, key: &str) -> Vec<Name> {
    let Some(both) = table.get(key) else { return Vec::new() };
    vec![Name::en(text(both, "en")), Name::fr(text(both, "fr"))]
}

fn mode(word: &str) -> Mode {
    match word {
        "on-site" => Mode::OnSite,
        "hybrid" => Mode::Hybrid,
        _ => Mode::Online,
    }
}

/// The names of a place, and of its parts: “Manila, Philippines” is “Manila”.
fn places(table: &Value) -> Vec<Name> {
    let mut places = names(table, "place");
    let towns =
        places.iter().map(|it| Name { language: it.language, text: it.text.split(", ").next().unwrap().into() });
    let towns: Vec<Name> = towns.collect();
    places.extend(towns);
    places.dedup();
    places
}

/// The whole record.
pub fn record() -> Record {
    let mut record =
        Record { from: "2025-03-11".parse().unwrap(), to: "2025-12-18".parse().unwrap(), ..Record::default() };
    record.activities.push(Activity {
        key: "workshop-series".into(),
        names: vec![
            Name::en("Country Focused Workshop Series"),
            Name::en("Navigating Science and Technology Diplomacy Ecosystems"),
            Name::fr("Série d’ateliers par pays"),
        ],
        starts_on: "2025-04-15".parse().unwrap(),
        ends_on: "2025-07-22".parse().unwrap(),
        ..Activity::default()
    });
    record.activities.extend(tables("activities.toml", "activity").iter().map(activity));
    for session in tables("sessions.toml", "session") {
        let (activity, key) = (text(&session, "activity").into(), text(&session, "key").into());
        record.sessions.push(Session { activity, key, on: date(&session, "on"), number: None });
    }
    for event in tables("external-events.toml", "event") {
        record.events.push(Event {
            key: text(&event, "key").into(),
            names: names(&event, "title"),
            on: date(&event, "on"),
            mode: mode(text(&event, "mode")),
            places: places(&event).into_iter().chain(headquarters(&event)).collect(),
        });
    }
    record.figures = figures();
    record.outputs = outputs();
    record.organisations = organisations();
    for file in ["people.csv", "people-invented.csv"] {
        record.people.extend(rows(file).into_iter().map(|row| Person {
            key: row["key"].clone(),
            names: vec![row["name"].clone(), row["printed"].clone()],
            may_be_named: row["consent"] != "withheld",
        }));
    }
    for quotation in tables("quotations.toml", "quotation") {
        let texts = names(&quotation, "text");
        record.quotations.push(Quotation { key: text(&quotation, "key").into(), texts, author: None, country: None });
    }
    record
}

fn headquarters(event: &Value) -> Vec<Name> {
    if text(event, "key") == "unesco-training-workshop" { vec![Name::en("Paris")] } else { Vec::new() }
}

fn activity(it: &Value) -> Activity {
    let key = text(it, "key");
    let mut names = names(it, "title");
    let short: &[&str] = match key {
        "mapping-2024" => &["Asia-Europe Science and Technology Diplomacy Report"],
        "training" => &["Asia-Europe Training", "online Training"],
        "summit" => &["Asia-Europe Youth Summit", "Youth Summit"],
        "manila-workshop" => &["atelier à Manille"],
        "simulation" => &["GESDA Quantum Diplomacy game", "Quantum Diplomacy Simulation"],
        _ => &[],
    };
    names.extend(short.iter().map(|it| Name::en(*it)));
    let country: &[(&str, &str)] = match key {
        "malaysia" => &[("Malaysia", "Malaisie")],
        "kazakhstan" => &[("Kazakhstan", "Kazakhstan")],
        "thailand" => &[("Thailand", "Thaïlande")],
        "indonesia" => &[("Indonesia", "Indonésie")],
        _ => &[],
    };
    Activity {
        key: key.into(),
        kind: match text(it, "kind") {
            "workshop" => ActivityKind::Workshop,
            "training" => ActivityKind::Training,
            "simulation" => ActivityKind::Simulation,
            "summit" => ActivityKind::Summit,
            "research" => ActivityKind::Research,
            _ => ActivityKind::Series,
        },
        names,
        country_names: country.iter().flat_map(|it| [Name::en(it.0), Name::fr(it.1)]).collect(),
        part_of: match text(it, "theme") {
            "navigating-ecosystems" if key != "ecosystem-reports" => Some("workshop-series".into()),
            _ => it.get("part_of").and_then(Value::as_str).map(str::to_owned),
        },
        starts_on: date(it, "starts_on"),
        ends_on: date(it, "ends_on"),
        mode: mode(text(it, "mode")),
        places: places(it),
        status: if text(it, "status") == "planned" { Status::Planned } else { Status::Delivered },
    }
}

fn outputs() -> Vec<Output> {
    let output = |key: &str, status, names: Vec<Name>| Output { key: key.into(), status, names };
    vec![
        output(
            "ecosystem-reports",
            Status::Planned,
            vec![
                Name::en("Ecosystem Reports"),
                Name::en("SciTech Diplo Ecosystem Reports"),
                Name::fr("rapports sur les écosystèmes"),
            ],
        ),
        output("summary-reports", Status::Planned, vec![Name::en("Summary Reports"), Name::fr("rapports de synthèse")]),
        output(
            "communique",
            Status::Delivered,
            vec![Name::en("Youth Communiqué"), Name::fr("Communiqué de la jeunesse")],
        ),
    ]
}

fn organisations() -> Vec<Organisation> {
    let roles = rows("partnerships.csv");
    let tier = |word: &str| match word {
        "organiser" => Tier::Organiser,
        "co-organiser" => Tier::CoOrganiser,
        "host" => Tier::Host,
        "partner" => Tier::Partner,
        "earmarked-funder" => Tier::EarmarkedFunder,
        "general-funder" => Tier::GeneralFunder,
        "supporter" => Tier::Supporter,
        _ => Tier::Project,
    };
    rows("organisations.csv")
        .into_iter()
        .map(|row| Organisation {
            names: [Name::en(&row["name"]), Name::fr(&row["name_fr"]), Name::en(&row["short"])]
                .into_iter()
                .chain(row["name"].split_once(" (").map(|it| Name::en(it.0)))
                .filter(|it| !it.text.is_empty())
                .collect(),
            roles: roles
                .iter()
                .filter(|it| it["organisation"] == row["key"])
                .map(|it| Role {
                    tier: tier(&it["role"]),
                    activity: Some(it["activity"].clone()).filter(|it| !it.is_empty()),
                })
                .collect(),
            key: row["key"].clone(),
        })
        .collect()
}

fn figures() -> Vec<Figure> {
    let count = |key: &str, scope: &str, value: f64, en: &[&str], fr: &[&str]| Figure {
        key: key.into(),
        scope: Some(scope.to_owned()).filter(|it| !it.is_empty()),
        value,
        nouns: en.iter().map(|it| Name::en(*it)).chain(fr.iter().map(|it| Name::fr(*it))).collect(),
        ..Figure::default()
    };
    let at_least = |step, figure: Figure| Figure { display: Display::AtLeast(step), ..figure };
    let people: (&[&str], &[&str]) = (&["participants"], &["participants"]);
    let countries: (&[&str], &[&str]) = (&["countries"], &["pays"]);
    let webinars: (&[&str], &[&str]) = (&["webinars"], &["webinaires"]);
    let observed = |figure: Figure| Figure {
        observed: Some(Observed { on: "2025-12-31".parse().unwrap(), has_evidence: true }),
        ..figure
    };
    let share = |key: &str, n: i64, of: i64, words: &str| Figure {
        key: key.into(),
        scope: Some("training".into()),
        value: 100.0 * n as f64 / of as f64,
        n: Some(n),
        of: Some(of),
        display: Display::Percent,
        nouns: vec![Name::en(words)],
        ..Figure::default()
    };
    let mut figures = vec![
        Figure {
            parts: vec!["training.participants".into(), "manila-workshop.participants".into()],
            ..count("participants", "", 119.0, people.0, people.1)
        },
        count("training.participants", "training", 107.0, people.0, people.1),
        count("summit.participants", "summit", 40.0, people.0, people.1),
        count(
            "manila-workshop.participants",
            "manila-workshop",
            12.0,
            &["participants", "researchers and policymakers"],
            people.1,
        ),
        count("training.countries", "training", 41.0, countries.0, countries.1),
        count("summit.countries", "summit", 29.0, countries.0, countries.1),
        count("mapping-2024.countries", "mapping-2024", 41.0, countries.0, countries.1),
        count("workshop-series.countries", "workshop-series", 4.0, countries.0, countries.1),
        count(
            "workshop-series.series",
            "workshop-series",
            4.0,
            &["series", "workshop series"],
            &["séries", "séries d’ateliers"],
        ),
        count(
            "workshop-series.webinars",
            "workshop-series",
            12.0,
            &["webinars", "country focused webinars"],
            webinars.1,
        ),
        at_least(100, count("registrations", "", 2418.0, &["registrations"], &["inscriptions"])),
        at_least(100, count("applicants", "training", 2231.0, &["applicants"], &["candidats"])),
        count("webinar-attendees", "", 535.0, &["webinar attendees"], &["participants aux webinaires"]),
        at_least(10, count("speakers", "", 83.0, &["speakers and resource persons"], &["intervenants"])),
        count("recommendations", "summit", 20.0, &["recommendations"], &["recommandations"]),
        count("pillars", "summit", 5.0, &["pillars"], &["piliers"]),
        observed(at_least(1000, count("social-media-reach", "", 234_000.0, &["users"], &["utilisateurs"]))),
        observed(at_least(1000, count("website-visitors", "", 57_000.0, &["website visitors"], &["visiteurs"]))),
        observed(at_least(50, count("external-audience", "", 450.0, &["audience"], &["auditeurs"]))),
        share("training.understanding", 97, 101, "better understanding"),
        share("training.knowledge", 100, 101, "knowledge"),
        share("training.connections", 91, 101, "closer connections"),
        share("training.continued-engagement", 92, 101, "continue to engage"),
    ];
    for country in ["malaysia", "kazakhstan", "thailand", "indonesia"] {
        figures.push(count(&format!("{country}.webinars"), country, 3.0, webinars.0, webinars.1));
    }
    figures.push(count("training.webinars", "training", 5.0, webinars.0, webinars.1));
    figures
}
