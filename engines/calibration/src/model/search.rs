//! The search for the variances.

use super::{Criterion, Equations, Ratios, Sums, criterion, slope};
use crate::progress::{Go, Progress, Stage, Stopped, Watch};

/// A ratio is not followed below the point where every effect of its side is drawn to less than this share of what the
/// scores say; zero itself is tried apart.
const LEAST_SHARE: f64 = 1e-5;
/// A ratio above is a residual of zero.
const MOST: f64 = 1e3;
/// Where the search looks first, along each axis.
const FIRST: [f64; 6] = [0.2, 0.6, 1.8, 5.4, 16.2, 0.06];
/// How many of these are enough when reviews are many.
const OF_MANY: usize = 3;
/// With fewer reviews the criterion can have two valleys, so the search goes down from every first point.
const FEW_REVIEWS: usize = 300;
/// The longest step, in logarithms.
const STEP: f64 = 1.5;
/// What is not worth a further step, as a share of the criterion: the rounding of the criterion itself.
const NOISE: f64 = 1e-15;

/// What was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) ratios: Ratios,
    pub(crate) criterion: f64,
    pub(crate) stopped: Option<Stopped>,
    pub(crate) solutions: u32,
}

/// Finds the ratios with the least criterion; nothing if the scores leave no residual.
///
/// The model without either side, and with one side only, are tried first; then both, from the best of nine points
/// (from each of 36 where reviews are few), by the method of Broyden, Fletcher, Goldfarb and Shanno on the logarithms
/// of the ratios (J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd edition, section 6.1). A side is only
/// given a variance if that makes the criterion smaller.
pub(crate) fn search(sums: &Sums, by: Criterion, budget: u32, sides: [bool; 2], watch: Watch<'_>) -> Option<Found> {
    let least = [&sums.applications, &sums.reviewers].map(|it| {
        let most = it.squares.iter().copied().fold(1e-3, f64::max);
        (LEAST_SHARE / most).sqrt()
    });
    let mut search = Search { sums, by, budget, solutions: 0, least, stopped: None, watch };
    let (nothing, _) = search.at([0.0, 0.0])?;
    let mut best = ([0.0, 0.0], nothing);
    let axes = [[true, false], [false, true], [true, true]];
    for free in axes.into_iter().filter(|it| (0..2).all(|side| sides[side] || !it[side])) {
        let is_small = sums.reviews < FEW_REVIEWS;
        let starts = grid(free, &FIRST[..if is_small { FIRST.len() } else { OF_MANY }]);
        let mut starts: Vec<([f64; 2], f64)> =
            starts.into_iter().filter_map(|it| search.at(it).map(|(value, _)| (it, value))).collect();
        starts.sort_by(|left, right| left.1.total_cmp(&right.1));
        let descents = if is_small { starts.len() } else { 1 };
        for (ratios, value) in starts.into_iter().take(descents) {
            let end = search.descend(ratios, value, free);
            if end.1 < best.1 - 1e-9 * best.1.abs().max(1.0) {
                best = end;
            }
        }
    }
    let ratios = Ratios { applications: best.0[0], reviewers: best.0[1] };
    Some(Found { ratios, criterion: best.1, stopped: search.stopped, solutions: search.solutions })
}

fn grid(free: [bool; 2], first: &[f64]) -> Vec<[f64; 2]> {
    let along = |is_free: bool| if is_free { first.to_vec() } else { vec![0.0] };
    let reviewers = along(free[1]);
    along(free[0]).into_iter().flat_map(|one| reviewers.iter().map(move |other| [one, *other])).collect()
}

struct Search<'a, 'w> {
    sums: &'a Sums,
    by: Criterion,
    budget: u32,
    solutions: u32,
    least: [f64; 2],
    stopped: Option<Stopped>,
    watch: Watch<'w>,
}

