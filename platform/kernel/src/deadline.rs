//! Deadlines: promises to people, not instants.

use jiff::{Timestamp, ZonedDateTime, civil::DateTime, tz::TimeZone};

/// A time on a wall clock in a named place, kept as it was announced.
///
/// We do not turn it into an instant when it is stored: if a country changes its clocks before
/// the day comes, "23:59 in Nairobi" must still mean 23:59 in Nairobi.
#[derive(Clone, Debug, PartialEq)]
pub struct Deadline {
    /// The time that the clock on the wall shows.
    pub wall: DateTime,
    /// The place where that clock hangs.
    pub zone: TimeZone,
}

impl Deadline {
    /// The moment it names, by the rules that we know today.
    pub fn zoned(&self) -> Option<ZonedDateTime> {
        self.wall.to_zoned_datetime(self.zone.clone()).ok()
    }

    /// The deadline has passed once its announced second is over, not when it begins.
    pub fn has_passed(&self, now: Timestamp) -> bool {
        self.zoned().is_none_or(|it| it.timestamp().as_second() < now.as_second())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_announced_second_still_counts() {
        let deadline =
            Deadline { wall: "2025-08-31T23:59:59".parse().unwrap(), zone: TimeZone::get("Asia/Singapore").unwrap() };
        assert!(!deadline.has_passed("2025-08-31T15:59:59.9Z".parse().unwrap()));
        assert!(deadline.has_passed("2025-08-31T16:00:00Z".parse().unwrap()));
    }
}
