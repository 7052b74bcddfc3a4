//! Publications that an edition's folder asks for: made once everything is imported, and once only.

use db::Conn;
use host::{
    App, Found as _, Result,
    jobs::{self, Job},
};
use jiff::Timestamp;
use kernel::{Id, mark};
use programme::Here;
use serde::{Deserialize, Serialize};

use super::{Moments, publish, store};
use crate::document::{self, Purpose};

/// Publishes one version of a report as of the moments that its folder names.
#[derive(Debug, Serialize, Deserialize)]
pub struct PublishPlanned {
    /// The edition.
    pub edition: Id<mark::Edition>,
    /// The report's key.
    pub report: String,
    /// Which version.
    pub version: i64,
    /// When it was published.
    pub published_at: Timestamp,
    /// As of when its figures are counted.
    pub as_of: Timestamp,
}

impl PublishPlanned {
    /// What a row of the folder asks for.
    pub fn of(edition: Id<mark::Edition>, row: &document::PublicationRow) -> Self {
        Self {
            edition,
            report: row.report.to_string(),
            version: row.version,
            published_at: row.published_at,
            as_of: row.as_of,
        }
    }
}

/// Whether the folder's own final report is about to be published, and would be public by now.
pub async fn is_under_way(app: &App, conn: &mut Conn, here: &Here) -> Result<bool> {
    let planned: Vec<PublishPlanned> = jobs::waiting(conn).await?;
    for it in planned.iter().filter(|it| it.edition == here.edition.id && it.published_at <= app.clock.now()) {
        let report = document::report(conn, it.edition, &it.report).await?;
        if report.is_some_and(|it| it.purpose == Purpose::Final) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Job for PublishPlanned {
    const NAME: &'static str = "report.publish_planned";

    async fn run(self, app: &App) -> Result<()> {
        let mut conn = app.db.read().await?;
        let edition = programme::edition(&mut conn, self.edition).await?.found()?;
        let programme = programme::programme(&mut conn, edition.programme_id).await?.found()?;
        let report = document::report(&mut conn, self.edition, &self.report).await?.found()?;
        let next = store::next_version(&mut conn, report.id).await?;
        drop(conn);
        if self.version < next {
            // Published already, by a process that was stopped before it could say so.
            return Ok(());
        }
        if self.version > next {
            return Err(host::Error::fault(format!("version {next} of {} comes first", self.report)));
        }
        let here = Here { programme, edition };
        let moments = Moments { published_at: self.published_at, as_of: self.as_of };
        match publish(app, None, &here, &report, moments).await? {
            Ok(_) => Ok(()),
            Err(in_the_way) => {
                let reader = app.reader(kernel::Language::ENGLISH);
                let words: Vec<String> = in_the_way.iter().map(|it| reader.said(&it.say)).collect();
                Err(host::Error::fault(format!("{} was not published: {}", self.report, words.join("; "))))
            }
        }
    }
}
