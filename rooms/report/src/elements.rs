//! The elements of a programme as a report tells them: what, when, where, with whom; in one reader's language.

use agenda::{Session, SpeakerRole};
use jiff::civil::Date;
use kernel::{Text, mark};
use programme::{Activity, ActivityKind, Role, model::Mode};
use ui::Reader;

use crate::gather::Gathered;

/// An activity, or a series of them under one heading.
pub(crate) struct Element {
    pub title: String,
    /// Its page on the site; none for a heading over several.
    pub path: Option<String>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub dates: String,
    pub place: String,
    pub with: Vec<String>,
    pub summary: Vec<String>,
    /// The message that heads the guests.
    pub guests_title: &'static str,
    pub guests: Vec<Guest>,
    pub sessions: Vec<Meeting>,
    pub parts: Vec<Element>,
    pub timetable: Option<Timetable>,
    pub institutions: Vec<String>,
}

/// Somebody who honoured or opened an activity.
pub(crate) struct Guest {
    pub name: String,
    pub role: String,
    pub invented: bool,
}

/// A session as a line or a cell.
pub(crate) struct Meeting {
    pub day: String,
    pub topic: String,
    pub kind: String,
    pub closed: bool,
    pub path: String,
}

/// A training: weeks across, weekdays down.
pub(crate) struct Timetable {
    pub weeks: Vec<String>,
    pub days: Vec<(String, Vec<Option<Meeting>>)>,
    pub meetings: usize,
}

/// The programme elements, in the edition's order; research is told elsewhere.
pub(crate) fn elements(of: &Gathered, reader: &Reader) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for it in of.activities.iter().filter(|it| it.kind != ActivityKind::Research && part(of, it).is_none()) {
        let theme = it.theme.as_deref().filter(|_| it.kind == ActivityKind::Series);
        match theme {
            Some(theme) if told.contains(&theme) => {}
            Some(theme) => {
                told.push(theme);
                elements.push(series(of, reader, theme));
            }
            None => elements.push(element(of, reader, it)),
        }
    }
    elements
}

/// The activity within which another takes place: a simulation within a training. A summit stands for itself.
fn part<'a>(of: &'a Gathered, it: &Activity) -> Option<&'a Activity> {
    let whole = it.part_of.as_deref().filter(|_| it.kind == ActivityKind::Simulation)?;
    of.activities.iter().find(|it| it.key.as_str() == whole)
}

/// The series of a theme, if any activity belongs to it.
pub(crate) fn series_of(of: &Gathered, reader: &Reader, theme: &str) -> Option<Element> {
    let belongs = |it: &Activity| it.kind == ActivityKind::Series && it.theme.as_deref() == Some(theme);
    of.activities.iter().any(belongs).then(|| series(of, reader, theme))
}

/// The activities of a theme under the words that their titles share: `Country Focused Workshop Series: Malaysia`.
fn series(of: &Gathered, reader: &Reader, theme: &str) -> Element {
    let activities =
        of.activities.iter().filter(|it| it.kind == ActivityKind::Series && it.theme.as_deref() == Some(theme));
    let mut parts: Vec<Element> = activities.map(|it| element(of, reader, it)).collect();
    let shared = parts.first().and_then(|it| it.title.split_once(':')).map(|(shared, _)| shared.trim().to_owned());
    let shared = shared.filter(|shared| parts.iter().all(|it| it.title.starts_with(shared.as_str())));
    if let Some(shared) = &shared {
        for it in &mut parts {
            it.title = it.title[shared.len()..].trim_start_matches([':', ' ', '\u{a0}']).to_owned();
        }
    }
    let starts_on = parts.iter().map(|it| it.starts_on).min().unwrap_or_default();
    let ends_on = parts.iter().map(|it| it.ends_on).max().unwrap_or_default();
    Element {
        title: shared.unwrap_or_else(|| reader.say("report-series")),
        path: None,
        starts_on,
        ends_on,
        dates: reader.days(starts_on, ends_on),
        place: parts.first().map(|it| it.place.clone()).unwrap_or_default(),
        with: Vec::new(),
        summary: Vec::new(),
        guests_title: "report-guests",
        guests: Vec::new(),
        sessions: Vec::new(),
        parts,
        timetable: None,
        institutions: Vec::new(),
    }
}

