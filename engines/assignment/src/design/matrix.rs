//! A symmetric matrix taken apart: A.-L. Cholesky's factor, in plain arithmetic that is the same on every machine.

/// The lower factor of a symmetric positive definite matrix, by rows.
pub(super) struct Factor {
    size: usize,
    rows: Vec<f64>,
}

impl Factor {
    /// Takes apart a matrix given by its full rows; nothing if it is not positive definite.
    pub(super) fn of(mut matrix: Vec<f64>, size: usize) -> Option<Self> {
        for row in 0..size {
            for column in 0..=row {
                let (above, below) = matrix.split_at(row * size);
                let other =
                    if column == row { &below[..column] } else { &above[column * size..column * size + column] };
                let sum: f64 = below[..column].iter().zip(other).map(|(one, other)| one * other).sum();
                let left = matrix[row * size + column] - sum;
                if column == row {
                    if left.is_nan() || left <= 0.0 {
                        return None;
                    }
                    matrix[row * size + row] = left.sqrt();
                } else {
                    matrix[row * size + column] = left / matrix[column * size + column];
                }
            }
        }
        Some(Self { size, rows: matrix })
    }

    /// The solution of `factor * x = right`, whose square is the quadratic form of the inverse.
    pub(super) fn half_solved(&self, right: &[f64]) -> Vec<f64> {
        let mut found: Vec<f64> = Vec::with_capacity(self.size);
        for (row, right) in right.iter().enumerate() {
            let own = &self.rows[row * self.size..row * self.size + row];
            let sum: f64 = own.iter().zip(&found).map(|(one, other)| one * other).sum();
            found.push((right - sum) / self.rows[row * self.size + row]);
        }
        found
    }

    /// The inverse, by full rows.
    pub(super) fn inverse(&self) -> Vec<f64> {
        let mut halves = Vec::with_capacity(self.size * self.size);
        for at in 0..self.size {
            let mut unit = vec![0.0; self.size];
            unit[at] = 1.0;
            halves.extend(self.half_solved(&unit));
        }
        let half = |at: usize| &halves[at * self.size..(at + 1) * self.size];
        let mut inverse = Vec::with_capacity(self.size * self.size);
        for row in 0..self.size {
            for column in 0..self.size {
                inverse.push(half(row).iter().zip(half(column)).map(|(one, other)| one * other).sum());
            }
        }
        inverse
    }
}
