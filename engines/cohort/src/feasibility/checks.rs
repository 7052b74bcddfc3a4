//! What can be seen without any search, each in a sentence.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Instance, Standing};

/// A contradiction that can be seen without any search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Contradiction {
    /// A quota asks for more people than there are.
    #[error(
        "The quota {label:?} asks for at least {least}, but only {available} such people may be chosen. Lower it, or admit more."
    )]
    TooFew {
        /// The quota.
        label: String,
        /// What it asks for.
        least: u32,
        /// Who is there.
        available: usize,
    },
    /// More are held in than a quota allows.
    #[error(
        "{held} people who are in already count for the quota {label:?}, which allows {most}. Raise it, or release somebody."
    )]
    TooManyHeld {
        /// The quota.
        label: String,
        /// What it allows.
        most: u32,
        /// Who is held in.
        held: usize,
    },
    /// More are held in than there are places.
    #[error("{held} people are in already, for {places} places. Raise the size of the cohort, or release somebody.")]
    TooManyIn {
        /// The size.
        places: u32,
        /// Who is held in.
        held: usize,
    },
    /// The least of a category add up to too much.
    #[error(
        "The quotas of {category:?} ask for at least {sum} people together, for {places} places. Lower some of them."
    )]
    LeastTooHigh {
        /// The category.
        category: String,
        /// All least together.
        sum: u64,
        /// The size.
        places: u32,
    },
    /// The most of a category add up to too little, and everybody belongs to it.
    #[error("The quotas of {category:?} allow at most {sum} people together, for {places} places. Raise some of them.")]
    MostTooLow {
        /// The category.
        category: String,
        /// All most together.
        sum: u64,
        /// The size.
        places: u32,
    },
    /// Two who share a key are both held in.
    #[error(
        "{first:?} and {second:?} are both in already, but share {key:?}, of which at most one is chosen. Release one."
    )]
    SharedKey {
        /// The key.
        key: String,
        /// One.
        first: String,
        /// The other.
        second: String,
    },
}

/// Every contradiction that can be seen without any search.
pub fn contradictions(instance: &Instance) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let standings = instance.standings();
    let held: Vec<usize> = (0..standings.len()).filter(|it| standings[*it] == Standing::In).collect();
    if held.len() > instance.size() as usize {
        found.push(Contradiction::TooManyIn { places: instance.size(), held: held.len() });
    }
    let mut available = vec![0; instance.quotas().len()];
    let mut inside = vec![0; instance.quotas().len()];
    for (at, standing) in standings.iter().enumerate().filter(|it| *it.1 != Standing::Out) {
        for quota in instance.met(at) {
            available[*quota] += 1;
            inside[*quota] += usize::from(*standing == Standing::In);
        }
    }
    for (at, quota) in instance.quotas().iter().enumerate() {
        if available[at] < quota.least as usize {
            let (label, least) = (quota.label.clone(), quota.least);
            found.push(Contradiction::TooFew { label, least, available: available[at] });
        }
        if inside[at] > quota.most as usize {
            let (label, most) = (quota.label.clone(), quota.most);
            found.push(Contradiction::TooManyHeld { label, most, held: inside[at] });
        }
    }
    categories(instance, &standings, &mut found);
    let mut keys: BTreeMap<&str, &str> = BTreeMap::new();
    for it in held.iter().map(|it| &instance.applicants()[*it]) {
        if let Some(key) = it.exclusive.as_deref()
            && let Some(first) = keys.insert(key, &it.id)
        {
            found.push(Contradiction::SharedKey { key: key.into(), first: first.into(), second: it.id.clone() });
        }
    }
    found
}

/// The values of a category exclude each other: their least must leave room, and their most must fill it.
fn categories(instance: &Instance, standings: &[Standing], found: &mut Vec<Contradiction>) {
    let mut values: BTreeMap<&str, BTreeMap<&str, (u32, u32)>> = BTreeMap::new();
    for quota in instance.quotas() {
        if let [only] = quota.all_of.as_slice() {
            let value = values.entry(&only.category).or_default().entry(&only.value).or_insert((0, u32::MAX));
            *value = (value.0.max(quota.least), value.1.min(quota.most));
        }
    }
    let places = instance.size();
    for (category, values) in values {
        let least: u64 = values.values().map(|it| u64::from(it.0)).sum();
        if least > places.into() {
            found.push(Contradiction::LeastTooHigh { category: category.into(), sum: least, places });
        }
        let known: BTreeSet<&str> = values.keys().copied().collect();
        let covers = instance
            .applicants()
            .iter()
            .zip(standings)
            .filter(|it| *it.1 != Standing::Out)
            .all(|it| it.0.attributes.get(category).is_some_and(|it| known.contains(it.as_str())));
        let most: u64 = values.values().map(|it| u64::from(it.1)).sum();
        if covers && most < places.into() {
            found.push(Contradiction::MostTooLow { category: category.into(), sum: most, places });
        }
    }
}
