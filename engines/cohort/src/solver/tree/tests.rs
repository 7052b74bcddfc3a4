//! Every point of small programmes, counted out, against the search; and every proof, gone through.

use proptest::prelude::*;

use super::*;
use crate::solver::{Column, Proof, Range, Sum, infeasible, upper_bound, worth};

/// Whether a proof leaves no point worth more than a bound.
fn proves(programme: &Programme, goal: &[i64], proof: &Proof, bound: Option<i128>) -> bool {
    fn go(
        programme: &Programme,
        goal: &[i64],
        proof: &Proof,
        bound: Option<i128>,
        columns: &[(i64, i64)],
        rows: &[(i64, i64)],
    ) -> bool {
        match proof {
            Proof::Bounded(it) => bound.is_some_and(|bound| upper_bound(programme, goal, it, columns, rows) <= bound),
            Proof::Contradiction(it) => infeasible(programme, it, columns, rows),
            Proof::Cases { on, at, below, above } => {
                let halves = [(below, i64::MIN, *at), (above, *at + 1, i64::MAX)];
                halves.into_iter().all(|(proof, least, most)| {
                    let (mut columns, mut rows) = (columns.to_vec(), rows.to_vec());
                    let range = match on {
                        Sum::Column(at) => &mut columns[*at],
                        Sum::Row(at) => &mut rows[*at],
                    };
                    *range = (range.0.max(least), range.1.min(most));
                    range.0 > range.1 || go(programme, goal, proof, bound, &columns, &rows)
                })
            }
        }
    }
    let columns: Vec<_> = programme.columns.iter().map(|it| (it.least, it.most)).collect();
    let rows: Vec<_> = programme.rows.iter().map(|it| (it.least, it.most)).collect();
    go(programme, goal, proof, bound, &columns, &rows)
}

/// The best of all points, counted out.
fn counted_out(programme: &Programme, goal: &[i64]) -> Option<i128> {
    let mut point: Vec<i64> = programme.columns.iter().map(|it| it.least).collect();
    let mut best = None;
    loop {
        if programme.holds(&point) {
            best = best.max(Some(worth(goal, &point)));
        }
        let Some(at) = (0..point.len()).find(|at| point[*at] < programme.columns[*at].most) else { return best };
        point[at] += 1;
        for (count, column) in point.iter_mut().zip(&programme.columns).take(at) {
            *count = column.least;
        }
    }
}

fn programmes() -> impl Strategy<Value = (Programme, Vec<Vec<i64>>)> {
    (2_usize..7, 1_usize..5).prop_flat_map(|(columns, rows)| {
        let column = (0_i64..2, 0_i64..3, prop::collection::vec(-1_i64..4, rows));
        let row = (-2_i64..6, 0_i64..5);
        (
            prop::collection::vec(column, columns),
            prop::collection::vec(row, rows),
            prop::collection::vec(prop::collection::vec(-9_i64..30, columns), 3),
        )
            .prop_map(|(columns, rows, goals)| {
                let columns = columns
                    .into_iter()
                    .map(|(least, more, factors)| Column {
                        least,
                        most: least + more,
                        entries: factors.into_iter().enumerate().filter(|it| it.1 != 0).collect(),
                    })
                    .collect();
                let rows = rows.into_iter().map(|(least, width)| Range { least, most: least + width }).collect();
                (Programme { rows, columns }, goals)
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_search_finds_what_counting_out_finds_and_proves_it((programme, goals) in programmes()) {
        let mut ear = |_| crate::solver::Go::On;
        let mut watch = Watch::new(&mut ear, u64::MAX);
        let mut session = Native.open(&programme);
        for goal in &goals {
            let want = Want { proof: true, ..Want::default() };
            let outcome = session.maximise(goal, want, &mut watch);
            prop_assert!(!outcome.is_open);
            let value = outcome.best.as_ref().map(|it| it.1);
            prop_assert_eq!(value, counted_out(&programme, goal));
            prop_assert_eq!(value, outcome.bound);
            let common = goal.iter().fold(0, |sum, it| num_integer::gcd(sum, *it)).max(1);
            let lowest: Vec<i64> = goal.iter().map(|it| it / common).collect();
            prop_assert!(proves(&programme, &lowest, &outcome.proof.unwrap(), value.map(|it| it / i128::from(common))));
            if let Some((point, _)) = outcome.best {
                prop_assert!(programme.holds(&point));
            }
        }
    }
}
