//! A lottery over panels, in whole numbers.

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use super::Kinds;

/// The weights of all panels together. What leaves floating point is rounded to whole parts of it.
pub const WHOLE: u64 = 1_000_000_000_000;

/// How many of each kind, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// How many of each kind.
    pub counts: Vec<u32>,
    /// How often, in parts of `WHOLE`.
    pub weight: u64,
}

/// Panels and how often each is drawn; the weights add up to `WHOLE`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lottery {
    /// Who is alike.
    pub kinds: Kinds,
    /// The panels.
    pub panels: Vec<Panel>,
}

impl Lottery {
    /// The expected number of each kind, in parts of `WHOLE`.
    pub fn expected(&self) -> Vec<u128> {
        let mut sums = vec![0_u128; self.kinds.len()];
        for panel in &self.panels {
            for (sum, count) in sums.iter_mut().zip(&panel.counts) {
                *sum += u128::from(*count) * u128::from(panel.weight);
            }
        }
        sums
    }

    /// The exact chance of one member of each kind.
    pub fn chances(&self) -> Vec<BigRational> {
        let of = |(sum, kind): (u128, &super::Kind)| {
            let members = BigInt::from(kind.members.len()) * BigInt::from(WHOLE);
            BigRational::new(BigInt::from(sum), members)
        };
        self.expected().into_iter().zip(&self.kinds.0).map(of).collect()
    }

    /// The chance of each applicant, to be shown; zero for those who are out.
    pub fn chance_of_each(&self, applicants: usize) -> Vec<f64> {
        let mut chances = vec![0.0; applicants];
        for (sum, kind) in self.expected().into_iter().zip(&self.kinds.0) {
            for member in &kind.members {
                chances[*member] = sum as f64 / (kind.members.len() as f64 * WHOLE as f64);
            }
        }
        chances
    }
}
