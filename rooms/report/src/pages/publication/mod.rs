//! Publications as pages: publishing on the desk, the permanent page, its files, the newest one, and verification.

mod desk;
mod files;
mod latest;
mod shown;
mod verify;

use host::{Gate, Routes};

use super::DESK;

/// The routes, each with its gate.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/publish", desk::show)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/publish", desk::publish)
        .get(Gate::Anyone, "/{programme}/{edition}/report", latest::show)
        .get(Gate::Anyone, "/{programme}/{edition}/report.pdf", latest::download)
        .get(Gate::Anyone, "/{programme}/{edition}/reports/{report}/{version}", shown::show)
        .get(Gate::Anyone, "/{programme}/{edition}/reports/{report}/{version}/{file}", files::download)
        .get(Gate::AnyoneCounted, "/verify", verify::ask)
        .post(Gate::AnyoneCounted, "/verify", verify::answer)
        .get(Gate::Anyone, "/verify/certificate.pem", verify::certificate)
}
