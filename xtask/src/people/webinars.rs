//! Who registered for the public webinars, and who was there.

use std::collections::{BTreeMap, BTreeSet};

use super::applicants::Applicant;
use super::chance::Chance;
use super::facts::{Facts, Session};
use super::guests::{self, Guest};
use super::person::Maker;
use super::table;
use super::words::Place;

/// Registrations for the twelve webinars of the country series.
pub const REGISTRATIONS: usize = 2_046;
/// Different people who were present at one or more of these.
pub const PRESENT: usize = 535;
/// How many who registered for these applied for the training later.
const LATER_APPLICANTS: usize = 40;
/// Registrations for the public webinars of the training.
const TRAINING_REGISTRATIONS: usize = 372;

/// Somebody who registers: an applicant or a guest, by place in their list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Applicant(usize),
    Guest(usize),
}

struct Registration {
    /// The place of the session among those of the edition.
    session: usize,
    who: Who,
    at: i64,
    minutes: Option<i64>,
}

/// What is needed to invent the audience.
pub struct Audience<'a> {
    pub facts: &'a Facts,
    pub places: &'a BTreeMap<&'static str, Place>,
    pub applicants: &'a [Applicant],
    /// Places of the participants of the training, who need no registration for its webinars.
    pub chosen: &'a [usize],
}

/// Invents the audience; adds its guests to the list, and returns `registrations.csv`.
pub fn invent(seed: u64, of: &Audience, maker: &mut Maker, all: &mut Vec<Guest>) -> String {
    let mut chance = Chance::new(seed, "registrations");
    let invited = all.len();
    let mut rows = country_series(&mut chance, of, maker, all);
    attend(&mut chance, of.facts, &mut rows, all.len());
    rows.extend(training(&mut chance, of, maker, all, invited));
    name_guests(all, invited, &mut rows);
    rows.sort_by_key(|row| (row.session, row.at, row.who));
    let rows = rows.into_iter().map(|row| {
        let person = match row.who {
            Who::Applicant(place) => of.applicants[place].key.clone(),
            Who::Guest(place) => all[place].key.clone(),
        };
        let minutes = row.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        [of.facts.sessions[row.session].key.clone(), person, super::calendar::stamp(row.at), minutes]
    });
    table::csv(["session", "person", "registered_at", "attended_minutes"], rows)
}

fn country_series(chance: &mut Chance, of: &Audience, maker: &mut Maker, all: &mut Vec<Guest>) -> Vec<Registration> {
    let series = series(of.facts);
    let mut later: Vec<usize> = (0..of.applicants.len()).collect();
    chance.shuffle(&mut later);
    later.truncate(LATER_APPLICANTS);
    let mut rows: Vec<Registration> = Vec::new();
    while rows.len() < REGISTRATIONS {
        let first = chance.any(&series);
        let mut invite = |chance: &mut Chance| {
            let place = home(chance, of, first);
            all.push(guests::visitor(chance, place, maker));
            Who::Guest(all.len() - 1)
        };
        let who = later.pop().map_or_else(|| invite(chance), Who::Applicant);
        let sessions = interest(chance, &series, first);
        let room = REGISTRATIONS - rows.len();
        rows.extend(register(chance, of.facts, who, &sessions).into_iter().take(room));
    }
    rows
}

/// The webinars of each series, as places among the sessions.
fn series(facts: &Facts) -> Vec<Vec<usize>> {
    let mut series: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let sessions = facts.sessions.iter().enumerate();
    for (place, session) in sessions.filter(|(_, session)| session.public && session.of == "series") {
        series.entry(&session.activity).or_default().push(place);
    }
    series.into_values().collect()
}

/// A visitor's country: often the one that the series is about.
fn home<'a>(chance: &mut Chance, of: &'a Audience, series: &[usize]) -> &'a Place {
    let host = of.facts.sessions[series[0]].country.as_deref().and_then(|code| of.places.get(code));
    if let Some(host) = host
        && chance.percent(34)
    {
        return host;
    }
    let known: Vec<&Place> = of.places.values().filter(|place| of.facts.countries.contains_key(place.code)).collect();
    let weights: Vec<usize> = known.iter().map(|place| place.weight + 6).collect();
    known[chance.weighted(&weights)]
}

/// What somebody registers for: one webinar, a whole series, or more than one series.
fn interest(chance: &mut Chance, series: &[Vec<usize>], first: &[usize]) -> Vec<usize> {
    let mut sessions = first.to_vec();
    match chance.weighted(&[56, 16, 20, 6, 2]) {
        0 => vec![chance.pick(first)],
        1 => {
            sessions.remove(chance.below(first.len()));
            sessions
        }
        2 => sessions,
        3 => {
            let others: Vec<usize> = series.iter().flatten().copied().filter(|one| !first.contains(one)).collect();
            sessions.push(chance.pick(&others));
            sessions
        }
        _ => series.concat(),
    }
}

