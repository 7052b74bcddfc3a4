//! How far a long reckoning is, and whether it may go on. Work is counted, never time.

use serde::{Deserialize, Serialize};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Looking for the variances; the work is counted in solutions of the equations.
    Variances,
    /// Trying the models on reviews that were held out; the work is counted in parts held out.
    Comparison,
    /// Fitting a scale and a noise to each reviewer; the work is counted in rounds.
    Scales,
    /// Drawing what the scores could be; the work is counted in draws.
    Draws,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much work is done.
    pub done: u32,
    /// How much there can be at most.
    pub most: u32,
    /// What could still be gained, in the unit of the criterion (twice the logarithm of the likelihood); nothing where
    /// it is not known.
    pub gap: Option<f64>,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// Stop, and give what there is.
    Stop,
}

/// What a reckoning asks between its steps.
pub type Watch<'a> = &'a mut dyn FnMut(Progress) -> Go;

/// Goes on whatever happens.
pub fn unwatched(_: Progress) -> Go {
    Go::On
}

/// That a reckoning was stopped, or used up its budget, and what could still have been gained.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stopped {
    /// What was being done.
    pub stage: Stage,
    /// What could still be gained, in the unit of the criterion; nothing where it is not known.
    pub gap: Option<f64>,
}
