//! What the proof showed.

use std::fmt;

use super::telling::Slot;
use crate::model::Language;

/// How many mutations were made, found, and answered with something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Mutations made.
    pub made: usize,
    /// Of these, found.
    pub found: usize,
    /// Findings that point at mutated words and are of a fitting kind.
    pub right: usize,
    /// Other findings.
    pub wrong: usize,
}

impl Tally {
    /// Of all findings, the share that was right.
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Of all mutations, the share that was found.
    pub fn recall(&self) -> f64 {
        share(self.found, self.made)
    }

    fn add(&mut self, other: Self) {
        self.made += other.made;
        self.found += other.found;
        self.right += other.right;
        self.wrong += other.wrong;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The tallies of one language and one kind of mutation.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The language.
    pub language: Language,
    /// Whether the words were held out: no rule was written on them.
    pub held_out: bool,
    /// What was mutated.
    pub slot: Slot,
    /// What came of it.
    pub tally: Tally,
}

/// Everything that the proof showed.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How many reports were told.
    pub reports: usize,
    /// How many findings there were on reports that contradict nothing.
    pub alarms: usize,
    /// The tallies.
    pub lines: Vec<Line>,
    /// What was missed or answered wrongly, a line each, for those who mend the rules.
    pub misses: Vec<String>,
}

impl Outcome {
    /// The tally of some lines.
    pub fn total(&self, which: impl Fn(&Line) -> bool) -> Tally {
        let mut total = Tally::default();
        self.lines.iter().filter(|it| which(it)).for_each(|it| total.add(it.tally));
        total
    }

    /// The tally of everything.
    pub fn all(&self) -> Tally {
        self.total(|_| true)
    }

    /// Whether precision, recall and the silence on reports without mistakes are as they must be.
    pub fn is_good(&self) -> bool {
        let all = self.all();
        self.alarms == 0 && all.precision() >= 0.95 && all.recall() >= 0.9
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.all();
        writeln!(f, "{} reports without mistakes: {} alarms", self.reports, self.alarms)?;
        writeln!(f, "{:<26}{:>7}{:>7}{:>11}{:>8}", "mutations", "made", "found", "precision", "recall")?;
        for language in [Language::English, Language::French] {
            for held_out in [false, true] {
                let words = format!("{language:?}{}", if held_out { ", held out" } else { "" });
                let of = |it: &Line| it.language == language && it.held_out == held_out;
                line(f, &words, self.total(of))?;
                for slot in Slot::ALL {
                    line(f, &format!("  {slot}"), self.total(|it| of(it) && it.slot == slot))?;
                }
            }
        }
        line(f, "all", all)
    }
}

fn line(f: &mut fmt::Formatter<'_>, words: &str, tally: Tally) -> fmt::Result {
    let (precision, recall) = (tally.precision(), tally.recall());
    writeln!(f, "{words:<26}{:>7}{:>7}{precision:>11.3}{recall:>8.3}", tally.made, tally.found)
}
