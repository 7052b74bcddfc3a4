//! What a cohort must look like.

use serde::{Deserialize, Serialize};

/// How many of those who meet all conditions are to be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// What people call it: `women under 30`. Two quotas have two labels.
    pub label: String,
    /// The conditions, all of which must be met; several make the quota intersectional, none makes it one of everybody.
    pub all_of: Vec<Condition>,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
    /// How low the least may be set if the quotas cannot be met; not below `least` if it may not be lowered.
    pub least_flex: u32,
    /// How high the most may be set if the quotas cannot be met; not above `most` if it may not be raised.
    pub most_flex: u32,
    /// Which quotas give way first: class 1 before class 2 and so on; class 0 never gives way.
    pub priority: u8,
}

impl Quota {
    /// A quota of one value of one category, which may give way as far as it must.
    pub fn of(category: impl Into<String>, value: impl Into<String>, least: u32, most: u32) -> Self {
        let condition = Condition { category: category.into(), value: value.into() };
        Self {
            label: format!("{}: {}", condition.category, condition.value),
            all_of: vec![condition],
            least,
            most,
            least_flex: 0,
            most_flex: u32::MAX,
            priority: 1,
        }
    }

    /// The same quota with bounds for giving way.
    #[must_use]
    pub fn with_flex(mut self, least: u32, most: u32) -> Self {
        (self.least_flex, self.most_flex) = (least, most);
        self
    }

    /// How far the least may be lowered.
    pub fn may_lower(&self) -> u32 {
        if self.priority == 0 { 0 } else { self.least.saturating_sub(self.least_flex) }
    }

    /// How far the most may be raised.
    pub fn may_raise(&self) -> u32 {
        if self.priority == 0 { 0 } else { self.most_flex.saturating_sub(self.most) }
    }
}

/// One category has one value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Condition {
    /// For example `country`.
    pub category: String,
    /// For example `Kenya`.
    pub value: String,
}
