//! The lower half of a symmetric matrix, stored four rows at a time.

/// How many rows stand together.
pub(super) const ROWS: usize = 4;

/// The lower half of a symmetric matrix. Rows stand in panels of four: `panels[i / 4][k][i % 4]` is row `i`, column
/// `k`.
///
/// The size is filled up to a multiple of four with an identity, which changes no factor, determinant or solution.
#[derive(Clone, Debug)]
pub(crate) struct Panels {
    size: usize,
    pub(super) panels: Vec<Vec<[f64; ROWS]>>,
}

impl Panels {
    /// A matrix of zeros.
    pub(crate) fn zero(size: usize) -> Self {
        let count = size.div_ceil(ROWS);
        let panels = (0..count).map(|at| vec![[0.0; ROWS]; ROWS * (at + 1)]).collect();
        let mut matrix = Self { size, panels };
        for row in size..ROWS * count {
            matrix.panels[row / ROWS][row][row % ROWS] = 1.0;
        }
        matrix
    }

    /// How many rows there are, without those that fill up.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// An entry of the symmetric matrix.
    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        let (row, column) = if row >= column { (row, column) } else { (column, row) };
        self.panels[row / ROWS][column][row % ROWS]
    }

    /// Adds to an entry of the lower half.
    pub(crate) fn add(&mut self, row: usize, column: usize, value: f64) {
        debug_assert!(row >= column, "only the lower half is kept");
        self.panels[row / ROWS][column][row % ROWS] += value;
    }

    /// The leading rows and columns as a matrix of its own.
    pub(crate) fn leading(&self, size: usize) -> Self {
        let mut part = Self::zero(size);
        for row in 0..size {
            for column in 0..=row {
                part.panels[row / ROWS][column][row % ROWS] = self.panels[row / ROWS][column][row % ROWS];
            }
        }
        part
    }
}

/// The product of two panels over their common length: entry `[r][c]` is the sum over `k` of `left[k][r] *
/// right[k][c]`.
///
/// Plain loops over numbers: adaptors of iterators are not always inlined, and everything waits for this.
#[allow(clippy::needless_range_loop)]
pub(super) fn product(left: &[[f64; ROWS]], right: &[[f64; ROWS]]) -> [[f64; ROWS]; ROWS] {
    let length = left.len().min(right.len());
    let (left, right) = (&left[..length], &right[..length]);
    let mut sums = [[0.0; ROWS]; ROWS];
    for k in 0..length {
        let (one, other) = (left[k], right[k]);
        for row in 0..ROWS {
            for column in 0..ROWS {
                sums[row][column] += one[row] * other[column];
            }
        }
    }
    sums
}
