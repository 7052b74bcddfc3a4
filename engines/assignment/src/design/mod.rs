//! Who should read what so that scores can be compared: anchors, connection, and what error is to be expected.

mod anchors;
mod connect;
mod error;
mod matrix;

pub use anchors::{AnchorReaders, propose_anchors, with_anchors};
pub use connect::{Design, connected_designs};
pub use error::{Component, Expectation, NoExpectation, Spreads, components, expectation};
