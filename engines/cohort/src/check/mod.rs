//! Checks a certificate without trusting the code that wrote it.
//!
//! This module shares nothing with the solver, the search for kinds or the lottery: it reads the certificate as data and
//! the applicants and quotas as they were given, and computes in whole numbers and fractions without bound. Every claim
//! is a line. Only where a stage carries no proof has a checker to search itself; `claims_to_search` names them.

mod fairness;
mod merit;
mod panels;
mod polytope;
mod proof;
mod question;
#[cfg(test)]
pub(crate) mod tests;

use num_bigint::BigInt;
use serde::Serialize;

use crate::certificate::{Certificate, FORM};
use crate::model::Instance;

/// One claim, and whether it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// Which.
    pub name: String,
    /// Whether it holds.
    pub holds: Holds,
    /// What was found.
    pub says: String,
}

/// Whether a claim holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// It was proved.
    Yes,
    /// It is false, or its proof is.
    No,
    /// It carries no proof; a checker has to search.
    Unproved,
}

/// What a check came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Every claim.
    pub claims: Vec<Claim>,
}

impl Verdict {
    /// Whether no claim is false.
    pub fn is_sound(&self) -> bool {
        self.claims.iter().all(|it| it.holds != Holds::No)
    }

    /// Whether every claim was proved.
    pub fn is_proved(&self) -> bool {
        self.claims.iter().all(|it| it.holds == Holds::Yes)
    }
}

/// Finds the greatest worth of any panel, for a checker that searches: prices and a polytope in, a whole number out.
pub type Searcher<'a> = dyn FnMut(&SearchedPolytope, &[i64]) -> Option<BigInt> + 'a;

pub use polytope::Polytope as SearchedPolytope;

/// Checks every claim of a certificate against the question that was asked.
///
/// `search` is asked where a claim carries no proof: it may use any solver, or refuse (`None`).
pub fn check(certificate: &Certificate, instance: &Instance, search: &mut Searcher<'_>) -> Verdict {
    let mut claims = vec![fingerprint(certificate)];
    let question = question::check(certificate, instance);
    let is_asked = question.iter().all(|it| it.holds == Holds::Yes);
    claims.extend(question);
    // A certificate of another question has no panels to speak of: the places in its lists need not exist.
    if is_asked {
        claims.extend(panels::check(certificate));
        let are_panels = claims[1..].iter().all(|it| it.holds == Holds::Yes);
        if are_panels {
            claims.extend(fairness::check(certificate, search));
            claims.extend(merit::check(certificate, search));
        }
    }
    Verdict { claims }
}

/// Checks without searching.
pub fn check_without_search(certificate: &Certificate, instance: &Instance) -> Verdict {
    check(certificate, instance, &mut |_, _| None)
}

fn fingerprint(certificate: &Certificate) -> Claim {
    let now = certificate.fingerprint_now();
    if certificate.form != FORM {
        return no("fingerprint", format!("the form is {:?}, this checker reads {FORM:?}", certificate.form));
    }
    if now == certificate.fingerprint {
        yes("fingerprint", format!("SHA-256 {now}"))
    } else {
        no("fingerprint", "the certificate was changed after it was written".into())
    }
}

fn yes(name: &str, says: String) -> Claim {
    Claim { name: name.into(), holds: Holds::Yes, says }
}

fn no(name: &str, says: String) -> Claim {
    Claim { name: name.into(), holds: Holds::No, says }
}