/// One activity.
pub(crate) fn element(of: &Gathered, reader: &Reader, it: &Activity) -> Element {
    let sessions: Vec<&Session> =
        of.sessions.iter().filter(|session| session.activity_id == it.id && !session.is_cancelled()).collect();
    let timetable = timetable(of, reader, &sessions);
    let parts = of.activities.iter().filter(|other| part(of, other).is_some_and(|whole| whole.id == it.id));
    Element {
        title: reader.text(&it.title).to_owned(),
        path: Some(of.here.page(&format!("activities/{}", it.key))),
        starts_on: it.starts_on,
        ends_on: it.ends_on,
        dates: reader.days(it.starts_on, it.ends_on),
        place: place(reader, it.mode, it.place.as_ref()),
        with: with(of, reader, it.id),
        summary: vec![reader.text(&it.summary).to_owned()],
        guests_title: if of.speakers.iter().any(|speaker| speaker.activity_id == Some(it.id) && honours(speaker.role)) {
            "report-guests"
        } else {
            "report-presentations"
        },
        guests: guests(of, reader, it.id),
        sessions: if timetable.is_some() {
            Vec::new()
        } else {
            sessions.iter().map(|it| meeting(of, reader, it)).collect()
        },
        parts: parts.map(|it| element(of, reader, it)).collect(),
        timetable,
        institutions: if it.kind == ActivityKind::Training {
            of.institutions.iter().map(|it| name_of(reader, &it.name, &it.name_fr)).collect()
        } else {
            Vec::new()
        },
    }
}

/// An organisation's name in the reader's language.
pub(crate) fn name_of(reader: &Reader, name: &str, french: &str) -> String {
    let french = Some(french).filter(|it| reader.language == kernel::Language::FRENCH && !it.is_empty());
    french.unwrap_or(name).to_owned()
}

pub(crate) fn place(reader: &Reader, mode: Mode, place: Option<&Text>) -> String {
    let mode = match mode {
        Mode::Online => "report-mode-online",
        Mode::OnSite => "report-mode-on-site",
        Mode::Hybrid => "report-mode-hybrid",
    };
    place.map_or_else(|| reader.say(mode), |it| reader.text(it).to_owned())
}

/// Who did it with the organiser.
fn with(of: &Gathered, reader: &Reader, activity: kernel::Id<mark::Activity>) -> Vec<String> {
    let roles = [Role::CoOrganiser, Role::Host, Role::Partner];
    let of_activity = of.partnerships.iter().filter(|it| it.activity_id == Some(activity) && roles.contains(&it.role));
    let organiser = of.partnerships.iter().find(|it| it.activity_id.is_none() && it.role == Role::Organiser);
    of_activity
        .filter(|it| organiser.is_none_or(|organiser| organiser.organisation_id != it.organisation_id))
        .map(|it| it.name_in(reader.language))
        .collect()
}

fn honours(role: SpeakerRole) -> bool {
    matches!(role, SpeakerRole::GuestOfHonour | SpeakerRole::Welcome)
}

/// Who honoured the activity, or opened it: those whom the record names for the whole of it.
fn guests(of: &Gathered, reader: &Reader, activity: kernel::Id<mark::Activity>) -> Vec<Guest> {
    let invited = of.speakers.iter().filter(|it| it.activity_id == Some(activity));
    invited
        .map(|it| {
            let office = reader.text(&it.office);
            let office = if office.is_empty() { it.organisation.as_deref().unwrap_or_default() } else { office };
            Guest { name: it.printed.clone(), role: office.to_owned(), invented: it.invented }
        })
        .collect()
}

fn meeting(of: &Gathered, reader: &Reader, it: &Session) -> Meeting {
    let words = it.topic.as_ref().filter(|it| !it.is_empty()).unwrap_or(&it.title);
    Meeting {
        day: format!("{}\u{a0}{}", reader.say(SHORT_WEEKDAYS[weekday(it.held_on)]), reader.short_day(it.held_on)),
        topic: reader.text(words).to_owned(),
        kind: reader.say(it.kind.label()),
        closed: !it.public,
        path: of.here.page(&format!("sessions/{}", it.key)),
    }
}

const SHORT_WEEKDAYS: [&str; 7] = [
    "report-weekday-1",
    "report-weekday-2",
    "report-weekday-3",
    "report-weekday-4",
    "report-weekday-5",
    "report-weekday-6",
    "report-weekday-7",
];

fn weekday(day: Date) -> usize {
    usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default()
}

/// The weeks of an activity whose sessions have some.
fn timetable(of: &Gathered, reader: &Reader, sessions: &[&Session]) -> Option<Timetable> {
    let weekly: Vec<(i64, &Session)> = sessions.iter().filter_map(|it| it.week.map(|week| (week, *it))).collect();
    let (first, last) = (weekly.iter().map(|it| it.0).min()?, weekly.iter().map(|it| it.0).max()?);
    let mut weekdays: Vec<usize> = weekly.iter().map(|(_, it)| weekday(it.held_on)).collect();
    weekdays.sort_unstable();
    weekdays.dedup();
    let cell = |day: usize, week: i64| {
        let found = weekly.iter().find(|(it, session)| *it == week && weekday(session.held_on) == day);
        found.map(|(_, session)| Meeting { day: reader.short_day(session.held_on), ..meeting(of, reader, session) })
    };
    Some(Timetable {
        weeks: (first..=last).map(|it| reader.say_with("report-week", [("number", it.to_string())])).collect(),
        days: weekdays
            .into_iter()
            .map(|day| (reader.say(SHORT_WEEKDAYS[day]), (first..=last).map(|week| cell(day, week)).collect()))
            .collect(),
        meetings: weekly.len(),
    })
}
