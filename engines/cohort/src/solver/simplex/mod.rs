//! Linear programmes in floating point: fast, and only ever believed after a proof in integers.
//!
//! The simplex method for bounded variables (V. Chvátal, *Linear Programming*, 1983, chapters 8 and 10) with the inverse
//! of the basis kept whole: there are few rows (one a quota) and many columns (one a kind of applicant). Every row has a
//! variable of its own, its *activity*: `row · x − activity = 0`, and the bounds of the row are bounds of the activity.
//! Variables are numbered activities first.

mod basis;
pub(crate) use basis::Seat;
mod dual;
mod primal;
#[cfg(test)]
mod tests;

/// How far from its bound a variable may stand.
const NEAR: f64 = 1e-9;
/// How far from zero a gain may be.
const GAIN: f64 = 1e-9;
/// What is too small to turn about.
const PIVOT: f64 = 1e-7;
/// How many steps until the inverse is computed afresh.
const FRESH: usize = 80;

/// Where a variable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Basic(usize),
    Lower,
    Upper,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Nothing can be gained.
    Best,
    /// No point fits; the row of the inverse that shows it.
    Impossible(usize),
    /// There is no greatest value.
    Endless,
    /// The steps ran out, or the numbers went bad.
    Stuck,
}

/// A linear programme, and where it stands: the greatest `cost · x`.
#[derive(Clone, Debug)]
pub(crate) struct Simplex {
    rows: usize,
    columns: Vec<Vec<(usize, f64)>>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    cost: Vec<f64>,
    place: Vec<Place>,
    value: Vec<f64>,
    gain: Vec<f64>,
    basis: Vec<usize>,
    inverse: Vec<f64>,
    norms: Vec<f64>,
    since_fresh: usize,
    /// All steps so far.
    pub(crate) steps: u64,
}

impl Simplex {
    /// A programme with these rows and no columns yet.
    pub(crate) fn new(ranges: &[(f64, f64)]) -> Self {
        let rows = ranges.len();
        let mut it = Self {
            rows,
            columns: Vec::new(),
            lower: ranges.iter().map(|it| it.0).collect(),
            upper: ranges.iter().map(|it| it.1).collect(),
            cost: vec![0.0; rows],
            place: (0..rows).map(Place::Basic).collect(),
            value: vec![0.0; rows],
            gain: vec![0.0; rows],
            basis: (0..rows).collect(),
            inverse: vec![0.0; rows * rows],
            norms: vec![1.0; rows],
            since_fresh: 0,
            steps: 0,
        };
        for row in 0..rows {
            it.inverse[row * rows + row] = -1.0;
        }
        it
    }

    /// A new column between bounds, standing at its lower one; tells its number.
    pub(crate) fn column(&mut self, entries: Vec<(usize, f64)>, bounds: (f64, f64), cost: f64) -> usize {
        self.columns.push(entries);
        self.lower.push(bounds.0);
        self.upper.push(bounds.1);
        self.cost.push(cost);
        self.place.push(Place::Lower);
        self.value.push(bounds.0);
        self.gain.push(0.0);
        let variable = self.value.len() - 1;
        if bounds.0 != 0.0 {
            self.settle();
        }
        self.gain[variable] = cost - self.dot(&self.prices(), variable);
        variable
    }

    /// The variable of a column, counted from zero.
    pub(crate) const fn of_column(&self, column: usize) -> usize {
        self.rows + column
    }

    pub(crate) fn value(&self, variable: usize) -> f64 {
        self.value[variable]
    }

    /// What a variable outside the basis would add if it grew by one.
    pub(crate) fn gain(&self, variable: usize) -> f64 {
        self.gain[variable]
    }

    /// Moves bounds; call `settle` after the last.
    pub(crate) fn bound(&mut self, variable: usize, lower: f64, upper: f64) {
        self.lower[variable] = lower;
        self.upper[variable] = upper;
    }

    /// Changes what variables are worth; call `reprice` after the last.
    pub(crate) fn worth(&mut self, variable: usize, cost: f64) {
        self.cost[variable] = cost;
    }

    pub(crate) fn objective(&self) -> f64 {
        self.cost.iter().zip(&self.value).filter(|(cost, _)| **cost != 0.0).map(|(cost, value)| cost * value).sum()
    }

    /// One row of the inverse.
    pub(crate) fn inverse_row(&self, row: usize) -> &[f64] {
        &self.inverse[row * self.rows..(row + 1) * self.rows]
    }

    /// Whether every variable stands between its bounds.
    pub(crate) fn fits(&self) -> bool {
        self.basis
            .iter()
            .all(|it| self.value[*it] >= self.lower[*it] - NEAR && self.value[*it] <= self.upper[*it] + NEAR)
    }
}

impl Simplex {
    /// A new column like `column`, of no worth; call `settle` and `reprice` after the last.
    pub(crate) fn column_later(&mut self, entries: Vec<(usize, f64)>, bounds: (f64, f64)) {
        self.columns.push(entries);
        self.lower.push(bounds.0);
        self.upper.push(bounds.1);
        self.cost.push(0.0);
        self.place.push(Place::Lower);
        self.value.push(bounds.0);
        self.gain.push(0.0);
    }
}

impl Simplex {
    /// Stands a variable outside the basis at its upper bound.
    pub(crate) fn stand_high(&mut self, variable: usize) {
        if !matches!(self.place[variable], Place::Basic(_)) {
            self.place[variable] = Place::Upper;
            self.settle();
        }
    }
}
