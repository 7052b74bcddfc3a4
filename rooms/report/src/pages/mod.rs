//! The pages of this room: figures, the report on the web and in print, and the desk's first page.

mod apart;
mod desk_document;
mod desk_figures;
mod desk_findings;
mod desk_indicator;
mod desk_links;
mod desk_report;
mod door;
mod figures;
mod glance;
mod indicator;
mod pdf;
mod publication;
mod rows;

use host::{Gate, Role, Routes};
use ui::Section;

pub(crate) use figures::definitions;

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
        .get(Gate::Anyone, "/{programme}/{edition}/figures", figures::list)
        .get(Gate::Anyone, "/{programme}/{edition}/figures/{key}", indicator::show)
        .get(Gate::SignedIn, "/{programme}/{edition}/figures/{key}/rows.csv", rows::download)
        .get(DESK, "/desk", door::open)
        .get(DESK, "/desk/{programme}/{edition}", glance::show)
        .get(DESK, "/desk/{programme}/{edition}/figures", desk_figures::show)
        .get(DESK, "/desk/{programme}/{edition}/figures/{key}", desk_indicator::show)
        .post(DESK, "/desk/{programme}/{edition}/figures/{key}/target", desk_indicator::set)
        .post(DESK, "/desk/{programme}/{edition}/figures/{key}/target/remove", desk_indicator::remove)
        .post(DESK, "/desk/{programme}/{edition}/figures/{key}/target/undo", desk_indicator::undo)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/printed", desk_report::show)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/draft.pdf", pdf::download)
        .rail(Section::Edition, "report-rail-glance", "")
        .rail(Section::Publishing, "report-rail-figures", "/figures")
        .rail(Section::Publishing, "report-rail-reports", "/reports")
        .and(desk_document::routes())
        .and(desk_findings::routes())
        .and(publication::routes())
}
