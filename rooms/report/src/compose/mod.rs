//! Chapters become a report: Markdown with typed placeholders is read, filled from the record, and shown twice.
//!
//! Its words: a chapter is *read* into a [`reading::Draft`], its placeholders are *set* from what was gathered, and the
//! [`Composed`] report is one model for the page, for print and for the search for contradictions. A placeholder that
//! cannot be filled is a [`Fault`] at its line, and stays visible; it never prints as empty or as zero.

mod composed;
mod fault;
mod logo;
mod look;
mod matter;
mod page;
mod pieces;
mod placeholder;
mod reading;
mod run;
mod setting;
mod targets;
#[cfg(test)]
mod tests;

use host::{App, Result};
use programme::Here;
use ui::Reader;

pub use composed::{Composed, Issue, Told};
pub use fault::Fault;
pub use matter::{Block, Inline, Placed, Spot};
pub use pieces::{Adopted, Drawing, EventTold, Laid, PillarTold, Quoted, Tier};
pub use setting::Shown;
pub use targets::TargetLine;

pub(crate) use logo::Logo;
pub(crate) use look::Dress;
pub(crate) use matter::words_of;

use crate::{
    document::{Chapter, Report},
    gather::Gathered,
};

/// Gathers what a report needs as of now and composes it in the reader's language.
pub async fn compose(
    app: &App,
    here: &Here,
    reader: &Reader,
    report: &Report,
    chapters: &[Chapter],
) -> Result<Composed> {
    let of = Gathered::for_report(app, here, app.clock.now(), report, chapters).await?;
    Ok(Composed::of(app, &of, reader, report, chapters))
}

/// Composes the draft of a report as it stands in the record; nothing where no report has this key.
pub async fn draft(app: &App, here: &Here, reader: &Reader, key: &str) -> Result<Option<Composed>> {
    let mut conn = app.db.read().await?;
    let Some(report) = crate::document::report(&mut conn, here.edition.id, key).await? else { return Ok(None) };
    let chapters = crate::document::chapters(&mut conn, report.id).await?;
    drop(conn);
    compose(app, here, reader, &report, &chapters).await.map(Some)
}

/// The keys of the figures that chapters ask for, in every language of them.
pub(crate) fn wanted(report: &Report, chapters: &[Chapter]) -> Vec<String> {
    let mut keys = report.look.0.cover_figures.clone();
    for text in chapters.iter().flat_map(|it| it.text.iter().map(|(_, text)| text)) {
        // A figure's key is asked for wherever it stands between braces; what is no key finds no indicator.
        for inside in text.split("{{").skip(1).filter_map(|it| it.split_once("}}")).map(|(inside, _)| inside) {
            let inside = inside.split('|').next().unwrap_or_default();
            let words = inside.split([':', ' ', '\n', ',', '\t']).map(str::trim).filter(|it| it.contains('.'));
            keys.extend(words.map(ToOwned::to_owned));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    keys.retain(|it| seen.insert(it.clone()));
    keys
}
