//! The engine through its front door: what an officer does, and what is answered.

mod rounds;

use assignment::check::{Claim, verify};
use assignment::{
    Affinity, AnchorReaders, Application, Commitment, Effort, Go, GroupRule, NoExpectation, Pairing, Progress, Secret,
    Sheets, Spreads, Standing, Wishes, assign, check, connected_designs, expectation, fair_floor, limited,
    propose_anchors, to_the_end, with_anchors,
};
use expect_test::expect;
use rounds::{matrix, panel, small};

fn figures(millionths: &[i64]) -> Vec<Affinity> {
    millionths.iter().map(|it| Affinity::millionths(*it)).collect()
}

/// Three applications of two readings, three reviewers of two.
fn three() -> Sheets {
    matrix(&figures(&[900_000, 500_000, 100_000, 800_000, 400_000, 300_000, 700_000, 200_000, 600_000]), 3, 2, 0, 2)
}

#[test]
fn flaws_are_told_all_at_once_with_sheet_and_row() {
    let mut sheets = three();
    sheets.applications.push(Application { id: "a00000".into(), readings: 1 });
    sheets.reviewers[1].at_least = 5;
    sheets.affinities[0].affinity = Affinity::millionths(i64::MAX);
    sheets.conflicts.push(Pairing::new("a00001", "nobody"));
    sheets.rules.push(GroupRule { of: "country".into(), value: Some("FR".into()), at_least: 1, at_most: None });

    let flaws = sheets.check().unwrap_err();
    let told: String = flaws.iter().map(|it| format!("{:?}: {it}\n", it.place())).collect();
    expect![[r"
        Some((Applications, 4)): “a00000” stands in row 1 and again in row 4; ids must differ
        Some((Reviewers, 2)): reviewer “r00001” (row 2) is to read at least 5 and at most 2; exchange or mend the two
        Some((Rules, 1)): the rule in row 1 speaks of “country: FR”, which no reviewer has; mend the name or remove the rule
        Some((Conflicts, 1)): row 1 speaks of “nobody”, who is not among the reviewers
        Some((Affinities, 1)): row 1 has the affinity 9223372036854.775807; divide all affinities so that none is beyond 10000
    "]]
    .assert_eq(&told);
}

#[test]
fn nothing_at_all_is_refused_in_sentences() {
    let told: String = Sheets::default().check().unwrap_err().iter().map(|it| format!("{it}\n")).collect();
    expect![[r"
        there are no applications; add at least one
        there are no reviewers; add at least one
    "]]
    .assert_eq(&told);
}

#[test]
fn rules_that_overlap_are_refused_with_one_who_is_in_both() {
    let mut sheets = three();
    let traits = [("FR", "senior"), ("FR", "junior"), ("DE", "senior")];
    for (reviewer, (country, rank)) in sheets.reviewers.iter_mut().zip(traits) {
        reviewer.traits = [("country", country), ("rank", rank)].map(|(of, it)| (of.to_owned(), it.to_owned())).into();
    }
    sheets.rules.push(GroupRule { of: "country".into(), value: Some("FR".into()), at_least: 0, at_most: Some(1) });
    sheets.rules.push(GroupRule { of: "rank".into(), value: Some("senior".into()), at_least: 1, at_most: None });
    expect!["the rules on “country: FR” and on “rank: senior” overlap (“r00000” is in both, and neither group lies within the other); an exact assignment needs groups that are apart or nested: drop one of the two rules"]
        .assert_eq(&sheets.check().unwrap_err()[0].to_string());
}

#[test]
fn too_few_readers_are_told_with_the_least_cut() {
    let mut sheets = three();
    sheets.conflicts =
        vec![Pairing::new("a00000", "r00002"), Pairing::new("a00001", "r00002"), Pairing::new("a00002", "r00002")];
    let shortage = assign(&sheets.check().unwrap(), &Wishes::default(), &mut to_the_end).unwrap_err();
    expect!["3 applications (a00000, a00001, a00002) need 6 readings, but 2 reviewers (r00000, r00001) can give them at most 4. 2 are missing. Raise the loads of these reviewers, find another reviewer, lift a conflict or a rule, or want fewer readings"]
        .assert_eq(&shortage.to_string());
}

#[test]
fn loads_that_cannot_be_filled_are_told_with_the_least_cut() {
    let mut sheets = three();
    sheets.reviewers[2].at_least = 2;
    sheets.conflicts = vec![Pairing::new("a00000", "r00002"), Pairing::new("a00001", "r00002")];
    for reviewer in &mut sheets.reviewers {
        reviewer.at_most = 3;
    }
    let shortage = assign(&sheets.check().unwrap(), &Wishes::default(), &mut to_the_end).unwrap_err();
    expect!["1 reviewer (r00002) must read at least 2 in all, but no application is left to them alone, and the other applications that they may read at most 1 more. 1 is missing. Lower these reviewers' least loads, lift a conflict, or want more readings"]
        .assert_eq(&shortage.to_string());
}

#[test]
fn a_frozen_review_stays_and_counts() {
    let mut sheets = three();
    sheets.frozen.push(Pairing::new("a00000", "r00002"));
    let round = sheets.check().unwrap();
    let found = assign(&round, &Wishes::default(), &mut to_the_end).unwrap();
    assert!(found.pairs.contains(&round.pair(0, 2).unwrap()));
    assert!(verify(&sheets, &found.certificate(&round)).holds());
}

#[test]
fn a_certificate_that_claims_too_much_is_refused_by_counting() {
    let sheets = three();
    let round = sheets.check().unwrap();
    let sound = assign(&round, &Wishes::default(), &mut to_the_end).unwrap().certificate(&round);
    let one = Affinity::millionths(1);
    for claim in 0..sound.claims.len() {
        let mut false_one = sound.clone();
        match &mut false_one.claims[claim] {
            Claim::Total(figure) | Claim::LeastScore(figure) => *figure = *figure + one,
            Claim::NoGreaterTotal { bound, .. } => *bound = *bound - one,
            _ => unreachable!("an assignment claims no floor"),
        }
        assert!(verify(&sheets, &false_one).doubts[claim].is_some());
    }
    let mut swapped = sound.clone();
    swapped.pairs[0].reviewer = "r00001".into();
    assert!(!verify(&sheets, &swapped).holds());
}

#[test]
fn a_price_that_is_moved_never_proves_more_than_is_true() {
    for seed in 0..60 {
        let sheets = small(seed * 977);
        let round = sheets.check().unwrap();
        let Ok(found) = assign(&round, &Wishes::default(), &mut to_the_end) else { continue };
        let mut prices = found.prices.clone();
        let all = prices.applications.iter_mut().chain(&mut prices.reviewers).map(|it| &mut it.price);
        for (at, price) in (0_i64..).zip(all.chain(prices.groups.iter_mut().map(|it| &mut it.price))) {
            *price = *price + Affinity::millionths((at * 7_919) % 1_001 - 500);
        }
        if let Ok(bound) = check::bound_of_total(&sheets, &prices) {
            assert!(bound >= found.total, "seed {seed}");
        }
    }
}

#[test]
fn a_run_that_is_stopped_says_so_and_keeps_every_rule() {
    let round = panel(200, 12, 40, 60);
    let mut asked = 0;
    let found = assign(&round, &Wishes::default(), &mut |_| {
        asked += 1;
        if asked > 3 { Go::Stop } else { Go::On }
    })
    .unwrap();
    let best = assign(&round, &Wishes::default(), &mut to_the_end).unwrap();

    assert_eq!((found.standing, best.standing), (Standing::Stopped, Standing::Proved));
    assert!(found.total <= best.total && best.total <= found.bound);
    assert!(found.loads(&round).iter().all(|it| (40..=60).contains(it)));
}

#[test]
fn a_floor_search_that_is_stopped_tells_what_may_be_missing() {
    let round = panel(200, 12, 40, 60);
    let stop = |work: u64| {
        let mut asked = 0;
        move |_: Progress| {
            asked += 1;
            if asked > work { Go::Stop } else { Go::On }
        }
    };
    for work in [0, 5, 16, 25, 40] {
        let found = fair_floor(&round, &Wishes::default(), &Effort::default(), &mut stop(work)).unwrap();
        assert!(found.floor <= found.floor_bound && found.total <= found.total_bound);
        assert_eq!(found.floor == found.floor_bound, found.floor_standing == Standing::Proved);
    }
}

#[test]
fn drawn_assignments_have_the_chances_that_were_published() {
    let sheets = matrix(
        &figures(&[900_000, 850_000, 100_000, 800_000, 400_000, 300_000, 700_000, 200_000, 600_000, 500_000, 1, 5]),
        4,
        2,
        1,
        2,
    );
    let round = sheets.check().unwrap();
    let chances = limited(&round, 600, &mut to_the_end).unwrap();
    let draws = 4_000_i64;
    let mut seen = vec![0_i64; round.pairs().len()];
    for number in 0..draws {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&i64::to_be_bytes(number));
        for pair in chances.draw(&round, &seed) {
            seen[pair] += 1;
        }
    }
    let mut square = 0.0;
    for (pair, seen) in seen.into_iter().enumerate() {
        let chance = chances.of(pair);
        if chances.parts[pair] == 0 || chances.parts[pair] == chances.whole {
            assert_eq!(seen, if chances.parts[pair] == 0 { 0 } else { draws });
        } else {
            let expected = chance * draws as f64;
            square += (seen as f64 - expected) * (seen as f64 - expected) / (expected * (1.0 - chance));
        }
    }
    // Twelve pairs, of which fewer vary freely; beyond 33 lies less than one in a thousand.
    assert!(square < 33.0, "{square}");
}

#[test]
fn a_commitment_is_opened_by_its_secret_and_chances_only() {
    let round = three().check().unwrap();
    let chances = limited(&round, 800, &mut to_the_end).unwrap();
    let (secret, other) = (Secret([7; 32]), Secret([8; 32]));
    let fingerprint = chances.fingerprint(&round);
    let commitment = Commitment::to(&secret, &fingerprint);

    assert!(commitment.is_opened_by(&secret, &fingerprint));
    assert!(!commitment.is_opened_by(&other, &fingerprint));
    assert!(!commitment.is_opened_by(&secret, &limited(&round, 900, &mut to_the_end).unwrap().fingerprint(&round)));
    let seed = commitment.seed(&secret, "dice 4 1 7");
    assert_eq!(chances.draw(&round, &seed), chances.draw(&round, &commitment.seed(&secret, " dice 4 1 7\n")));
    // The same bytes on every machine: who draws again gets this.
    expect!["67 d9 [0, 2, 3, 4, 7, 8]"].assert_eq(&format!(
        "{:02x} {:02x} {:?}",
        seed[0],
        seed[31],
        chances.draw(&round, &seed)
    ));
}

#[test]
fn anchors_join_a_panel_that_falls_apart() {
    // Two subjects, whose reviewers never read each other's applications.
    let all: Vec<Affinity> = (0..12 * 6)
        .map(|at| {
            if (at / 6 < 6) == (at % 6 < 3) {
                Affinity::millionths(900_000 - i64::from(at))
            } else {
                Affinity::millionths(0)
            }
        })
        .collect();
    let sheets = matrix(&all, 6, 2, 4, 4);
    let spreads = Spreads { applications: 1.0, reviewers: 0.5, noise: 1.0 };
    let plain = sheets.check().unwrap();
    let found = assign(&plain, &Wishes::default(), &mut to_the_end).unwrap();
    let apart = expectation(&plain, &found.pairs, spreads).unwrap();

    let anchors: Vec<String> =
        propose_anchors(&plain, 3).into_iter().map(|it| plain.applications()[it].id.clone()).collect();
    let joined = with_anchors(&sheets, &anchors, AnchorReaders::Chain, true).check().unwrap();
    let found = assign(&joined, &Wishes::default(), &mut to_the_end).unwrap();
    let together = expectation(&joined, &found.pairs, spreads).unwrap();

    assert_eq!((apart.components.len(), together.components.len()), (2, 1));
    assert!(together.error_of_a_difference < apart.error_of_a_difference);
}

#[test]
fn connection_costs_affinity_and_lowers_the_expected_error() {
    let all: Vec<Affinity> = (0..24 * 6)
        .map(|at| {
            Affinity::millionths(
                if (at / 6 < 12) == (at % 6 < 3) { 500_000 } else { 450_000 } + (i64::from(at) * 37) % 1_000,
            )
        })
        .collect();
    let round = matrix(&all, 6, 2, 0, 9).check().unwrap();
    let spreads = Spreads { applications: 1.0, reviewers: 1.0, noise: 0.7 };
    let designs =
        connected_designs(&round, &Wishes::default(), spreads, Affinity::millionths(400_000), 2, &mut to_the_end)
            .unwrap()
            .unwrap();

    assert_eq!((designs.len(), designs[0].expectation.components.len()), (3, 2));
    let best = designs
        .iter()
        .min_by(|one, other| one.expectation.error_of_a_difference.total_cmp(&other.expectation.error_of_a_difference));
    let best = best.unwrap();
    assert_eq!(best.expectation.components.len(), 1);
    assert!(best.assignment.total < designs[0].assignment.total);
    assert!(best.expectation.error_of_a_difference < designs[0].expectation.error_of_a_difference);
}

#[test]
fn spreads_that_mean_nothing_are_refused() {
    let round = three().check().unwrap();
    let pairs: Vec<usize> = (0..6).collect();
    for (applications, reviewers, noise) in [(0.0, 1.0, 1.0), (1.0, f64::NAN, 1.0), (1.0, -1.0, 1.0), (1.0, 1.0, 0.0)] {
        let spreads = Spreads { applications, reviewers, noise };
        assert_eq!(expectation(&round, &pairs, spreads), Err(NoExpectation::NoSpread));
    }
}

#[test]
fn a_million_rows_of_nonsense_are_refused_quickly_and_in_a_thousand_sentences() {
    let mut sheets = three();
    sheets.conflicts = (0..1_000_000).map(|it| Pairing::new("a00000", format!("x{it}"))).collect();
    assert_eq!(sheets.check().unwrap_err().len(), 1_000);
}
