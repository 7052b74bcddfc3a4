//! Shares of a whole that add up.

use std::fmt;

/// A share in hundredths of a percent, since a sum of shares must be a hundred exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

impl Share {
    /// The whole.
    pub const WHOLE: Self = Self(10_000);

    /// A share in hundredths of a percent: `Share::hundredths(1250)` is 12.5 %.
    pub const fn hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// How many hundredths of a percent it is.
    pub const fn in_hundredths(self) -> u32 {
        self.0
    }

    /// Splits the whole by weight; what rounding leaves goes to the largest remainders (Hamilton's method), the
    /// earlier first.
    ///
    /// Equal weights split evenly. Weights that count people tell those counts to whoever knows the sum, so small
    /// counts must be protected before. Nothing is shared out where all weights are zero.
    pub fn split(weights: &[u32]) -> Vec<Self> {
        let sum: u64 = weights.iter().copied().map(u64::from).sum();
        if sum == 0 {
            return vec![Self(0); weights.len()];
        }
        let whole = u64::from(Self::WHOLE.0);
        let exact: Vec<u64> = weights.iter().map(|it| u64::from(*it) * whole).collect();
        let mut shares: Vec<u64> = exact.iter().map(|it| it / sum).collect();
        let left = whole - shares.iter().sum::<u64>();
        let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
        by_remainder.sort_by_key(|at| (std::cmp::Reverse(exact[*at] % sum), *at));
        for at in by_remainder.into_iter().take(left as usize) {
            shares[at] += 1;
        }
        shares.into_iter().map(|it| Self(it as u32)).collect()
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(f, "{whole}"),
            _ if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            _ => write!(f, "{whole}.{part:02}"),
        }
    }
}
