//! Civil days as the reader's language writes them.

use jiff::civil::Date;

use crate::Reader;

const MONTHS: [&str; 12] = [
    "ui-month-1",
    "ui-month-2",
    "ui-month-3",
    "ui-month-4",
    "ui-month-5",
    "ui-month-6",
    "ui-month-7",
    "ui-month-8",
    "ui-month-9",
    "ui-month-10",
    "ui-month-11",
    "ui-month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "ui-short-month-1",
    "ui-short-month-2",
    "ui-short-month-3",
    "ui-short-month-4",
    "ui-short-month-5",
    "ui-short-month-6",
    "ui-short-month-7",
    "ui-short-month-8",
    "ui-short-month-9",
    "ui-short-month-10",
    "ui-short-month-11",
    "ui-short-month-12",
];
const WEEKDAYS: [&str; 7] =
    ["ui-weekday-1", "ui-weekday-2", "ui-weekday-3", "ui-weekday-4", "ui-weekday-5", "ui-weekday-6", "ui-weekday-7"];

impl Reader {
    /// `October`.
    pub fn month(&self, month: i8) -> String {
        MONTHS.get(usize::from(month.unsigned_abs()).wrapping_sub(1)).map(|key| self.say(key)).unwrap_or_default()
    }

    /// `Oct`.
    pub fn short_month(&self, month: i8) -> String {
        SHORT_MONTHS.get(usize::from(month.unsigned_abs()).wrapping_sub(1)).map(|key| self.say(key)).unwrap_or_default()
    }

    /// `Thursday`.
    pub fn weekday(&self, day: Date) -> String {
        self.say(WEEKDAYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())])
    }

    /// The number of a day within its month: `4`, and `1er` for the first in French.
    fn day_number(&self, day: Date) -> String {
        if day.day() == 1 { self.say("ui-first-day") } else { day.day().to_string() }
    }

    /// `23 October 2025`.
    pub fn day(&self, day: Date) -> String {
        format!("{} {} {}", self.day_number(day), self.month(day.month()), day.year())
    }

    /// `Thursday 23 October 2025`.
    pub fn full_day(&self, day: Date) -> String {
        format!("{} {}", self.weekday(day), self.day(day))
    }

    /// `23 Oct`.
    pub fn short_day(&self, day: Date) -> String {
        format!("{}\u{a0}{}", self.day_number(day), self.short_month(day.month()))
    }

    /// `15–29 April 2025`, `23 October – 4 December 2025`, or one day.
    pub fn days(&self, from: Date, to: Date) -> String {
        if from == to {
            self.day(from)
        } else if (from.year(), from.month()) == (to.year(), to.month()) {
            format!("{}–{}", self.day_number(from), self.day(to))
        } else if from.year() == to.year() {
            format!("{} {} – {}", self.day_number(from), self.month(from.month()), self.day(to))
        } else {
            format!("{} – {}", self.day(from), self.day(to))
        }
    }
}
