//! The draft of a report as a PDF, for the desk alone.

use std::collections::HashMap;

use axum::extract::{Path, State};
use host::{Act, Actor, App, Ask, Download, Found};
use programme::Here;

use crate::print;

/// Hands out the report as it would be printed now, in the reader's language.
pub(super) async fn download(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> host::Result<Download> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let pdf = print(&app, &here, &reader, names.get("report").found()?).await?;
    Ok(Download { media_type: "application/pdf", name: None, bytes: pdf.to_vec() })
}
