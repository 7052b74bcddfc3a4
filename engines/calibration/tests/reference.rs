//! The classical data: other programs have fitted them, and so must this one.

#![allow(clippy::unwrap_used)]

mod classical;

use calibration::{Criterion, Plan, calibrate, unwatched};
use classical::{Frame, golden};
use serde_json::Value;

fn plan(criterion: Criterion) -> Plan {
    Plan { criterion, scales: false, ..Plan::default() }
}

fn number(value: &Value, path: &[&str]) -> f64 {
    path.iter().fold(value, |it, key| &it[key]).as_f64().unwrap()
}

#[track_caller]
fn near(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() <= within, "{found} is not {wanted}");
}

#[test]
#[ignore = "reference"]
fn penicillin_is_fitted_as_elsewhere() {
    let golden = &golden()["Penicillin"];
    let frame = Frame::penicillin();

    let fit = calibrate(&frame.reviews, &plan(Criterion::Likelihood), &mut unwatched).unwrap();
    near(fit.criterion, number(golden, &["ML_deviance"]), 1e-6);
    near(fit.spread.applications, number(golden, &["sd_plate"]), 5e-5);
    near(fit.spread.reviewers, number(golden, &["sd_sample"]), 5e-5);
    near(fit.spread.residual, number(golden, &["sd_residual"]), 1e-6);
    near(fit.mean.value, number(golden, &["mean"]), 1e-9);
    near(fit.mean.error, number(golden, &["se_mean"]), 1e-5);

    let fit = calibrate(&frame.reviews, &plan(Criterion::Restricted), &mut unwatched).unwrap();
    near(fit.criterion, number(golden, &["REML", "criterion"]), 1e-6);
    near(fit.spread.applications, number(golden, &["REML", "sd_plate"]), 1e-5);
    near(fit.spread.reviewers, number(golden, &["REML", "sd_sample"]), 1e-5);
    near(fit.spread.residual, number(golden, &["REML", "sd_residual"]), 1e-6);
}

#[test]
#[ignore = "reference"]
fn seventy_thousand_marks_of_lectures_are_fitted_as_elsewhere() {
    let golden = &golden()["InstEval"];
    let frame = Frame::lectures();
    near(frame.reviews.rows().len() as f64, number(golden, &["n"]), 0.0);

    let fit = calibrate(&frame.reviews, &plan(Criterion::Likelihood), &mut unwatched).unwrap();

    near(fit.criterion, number(golden, &["ML_deviance"]), number(golden, &["tol"]));
    near((fit.relations.len() + 1) as f64, number(golden, &["fixed"]), 0.0);
}

#[test]
#[ignore = "reference"]
fn skating_judges_favour_their_own_country_as_much_as_elsewhere() {
    let golden = &golden()["skating_components_2016_17"];
    let mut frame = Frame::skating(true);

    let with = &golden["with_home_fixed_effect"];
    let fit = calibrate(&frame.reviews, &plan(Criterion::Likelihood), &mut unwatched).unwrap();
    near(fit.criterion, number(with, &["ML_deviance"]), 1e-4);
    near(fit.relations[0].estimate.unwrap().value, number(with, &["home"]), 2e-6);
    near(fit.mean.value, number(with, &["mean"]), 2e-6);
    near(fit.spread.applications, number(with, &["sd_item"]), 2e-5);
    near(fit.spread.reviewers, number(with, &["sd_rater"]), 2e-5);
    near(fit.spread.residual, number(with, &["sd_residual"]), 2e-5);

    frame = Frame::skating(false);
    let fit = calibrate(&frame.reviews, &plan(Criterion::Likelihood), &mut unwatched).unwrap();
    near(fit.criterion, number(golden, &["ML_deviance"]), 1e-4);
    near(fit.spread.applications, number(golden, &["sd_item"]), 2e-5);
    near(fit.spread.reviewers, number(golden, &["sd_rater"]), 2e-5);
    near(fit.spread.residual, number(golden, &["sd_residual"]), 2e-5);
    near(fit.mean.value, number(golden, &["mean"]), 2e-6);
}
