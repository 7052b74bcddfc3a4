//! The result of an assignment: as a file, as a table, and checked again.

use std::path::Path;

use assignment::{
    Affinity, Assignment, Chances, Expectation, FairFloor, Pairing, Round, Sheets, Standing,
    check::{Certificate, Claim},
};
use serde::{Deserialize, Serialize};

use super::{Aim, holds};
use crate::Terminal;

/// The form that this program writes.
const FORM: &str = "convoke-assignment-1";

/// A result.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Outcome {
    form: String,
    question: Question,
    /// How it stands: the floor, then the total.
    standing: Vec<Standing>,
    total: String,
    least_score: String,
    /// No assignment has a greater least score.
    least_score_bound: Option<String>,
    /// No assignment (with that least score) has a greater total.
    total_bound: Option<String>,
    /// The best total without regard to the worst-served.
    best_total: Option<String>,
    /// The expected total over all that might have been drawn.
    expected_total: Option<f64>,
    pub(super) expected: Option<Expected>,
    applications: Vec<Read>,
    reviewers: Vec<Load>,
    certificate: Certificate,
    /// The chance of each pair that may be drawn.
    chances: Vec<Chance>,
    #[serde(skip)]
    pub(super) numbers: Vec<usize>,
}

/// What was asked.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) aim: Aim,
    pub(super) most_chance: Option<f64>,
    pub(super) seed: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Read {
    id: String,
    score: String,
    readers: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Load {
    id: String,
    reads: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Chance {
    #[serde(flatten)]
    pair: Pairing,
    /// In parts of 1,024.
    parts: i64,
}

/// How well calibration will tell applications apart.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Expected {
    /// The standard error of the difference of two applications, in points.
    error_of_a_difference: f64,
    error_without_readings: f64,
    /// The applications that can be compared among themselves only.
    parts: Vec<Vec<String>>,
}

impl Expected {
    pub(super) fn of(round: &Round, expected: &Expectation) -> Self {
        let names = |it: &assignment::Component| -> Vec<String> {
            it.applications.iter().map(|it| round.applications()[*it].id.clone()).collect()
        };
        Self {
            error_of_a_difference: rounded(expected.error_of_a_difference),
            error_without_readings: rounded(expected.error_without_readings),
            parts: expected.components.iter().map(names).filter(|it| !it.is_empty()).collect(),
        }
    }
}

impl Outcome {
    pub(super) fn greatest(round: &Round, question: Question, found: &Assignment) -> Self {
        let mut outcome = Self::of(round, question, &found.pairs, found.certificate(round));
        outcome.standing = vec![found.standing];
        outcome.total_bound = Some(found.bound.to_string());
        outcome
    }

    pub(super) fn fairest(round: &Round, question: Question, found: &FairFloor) -> Self {
        let mut outcome = Self::of(round, question, &found.pairs, found.certificate(round));
        outcome.standing = vec![found.floor_standing, found.total_standing];
        outcome.least_score_bound = Some(found.floor_bound.to_string());
        outcome.total_bound = Some(found.total_bound.to_string());
        outcome.best_total = Some(found.best_total.to_string());
        outcome
    }

    pub(super) fn drawn(round: &Round, question: Question, chances: &Chances, seed: &[u8; 32]) -> Self {
        let pairs = chances.draw(round, seed);
        let (total, least) = figures(round, &pairs);
        let certificate =
            Certificate { pairs: named(round, &pairs), claims: vec![Claim::Total(total), Claim::LeastScore(least)] };
        let mut outcome = Self::of(round, question, &pairs, certificate);
        outcome.expected_total = Some(rounded(chances.expected_total(round)));
        let all: Vec<usize> = (0..round.pairs().len()).filter(|it| chances.parts[*it] > 0).collect();
        let likely = named(round, &all).into_iter().zip(&all);
        outcome.chances = likely.map(|(pair, at)| Chance { pair, parts: chances.parts[*at] }).collect();
        outcome
    }

    fn of(round: &Round, question: Question, pairs: &[usize], certificate: Certificate) -> Self {
        let (total, least) = figures(round, pairs);
        let mut applications: Vec<Read> = round
            .applications()
            .iter()
            .map(|it| Read { id: it.id.clone(), score: String::new(), readers: Vec::new() })
            .collect();
        let mut reviewers: Vec<Load> =
            round.reviewers().iter().map(|it| Load { id: it.id.clone(), reads: 0 }).collect();
        for pair in pairs {
            let reviewer = round.pairs()[*pair].reviewer as usize;
            applications[round.application_of(*pair)].readers.push(round.reviewers()[reviewer].id.clone());
            reviewers[reviewer].reads += 1;
        }
        for (application, score) in applications.iter_mut().zip(scores(round, pairs)) {
            application.score = score.to_string();
        }
        Self {
            form: FORM.into(),
            question,
            standing: Vec::new(),
            total: total.to_string(),
            least_score: least.to_string(),
            least_score_bound: None,
            total_bound: None,
            best_total: None,
            expected_total: None,
            expected: None,
            applications,
            reviewers,
            certificate,
            chances: Vec::new(),
            numbers: pairs.to_vec(),
        }
    }

    pub(super) fn text(&self) -> String {
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }

    pub(super) fn tell(&self, round: &Round, terminal: &mut Terminal<'_>) {
        let (applications, reviewers) = (round.applications().len(), round.reviewers().len());
        terminal
            .say(format_args!("{applications} applications, {reviewers} reviewers, {} readings.", round.readings()));
        let bound = |it: &Option<String>| {
            it.as_ref().map_or(String::new(), |it| format!(" (no assignment has more than {it})"))
        };
        terminal.say(format_args!(
            "The worst-served application has {}{}, all together {}{}.",
            self.least_score,
            bound(&self.least_score_bound),
            self.total,
            bound(&self.total_bound),
        ));
        if let Some(best) = &self.best_total {
            terminal.say(format_args!("Without regard to the worst-served, all together could have {best}."));
        }
        if let (Some(expected), Some(most)) = (self.expected_total, self.question.most_chance) {
            let says = "Drawn; no pair was more likely than";
            terminal.say(format_args!("{says} {most}. All together were expected to have {expected}."));
        }
        if self.standing.contains(&Standing::Stopped) {
            terminal
                .say("STOPPED as asked: the numbers of readings and loads are kept, but something better may exist.");
        } else if self.standing.contains(&Standing::Open) {
            terminal.say(
                "Something better may exist, by no more than the bounds say; more --effort may find it or rule it out.",
            );
        }
        if let Some(it) = &self.expected {
            terminal.say(format_args!(
                "Two applications will be told apart to ± {} points (without any reading ± {}).",
                it.error_of_a_difference, it.error_without_readings
            ));
            if it.parts.len() > 1 {
                let parts = it.parts.len();
                terminal.say(format_args!(
                    "They fall into {parts} parts that no reviewer connects: between these, leanings cannot be told."
                ));
            }
        }
        terminal.say("");
        let width = self.applications.iter().map(|it| it.id.chars().count()).max().unwrap_or(0).max(11);
        terminal.say(format_args!("{:width$}  {:>9}  readers", "application", "score"));
        for it in &self.applications {
            terminal.say(format_args!("{:width$}  {:>9}  {}", it.id, it.score, it.readers.join(", ")));
        }
        let width = self.reviewers.iter().map(|it| it.id.chars().count()).max().unwrap_or(0).max(8);
        terminal.say(format_args!("\n{:width$}  reads", "reviewer"));
        for it in &self.reviewers {
            terminal.say(format_args!("{:width$} {:6}", it.id, it.reads));
        }
    }
}

/// Checks the certificate of a result against the sheets, a claim a line.
pub(super) fn check(path: &Path, sheets: &Sheets, terminal: &mut Terminal<'_>) -> Result<(), String> {
    let file = path.display();
    let bytes = std::fs::read(path).map_err(|it| format!("{file}: this file could not be read ({it})"))?;
    let outcome: Outcome = serde_json::from_slice(&bytes).map_err(|it| {
        format!(
            "{file}, line {}, column {}: this is no result of `assign` ({it}); name the file that it wrote",
            it.line(),
            it.column()
        )
    })?;
    let doubts = holds(sheets, &outcome.certificate);
    for (claim, doubt) in outcome.certificate.claims.iter().zip(&doubts) {
        let says = match claim {
            Claim::Total(it) => format!("the readings, loads, rules and conflicts are kept; all together have {it}"),
            Claim::LeastScore(it) => format!("the worst-served application has {it}"),
            Claim::NoGreaterTotal { bound, .. } => format!("no assignment has more than {bound} together"),
            Claim::FloorOutOfReach { floor, .. } => format!("no assignment gives every application {floor}"),
            Claim::NoGreaterTotalAboveFloor { floor, bound, .. } => {
                format!("no assignment with {floor} for every application has more than {bound} together")
            }
        };
        match doubt {
            None => terminal.say(format_args!("holds  {says}")),
            Some(doubt) => terminal.say(format_args!("FALSE  {says}: {doubt}")),
        }
    }
    if doubts.iter().all(Option::is_none) { Ok(()) } else { Err(String::new()) }
}

fn named(round: &Round, pairs: &[usize]) -> Vec<Pairing> {
    let name = |it: &usize| {
        let reviewer = round.pairs()[*it].reviewer as usize;
        Pairing::new(&round.applications()[round.application_of(*it)].id, &round.reviewers()[reviewer].id)
    };
    pairs.iter().map(name).collect()
}

fn scores(round: &Round, pairs: &[usize]) -> Vec<Affinity> {
    let mut scores = vec![Affinity::ZERO; round.applications().len()];
    for pair in pairs {
        let score = &mut scores[round.application_of(*pair)];
        *score = *score + round.pairs()[*pair].affinity;
    }
    scores
}

fn figures(round: &Round, pairs: &[usize]) -> (Affinity, Affinity) {
    let scores = scores(round, pairs);
    (scores.iter().copied().sum(), scores.into_iter().min().unwrap_or_default())
}

/// A figure for a file, to millionths.
fn rounded(figure: f64) -> f64 {
    (figure * 1e6).round() / 1e6
}
