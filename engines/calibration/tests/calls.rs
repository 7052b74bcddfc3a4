//! Whole calls, through the front door.

#![allow(clippy::unwrap_used)]

use calibration::{
    Calibration, ChoiceRefused, End, Go, Leaning, Model, Names, Plan, Progress, Review, Reviews, Seed, Stage, Stream,
    Wanted, WantedRefused, Worth, Zone, calibrate, unwatched,
};
use expect_test::expect;
use proptest::prelude::*;

/// A call in which each application is read by so many of the reviewers, whose leanings, scales and noises differ.
fn call(applications: usize, reviewers: usize, each: usize, run: u64) -> Reviews {
    let mut chance = Stream::of(&Seed::of_words("a call"), run);
    let manners: Vec<[f64; 3]> = (0..reviewers)
        .map(|_| [0.6 * chance.normal(), 0.6 + 0.8 * chance.share(), 0.3 + 0.9 * chance.share()])
        .collect();
    let mut rows = Vec::new();
    for application in 0..applications {
        let quality = chance.normal();
        let mut order: Vec<(u64, usize)> = (0..reviewers).map(|at| (chance.word(), at)).collect();
        order.sort_unstable();
        for (_, reviewer) in &order[..each] {
            let [leaning, scale, noise] = manners[*reviewer];
            let score = 6.0 + leaning + scale * quality + noise * chance.normal();
            rows.push(Review::new(application, *reviewer, (score * 100.0).round() / 100.0));
        }
    }
    Reviews::check(applications, reviewers, 0, rows).unwrap()
}

fn calibrated(reviews: &Reviews) -> Calibration {
    calibrate(reviews, &Plan::default(), &mut unwatched).unwrap()
}

#[test]
fn the_same_reviews_give_the_same_bytes_in_whatever_order_they_come() {
    let reviews = call(120, 6, 3, 1);
    let told = |reviews: &Reviews| {
        let none: &[String] = &[];
        let found = calibrated(reviews);
        let chances = found.chances_of_top(20, &Seed::of_words("draws"), 300, &mut unwatched);
        let published = found.published(Names { applications: none, reviewers: none, relations: none });
        (serde_json::to_string(&published).unwrap(), chances, found.scores())
    };
    let mut turned = reviews.rows().to_vec();
    turned.reverse();
    turned.swap(3, 77);

    let again = Reviews::check(120, 6, 0, turned).unwrap();

    assert!(told(&reviews) == told(&again));
}

