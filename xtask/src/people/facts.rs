//! What the edition says already: its countries, and the sessions that people register for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::calendar;

/// A session, as far as invented people have to do with it.
pub struct Session {
    pub key: String,
    pub activity: String,
    /// The kind of the activity that it belongs to: `series`, `training` and so on.
    pub of: String,
    pub kind: String,
    pub public: bool,
    /// The country its activity is about.
    pub country: Option<String>,
    /// First and last second.
    pub starts: i64,
    pub ends: i64,
}

/// The facts that the invention must agree with.
pub struct Facts {
    /// Code and region of each country.
    pub countries: BTreeMap<String, String>,
    pub sessions: Vec<Session>,
    /// How many people are named already for a session or activity.
    pub named: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
struct Activities {
    activity: Vec<ActivityRow>,
}

#[derive(Deserialize)]
struct ActivityRow {
    key: String,
    kind: String,
    country: Option<String>,
    zone: Option<String>,
}

#[derive(Deserialize)]
struct Sessions {
    session: Vec<SessionRow>,
}

#[derive(Deserialize)]
struct SessionRow {
    key: String,
    activity: String,
    kind: String,
    on: String,
    starts: String,
    ends: String,
    public: bool,
}

impl Facts {
    /// Reads the files of the edition folder that a secretariat has written.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let activities: Activities = toml_of(folder, "activities.toml")?;
        let sessions: Sessions = toml_of(folder, "sessions.toml")?;
        let activities: BTreeMap<_, _> = activities.activity.into_iter().map(|row| (row.key.clone(), row)).collect();
        let sessions = sessions.session.into_iter().map(|row| session(row, &activities)).collect::<Result<_, _>>()?;
        let countries =
            rows(folder, "countries.csv")?.into_iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
        let mut named = BTreeMap::new();
        for row in rows(folder, "speakers.csv")? {
            let place = if row[0].is_empty() { &row[1] } else { &row[0] };
            *named.entry(place.to_owned()).or_default() += 1;
        }
        Ok(Self { countries, sessions, named })
    }

    /// The webinars of the country series.
    pub fn country_webinars(&self) -> Vec<&Session> {
        self.sessions.iter().filter(|session| session.public && session.of == "series").collect()
    }

    /// The webinars of the training that are open to the public.
    pub fn training_webinars(&self) -> Vec<&Session> {
        self.sessions.iter().filter(|session| session.public && session.of == "training").collect()
    }
}

fn session(row: SessionRow, activities: &BTreeMap<String, ActivityRow>) -> Result<Session, String> {
    let wrong = |what: &str| format!("sessions.toml: {} of {} cannot be read", what, row.key);
    let activity = activities.get(&row.activity).ok_or_else(|| wrong("the activity"))?;
    let day = calendar::parse_date(&row.on).ok_or_else(|| wrong("the date"))?;
    let starts = calendar::parse_clock(&row.starts).ok_or_else(|| wrong("the start"))?;
    let ends = calendar::parse_clock(&row.ends).ok_or_else(|| wrong("the end"))?;
    let ahead = minutes_ahead(activity.zone.as_deref().unwrap_or_default());
    Ok(Session {
        starts: calendar::instant(day, 0, starts - ahead),
        ends: calendar::instant(day, 0, ends - ahead),
        of: activity.kind.clone(),
        country: activity.country.clone(),
        key: row.key,
        activity: row.activity,
        kind: row.kind,
        public: row.public,
    })
}

/// How far a zone's clocks may be ahead of UTC in 2025.
///
/// Only the order of a registration and its session hangs on this, so an unknown zone counts as
/// the one where the day begins first, and Copenhagen keeps its summer hour.
fn minutes_ahead(zone: &str) -> i64 {
    match zone {
        "Asia/Kuala_Lumpur" | "Asia/Singapore" | "Asia/Manila" => 480,
        "Asia/Almaty" => 300,
        "Asia/Bangkok" | "Asia/Jakarta" => 420,
        "Europe/Copenhagen" => 120,
        _ => 840,
    }
}

fn toml_of<T: serde::de::DeserializeOwned>(folder: &Path, file: &str) -> Result<T, String> {
    let text = fs::read_to_string(folder.join(file)).map_err(|why| format!("{file}: {why}"))?;
    toml::from_str(&text).map_err(|why| format!("{file}: {why}"))
}

fn rows(folder: &Path, file: &str) -> Result<Vec<csv::StringRecord>, String> {
    let mut reader = csv::Reader::from_path(folder.join(file)).map_err(|why| format!("{file}: {why}"))?;
    reader.records().collect::<Result<_, _>>().map_err(|why| format!("{file}: {why}"))
}
