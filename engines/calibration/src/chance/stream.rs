//! A stream of random words from a seed.

use sha2::{Digest, Sha256};

const ROUNDS: u32 = 20;

/// What all chance of a reckoning comes from. The same seed gives the same draws on every machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed of 32 bytes.
    pub fn of_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The seed that words give: their SHA-256.
    pub fn of_words(words: &str) -> Self {
        Self(Sha256::digest(words.as_bytes()).into())
    }
}

/// The key stream of `ChaCha` with twenty rounds (D. J. Bernstein 2008; RFC 8439, section 2.3), read as words of 64
/// bits, little end first. Streams of one seed for different purposes have different nonces.
#[derive(Clone, Debug)]
pub struct Stream {
    state: [u32; 16],
    block: [u32; 16],
    read: usize,
}

impl Stream {
    /// The stream of a seed for a purpose.
    pub fn of(seed: &Seed, purpose: u64) -> Self {
        let mut state = [0; 16];
        state[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
        for (word, bytes) in state[4..12].iter_mut().zip(seed.0.chunks_exact(4)) {
            *word = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
        // The counter has 64 bits here, as in Bernstein's paper, so that a stream does not end.
        state[14] = purpose as u32;
        state[15] = (purpose >> 32) as u32;
        Self { state, block: [0; 16], read: 16 }
    }

    /// The next 64 bits.
    pub fn word(&mut self) -> u64 {
        if self.read == 16 {
            self.block = block(&self.state);
            self.read = 0;
            let (low, carry) = self.state[12].overflowing_add(1);
            self.state[12] = low;
            self.state[13] = self.state[13].wrapping_add(u32::from(carry));
        }
        let (low, high) = (self.block[self.read], self.block[self.read + 1]);
        self.read += 2;
        u64::from(low) | u64::from(high) << 32
    }

    /// A number strictly between zero and one, the middle of one of 2⁵² equal steps.
    pub fn share(&mut self) -> f64 {
        ((self.word() >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
    }

    /// A standard normal deviate, by inversion.
    pub fn normal(&mut self) -> f64 {
        super::quantile(self.share())
    }

    /// A whole number below a limit, each with the same chance; zero for a limit of zero.
    pub fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        let fair = u64::MAX - u64::MAX % limit;
        loop {
            let word = self.word();
            if word < fair {
                return word % limit;
            }
        }
    }
}

fn block(state: &[u32; 16]) -> [u32; 16] {
    let mut words = *state;
    for _ in 0..ROUNDS / 2 {
        for [a, b, c, d] in [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15]] {
            quarter(&mut words, a, b, c, d);
        }
        for [a, b, c, d] in [[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] {
            quarter(&mut words, a, b, c, d);
        }
    }
    for (word, before) in words.iter_mut().zip(state) {
        *word = word.wrapping_add(*before);
    }
    words
}

fn quarter(words: &mut [u32; 16], a: usize, b: usize, c: usize, d: usize) {
    for [left, right] in [[16, 12], [8, 7]] {
        words[a] = words[a].wrapping_add(words[b]);
        words[d] = (words[d] ^ words[a]).rotate_left(left);
        words[c] = words[c].wrapping_add(words[d]);
        words[b] = (words[b] ^ words[c]).rotate_left(right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_is_that_of_the_standard() {
        let seed = Seed::of_bytes(std::array::from_fn(|at| at as u8));
        let mut stream = Stream::of(&seed, 0);
        // RFC 8439, section 2.3.2.
        stream.state[12..].copy_from_slice(&[1, 0x0900_0000, 0x4a00_0000, 0]);
        let block = block(&stream.state);
        assert_eq!(block[..4], [0xe4e7_f110, 0x1559_3bd1, 0x1fdd_0f50, 0xc471_20a3]);
        assert_eq!(block[12..], [0xd19c_12b5, 0xb94e_16de, 0xe883_d0cb, 0x4e3c_50a2]);
    }

    #[test]
    fn a_stream_is_the_same_every_time_and_another_for_another_purpose() {
        let seed = Seed::of_words("the first call");
        let draw = |purpose| {
            let mut stream = Stream::of(&seed, purpose);
            (0..40).map(|_| stream.word()).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        assert_eq!(
            draw(0)[..2],
            [4_600_112_401_755_973_474, 7_580_021_012_680_414_271],
            "these words must never change"
        );
    }
}
