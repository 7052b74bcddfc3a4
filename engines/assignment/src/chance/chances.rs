//! How likely each pair is to be assigned.

use sha2::{Digest, Sha256};

use super::rounding;
use crate::exact::pairings;
use crate::model::Round;

/// How likely each pair is to be assigned: whole parts of a whole, so that everything adds up exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chances {
    /// How many parts certainty has.
    pub whole: i64,
    /// The parts of each pair of [`Round::pairs`].
    pub parts: Vec<i64>,
}

/// How scattered chances are, for comparison with published figures (Y. E. Xu et al. 2023, *A one-size-fits-all
/// approach to improving randomness in paper assignment*, section 5). All are plain numbers without a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scatter {
    /// The greatest chance of a pair.
    pub greatest: f64,
    /// The mean over applications of the greatest chance of a reader.
    pub mean_greatest: f64,
    /// How many pairs have a chance of a millionth or more.
    pub support: usize,
    /// The entropy, in nats.
    pub entropy: f64,
    /// The root of the sum of squares.
    pub norm: f64,
}

impl Chances {
    /// The expected total affinity, in millionths times `whole`.
    pub fn expected_parts(&self, round: &Round) -> i128 {
        let sum = round.pairs().iter().zip(&self.parts);
        sum.map(|(pair, parts)| i128::from(pair.affinity.in_millionths()) * i128::from(*parts)).sum()
    }

    /// The expected total affinity, in wholes.
    pub fn expected_total(&self, round: &Round) -> f64 {
        self.expected_parts(round) as f64 / self.whole as f64 / 1e6
    }

    /// The chance of a pair, between 0 and 1.
    pub fn of(&self, pair: usize) -> f64 {
        self.parts[pair] as f64 / self.whole as f64
    }

    /// How scattered they are.
    pub fn scatter(&self, round: &Round) -> Scatter {
        let all = || (0..self.parts.len()).map(|it| self.of(it));
        let greatest_of = |application| round.pairs_of(application).map(|it| self.of(it)).fold(0.0, f64::max);
        let applications = round.applications().len();
        Scatter {
            greatest: all().fold(0.0, f64::max),
            mean_greatest: (0..applications).map(greatest_of).sum::<f64>() / applications.max(1) as f64,
            support: all().filter(|it| *it >= 1e-6).count(),
            entropy: -all().filter(|it| *it > 0.0).map(|it| it * libm::log(it)).sum::<f64>(),
            norm: all().map(|it| it * it).sum::<f64>().sqrt(),
        }
    }

    /// Draws an assignment in which each pair stands with just its chance. Every number of readings, load and rule is kept in
    /// every draw, and the same seed draws the same assignment (E. Budish, Y.-K. Che, F. Kojima and P. Milgrom 2013, American
    /// Economic Review 103, section III; the cycles as in R. Gandhi et al. 2006, Journal of the ACM 53, section 2). Gives the
    /// numbers of the chosen pairs, rising.
    pub fn draw(&self, round: &Round, seed: &[u8; 32]) -> Vec<usize> {
        rounding::draw(round, self, seed)
    }

    /// A fingerprint of the chances: SHA-256 of one line `application TAB reviewer TAB parts` for each possible pair, in the
    /// order of ids, under a first line with `whole`.
    pub fn fingerprint(&self, round: &Round) -> [u8; 32] {
        let mut sum = Sha256::new();
        sum.update(format!("{}\n", self.whole));
        let possible: Vec<usize> = (0..self.parts.len()).filter(|it| self.parts[*it] > 0).collect();
        for (pair, it) in pairings(round, &possible).into_iter().zip(possible) {
            sum.update(format!("{}\t{}\t{}\n", pair.application, pair.reviewer, self.parts[it]));
        }
        sum.finalize().into()
    }
}
