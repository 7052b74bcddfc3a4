//! Whole-number programmes: how many of each kind, under rows that count.

/// A row: least and most of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The sum is not below this.
    pub least: i64,
    /// The sum is not above this.
    pub most: i64,
}

/// A column: a whole number between bounds, and how much one of it adds to each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The number is not below this.
    pub least: i64,
    /// The number is not above this.
    pub most: i64,
    /// Row and factor; each row at most once, in rising order.
    pub entries: Vec<(usize, i64)>,
}

/// All points that a solver may choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// The rows.
    pub rows: Vec<Range>,
    /// The columns.
    pub columns: Vec<Column>,
}

impl Programme {
    /// Whether a point keeps every bound and every row, in whole numbers.
    pub fn holds(&self, point: &[i64]) -> bool {
        if point.len() != self.columns.len() {
            return false;
        }
        let mut sums = vec![0_i128; self.rows.len()];
        for (column, count) in self.columns.iter().zip(point) {
            if *count < column.least || *count > column.most {
                return false;
            }
            for (row, factor) in &column.entries {
                sums[*row] += i128::from(*factor) * i128::from(*count);
            }
        }
        self.rows.iter().zip(sums).all(|(row, sum)| sum >= row.least.into() && sum <= row.most.into())
    }
}

/// What a point is worth, in whole numbers.
pub fn worth(goal: &[i64], point: &[i64]) -> i128 {
    goal.iter().zip(point).map(|(goal, count)| i128::from(*goal) * i128::from(*count)).sum()
}
