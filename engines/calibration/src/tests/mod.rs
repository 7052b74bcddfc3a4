//! What must hold of the model, held against plain matrices and against itself.

mod equations;
mod fits;
mod plain;

use proptest::prelude::*;

use crate::{Review, Reviews};

/// Small calls: up to eight applications and five reviewers, with one relation and uneven weights.
pub(super) fn small() -> impl Strategy<Value = Reviews> {
    let row = |applications: usize, reviewers: usize| {
        (0..applications, 0..reviewers, -30..30i32, 0..2u8, 1..4u8).prop_map(
            |(application, reviewer, score, related, weight)| Review {
                application,
                reviewer,
                score: f64::from(score) / 4.0,
                weight: f64::from(weight) / 2.0,
                relations: vec![f64::from(related)],
            },
        )
    };
    (2..8usize, 2..6usize)
        .prop_flat_map(move |(applications, reviewers)| {
            let rows = prop::collection::vec(row(applications, reviewers), 5..18);
            (Just(applications), Just(reviewers), rows)
        })
        .prop_filter_map("cannot be calibrated", |(applications, reviewers, rows)| {
            Reviews::check(applications, reviewers, 1, rows).ok()
        })
}

/// The same scores, read by different hands.
pub(super) fn with_scores(reviews: &Reviews, scores: impl Fn(usize, &Review) -> f64) -> Reviews {
    let rows =
        reviews.rows().iter().enumerate().map(|(at, it)| Review { score: scores(at, it), ..it.clone() }).collect();
    Reviews::check(reviews.applications(), reviews.reviewers(), reviews.relations(), rows).unwrap()
}

pub(super) fn near(left: f64, right: f64, within: f64) -> bool {
    (left - right).abs() <= within * left.abs().max(right.abs()).max(1.0)
}
