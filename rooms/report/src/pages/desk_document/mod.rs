//! Reports on the desk: which there are, what each is made of, and a chapter beside how it reads.

mod chapter;
mod history;
mod list;
mod logo;
mod proof;
mod report;
mod values;

use host::{Gate, Role, Routes};
use kernel::Key;
use programme::Here;
use serde::Deserialize;

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);

/// The routes, each with its gate.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get(DESK, "/desk/{programme}/{edition}/reports", list::show)
        .post(DESK, "/desk/{programme}/{edition}/reports", list::begin)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}", report::show)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}", report::change)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/undo", report::undo)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/delete", report::delete)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/logo", logo::put)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/logo/remove", logo::take_off)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters", report::add_chapter)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters/{chapter}/move", report::move_chapter)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters/{chapter}/remove", report::remove_chapter)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters/{chapter}/{lang}", chapter::show)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters/{chapter}/{lang}", chapter::save)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters/{chapter}/{lang}/undo", chapter::undo)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/chapters/{chapter}/{lang}/preview", chapter::preview)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/preview/{lang}", proof::show)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/draft/{lang}", proof::download)
}

/// Which report an address names.
#[derive(Deserialize)]
pub(super) struct Which {
    report: String,
}

fn at(here: &Here, report: &Key, rest: &str) -> String {
    let path = here.desk(&format!("reports/{report}"));
    if rest.is_empty() { path } else { format!("{path}/{rest}") }
}
