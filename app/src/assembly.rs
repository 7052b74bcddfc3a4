//! What the rooms bring, gathered.

use std::sync::LazyLock;

use host::{Assembly, Routes, figures::Register, jobs::runner};

use crate::{consequences, health};

/// The indicators of every room, read once.
static INDICATORS: LazyLock<Register> = LazyLock::new(|| {
    let files: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/indicators.rs"));
    Register::read(files.iter().copied())
});

/// Every route of every room, in walking order.
pub fn routes() -> Routes {
    programme::pages::routes()
        .and(people::pages::routes())
        .and(agenda::pages::routes())
        .and(outreach::pages::routes())
        .and(report::pages::routes())
        .and(site::pages::routes())
        .and(health::routes())
}

/// What the rooms bring to the platform.
pub fn assembly() -> Assembly {
    Assembly {
        follow: consequences::follow,
        frame: site::frame,
        rail: routes().rail_items(),
        jobs: [
            runner::<agenda::jobs::Remind>(),
            runner::<report::publication::PublishPlanned>(),
            runner::<report::outside::CheckLinks>(),
        ]
        .into_iter()
        .collect(),
        indicators: INDICATORS.clone(),
    }
}
