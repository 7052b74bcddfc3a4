//! The report as a PDF.

use axum::extract::State;
use host::{Act, App, Ask, Download, Error, Visitor};
use programme::Here;

use crate::print;

/// Hands the report out once it is published; before, to the desk alone.
pub(super) async fn download(
    State(app): State<App>,
    Ask(reader): Ask,
    Visitor(actor): Visitor,
    here: Here,
) -> host::Result<Download> {
    let inside = actor.is_some_and(|it| it.can(Act::OpenDesk(here.edition.id)));
    if !inside && !here.edition.is_reported(app.clock.now()) {
        return Err(Error::Hidden);
    }
    let pdf = print(&app, &here, &reader).await?;
    Ok(Download { media_type: "application/pdf", name: None, bytes: pdf.to_vec() })
}
