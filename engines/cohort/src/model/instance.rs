//! A question that was looked through: applicants, quotas and a size that make sense together.

use std::collections::BTreeSet;

use super::{Applicant, Flaw, Flaws, Quota, Standing};

/// Applicants, quotas, and the size of the cohort, looked through once and then trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    applicants: Vec<Applicant>,
    quotas: Vec<Quota>,
    size: u32,
    /// For each applicant the quotas whose conditions they meet, in rising order.
    met: Vec<Vec<usize>>,
}

/// More applicants than any programme has; a file with more is the wrong file.
const MOST_APPLICANTS: usize = 2_000_000;
/// More quotas than a committee can mean.
const MOST_QUOTAS: usize = 1_000;
/// More points than any rubric has.
const MOST_POINTS: f64 = 1e6;

impl Instance {
    /// Looks through a question; tells everything that is wrong with it.
    pub fn new(applicants: Vec<Applicant>, quotas: Vec<Quota>, size: u32) -> Result<Self, Flaws> {
        let mut flaws = Vec::new();
        of_applicants(&applicants, size, &mut flaws);
        of_quotas(&quotas, &mut flaws);
        if !flaws.is_empty() {
            return Err(Flaws(flaws));
        }
        let met = applicants.iter().map(|it| met_by(it, &quotas)).collect();
        Ok(Self { applicants, quotas, size, met })
    }

    /// Everybody, in the order in which they were given.
    pub fn applicants(&self) -> &[Applicant] {
        &self.applicants
    }

    /// The quotas, in the order in which they were given.
    pub fn quotas(&self) -> &[Quota] {
        &self.quotas
    }

    /// How many people are to be chosen.
    pub const fn size(&self) -> u32 {
        self.size
    }

    /// The quotas that an applicant counts for.
    pub fn met(&self, applicant: usize) -> &[usize] {
        &self.met[applicant]
    }

    /// How everybody stands before any tier is known.
    pub fn standings(&self) -> Vec<Standing> {
        self.applicants.iter().map(|it| it.state.standing()).collect()
    }

    /// The place of an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.applicants.iter().position(|it| it.id == id)
    }

    /// The same question with other bounds of its quotas, in their order.
    #[must_use]
    pub fn with_quotas(&self, bounds: &[(u32, u32)]) -> Self {
        let mut other = self.clone();
        for (quota, (least, most)) in other.quotas.iter_mut().zip(bounds) {
            (quota.least, quota.most) = (*least, *most);
        }
        other
    }
}

fn met_by(applicant: &Applicant, quotas: &[Quota]) -> Vec<usize> {
    let meets = |quota: &Quota| {
        quota.all_of.iter().all(|it| applicant.attributes.get(&it.category).is_some_and(|value| *value == it.value))
    };
    quotas.iter().enumerate().filter(|(_, quota)| meets(quota)).map(|(at, _)| at).collect()
}

fn of_applicants(applicants: &[Applicant], size: u32, flaws: &mut Vec<Flaw>) {
    if applicants.is_empty() {
        flaws.push(Flaw::NoApplicants);
    }
    if size == 0 {
        flaws.push(Flaw::NoPlaces);
    }
    if applicants.len() > MOST_APPLICANTS {
        flaws.push(Flaw::TooMany {
            what: "Applicants".into(),
            count: applicants.len(),
            most: MOST_APPLICANTS,
            remedy: "Look whether the file that was read is the right one.".into(),
        });
        return;
    }
    let available = applicants.iter().filter(|it| it.state.standing() != Standing::Out).count();
    if !applicants.is_empty() && available < size as usize {
        flaws.push(Flaw::TooFewApplicants { places: size, available });
    }
    let mut seen = BTreeSet::new();
    let mut told = BTreeSet::new();
    for (at, it) in applicants.iter().enumerate() {
        if it.id.trim().is_empty() {
            flaws.push(Flaw::NoId { number: at + 1 });
        } else if !seen.insert(it.id.as_str()) && told.insert(it.id.as_str()) {
            flaws.push(Flaw::SameId { id: it.id.clone() });
        }
        for value in it.merit.iter().flat_map(|it| [it.mean, it.error]) {
            if !value.is_finite() || value.abs() > MOST_POINTS {
                flaws.push(Flaw::MeritIsNoNumber { id: it.id.clone(), value });
            }
        }
        if let Some(merit) = it.merit.filter(|it| it.error < 0.0) {
            flaws.push(Flaw::MeritIsNoNumber { id: it.id.clone(), value: merit.error });
        }
    }
}

fn of_quotas(quotas: &[Quota], flaws: &mut Vec<Flaw>) {
    if quotas.len() > MOST_QUOTAS {
        flaws.push(Flaw::TooMany {
            what: "Quotas".into(),
            count: quotas.len(),
            most: MOST_QUOTAS,
            remedy: "Keep those that the programme has promised.".into(),
        });
        return;
    }
    let mut labels = BTreeSet::new();
    for quota in quotas {
        if !labels.insert(quota.label.as_str()) {
            flaws.push(Flaw::SameLabel { label: quota.label.clone() });
        }
        if quota.least > quota.most {
            flaws.push(Flaw::LeastAboveMost { label: quota.label.clone(), least: quota.least, most: quota.most });
        }
        let mut conditions = quota.all_of.clone();
        conditions.sort();
        conditions.dedup();
        if let Some(pair) = conditions.windows(2).find(|pair| pair[0].category == pair[1].category) {
            flaws.push(Flaw::TwoValues { label: quota.label.clone(), category: pair[0].category.clone() });
        }
    }
}
