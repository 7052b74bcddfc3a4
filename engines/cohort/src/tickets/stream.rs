//! Numbers that follow from a seed and nothing else.

use sha2::{Digest, Sha256};

/// A stream of numbers: the SHA-256 of a seed, a purpose and a counter.
#[derive(Clone, Debug)]
pub struct Stream {
    before: String,
    counter: u64,
}

impl Stream {
    /// The stream of a seed for one purpose.
    pub fn of(seed: &str, purpose: &str) -> Self {
        Self { before: format!("{seed}\n{purpose}\n"), counter: 0 }
    }

    /// The next 64 bits: the first eight bytes, the highest first, of `SHA-256(seed, purpose, counter)`, each ended by a
    /// line feed, the counter in decimal digits.
    pub fn bits(&mut self) -> u64 {
        let digest = Sha256::new().chain_update(&self.before).chain_update(self.counter.to_string()).finalize();
        self.counter += 1;
        digest.iter().take(8).fold(0, |sum, it| sum << 8 | u64::from(*it))
    }

    /// From 0 up to, not including, `below`, each equally likely: what would favour small numbers is drawn again.
    pub fn below(&mut self, below: u64) -> u64 {
        let below = below.max(1);
        let fair = u64::MAX - u64::MAX % below;
        loop {
            let bits = self.bits();
            if bits < fair {
                return bits % below;
            }
        }
    }

    /// Puts a list into an order, each equally likely (R. Durstenfeld, Communications of the ACM 7, 1964, algorithm 235).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}