impl<'a> Search<'a, '_> {
    fn at(&mut self, ratios: [f64; 2]) -> Option<(f64, Equations<'a>)> {
        self.solutions += 1;
        let equations = Equations::of(self.sums, Ratios { applications: ratios[0], reviewers: ratios[1] })?;
        let value = criterion(&equations, self.by);
        value.is_finite().then_some((value, equations))
    }

    /// Goes down from a point along the sides that are free.
    fn descend(&mut self, mut ratios: [f64; 2], mut value: f64, free: [bool; 2]) -> ([f64; 2], f64) {
        let Some((_, equations)) = self.at(ratios) else { return (ratios, value) };
        let mut gradient = slope(&equations, self.by);
        let mut curve = Curve::flat(self.sums);
        loop {
            let open = open(ratios, gradient, free, self.least);
            let step = curve.step(gradient, open);
            let gain = -0.5 * (step[0] * gradient[0] + step[1] * gradient[1]);
            if gain <= NOISE * value.abs().max(1.0) {
                return (ratios, value);
            }
            if !self.may_go_on(gain) {
                return (ratios, value);
            }
            let Some((next, lower, equations)) = self.along(ratios, value, step, -2.0 * gain) else {
                return (ratios, value);
            };
            let after = slope(&equations, self.by);
            let moved = [0, 1].map(|at| if open[at] { libm::log(next[at] / ratios[at]) } else { 0.0 });
            curve.learn(moved, [after[0] - gradient[0], after[1] - gradient[1]]);
            let is_done = value - lower <= NOISE * value.abs().max(1.0);
            (ratios, value, gradient) = (next, lower, after);
            if is_done && moved.iter().all(|it| it.abs() < 1e-9) {
                return (ratios, value);
            }
        }
    }

    /// Halves a step until it is a gain (L. Armijo 1966); where the gain drowns in rounding, a full step is taken.
    fn along(
        &mut self,
        from: [f64; 2],
        value: f64,
        step: [f64; 2],
        slope: f64,
    ) -> Option<([f64; 2], f64, Equations<'a>)> {
        let mut share = 1.0;
        for _ in 0..30 {
            let next = [0, 1].map(|at| {
                if step[at] == 0.0 {
                    from[at]
                } else {
                    (from[at] * libm::exp(share * step[at])).clamp(self.least[at], MOST)
                }
            });
            if next.map(f64::to_bits) == from.map(f64::to_bits) {
                return None;
            }
            if let Some((lower, equations)) = self.at(next)
                && lower <= value + 1e-4 * share * slope + 4.0 * NOISE * value.abs().max(1.0)
            {
                return Some((next, lower, equations));
            }
            share *= 0.5;
        }
        None
    }

    fn may_go_on(&mut self, gap: f64) -> bool {
        let told = Progress {
            stage: Stage::Variances,
            done: self.solutions,
            most: self.budget.max(self.solutions),
            gap: Some(gap),
        };
        if self.stopped.is_none() && self.solutions < self.budget && (self.watch)(told) == Go::On {
            return true;
        }
        self.stopped = Some(Stopped { stage: Stage::Variances, gap: Some(gap) });
        false
    }
}

/// Which sides may move: not those that press against their bound.
fn open(ratios: [f64; 2], gradient: [f64; 2], free: [bool; 2], least: [f64; 2]) -> [bool; 2] {
    [0, 1].map(|at| {
        let at_least = ratios[at] <= least[at] && gradient[at] > 0.0;
        let at_most = ratios[at] >= MOST && gradient[at] < 0.0;
        free[at] && !at_least && !at_most
    })
}

/// What is known of the curvature: its inverse, learnt from the slopes.
struct Curve {
    inverse: [[f64; 2]; 2],
    first: [f64; 2],
}

impl Curve {
    /// A first guess: each member tells two units of the criterion about the square of the logarithm of its ratio.
    fn flat(sums: &Sums) -> Self {
        let first = [&sums.applications, &sums.reviewers].map(|it| 0.5 / (it.squares.len() as f64));
        Self { inverse: [[first[0], 0.0], [0.0, first[1]]], first }
    }

    fn step(&mut self, gradient: [f64; 2], open: [bool; 2]) -> [f64; 2] {
        if open != [true, true] {
            // With one side closed, the other goes by its own curvature.
            let alone = [0, 1].map(|at| if self.inverse[at][at] > 0.0 { self.inverse[at][at] } else { self.first[at] });
            return limited([0, 1].map(|at| if open[at] { -alone[at] * gradient[at] } else { 0.0 }));
        }
        let along = |row: [f64; 2]| -(row[0] * gradient[0] + row[1] * gradient[1]);
        limited(self.inverse.map(along))
    }

    /// Learns from a step and the change of the slope along it.
    fn learn(&mut self, moved: [f64; 2], change: [f64; 2]) {
        let both = moved[0] * change[0] + moved[1] * change[1];
        let size = (moved[0] * moved[0] + moved[1] * moved[1]) * (change[0] * change[0] + change[1] * change[1]);
        if both * both <= 1e-16 * size || both <= 0.0 {
            // The criterion bends the other way here: the next step may be longer.
            self.inverse = self.inverse.map(|row| row.map(|it| 4.0 * it));
            return;
        }
        let turned = self.inverse.map(|row| row[0] * change[0] + row[1] * change[1]);
        let weight = 1.0 + (change[0] * turned[0] + change[1] * turned[1]) / both;
        for row in 0..2 {
            for column in 0..2 {
                self.inverse[row][column] += weight * moved[row] * moved[column] / both
                    - (moved[row] * turned[column] + turned[row] * moved[column]) / both;
            }
        }
    }
}

/// A step that is not too long.
fn limited(step: [f64; 2]) -> [f64; 2] {
    let longest = step[0].abs().max(step[1].abs());
    if longest > STEP { step.map(|it| it * STEP / longest) } else { step }
}
