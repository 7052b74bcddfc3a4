//! Bands: counts told as from–to.

use serde::{Deserialize, Serialize};

/// From a count to a count, both within; the last band has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Band {
    /// The least count in it.
    pub from: u32,
    /// The greatest count in it.
    pub to: Option<u32>,
}

/// The bands of a publication, declared once for all its views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands(Vec<u32>);

impl Bands {
    /// Bands by where each begins, after zero, which always stands alone. What is out of order is put in order.
    pub fn beginning_at(starts: impl IntoIterator<Item = u32>) -> Self {
        let mut starts: Vec<u32> = starts.into_iter().chain([1]).filter(|it| *it > 0).collect();
        starts.sort_unstable();
        starts.dedup();
        Self(starts)
    }

    /// The band of a count; none for zero, which is told as it is.
    pub fn of(&self, count: u32) -> Option<Band> {
        let at = self.0.iter().rposition(|from| *from <= count)?;
        Some(Band { from: self.0[at], to: self.0.get(at + 1).map(|next| next - 1) })
    }
}

impl Default for Bands {
    /// 1–4, 5–9, 10–19, 20–49, 50 and more.
    fn default() -> Self {
        Self::beginning_at([1, 5, 10, 20, 50])
    }
}
