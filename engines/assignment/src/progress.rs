//! How far a long run is, and whether it goes on.

use crate::model::Affinity;

/// What a run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The best total is looked for.
    Total,
    /// Among equals, lots are drawn.
    Ties,
    /// The least score of an application is raised.
    Floor,
    /// The best total above the floor is looked for.
    TotalAboveFloor,
    /// It is proved that nothing better exists.
    Proof,
    /// The chances of pairs are computed.
    Chances,
}

/// How far a run is. Work is counted in steps that are the same on every machine, never in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Steps done so far in this stage.
    pub work: u64,
    /// The best found so far, where there is one.
    pub best: Option<Affinity>,
    /// What nothing can exceed, where that is known.
    pub bound: Option<Affinity>,
}

/// Whether a run goes on. Who stops it gets the best so far, and is told what may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// Stop with what there is.
    Stop,
}

/// How a result stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// Proved: nothing better exists.
    Proved,
    /// Something better may exist, by at most the difference of the bound; the search was over or its budget spent.
    Open,
    /// The same, since it was stopped.
    Stopped,
}

/// Goes on to the end.
pub fn to_the_end(_: Progress) -> Go {
    Go::On
}
