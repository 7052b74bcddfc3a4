//! Tells how far a search is, and whether to go on.

use cohort::solver::{Go, Phase, Progress};

use crate::Terminal;

/// Words for progress, on the terminal.
pub(super) fn ear<'a, 't>(terminal: &'a mut Terminal<'t>) -> impl FnMut(Progress) -> Go + use<'a, 't> {
    let mut last = None;
    move |progress| {
        let shown = (progress.phase, progress.done, progress.work / 16_384);
        if last != Some(shown) {
            last = Some(shown);
            let of = progress.of.map_or(String::new(), |it| format!(" of {it}"));
            terminal.note(format_args!("{}: {}{of}, {} steps", words(progress.phase), progress.done, progress.work));
        }
        if terminal.is_to_stop() { Go::Stop } else { Go::On }
    }
}

const fn words(phase: Phase) -> &'static str {
    match phase {
        Phase::Feasibility => "whether the quotas can be kept",
        Phase::Merit => "the panel of greatest merit",
        Phase::Tiers => "what each place would cost",
        Phase::Lottery => "fair chances",
        Phase::Proof => "the proof",
    }
}
