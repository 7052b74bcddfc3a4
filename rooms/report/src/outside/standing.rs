//! Where an address stands after the answers that it gave: alive, dead, or not known.

use std::collections::HashMap;

use db::Conn;
use host::Result;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    addresses::bare,
    answer::{Answer, Outcome, Why},
    store,
};

/// After how many failures, each on another day, a link is dead.
const FAILURES: i64 = 2;

db::row! {
    /// What was answered last at an address.
    #[derive(PartialEq, Eq)]
    pub struct Check {
        /// The address, without the place on its page.
        pub url: String,
        /// When it was asked for.
        pub asked_at: Timestamp,
        /// What came of it.
        pub outcome: Outcome,
        /// The server's number, where a server answered.
        pub status: Option<i64>,
        /// Where the page is now, if it has moved for good.
        pub moved_to: Option<String>,
        /// Why it is not known.
        pub reason: Option<Why>,
        /// On how many days it has failed since it answered last.
        pub failures: i64,
        /// The last day on which it failed.
        pub failed_on: Option<Date>,
        /// Whether an officer asked for it and saw it fail.
        pub by_hand: bool,
    }
}

/// Where an address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It answers.
    Alive,
    /// It does not: on two days, or in sight of an officer.
    Dead,
    /// Nobody knows.
    Unknown,
}

impl Check {
    /// What is known after an answer, from what was known before.
    pub(super) fn after(before: Option<&Self>, url: &str, answer: &Answer, now: Timestamp, by_hand: bool) -> Self {
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        let (failures, failed_on) = before.map_or((0, None), |it| (it.failures, it.failed_on));
        let (failures, failed_on) = match answer.outcome {
            Outcome::Answers | Outcome::Moved => (0, None),
            // A server that does not say neither clears an address nor blames it.
            Outcome::Unknown => (failures, failed_on),
            Outcome::Gone | Outcome::NoSuchName if failed_on == Some(today) => (failures, failed_on),
            Outcome::Gone | Outcome::NoSuchName => (failures + 1, Some(today)),
        };
        let seen = before.is_some_and(|it| it.by_hand && it.failures > 0);
        Self {
            url: url.to_owned(),
            asked_at: now,
            outcome: answer.outcome,
            status: answer.status.map(i64::from),
            moved_to: answer.moved_to.clone(),
            reason: answer.why,
            failures,
            failed_on,
            by_hand: by_hand || seen,
        }
    }

    /// Where the address stands.
    pub(crate) fn standing(&self) -> Standing {
        match self.outcome {
            Outcome::Answers | Outcome::Moved => Standing::Alive,
            Outcome::Gone | Outcome::NoSuchName if self.failures >= FAILURES || self.by_hand => Standing::Dead,
            Outcome::Gone | Outcome::NoSuchName | Outcome::Unknown => Standing::Unknown,
        }
    }
}

/// What was answered at the addresses that anybody asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked(HashMap<String, Check>);

impl Asked {
    /// Reads all of them, in one statement.
    pub async fn read(conn: &mut Conn) -> Result<Self> {
        Ok(Self(store::checks(conn).await?.into_iter().map(|it| (it.url.clone(), it)).collect()))
    }

    /// What was answered at an address.
    pub fn of(&self, address: &str) -> Option<&Check> {
        self.0.get(bare(address))
    }

    /// Where an address stands.
    pub(crate) fn standing(&self, address: &str) -> Standing {
        self.of(address).map_or(Standing::Unknown, Check::standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://partner.example/";

    /// An address after answers, each on a day and by hand or not.
    fn after(answers: &[(i8, u16, bool)]) -> Check {
        let at = |day: i8| {
            jiff::civil::date(2026, 3, day).at(2, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap().timestamp()
        };
        let next = |before: Option<Check>, (day, status, by_hand): &(i8, u16, bool)| {
            Some(Check::after(before.as_ref(), URL, &Answer::of_status(*status, None), at(*day), *by_hand))
        };
        answers.iter().fold(None, next).unwrap()
    }

    fn standing(answers: &[(i8, u16, bool)]) -> Standing {
        after(answers).standing()
    }

    #[test]
    fn a_link_is_dead_after_failing_on_two_days_and_not_before() {
        assert_eq!(standing(&[(1, 404, false)]), Standing::Unknown);
        assert_eq!(standing(&[(1, 404, false), (1, 404, false)]), Standing::Unknown, "the same day counts once");
        assert_eq!(standing(&[(1, 404, false), (2, 410, false)]), Standing::Dead);
        assert_eq!(standing(&[(1, 404, false), (2, 200, false), (3, 404, false)]), Standing::Unknown);
    }

    #[test]
    fn a_server_that_does_not_say_neither_clears_nor_blames() {
        assert_eq!(standing(&[(1, 404, false), (2, 503, false)]), Standing::Unknown);
        assert_eq!(standing(&[(1, 404, false), (2, 503, false), (3, 404, false)]), Standing::Dead);
    }

    #[test]
    fn what_an_officer_sees_fail_is_dead_at_once_and_stays_so_until_it_answers() {
        assert_eq!(standing(&[(1, 404, true)]), Standing::Dead);
        assert_eq!(standing(&[(1, 404, true), (1, 404, false)]), Standing::Dead, "the night does not undo it");
        assert_eq!(standing(&[(1, 404, true), (2, 200, false)]), Standing::Alive);
        assert_eq!(standing(&[(1, 404, true), (2, 200, false), (3, 404, false)]), Standing::Unknown);
        assert_eq!(standing(&[(1, 200, true), (2, 404, false)]), Standing::Unknown);
    }
}
