//! Calibrates scores from the command line.

mod draws;
mod reviews;
mod told;

use std::path::PathBuf;

use calibration::{Calibration, Criterion, Go, Names, Plan, Progress, Stage, calibrate};
use clap::Args;

use crate::{Terminal, write_file};
use reviews::Read;
use told::Told;

/// Take the reviewers' leanings out of their scores
#[derive(Args, Clone, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Command {
    /// The reviews: a row for each, with the application, the reviewer and the score
    #[arg(long, value_name = "FILE")]
    pub reviews: PathBuf,
    /// The column of the application
    #[arg(long, value_name = "COLUMN", default_value = "application")]
    pub application: String,
    /// The column of the reviewer
    #[arg(long, value_name = "COLUMN", default_value = "reviewer")]
    pub reviewer: String,
    /// The column of the score; higher is better
    #[arg(long, value_name = "COLUMN", default_value = "score")]
    pub score: String,
    /// The column of what a review counts, from 0.001 to 1000 [default: all alike]
    #[arg(long, value_name = "COLUMN")]
    pub weight: Option<String>,
    /// A column that tells a relation between reviewer and application by 1 or 0; may be given several times
    #[arg(long, value_name = "COLUMN")]
    pub relation: Vec<String>,
    /// Find the variances by maximum likelihood, not by restricted maximum likelihood
    #[arg(long)]
    pub likelihood: bool,
    /// Do not try whether reviewers also differ in how widely and steadily they score
    #[arg(long)]
    pub leanings_only: bool,
    /// How many places there are: adds the chance of each application to be among the best so many
    #[arg(long, value_name = "COUNT")]
    pub places: Option<usize>,
    /// How many sets of possible scores the chances are counted in
    #[arg(long, value_name = "COUNT", default_value_t = 2_000, requires = "places")]
    pub draws: u32,
    /// The words from which all chance comes; the same words give the same chances
    #[arg(long, value_name = "TEXT", default_value = "calibration", requires = "places")]
    pub seed: String,
    /// How many further reviews to propose, where they tell most about the last place
    #[arg(long, value_name = "COUNT", requires = "places")]
    pub extra: Option<usize>,
    /// Who may not read what: a row for each, with the application and the reviewer
    #[arg(long, value_name = "FILE", requires = "extra")]
    pub conflicts: Option<PathBuf>,
    /// How many reviews a reviewer may have in all [default: as many as it takes]
    #[arg(long, value_name = "COUNT", requires = "extra")]
    pub most: Option<u32>,
    /// How many times the equations may be solved in the search for the variances
    #[arg(long, value_name = "COUNT", default_value_t = Plan::default().solutions)]
    pub effort: u32,
    /// Where the result is written, as JSON
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples, on invented files:
  convoke calibrate --reviews docs/examples/choosing/reviews.csv
  convoke calibrate --reviews docs/examples/choosing/reviews.csv --relation 'same country' --out calibrated.json
  convoke calibrate --reviews docs/examples/choosing/reviews.csv --places 8 --extra 6 \\
    --conflicts docs/examples/choosing/review-conflicts.csv --most 20

The same reviews, in whatever order, and the same seed give the same bytes on every machine.";

impl Command {
    /// Reads the reviews, calibrates them, and tells what was found.
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        let read = Read::of(self)?;
        let plan = Plan {
            criterion: if self.likelihood { Criterion::Likelihood } else { Criterion::Restricted },
            scales: !self.leanings_only,
            solutions: self.effort,
            ..Plan::default()
        };
        let found = calibrate(&read.reviews, &plan, &mut |it| watched(terminal, it));
        terminal.clear();
        let found = found.map_err(|refused| read.problem(&refused))?;
        let told = self.told(&read, &found, terminal)?;
        if let Some(file) = &self.out {
            let text = serde_json::to_string_pretty(&told).map_err(|error| error.to_string())?;
            write_file(file, &(text + "\n"))?;
        }
        told.say(terminal);
        Ok(())
    }

    fn told(&self, read: &Read, found: &Calibration, terminal: &mut Terminal<'_>) -> Result<Told, String> {
        let names = Names { applications: &read.applications, reviewers: &read.reviewers, relations: &self.relation };
        let chances = self.places.map(|places| draws::chances(self, places, read, found, terminal));
        let extra = match (self.places, self.extra) {
            (Some(places), Some(count)) => Some(draws::extra(self, places, count, read, found)?),
            _ => None,
        };
        Ok(Told { calibration: found.published(names), chances, extra })
    }
}

/// Shows progress, and asks whether to stop.
fn watched(terminal: &mut Terminal<'_>, it: Progress) -> Go {
    let what = match it.stage {
        Stage::Variances => "looking for the variances",
        Stage::Comparison => "trying the models on hidden reviews",
        Stage::Scales => "fitting scales",
        Stage::Draws => "drawing possible scores",
    };
    terminal.note(format_args!("{what}: {} of at most {}", it.done, it.most));
    if terminal.is_to_stop() { Go::Stop } else { Go::On }
}
