//! What the rooms bring, gathered.

use host::{Assembly, Routes, jobs::runner};

use crate::{consequences, health};

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
        jobs: [runner::<agenda::jobs::Remind>()].into_iter().collect(),
        indicators: [
            programme::indicators::indicators(),
            people::indicators::indicators(),
            agenda::indicators::indicators(),
            outreach::indicators::indicators(),
            report::indicators::indicators(),
        ]
        .concat(),
    }
}
