//! Solvers: the greatest value of a whole-number programme, with a bound that is proved in whole numbers.
//!
//! What a solver finds in floating point is a hint. A point is believed when it keeps every row in whole numbers, a bound
//! when multipliers of the rows prove it in whole numbers (A. Neumaier and O. Shcherbina, *Safe bounds in linear and
//! mixed-integer programming*, Math. Programming 99, 2004).

mod bound;
mod programme;
pub(crate) mod simplex;
mod tree;
mod watch;

pub use bound::{Multipliers, SCALE, infeasible, upper_bound};
pub use programme::{Column, Programme, Range, worth};
pub use tree::Native;
pub use watch::{Go, Phase, Progress, Stopped, Watch};

/// What is asked of a solver besides the greatest value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Want {
    /// Only points worth more than this matter.
    pub above: Option<i128>,
    /// The first point worth at least this will do.
    pub enough: Option<i128>,
    /// A point this near to the best will do.
    pub slack: i128,
    /// How many simplex steps this search may take at most.
    pub effort: Option<u64>,
    /// Whether to keep the proof of the bound.
    pub proof: bool,
}

/// What a solver found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The best point, checked in whole numbers, and its worth.
    pub best: Option<(Vec<i64>, i128)>,
    /// No point is worth more than this; none if there is certainly no point at all.
    pub bound: Option<i128>,
    /// Whether the search was ended before the best point was proved to be the best.
    pub is_open: bool,
    /// How the bound is proved, if it was asked for and found.
    pub proof: Option<Proof>,
}

impl Outcome {
    /// Whether it is proved that no point fits.
    pub const fn is_impossible(&self) -> bool {
        self.best.is_none() && self.bound.is_none() && !self.is_open
    }
}

/// Why no point is worth more than a bound: cases that together leave nothing out, each closed by multipliers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// In this case the rows, each so many times, leave no more.
    Bounded(Multipliers),
    /// In this case the rows, each so many times, contradict each other.
    Contradiction(Multipliers),
    /// Either a sum is at most `at`, or it is more.
    Cases {
        /// Which sum.
        on: Sum,
        /// Where it is split.
        at: i64,
        /// The case of at most `at`.
        below: Box<Proof>,
        /// The case of more.
        above: Box<Proof>,
    },
}

/// A whole-number sum that a proof splits on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sum {
    /// The number of a column.
    Column(usize),
    /// The sum of a row.
    Row(usize),
}

/// The greatest value without regard to whole numbers: a hint.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxed {
    /// The point.
    pub point: Vec<f64>,
    /// Its value.
    pub value: f64,
    /// What one more of each row's bound would be worth.
    pub multipliers: Multipliers,
    /// What each column would add beyond what its rows cost.
    pub gains: Vec<f64>,
}

/// Opens programmes.
pub trait Solver {
    /// Its name, as reports say it.
    fn name(&self) -> &'static str;

    /// Takes up a programme; several goals can then be pursued one after another.
    fn open(&self, programme: &Programme) -> Box<dyn Session>;
}

/// One programme in a solver's hands.
pub trait Session {
    /// Moves the bounds of a column.
    fn bound_column(&mut self, column: usize, least: i64, most: i64);

    /// Moves the bounds of a row.
    fn bound_row(&mut self, row: usize, least: i64, most: i64);

    /// Finds the greatest worth of a point and proves it.
    fn maximise(&mut self, goal: &[i64], want: Want, watch: &mut Watch<'_>) -> Outcome;

    /// The greatest worth without regard to whole numbers; none if nothing fits.
    fn relax(&mut self, goal: &[i64], watch: &mut Watch<'_>) -> Option<Relaxed>;
}