#[test]
fn the_digits_are_those_of_every_machine() {
    let found = calibrated(&call(60, 5, 4, 2));
    let bits = |it: f64| format!("{it:?} {:016x}\n", it.to_bits());
    let chances = found.chances_of_top(10, &Seed::of_words("the public seed"), 500, &mut unwatched);

    let said = [found.criterion, found.spread.applications, found.mean.value, found.applications[7].score.error]
        .map(bits)
        .concat();

    assert_eq!(found.model, Model::Scales);
    expect![[r"
        731.1484809015641 4086d93016c14263
        0.9777512875212143 3fef49bd1170d0f7
        6.277779450723623 40191c7237616f6a
        0.3667041451675596 3fd77814a9b358f7
        [14, 98, 46, 0, 0, 2, 3, 0, 0, 0, 0, 440]"]]
    .assert_eq(&format!("{said}{:?}", &chances.hits[..12]));
}

#[test]
fn a_run_that_is_stopped_says_so_and_how_far_it_was() {
    let reviews = call(120, 6, 3, 1);
    let mut asked = 0;
    let mut stop_soon = |it: Progress| {
        asked += 1;
        assert!(it.done <= it.most);
        if asked > 3 { Go::Stop } else { Go::On }
    };
    let stopped = calibrate(&reviews, &Plan::default(), &mut stop_soon).unwrap();
    let whole = calibrated(&reviews);

    let told = stopped.stopped.unwrap();
    assert_eq!(told.stage, Stage::Variances);
    assert!(told.gap.unwrap() > 0.0 && stopped.criterion >= whole.criterion);
    assert!(whole.stopped.is_none());

    let mut stop_in_comparison =
        |it: Progress| if it.stage == Stage::Comparison && it.done == 2 { Go::Stop } else { Go::On };
    let stopped = calibrate(&reviews, &Plan::default(), &mut stop_in_comparison).unwrap();
    assert_eq!(stopped.stopped.unwrap().stage, Stage::Comparison);
    assert_eq!(stopped.model, Model::Leanings, "a model that was not compared is not used");

    let chances = whole.chances_of_top(20, &Seed::of_words("draws"), 500, &mut |it| {
        if it.done >= 100 { Go::Stop } else { Go::On }
    });
    assert_eq!((chances.draws, chances.is_stopped), (100, true));
}

#[test]
fn scales_are_used_only_where_they_tell_held_out_reviews_better() {
    let with_scales = calibrated(&call(400, 6, 3, 3));
    let comparison = with_scales.comparison.unwrap();
    assert_eq!(with_scales.model, Model::Scales);
    assert!(comparison.favours_scales() && comparison.reviews == 1_200);

    let few = calibrated(&call(40, 12, 3, 3));
    assert!(few.comparison.is_none() && few.model == Model::Leanings, "ten reviews a reviewer are too few to try");

    let refused = calibrate(&call(400, 6, 3, 3), &Plan { scales: false, ..Plan::default() }, &mut unwatched).unwrap();
    assert!(refused.comparison.is_none() && refused.model == Model::Leanings);
}

#[test]
fn adjustments_are_told_in_plain_words() {
    let mut rows = Vec::new();
    for application in 0..12_u8 {
        let quality = f64::from(application % 5);
        for reviewer in 0..3_u8 {
            let strict = [0.0, -1.0, 1.0][usize::from(reviewer)];
            let odd = f64::from((application * 7 + reviewer * 5) % 4) / 8.0;
            let related = f64::from(u8::from(application % 3 == 0 && reviewer == 0));
            let score = 4.0 + quality + strict + odd + 0.5 * related;
            rows.push(Review::new(application.into(), reviewer.into(), score).with(&[related, 0.0]));
        }
    }
    rows.push(Review::new(12, 3, 9.0).with(&[0.0, 0.0]));
    let found = calibrated(&Reviews::check(14, 5, 2, rows).unwrap());

    let kinds: Vec<Leaning> = found.reviewers.iter().map(|it| it.kind).collect();
    assert_eq!(kinds[3..], [Leaning::ReadAlone, Leaning::ReadNothing]);
    let mut said: Vec<String> = found
        .reviewers
        .iter()
        .zip(["R1", "R2", "R3", "R4", "R5"])
        .map(|(it, name)| it.in_words(name).to_string())
        .collect();
    said.push(found.relations[0].in_words("same country").to_string());
    said.push(found.relations[1].in_words("same institution").to_string());
    said.push(found.applications[0].in_words("A1").to_string());
    said.push(found.applications[12].in_words("A13").to_string());
    said.push(found.applications[13].in_words("A14").to_string());
    expect![[r"
        R1 scores like colleagues on the same files, as far as 12 of them can tell. 0.31 is added to the scores.
        R2 scores 1.50 lower than colleagues on the same files (give or take 0.06, from 12 of them). 1.31 is added to the scores.
        R3 scores 1.50 higher than colleagues on the same files (give or take 0.06, from 12 of them). 0.69 is taken from the scores.
        R4 read nothing that a colleague read too, so whether strict or mild cannot be told. 0.94 is taken from the scores.
        R5 read nothing.
        “same country” raises a score by 0.50 points (standard error 0.13; 4 reviews have it).
        What “same institution” does to scores cannot be told from these reviews.
        A1 has a raw mean of 4.29 from 3 reviews; +0.31 for how strict or mild its reviewers are; -0.17 for relations between them and the applicant; +0.01 because so many reviews tell only part: 4.44, give or take 0.64.
        A13 has a raw mean of 9.00 from 1 review; -0.94 for how strict or mild its reviewers are; -0.02 because so many reviews tell only part: 8.04, give or take 0.96.
        A14 was read by nobody; its score is that of a middling application."]].assert_eq(&said.join("\n"));

    assert!(found.difference(0, 5).is_comparable && !found.difference(0, 12).is_comparable);
    assert!(found.difference(3, 3).estimate.error.abs() < 1e-300);
    assert_eq!(found.components.count, 2);
}

#[test]
fn chances_come_from_whatever_chooses() {
    let found = calibrated(&call(60, 5, 3, 4));
    let seed = Seed::of_words("quotas");
    // At most one of each pair of neighbours, as a quota would have it.
    let mut choose = |scores: &[f64]| (0..scores.len()).map(|at| scores[at] > scores[at ^ 1]).collect::<Vec<bool>>();

    let chances = found.chances(&mut choose, &seed, 400, &mut unwatched).unwrap();

    assert_eq!(chances.hits.iter().sum::<u32>(), 30 * 400);
    assert!((0..60).all(|at| chances.hits[at] + chances.hits[at ^ 1] == 400));
    let wrong = found.chances(&mut |_| vec![true], &seed, 400, &mut unwatched);
    assert_eq!(wrong.unwrap_err(), ChoiceRefused::Length { told: 1, count: 60 });
    let everybody = found.chances_of_top(60, &seed, 50, &mut unwatched);
    let nobody = found.chances_of_top(0, &seed, 50, &mut unwatched);
    assert!(everybody.hits.iter().all(|it| *it == 50) && nobody.hits.iter().all(|it| *it == 0));
    assert_eq!((everybody.zone(0), nobody.zone(0), chances.error(0) < 0.03), (Zone::In, Zone::Out, true));
}

#[test]
fn applications_that_do_not_differ_have_equal_chances() {
    let rows = (0..40).map(|at| {
        Review::new(at / 2, at % 2, if at % 4 < 2 { 1.0 } else { 2.0 } * if at % 2 == 0 { 1.0 } else { -1.0 })
    });
    let found = calibrated(&Reviews::check(20, 2, 0, rows.collect()).unwrap());
    assert!(found.spread.applications.abs() < 1e-300);

    let chances = found.chances_of_top(5, &Seed::of_words("a lottery"), 2_000, &mut unwatched);

    assert!((0..20).all(|at| (chances.of(at) - 0.25).abs() < 0.05), "{chances:?}");
}

#[test]
fn what_is_asked_of_a_batch_is_checked() {
    let found = calibrated(&call(60, 5, 3, 4));
    let ask = |thresholds: &[Option<f64>], free: &[u32]| {
        let wanted = Wanted { thresholds, free, may_read: &|_, _| true, batch: 5, least: 0.0, worth: Worth::Gain };
        found.next_batch(&wanted)
    };
    assert_eq!(ask(&[None; 3], &[1; 5]), Err(WantedRefused::Thresholds { told: 3, count: 60 }));
    assert_eq!(ask(&[Some(f64::NAN); 60], &[1; 5]), Err(WantedRefused::Threshold { application: 0 }));
    assert_eq!(ask(&[None; 60], &[1; 4]), Err(WantedRefused::Free { told: 4, count: 5 }));
    assert_eq!(ask(&[None; 60], &[1; 5]).unwrap().end, End::Enough, "nobody is to be read again");
    assert_eq!(ask(&[Some(6.0); 60], &[1; 5]).unwrap().end, End::Full);
    assert_eq!(ask(&[Some(6.0); 60], &[0, 2, 0, 0, 0]).unwrap().end, End::NobodyLeft);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_batch_keeps_the_rules(
        run in 0..1_000u64, batch in 1..40usize, places in 1..40usize, limit in 0..9u32, by_gain in any::<bool>(),
    ) {
        let reviews = call(50, 7, 2, run);
        let found = calibrated(&reviews);
        let threshold = found.threshold(places);
        let worth = if by_gain { Worth::Gain } else { Worth::Closeness };
        let may_read = |application: usize, reviewer: usize| !(application * 3 + reviewer).is_multiple_of(5);
        let thresholds: Vec<Option<f64>> = (0..50).map(|at| (at % 9 != 0).then_some(threshold)).collect();
        let free = [limit; 7];
        let wanted = Wanted { thresholds: &thresholds, free: &free, may_read: &may_read, batch, least: 0.0, worth };

        let given = found.next_batch(&wanted).unwrap();

        prop_assert!(given.reviews.len() <= batch);
        prop_assert_eq!(given.end == End::Full, given.reviews.len() == batch);
        prop_assert!(given.reviews.windows(2).all(|it| it[0].worth >= it[1].worth));
        let mut load = [0; 7];
        for it in &given.reviews {
            load[it.reviewer] += 1;
            prop_assert!(thresholds[it.application].is_some() && may_read(it.application, it.reviewer));
            prop_assert!(!reviews.rows().iter().any(|row| row.application == it.application && row.reviewer == it.reviewer));
            prop_assert!(given.reviews.iter().filter(|other| other.application == it.application).count() == 1);
            prop_assert!(it.worth >= 0.0 && it.tie > 0.0);
        }
        prop_assert!(load.iter().all(|it| *it <= limit));
    }

    #[test]
    fn chances_add_up_to_the_places(run in 0..1_000u64, places in 0..50usize) {
        let found = calibrated(&call(50, 7, 2, run));
        let chances = found.chances_of_top(places, &Seed::of_words("places"), 60, &mut unwatched);
        prop_assert_eq!(chances.hits.iter().sum::<u32>(), 60 * places as u32);
    }

    #[test]
    fn a_better_score_has_the_better_chance_where_both_are_as_well_known(run in 0..1_000u64) {
        let found = calibrated(&call(30, 30, 30, run));
        let chances = found.chances_of_top(10, &Seed::of_words("order"), 2_000, &mut unwatched);
        for one in 0..30 {
            for other in 0..30 {
                let difference = found.difference(one, other).estimate;
                if difference.value > 2.0 * difference.error {
                    prop_assert!(chances.hits[one] + 100 >= chances.hits[other]);
                }
            }
        }
    }
}

/// Reviews as nobody should hand them in, but might.
fn wild() -> impl Strategy<Value = Vec<Review>> {
    let score = prop_oneof![
        (0..4i32).prop_map(f64::from),
        -1e6..1e6f64,
        (0..3i32).prop_map(|it| 999_999.0 + f64::from(it) / 1e3),
        Just(f64::INFINITY),
        (0..9i32).prop_map(|it| f64::from(it) * 1e-300),
    ];
    let weight = prop_oneof![Just(1.0), Just(1e-3), Just(1e3), Just(-1.0)];
    let relation = prop_oneof![4 => Just(0.0), 3 => Just(1.0), 1 => Just(1e6), 1 => Just(f64::NAN)];
    let row =
        (0..9usize, 0..7usize, score, weight, relation).prop_map(|(application, reviewer, score, weight, relation)| {
            Review { application, reviewer, score, weight, relations: vec![relation, 1.0 - relation] }
        });
    prop::collection::vec(row, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn wild_reviews_are_refused_or_calibrated_but_never_break(rows in wild(), tame in any::<bool>()) {
        let mut rows = rows;
        if tame {
            rows.retain(|it| it.score.is_finite() && it.weight > 0.0 && it.relations[0].is_finite());
        }
        let found = Reviews::check(8, 7, 2, rows).and_then(|it| calibrate(&it, &Plan::default(), &mut unwatched));
        let Ok(found) = found else { return Ok(()) };
        for it in &found.applications {
            prop_assert!(it.score.value.is_finite() && it.score.error.is_finite());
        }
        let chances = found.chances_of_top(3, &Seed::of_words("wild"), 20, &mut unwatched);
        prop_assert_eq!(chances.hits.iter().sum::<u32>(), 60);
    }
}
