//! Kinds: applicants whom the rule cannot tell apart.
//!
//! Every fair objective has an optimum that treats a kind alike: take any lottery and average it over all exchanges of
//! two members (Flanigan et al. 2021, supplementary information). So it is enough to decide *how many* of a kind.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Instance, Standing};

/// Applicants whom the rule cannot tell apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// The quotas that each of them counts for, in rising order.
    pub quotas: Vec<usize>,
    /// Their places in the list of applicants, sorted by id.
    pub members: Vec<usize>,
    /// The key that they share with others, of whom at most one is chosen.
    pub exclusive: Option<String>,
    /// Whether all of them are in every panel.
    pub is_in: bool,
    /// The merit of each, in units, where panels must reach a merit.
    pub merit: Option<i64>,
}

impl Kind {
    /// How many members it has.
    pub fn count(&self) -> i64 {
        i64::try_from(self.members.len()).unwrap_or(i64::MAX)
    }
}

/// All kinds of those who may be chosen, in an order that does not hang on the order of the applicants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kinds(pub Vec<Kind>);

impl Kinds {
    /// Sorts everybody who is not out into kinds. Merit tells people apart only where it is given.
    pub fn of(instance: &Instance, standings: &[Standing], merits: Option<&[i64]>) -> Self {
        let mut sharing: BTreeMap<&str, usize> = BTreeMap::new();
        let inside = |at: &usize| standings[*at] != Standing::Out;
        for at in (0..standings.len()).filter(inside) {
            if let Some(key) = &instance.applicants()[at].exclusive {
                *sharing.entry(key.as_str()).or_default() += 1;
            }
        }
        let mut kinds: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for at in (0..standings.len()).filter(inside) {
            let key = instance.applicants()[at].exclusive.as_deref().filter(|it| sharing[it] > 1);
            let merit = merits.map(|it| it[at]);
            kinds.entry((standings[at], instance.met(at), key, merit)).or_default().push(at);
        }
        let kind = |((standing, quotas, key, merit), mut members): (
            (Standing, &[usize], Option<&str>, Option<i64>),
            Vec<usize>,
        )| {
            members.sort_by(|a, b| instance.applicants()[*a].id.cmp(&instance.applicants()[*b].id));
            Kind {
                quotas: quotas.to_vec(),
                members,
                exclusive: key.map(str::to_owned),
                is_in: standing == Standing::In,
                merit,
            }
        };
        Self(kinds.into_iter().map(kind).collect())
    }

    /// How many kinds there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The kind of each applicant; none for those who are out.
    pub fn by_applicant(&self, applicants: usize) -> Vec<Option<usize>> {
        let mut kinds = vec![None; applicants];
        for (kind, it) in self.0.iter().enumerate() {
            for member in &it.members {
                kinds[*member] = Some(kind);
            }
        }
        kinds
    }
}
