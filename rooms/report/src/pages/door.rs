//! `/desk`: the way to the newest edition's desk that is open to whoever comes.

use axum::{extract::State, response::Response};
use host::{Act, Actor, App, Ask, Found, Result, redirect};

pub(super) async fn open(State(app): State<App>, Ask(reader): Ask, actor: Actor) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let editions = programme::editions(&mut conn).await?;
    let edition = editions.into_iter().find(|it| actor.can(Act::OpenDesk(it.id))).found()?;
    let programme = programme::programme(&mut conn, edition.programme_id).await?.found()?;
    Ok(redirect(&reader.href(&format!("/desk/{}/{}", programme.key, edition.key))))
}
