//! The edition's walk over its months: each activity where it is, in lanes by kind.

use charts::{Activity as Stretch, Caption, Tick, Timeline, Tone};
use jiff::civil::Date;
use programme::{Activity, ActivityKind, Here};
use ui::{Markup, Reader};

use crate::rows;

/// The kinds that people come together for, each with its lane.
const LANES: [&[ActivityKind]; 3] = [
    &[ActivityKind::Series],
    &[ActivityKind::Training, ActivityKind::Simulation],
    &[ActivityKind::Workshop, ActivityKind::Summit],
];

/// Draws the activities; nothing where there are none.
pub(crate) fn draw(reader: &Reader, here: &Here, activities: &[Activity]) -> Option<Markup> {
    let shown: Vec<&Activity> = activities.iter().filter(|it| it.kind != ActivityKind::Research).collect();
    let first = shown.iter().map(|it| it.starts_on).min()?.first_of_month();
    let last = shown.iter().map(|it| it.ends_on).max()?.last_of_month();
    let lanes = LANES.iter().map(|kinds| {
        shown.iter().filter(|it| kinds.contains(&it.kind)).map(|it| stretch(reader, here, it, first)).collect()
    });
    let chart = Timeline {
        caption: caption(reader, shown.len(), first, last),
        days: days(first, last) + 1,
        ticks: ticks(reader, first, last),
        lanes: lanes.collect(),
    };
    Some(chart.draw())
}

fn caption(reader: &Reader, count: usize, first: Date, last: Date) -> Caption {
    let say = |key: &'static str| {
        reader.said(
            &kernel::Say::new(key)
                .with("count", count)
                .with("from", reader.month(first.month()))
                .with("to", reader.month(last.month()))
                .with("year", last.year().to_string()),
        )
    };
    Caption {
        id: "timeline".to_owned(),
        title: say("site-timeline-title"),
        description: say("site-timeline-description"),
        source: String::new(),
        rows: reader.say("site-timeline-rows"),
        heads: vec![reader.say("site-timeline-what"), reader.say("site-timeline-when")],
    }
}

fn stretch(reader: &Reader, here: &Here, it: &Activity, first: Date) -> Stretch {
    Stretch {
        label: label(reader, it),
        when: reader.days(it.starts_on, it.ends_on),
        start: days(first, it.starts_on),
        end: days(first, it.ends_on),
        tone: Tone::Ink,
        href: Some(reader.href(&rows::activity_path(here, it))),
    }
}

/// Few words: the country of a series, otherwise the kind, with the town where there is one.
fn label(reader: &Reader, it: &Activity) -> String {
    if let Some(country) = it.country.filter(|_| it.kind == ActivityKind::Series) {
        return reader.country(country);
    }
    let kind = reader.say(rows::kind(it.kind));
    let town = it.place.as_ref().map(|place| reader.text(place).split(',').next().unwrap_or_default().to_owned());
    match town {
        Some(town) if !town.is_empty() => format!("{kind}, {town}"),
        _ => kind,
    }
}

fn ticks(reader: &Reader, first: Date, last: Date) -> Vec<Tick> {
    let months =
        std::iter::successors(Some(first), |it| it.last_of_month().tomorrow().ok()).take_while(|it| *it <= last);
    months.map(|it| Tick { day: days(first, it), label: reader.short_month(it.month()) }).collect()
}

fn days(from: Date, to: Date) -> u32 {
    u32::try_from(from.duration_until(to).as_hours() / 24).unwrap_or_default()
}
