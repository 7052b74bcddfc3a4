//! The pages of this room.

use host::Routes;

/// The routes, each with its gate.
pub fn routes() -> Routes {
    Routes::default()
}
