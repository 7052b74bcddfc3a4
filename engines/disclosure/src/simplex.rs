//! Linear programmes in exact fractions: variables between bounds, equations between them.
//!
//! The simplex method for bounded variables (V. Chvátal, *Linear Programming*, 1983, chapters 2, 3 and 8): every
//! variable outside the basis stands at zero; one that reaches its upper bound is replaced by its distance from it.
//! The dearest column enters at first and the foremost later (Bland's rule), so that it always ends.

use std::cmp::Ordering;

use crate::ratio::Ratio;

/// How many steps follow the dearest column before Bland's rule takes over.
const HURRY: usize = 400;

/// Where a row has no variable of its own yet.
const NOBODY: usize = usize::MAX;

/// A programme: equations over variables from zero up to their bounds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Programme {
    pub(crate) upper: Vec<Option<Ratio>>,
    pub(crate) rows: Vec<(Vec<(usize, Ratio)>, Ratio)>,
}

impl Programme {
    /// A new variable between zero and a bound.
    pub(crate) fn variable(&mut self, upper: Option<u64>) -> usize {
        self.upper.push(upper.map(|it| Ratio::whole(it.into())));
        self.upper.len() - 1
    }

    /// The sum of these variables, each times its factor, is this.
    pub(crate) fn equation(&mut self, terms: Vec<(usize, Ratio)>, sum: Ratio) {
        self.rows.push((terms, sum));
    }
}

/// What came of a programme.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// The greatest value, and a point that reaches it.
    Greatest(Ratio, Vec<Ratio>),
    /// There is no greatest value.
    Endless,
}

/// A programme with a point that fits all equations.
#[derive(Clone, Debug)]
pub(crate) struct Tableau {
    cells: Vec<Vec<Ratio>>,
    right: Vec<Ratio>,
    basis: Vec<usize>,
    upper: Vec<Option<Ratio>>,
    /// Whether a variable is told by its distance from its upper bound.
    turned: Vec<bool>,
}

/// Why there is no tableau, or no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// No point fits all equations.
    Impossible,
    /// The fractions grew too large to be exact.
    TooLarge,
}

type Step<T> = Result<T, Stuck>;

fn exact<T>(value: Option<T>) -> Step<T> {
    value.ok_or(Stuck::TooLarge)
}

impl Tableau {
    /// Finds a point that fits.
    pub(crate) fn of(programme: &Programme) -> Step<Self> {
        let width = programme.upper.len();
        let mut tableau = Self {
            cells: Vec::new(),
            right: Vec::new(),
            basis: Vec::new(),
            upper: programme.upper.clone(),
            turned: vec![false; width],
        };
        for (terms, sum) in &programme.rows {
            let mut row = vec![Ratio::ZERO; width];
            for (at, factor) in terms {
                row[*at] = exact(row[*at].plus(*factor))?;
            }
            let negative = sum.is_negative();
            if negative {
                for it in &mut row {
                    *it = it.negative();
                }
            }
            tableau.cells.push(row);
            tableau.right.push(if negative { sum.negative() } else { *sum });
            tableau.basis.push(NOBODY);
        }
        tableau.seat_everybody()?;
        Ok(tableau)
    }

    /// Gives every row a variable of its own, by making what rows lack as small as it can be.
    fn seat_everybody(&mut self) -> Step<()> {
        let mut gain = vec![Ratio::ZERO; self.upper.len()];
        for (row, _) in self.cells.iter().zip(&self.basis) {
            for (at, factor) in row.iter().enumerate().filter(|(_, it)| !it.is_zero()) {
                gain[at] = exact(gain[at].plus(*factor))?;
            }
        }
        self.climb(&mut gain)?;
        let lacking = |it: &Self, row: usize| it.basis[row] == NOBODY;
        if (0..self.basis.len()).any(|row| lacking(self, row) && !self.right[row].is_zero()) {
            return Err(Stuck::Impossible);
        }
        for row in (0..self.basis.len()).rev().filter(|row| self.basis[*row] == NOBODY).collect::<Vec<_>>() {
            match self.cells[row].iter().position(|it| !it.is_zero()) {
                Some(column) => self.pivot(row, column, &mut gain)?,
                None => self.drop_row(row),
            }
        }
        Ok(())
    }

    /// A row that says nothing new.
    fn drop_row(&mut self, row: usize) {
        self.cells.remove(row);
        self.right.remove(row);
        self.basis.remove(row);
    }

    /// The greatest value of a sum of variables, each times its factor.
    pub(crate) fn greatest(&mut self, goal: &[(usize, Ratio)]) -> Step<Answer> {
        let mut gain = vec![Ratio::ZERO; self.upper.len()];
        for (at, factor) in goal {
            gain[*at] = if self.turned[*at] { factor.negative() } else { *factor };
        }
        for (row, owner) in self.basis.iter().enumerate() {
            let worth = gain[*owner];
            if !worth.is_zero() {
                for (at, factor) in self.cells[row].iter().enumerate().filter(|(_, it)| !it.is_zero()) {
                    gain[at] = exact(worth.times(*factor).and_then(|it| gain[at].minus(it)))?;
                }
            }
        }
        if !self.climb(&mut gain)? {
            return Ok(Answer::Endless);
        }
        let point = self.point()?;
        let mut value = Ratio::ZERO;
        for (at, factor) in goal {
            value = exact(factor.times(point[*at]).and_then(|it| value.plus(it)))?;
        }
        Ok(Answer::Greatest(value, point))
    }

