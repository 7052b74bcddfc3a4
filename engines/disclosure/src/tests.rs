//! Small stories, a reader who tries every count there could be, and random tables.

mod memory;

use std::collections::BTreeMap;

use expect_test::expect;
use proptest::prelude::*;

use super::*;

fn cell(key: &str, count: u32, form: Form) -> Cell {
    Cell::new(key, count, form)
}

fn open(key: &str, count: u32) -> Cell {
    cell(key, count, Form::Open)
}

fn parts(name: &str, counts: &[u32], form: Form) -> Vec<Cell> {
    counts.iter().enumerate().map(|(at, count)| Cell::new(format!("{name}{at}"), *count, form)).collect()
}

fn list(total: Form, name: &str, counts: &[u32], form: Form) -> View {
    View::list(cell("all", counts.iter().sum(), total), parts(name, counts, form))
}

/// A crossing whose total is everybody's, with `forms` for rows, columns and the cells inside.
fn crossing(inner: &[Vec<u32>], forms: [Form; 3]) -> View {
    let rows: Vec<u32> = inner.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<u32> = (0..inner[0].len()).map(|at| inner.iter().map(|row| row[at]).sum()).collect();
    let cells: Vec<Vec<Cell>> =
        inner.iter().enumerate().map(|(at, row)| parts(&format!("r{at}c"), row, forms[2])).collect();
    let total = cell("all", rows.iter().sum(), Form::Kept);
    View::crossing(total, parts("r", &rows, forms[0]), parts("c", &columns, forms[1]), &cells)
}

/// A line a cell: `key  shown`.
fn told(protection: &Protection) -> String {
    let word = |shown: Shown| match shown {
        Shown::Exactly(count) => count.to_string(),
        Shown::Band(Band { from, to: Some(to) }) => format!("{from}-{to}"),
        Shown::Band(Band { from, to: None }) => format!("{from}+"),
        Shown::Hidden => "hidden".to_owned(),
    };
    protection.published.figures.iter().map(|(key, it)| format!("{key}  {}\n", word(it.shown))).collect()
}

fn protected(views: &[View]) -> Protection {
    let protection = protect(views, &Rule::default()).unwrap();
    assert_eq!(audit(&protection.published), Ok(Vec::new()));
    protection
}

