//! The figures that are promised, measured: `key<TAB>measured<TAB>target<TAB>reference` a line. The classical data are
//! read from the folder that `CONVOKE_REFERENCE` names; without it their lines are left out.

#![allow(clippy::unwrap_used)]

#[path = "../tests/classical/mod.rs"]
mod classical;

use std::time::Instant;

use calibration::{Calibration, Criterion, Plan, Review, Reviews, Seed, Stream, Wanted, Worth, calibrate, unwatched};
use classical::{Frame, golden};

/// 2,200 applications, 30 reviewers, so many reviews of each.
fn call(each: usize) -> Reviews {
    let mut chance = Stream::of(&Seed::of_words("speed"), 0);
    let leanings: Vec<f64> = (0..30).map(|_| 0.6 * chance.normal()).collect();
    let mut rows = Vec::new();
    for application in 0..2_200 {
        let quality = chance.normal();
        let first = chance.below(30) as usize;
        let stride = 1 + chance.below(9) as usize;
        for turn in 0..each {
            let reviewer = (first + turn * stride) % 30;
            rows.push(Review::new(application, reviewer, quality + leanings[reviewer] + 0.8 * chance.normal()));
        }
    }
    Reviews::check(2_200, 30, 0, rows).unwrap()
}

/// The best of some runs, in seconds.
fn seconds<T>(runs: u32, mut run: impl FnMut() -> T) -> (f64, T) {
    let mut best = f64::INFINITY;
    let mut last = None;
    for _ in 0..runs {
        let start = Instant::now();
        last = Some(run());
        best = best.min(start.elapsed().as_secs_f64());
    }
    (best, last.unwrap())
}

fn fitted(reviews: &Reviews, criterion: Criterion, scales: bool) -> Calibration {
    calibrate(reviews, &Plan { criterion, scales, ..Plan::default() }, &mut unwatched).unwrap()
}

fn line(key: &str, measured: f64, target: &str, reference: &str) {
    println!("{key}\t{measured:.4}\t{target}\t{reference}");
}

fn main() {
    let reviews = call(3);
    let (time, found) = seconds(9, || fitted(&reviews, Criterion::Restricted, false));
    line("calibration.leanings_6600_reviews_seconds", time, "0.05", "-");
    let (time, _) = seconds(3, || fitted(&reviews, Criterion::Restricted, true));
    line("calibration.leanings_and_scales_compared_seconds", time, "-", "-");
    let (time, _) = seconds(3, || found.chances_of_top(107, &Seed::of_words("speed"), 2_000, &mut unwatched));
    line("calibration.chances_from_2000_draws_seconds", time, "-", "-");
    let two = call(2);
    let (time, _) = seconds(3, || {
        let found = fitted(&two, Criterion::Restricted, false);
        let threshold = Some(found.threshold(107));
        let wanted = Wanted {
            thresholds: &vec![threshold; 2_200],
            free: &[100; 30],
            may_read: &|_, _| true,
            batch: 275,
            least: 0.0,
            worth: Worth::Gain,
        };
        found.next_batch(&wanted).unwrap()
    });
    line("calibration.adaptive_step_seconds", time, "0.2", "-");
    if std::env::var_os("CONVOKE_REFERENCE").is_none() {
        return;
    }
    let golden = golden();
    let wanted = |data: &str| golden[data]["ML_deviance"].as_f64().unwrap();
    let lectures = Frame::lectures();
    let (time, found) = seconds(1, || fitted(&lectures.reviews, Criterion::Likelihood, false));
    line("calibration.insteval_seconds", time, "10", "-");
    let off = |found: &Calibration, data: &str| (found.criterion - wanted(data)).abs();
    line("calibration.insteval_deviance_off", off(&found, "InstEval"), "0.001", "0");
    let found = fitted(&Frame::penicillin().reviews, Criterion::Likelihood, false);
    line("calibration.penicillin_deviance_off", off(&found, "Penicillin"), "0.000001", "0");
    let found = fitted(&Frame::skating(false).reviews, Criterion::Likelihood, false);
    line("calibration.skating_deviance_off", off(&found, "skating_components_2016_17"), "0.0001", "0");
}
