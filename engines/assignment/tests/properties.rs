//! What must hold of every round, tried on small ones against all assignments that there are.

mod rounds;

use assignment::check::{count, verify};
use assignment::{
    Affinity, ChangeCost, Curve, Effort, Pairing, Round, Shortage, Spreads, Standing, Unlisted, Wishes, assign,
    expectation, fair_floor, limited, reassign, spread, to_the_end,
};
use proptest::prelude::*;
use rounds::{all, small};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_best_total_is_the_best_of_all_and_its_certificate_holds(seed: u64) {
        let sheets = small(seed);
        let round = sheets.check().unwrap();
        let every = all(&sheets);
        let best = every.iter().map(|it| it.1.total).max();
        match assign(&round, &Wishes::default(), &mut to_the_end) {
            Ok(found) => {
                prop_assert_eq!(Some(found.total), best);
                prop_assert_eq!((found.bound, found.standing), (found.total, Standing::Proved));
                let verdict = verify(&sheets, &found.certificate(&round));
                prop_assert!(verdict.holds(), "{:?}", verdict);
            }
            Err(shortage) => {
                prop_assert_eq!(best, None, "{}", shortage);
                if let Shortage::Readers(cut) | Shortage::Loads(cut) = shortage {
                    prop_assert!(cut.missing > 0, "{:?}", cut);
                    prop_assert_eq!(cut.wanted, cut.at_most + cut.once + cut.by_rules + cut.missing);
                }
            }
        }
    }

    #[test]
    fn the_fair_floor_and_the_total_above_it_are_within_their_bounds_and_right_where_proved(seed: u64) {
        let sheets = small(seed);
        let round = sheets.check().unwrap();
        let every = all(&sheets);
        let Ok(found) = fair_floor(&round, &Wishes::default(), &Effort::default(), &mut to_the_end) else {
            prop_assert!(every.is_empty());
            return Ok(());
        };
        let floor = every.iter().map(|it| it.1.least_score).max().unwrap();
        let above = every.iter().filter(|it| it.1.least_score >= found.floor).map(|it| it.1.total).max().unwrap();
        prop_assert!(found.floor <= floor && floor <= found.floor_bound, "{floor} {found:?}");
        prop_assert!(found.total <= above && above <= found.total_bound, "{above} {found:?}");
        if found.floor_standing == Standing::Proved {
            prop_assert_eq!(found.floor, floor);
        }
        if found.total_standing == Standing::Proved {
            prop_assert_eq!(found.total, above);
        }
        let verdict = verify(&sheets, &found.certificate(&round));
        prop_assert!(verdict.holds(), "{:?} {:?}", verdict, found);
    }
}

/// The pairs of an assignment by ids.
fn named(round: &Round, pairs: &[usize]) -> Vec<Pairing> {
    let name = |it: &usize| {
        let reviewer = &round.reviewers()[round.pairs()[*it].reviewer as usize];
        Pairing::new(&round.applications()[round.application_of(*it)].id, &reviewer.id)
    };
    pairs.iter().map(name).collect()
}

