//! The room through its front door.

mod desk;
mod folder;
mod passkey;
mod sign_in;

use host::{Assembly, figures::Register, testing::TestApp};
use programme::Here;

const BEFORE_THE_CALL: &str = "2025-07-01T02:00:00Z";
const AFTERWARDS: &str = "2026-02-02T02:00:00Z";

/// The room's own indicators.
fn assembly() -> Assembly {
    let indicators = Register::of_room(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    Assembly { indicators, ..Assembly::default() }
}

/// The room with the sample edition in it.
async fn start(now: &str) -> (TestApp, Here) {
    let test = TestApp::start_as(assembly(), crate::pages::routes(), now, true).await;
    let here = programme::sample::open(&test.app).await.unwrap();
    crate::sample::import(&test.app).await.unwrap();
    (test, here)
}
