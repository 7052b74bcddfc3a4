//! An activity as the words of a form, and as the values of the journal.

use std::str::FromStr;

use jiff::{civil::Date, tz::TimeZone};
use kernel::{Language, Text};

use crate::{
    ProgrammeRefusal,
    model::{Activity, Mode, Status},
};

/// What the desk can change of an activity, in the order of its form, with the words that stand there now.
pub fn words(it: &Activity) -> [(&'static str, String); 11] {
    let place = it.place.clone().unwrap_or_default();
    [
        ("title_en", in_language(&it.title, Language::ENGLISH)),
        ("title_fr", in_language(&it.title, Language::FRENCH)),
        ("starts_on", it.starts_on.to_string()),
        ("ends_on", it.ends_on.to_string()),
        ("mode", it.mode.to_string()),
        ("place_en", in_language(&place, Language::ENGLISH)),
        ("place_fr", in_language(&place, Language::FRENCH)),
        ("zone", it.zone.clone()),
        ("summary_en", in_language(&it.summary, Language::ENGLISH)),
        ("summary_fr", in_language(&it.summary, Language::FRENCH)),
        ("status", it.status.to_string()),
    ]
}

fn in_language(text: &Text, language: Language) -> String {
    text.get(language).unwrap_or_default().to_owned()
}

/// The activity with these words, or everything that is wrong with them.
pub fn changed<'a>(it: &Activity, value: impl Fn(&str) -> &'a str) -> Result<Activity, Vec<ProgrammeRefusal>> {
    let mut wrong = Vec::new();
    let bilingual = |text: &Text, english: &str, french: &str| {
        text.clone().with(Language::ENGLISH, value(english)).with(Language::FRENCH, value(french))
    };
    if value("title_en").is_empty() {
        wrong.push(ProgrammeRefusal::NoTitle);
    }
    let mut day = |field: &'static str, usual: Date| {
        value(field).parse().unwrap_or_else(|_| {
            wrong.push(ProgrammeRefusal::NoDay(field));
            usual
        })
    };
    let starts_on = day("starts_on", it.starts_on);
    let ends_on = day("ends_on", it.ends_on);
    if wrong.iter().all(|it| !matches!(it, ProgrammeRefusal::NoDay(_))) && ends_on < starts_on {
        wrong.push(ProgrammeRefusal::EndsBeforeItStarts);
    }
    let mode = choice::<Mode>(value("mode"), "mode", it.mode, &mut wrong);
    let status = choice::<Status>(value("status"), "status", it.status, &mut wrong);
    if !value("zone").is_empty() && TimeZone::get(value("zone")).is_err() {
        wrong.push(ProgrammeRefusal::NoZone);
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let place = bilingual(&it.place.clone().unwrap_or_default(), "place_en", "place_fr");
    Ok(Activity {
        title: bilingual(&it.title, "title_en", "title_fr"),
        starts_on,
        ends_on,
        mode,
        place: Some(place).filter(|it| !it.is_empty()),
        zone: value("zone").to_owned(),
        summary: bilingual(&it.summary, "summary_en", "summary_fr"),
        status,
        ..it.clone()
    })
}

fn choice<T: FromStr>(words: &str, field: &'static str, usual: T, wrong: &mut Vec<ProgrammeRefusal>) -> T {
    words.parse().unwrap_or_else(|_| {
        wrong.push(ProgrammeRefusal::NoChoice(field));
        usual
    })
}
