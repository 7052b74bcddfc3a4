//! Whole numbers of two sizes: the small one is fast, the great one holds what the small one might not.

use std::ops::{Add, Neg, Shl, Shr, Sub};

/// What costs and prices are counted in.
pub(crate) trait Number:
    Copy
    + Ord
    + Add<Output = Self>
    + Sub<Output = Self>
    + Neg<Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
{
    /// Nothing.
    const ZERO: Self;
    /// The least that there is.
    const LEAST: Self;

    /// The number, if it fits.
    fn fitting(value: i128) -> Option<Self>;

    /// The number in the great size.
    fn wide(self) -> i128;
}

impl Number for i64 {
    const ZERO: Self = 0;
    const LEAST: Self = Self::MIN;

    fn fitting(value: i128) -> Option<Self> {
        Self::try_from(value).ok()
    }

    fn wide(self) -> i128 {
        self.into()
    }
}

impl Number for i128 {
    const ZERO: Self = 0;
    const LEAST: Self = Self::MIN;

    fn fitting(value: i128) -> Option<Self> {
        Some(value)
    }

    fn wide(self) -> i128 {
        self
    }
}
