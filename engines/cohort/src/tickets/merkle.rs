//! A hash tree: one root stands for all leaves, and each leaf can be proved without showing another.
//!
//! R. Merkle, CRYPTO 1987, in the shape of RFC 6962, section 2.1: leaves and knots are told apart by their first byte.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One step towards the root: the hash that stands beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// It stands on the left.
    Left(String),
    /// It stands on the right.
    Right(String),
}

pub(super) fn root(leaves: &[String]) -> String {
    match leaves {
        [] => hash(&[]),
        [only] => hash(&[&[0], only.as_bytes()]),
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            knot(&root(left), &root(right))
        }
    }
}

/// The steps from a leaf to the root, the nearest first.
pub(super) fn path(leaves: &[String], at: usize) -> Vec<Step> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    if at < middle {
        let mut steps = path(left, at);
        steps.push(Step::Right(root(right)));
        steps
    } else {
        let mut steps = path(right, at - middle);
        steps.push(Step::Left(root(left)));
        steps
    }
}

/// Where a leaf and its steps lead.
pub(super) fn follow(leaf: &str, path: &[Step]) -> String {
    path.iter().fold(hash(&[&[0], leaf.as_bytes()]), |here, step| match step {
        Step::Left(beside) => knot(beside, &here),
        Step::Right(beside) => knot(&here, beside),
    })
}

/// The greatest power of two below a length.
const fn split(length: usize) -> usize {
    length.next_power_of_two() / 2
}

fn knot(left: &str, right: &str) -> String {
    hash(&[&[1], left.as_bytes(), right.as_bytes()])
}

fn hash(parts: &[&[u8]]) -> String {
    let digest = parts.iter().fold(Sha256::new(), Sha256::chain_update).finalize();
    digest.iter().map(|it| format!("{it:02x}")).collect()
}
