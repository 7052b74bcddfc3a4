//! What is told of a calibration: a file for programs, and words for people.

use calibration::{End, Model, Published, Zone};
use serde::Serialize;

use crate::Terminal;

/// Everything that was found, as it is written to the file.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Told {
    #[serde(flatten)]
    pub(super) calibration: Published,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) chances: Option<Chances>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) extra: Option<Further>,
}

/// The chances of all applications.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Chances {
    pub(super) places: usize,
    pub(super) draws: u32,
    pub(super) seed: String,
    pub(super) is_stopped: bool,
    pub(super) applications: Vec<Chance>,
}

/// The chance of one application.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Chance {
    pub(super) name: String,
    pub(super) hits: u32,
    pub(super) chance: f64,
    pub(super) zone: Zone,
}

/// The further reviews that are proposed.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Further {
    pub(super) threshold: f64,
    pub(super) reviews: Vec<Extra>,
    pub(super) end: End,
}

/// One further review.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Extra {
    pub(super) application: String,
    pub(super) reviewer: String,
    pub(super) worth: f64,
    pub(super) tie: f64,
}

impl Told {
    /// Tells it in words.
    pub(super) fn say(&self, terminal: &mut Terminal<'_>) {
        self.say_whole(terminal);
        for relation in &self.calibration.relations {
            terminal.say(&relation.words);
        }
        terminal.say("");
        for reviewer in &self.calibration.reviewers {
            terminal.say(&reviewer.words);
        }
        terminal.say("");
        self.say_table(terminal);
        if let Some(extra) = &self.extra {
            say_extra(extra, terminal);
        }
    }

    fn say_whole(&self, terminal: &mut Terminal<'_>) {
        let it = &self.calibration;
        let reviews: usize = it.applications.iter().map(|it| it.found.reviews).sum();
        let (applications, reviewers) = (it.applications.len(), it.reviewers.len());
        terminal.say(format_args!("{reviews} reviews of {applications} applications by {reviewers} reviewers."));
        let spread = &it.spread;
        terminal.say(format_args!(
            "Applications differ by {:.2} points (standard deviation), reviewers by {:.2}, single reviews by {:.2}.",
            spread.applications, spread.reviewers, spread.residual
        ));
        terminal.say(format_args!("The mean of three reviews has a reliability of {:.2}.", it.reliability_of_three));
        if it.is_frail {
            terminal.say("That is little: the committee may prefer the raw means.");
        }
        match (it.model, it.comparison) {
            (Model::Scales, _) => {
                terminal
                    .say("Scales and steadiness of the reviewers are allowed for: that tells hidden reviews better.");
            }
            (Model::Leanings, Some(_)) => {
                terminal
                    .say("To allow for scales and steadiness would not tell hidden reviews better; it was left out.");
            }
            (Model::Leanings, None) => {}
        }
        if it.parts > 1 {
            terminal.say(format_args!(
                "No reviewer connects {} parts of the applications; only within a part can scores be compared.",
                it.parts
            ));
        }
        if let Some(stopped) = it.stopped {
            let gap = stopped.gap.map(|it| format!(" (up to {it:.3} could still be gained)")).unwrap_or_default();
            terminal.say(format_args!("It was stopped before the end; this is the best so far{gap}."));
        }
    }

    /// The applications, the best first.
    fn say_table(&self, terminal: &mut Terminal<'_>) {
        let mut order: Vec<usize> = (0..self.calibration.applications.len()).collect();
        let score = |at: &usize| self.calibration.applications[*at].found.score;
        order.sort_by(|left, right| score(right).value.total_cmp(&score(left).value).then(left.cmp(right)));
        let width = self.calibration.applications.iter().map(|it| it.name.chars().count()).max().unwrap_or_default();
        let width = width.max("application".len());
        let chance = if self.chances.is_some() { "  chance" } else { "" };
        terminal.say(format_args!("{:width$}  reviews    raw  score  error{chance}", "application"));
        for at in order {
            let it = &self.calibration.applications[at];
            let raw = it.found.steps.map_or_else(|| "-".to_owned(), |it| format!("{:.2}", it.raw));
            let chance = self.chances.as_ref().map(|all| format!("  {:5.1}%", 100.0 * all.applications[at].chance));
            terminal.say(format_args!(
                "{:width$}  {:7}  {raw:>5}  {:5.2}  {:5.2}{}",
                it.name,
                it.found.reviews,
                it.found.score.value,
                it.found.score.error,
                chance.unwrap_or_default()
            ));
        }
    }
}

fn say_extra(extra: &Further, terminal: &mut Terminal<'_>) {
    terminal.say("");
    terminal.say(format_args!("Further reviews that would tell most (the last place is at {:.2}):", extra.threshold));
    for it in &extra.reviews {
        terminal.say(format_args!("  {} read by {}", it.application, it.reviewer));
    }
    terminal.say(extra.end);
}
