//! Audits of one state of a decision after another, most of whose parts stay as they were.

use std::collections::BTreeMap;

use crate::audit::{Contradiction, Exposure};
use crate::integer::System;
use crate::parts::{Part, parts};
use crate::published::Figure;
use crate::view::Sum;
use crate::witness::Witnesses;

/// What was found of parts, by the first of their keys. A part is known again only if it is the very same question, so
/// that what is remembered is what an audit would find.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    parts: BTreeMap<String, Vec<Known>>,
    witnesses: Witnesses,
}

/// A part that was audited, and what came of it.
#[derive(Debug)]
struct Known {
    threshold: u32,
    keys: Vec<String>,
    figures: Vec<Option<Figure>>,
    system: System,
    found: Result<Vec<Exposure>, Contradiction>,
}

impl Known {
    fn is(&self, part: &Part<'_>, threshold: u32) -> bool {
        self.threshold == threshold
            && self.figures == part.figures
            && self.system == part.system
            && self.keys == part.keys
    }
}

impl Memory {
    /// What a cell may be, to spare questions.
    pub(crate) fn expect(&mut self, key: &str, count: Option<u32>) {
        if let Some(count) = count {
            self.witnesses.expect(key, count);
        }
    }

    /// What `audit` finds.
    pub(crate) fn audit(
        &mut self,
        figures: &BTreeMap<&str, Figure>,
        sums: &[&Sum],
        threshold: u32,
    ) -> Result<Vec<Exposure>, Contradiction> {
        let mut exposures = Vec::new();
        for part in parts(figures, sums)? {
            exposures.extend(self.of(&part, threshold)?);
        }
        exposures.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(exposures)
    }

    fn of(&mut self, part: &Part<'_>, threshold: u32) -> Result<Vec<Exposure>, Contradiction> {
        let Some(first) = part.keys.first() else { return Ok(Vec::new()) };
        let known = self.parts.entry((*first).to_owned()).or_default();
        if let Some(it) = known.iter().find(|it| it.is(part, threshold)) {
            return it.found.clone();
        }
        let found = part.exposures(threshold, &mut self.witnesses);
        known.push(Known {
            threshold,
            keys: part.keys.iter().map(|it| (*it).to_owned()).collect(),
            figures: part.figures.clone(),
            system: part.system.clone(),
            found: found.clone(),
        });
        found
    }
}
