//! A programme without regard to whole numbers, kept warm between questions.

use super::case::Bounds;
use crate::solver::simplex::{End, Seat, Simplex};
use crate::solver::{Multipliers, Programme, Relaxed, SCALE, Watch};

/// The floating-point image of a programme.
pub(super) struct Relaxation {
    pub(super) simplex: Simplex,
    /// What each row is multiplied by, so that its factors are about one.
    scales: Vec<f64>,
    /// What goals are divided by.
    goal_scale: f64,
    seat: Option<Seat>,
}

/// What came of a case.
pub(super) enum Found {
    /// The greatest value is reached, or the steps ran out on the way; these multipliers bound it in any case.
    Value(Multipliers),
    /// Nothing fits, says floating point; one of these, or its opposite, should prove it.
    Nothing(Multipliers),
}

impl Relaxation {
    pub(super) fn of(programme: &Programme) -> Self {
        let mut largest = vec![1_i64; programme.rows.len()];
        for (row, factor) in programme.columns.iter().flat_map(|it| &it.entries) {
            largest[*row] = largest[*row].max(factor.abs());
        }
        // Powers of two, so that scaling rounds nothing.
        let scales: Vec<f64> = largest.iter().map(|it| 1.0 / ((*it as u64).next_power_of_two() as f64)).collect();
        let ranges: Vec<(f64, f64)> = programme
            .rows
            .iter()
            .zip(&scales)
            .map(|(row, scale)| (row.least as f64 * scale, row.most as f64 * scale))
            .collect();
        let mut simplex = Simplex::new(&ranges);
        for column in &programme.columns {
            let entries = column.entries.iter().map(|(row, factor)| (*row, *factor as f64 * scales[*row])).collect();
            simplex.column_later(entries, (column.least as f64, column.most as f64));
        }
        simplex.settle();
        simplex.reprice();
        Self { simplex, scales, goal_scale: 1.0, seat: None }
    }

    /// Takes up a goal under these bounds and solves.
    pub(super) fn begin(&mut self, goal: &[i64], bounds: &Bounds, watch: &mut Watch<'_>) -> Found {
        self.goal_scale = goal.iter().map(|it| it.unsigned_abs()).max().unwrap_or(1).max(1) as f64;
        if let Some(seat) = &self.seat {
            self.simplex.sit(seat);
        }
        for (column, goal) in goal.iter().enumerate() {
            let variable = self.simplex.of_column(column);
            self.simplex.worth(variable, *goal as f64 / self.goal_scale);
        }
        self.hold(bounds);
        self.simplex.settle();
        self.simplex.reprice();
        let before = self.simplex.steps;
        if self.simplex.fits() {
            self.simplex.climb(STEPS);
        }
        watch.spend(self.simplex.steps - before);
        let found = self.resume(watch);
        self.seat = Some(self.simplex.seat());
        found
    }

    /// Solves under other bounds, from where it stands.
    pub(super) fn under(&mut self, bounds: &Bounds, watch: &mut Watch<'_>) -> Found {
        self.hold(bounds);
        self.resume(watch)
    }

    fn resume(&mut self, watch: &mut Watch<'_>) -> Found {
        let before = self.simplex.steps;
        self.simplex.lean();
        self.simplex.settle();
        let end = self.simplex.mend(STEPS);
        watch.spend(self.simplex.steps - before + 1);
        match end {
            End::Best | End::Endless | End::Stuck => Found::Value(self.whole(&self.simplex.prices(), self.goal_scale)),
            End::Impossible(row) => {
                let line = self.simplex.inverse_row(row);
                let largest = line.iter().zip(&self.scales).map(|(it, scale)| (it * scale).abs()).fold(1e-30, f64::max);
                Found::Nothing(self.whole(line, 1.0 / largest))
            }
        }
    }

    fn hold(&mut self, bounds: &Bounds) {
        for (row, (least, most)) in bounds.rows.iter().enumerate() {
            self.simplex.bound(row, *least as f64 * self.scales[row], *most as f64 * self.scales[row]);
        }
        for (column, (least, most)) in bounds.columns.iter().enumerate() {
            let variable = self.simplex.of_column(column);
            self.simplex.bound(variable, *least as f64, *most as f64);
        }
    }

    /// Rounds prices of scaled rows to multipliers of the true ones.
    fn whole(&self, prices: &[f64], times: f64) -> Multipliers {
        let parts = SCALE as f64 * times;
        prices.iter().zip(&self.scales).map(|(price, scale)| (price * scale * parts).round() as i128).collect()
    }

    /// The value of a column as it stands.
    pub(super) fn column(&self, column: usize) -> f64 {
        self.simplex.value(self.simplex.of_column(column))
    }

    /// The sum of a row as it stands.
    pub(super) fn row(&self, row: usize) -> f64 {
        self.simplex.value(row) / self.scales[row]
    }

    pub(super) fn relax(&mut self, programme: &Programme, goal: &[i64], watch: &mut Watch<'_>) -> Option<Relaxed> {
        match self.begin(goal, &Bounds::of(programme), watch) {
            Found::Nothing(_) => None,
            Found::Value(multipliers) => {
                let columns = 0..programme.columns.len();
                Some(Relaxed {
                    point: columns.clone().map(|it| self.column(it)).collect(),
                    value: self.simplex.objective() * self.goal_scale,
                    gains: columns.map(|it| self.simplex.gain(self.simplex.of_column(it)) * self.goal_scale).collect(),
                    multipliers,
                })
            }
        }
    }
}

/// More steps than any case needs; a case that takes them is split further instead.
const STEPS: u64 = 20_000;
