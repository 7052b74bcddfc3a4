//! Fractions that are exact or say that they cannot be.

use std::cmp::Ordering;

/// A fraction in lowest terms with a denominator above zero. Arithmetic gives nothing where it would overflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    pub(crate) const ZERO: Self = Self::whole(0);
    pub(crate) const ONE: Self = Self::whole(1);

    pub(crate) const fn whole(value: i128) -> Self {
        Self { over: value, under: 1 }
    }

    fn lowest(over: i128, under: i128) -> Option<Self> {
        let common = gcd(over.unsigned_abs(), under.unsigned_abs());
        let common = i128::try_from(common).ok().filter(|it| *it != 0)?;
        let sign = under.signum();
        Some(Self { over: over.checked_div(common)?.checked_mul(sign)?, under: (under / common).checked_mul(sign)? })
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        if self.under == 1 && other.under == 1 {
            return self.over.checked_add(other.over).map(Self::whole);
        }
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        Self::lowest(left.checked_add(right)?, self.under.checked_mul(other.under)?)
    }

    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negative())
    }

    pub(crate) fn times(self, other: Self) -> Option<Self> {
        if self.under == 1 && other.under == 1 {
            return self.over.checked_mul(other.over).map(Self::whole);
        }
        Self::lowest(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?)
    }

    /// Nothing also where the other is zero.
    pub(crate) fn by(self, other: Self) -> Option<Self> {
        if other == Self::ONE {
            return Some(self);
        }
        Self::lowest(self.over.checked_mul(other.under)?, self.under.checked_mul(other.over)?)
    }

    pub(crate) const fn negative(self) -> Self {
        Self { over: -self.over, under: self.under }
    }

    pub(crate) const fn is_zero(self) -> bool {
        self.over == 0
    }

    pub(crate) const fn is_positive(self) -> bool {
        self.over > 0
    }

    pub(crate) const fn is_negative(self) -> bool {
        self.over < 0
    }

    pub(crate) const fn is_whole(self) -> bool {
        self.under == 1
    }

    /// The greatest whole number that is not above it.
    pub(crate) const fn floor(self) -> i128 {
        self.over.div_euclid(self.under)
    }

    /// Which is greater; nothing where that cannot be told.
    pub(crate) fn against(self, other: Self) -> Option<Ordering> {
        self.minus(other).map(|it| it.over.cmp(&0))
    }
}

const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
