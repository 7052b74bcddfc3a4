//! What was answered at addresses, as the desk shows it.

use db::Conn;
use host::{App, Result};
use jiff::{Timestamp, tz::TimeZone};
use programme::Here;
use ui::Reader;

use super::{
    answer::{Outcome, Why},
    gathered,
    refusal::Silence,
    standing::{Asked, Check, Standing},
    store,
};

/// The addresses of an edition, and where they stand.
pub(crate) struct Links {
    /// Each address, with what was answered last.
    pub all: Vec<(String, Option<Check>)>,
    /// What keeps the installation from asking.
    pub silence: Option<Silence>,
    /// Whether they are being asked for now.
    pub under_way: bool,
    /// When all of them were asked for last.
    pub ended_at: Option<Timestamp>,
}

impl Links {
    /// Reads them.
    pub async fn read(app: &App, conn: &mut Conn, here: &Here) -> Result<Self> {
        let edition = &here.edition;
        let asked = Asked::read(conn).await?;
        let round = store::round(conn, edition.id).await?;
        let addresses = gathered::of_edition(conn, edition.id, &edition.languages.0).await?;
        Ok(Self {
            all: addresses.into_iter().map(|it| (it.clone(), asked.of(&it).cloned())).collect(),
            silence: Silence::of(app),
            under_way: round.as_ref().is_some_and(|it| it.is_under_way(app.clock.now())),
            ended_at: round.and_then(|it| it.ended_at),
        })
    }

    /// How many of them stand so.
    pub fn count(&self, standing: Standing) -> usize {
        let of = |it: &Option<Check>| it.as_ref().map_or(Standing::Unknown, Check::standing);
        self.all.iter().filter(|(_, it)| of(it) == standing).count()
    }

    /// Those of which there is something to say: which do not answer, or have moved.
    pub fn told(&self) -> impl Iterator<Item = &Check> {
        self.all.iter().filter_map(|(_, it)| it.as_ref()).filter(|it| it.outcome != Outcome::Answers)
    }
}

/// What was answered at an address, in a few words.
pub(crate) fn told(reader: &Reader, it: &Check) -> String {
    let (today, why) = (reader.now.to_zoned_datetime(TimeZone::UTC).date(), why(reader, it));
    let on = it.asked_at.to_zoned_datetime(TimeZone::UTC).date();
    let day = reader.day(on);
    match it.outcome {
        Outcome::Answers => reader.say("report-link-answers"),
        Outcome::Moved => reader.say_with("report-link-moved", [("to", it.moved_to.clone().unwrap_or_default())]),
        Outcome::Unknown => reader.say_with("report-link-unknown", [("day", day), ("why", why)]),
        Outcome::Gone | Outcome::NoSuchName if it.failures > 1 => {
            let days = ("days", reader.number(it.failures));
            reader.say_with("report-link-not-reached-on-days", [days, ("day", day), ("why", why)])
        }
        Outcome::Gone | Outcome::NoSuchName if on == today => {
            reader.say_with("report-link-not-reached-today", [("why", why)])
        }
        Outcome::Gone | Outcome::NoSuchName => reader.say_with("report-link-not-reached", [("day", day), ("why", why)]),
    }
}

/// Why it is not there, or why that is not known.
fn why(reader: &Reader, it: &Check) -> String {
    let message = match (it.outcome, it.reason) {
        (Outcome::Gone, _) => "report-link-why-gone",
        (Outcome::NoSuchName, _) => "report-link-why-no-such-name",
        (_, Some(Why::Slow)) => "report-link-why-slow",
        (_, Some(Why::NoName)) => "report-link-why-no-name",
        (_, Some(Why::NoConnection)) => "report-link-why-no-connection",
        (_, Some(Why::NotSecure)) => "report-link-why-not-secure",
        (_, Some(Why::NotPublic)) => "report-link-why-not-public",
        (_, Some(Why::NotOrdinary)) => "report-link-why-not-ordinary",
        (_, Some(Why::SentOn)) => "report-link-why-sent-on",
        (_, Some(Why::NotHttp)) => "report-link-why-not-http",
        (_, Some(Why::Offline)) => "report-link-why-offline",
        (_, Some(Why::Refuses) | None) => "report-link-why-refuses",
    };
    // A number of HTTP is a name, not an amount.
    reader.say_with(message, [("status", it.status.map(|it| it.to_string()).unwrap_or_default())])
}
