//! No pair is too likely: the best expected total under a greatest chance.

use super::chances::Chances;
use crate::exact::{Grain, carried, course};
use crate::flow::cheapen;
use crate::model::Round;
use crate::progress::{Go, Progress, Stage};
use crate::shortage::Shortage;

/// In how many parts a chance is counted.
const WHOLE: i64 = 1_024;

/// The chances with the greatest expected total if no pair is more likely than `most` in 1,024.
///
/// The linear programme of S. Jecmen et al. 2020 (*Mitigating manipulation in peer review via randomized reviewer
/// assignments*, Advances in Neural Information Processing Systems 33, section 4) as a flow of parts, and therefore exact. Frozen pairs stay certain.
///
/// # Errors
/// [`Shortage`]: why there are no such chances; a limit that is too low leaves too few readers.
pub fn limited(round: &Round, most: u32, watch: &mut dyn FnMut(Progress) -> Go) -> Result<Chances, Shortage> {
    let grain = Grain { parts: WHOLE, cap: i64::from(most).min(WHOLE) };
    let (layout, mut net) = carried(round, grain)?;
    cheapen(&mut net, &layout.network, None, &mut course(watch, Stage::Chances));
    let flow = |(at, pair): (usize, &crate::model::Pair)| if pair.is_frozen { WHOLE } else { net.flow(at) };
    Ok(Chances { whole: WHOLE, parts: round.pairs().iter().enumerate().map(flow).collect() })
}

/// The smallest limit that keeps a share of the best total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeastLimit {
    /// The limit, in parts of 1,024.
    pub most: u32,
    /// The chances at it.
    pub chances: Chances,
}

/// For each share (in ten-thousandths of the best total) the smallest limit, in parts of 1,024, whose chances still reach it,
/// by halving as in section 5 of Y. E. Xu et al. 2023. Nothing for a share that no limit reaches.
///
/// # Errors
/// [`Shortage`]: why there is no assignment at all.
pub fn least_limits(
    round: &Round,
    shares: &[u32],
    watch: &mut dyn FnMut(Progress) -> Go,
) -> Result<Vec<Option<LeastLimit>>, Shortage> {
    let best = limited(round, WHOLE as u32, watch)?;
    let best_total = best.expected_parts(round);
    // What was tried: the limit, its expected total and chances; nothing where the limit leaves too few readers.
    let mut tried: Vec<(u32, Option<(i128, Chances)>)> = vec![(WHOLE as u32, Some((best_total, best)))];
    let mut found = Vec::new();
    for share in shares {
        let reaches = |total: i128| total * 10_000 >= best_total * i128::from(*share);
        let (mut low, mut high) = (0, WHOLE as u32);
        while high - low > 1 {
            let middle = u32::midpoint(low, high);
            if !tried.iter().any(|it| it.0 == middle) {
                let chances = limited(round, middle, watch).ok();
                tried.push((middle, chances.map(|it| (it.expected_parts(round), it))));
            }
            let is_enough = tried.iter().any(|it| it.0 == middle && it.1.as_ref().is_some_and(|it| reaches(it.0)));
            if is_enough { high = middle } else { low = middle }
        }
        let at = tried.iter().find(|it| it.0 == high).and_then(|it| it.1.clone());
        found.push(at.filter(|it| reaches(it.0)).map(|it| LeastLimit { most: high, chances: it.1 }));
    }
    Ok(found)
}
