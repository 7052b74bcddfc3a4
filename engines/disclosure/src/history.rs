//! What was published before: who compares two publications must not learn who came between them.

use std::collections::BTreeMap;

use crate::memory::Memory;
use crate::protect::{Decision, Held, Protection, Refusal, Rule, protect};
use crate::published::{Care, Published, Shown};
use crate::view::{Sum, View};

/// Decides as `protect` does, for readers who also have these earlier publications.
///
/// They subtract: a cell now is the cell then and those who came since. So everybody who came since is a further cell, with the
/// care of the cell they came to, and what was hidden then stays protected too. Where a shown count
/// fell, people left instead. Where the publications fit neither (some came and some left, in cells that are hidden),
/// readers cannot subtract either, and the earlier publication that does not fit is left out.
///
/// After one more row a cell that was published exactly can often no longer be so; the earlier value may stay in public
/// beside a later date until enough people came.
pub fn protect_with_history(views: &[View], rule: &Rule, earlier: &[Published]) -> Result<Protection, Refusal> {
    let decision = Decision::of(views, rule)?;
    let mut fitting: Vec<usize> = (0..earlier.len()).collect();
    let mut memory = Memory::default();
    loop {
        let mut beside = Beside::default();
        for at in &fitting {
            beside.remember(&decision, *at, &earlier[*at]);
        }
        match decision.decide(views, &beside.cells, &beside.sums, &mut memory) {
            Err(Refusal::Contradictory(_)) if fitting.pop().is_some() => {}
            Err(Refusal::Contradictory(_)) => return protect(views, rule),
            decided => return decided,
        }
    }
}

/// Cells and sums that readers have from earlier publications.
#[derive(Default)]
struct Beside {
    cells: BTreeMap<String, Held>,
    sums: Vec<Sum>,
}

impl Beside {
    fn remember(&mut self, decision: &Decision<'_>, at: usize, earlier: &Published) {
        // A key of ours holds no such separators twice; theirs cannot be mistaken for one.
        let then = |key: &str| format!("{key}\u{1f}then {at}");
        for (key, figure) in &earlier.figures {
            let count = if let Shown::Exactly(count) = figure.shown { Some(count) } else { None };
            self.cells.insert(then(key), Held { count, shown: figure.shown, care: figure.care, may_hide: false });
            let Some(now) = decision.told().get(key) else { continue };
            let since = format!("{key}\u{1f}since {at}");
            let care = if figure.care == Care::Nothing { Care::Nothing } else { Care::Arrival };
            self.cells.insert(
                since.clone(),
                Held { count: count.map(|it| it.abs_diff(now.count)), shown: Shown::Hidden, care, may_hide: false },
            );
            let fell = count.is_some_and(|it| now.count < it);
            let (total, part) = if fell { (then(key), key.clone()) } else { (key.clone(), then(key)) };
            self.sums.push(Sum { total, parts: vec![part, since] });
        }
        let renamed = |sum: &Sum| Sum { total: then(&sum.total), parts: sum.parts.iter().map(|it| then(it)).collect() };
        self.sums.extend(earlier.sums.iter().map(renamed));
    }
}
