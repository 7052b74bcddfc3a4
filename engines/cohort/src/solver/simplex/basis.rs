//! The basis and its inverse.

use super::{FRESH, GAIN, PIVOT, Place, Simplex};

impl Simplex {
    /// The price of each row: `cost of the basis · inverse`.
    pub(crate) fn prices(&self) -> Vec<f64> {
        let mut prices = vec![0.0; self.rows];
        for (row, owner) in self.basis.iter().enumerate() {
            let cost = self.cost[*owner];
            if cost != 0.0 {
                for (price, it) in prices.iter_mut().zip(self.inverse_row(row)) {
                    *price += cost * it;
                }
            }
        }
        prices
    }

    /// A vector over the rows times the column of a variable.
    pub(super) fn dot(&self, vector: &[f64], variable: usize) -> f64 {
        if variable < self.rows {
            -vector[variable]
        } else {
            self.columns[variable - self.rows].iter().map(|(row, it)| vector[*row] * it).sum()
        }
    }

    /// The column of a variable as the basis sees it.
    pub(super) fn seen(&self, variable: usize) -> Vec<f64> {
        let rows = self.rows;
        if variable < rows {
            return (0..rows).map(|row| -self.inverse[row * rows + variable]).collect();
        }
        let column = &self.columns[variable - rows];
        self.inverse.chunks_exact(rows).map(|line| column.iter().map(|(at, it)| line[*at] * it).sum()).collect()
    }

    /// Computes all gains anew from the costs.
    pub(crate) fn reprice(&mut self) {
        let prices = self.prices();
        for variable in 0..self.value.len() {
            self.gain[variable] = match self.place[variable] {
                Place::Basic(_) => 0.0,
                Place::Lower | Place::Upper => self.cost[variable] - self.dot(&prices, variable),
            };
        }
    }

    /// Puts what is outside the basis on its bounds and computes the rest from it.
    pub(crate) fn settle(&mut self) {
        let mut sums = vec![0.0; self.rows];
        for variable in 0..self.value.len() {
            let value = match self.place[variable] {
                Place::Basic(_) => continue,
                Place::Lower => self.lower[variable],
                Place::Upper => self.upper[variable],
            };
            self.value[variable] = value;
            self.add_column(&mut sums, variable, value);
        }
        for row in 0..self.rows {
            self.value[self.basis[row]] =
                -self.inverse_row(row).iter().zip(&sums).map(|(it, sum)| it * sum).sum::<f64>();
        }
    }

    /// Adds the column of a variable, so many times.
    pub(super) fn add_column(&self, sums: &mut [f64], variable: usize, times: f64) {
        if times == 0.0 {
        } else if variable < self.rows {
            sums[variable] -= times;
        } else {
            for (row, it) in &self.columns[variable - self.rows] {
                sums[*row] += it * times;
            }
        }
    }

    /// Stands every variable outside the basis at the bound where it costs nothing; all must have both.
    pub(crate) fn lean(&mut self) {
        for variable in 0..self.value.len() {
            match self.place[variable] {
                Place::Lower if self.gain[variable] > GAIN => self.place[variable] = Place::Upper,
                Place::Upper if self.gain[variable] < -GAIN => self.place[variable] = Place::Lower,
                Place::Basic(_) | Place::Lower | Place::Upper => {}
            }
        }
    }

    /// Gives a row of the basis to another variable, whose column is seen as `seen`.
    pub(super) fn turn(&mut self, row: usize, variable: usize, seen: &[f64], leaves_to: Place) {
        let leaving = self.basis[row];
        self.place[leaving] = leaves_to;
        self.place[variable] = Place::Basic(row);
        self.basis[row] = variable;
        self.eliminate(row, seen);
        self.steps += 1;
        self.since_fresh += 1;
        if self.since_fresh >= FRESH {
            self.refresh();
        }
    }

    fn eliminate(&mut self, row: usize, seen: &[f64]) {
        let rows = self.rows;
        let (before, rest) = self.inverse.split_at_mut(row * rows);
        let (line, after) = rest.split_at_mut(rows);
        let over = 1.0 / seen[row];
        for it in line.iter_mut() {
            *it *= over;
        }
        self.norms[row] = line.iter().map(|it| it * it).sum();
        for (at, other) in before.chunks_exact_mut(rows).chain(after.chunks_exact_mut(rows)).enumerate() {
            let at = if at < row { at } else { at + 1 };
            let times = seen[at];
            if times != 0.0 {
                let mut norm = 0.0;
                for (to, it) in other.iter_mut().zip(&*line) {
                    *to -= times * it;
                    norm += *to * *to;
                }
                self.norms[at] = norm;
            }
        }
    }

    /// Computes the inverse anew, from the activities outwards. What cannot be turned in leaves the basis.
    pub(crate) fn refresh(&mut self) {
        let rows = self.rows;
        self.since_fresh = 0;
        let basics = std::mem::replace(&mut self.basis, vec![usize::MAX; rows]);
        self.inverse.fill(0.0);
        for row in 0..rows {
            self.inverse[row * rows + row] = -1.0;
        }
        for owner in basics.iter().copied().filter(|it| *it < rows) {
            self.basis[owner] = owner;
            self.place[owner] = Place::Basic(owner);
        }
        for owner in basics.into_iter().filter(|it| *it >= rows) {
            let seen = self.seen(owner);
            let free = (0..rows).filter(|row| self.basis[*row] == usize::MAX);
            let best = free.max_by(|a, b| seen[*a].abs().total_cmp(&seen[*b].abs()));
            match best.filter(|row| seen[*row].abs() > PIVOT * 1e-2) {
                Some(row) => {
                    self.basis[row] = owner;
                    self.place[owner] = Place::Basic(row);
                    self.eliminate(row, &seen);
                }
                None => self.place[owner] = Place::Lower,
            }
        }
        for row in 0..rows {
            if self.basis[row] == usize::MAX {
                self.basis[row] = row;
                self.place[row] = Place::Basic(row);
            }
            self.norms[row] = self.inverse_row(row).iter().map(|it| it * it).sum();
        }
        self.reprice();
        self.settle();
    }
}

/// A basis to come back to.
#[derive(Clone, Debug)]
pub(crate) struct Seat {
    place: Vec<Place>,
    basis: Vec<usize>,
    inverse: Vec<f64>,
    norms: Vec<f64>,
}

impl Simplex {
    /// Keeps the basis.
    pub(crate) fn seat(&self) -> Seat {
        Seat {
            place: self.place.clone(),
            basis: self.basis.clone(),
            inverse: self.inverse.clone(),
            norms: self.norms.clone(),
        }
    }

    /// Comes back to a basis of the same programme; call `reprice` and `settle` after it.
    pub(crate) fn sit(&mut self, seat: &Seat) {
        self.place.clone_from(&seat.place);
        self.basis.clone_from(&seat.basis);
        self.inverse.clone_from(&seat.inverse);
        self.norms.clone_from(&seat.norms);
    }
}