fn wishes(seed: u8) -> Wishes {
    Wishes { seed: [seed; 32] }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn neither_the_order_of_rows_nor_the_scale_of_affinities_changes_who_reads_whom(seed: u64, lots: u8) {
        let sheets = small(seed);
        let mut other = sheets.clone();
        other.applications.reverse();
        other.reviewers.rotate_left(1);
        other.affinities.reverse();
        other.rules.reverse();
        for fit in &mut other.affinities {
            fit.affinity = Affinity::millionths(fit.affinity.in_millionths() * 3);
        }
        let (one, two) = (sheets.check().unwrap(), other.check().unwrap());
        let first = assign(&one, &wishes(lots), &mut to_the_end);
        let second = assign(&two, &wishes(lots), &mut to_the_end);
        if let (Ok(first), Ok(second)) = (&first, &second) {
            prop_assert_eq!(named(&one, &first.pairs), named(&two, &second.pairs));
        }
        prop_assert_eq!(first.is_ok(), second.is_ok());
    }

    #[test]
    fn one_more_possible_pair_never_lowers_the_best_total(seed: u64) {
        let mut sheets = small(seed);
        let before = assign(&sheets.check().unwrap(), &wishes(0), &mut to_the_end);
        if sheets.conflicts.pop().is_none() {
            return Ok(());
        }
        sheets.unlisted = Unlisted::Worth(Affinity::ZERO);
        let after = assign(&sheets.check().unwrap(), &wishes(0), &mut to_the_end);
        if let Ok(before) = before {
            prop_assert!(after.unwrap().total >= before.total);
        }
    }

    #[test]
    fn a_higher_limit_never_lowers_the_expected_total_and_each_step_adds_no_more_than_the_last(seed: u64) {
        let mut sheets = small(seed);
        sheets.frozen.clear();
        let round = sheets.check().unwrap();
        let totals: Vec<Option<i128>> = [256, 384, 512, 640, 768, 896, 1_024]
            .into_iter()
            .map(|it| limited(&round, it, &mut to_the_end).ok().map(|it| it.expected_parts(&round)))
            .collect();
        for three in totals.windows(3) {
            if let [Some(one), Some(two), Some(three)] = three {
                prop_assert!(one <= two && two <= three && two - one >= three - two);
            }
        }
        let best = assign(&round, &wishes(0), &mut to_the_end).ok().map(|it| i128::from(it.total.in_millionths()) * 1_024);
        prop_assert_eq!(best, totals[6]);
    }

    #[test]
    fn every_draw_keeps_the_sheets_and_the_same_seed_draws_the_same(seed: u64, lots: u8) {
        let sheets = small(seed);
        let round = sheets.check().unwrap();
        for most in [400, 700] {
            let Ok(chances) = limited(&round, most, &mut to_the_end) else { continue };
            let pairs = chances.draw(&round, &[lots; 32]);
            prop_assert!(count(&sheets, &named(&round, &pairs)).is_ok());
            prop_assert!(pairs.iter().all(|it| chances.parts[*it] > 0));
            prop_assert_eq!(&pairs, &chances.draw(&round, &[lots; 32]));
        }
        if let Ok(found) = spread(&round, Curve { most: 0.8, beta: 0.3 }, &mut to_the_end) {
            let pairs = found.chances.draw(&round, &[lots; 32]);
            prop_assert!(count(&sheets, &named(&round, &pairs)).is_ok());
        }
    }

    #[test]
    fn a_spread_is_better_by_its_curve_than_limits_and_certainties(seed: u64) {
        let mut sheets = small(seed);
        sheets.rules.clear();
        let round = sheets.check().unwrap();
        let curve = Curve { most: 0.9, beta: 0.4 };
        let Ok(found) = spread(&round, curve, &mut to_the_end) else { return Ok(()) };
        let bent = |chances: &assignment::Chances| -> f64 {
            let one = |(at, pair): (usize, &assignment::Pair)| {
                let (affinity, chance) = (pair.affinity.as_f64(), chances.of(at));
                // Pairs of hardly any affinity bend a little all the same.
                affinity * chance - affinity.max(1e-2) * curve.beta * chance * chance
            };
            round.pairs().iter().enumerate().map(one).sum()
        };
        for most in [400, 700, 921] {
            if let Ok(other) = limited(&round, most, &mut to_the_end)
                && found.off_by < 1e-3
            {
                prop_assert!(bent(&found.chances) >= bent(&other) - 1e-4, "{} {}", bent(&found.chances), bent(&other));
            }
        }
    }

    #[test]
    fn after_a_decline_no_assignment_changes_fewer_pairs_and_none_of_as_few_is_better(seed: u64) {
        let sheets = small(seed);
        let round = sheets.check().unwrap();
        let Ok(found) = assign(&round, &wishes(0), &mut to_the_end) else { return Ok(()) };
        let earlier = named(&round, &found.pairs);
        let later = sheets.after_decline("r0", &[]);
        let round = later.check().unwrap();
        let Ok(changed) = reassign(&round, &earlier, ChangeCost::Fewest, &wishes(0), &mut to_the_end) else {
            prop_assert!(all(&later).is_empty());
            return Ok(());
        };
        let fresh = |it: &[Pairing]| it.iter().filter(|it| !earlier.contains(it)).count();
        let best = all(&later).iter().map(|it| (fresh(&it.0), std::cmp::Reverse(it.1.total))).min().unwrap();
        prop_assert_eq!((changed.new.len(), std::cmp::Reverse(changed.total)), best);
        prop_assert_eq!(changed.gone.len() + found.pairs.len(), changed.new.len() + changed.pairs.len());
        let by_each = reassign(&round, &earlier, ChangeCost::Each(Affinity::ZERO), &wishes(0), &mut to_the_end).unwrap();
        prop_assert_eq!(Some(by_each.total), all(&later).iter().map(|it| it.1.total).max());
    }

    #[test]
    fn the_expected_error_is_that_of_the_whole_covariance(seed: u64) {
        let sheets = small(seed);
        let round = sheets.check().unwrap();
        let Ok(found) = assign(&round, &wishes(0), &mut to_the_end) else { return Ok(()) };
        let spreads = Spreads { applications: 0.9, reviewers: 0.4, noise: 0.7 };
        let Ok(expected) = expectation(&round, &found.pairs, spreads) else { return Ok(()) };
        let whole = mean_square_by_elimination(&round, &found.pairs, spreads);
        prop_assert!((expected.error_of_a_difference - whole.sqrt()).abs() < 1e-9);
        prop_assert!(expected.error_of_a_difference <= expected.error_without_readings + 1e-12);
    }
}

/// The mean squared error of a difference from the full mixed model equations, by plain elimination.
fn mean_square_by_elimination(round: &Round, pairs: &[usize], spreads: Spreads) -> f64 {
    let (applications, people) = (round.applications().len(), round.reviewers().len());
    let size = applications + people + 1;
    let ratio = |it: f64| (spreads.noise / it) * (spreads.noise / it);
    let mut rows = vec![vec![0.0; 2 * size]; size];
    for pair in pairs {
        let at = [round.application_of(*pair), applications + round.pairs()[*pair].reviewer as usize, size - 1];
        for one in at {
            for other in at {
                rows[one][other] += 1.0;
            }
        }
    }
    for (at, row) in rows.iter_mut().enumerate() {
        if at < size - 1 {
            row[at] += ratio(if at < applications { spreads.applications } else { spreads.reviewers });
        }
        row[size + at] = 1.0;
    }
    for pivot in 0..size {
        let by = rows[pivot][pivot];
        rows[pivot].iter_mut().for_each(|it| *it /= by);
        let own = rows[pivot].clone();
        for (at, row) in rows.iter_mut().enumerate().filter(|it| it.0 != pivot) {
            let factor = row[pivot];
            debug_assert!(at != pivot);
            row.iter_mut().zip(&own).for_each(|(it, own)| *it -= factor * own);
        }
    }
    let covariance = |one: usize, other: usize| rows[one][size + other] * spreads.noise * spreads.noise;
    let (mut sum, mut count) = (0.0, 0.0);
    for one in 0..applications {
        for other in 0..one {
            sum += covariance(one, one) + covariance(other, other) - 2.0 * covariance(one, other);
            count += 1.0;
        }
    }
    sum / count
}
