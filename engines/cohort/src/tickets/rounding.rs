//! From weights to whole numbers of tickets.

use crate::certificate::Certificate;

use super::stream::Stream;

/// How many roundings are tried.
const TRIES: u32 = 32;

/// How many tickets each panel gets: of several roundings the one that gives the least-favoured most, then the one that
/// strays least from the fair chances.
pub(super) fn copies(certificate: &Certificate, count: u32, seed: &str) -> Vec<u32> {
    let tries = (0..TRIES).map(|it| rounded(certificate, count, &mut Stream::of(seed, &format!("rounding {it}"))));
    // Of equals the first stays.
    tries
        .map(|it| (worth(certificate, count, &it), it))
        .reduce(|best, next| if better(&next.0, &best.0) { next } else { best })
        .map_or_else(Vec::new, |it| it.1)
}

/// Rounds each `count · weight` up or down so that the expectation is kept exactly and the sum is `count`: two unfinished
/// numbers at a time, one of which is finished.
fn rounded(certificate: &Certificate, count: u32, stream: &mut Stream) -> Vec<u32> {
    let whole = u128::from(certificate.whole);
    let wanted = certificate.panels.iter().map(|it| u128::from(it.weight) * u128::from(count));
    let (mut copies, mut parts): (Vec<u32>, Vec<u64>) =
        wanted.map(|it| ((it / whole) as u32, (it % whole) as u64)).unzip();
    let whole = certificate.whole;
    let mut open: Option<usize> = None;
    for at in 0..parts.len() {
        if parts[at] == 0 {
            continue;
        }
        let Some(one) = open else {
            open = Some(at);
            continue;
        };
        let up = (whole - parts[one]).min(parts[at]);
        let down = parts[one].min(whole - parts[at]);
        if stream.below(up + down) < down {
            parts[one] += up;
            parts[at] -= up;
        } else {
            parts[one] -= down;
            parts[at] += down;
        }
        for it in [one, at] {
            copies[it] += (parts[it] / whole) as u32;
            parts[it] %= whole;
        }
        open = [one, at].into_iter().find(|it| parts[*it] > 0);
    }
    copies
}

/// The fewest tickets of anybody who has a chance, and the greatest distance from a fair number, as a fraction.
fn worth(certificate: &Certificate, count: u32, copies: &[u32]) -> (u128, (u128, u128)) {
    let (mut least, mut furthest) = (u128::MAX, (0_u128, 1_u128));
    for (kind, group) in certificate.kinds.iter().enumerate() {
        let members = group.members.len() as u128;
        let panels = certificate.panels.iter().zip(copies);
        let (places, wanted) = panels.fold((0_u128, 0_u128), |(places, wanted), (panel, copies)| {
            let own = u128::from(panel.counts[kind]);
            (places + own * u128::from(*copies), wanted + own * u128::from(panel.weight))
        });
        if wanted > 0 {
            least = least.min(places / members);
        }
        let off = (places * u128::from(certificate.whole)).abs_diff(wanted * u128::from(count));
        if off * furthest.1 > furthest.0 * members {
            furthest = (off, members);
        }
    }
    (least, furthest)
}

fn better(one: &(u128, (u128, u128)), other: &(u128, (u128, u128))) -> bool {
    let (near, far) = (one.1.0 * other.1.1, other.1.0 * one.1.1);
    one.0 > other.0 || one.0 == other.0 && near < far
}
