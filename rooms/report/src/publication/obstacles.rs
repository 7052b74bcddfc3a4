//! What stands in the way of a publication, each with the page where it can be mended.

use std::sync::atomic::Ordering;

use host::{Act, Actor, App, Result};
use kernel::Say;
use programme::Here;

use super::{
    Changes,
    freezing::{Frozen, Moments},
    manifest::{FigureEntry, Waived},
    pressing,
};
use crate::{document::Report, print};

/// Something that must be mended before a report can be published.
#[derive(Clone, Debug)]
pub struct Obstacle {
    /// What it is, as a sentence.
    pub say: Say,
    /// The path of the page where it can be mended, if there is one.
    pub path: Option<String>,
}

/// What would be published now, and what stands in its way.
pub struct Preview {
    /// What stands in the way.
    pub obstacles: Vec<Obstacle>,
    /// The number of the version.
    pub version: i64,
    /// The figures.
    pub figures: Vec<FigureEntry>,
    /// The findings that stand, and why.
    pub waived: Vec<Waived>,
    /// What changed since the version before.
    pub changes: Changes,
}

/// What would be published now; for who may open the desk.
pub async fn preview(app: &App, actor: &Actor, here: &Here, report: &Report) -> Result<Preview> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let frozen = Frozen::read(app, here, report, Moments::at(app.clock.now()), NO_SALT).await?;
    let mut obstacles = before_reading(app, report);
    if obstacles.is_empty() {
        obstacles = of_frozen(here, &frozen);
        obstacles.extend(of_press(app, here, &frozen).await?);
    }
    let figures = frozen.entries();
    Ok(Preview { obstacles, version: frozen.version, figures, waived: frozen.waived, changes: frozen.changes })
}

/// Digests of a preview are thrown away.
const NO_SALT: &str = "preview";

/// What keeps the press from printing it. Words that are still to be mended are not printed, so nothing is tried then.
async fn of_press(app: &App, here: &Here, frozen: &Frozen) -> Result<Vec<Obstacle>> {
    let mut all = Vec::new();
    for (reader, composed) in &frozen.composed {
        if !composed.faults.is_empty() {
            continue;
        }
        if let Err(why) = print::proof(app, here, reader, frozen.report.key.as_str()).await? {
            all.extend(pressing::obstacles(here, reader, composed, &why).await?);
        }
    }
    Ok(all)
}

/// What is known without composing the report.
pub(super) fn before_reading(app: &App, report: &Report) -> Vec<Obstacle> {
    let mut known = Vec::new();
    if app.counting.load(Ordering::Relaxed) {
        known.push(Obstacle { say: Say::new("report-still-counting"), path: None });
    }
    if !report.publishable {
        known.push(Obstacle { say: Say::new("report-publish-never"), path: None });
    }
    known
}

/// The faults in its chapters, and the findings that nobody mended or waived.
pub(super) fn of_frozen(here: &Here, frozen: &Frozen) -> Vec<Obstacle> {
    let report = frozen.report.key.as_str();
    let mut all = Vec::new();
    for (reader, composed) in &frozen.composed {
        for (chapter, fault) in &composed.faults {
            let say = Say::new("report-publish-fault")
                .with("chapter", chapter.as_str())
                .with("language", reader.language.tag())
                .with("line", fault.line)
                .with("fault", fault.say.clone());
            let path = here.desk(&format!("reports/{report}/chapters/{chapter}/{}", reader.language));
            all.push(Obstacle { say, path: Some(path) });
        }
    }
    if frozen.figures.is_empty() && frozen.chapters.is_empty() {
        all.push(Obstacle {
            say: Say::new("report-publish-empty"),
            path: Some(here.desk(&format!("reports/{report}"))),
        });
    }
    all.extend(frozen.open.iter().map(|it| Obstacle {
        say: Say::new("report-publish-finding").with("finding", it.say.clone()),
        path: Some(here.desk(&format!("reports/{report}/findings"))),
    }));
    all
}
