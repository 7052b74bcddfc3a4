//! What a reader sees, all views together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::band::Band;
use crate::view::Sum;

/// How a cell is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// The count itself.
    Exactly(u32),
    /// From–to.
    Band(Band),
    /// That there is a count, and no more.
    Hidden,
}

/// What about a cell must not be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Care {
    /// Nothing.
    Nothing,
    /// That it is small.
    Small,
    /// That it is small or zero.
    SmallOrZero,
    /// That it is small and not zero: people who came between two publications, of whom a total can tell that they
    /// are few, but of no group that somebody came to it.
    Arrival,
}

/// A cell as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// How it is shown.
    pub shown: Shown,
    /// What must not be worked out about it.
    pub care: Care,
}

/// All that is published together, by key. It holds no count that is not shown, so it may be kept and shown itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Counts below this one are small.
    pub threshold: u32,
    /// The cells.
    pub figures: BTreeMap<String, Figure>,
    /// Which are sums of which.
    pub sums: Vec<Sum>,
}

impl Published {
    /// How a cell is shown; what is not here is not published.
    pub fn shown(&self, key: &str) -> Shown {
        self.figures.get(key).map_or(Shown::Hidden, |it| it.shown)
    }
}
