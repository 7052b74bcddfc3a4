//! The whole house through its front door, with the demonstration edition in it.

mod editions;
mod figures;
mod findings;
mod gates;
mod indicators;
mod journeys;
mod keeping;
mod publications;
mod statements;

use host::testing::TestApp;
use kernel::{Id, mark};

use crate::{assembly, demonstration, editions as whole, routes};

/// The house on a day of the demonstration, with everything imported.
pub(crate) async fn furnished(now: &str) -> (TestApp, Id<mark::Edition>) {
    let test = TestApp::start_as(assembly(), routes(), now, true).await;
    let edition = whole::import(&test.app, &demonstration::folder()).await.unwrap().unwrap_or_else(|it| panic!("{it}"));
    programme::sample::reported(&test.app).await.unwrap();
    (test, edition)
}

/// Some weeks after everything.
pub(crate) const AFTERWARDS: &str = "2026-02-02T02:00:00Z";
/// Ten days before the training.
pub(crate) const BEFORE_THE_TRAINING: &str = "2025-10-13T02:00:00Z";
