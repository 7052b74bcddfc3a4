//! The primal method: keeps the bounds and raises the value; for programmes whose worth changed or that gained columns.

use super::{End, GAIN, NEAR, PIVOT, Place, Simplex};

/// After so many steps that gain nothing, the foremost column enters (R. Bland 1977), so that it ends.
const PATIENCE: u64 = 2_000;

impl Simplex {
    /// Raises the value until nothing can be gained. The programme must fit its bounds.
    pub(crate) fn climb(&mut self, most_steps: u64) -> End {
        let until = self.steps + most_steps;
        let mut idle = 0;
        let mut again = false;
        loop {
            let Some(entering) = self.entering(idle > PATIENCE) else { return End::Best };
            if self.steps >= until {
                return End::Stuck;
            }
            let up = self.place[entering] == Place::Lower;
            let seen = self.seen(entering);
            let Some((row, step)) = self.limit(entering, up, &seen) else { return End::Endless };
            if step > NEAR {
                idle = 0;
            } else {
                idle += 1;
            }
            match row {
                None => {
                    self.move_by(if up { step } else { -step }, &seen);
                    let (to, value) =
                        if up { (Place::Upper, self.upper[entering]) } else { (Place::Lower, self.lower[entering]) };
                    self.place[entering] = to;
                    self.value[entering] = value;
                    self.steps += 1;
                }
                Some(row) => {
                    if seen[row].abs() < PIVOT {
                        if again {
                            return End::Stuck;
                        }
                        again = true;
                        self.refresh();
                        continue;
                    }
                    again = false;
                    self.exchange(row, entering, &seen, if up { step } else { -step });
                }
            }
        }
    }

    fn entering(&self, foremost: bool) -> Option<usize> {
        let mut best = None;
        let mut most = GAIN;
        for variable in 0..self.value.len() {
            let gain = match self.place[variable] {
                Place::Basic(_) => continue,
                Place::Lower => self.gain[variable],
                Place::Upper => -self.gain[variable],
            };
            if gain > most && self.lower[variable] < self.upper[variable] {
                if foremost {
                    return Some(variable);
                }
                most = gain;
                best = Some(variable);
            }
        }
        best
    }

    /// What stops a variable that moves: a row of the basis or its own other bound; and how far it comes.
    ///
    /// Two passes (P. Harris 1973): how far with a grain of tolerance, then the strongest row within it.
    fn limit(&self, entering: usize, up: bool, seen: &[f64]) -> Option<(Option<usize>, f64)> {
        let own = self.upper[entering] - self.lower[entering];
        let sign = if up { 1.0 } else { -1.0 };
        let room = |row: usize, grain: f64| {
            let owner = self.basis[row];
            let slope = seen[row] * sign;
            if slope > PIVOT {
                (self.value[owner] - self.lower[owner] + grain) / slope
            } else if slope < -PIVOT {
                (self.upper[owner] - self.value[owner] + grain) / -slope
            } else {
                f64::INFINITY
            }
        };
        let far = (0..self.rows).map(|row| room(row, NEAR)).fold(f64::INFINITY, f64::min);
        if own.is_infinite() && far.is_infinite() {
            return None;
        }
        if own <= far {
            return Some((None, own));
        }
        let mut best: Option<usize> = None;
        for row in 0..self.rows {
            if room(row, 0.0) <= far && best.is_none_or(|it| seen[row].abs() > seen[it].abs()) {
                best = Some(row);
            }
        }
        best.map(|row| (Some(row), room(row, 0.0).max(0.0)))
    }

    fn move_by(&mut self, step: f64, seen: &[f64]) {
        if step != 0.0 {
            for (row, owner) in self.basis.iter().enumerate() {
                self.value[*owner] -= step * seen[row];
            }
        }
    }

    fn exchange(&mut self, row: usize, entering: usize, seen: &[f64], step: f64) {
        let leaving = self.basis[row];
        self.move_by(step, seen);
        self.value[entering] += step;
        let falls =
            seen[row] * step > 0.0 || (step == 0.0 && (seen[row] > 0.0) == (self.place[entering] == Place::Lower));
        let (to, value) = if falls { (Place::Lower, self.lower[leaving]) } else { (Place::Upper, self.upper[leaving]) };
        self.value[leaving] = value;
        let turn = self.gain[entering] / seen[row];
        let line = self.inverse_row(row).to_vec();
        for variable in 0..self.gain.len() {
            if !matches!(self.place[variable], Place::Basic(_)) {
                let slope = self.dot(&line, variable);
                if slope != 0.0 {
                    self.gain[variable] -= turn * slope;
                }
            }
        }
        self.gain[entering] = 0.0;
        self.gain[leaving] = -turn;
        self.turn(row, entering, seen, to);
    }
}