    /// Where the tableau stands.
    pub(crate) fn point(&self) -> Step<Vec<Ratio>> {
        let mut point = vec![Ratio::ZERO; self.upper.len()];
        for (row, owner) in self.basis.iter().enumerate().filter(|(_, it)| **it != NOBODY) {
            point[*owner] = self.right[row];
        }
        for (at, turned) in self.turned.iter().enumerate() {
            if *turned {
                let upper = exact(self.upper[at])?;
                point[at] = exact(upper.minus(point[at]))?;
            }
        }
        Ok(point)
    }

    /// Steps while a step gains; says whether there is an end to it.
    fn climb(&mut self, gain: &mut [Ratio]) -> Step<bool> {
        for step in 0.. {
            let Some(column) = entering(gain, step < HURRY)? else { return Ok(true) };
            match self.limit(column)? {
                None => return Ok(false),
                Some(Limit::Own) => self.turn(column, gain)?,
                Some(Limit::Floor(row)) => self.pivot(row, column, gain)?,
                Some(Limit::Ceiling(row)) => {
                    self.turn_owner(row)?;
                    self.pivot(row, column, gain)?;
                }
            }
        }
        Ok(true)
    }

    /// What stops a variable that grows: its own bound, or another that falls to zero or rises to its bound.
    fn limit(&self, column: usize) -> Step<Option<Limit>> {
        let mut best: Option<(Ratio, usize, Limit)> = self.upper[column].map(|it| (it, column, Limit::Own));
        for row in 0..self.basis.len() {
            let (slope, owner) = (self.cells[row][column], self.basis[row]);
            let (room, limit) = if slope.is_positive() {
                (exact(self.right[row].by(slope))?, Limit::Floor(row))
            } else if slope.is_negative() && owner != NOBODY && self.upper[owner].is_some() {
                let above = exact(exact(self.upper[owner])?.minus(self.right[row]))?;
                (exact(above.by(slope.negative()))?, Limit::Ceiling(row))
            } else {
                continue;
            };
            let nearer = match &best {
                None => true,
                Some((least, first, _)) => match exact(room.against(*least))? {
                    Ordering::Less => true,
                    // What no variable owns leaves first: it must not come back.
                    Ordering::Equal => owner == NOBODY || (*first != NOBODY && owner < *first),
                    Ordering::Greater => false,
                },
            };
            if nearer {
                best = Some((room, owner, limit));
            }
        }
        Ok(best.map(|(_, _, limit)| limit))
    }

    /// Tells a variable outside the basis by its distance from its upper bound.
    fn turn(&mut self, column: usize, gain: &mut [Ratio]) -> Step<()> {
        let upper = exact(self.upper[column])?;
        for (row, right) in self.cells.iter_mut().zip(&mut self.right) {
            if !row[column].is_zero() {
                *right = exact(row[column].times(upper).and_then(|it| right.minus(it)))?;
                row[column] = row[column].negative();
            }
        }
        gain[column] = gain[column].negative();
        self.turned[column] = !self.turned[column];
        Ok(())
    }

    /// Tells the variable of a row by its distance from its upper bound.
    fn turn_owner(&mut self, row: usize) -> Step<()> {
        let owner = self.basis[row];
        self.right[row] = exact(exact(self.upper[owner])?.minus(self.right[row]))?;
        for (at, it) in self.cells[row].iter_mut().enumerate() {
            if at != owner {
                *it = it.negative();
            }
        }
        self.turned[owner] = !self.turned[owner];
        Ok(())
    }

    /// Gives a row to another variable.
    fn pivot(&mut self, row: usize, column: usize, gain: &mut [Ratio]) -> Step<()> {
        let slope = self.cells[row][column];
        if slope != Ratio::ONE {
            for it in self.cells[row].iter_mut().filter(|it| !it.is_zero()) {
                *it = exact(it.by(slope))?;
            }
            self.right[row] = exact(self.right[row].by(slope))?;
        }
        let filled: Vec<(usize, Ratio)> =
            self.cells[row].iter().copied().enumerate().filter(|(_, it)| !it.is_zero()).collect();
        let right = self.right[row];
        for other in (0..self.cells.len()).filter(|it| *it != row) {
            let factor = self.cells[other][column];
            if !factor.is_zero() {
                take(&mut self.cells[other], &filled, factor)?;
                self.right[other] = exact(factor.times(right).and_then(|it| self.right[other].minus(it)))?;
            }
        }
        let factor = gain[column];
        if !factor.is_zero() {
            take(gain, &filled, factor)?;
        }
        self.basis[row] = column;
        Ok(())
    }
}

/// Takes a row, so many times, from another.
fn take(from: &mut [Ratio], row: &[(usize, Ratio)], times: Ratio) -> Step<()> {
    for (at, it) in row {
        from[*at] = exact(it.times(times).and_then(|it| from[*at].minus(it)))?;
    }
    Ok(())
}

/// The column that gains by growing.
fn entering(gain: &[Ratio], hurry: bool) -> Step<Option<usize>> {
    let mut best: Option<usize> = None;
    for (at, it) in gain.iter().enumerate().filter(|(_, it)| it.is_positive()) {
        match best {
            Some(_) if !hurry => break,
            Some(before) if exact(it.against(gain[before]))? != Ordering::Greater => {}
            _ => best = Some(at),
        }
    }
    Ok(best)
}

/// What stops a variable that grows.
enum Limit {
    Own,
    Floor(usize),
    Ceiling(usize),
}
