//! The pages of this room: the outbox, what others counted and their events on the desk, and the choice of news by link.

mod bounces;
mod events;
mod letter;
mod news;
mod observations;
mod outbox;

use host::{Gate, Role, Routes};
use ui::Section;

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);
const NEWS: Gate = Gate::Holder(crate::NEWS);

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
        .get(DESK, "/desk/{programme}/{edition}/outbox", outbox::show)
        .get(DESK, "/desk/{programme}/{edition}/outbox/bounces", bounces::show)
        .post(DESK, "/desk/{programme}/{edition}/outbox/bounces", bounces::take_in)
        .get(DESK, "/desk/{programme}/{edition}/outbox/{letter}", letter::show)
        .post(DESK, "/desk/{programme}/{edition}/outbox/{letter}/retry", letter::retry)
        .get(DESK, "/desk/{programme}/{edition}/observations", observations::list)
        .post(DESK, "/desk/{programme}/{edition}/observations", observations::add)
        .get(DESK, "/desk/{programme}/{edition}/observations/{key}", observations::show)
        .post(DESK, "/desk/{programme}/{edition}/observations/{key}", observations::again)
        .post(DESK, "/desk/{programme}/{edition}/observations/{key}/undo", observations::undo)
        .post(DESK, "/desk/{programme}/{edition}/observations/{key}/{day}/remove", observations::remove)
        .get(DESK, "/desk/{programme}/{edition}/events", events::list)
        .post(DESK, "/desk/{programme}/{edition}/events", events::add)
        .get(DESK, "/desk/{programme}/{edition}/events/{key}", events::show)
        .post(DESK, "/desk/{programme}/{edition}/events/{key}", events::change)
        .post(DESK, "/desk/{programme}/{edition}/events/{key}/undo", events::undo)
        .post(DESK, "/desk/{programme}/{edition}/events/{key}/remove", events::remove)
        .get(NEWS, "/news/{token}", news::show)
        .post(NEWS, "/news/{token}", news::choose)
        .rail(Section::Publishing, "outreach-observations", "/observations")
        .rail(Section::Publishing, "outreach-events", "/events")
        .rail(Section::House, "outreach-rail-outbox", "/outbox")
}
