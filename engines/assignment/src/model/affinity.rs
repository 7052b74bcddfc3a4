//! Affinities: how well a reviewer fits an application, exact to a millionth.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How many units make one whole.
const ONE: i64 = 1_000_000;

/// How well a reviewer fits an application, or a sum of such fits, in millionths.
///
/// It is kept as a whole number, so that totals are exact and the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Affinity(i64);

impl Affinity {
    /// No fit at all. A pair of affinity zero may be assigned; one that is not listed may not, unless the sheets say so.
    pub const ZERO: Self = Self(0);
    /// The greatest single affinity: ten thousand wholes. Greater figures are refused, so that no sum can overflow.
    pub const GREATEST: Self = Self(10_000 * ONE);

    /// So many millionths.
    pub const fn millionths(value: i64) -> Self {
        Self(value)
    }

    /// The number of millionths.
    pub const fn in_millionths(self) -> i64 {
        self.0
    }

    /// The nearest millionth to a figure, halves away from zero.
    ///
    /// # Errors
    /// If the figure is no number, or beyond [`Affinity::GREATEST`].
    pub fn nearest(figure: f64) -> Result<Self, NoAffinity> {
        if !figure.is_finite() {
            return Err(NoAffinity::NoNumber(figure.to_string()));
        }
        let units = libm::round(figure * 1e6);
        if units.abs() > Self::GREATEST.0 as f64 { Err(NoAffinity::TooGreat) } else { Ok(Self(units as i64)) }
    }

    /// The same as a fraction of wholes, for showing and drawing only.
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1e6
    }
}

/// Why a figure is not an affinity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAffinity {
    /// Words, nothing, NaN or infinity.
    #[error("“{0}” is not a number; write an affinity as a decimal figure such as 0.75")]
    NoNumber(String),
    /// Beyond the greatest.
    #[error("an affinity lies between -10000 and 10000; divide all affinities by the same number")]
    TooGreat,
}

impl FromStr for Affinity {
    type Err = NoAffinity;

    /// Reads a decimal figure with a point: `0.75`, `-1`, `1e-3`.
    fn from_str(words: &str) -> Result<Self, NoAffinity> {
        let figure: f64 = words.trim().parse().map_err(|_| NoAffinity::NoNumber(words.trim().to_owned()))?;
        Self::nearest(figure)
    }
}

impl fmt::Display for Affinity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let (whole, part) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        let digits = format!("{part:06}");
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() { write!(out, "{sign}{whole}") } else { write!(out, "{sign}{whole}.{digits}") }
    }
}

impl Add for Affinity {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Affinity {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Affinity {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Affinity {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.map(|it| it.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_and_printed_to_the_millionth() {
        let printed = |it: &str| it.parse::<Affinity>().map(|it| it.to_string());
        assert_eq!(printed(" 949.25 "), Ok("949.25".to_owned()));
        assert_eq!(printed("-0.0000005"), Ok("-0.000001".to_owned()));
        assert_eq!(printed("1e-3"), Ok("0.001".to_owned()));
    }

    #[test]
    fn what_is_no_number_is_refused_in_a_sentence() {
        for words in ["", "high", "NaN", "inf"] {
            assert!(matches!(words.parse::<Affinity>(), Err(NoAffinity::NoNumber(_))), "{words}");
        }
        assert_eq!("1e9".parse::<Affinity>(), Err(NoAffinity::TooGreat));
    }
}
