//! Gives applications to reviewers from the command line.

mod result;
mod rules;
mod sheets;

use std::path::PathBuf;

use assignment::{
    Affinity, Effort, Go, Progress, Round, Spreads, Wishes, assign, check::verify, expectation, fair_floor, limited,
};
use clap::{Args, ValueEnum};

use crate::{Terminal, write_file};
use result::{Expected, Outcome, Question};

pub use sheets::Files;

/// Gives applications to reviewers: who reads what, with a proof that nothing is better.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Command {
    /// The sheets.
    #[command(flatten)]
    pub files: Files,
    /// What is made as great as can be
    #[arg(long, value_enum, default_value_t = Aim::Floor)]
    pub aim: Aim,
    /// No pair is more likely than this, from 0 to 1: readers are drawn, so that nobody can arrange to read a friend
    #[arg(long, value_name = "CHANCE", conflicts_with = "aim")]
    pub most_chance: Option<f64>,
    /// Words to draw with: among equals, and with --most-chance all; tell them before affinities are known
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub seed: String,
    /// Spreads of scores between applications, of reviewers' leanings and of single readings, as 1.0,0.5,0.8
    #[arg(long, value_name = "A,B,C", value_delimiter = ',', allow_negative_numbers = true)]
    pub spreads: Vec<f64>,
    /// How often the search for the floor may weigh and play; more may close a gap
    #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub effort: u32,
    /// Check this result against the sheets instead of assigning
    #[arg(long, value_name = "FILE", conflicts_with_all = ["out", "most_chance", "aim"])]
    pub check: Option<PathBuf>,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What is made as great as can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// The score of the worst-served application, then the total
    Floor,
    /// The total alone
    Total,
}

const EXAMPLES: &str = "\
Examples:
  convoke assign --applications docs/examples/choosing/applications.csv --reviewers docs/examples/choosing/reviewers.csv \\
      --affinities docs/examples/choosing/affinities.csv --conflicts docs/examples/choosing/conflicts.csv \\
      --rule 'institution<=1' --out assignment.json
  convoke assign --applications docs/examples/choosing/applications.csv --reviewers docs/examples/choosing/reviewers.csv \\
      --affinities docs/examples/choosing/affinities.csv --conflicts docs/examples/choosing/conflicts.csv \\
      --rule 'institution<=1' --check assignment.json
  convoke assign --applications docs/examples/choosing/applications.csv --reviewers docs/examples/choosing/reviewers.csv \\
      --affinities docs/examples/choosing/affinities.csv --aim total --spreads 1.0,0.5,0.8
  convoke assign --applications docs/examples/choosing/applications.csv --reviewers docs/examples/choosing/reviewers.csv \\
      --affinities docs/examples/choosing/affinities.csv --most-chance 0.75 --seed 'nine larks'

If there is no assignment, the answer counts why: which applications, which reviewers, how many readings are missing;
the exit code is then 1. Ctrl-C stops with the best so far, and says so.";

impl Command {
    /// Does what was asked.
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let (sheets, round) = self.files.read()?;
        if let Some(path) = &self.check {
            return result::check(path, &sheets, terminal);
        }
        let outcome = self.outcome(&round, terminal)?;
        if let Some(out) = &self.out {
            write_file(out, &outcome.text())?;
        }
        outcome.tell(&round, terminal);
        if let Some(out) = &self.out {
            terminal.say(format_args!("\nWritten to {}.", out.display()));
        }
        Ok(())
    }

    fn outcome(&self, round: &Round, terminal: &mut Terminal<'_>) -> Result<Outcome, String> {
        let wishes = Wishes { seed: seed(&self.seed) };
        let question = Question { aim: self.aim, most_chance: None, seed: self.seed.clone() };
        let found = {
            let mut ear = ear(terminal);
            match (self.most_chance, self.aim) {
                (Some(chance), _) => {
                    if !(chance > 0.0 && chance <= 1.0) {
                        return Err(format!(
                            "--most-chance is {chance}; write a number above 0 and at most 1, such as 0.5"
                        ));
                    }
                    let most = (chance * 1_024.0).floor() as u32;
                    let question = Question { most_chance: Some(f64::from(most) / 1_024.0), ..question };
                    limited(round, most, &mut ear).map(|it| Outcome::drawn(round, question, &it, &wishes.seed))
                }
                (None, Aim::Total) => {
                    assign(round, &wishes, &mut ear).map(|it| Outcome::greatest(round, question, &it))
                }
                (None, Aim::Floor) => {
                    let times = |it: u32| it.saturating_mul(self.effort);
                    let usual = Effort::default();
                    let effort = Effort {
                        weighings: times(usual.weighings),
                        turns: times(usual.turns),
                        price_steps: times(usual.price_steps),
                        exchanges: usual.exchanges.saturating_mul(self.effort.into()),
                        halvings: usual.halvings,
                    };
                    fair_floor(round, &wishes, &effort, &mut ear).map(|it| Outcome::fairest(round, question, &it))
                }
            }
        };
        terminal.clear();
        let mut outcome = found.map_err(|it| it.to_string())?;
        if !self.spreads.is_empty() {
            let [applications, reviewers, noise] = self.spreads[..] else {
                return Err("--spreads wants three numbers with commas between them, such as 1.0,0.5,0.8".into());
            };
            let spreads = Spreads { applications, reviewers, noise };
            let expected = expectation(round, &outcome.numbers, spreads).map_err(|it| format!("--spreads: {it}"))?;
            outcome.expected = Some(Expected::of(round, &expected));
        }
        Ok(outcome)
    }
}

/// The seed that words stand for: their SHA-256.
fn seed(words: &str) -> [u8; 32] {
    let digits = cohort::model::sha256(words.trim().as_bytes());
    std::array::from_fn(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap_or_default())
}

/// Words for progress, on the terminal.
fn ear<'a, 't>(terminal: &'a mut Terminal<'t>) -> impl FnMut(Progress) -> Go + use<'a, 't> {
    let mut last = None;
    move |it: Progress| {
        if last.replace((it.stage, it.work / 1_024)) != Some((it.stage, it.work / 1_024)) {
            let words = match it.stage {
                assignment::Stage::Total => "the best total",
                assignment::Stage::Ties => "lots among equals",
                assignment::Stage::Floor => "the floor",
                assignment::Stage::TotalAboveFloor => "the total above the floor",
                assignment::Stage::Proof => "the proof",
                assignment::Stage::Chances => "chances",
            };
            let best = it.best.map_or(String::new(), |it: Affinity| format!(", best {it}"));
            let bound = it.bound.map_or(String::new(), |it| format!(", at most {it}"));
            terminal.note(format_args!("{words}: {} steps{best}{bound}", it.work));
        }
        if terminal.is_to_stop() { Go::Stop } else { Go::On }
    }
}

/// Whether what a certificate claims holds.
fn holds(sheets: &assignment::Sheets, certificate: &assignment::check::Certificate) -> Vec<Option<String>> {
    verify(sheets, certificate).doubts.into_iter().map(|it| it.map(|it| it.to_string())).collect()
}
