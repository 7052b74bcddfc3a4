//! Tickets are fair, fixed and provable.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::certificate::{FORM, Group};
use crate::model::{Objective, Panel, WHOLE};

/// A certificate of a lottery; nothing else in it matters here.
fn lottery(kinds: &[u32], panels: &[(&[u32], u64)]) -> Certificate {
    let mut next = 0;
    let mut members = |count: u32| {
        let members = (next..next + count).map(|it| format!("p{it:03}")).collect();
        next += count;
        members
    };
    let group =
        |count: &u32| Group { members: members(*count), quotas: vec![], exclusive: None, is_in: false, merit: None };
    Certificate {
        form: FORM.into(),
        objective: Objective::Leximin,
        size: panels[0].0.iter().sum(),
        quotas: vec![],
        kinds: kinds.iter().map(group).collect(),
        least_merit: None,
        panels: panels.iter().map(|it| Panel { counts: it.0.to_vec(), weight: it.1 }).collect(),
        whole: WHOLE,
        stages: vec![],
        merit: None,
        fingerprint: String::new(),
    }
}

fn small() -> Certificate {
    lottery(&[3, 4], &[(&[2, 1], WHOLE / 3), (&[1, 2], WHOLE / 2), (&[0, 3], WHOLE - WHOLE / 3 - WHOLE / 2)])
}

#[test]
fn the_same_seed_makes_the_same_tickets_and_another_makes_others() {
    let tickets = Tickets::of(&small(), 10, "seed");

    assert_eq!(tickets, Tickets::of(&small(), 10, "seed"));
    assert_ne!(tickets.commitment(), Tickets::of(&small(), 10, "other").commitment());
    expect!["80aa0920acadf8cb9dae33fdc7c7169734a7a4afd059c019fdaa5414ddcc770e"].assert_eq(&tickets.commitment());
}

#[test]
fn everybody_can_prove_their_own_tickets_and_no_others() {
    let tickets = Tickets::of(&small(), 100, "seed");
    for id in &tickets.people {
        let slip = tickets.slip(id).unwrap();
        assert!(slip.leads_to(&tickets.root), "{id}");
        let mut more = slip.clone();
        more.tickets.push(99);
        assert!(!more.leads_to(&tickets.root));
        assert!(!Slip { id: "p999".into(), ..slip }.leads_to(&tickets.root));
    }
    assert_eq!(tickets.slip("nobody"), None);
}

#[test]
fn dice_name_the_ticket_or_say_why_not() {
    let tickets = Tickets::of(&small(), 1_000, "seed");
    let odd = Tickets::of(&small(), 300, "seed");

    assert_eq!(by_dice(&tickets, "0 0 7").unwrap().ticket, 7);
    let said = [by_dice(&tickets, "17"), by_dice(&tickets, "4x7"), by_dice(&odd, "417"), by_words(&odd, "  ")];
    expect![[r#"
        The dice say "17", but 1000 tickets are drawn with 3 ten-sided dice, read one after another: a number of 3 digits.
        The dice say "4x7", but 1000 tickets are drawn with 3 ten-sided dice, read one after another: a number of 3 digits.
        Dice draw fairly only among 10, 100, 1000 … tickets; there are 300. Draw with words instead.
        The words to draw with are empty. Take what nobody could know before: the numbers of tomorrow's public lottery, say."#]].assert_eq(&said.map(|it| it.unwrap_err().to_string()).join("\n"));
}

#[test]
fn draws_by_words_are_even() {
    // χ² over a hundred tickets: beyond 150 in one of a thousand.
    let tickets = Tickets::of(&small(), 100, "seed");
    let commitment = tickets.commitment();
    let mut hits = [0_u32; 100];
    for draw in 0..100_000 {
        let seed = sha256(format!("cohort draw\n{commitment}\n{draw}").as_bytes());
        hits[Stream::of(&seed, "ticket").below(100) as usize] += 1;
    }
    let far: f64 = hits.iter().map(|it| (f64::from(*it) - 1_000.0).powi(2) / 1_000.0).sum();
    assert!(far < 150.0, "{far}");
}

#[test]
fn roundings_keep_the_expectation() {
    let third = WHOLE / 3;
    let lottery = lottery(&[3], &[(&[1], third), (&[1], third), (&[1], WHOLE - 2 * third)]);
    let sums = (0..3_000).fold([0_u32; 3], |sums, it| {
        let tickets = Tickets::of(&lottery, 1, &it.to_string());
        std::array::from_fn(|at| sums[at] + u32::from(tickets.tickets[0] == [at as u32]))
    });
    // Each a third of 3,000, give or take four standard deviations.
    assert!(sums.iter().all(|it| it.abs_diff(1_000) < 104), "{sums:?}");
}

fn any_lottery() -> impl Strategy<Value = (Certificate, u32, String)> {
    let kinds = proptest::collection::vec(1_u32..6, 1..5);
    kinds
        .prop_flat_map(|kinds| {
            let counts: Vec<_> = kinds.iter().map(|it| 0..=*it).collect();
            let panels = proptest::collection::vec((counts, 1_u64..1_000), 1..6);
            (Just(kinds), panels, 1_u32..300, "[a-z]{1,8}")
        })
        .prop_map(|(kinds, panels, count, seed)| {
            let sum: u64 = panels.iter().map(|it| it.1).sum();
            let mut panels: Vec<(Vec<u32>, u64)> =
                panels.into_iter().map(|(counts, weight)| (counts, weight * (WHOLE / sum))).collect();
            let rest = WHOLE - panels.iter().map(|it| it.1).sum::<u64>();
            panels[0].1 += rest;
            let borrowed: Vec<(&[u32], u64)> = panels.iter().map(|it| (it.0.as_slice(), it.1)).collect();
            (lottery(&kinds, &borrowed), count, seed)
        })
}

proptest! {
    #[test]
    fn tickets_are_panels_and_members_of_a_kind_differ_by_at_most_one((certificate, count, seed) in any_lottery()) {
        let tickets = Tickets::of(&certificate, count, &seed);

        prop_assert_eq!(tickets.tickets.len(), count as usize);
        let kind_of: BTreeMap<&str, usize> = certificate
            .kinds.iter().enumerate()
            .flat_map(|(at, it)| it.members.iter().map(move |member| (member.as_str(), at)))
            .collect();
        for (number, ticket) in tickets.tickets.iter().enumerate() {
            prop_assert!(ticket.windows(2).all(|it| it[0] < it[1]), "twice in ticket {}", number);
            let mut counts = vec![0; certificate.kinds.len()];
            for id in tickets.panel(number as u32).unwrap() {
                counts[kind_of[id]] += 1;
            }
            prop_assert!(certificate.panels.iter().any(|it| it.counts == counts));
        }
        let own = tickets.counts();
        for kind in &certificate.kinds {
            let of: Vec<u32> = kind.members.iter().map(|it| own[tickets.people.binary_search(it).unwrap()]).collect();
            prop_assert!(of.iter().max().unwrap() - of.iter().min().unwrap() <= 1);
        }
        for (panel, at) in certificate.panels.iter().zip(0..) {
            let copies = u128::from(rounding::copies(&certificate, count, &seed)[at]);
            let wanted = u128::from(panel.weight) * u128::from(count);
            prop_assert!((copies * u128::from(WHOLE)).abs_diff(wanted) < u128::from(WHOLE));
        }
    }
}
