//! The solver of the house: branch and bound over the simplex method, every bound proved in whole numbers.
//!
//! A. Land and A. Doig, *An automatic method of solving discrete programming problems*, Econometrica 28, 1960. A case is
//! split on a row before a column: how many of a quota are chosen says more than whether one kind is.

mod case;
mod relaxation;
mod search;
#[cfg(test)]
mod tests;

use super::{Outcome, Programme, Relaxed, Session, Solver, Want, Watch};
use relaxation::Relaxation;

/// The solver of the house; needs nothing but this crate.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

impl Solver for Native {
    fn name(&self) -> &'static str {
        "native"
    }

    fn open(&self, programme: &Programme) -> Box<dyn Session> {
        Box::new(Taken { relaxation: Relaxation::of(programme), programme: programme.clone() })
    }
}

/// A programme taken up.
struct Taken {
    programme: Programme,
    relaxation: Relaxation,
}

impl Session for Taken {
    fn bound_column(&mut self, column: usize, least: i64, most: i64) {
        (self.programme.columns[column].least, self.programme.columns[column].most) = (least, most);
    }

    fn bound_row(&mut self, row: usize, least: i64, most: i64) {
        (self.programme.rows[row].least, self.programme.rows[row].most) = (least, most);
    }

    fn maximise(&mut self, goal: &[i64], want: Want, watch: &mut Watch<'_>) -> Outcome {
        search::search(&self.programme, &mut self.relaxation, goal, want, watch)
    }

    fn relax(&mut self, goal: &[i64], watch: &mut Watch<'_>) -> Option<Relaxed> {
        self.relaxation.relax(&self.programme, goal, watch)
    }
}
