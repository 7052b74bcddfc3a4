//! The criterion that the variances minimise, and its slope.

use serde::{Deserialize, Serialize};

use super::{Equations, Side};

/// By which criterion the variances are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Criterion {
    /// Maximum likelihood: the variances under which the scores are most likely.
    Likelihood,
    /// Restricted maximum likelihood (H. D. Patterson and R. Thompson, Biometrika 58, 1971): it allows for what the
    /// common mean and the relations cost, and does not make the variances too small.
    #[default]
    Restricted,
}

impl Criterion {
    /// The degrees of freedom of the residual.
    pub(crate) fn freedom(self, equations: &Equations<'_>) -> f64 {
        let sums = equations.sums;
        match self {
            Self::Likelihood => sums.reviews as f64,
            Self::Restricted => (sums.reviews - sums.columns) as f64,
        }
    }
}

/// Minus twice the logarithm of the (restricted) likelihood, with mean and residual variance at their best (Bates et
/// al. 2015, J. Stat. Softw. 67(1), section 3): `log|A| + n (1 + log(2π rss / n))`, less the logarithms of
/// the weights; restricted, `log|R_X|²` is added and `n` is less by the number of columns.
pub(crate) fn criterion(equations: &Equations<'_>, by: Criterion) -> f64 {
    let (dense, columns) = (equations.dense, equations.sums.columns);
    let mut value = equations.log_eliminated + equations.factor.log_determinant(0..dense);
    if by == Criterion::Restricted {
        value += equations.factor.log_determinant(dense..dense + columns);
    }
    let freedom = by.freedom(equations);
    value + freedom * (1.0 + libm::log(2.0 * std::f64::consts::PI * equations.residual() / freedom))
        - equations.sums.log_weights
}

/// The derivative of the criterion by the logarithms of the two ratios, applications first.
///
/// From `A = T G T + I`: `∂ log|A| / ∂ log τ = 2 (q - tr A⁻¹)` over the members of the side, and by the envelope
/// theorem `∂ rss / ∂ log τ = -2 |u|²`. At zero both vanish. (D. A. Harville, JASA 72, 1977, has the same
/// equations as `σ² (q - tr A⁻¹) = |u|²`.)
pub(crate) fn slope(equations: &Equations<'_>, by: Criterion) -> [f64; 2] {
    let (dense, columns) = (equations.dense, equations.sums.columns);
    let size = if by == Criterion::Restricted { dense + columns } else { dense };
    let inverse = equations.factor.leading(size).inverse();
    let solution = equations.dense_solution();
    let mut trace = 0.0;
    let mut squares = 0.0;
    let mut line = Vec::new();
    for (member, own) in equations.inverses.iter().enumerate() {
        equations.coupling(member, &mut line);
        let value = equations.member(member, &line, &solution);
        squares += value * value;
        line.retain(|(at, _)| *at < size);
        let mut form = 0.0;
        for (place, (row, left)) in line.iter().enumerate() {
            let mut sum = 0.5 * left * inverse.at(*row, *row);
            for (column, right) in &line[..place] {
                sum += right * inverse.at(*row, *column);
            }
            form += left * sum;
        }
        trace += own + own * own * 2.0 * form;
    }
    let scale = by.freedom(equations) / equations.residual();
    let side = |count: usize, trace: f64, squares: f64| 2.0 * (count as f64 - trace - scale * squares);
    let eliminated = side(equations.inverses.len(), trace, squares);
    let other = if dense == 0 {
        0.0
    } else {
        let trace = (0..dense).map(|at| inverse.at(at, at)).sum();
        side(dense, trace, solution[..dense].iter().map(|it| it * it).sum())
    };
    match equations.eliminated {
        Side::Applications => [eliminated, other],
        Side::Reviewers => [other, eliminated],
    }
}
