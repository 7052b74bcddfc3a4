//! Whether an assignment keeps everything that the sheets say, and what it comes to.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Affinity, Pairing, Sheets, Unlisted};

/// What an assignment comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The sum of all affinities.
    pub total: Affinity,
    /// The least sum of one application.
    pub least_score: Affinity,
}

/// Something that the sheets forbid or ask for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// A pair of which one is unknown.
    #[error("{} or {} is not in the sheets", .0.application, .0.reviewer)]
    Unknown(Pairing),
    /// A pair twice.
    #[error("{} is given to {} twice", .0.application, .0.reviewer)]
    Twice(Pairing),
    /// A pair in conflict.
    #[error("{} is given to {}, who are in conflict", .0.application, .0.reviewer)]
    Conflict(Pairing),
    /// A pair without an affinity where none is supposed.
    #[error("{} is given to {}, for whom the sheets have no affinity", .0.application, .0.reviewer)]
    NotListed(Pairing),
    /// A frozen pair that is not there.
    #[error("{} is not given to {}, although that pair is frozen", .0.application, .0.reviewer)]
    NotFrozen(Pairing),
    /// Too many or too few readings.
    #[error("{application} has {found} readers instead of {readings}")]
    Readings {
        /// The application.
        application: String,
        /// How many it has.
        found: u32,
        /// How many it needs.
        readings: u32,
    },
    /// A load out of its bounds.
    #[error("{reviewer} reads {found} applications, which is not between {at_least} and {at_most}")]
    Load {
        /// The reviewer.
        reviewer: String,
        /// How many they read.
        found: u32,
        /// The fewest.
        at_least: u32,
        /// The most.
        at_most: u32,
    },
    /// A rule that is not kept.
    #[error("{application} has {found} readers with {of}: {value}, which the rule does not allow")]
    Rule {
        /// The application.
        application: String,
        /// The trait.
        of: String,
        /// Its value.
        value: String,
        /// How many readers have it.
        found: u32,
    },
}

/// Counts an assignment.
///
/// # Errors
/// Every [`Breach`] of the sheets.
pub fn count(sheets: &Sheets, pairs: &[Pairing]) -> Result<Counted, Vec<Breach>> {
    let fits: BTreeMap<&Pairing, Affinity> = sheets.affinities.iter().map(|it| (&it.pair, it.affinity)).collect();
    let conflicts: BTreeSet<&Pairing> = sheets.conflicts.iter().collect();
    let frozen: BTreeSet<&Pairing> = sheets.frozen.iter().collect();
    let mut readers: BTreeMap<&str, Vec<&str>> =
        sheets.applications.iter().map(|it| (it.id.as_str(), Vec::new())).collect();
    let mut loads: BTreeMap<&str, u32> = sheets.reviewers.iter().map(|it| (it.id.as_str(), 0)).collect();
    let mut scores: BTreeMap<&str, Affinity> = readers.keys().map(|it| (*it, Affinity::ZERO)).collect();
    let mut breaches = Vec::new();
    let mut seen = BTreeSet::new();
    for pair in pairs {
        let (Some(of), Some(load)) =
            (readers.get_mut(pair.application.as_str()), loads.get_mut(pair.reviewer.as_str()))
        else {
            breaches.push(Breach::Unknown(pair.clone()));
            continue;
        };
        of.push(&pair.reviewer);
        *load += 1;
        if !seen.insert(pair) {
            breaches.push(Breach::Twice(pair.clone()));
        }
        if conflicts.contains(pair) {
            breaches.push(Breach::Conflict(pair.clone()));
        }
        let fit = fits.get(pair).copied().or(match sheets.unlisted {
            Unlisted::Worth(affinity) => Some(affinity),
            Unlisted::Forbidden => frozen.contains(pair).then_some(Affinity::ZERO),
        });
        match (fit, scores.get_mut(pair.application.as_str())) {
            (Some(fit), Some(score)) => *score = *score + fit,
            _ => breaches.push(Breach::NotListed(pair.clone())),
        }
    }
    breaches.extend(sheets.frozen.iter().filter(|it| !seen.contains(it)).map(|it| Breach::NotFrozen(it.clone())));
    for it in &sheets.applications {
        let (application, readings) = (it.id.clone(), it.readings);
        let found = readers[it.id.as_str()].len() as u32;
        if found != readings {
            breaches.push(Breach::Readings { application, found, readings });
        }
    }
    for it in &sheets.reviewers {
        let found = loads[it.id.as_str()];
        if found < it.at_least || found > it.at_most {
            let (reviewer, at_least, at_most) = (it.id.clone(), it.at_least, it.at_most);
            breaches.push(Breach::Load { reviewer, found, at_least, at_most });
        }
    }
    breaches.extend(broken_rules(sheets, &readers));
    if !breaches.is_empty() {
        return Err(breaches);
    }
    Ok(Counted {
        total: scores.values().copied().sum(),
        least_score: scores.values().copied().min().unwrap_or_default(),
    })
}

fn broken_rules(sheets: &Sheets, readers: &BTreeMap<&str, Vec<&str>>) -> Vec<Breach> {
    let traits: BTreeMap<&str, &BTreeMap<String, String>> =
        sheets.reviewers.iter().map(|it| (it.id.as_str(), &it.traits)).collect();
    let mut breaches = Vec::new();
    for rule in &sheets.rules {
        let known: BTreeSet<&String> = traits.values().filter_map(|it| it.get(&rule.of)).collect();
        for value in known.into_iter().filter(|it| rule.value.as_ref().is_none_or(|wanted| wanted == *it)) {
            for (application, of) in readers {
                let found = of.iter().filter(|it| traits[**it].get(&rule.of) == Some(value)).count() as u32;
                if found < rule.at_least || rule.at_most.is_some_and(|most| found > most) {
                    let (of, value) = (rule.of.clone(), value.clone());
                    breaches.push(Breach::Rule { application: (*application).to_owned(), of, value, found });
                }
            }
        }
    }
    breaches
}
