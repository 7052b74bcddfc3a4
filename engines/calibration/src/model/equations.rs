//! The equations of the mixed model for given variances, and their solution.

use super::{Side, Sums};
use crate::linear::{Factor, Panels};

/// The standard deviations of applications and of reviewers, each divided by that of the residual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ratios {
    pub(crate) applications: f64,
    pub(crate) reviewers: f64,
}

impl Ratios {
    pub(crate) fn of(self, side: Side) -> f64 {
        match side {
            Side::Applications => self.applications,
            Side::Reviewers => self.reviewers,
        }
    }
}

/// Henderson's equations, in the form of penalised least squares (D. Bates, M. Mächler, B. Bolker and S. Walker, J.
/// Stat. Softw. 67(1), 2015, section 3): `[T Z'WZ T + I, T Z'WX; X'WZ T, X'WX] [u; β] = [T Z'Wy; X'Wy]`, where an
/// effect is its ratio `τ` times its `u`.
///
/// The larger side has a diagonal block and is eliminated first; what is left of the smaller side, the columns and the
/// scores is one dense matrix. A side whose variance is zero has no part in it.
#[derive(Debug)]
pub(crate) struct Equations<'a> {
    pub(crate) sums: &'a Sums,
    pub(crate) ratios: Ratios,
    /// The side whose diagonal block was eliminated.
    pub(crate) eliminated: Side,
    /// How many members the other side has in the dense part; none if its variance is zero.
    pub(crate) dense: usize,
    /// The diagonal block, inverted.
    pub(crate) inverses: Vec<f64>,
    /// The factor of the dense part: the smaller side, the columns, the scores.
    pub(crate) factor: Factor,
    /// The logarithm of the determinant of the eliminated block.
    pub(crate) log_eliminated: f64,
}

impl<'a> Equations<'a> {
    /// Factors the equations; nothing if the scores leave no residual.
    pub(crate) fn of(sums: &'a Sums, ratios: Ratios) -> Option<Self> {
        let many = sums.many;
        let eliminated = if ratios.of(many) > 0.0 || ratios.of(many.other()) <= 0.0 { many } else { many.other() };
        let has_dense = ratios.of(eliminated.other()) > 0.0;
        let dense = if has_dense { sums.side(eliminated.other()).squares.len() } else { 0 };
        let own = ratios.of(eliminated);
        let mut log_eliminated = 0.0;
        let inverses = sums.side(eliminated).squares.iter().map(|it| {
            let diagonal = 1.0 + own * own * it;
            log_eliminated += libm::log(diagonal);
            1.0 / diagonal
        });
        let inverses: Vec<f64> = inverses.collect();
        let factor = Factor::of(reduced(sums, ratios, eliminated, dense, &inverses))?;
        Some(Self { sums, ratios, eliminated, dense, inverses, factor, log_eliminated })
    }

    /// The penalised residual sum of squares.
    pub(crate) fn residual(&self) -> f64 {
        let last = self.factor.diagonal(self.dense + self.sums.columns);
        last * last
    }

    /// The `u` of the dense side, then the coefficients of the columns.
    pub(crate) fn dense_solution(&self) -> Vec<f64> {
        let size = self.dense + self.sums.columns;
        let mut values = self.factor.row(size, size);
        self.factor.solve_upper(&mut values);
        values
    }

    /// What couples a member of the eliminated side with the dense part.
    pub(crate) fn coupling(&self, member: usize, into: &mut Vec<(usize, f64)>) {
        coupling(self.sums, self.ratios, self.eliminated, self.dense, member, into);
    }

    /// The `u` of a member of the eliminated side, given the dense part.
    pub(crate) fn member(&self, member: usize, coupling: &[(usize, f64)], dense: &[f64]) -> f64 {
        let own = self.ratios.of(self.eliminated);
        let taken: f64 = coupling.iter().map(|(at, it)| it * dense[*at]).sum();
        (own * self.sums.side(self.eliminated).with_scores[member] - taken) * self.inverses[member]
    }
}

/// The coupling of a member of the eliminated side: its cells, then its columns.
pub(crate) fn coupling(
    sums: &Sums,
    ratios: Ratios,
    eliminated: Side,
    dense: usize,
    member: usize,
    into: &mut Vec<(usize, f64)>,
) {
    into.clear();
    let own = ratios.of(eliminated);
    if dense > 0 {
        let both = own * ratios.of(eliminated.other());
        into.extend(sums.cells(member).iter().map(|(at, weight)| (*at, both * weight)));
    }
    let columns = &sums.side(eliminated).with_columns[member * sums.columns..(member + 1) * sums.columns];
    into.extend(columns.iter().enumerate().map(|(at, it)| (dense + at, own * it)));
}

/// The dense part, after the larger side is eliminated.
fn reduced(sums: &Sums, ratios: Ratios, eliminated: Side, dense: usize, inverses: &[f64]) -> Panels {
    let columns = sums.columns;
    let scores = dense + columns;
    let mut matrix = Panels::zero(scores + 1);
    if dense > 0 {
        let ratio = ratios.of(eliminated.other());
        let side = sums.side(eliminated.other());
        for at in 0..dense {
            matrix.add(at, at, 1.0 + ratio * ratio * side.squares[at]);
            for column in 0..columns {
                matrix.add(dense + column, at, ratio * side.with_columns[at * columns + column]);
            }
            matrix.add(scores, at, ratio * side.with_scores[at]);
        }
    }
    for row in 0..columns {
        for column in 0..=row {
            matrix.add(dense + row, dense + column, sums.columns_squared[row * columns + column]);
        }
        matrix.add(scores, dense + row, sums.columns_with_scores[row]);
    }
    matrix.add(scores, scores, sums.scores_squared);
    let own = ratios.of(eliminated);
    let mut line = Vec::new();
    for (member, inverse) in inverses.iter().enumerate() {
        coupling(sums, ratios, eliminated, dense, member, &mut line);
        line.push((scores, own * sums.side(eliminated).with_scores[member]));
        for (place, (row, left)) in line.iter().enumerate() {
            let left = left * inverse;
            for (column, right) in &line[..=place] {
                matrix.add(*row, *column, -(left * right));
            }
        }
    }
    matrix
}
