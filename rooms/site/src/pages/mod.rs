//! The pages of this room: what everybody may see.

mod about;
mod activity;
mod communique;
mod empty;
mod events;
mod feed;
mod home;
mod machines;
mod partners;
mod prose;
mod search;
mod speakers;

use axum::{extract::State, response::Response};
use host::{App, Ask, Gate, Routes};

use crate::forwarding;

/// The routes, each with its gate.
pub fn routes() -> Routes {
    let anyone = Gate::Anyone;
    Routes::default()
        .get(anyone, "/", home::start)
        .get(anyone, "/{programme}/{edition}", home::show)
        .get(anyone, "/{programme}/{edition}/", home::show)
        .get(anyone, "/{programme}/{edition}/activities/{activity}", activity::show)
        .get(anyone, "/{programme}/{edition}/people", speakers::show)
        .get(anyone, "/{programme}/{edition}/partners", partners::show)
        .get(anyone, "/{programme}/{edition}/communique", communique::show)
        .get(anyone, "/{programme}/{edition}/about", about::show)
        .get(anyone, "/{programme}/{edition}/events", events::show)
        .get(anyone, "/{programme}/{edition}/search", search::show)
        .get(anyone, "/{programme}/{edition}/feed.xml", feed::show)
        .get(anyone, "/{programme}/{edition}/{*rest}", elsewhere)
        .get(anyone, "/privacy", prose::privacy)
        .get(anyone, "/accessibility", prose::accessibility)
        .get(anyone, "/sitemap.xml", machines::sitemap)
        .get(anyone, "/robots.txt", machines::robots)
}

/// What no other page answers: an address that was given up, or one with a slash too many.
async fn elsewhere(State(app): State<App>, Ask(reader): Ask) -> host::Result<Response> {
    if reader.path.ends_with('/') {
        return Ok(forwarding::without_slash(&reader));
    }
    forwarding::follow(&app, &reader).await
}
