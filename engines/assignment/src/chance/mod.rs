//! Chances instead of certainties: nobody can count on reading a given application, and the draw can be checked.

mod chances;
mod limit;
mod rounding;
mod seed;
mod spread;

pub use chances::{Chances, Scatter};
pub use limit::{LeastLimit, least_limits, limited};
pub use seed::{Commitment, Secret};
pub use spread::{Curve, Spread, spread, widest_spread};
