//! The equations against the model by its definition.

use proptest::prelude::*;

use super::{near, plain::Plain, small, with_scores};
use crate::{
    Components, Criterion, Reviews,
    model::{Design, Effect, Equations, Hand, Posterior, Ratios, Side, Sums, USUAL, criterion, slope},
};

fn ratios() -> impl Strategy<Value = Ratios> {
    let one = || prop_oneof![Just(0.0), 0.05..3.0f64];
    (one(), one()).prop_map(|(applications, reviewers)| Ratios { applications, reviewers })
}

fn hands() -> impl Strategy<Value = Vec<Hand>> {
    prop::collection::vec((0.3..2.0f64, 0.3..2.0f64), 6..7)
        .prop_map(|list| list.into_iter().map(|(loading, precision)| Hand { loading, precision }).collect())
}

fn solved(reviews: &Reviews, design: &Design, hands: &[Hand], ratios: Ratios) -> Option<Posterior> {
    Posterior::of(Sums::of(reviews, design, hands), ratios, |_| 1.0)
}

proptest! {
    #[test]
    fn the_equations_give_what_the_definition_gives(reviews in small(), ratios in ratios(), hands in hands()) {
        let design = Design::of(&reviews);
        let sums = Sums::of(&reviews, &design, &hands);
        let Some(equations) = Equations::of(&sums, ratios) else { return Ok(()) };
        prop_assume!(equations.residual() > 1e-6);
        let plain = Plain::of(&reviews, &design, &hands, ratios);
        let count = reviews.rows().len() as f64;
        let freedom = count - design.size() as f64;
        let whole = |freedom: f64| freedom * (1.0 + (2.0 * std::f64::consts::PI * plain.residual / freedom).ln());

        prop_assert!(near(equations.residual(), plain.residual, 1e-8));
        let likelihood = criterion(&equations, Criterion::Likelihood);
        prop_assert!(near(likelihood, plain.log_determinant + whole(count), 1e-8));
        let restricted = criterion(&equations, Criterion::Restricted);
        prop_assert!(near(restricted, plain.log_determinant + plain.log_columns + whole(freedom), 1e-8));

        let posterior = solved(&reviews, &design, &hands, ratios).unwrap();
        for (at, it) in plain.coefficients.iter().enumerate() {
            prop_assert!(near(posterior.mean(Effect::Column(at)), *it, 1e-7));
        }
        for (at, it) in plain.reviewers.iter().enumerate() {
            prop_assert!(near(posterior.mean(Effect::Reviewer(at)), *it, 1e-7));
        }
        let prior = ratios.applications * ratios.applications;
        for (at, it) in plain.applications.iter().enumerate() {
            prop_assert!(near(posterior.mean(Effect::Application(at)), *it, 1e-7));
            let error = posterior.variance(&[(Effect::Application(at), 1.0)]);
            prop_assert!(near(error, plain.errors[at], 1e-7));
            prop_assert!(error <= prior * (1.0 + 1e-9), "no review makes an application less known");
        }
    }

    #[test]
    fn a_reviewer_against_the_others_is_a_plain_contrast(reviews in small(), ratios in ratios(), hands in hands()) {
        let Some(posterior) = solved(&reviews, &Design::of(&reviews), &hands, ratios) else { return Ok(()) };
        let all: Vec<usize> = (0..reviews.reviewers()).collect();
        for (at, (value, variance)) in posterior.against_others(&all).into_iter().enumerate() {
            let share = -1.0 / (all.len() as f64 - 1.0);
            let terms: Vec<(Effect, f64)> =
                all.iter().map(|it| (Effect::Reviewer(*it), if *it == at { 1.0 } else { share })).collect();
            let wanted: f64 = terms.iter().map(|(effect, factor)| factor * posterior.mean(*effect)).sum();
            prop_assert!(near(value, wanted, 1e-9) && near(variance, posterior.variance(&terms), 1e-9));
        }
    }

    #[test]
    fn the_slope_is_that_of_the_criterion(reviews in small(), hands in hands(), start in (0.2..2.0f64, 0.2..2.0f64)) {
        let design = Design::of(&reviews);
        let sums = Sums::of(&reviews, &design, &hands);
        let at = |one: f64, other: f64| {
            Equations::of(&sums, Ratios { applications: start.0 * one.exp(), reviewers: start.1 * other.exp() })
        };
        for by in [Criterion::Likelihood, Criterion::Restricted] {
            let Some(middle) = at(0.0, 0.0) else { return Ok(()) };
            prop_assume!(middle.residual() > 1e-3);
            let found = slope(&middle, by);
            let step = 1e-5;
            let value = |one, other| criterion(&at(one, other).unwrap(), by);
            let wanted = [
                (value(step, 0.0) - value(-step, 0.0)) / (2.0 * step),
                (value(0.0, step) - value(0.0, -step)) / (2.0 * step),
            ];
            prop_assert!(near(found[0], wanted[0], 1e-5) && near(found[1], wanted[1], 1e-5), "{found:?} {wanted:?}");
        }
    }

    #[test]
    fn without_leanings_a_score_is_a_shrunken_mean(reviews in small(), ratio in 0.1..3.0f64) {
        let design = Design { has_mean: true, kept: Vec::new() };
        let ratios = Ratios { applications: ratio, reviewers: 0.0 };
        let Some(posterior) = solved(&reviews, &design, &[USUAL; 6], ratios) else { return Ok(()) };
        let mean = posterior.mean(Effect::Column(0));
        let known = [(Effect::Application(0), 1.0)];
        for at in 0..reviews.applications() {
            let own = reviews.rows().iter().filter(|it| it.application == at);
            let (weight, sum) = own.fold((0.0, 0.0), |(w, s), it| (w + it.weight, s + it.weight * (it.score - mean)));
            let shrunken = ratio * ratio * sum / (1.0 + ratio * ratio * weight);
            prop_assert!(near(posterior.mean(Effect::Application(at)), shrunken, 1e-9));
        }
        prop_assert!(posterior.variance(&known) <= ratio * ratio * (1.0 + 1e-12));
    }

    #[test]
    fn a_constant_added_to_a_reviewer_goes_into_the_leaning(reviews in small(), add in 0.5..5.0f64) {
        let design = Design { has_mean: true, kept: Vec::new() };
        let parts = Components::of(&reviews);
        prop_assume!(parts.count == 1 && parts.of_reviewer[0].is_some());
        let raised = with_scores(&reviews, |_, it| it.score + if it.reviewer == 0 { add } else { 0.0 });
        let shift = |reviewers: f64| {
            let ratios = Ratios { applications: 1.0, reviewers };
            let before = solved(&reviews, &design, &[USUAL; 6], ratios).unwrap();
            let after = solved(&raised, &design, &[USUAL; 6], ratios).unwrap();
            let moved = |it| after.mean(it) - before.mean(it);
            let other = (1..reviews.reviewers()).find(|it| parts.of_reviewer[*it].is_some()).unwrap();
            let applications: Vec<f64> = (0..reviews.applications()).map(|at| moved(Effect::Application(at))).collect();
            (moved(Effect::Reviewer(0)) - moved(Effect::Reviewer(other)), applications)
        };

        let (leaning, applications) = shift(3e3);
        prop_assert!((leaning - add).abs() < 1e-3 * add, "with leanings of any size, all of it: {leaning} {add}");
        prop_assert!(applications.iter().all(|it| it.abs() < 1e-3 * add));

        let (leaning, applications) = shift(1.0);
        prop_assert!(leaning > 0.0 && leaning < add, "otherwise it is drawn towards the others: {leaning} {add}");
        prop_assert!(applications.iter().all(|it| it.abs() < add));
    }

    #[test]
    fn parts_that_share_no_reviewer_do_not_touch_each_other(one in small(), other in small(), add in -3.0..3.0f64) {
        let (applications, reviewers) = (one.applications(), one.reviewers());
        let both = |shift: f64| {
            let mut rows = one.rows().to_vec();
            rows.extend(other.rows().iter().cloned().map(|mut it| {
                it.application += applications;
                it.reviewer += reviewers;
                it.score = shift + 2.0 * it.score;
                it
            }));
            Reviews::check(applications + other.applications(), reviewers + other.reviewers(), 1, rows).unwrap()
        };
        // Given the common mean: the only other thing that they share are the variances.
        let design = Design { has_mean: false, kept: Vec::new() };
        let ratios = Ratios { applications: 0.8, reviewers: 0.5 };
        let usual = vec![USUAL; reviewers + other.reviewers()];
        let before = solved(&both(0.0), &design, &usual, ratios).unwrap();
        let after = solved(&both(add), &design, &usual, ratios).unwrap();
        for at in 0..applications {
            let own = Effect::Application(at);
            prop_assert!(near(before.mean(own), after.mean(own), 1e-10));
            let far = [(Effect::Application(applications), 1.0)];
            prop_assert!(before.covariance(&[(own, 1.0)], &far).abs() < 1e-12);
        }
    }
}

#[test]
fn one_review_is_drawn_furthest_towards_the_mean() {
    let mut rows = Vec::new();
    for application in 0..4 {
        for reviewer in 0..=application {
            rows.push(crate::Review::new(application, reviewer, 2.0 + if reviewer % 2 == 0 { 0.5 } else { -0.5 }));
        }
    }
    let reviews = Reviews::check(4, 4, 0, rows).unwrap();
    let design = Design { has_mean: true, kept: Vec::new() };
    let ratios = Ratios { applications: 1.0, reviewers: 0.0 };
    let posterior = solved(&reviews, &design, &[USUAL; 4], ratios).unwrap();

    let errors: Vec<f64> = (0..4).map(|at| posterior.variance(&[(Effect::Application(at), 1.0)])).collect();

    assert!(errors.windows(2).all(|it| it[0] > it[1]), "{errors:?}");
    assert!(near(posterior.prior(Side::Applications), 1.0, 1e-12));
}
