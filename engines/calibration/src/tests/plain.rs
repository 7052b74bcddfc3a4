//! The mixed model written out with the whole covariance matrix of the scores, for small calls.

use crate::{
    Reviews,
    model::{Design, Hand, Ratios},
};

type Matrix = Vec<Vec<f64>>;

/// The model by its definition: `V = diag(1/w) + τ_a² Z_a Z_a' + τ_b² Z_b Z_b'`, everything divided by `σ²`.
pub(super) struct Plain {
    pub(super) log_determinant: f64,
    pub(super) log_columns: f64,
    pub(super) residual: f64,
    pub(super) coefficients: Vec<f64>,
    pub(super) applications: Vec<f64>,
    pub(super) reviewers: Vec<f64>,
    /// The prediction error variances of the applications, over `σ²`.
    pub(super) errors: Vec<f64>,
}

impl Plain {
    pub(super) fn of(reviews: &Reviews, design: &Design, hands: &[Hand], ratios: Ratios) -> Self {
        let rows = reviews.rows();
        let count = rows.len();
        let (a, b) = (ratios.applications * ratios.applications, ratios.reviewers * ratios.reviewers);
        let mut whole: Matrix = vec![vec![0.0; count]; count];
        for (row, one) in rows.iter().enumerate() {
            for (column, other) in rows.iter().enumerate() {
                let loadings = hands[one.reviewer].loading * hands[other.reviewer].loading;
                let mut sum = if one.application == other.application { a * loadings } else { 0.0 };
                sum += if one.reviewer == other.reviewer { b } else { 0.0 };
                sum += if row == column { 1.0 / (one.weight * hands[one.reviewer].precision) } else { 0.0 };
                whole[row][column] = sum;
            }
        }
        let (inverse, log_determinant) = inverse(whole);
        let mut line = Vec::new();
        let columns: Matrix = rows
            .iter()
            .map(|it| {
                design.row(&it.relations, &mut line);
                line.clone()
            })
            .collect();
        let size = design.size();
        let scores: Vec<f64> = rows.iter().map(|it| it.score).collect();
        let weighted = |at: usize| -> Vec<f64> {
            (0..count).map(|row| (0..count).map(|it| inverse[row][it] * columns[it][at]).sum()).collect()
        };
        let weighted: Matrix = (0..size).map(weighted).collect();
        let square = |left: usize, right: usize| (0..count).map(|it| columns[it][left] * weighted[right][it]).sum();
        let (covariance, log_columns) =
            self::inverse((0..size).map(|l| (0..size).map(|r| square(l, r)).collect()).collect());
        let right: Vec<f64> = weighted.iter().map(|it| dot(it, &scores)).collect();
        let coefficients: Vec<f64> = covariance.iter().map(|it| dot(it, &right)).collect();
        // P = V⁻¹ - V⁻¹ X (X'V⁻¹X)⁻¹ X'V⁻¹
        let mut projector = inverse;
        for (row, line) in projector.iter_mut().enumerate() {
            for (column, it) in line.iter_mut().enumerate() {
                for left in 0..size {
                    for right in 0..size {
                        *it -= weighted[left][row] * covariance[left][right] * weighted[right][column];
                    }
                }
            }
        }
        let projected: Vec<f64> = projector.iter().map(|it| dot(it, &scores)).collect();
        let loading = |row: usize, application: usize| {
            if rows[row].application == application { hands[rows[row].reviewer].loading } else { 0.0 }
        };
        let application = |at: usize| -> f64 { (0..count).map(|row| a * loading(row, at) * projected[row]).sum() };
        let reviewer = |at: usize| -> f64 {
            (0..count).filter(|row| rows[*row].reviewer == at).map(|row| b * projected[row]).sum()
        };
        let error = |at: usize| {
            let mut form = 0.0;
            for (row, line) in projector.iter().enumerate() {
                for (column, it) in line.iter().enumerate() {
                    form += loading(row, at) * it * loading(column, at);
                }
            }
            a - a * a * form
        };
        Self {
            log_determinant,
            log_columns,
            residual: dot(&scores, &projected),
            coefficients,
            applications: (0..reviews.applications()).map(application).collect(),
            reviewers: (0..reviews.reviewers()).map(reviewer).collect(),
            errors: (0..reviews.applications()).map(error).collect(),
        }
    }
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

/// The inverse and the logarithm of the determinant, by elimination with the largest pivot.
fn inverse(mut matrix: Matrix) -> (Matrix, f64) {
    let size = matrix.len();
    let mut inverse: Matrix =
        (0..size).map(|row| (0..size).map(|at| f64::from(u8::from(row == at))).collect()).collect();
    let mut log_determinant = 0.0;
    for at in 0..size {
        let pivot = (at..size).max_by(|l, r| matrix[*l][at].abs().total_cmp(&matrix[*r][at].abs())).unwrap();
        matrix.swap(at, pivot);
        inverse.swap(at, pivot);
        let head = matrix[at][at];
        log_determinant += head.abs().ln();
        matrix[at].iter_mut().chain(&mut inverse[at]).for_each(|it| *it /= head);
        for row in (0..size).filter(|row| *row != at) {
            let factor = matrix[row][at];
            for column in 0..size {
                matrix[row][column] -= factor * matrix[at][column];
                inverse[row][column] -= factor * inverse[at][column];
            }
        }
    }
    (inverse, log_determinant)
}
