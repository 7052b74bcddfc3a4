//! What is remembered from one audit to the next changes nothing of what is found.

use super::*;
use crate::memory::Memory;
use crate::parts::parts as parts_of;
use crate::witness::{Sight, Witnesses};

fn borrowed(published: &Published) -> (BTreeMap<&str, Figure>, Vec<&Sum>) {
    let figures = published.figures.iter().map(|(key, it)| (key.as_str(), *it)).collect();
    (figures, published.sums.iter().collect())
}

/// All the cells of some views, none of them hidden but what is never published.
fn bare(views: &[View]) -> Published {
    let figure = |it: &Cell| {
        let care = if it.form == Form::Kept { Care::Nothing } else { Care::Small };
        let shown = match it.form {
            Form::Unpublished => Shown::Hidden,
            Form::Banded => Bands::default().of(it.count).map_or(Shown::Exactly(0), Shown::Band),
            _ => Shown::Exactly(it.count),
        };
        (it.key.clone(), Figure { shown, care })
    };
    let cells = || views.iter().flat_map(|it| &it.cells);
    let sums = views.iter().flat_map(|it| it.sums.clone()).collect();
    Published { threshold: 5, figures: cells().map(figure).collect(), sums }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_memory_of_other_states_finds_what_an_audit_finds(
        inner in large(), steps in prop::collection::vec((0usize..1000, 0u32..9, 2usize..5), 1..16)
    ) {
        let views = linked(&inner);
        let mut memory = Memory::default();
        let mut hidden: Vec<String> = Vec::new();
        for (at, guess, seen) in steps {
            let views = &views[..seen];
            let mut published = bare(views);
            let keys: Vec<String> = published.figures.keys().cloned().collect();
            let key = keys[at % keys.len()].clone();
            // What is expected may be wrong.
            memory.expect(&key, Some(guess));
            match hidden.iter().position(|it| *it == key) {
                Some(at) => drop(hidden.remove(at)),
                None => hidden.push(key),
            }
            for key in &hidden {
                if let Some(it) = published.figures.get_mut(key) {
                    it.shown = Shown::Hidden;
                }
            }
            let (figures, sums) = borrowed(&published);
            prop_assert_eq!(memory.audit(&figures, &sums, 5), audit(&published));
        }
    }

    #[test]
    fn a_witness_proves_nothing_unless_it_fits(inner in tiny(), guesses in prop::collection::vec(0u32..9, 12)) {
        let mut published = bare(&[crossing(&inner, [Form::Open; 3])]);
        for it in published.figures.values_mut() {
            it.shown = if it.care == Care::Nothing { it.shown } else { Shown::Hidden };
        }
        let (figures, sums) = borrowed(&published);
        for part in parts_of(&figures, &sums).unwrap() {
            let mut witnesses = Witnesses::default();
            for (key, guess) in part.keys.iter().zip(&guesses) {
                witnesses.expect(key, *guess);
            }
            let counts: Vec<i128> = guesses.iter().map(|it| i128::from(*it)).cycle().take(part.keys.len()).collect();
            witnesses.keep(&part, 0, &counts);
            let mut shown = Vec::new();
            let fits = witnesses.show(&part, |counts| {
                shown.push(counts.to_vec());
                Sight::Something
            });
            prop_assert_eq!(fits, !shown.is_empty());
            prop_assert!(shown.iter().all(|it| part.system.fits(it)));
        }
    }
}
