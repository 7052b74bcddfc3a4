//! A session as the words of a form, and as the values of the journal.

use jiff::{civil::Date, civil::Time};
use kernel::{Id, Language, Text};
use programme::Source;
use ui::form::Filled;

use crate::{
    edition::is_address,
    model::{Session, moment},
    refusal::AgendaRefusal,
};

/// What the desk can change of a session, in the order of its form, with the words that stand there now.
pub(super) const NAMES: [&str; 12] = [
    "title_en",
    "title_fr",
    "topic_en",
    "topic_fr",
    "held_on",
    "starts",
    "ends",
    "capacity",
    "joining",
    "recording",
    "date_source",
    "time_source",
];

/// The words of a session under each of [`NAMES`].
pub(super) fn words(it: &Session) -> [String; 12] {
    let topic = it.topic.clone().unwrap_or_default();
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    [
        in_language(&it.title, Language::ENGLISH),
        in_language(&it.title, Language::FRENCH),
        in_language(&topic, Language::ENGLISH),
        in_language(&topic, Language::FRENCH),
        it.held_on.to_string(),
        clock(it.starts),
        clock(it.ends),
        it.capacity.map(|it| it.to_string()).unwrap_or_default(),
        it.joining.clone().unwrap_or_default(),
        it.recording.map(|it| it.to_string()).unwrap_or_default(),
        it.date_source.to_string(),
        it.time_source.to_string(),
    ]
}

fn in_language(text: &Text, language: Language) -> String {
    text.get(language).unwrap_or_default().to_owned()
}

/// A form that shows a session.
pub(super) fn filled(it: &Session) -> Filled {
    NAMES
        .iter()
        .zip(words(it))
        .fold(Filled::default(), |filled, (name, value)| filled.with(name, value))
        .with("seen", digest(it))
}

/// What tells one state of a session from another: a form carries it, so that nobody overwrites what they did not see.
pub(super) fn digest(it: &Session) -> String {
    let words = words(it);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Id::<()>::named(&words).to_string()
}

/// The session as a form would have it, or every reason why it cannot be so.
pub(super) fn read(before: &Session, form: &Filled) -> Result<Session, Vec<AgendaRefusal>> {
    let mut wrong = Vec::new();
    let mut after = before.clone();
    after.title = text(&before.title, form, "title_en", "title_fr");
    if form.value("title_en").is_empty() {
        wrong.push(AgendaRefusal::NoTitle);
    }
    let topic = text(&before.topic.clone().unwrap_or_default(), form, "topic_en", "topic_fr");
    after.topic = Some(topic).filter(|it| !it.is_empty());
    for field in ["title_en", "title_fr", "topic_en", "topic_fr"] {
        if form.value(field).chars().count() > 300 {
            wrong.push(AgendaRefusal::TooLong(field));
        }
    }
    match form.value("held_on").parse::<Date>() {
        Ok(day) => after.held_on = day,
        Err(_) => wrong.push(AgendaRefusal::NoDay("held_on")),
    }
    for (field, time) in [("starts", &mut after.starts), ("ends", &mut after.ends)] {
        match form.value(field).parse::<Time>() {
            Ok(read) => *time = read,
            Err(_) => wrong.push(AgendaRefusal::NoTime(field)),
        }
    }
    if after.ends <= after.starts {
        wrong.push(AgendaRefusal::EndsBeforeItStarts);
    }
    after.capacity = optional(form, "capacity");
    if !form.value("capacity").is_empty() && after.capacity.is_none_or(|it: i64| it < 1) {
        wrong.push(AgendaRefusal::NoCapacity);
    }
    after.joining = Some(form.value("joining").to_owned()).filter(|it| !it.is_empty());
    if after.joining.as_deref().is_some_and(|it| !is_address(it)) {
        wrong.push(AgendaRefusal::NoLink);
    }
    after.recording = optional(form, "recording");
    if !form.value("recording").is_empty() && after.recording.is_none() {
        wrong.push(AgendaRefusal::NoDay("recording"));
    }
    place_in_time(before, &mut after);
    if wrong.is_empty() { Ok(after) } else { Err(wrong) }
}

fn optional<T: std::str::FromStr>(form: &Filled, field: &str) -> Option<T> {
    form.value(field).parse().ok()
}

fn text(before: &Text, form: &Filled, english: &str, french: &str) -> Text {
    before.clone().with(Language::ENGLISH, form.value(english)).with(Language::FRENCH, form.value(french))
}

/// Works the instants out anew where the wall clock's words changed, and says that they were entered here.
fn place_in_time(before: &Session, after: &mut Session) {
    let zone = after.time_zone();
    if before.held_on != after.held_on {
        after.date_source = Source::Here;
    }
    if (before.starts, before.ends) != (after.starts, after.ends) {
        after.time_source = Source::Here;
    }
    after.starts_at = moment(after.held_on, after.starts, &zone).unwrap_or(before.starts_at);
    after.ends_at = moment(after.held_on, after.ends, &zone).unwrap_or(before.ends_at);
}

/// The session as it was before these values were changed.
pub(super) fn before_change(now: &Session, values: &[(String, Option<String>)]) -> Result<Session, Vec<AgendaRefusal>> {
    let was =
        |name: &str| values.iter().find(|(field, _)| field == name).map(|(_, was)| was.clone().unwrap_or_default());
    let form = NAMES
        .iter()
        .zip(words(now))
        .fold(Filled::default(), |form, (name, word)| form.with(name, was(name).unwrap_or(word)));
    let mut then = read(now, &form)?;
    if let Ok(source) = form.value("date_source").parse() {
        then.date_source = source;
    }
    if let Ok(source) = form.value("time_source").parse() {
        then.time_source = source;
    }
    Ok(then)
}

/// Whether guests have to be told: another time, or another place to join it.
pub(super) fn has_moved(before: &Session, after: &Session) -> bool {
    (before.starts_at, before.ends_at, &before.joining) != (after.starts_at, after.ends_at, &after.joining)
}
