//! The pages of this room: sessions, recordings and calendars on the site, a registration by its link, and the desk.

mod calendars;
mod desk;
mod event;
mod holder;
mod list;
mod recordings;
mod register;
mod session;
mod zone;

use std::collections::HashMap;

use axum::extract::Path;
use host::{App, Found, Gate, Refusal, RefusalKind, Result, Role, Routes};
use programme::Here;
use ui::{Section, form::Filled};

use crate::{AgendaRefusal, Session, place, store};

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);
const LINK: Gate = Gate::Holder(place::REGISTRATION);

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
        .get(Gate::Anyone, "/{programme}/{edition}/sessions", list::show)
        .get(Gate::Anyone, "/{programme}/{edition}/sessions/{session}", session::show)
        .get(Gate::Anyone, "/{programme}/{edition}/sessions/{session}/register", register::back)
        .post(Gate::AnyoneCounted, "/{programme}/{edition}/sessions/{session}/register", register::register)
        .get(Gate::Anyone, "/{programme}/{edition}/sessions/{session}/registered", register::registered)
        .get(Gate::Anyone, "/{programme}/{edition}/sessions/{session}/calendar.ics", calendars::session)
        .get(Gate::Anyone, "/{programme}/{edition}/activities/{activity}/calendar.ics", calendars::activity)
        .get(Gate::Anyone, "/{programme}/{edition}/calendar.ics", calendars::edition)
        .get(Gate::Anyone, "/{programme}/{edition}/recordings", recordings::show)
        .get(LINK, "/registration/{token}", holder::show)
        .get(LINK, "/registration/{token}/calendar.ics", holder::calendar)
        .post(LINK, "/registration/{token}/withdraw", holder::withdraw)
        .get(DESK, "/desk/{programme}/{edition}/sessions", desk::list::show)
        .get(DESK, "/desk/{programme}/{edition}/sessions/{session}", desk::session::show)
        .post(DESK, "/desk/{programme}/{edition}/sessions/{session}", desk::session::save)
        .post(DESK, "/desk/{programme}/{edition}/sessions/{session}/undo", desk::session::undo)
        .get(DESK, "/desk/{programme}/{edition}/sessions/{session}/cancel", desk::cancel::ask)
        .post(DESK, "/desk/{programme}/{edition}/sessions/{session}/cancel", desk::cancel::cancel)
        .get(DESK, "/desk/{programme}/{edition}/sessions/{session}/registrations", desk::registrations::show)
        .post(DESK, "/desk/{programme}/{edition}/sessions/{session}/registrations", desk::registrations::mark)
        .get(DESK, "/desk/{programme}/{edition}/sessions/{session}/registrations.csv", desk::export::csv)
        .get(DESK, "/desk/{programme}/{edition}/sessions/{session}/attendance", desk::paste::ask)
        .post(DESK, "/desk/{programme}/{edition}/sessions/{session}/attendance", desk::paste::take)
        .get(
            DESK,
            "/desk/{programme}/{edition}/sessions/{session}/registrations/{registration}/withdraw",
            desk::withdraw::ask,
        )
        .post(
            DESK,
            "/desk/{programme}/{edition}/sessions/{session}/registrations/{registration}/withdraw",
            desk::withdraw::withdraw,
        )
        .rail(Section::Edition, "agenda-rail-sessions", "/sessions")
}

/// The further parts of an address, by name.
type Parts = Path<HashMap<String, String>>;

fn part<'a>(parts: &'a Parts, name: &str) -> &'a str {
    parts.0.get(name).map_or("", String::as_str)
}

/// The session that an address names.
async fn session_at(app: &App, here: &Here, parts: &Parts) -> Result<Session> {
    let mut conn = app.db.read().await?;
    store::session(&mut conn, here.edition.id, part(parts, "session")).await?.found()
}

/// A form as it was sent, with everything that is wrong with it; what is about no field stands at `first`.
fn mark(sent: &mut Filled, wrong: &[AgendaRefusal], first: &str) {
    for refusal in wrong {
        sent.wrong(refusal.field().unwrap_or(first), refusal.say());
    }
}

/// The status of a form that was not taken.
fn status(wrong: &[AgendaRefusal]) -> u16 {
    if wrong.iter().any(|it| it.kind() == RefusalKind::TooLate) { 409 } else { 422 }
}
