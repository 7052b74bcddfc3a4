//! The result as a file: the question, the rule, the chances, the tickets and the proof.

use std::path::Path;

use cohort::{
    Certificate, Selection,
    merit::Tier,
    model::{Applicant, Instance, Policy, Quota},
    solver::Stopped,
    tickets::Tickets,
};
use serde::{Deserialize, Serialize};

use super::pool::Columns;

/// The form that this program writes.
const FORM: &str = "convoke-cohort-1";

/// A result. What may be published at once stands under `public`; the rest tells who holds which ticket.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// The form of this file.
    pub form: String,
    /// What may be published before the draw.
    pub public: Public,
    /// How the sheet of respondents was read.
    pub columns: Columns,
    /// The rule.
    pub rule: Policy,
    /// Where each applicant stands, in the order of the sheet.
    pub places: Vec<Place>,
    /// How each quota is kept.
    pub quotas: Vec<Kept>,
    /// The question: applicants (only what quotas and merit speak of), quotas, size.
    pub question: Question,
    /// The proof.
    pub certificate: Certificate,
    /// The numbered tickets.
    pub tickets: Tickets,
}

/// What may be published before the draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Public {
    /// The SHA-256 of the tickets: they cannot be changed after it is known.
    pub commitment: String,
    /// The root under which everybody can find their own tickets.
    pub root: String,
    /// The fingerprint of the proof.
    pub certificate: String,
    /// Whether the chances are proved to be the fairest, or the search was ended before.
    pub standing: Standing,
}

/// How a result stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The search came to its end.
    Finished,
    /// It was stopped: every panel keeps the quotas, but fairer chances may exist.
    Stopped,
    /// Its steps were spent: every panel keeps the quotas, but fairer chances may exist.
    EffortSpent,
}

/// Where one applicant stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Who.
    pub id: String,
    /// In every panel, in the lottery, or in none.
    pub tier: Tier,
    /// The fair chance, to nine digits.
    pub chance: f64,
    /// How many tickets name them.
    pub tickets: u32,
}

/// How a quota is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Which.
    pub label: String,
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
    /// How many such people there are who may be chosen.
    pub available: u32,
    /// The fewest and the most of them on any ticket.
    pub on_tickets: (u32, u32),
}

/// What was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Everybody.
    pub applicants: Vec<Applicant>,
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// How many are to be chosen.
    pub size: u32,
}

impl Outcome {
    /// Writes down a selection; the seed shuffles the tickets.
    pub(super) fn of(
        instance: &Instance,
        columns: &Columns,
        rule: &Policy,
        selection: &Selection,
        seed: Option<&str>,
    ) -> Self {
        let certificate = Certificate::of(instance, rule.objective, selection);
        let own = cohort::model::sha256(format!("cohort tickets\n{}", certificate.fingerprint).as_bytes());
        let seed = seed.map_or(own, |it| cohort::model::sha256(format!("cohort tickets\n{}", it.trim()).as_bytes()));
        let tickets = Tickets::of(&certificate, rule.tickets, &seed);
        let stopped = selection.fair.stopped.or(selection.merit.as_ref().and_then(|it| it.best.stopped));
        let public = Public {
            commitment: tickets.commitment(),
            root: tickets.root.clone(),
            certificate: certificate.fingerprint.clone(),
            standing: match stopped {
                None => Standing::Finished,
                Some(Stopped::ByCaller) => Standing::Stopped,
                Some(Stopped::EffortSpent) => Standing::EffortSpent,
            },
        };
        let counts = tickets.counts();
        let own = |id: &str| tickets.people.binary_search_by(|it| it.as_str().cmp(id)).map_or(0, |it| counts[it]);
        let places = instance
            .applicants()
            .iter()
            .zip(selection.tier_of_each())
            .zip(selection.chances())
            .map(|((it, tier), chance)| Place {
                id: it.id.clone(),
                tier,
                chance: (chance * 1e9).round() / 1e9,
                tickets: own(&it.id),
            })
            .collect();
        Self {
            form: FORM.into(),
            public,
            columns: columns.clone(),
            rule: rule.clone(),
            places,
            quotas: kept(instance, &tickets),
            question: Question {
                applicants: instance.applicants().to_vec(),
                quotas: instance.quotas().to_vec(),
                size: instance.size(),
            },
            certificate,
            tickets,
        }
    }

    /// Reads a result that this program wrote.
    pub fn read(path: &Path) -> Result<Self, String> {
        let file = path.display();
        let bytes = std::fs::read(path).map_err(|error| {
            format!("{file}: this file could not be read ({error}). Name the result that `cohort select` wrote.")
        })?;
        let outcome: Self = serde_json::from_slice(&bytes).map_err(|error| {
            format!(
                "{file}, line {}, column {}: this is no result of `cohort select` ({error}). Name the file that it wrote.",
                error.line(),
                error.column()
            )
        })?;
        if outcome.form == FORM {
            Ok(outcome)
        } else {
            Err(format!("{file}: the form is “{}”, this program reads “{FORM}”. Select again.", outcome.form))
        }
    }

    /// The result as text: the same result, the same bytes.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The question again, looked through.
    pub(super) fn instance(&self) -> Result<Instance, String> {
        let Question { applicants, quotas, size } = self.question.clone();
        Instance::new(applicants, quotas, size).map_err(|it| it.to_string())
    }
}

fn kept(instance: &Instance, tickets: &Tickets) -> Vec<Kept> {
    let mut available = vec![0; instance.quotas().len()];
    let mut met: Vec<&[usize]> = vec![&[]; tickets.people.len()];
    for (at, it) in instance.applicants().iter().enumerate() {
        if let Ok(place) = tickets.people.binary_search(&it.id) {
            met[place] = instance.met(at);
            instance.met(at).iter().for_each(|it| available[*it] += 1);
        }
    }
    let mut found: Vec<Kept> = instance
        .quotas()
        .iter()
        .zip(available)
        .map(|(it, available)| Kept {
            label: it.label.clone(),
            least: it.least,
            most: it.most,
            available,
            on_tickets: (u32::MAX, 0),
        })
        .collect();
    for ticket in &tickets.tickets {
        let mut counts = vec![0; found.len()];
        ticket.iter().flat_map(|it| met[*it as usize]).for_each(|it| counts[*it] += 1);
        for (kept, count) in found.iter_mut().zip(counts) {
            kept.on_tickets = (kept.on_tickets.0.min(count), kept.on_tickets.1.max(count));
        }
    }
    found
}
