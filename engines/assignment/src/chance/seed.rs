//! Commit and reveal: the seed of a draw is fixed before anybody knows it, and nobody chooses it alone.

use sha2::{Digest, Sha256};

/// What the secretariat keeps to itself until the draw: 32 bytes from a source that nobody can guess.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret(pub [u8; 32]);

/// What is published before the draw: the hash of the secret together with the chances.
///
/// First the chances are published with the commitment; then something that nobody can influence happens in public (dice, a
/// lottery, a beacon); then the secret is revealed. The seed hangs on all three, so that neither the secretariat, which does
/// not know what will happen, nor the public, which does not know the secret, can choose it (M. Blum 1983, SIGACT News 15,
/// *Coin flipping by telephone*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// The commitment to a secret and the chances with this fingerprint.
    pub fn to(secret: &Secret, fingerprint: &[u8; 32]) -> Self {
        Self(hashed("convoke assignment commitment", &[&secret.0, fingerprint]))
    }

    /// Whether a revealed secret is the one that was committed to, with the same chances.
    pub fn is_opened_by(&self, secret: &Secret, fingerprint: &[u8; 32]) -> bool {
        *self == Self::to(secret, fingerprint)
    }

    /// The seed of the draw, once the secret is revealed and `happened` in public.
    pub fn seed(&self, secret: &Secret, happened: &str) -> [u8; 32] {
        hashed("convoke assignment seed", &[&self.0, &secret.0, happened.trim().as_bytes()])
    }

    /// The commitment as it is printed.
    pub fn in_hex(&self) -> String {
        self.0.iter().map(|it| format!("{it:02x}")).collect()
    }
}

/// A hash of parts, each under its length, so that no two lists of parts read alike.
fn hashed(purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut sum = Sha256::new();
    for part in [&[purpose.as_bytes()], parts].concat() {
        sum.update((part.len() as u64).to_be_bytes());
        sum.update(part);
    }
    sum.finalize().into()
}

/// Numbers from a seed: SHA-256 of the seed and a counter.
pub(super) struct Numbers {
    seed: [u8; 32],
    counter: u64,
}

impl Numbers {
    pub(super) fn from(seed: &[u8; 32]) -> Self {
        Self { seed: *seed, counter: 0 }
    }

    /// An even draw below a bound; numbers from the uneven rest are thrown away.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        let fair = u64::MAX - u64::MAX % bound;
        loop {
            let sum = Sha256::new().chain_update(self.seed).chain_update(self.counter.to_be_bytes()).finalize();
            self.counter += 1;
            let number = u64::from_be_bytes(std::array::from_fn(|it| sum[it]));
            if number < fair {
                return number % bound;
            }
        }
    }
}
