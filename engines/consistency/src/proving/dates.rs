//! Dates as reports write them.

use jiff::civil::{Date, Weekday};

const MONTHS: [(&str, &str, &str); 12] = [
    ("January", "Jan", "janvier"),
    ("February", "Feb", "février"),
    ("March", "Mar", "mars"),
    ("April", "Apr", "avril"),
    ("May", "May", "mai"),
    ("June", "Jun", "juin"),
    ("July", "Jul", "juillet"),
    ("August", "Aug", "août"),
    ("September", "Sept", "septembre"),
    ("October", "Oct", "octobre"),
    ("November", "Nov", "novembre"),
    ("December", "Dec", "décembre"),
];

fn month(day: Date) -> (&'static str, &'static str, &'static str) {
    MONTHS[usize::try_from(day.month() - 1).unwrap_or(0).min(11)]
}

/// `15 April`.
pub(super) fn english(day: Date) -> String {
    format!("{} {}", day.day(), month(day).0)
}

/// `15 Apr`.
pub(super) fn short(day: Date) -> String {
    format!("{} {}", day.day(), month(day).1)
}

/// `April 15`.
pub(super) fn american(day: Date) -> String {
    format!("{} {}", month(day).0, day.day())
}

/// `15 avril`, `1er avril`.
pub(super) fn french(day: Date) -> String {
    if day.day() == 1 { format!("1er {}", month(day).2) } else { format!("{} {}", day.day(), month(day).2) }
}

/// `15 April – 22 July 2025`, `15–29 April 2025`.
pub(super) fn english_range(from: Date, to: Date, joint: &str) -> String {
    if from.month() == to.month() {
        format!("{}{joint}{} {}", from.day(), english(to), to.year())
    } else {
        format!("{}{joint}{} {}", english(from), english(to), to.year())
    }
}

/// `du 15 au 29 avril 2025`, without the `du`.
pub(super) fn french_range(from: Date, to: Date, joint: &str) -> String {
    let first = if from.month() == to.month() && from.day() != 1 { from.day().to_string() } else { french(from) };
    format!("{first}{joint}{} {}", french(to), to.year())
}

pub(super) fn english_weekday(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][index(day)]
}

pub(super) fn short_weekday(day: Weekday) -> &'static str {
    ["Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun"][index(day)]
}

pub(super) fn french_weekday(day: Weekday) -> &'static str {
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"][index(day)]
}

fn index(day: Weekday) -> usize {
    usize::try_from(day.to_monday_zero_offset()).unwrap_or(0)
}
