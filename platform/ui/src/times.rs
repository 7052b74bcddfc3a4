//! Moments: in the host's zone and in UTC on every page, in the reader's where it is known.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use maud::{Markup, html};

use crate::Reader;

fn clock(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%H:%M").to_string()
}

fn date(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned_datetime(zone.clone()).date()
}

/// An instant as HTML wants it: browsers know no more than milliseconds.
fn to_the_second(at: Timestamp) -> String {
    format!("{at:.0}")
}

impl Reader {
    fn city_of(&self, zone: &TimeZone) -> String {
        self.city(zone.iana_name().unwrap_or("UTC"))
    }

    /// `Tuesday 28 October 2025, 09:00–10:30 in Copenhagen`, as plain words: for letters and titles.
    pub fn span_words(&self, from: Timestamp, to: Timestamp, zone: &TimeZone) -> String {
        self.say_with(
            "ui-span-in",
            [
                ("day", self.full_day(date(from, zone))),
                ("from", clock(from, zone)),
                ("to", clock(to, zone)),
                ("place", self.city_of(zone)),
            ],
        )
    }

    /// `28 October 2025, 09:00 in Copenhagen`, as plain words.
    pub fn moment_words(&self, at: Timestamp, zone: &TimeZone) -> String {
        self.say_with(
            "ui-moment-in",
            [("day", self.day(date(at, zone))), ("time", clock(at, zone)), ("place", self.city_of(zone))],
        )
    }

    /// When something takes place: the reader's time first where it is known, the host's, and UTC.
    ///
    /// The element carries both instants, so that the page's script can put the reader's own time first.
    pub fn span(&self, from: Timestamp, to: Timestamp, host: &TimeZone) -> Markup {
        let shown = self.zone.as_ref().unwrap_or(host);
        html! {
            span.moment data-from=(from) data-to=(to) {
                time datetime=(to_the_second(from)) {
                    (self.full_day(date(from, shown))) ", "
                    span.clock { (clock(from, shown)) "–" (clock(to, shown)) }
                }
                span.zone {
                    @if self.zone.is_some() {
                        (self.say_with("ui-your-time", [("place", self.city_of(shown))]))
                        " · " (self.host_clock(from, shown, host))
                    } @else {
                        (self.say_with("ui-place-time", [("place", self.city_of(host))]))
                    }
                    " · " (clock(from, &TimeZone::UTC)) "–" (clock(to, &TimeZone::UTC)) " UTC"
                }
            }
        }
    }

    fn host_clock(&self, at: Timestamp, shown: &TimeZone, host: &TimeZone) -> String {
        let (here, there) = (date(at, shown), date(at, host));
        let time =
            if here == there { clock(at, host) } else { format!("{} {}", self.short_day(there), clock(at, host)) };
        self.say_with("ui-time-in", [("time", time), ("place", self.city_of(host))])
    }

    /// One moment, in the reader's zone where it is known, else in the host's.
    pub fn moment(&self, at: Timestamp, host: &TimeZone) -> Markup {
        let shown = self.zone.as_ref().unwrap_or(host);
        html! {
            time.instant datetime=(to_the_second(at)) { (self.moment_words(at, shown)) }
        }
    }

    /// A moment for a table on the desk: `2025-10-28 09:00`, in the host's zone.
    pub fn stamp(&self, at: Timestamp, host: &TimeZone) -> Markup {
        html! { time.stamp datetime=(to_the_second(at)) { (at.to_zoned_datetime(host.clone()).strftime("%Y-%m-%d\u{a0}%H:%M").to_string()) } }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::Language;

    use super::*;
    use crate::Words;

    fn span(language: Language, zone: &str) -> String {
        let (from, to) = ("2025-10-28T08:00:00Z".parse().unwrap(), "2025-10-28T09:30:00Z".parse().unwrap());
        Reader::new(Arc::new(Words::load()), language, from).span_words(from, to, &TimeZone::get(zone).unwrap())
    }

    #[test]
    fn a_city_is_called_as_the_readers_language_calls_it() {
        assert_eq!(span(Language::ENGLISH, "Europe/Copenhagen"), "Tuesday 28 October 2025, 09:00–10:30 in Copenhagen");
        assert_eq!(span(Language::FRENCH, "Europe/Copenhagen"), "mardi 28 octobre 2025, 09:00–10:30 (Copenhague)");
        assert_eq!(span(Language::FRENCH, "Asia/Kuala_Lumpur"), "mardi 28 octobre 2025, 16:00–17:30 (Kuala Lumpur)");
    }

    #[test]
    fn universal_time_is_no_city() {
        assert_eq!(span(Language::ENGLISH, "UTC"), "Tuesday 28 October 2025, 08:00–09:30 UTC");
        assert_eq!(span(Language::FRENCH, "UTC"), "mardi 28 octobre 2025, 08:00–09:30 UTC");
    }
}
