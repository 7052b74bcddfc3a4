//! Whether every panel of the lottery keeps every rule, and the weights add up.

use super::polytope::Polytope;
use super::{Claim, no, yes};
use crate::certificate::Certificate;

pub(super) fn check(certificate: &Certificate) -> Vec<Claim> {
    vec![weights(certificate), panels(certificate)]
}

fn weights(certificate: &Certificate) -> Claim {
    let name = "weights";
    let sum: u128 = certificate.panels.iter().map(|it| u128::from(it.weight)).sum();
    if certificate.whole == 0 || sum != u128::from(certificate.whole) {
        return no(name, format!("the weights add up to {sum}, not to {}", certificate.whole));
    }
    if certificate.panels.iter().any(|it| it.weight == 0) {
        return no(name, "a panel is never drawn".into());
    }
    yes(name, format!("the weights of {} panels add up to {}", certificate.panels.len(), certificate.whole))
}

fn panels(certificate: &Certificate) -> Claim {
    let name = "panels";
    let polytope = Polytope::of(&certificate.kinds, certificate);
    for (at, panel) in certificate.panels.iter().enumerate() {
        let counts: Vec<i64> = panel.counts.iter().map(|it| i64::from(*it)).collect();
        if let Some(why) = polytope.breach(&counts) {
            return no(name, format!("panel {at}: {why}"));
        }
    }
    let merit = certificate.least_merit.map_or_else(String::new, |_| " and reaches the least merit".into());
    yes(name, format!("each has {} people, keeps all quotas and keys{merit}", certificate.size))
}
