//! The pages of this room: figures, the report on the web and in print, and the desk's first page.

mod desk_figures;
mod desk_report;
mod door;
mod figures;
mod glance;
mod pdf;
mod report;
mod rows;

use host::{Gate, Role, Routes};
use ui::Section;

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
        .get(Gate::Anyone, "/{programme}/{edition}/figures", figures::list)
        .get(Gate::Anyone, "/{programme}/{edition}/figures/{key}", figures::show)
        .get(Gate::SignedIn, "/{programme}/{edition}/figures/{key}/rows.csv", rows::download)
        .get(Gate::Anyone, "/{programme}/{edition}/report", report::show)
        .get(Gate::Anyone, "/{programme}/{edition}/report.pdf", pdf::download)
        .get(DESK, "/desk", door::open)
        .get(DESK, "/desk/{programme}/{edition}", glance::show)
        .get(DESK, "/desk/{programme}/{edition}/figures", desk_figures::show)
        .get(DESK, "/desk/{programme}/{edition}/report", desk_report::show)
        .rail(Section::Edition, "report-rail-glance", "")
        .rail(Section::Publishing, "report-rail-figures", "/figures")
        .rail(Section::Publishing, "report-rail-report", "/report")
}
