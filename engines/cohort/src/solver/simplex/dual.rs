//! The dual method: keeps the gains in order and mends the bounds; for programmes whose bounds moved.

use super::{End, GAIN, NEAR, PIVOT, Place, Simplex};

/// A variable that could enter: how soon its gain turns, how strongly it acts.
struct Candidate {
    variable: usize,
    ratio: f64,
    slope: f64,
}

impl Simplex {
    /// Mends bounds until all fit or none can. Every variable must have both bounds, and lean the right way.
    ///
    /// Rows by the steepest edge; several bounds at a step (A. Koberstein, *The dual simplex method*, 2005, chapter 3).
    pub(crate) fn mend(&mut self, most_steps: u64) -> End {
        let until = self.steps + most_steps;
        let mut again = false;
        loop {
            let Some((row, short)) = self.worst_row() else { return End::Best };
            if self.steps >= until {
                return End::Stuck;
            }
            let line = self.inverse_row(row).to_vec();
            let (mut candidates, slopes) = self.candidates(&line, short);
            let Some(chosen) = choose(&mut candidates, short.abs(), |it| self.upper[it] - self.lower[it]) else {
                if self.since_fresh > 0 && !again {
                    self.refresh();
                    self.lean();
                    self.settle();
                    again = true;
                    continue;
                }
                return End::Impossible(row);
            };
            let entering = candidates[chosen].variable;
            let seen = self.seen(entering);
            if seen[row].abs() < PIVOT || (seen[row] - slopes[entering]).abs() > 1e-6 * (1.0 + seen[row].abs()) {
                if again {
                    return End::Stuck;
                }
                again = true;
                self.refresh();
                self.lean();
                self.settle();
                continue;
            }
            again = false;
            self.flip(&candidates[..chosen]);
            self.enter(row, entering, &seen, &slopes, short > 0.0);
        }
    }

    /// The row whose owner is furthest outside its bounds, and by how much it must grow.
    fn worst_row(&self) -> Option<(usize, f64)> {
        let mut best = None;
        let mut most = 0.0;
        for (row, owner) in self.basis.iter().enumerate() {
            let value = self.value[*owner];
            let short = if value < self.lower[*owner] - NEAR {
                self.lower[*owner] - value
            } else if value > self.upper[*owner] + NEAR {
                self.upper[*owner] - value
            } else {
                continue;
            };
            let score = short * short / self.norms[row];
            if score > most {
                most = score;
                best = Some((row, short));
            }
        }
        best
    }

    fn candidates(&self, line: &[f64], short: f64) -> (Vec<Candidate>, Vec<f64>) {
        let mut found = Vec::new();
        let mut slopes = vec![0.0; self.value.len()];
        for (variable, told) in slopes.iter_mut().enumerate() {
            if matches!(self.place[variable], Place::Basic(_)) {
                continue;
            }
            let slope = self.dot(line, variable);
            *told = slope;
            if slope.abs() < PIVOT || self.upper[variable] - self.lower[variable] <= 0.0 {
                continue;
            }
            let grows = self.place[variable] == Place::Lower;
            if (short > 0.0) == (grows == (slope < 0.0)) {
                found.push(Candidate { variable, ratio: self.gain[variable].abs() / slope.abs(), slope: slope.abs() });
            }
        }
        (found, slopes)
    }

    /// Moves variables to their other bound, and the basis with them.
    fn flip(&mut self, passed: &[Candidate]) {
        if passed.is_empty() {
            return;
        }
        let mut sums = vec![0.0; self.rows];
        for it in passed {
            let variable = it.variable;
            let (to, value) = match self.place[variable] {
                Place::Lower => (Place::Upper, self.upper[variable]),
                Place::Upper | Place::Basic(_) => (Place::Lower, self.lower[variable]),
            };
            self.add_column(&mut sums, variable, value - self.value[variable]);
            self.place[variable] = to;
            self.value[variable] = value;
        }
        for row in 0..self.rows {
            let moved: f64 = self.inverse_row(row).iter().zip(&sums).map(|(it, sum)| it * sum).sum();
            self.value[self.basis[row]] -= moved;
        }
    }

    fn enter(&mut self, row: usize, entering: usize, seen: &[f64], slopes: &[f64], rises: bool) {
        let leaving = self.basis[row];
        let target = if rises { self.lower[leaving] } else { self.upper[leaving] };
        let step = (self.value[leaving] - target) / seen[row];
        for (at, owner) in self.basis.iter().enumerate() {
            self.value[*owner] -= step * seen[at];
        }
        self.value[entering] += step;
        self.value[leaving] = target;
        let turn = self.gain[entering] / seen[row];
        if turn != 0.0 {
            for (gain, slope) in self.gain.iter_mut().zip(slopes).filter(|it| *it.1 != 0.0) {
                *gain -= turn * slope;
            }
        }
        self.gain[entering] = 0.0;
        self.gain[leaving] = -turn;
        self.turn(row, entering, seen, if rises { Place::Lower } else { Place::Upper });
    }
}

/// Which candidate enters; those sorted before it go to their other bound. None if even all of them do not suffice.
fn choose(candidates: &mut [Candidate], short: f64, room: impl Fn(usize) -> f64) -> Option<usize> {
    candidates.sort_by(|a, b| {
        a.ratio.total_cmp(&b.ratio).then(b.slope.total_cmp(&a.slope)).then(a.variable.cmp(&b.variable))
    });
    let mut left = short;
    let mut at = None;
    for (index, it) in candidates.iter().enumerate() {
        left -= it.slope * room(it.variable);
        if left <= NEAR {
            at = Some(index);
            break;
        }
    }
    let at = at?;
    // Among those that turn as good as at the same moment, the one that acts most strongly.
    let limit = candidates[at].ratio + GAIN;
    let mut best = at;
    let mut end = at;
    while end < candidates.len() && candidates[end].ratio <= limit {
        if candidates[end].slope > candidates[best].slope {
            best = end;
        }
        end += 1;
    }
    candidates.swap(at, best);
    Some(at)
}
