//! Rounds for tests: the published ones from the reference folder, and invented ones.

#![allow(dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use assignment::{Affinity, Application, Fit, GroupRule, Pairing, Reviewer, Round, Sheets};

/// The folder of published matchings.
pub fn folder() -> PathBuf {
    let named = std::env::var_os("CONVOKE_REFERENCE").expect("CONVOKE_REFERENCE names the reference folder");
    PathBuf::from(named).join("data/matching")
}

/// A published similarity matrix: three readings each, loads up to a cap.
pub fn published(name: &str, at_most: u32) -> Sheets {
    let text = std::fs::read_to_string(folder().join(format!("{name}.in"))).expect("a published round");
    let mut words = text.split_whitespace();
    let mut count = || words.next().and_then(|it| it.parse::<usize>().ok()).expect("a size");
    let (papers, people) = (count(), count());
    let figures: Vec<Affinity> = words.map(|it| it.parse().expect("an affinity")).collect();
    assert_eq!(figures.len(), papers * people);
    matrix(&figures, people, 3, 0, at_most)
}

/// Every reviewer may read every application; `figures` stand by application.
pub fn matrix(figures: &[Affinity], people: usize, readings: u32, at_least: u32, at_most: u32) -> Sheets {
    let (application, reviewer) = (|it: usize| format!("a{it:05}"), |it: usize| format!("r{it:05}"));
    Sheets {
        applications: (0..figures.len() / people).map(|it| Application { id: application(it), readings }).collect(),
        reviewers: (0..people)
            .map(|it| Reviewer { id: reviewer(it), at_least, at_most, traits: BTreeMap::default() })
            .collect(),
        affinities: figures
            .iter()
            .enumerate()
            .map(|(at, it)| Fit { pair: Pairing::new(application(at / people), reviewer(at % people)), affinity: *it })
            .collect(),
        ..Sheets::default()
    }
}

/// A source of numbers that is the same everywhere (a linear congruence of D. E. Knuth's, its upper half).
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number below a bound.
    pub fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33).cast_signed() % bound
    }
}

/// A panel of few reviewers for many applications: three readings each, three in a hundred pairs in conflict. Each is at
/// home in two of twelve subjects; most fits are slight, and some reviewers know little of anything.
pub fn panel(applications: usize, people: usize, at_least: u32, at_most: u32) -> Round {
    let mut numbers = Numbers(20_261_124);
    let subjects = 12;
    let field: Vec<i64> = (0..applications).map(|_| numbers.below(subjects)).collect();
    let home: Vec<[i64; 2]> = (0..people).map(|_| [numbers.below(subjects), numbers.below(subjects)]).collect();
    let breadth: Vec<i64> = (0..people).map(|_| 300 + numbers.below(700)).collect();
    let figures: Vec<Affinity> = (0..applications * people)
        .map(|at| {
            let near = home[at % people].contains(&field[at / people]);
            let slight = numbers.below(1_000) * numbers.below(1_000) / 4;
            let whole = if near { 300_000 + slight * 2 } else { slight };
            Affinity::millionths(whole * breadth[at % people] / 1_000)
        })
        .collect();
    let mut sheets = matrix(&figures, people, 3, at_least, at_most);
    sheets.conflicts = sheets.affinities.iter().filter(|_| numbers.below(100) < 3).map(|it| it.pair.clone()).collect();
    sheets.check().expect("sound sheets")
}

/// A large round where few pairs are possible: three readings each.
pub fn sparse(applications: usize, people: usize, pairs: usize, at_least: u32, at_most: u32) -> Round {
    let mut numbers = Numbers(1);
    let mut sheets = matrix(&[], people, 3, at_least, at_most);
    let each = pairs.div_ceil(applications);
    for application in 0..applications {
        let id = format!("a{application:05}");
        let mut chosen = BTreeSet::new();
        while chosen.len() < each {
            chosen.insert(numbers.below(i64::try_from(people).expect("a small number")));
        }
        for reviewer in chosen {
            let affinity = Affinity::millionths(numbers.below(1_000_000));
            sheets.affinities.push(Fit { pair: Pairing::new(&id, format!("r{reviewer:05}")), affinity });
        }
        sheets.applications.push(Application { id, readings: 3 });
    }
    sheets.check().expect("sound sheets")
}

/// A small round of any kind: ties, gaps, conflicts, frozen pairs, institutions within countries.
pub fn small(seed: u64) -> Sheets {
    let mut numbers = Numbers(seed);
    let (applications, people) = (1 + numbers.below(4) as usize, 2 + numbers.below(4) as usize);
    let coarse = numbers.below(2) == 0;
    let rules = numbers.below(3);
    let mut sheets = Sheets::default();
    for at in 0..applications {
        sheets.applications.push(Application { id: format!("a{at}"), readings: 1 + numbers.below(3) as u32 });
    }
    for at in 0..people {
        let institution = numbers.below(3);
        let traits = [("institution", format!("i{institution}")), ("country", format!("c{}", institution / 2))];
        let at_least = numbers.below(3) as u32 / 2;
        let traits = traits.map(|(of, value)| (of.to_owned(), value)).into();
        let at_most = at_least + 1 + numbers.below(4) as u32;
        sheets.reviewers.push(Reviewer { id: format!("r{at}"), at_least, at_most, traits });
    }
    for application in 0..applications {
        for reviewer in 0..people {
            let pair = Pairing::new(format!("a{application}"), format!("r{reviewer}"));
            let figure = if coarse { numbers.below(5) * 250_000 } else { numbers.below(1_000_000) - 100_000 };
            match numbers.below(20) {
                0 => sheets.conflicts.push(pair),
                1 => {}
                2 if numbers.below(3) == 0 => {
                    sheets.frozen.push(pair.clone());
                    sheets.affinities.push(Fit { pair, affinity: Affinity::millionths(figure) });
                }
                _ => sheets.affinities.push(Fit { pair, affinity: Affinity::millionths(figure) }),
            }
        }
    }
    let rule = |of: &str, value: Option<&str>, at_least, at_most| GroupRule {
        of: of.to_owned(),
        value: value.map(str::to_owned),
        at_least,
        at_most,
    };
    if rules > 0 {
        sheets.rules.push(rule("institution", None, 0, Some(1)));
    }
    if rules > 1 {
        sheets.rules.push(rule("country", None, 0, Some(2)));
        let has = sheets.reviewers.iter().any(|it| it.traits["country"] == "c0");
        if has && numbers.below(2) == 0 {
            sheets.rules.push(rule("country", Some("c0"), 1, None));
        }
    }
    sheets
}

/// Every assignment that keeps the sheets, by counting alone.
pub fn all(sheets: &Sheets) -> Vec<(Vec<Pairing>, assignment::check::Counted)> {
    let mut drafts: Vec<Vec<Pairing>> = vec![Vec::new()];
    for application in &sheets.applications {
        let ids: Vec<&str> = sheets.reviewers.iter().map(|it| it.id.as_str()).collect();
        let sets = (0..1_u32 << ids.len()).filter(|it| it.count_ones() == application.readings);
        let sets: Vec<Vec<Pairing>> = sets
            .map(|set| {
                let of = ids.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                of.map(|(_, id)| Pairing::new(&application.id, *id)).collect()
            })
            .collect();
        drafts = drafts.iter().flat_map(|it| sets.iter().map(|set| [it.clone(), set.clone()].concat())).collect();
    }
    drafts
        .into_iter()
        .filter_map(|it| assignment::check::count(sheets, &it).ok().map(|counted| (it, counted)))
        .collect()
}
