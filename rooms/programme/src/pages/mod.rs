//! The pages of this room: all of them on the desk.

mod activities;
mod activity;
mod clock;
mod erasing;
mod journal;
mod leaving;
mod line;
mod partnerships;
mod team;
mod text;
mod texts;

use host::{Gate, Role, Routes};
use ui::Section;

pub use erasing::what_goes;

/// Whoever works on a desk; what they may do there is asked in the page or the action.
const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
        .get(DESK, "/desk/{programme}/{edition}/activities", activities::list)
        .get(DESK, "/desk/{programme}/{edition}/activities/{activity}", activity::show)
        .post(DESK, "/desk/{programme}/{edition}/activities/{activity}", activity::save)
        .post(DESK, "/desk/{programme}/{edition}/activities/{activity}/undo", activity::undo)
        .post(DESK, "/desk/{programme}/{edition}/activities/{activity}/key", activity::rename)
        .get(DESK, "/desk/{programme}/{edition}/partnerships", partnerships::list)
        .post(DESK, "/desk/{programme}/{edition}/partnerships", partnerships::add)
        .post(DESK, "/desk/{programme}/{edition}/partnerships/organisations", partnerships::add_organisation)
        .post(DESK, "/desk/{programme}/{edition}/partnerships/organisations/undo", partnerships::undo_organisation)
        .post(DESK, "/desk/{programme}/{edition}/partnerships/{partnership}/up", partnerships::up)
        .post(DESK, "/desk/{programme}/{edition}/partnerships/{partnership}/down", partnerships::down)
        .post(DESK, "/desk/{programme}/{edition}/partnerships/{partnership}/remove", partnerships::remove)
        .post(DESK, "/desk/{programme}/{edition}/partnerships/{partnership}/restore", partnerships::restore)
        .get(DESK, "/desk/{programme}/{edition}/texts", texts::list)
        .get(DESK, "/desk/{programme}/{edition}/texts/{text}", text::show)
        .post(DESK, "/desk/{programme}/{edition}/texts/{text}", text::save)
        .post(DESK, "/desk/{programme}/{edition}/texts/{text}/undo", text::undo)
        .get(DESK, "/desk/{programme}/{edition}/team", team::list)
        .post(DESK, "/desk/{programme}/{edition}/team", team::give)
        .post(DESK, "/desk/{programme}/{edition}/team/roles/{grant}/end", team::end)
        .get(DESK, "/desk/{programme}/{edition}/team/people/{account}/end", leaving::ask)
        .post(DESK, "/desk/{programme}/{edition}/team/people/{account}/end", leaving::end)
        .get(DESK, "/desk/{programme}/{edition}/team/people/{account}/erase", erasing::ask)
        .post(DESK, "/desk/{programme}/{edition}/team/people/{account}/erase", erasing::erase)
        .get(DESK, "/desk/{programme}/{edition}/journal", journal::show)
        .get(DESK, "/desk/{programme}/{edition}/clock", clock::show)
        .post(DESK, "/desk/{programme}/{edition}/clock", clock::set)
        .rail(Section::Edition, "programme-activities", "/activities")
        .rail(Section::Edition, "programme-partnerships", "/partnerships")
        .rail(Section::Publishing, "programme-texts", "/texts")
        .rail(Section::House, "programme-journal", "/journal")
        .rail(Section::House, "programme-team", "/team")
}