#[test]
fn a_small_cell_hides_the_cheapest_that_would_betray_it() {
    expect![[r"
        all  51
        g0  30
        g1  hidden
        g2  hidden
    "]]
    .assert_eq(&told(&protected(&[list(Form::Kept, "g", &[30, 18, 3], Form::Open)])));
}

#[test]
fn two_small_cells_that_hide_each_other_need_no_third_if_their_sum_is_not_small() {
    let protection = protected(&[list(Form::Kept, "g", &[30, 3, 4], Form::Open)]);
    assert_eq!((protection.primary.len(), protection.complements.len()), (2, 0));
    let protection = protected(&[list(Form::Kept, "g", &[30, 1, 2], Form::Open)]);
    assert_eq!((protection.primary.len(), protection.complements.len()), (2, 1), "1 + 2 would be known to be small");
}

#[test]
fn nobody_is_told_unless_zeros_disclose() {
    assert_eq!(protected(&[list(Form::Kept, "g", &[20, 0, 31], Form::Open)]).shown("g1"), Shown::Exactly(0));
    let answers = protected(&[list(Form::Kept, "answer", &[20, 0, 31], Form::Private)]);
    assert_eq!((answers.shown("answer1"), answers.shown("answer0")), (Shown::Hidden, Shown::Hidden));
}

#[test]
fn a_small_cell_of_a_crossing_hides_a_rectangle() {
    let view = crossing(&[vec![3, 20, 30], vec![40, 8, 50], vec![60, 70, 9]], [Form::Open; 3]);
    let protection = protected(&[view]);
    expect![[r#"["r0c0"] ["r0c1", "r1c0", "r1c1"]"#]]
        .assert_eq(&format!("{:?} {:?}", protection.primary, protection.complements));
}

#[test]
fn views_that_share_a_cell_are_protected_together() {
    let groups = list(Form::Kept, "g", &[12, 40], Form::Open);
    let genders = View::list(open("g0", 12), vec![open("g0/women", 9), open("g0/men", 3)]);
    let protection = protected(&[groups, genders]);
    assert_eq!(protection.shown("g0"), Shown::Exactly(12));
    assert_eq!(protection.shown("g0/women"), Shown::Hidden);
}

#[test]
fn who_knows_the_whole_and_a_part_does_not_learn_a_small_rest() {
    let view = View::part(cell("registered", 30, Form::Kept), open("attended", 28), "stayed away");
    assert_eq!(protected(&[view]).shown("attended"), Shown::Hidden);
}

#[test]
fn bands_beside_an_exact_total_are_audited() {
    // 13 = 4 + 9 would leave one way only: 4 and 9 are the greatest of their bands.
    let view = list(Form::Kept, "country", &[4, 9], Form::Banded);
    let protection = protected(&[view]);
    expect![[r"
        all  13
        country0  1-4
        country1  hidden
    "]]
    .assert_eq(&told(&protection));
    let wide = protected(&[list(Form::Kept, "country", &[3, 7, 12, 60, 0, 2], Form::Banded)]);
    assert_eq!(wide.complements, Vec::<String>::new());
}

#[test]
fn a_total_that_must_be_told_can_make_protection_impossible() {
    let refusal = protect(&[list(Form::Kept, "g", &[1, 2], Form::Open)], &Rule::default());
    assert!(matches!(refusal, Err(Refusal::Exposed(exposures)) if exposures.len() == 2));
    assert_eq!(protected(&[list(Form::Open, "g", &[1, 2], Form::Open)]).shown("all"), Shown::Hidden);
}

#[test]
fn views_that_disagree_are_refused() {
    let one = View::figure(open("all", 9));
    let other = View::figure(open("all", 8));
    assert_eq!(protect(&[one.clone(), other], &Rule::default()), Err(Refusal::ToldTwice("all".to_owned())));
    let off = View::list(open("all", 9), vec![open("a", 5), open("b", 5)]);
    assert_eq!(protect(&[one, off], &Rule::default()), Err(Refusal::NoSum("all".to_owned())));
}

#[test]
fn one_more_person_is_not_learned_by_subtracting() {
    let then = protected(&[list(Form::Kept, "g", &[12, 9, 20], Form::Open)]).published;
    let now = [list(Form::Kept, "g", &[13, 9, 20], Form::Open)];
    assert!(protected(&now).complements.is_empty(), "alone, nothing is small");

    let protection = protect_with_history(&now, &Rule::default(), std::slice::from_ref(&then)).unwrap();
    assert_eq!(protection.shown("g0"), Shown::Hidden);
    assert!(protection.published.figures.values().filter(|it| it.shown == Shown::Hidden).count() > 1);

    let many = [list(Form::Kept, "g", &[22, 9, 25], Form::Open)];
    let protection = protect_with_history(&many, &Rule::default(), &[then]).unwrap();
    assert!(protection.complements.is_empty(), "ten and five came, which is not small");
}

#[test]
fn a_small_cell_that_is_no_longer_small_stays_hidden_while_it_betrays_what_it_was() {
    let then = protected(&[list(Form::Kept, "g", &[4, 16, 20], Form::Open)]).published;
    let now = [list(Form::Kept, "g", &[5, 16, 20], Form::Open)];
    let protection = protect_with_history(&now, &Rule::default(), &[then]).unwrap();
    assert_eq!(protection.shown("g0"), Shown::Hidden);
}

#[test]
fn people_who_came_and_left_unseen_leave_nothing_to_subtract() {
    let then = protected(&[list(Form::Kept, "g", &[4, 16, 20], Form::Open)]).published;
    let now = [list(Form::Kept, "g", &[8, 10, 20], Form::Open)];
    assert!(protect_with_history(&now, &Rule::default(), &[then]).is_ok());
}

#[test]
fn forty_one_countries_by_five_groups_are_protected() {
    let hidden = |below: u32| {
        let count = |row: u32, at: u32| (row * 7 + at * at * 5 + row * at) % below;
        let inner: Vec<Vec<u32>> = (0..41).map(|row| (0..5).map(|at| count(row, at)).collect()).collect();
        let protection = protected(&[crossing(&inner, [Form::Banded, Form::Open, Form::Open])]);
        (protection.primary.len(), protection.complements.len())
    };
    expect![[r"
        (34, 2) (9, 3)
    "]]
    .assert_eq(&format!("{:?} {:?}\n", hidden(23), hidden(97)));
}

/// Calls with every way to split a number over so many places.
fn each_split(left: u32, places: usize, counts: &mut Vec<u32>, each: &mut dyn FnMut(&[u32])) {
    let least = if places == 1 { left } else { 0 };
    for count in least..=left {
        counts.push(count);
        if places == 1 {
            each(counts);
        } else {
            each_split(left - count, places - 1, counts, each);
        }
        counts.pop();
    }
}

fn allows(shown: Shown, count: u32) -> bool {
    match shown {
        Shown::Exactly(shown) => shown == count,
        Shown::Band(band) => band.from <= count && band.to.is_none_or(|to| count <= to),
        Shown::Hidden => true,
    }
}

fn fits(name: &str, counts: &[u32], published: &Published) -> bool {
    counts.iter().enumerate().all(|(at, count)| allows(published.shown(&format!("{name}{at}")), *count))
}

/// Tries every count of the cells inside, and says for each key the least and the greatest that fit what is shown.
fn try_everything(view: &View, published: &Published, inside: &[String], total: u32) -> BTreeMap<String, (u64, u64)> {
    let mut found: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    each_split(total, inside.len(), &mut Vec::new(), &mut |counts| {
        let mut all: BTreeMap<&str, u32> = inside.iter().map(String::as_str).zip(counts.iter().copied()).collect();
        for sum in view.sums.iter().rev() {
            let known: Option<u32> = sum.parts.iter().map(|it| all.get(it.as_str()).copied()).sum();
            all.insert(&sum.total, known.expect("sums from the inside out"));
        }
        if all.iter().all(|(key, count)| allows(published.shown(key), *count)) {
            for (key, count) in all {
                let ends = found.entry(key.to_owned()).or_insert((u64::MAX, 0));
                *ends = (ends.0.min(count.into()), ends.1.max(count.into()));
            }
        }
    });
    found
}

fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(vec![Form::Open, Form::Private, Form::Banded, Form::Unpublished])
}

fn tiny() -> impl Strategy<Value = Vec<Vec<u32>>> {
    let count = prop_oneof![4 => 0u32..3, 1 => 3u32..7];
    (1usize..3, 2usize..4).prop_flat_map(move |(rows, columns)| {
        prop::collection::vec(prop::collection::vec(count.clone(), columns), rows)
    })
}

fn large() -> impl Strategy<Value = Vec<Vec<u32>>> {
    let count = prop_oneof![1 => Just(0u32), 3 => 1u32..6, 4 => 5u32..40];
    (2usize..7, 2usize..5).prop_flat_map(move |(rows, columns)| {
        prop::collection::vec(prop::collection::vec(count.clone(), columns), rows)
    })
}

/// A crossing, the same people by country, and some of the people of the first row by answer.
fn linked(inner: &[Vec<u32>]) -> Vec<View> {
    let total: u32 = inner.iter().flatten().sum();
    let row: u32 = inner[0].iter().sum();
    let countries = [total / 2, total / 3, total - total / 2 - total / 3];
    let answered = row - row / 4;
    let answers = [answered / 2, answered - answered / 2];
    vec![
        list(Form::Kept, "country", &countries, Form::Banded),
        crossing(inner, [Form::Open; 3]),
        View::part(open("r0", row), open("answered", answered), "silent"),
        View::list(open("answered", answered), parts("answer", &answers, Form::Private)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_reader_who_tries_everything_learns_what_the_audit_says_and_no_more(
        inner in tiny(), forms in (form(), form(), form())
    ) {
        let total: u32 = inner.iter().flatten().sum();
        prop_assume!(total <= 18);
        let view = crossing(&inner, [forms.0, forms.1, forms.2]);
        let inside: Vec<String> = view.cells.iter().rev().take(inner.len() * inner[0].len()).rev().map(|it| it.key.clone()).collect();
        let Ok(protection) = protect(std::slice::from_ref(&view), &Rule::default()) else { return Ok(()) };
        for (key, (least, most)) in try_everything(&view, &protection.published, &inside, total) {
            let figure = protection.published.figures[&key];
            prop_assert_eq!(interval(&protection.published, &key).unwrap(), Some(Interval { least, most: Some(most) }), "{}", &key);
            let count = view.cells.iter().find(|it| it.key == key).unwrap().count;
            prop_assert!(least <= count.into() && u64::from(count) <= most);
            match figure.shown {
                Shown::Hidden if figure.care != Care::Nothing => {
                    let zero = figure.care == Care::Small && most == 0;
                    prop_assert!(least >= 5 || most - least >= 5 || zero, "{key} is {least} to {most}");
                }
                Shown::Band(Band { from, to: Some(to) }) if to < 5 => {
                    prop_assert!(least == from.into() && most == to.into(), "{key} is {least} to {most}");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_reader_with_two_publications_cannot_say_to_whom_somebody_came(
        then in prop::collection::vec(0u32..6, 2..4), came in prop::collection::vec(0u32..3, 3), form in form()
    ) {
        let now: Vec<u32> = then.iter().zip(&came).map(|(then, came)| then + came).collect();
        let Ok(before) = protect(&[list(Form::Kept, "g", &then, form)], &Rule::default()) else { return Ok(()) };
        let view = list(Form::Kept, "g", &now, form);
        let Ok(after) = protect_with_history(&[view], &Rule::default(), std::slice::from_ref(&before.published)) else { return Ok(()) };
        let (then_total, now_total): (u32, u32) = (then.iter().sum(), now.iter().sum());
        let mut ends = vec![(u32::MAX, 0); then.len()];
        each_split(then_total, then.len(), &mut Vec::new(), &mut |old| {
            if !fits("g", old, &before.published) { return }
            each_split(now_total - then_total, then.len(), &mut Vec::new(), &mut |new| {
                let sum: Vec<u32> = old.iter().zip(new).map(|(old, new)| old + new).collect();
                if fits("g", &sum, &after.published) {
                    for (ends, new) in ends.iter_mut().zip(new) {
                        *ends = (ends.0.min(*new), ends.1.max(*new));
                    }
                }
            });
        });
        for (at, (least, most)) in ends.into_iter().enumerate() {
            prop_assert!(least <= came[at] && came[at] <= most);
            prop_assert!(least == 0 || least >= 5 || most - least >= 5, "to g{at} came {least} to {most}");
        }
    }

    #[test]
    fn a_refusal_is_true_even_if_everything_is_hidden(inner in tiny()) {
        let view = crossing(&inner, [Form::Open; 3]);
        if let Err(Refusal::Exposed(_)) = protect(std::slice::from_ref(&view), &Rule::default()) {
            let figure = |it: &Cell| {
                let shown = if it.form == Form::Kept { Shown::Exactly(it.count) } else { Shown::Hidden };
                let care = if it.form == Form::Kept { Care::Nothing } else { Care::Small };
                (it.key.clone(), Figure { shown, care })
            };
            let bare = Published { threshold: 5, figures: view.cells.iter().map(figure).collect(), sums: view.sums.clone() };
            prop_assert!(!audit(&bare).unwrap().is_empty());
        }
    }

    #[test]
    fn linked_views_are_protected_together_and_always_alike(inner in large()) {
        let views = linked(&inner);
        let once = protect(&views, &Rule::default());
        prop_assert_eq!(&once, &protect(&views, &Rule::default()));
        if let Ok(protection) = once {
            prop_assert_eq!(audit(&protection.published), Ok(Vec::new()));
            for cell in views.iter().flat_map(|it| &it.cells) {
                let small = cell.count < 5 && (cell.count > 0 || cell.form == Form::Private);
                if small && matches!(cell.form, Form::Open | Form::Private) {
                    prop_assert_eq!(protection.shown(&cell.key), Shown::Hidden);
                }
            }
        }
    }

    #[test]
    fn a_further_view_brings_no_cell_to_light(inner in large()) {
        let views = linked(&inner);
        for more in 2..=views.len() {
            let few = protect(&views[..more - 1], &Rule::default());
            let (Ok(few), Ok(all)) = (few, protect(&views[..more], &Rule::default())) else { continue };
            for key in few.primary.iter().chain(&few.complements) {
                prop_assert_eq!(all.shown(key), Shown::Hidden, "{}", key);
            }
        }
    }

    #[test]
    fn nothing_is_hidden_where_nothing_is_small(
        inner in prop::collection::vec(prop::collection::vec(prop_oneof![Just(0u32), 5u32..90], 4), 1..6)
    ) {
        let protection = protect(&[crossing(&inner, [Form::Open; 3])], &Rule::default()).unwrap();
        prop_assert!(protection.published.figures.values().all(|it| it.shown != Shown::Hidden));
    }
}