/// Registrations for these sessions: all in one sitting, or each in its own time.
fn register(chance: &mut Chance, facts: &Facts, who: Who, sessions: &[usize]) -> Vec<Registration> {
    let together = chance.percent(65);
    let mut sitting = before(chance, &facts.sessions[sessions[0]]);
    let mut rows = Vec::new();
    for session in sessions {
        let at = if together { sitting } else { before(chance, &facts.sessions[*session]) };
        rows.push(Registration { session: *session, who, at, minutes: None });
        sitting += chance.between(21, 95);
    }
    for row in &mut rows {
        row.at = row.at.min(facts.sessions[row.session].starts - chance.between(40, 900));
    }
    rows
}

/// A second before the session, most often in the last days.
fn before(chance: &mut Chance, session: &Session) -> i64 {
    let days = chance.step(&[22, 17, 11, 8, 6, 5, 6, 5, 4, 3, 3, 2, 2, 2, 2, 1, 1]);
    session.starts - 600 - days * 86_400 - chance.between(0, if days == 0 { 30_000 } else { 46_000 })
}

/// Lets exactly [`PRESENT`] people be there, each at one webinar at least.
fn attend(chance: &mut Chance, facts: &Facts, rows: &mut [Registration], guests: usize) {
    let mut people: Vec<Who> = rows.iter().map(|row| row.who).collect::<BTreeSet<_>>().into_iter().collect();
    chance.shuffle(&mut people);
    people.truncate(PRESENT);
    people.sort_unstable();
    debug_assert!(guests > PRESENT);
    let mut seen: BTreeSet<Who> = BTreeSet::new();
    for place in (0..rows.len()).rev() {
        let who = rows[place].who;
        let last_chance = !seen.contains(&who) && !rows[..place].iter().any(|row| row.who == who);
        if people.binary_search(&who).is_ok() && (last_chance || chance.percent(64)) {
            rows[place].minutes = Some(stayed(chance, &facts.sessions[rows[place].session]));
            seen.insert(who);
        }
    }
}

/// How long somebody stayed: most to the end, some only for a look.
fn stayed(chance: &mut Chance, session: &Session) -> i64 {
    let whole = (session.ends - session.starts) / 60;
    match chance.weighted(&[10, 24, 66]) {
        0 => chance.between(6, whole / 3),
        1 => chance.between(whole / 3, whole - 15),
        _ => chance.between(whole - 14, whole + 4),
    }
}

/// Registrations for the public webinars of the training: unselected applicants, old and new guests.
fn training(
    chance: &mut Chance,
    of: &Audience,
    maker: &mut Maker,
    all: &mut Vec<Guest>,
    invited: usize,
) -> Vec<Registration> {
    let sessions: Vec<usize> =
        (0..of.facts.sessions.len()).filter(|one| is_training_webinar(&of.facts.sessions[*one])).collect();
    if sessions.is_empty() {
        return Vec::new();
    }
    let mut rejected: Vec<usize> = (0..of.applicants.len()).filter(|one| !of.chosen.contains(one)).collect();
    chance.shuffle(&mut rejected);
    let mut known: Vec<usize> = (invited..all.len()).collect();
    chance.shuffle(&mut known);
    let mut rows: Vec<Registration> = Vec::new();
    while rows.len() < TRAINING_REGISTRATIONS {
        let who = match chance.weighted(&[58, 30, 12]) {
            0 => rejected.pop().map(Who::Applicant),
            1 => known.pop().map(Who::Guest),
            _ => None,
        };
        let who = who.unwrap_or_else(|| {
            let place = home(chance, of, &sessions);
            all.push(guests::visitor(chance, place, maker));
            Who::Guest(all.len() - 1)
        });
        let mut wanted = sessions.clone();
        chance.shuffle(&mut wanted);
        wanted.truncate(1 + chance.weighted(&[60, 22, 8, 4, 6]));
        wanted.sort_unstable();
        let room = TRAINING_REGISTRATIONS - rows.len();
        rows.extend(register(chance, of.facts, who, &wanted).into_iter().take(room));
    }
    for row in &mut rows {
        if chance.percent(44) {
            row.minutes = Some(stayed(chance, &of.facts.sessions[row.session]));
        }
    }
    rows
}

fn is_training_webinar(session: &Session) -> bool {
    session.public && session.of == "training"
}

/// Puts the guests into the order of their first registration, and gives them their keys.
fn name_guests(all: &mut Vec<Guest>, invited: usize, rows: &mut [Registration]) {
    let mut first: BTreeMap<usize, i64> = BTreeMap::new();
    for row in rows.iter() {
        if let Who::Guest(place) = row.who {
            let earliest = first.entry(place).or_insert(row.at);
            *earliest = row.at.min(*earliest);
        }
    }
    let mut order: Vec<usize> = (invited..all.len()).collect();
    order.sort_by_key(|place| (first.get(place).copied(), *place));
    let moved: BTreeMap<usize, usize> = order.iter().enumerate().map(|(new, old)| (*old, invited + new)).collect();
    for row in rows.iter_mut() {
        if let Who::Guest(place) = row.who {
            row.who = Who::Guest(moved.get(&place).copied().unwrap_or(place));
        }
    }
    let mut guests: Vec<(usize, Guest)> = all.drain(invited..).enumerate().collect();
    guests.sort_by_key(|(old, _)| moved[&(invited + old)]);
    all.extend(
        guests
            .into_iter()
            .enumerate()
            .map(|(new, (_, guest))| Guest { key: format!("g{:04}", invited + new + 1), ..guest }),
    );
}
