//! Invented pools, the same on every machine: for trying, measuring and testing.

use crate::model::{Applicant, Flaws, Instance, Quota};

/// A stream of invented numbers: `SplitMix64` (G. Steele, D. Lea and C. Flood, OOPSLA 2014).
#[derive(Clone, Debug)]
pub struct Invention(u64);

impl Invention {
    /// Another seed, another stream.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let it = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// From 0 up to, not including, 1.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 up to, not including, `below`.
    pub fn below(&mut self, below: usize) -> usize {
        (self.share() * below as f64) as usize
    }

    /// About normal: the sum of twelve shares, less six.
    pub fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

/// A pool like that of a science-diplomacy programme: so many applicants from so many countries of two regions, two
/// sectors, two genders, merit in points with a standard error; a cohort of `size` with from one to `most` of a country.
pub fn programme(seed: u64, applicants: usize, countries: usize, size: u32, most: u32) -> Result<Instance, Flaws> {
    let mut invention = Invention::new(seed);
    let mut people = Vec::new();
    for at in 0..applicants {
        // The first applicants see to it that no country is empty; later ones come more from some than from others.
        let country = if at < 4 * countries {
            at % countries
        } else {
            let share = invention.share();
            (share * share * countries as f64) as usize
        };
        let region = if country % 3 == 0 { "Europe" } else { "Asia" };
        let gender = if invention.share() < 0.55 { "woman" } else { "man" };
        let sector = if invention.share() < 0.7 { "science" } else { "diplomacy" };
        let attributes = [
            ("country", format!("country {:02}", country + 1)),
            ("region", region.to_owned()),
            ("gender", gender.to_owned()),
            ("sector", sector.to_owned()),
        ];
        let merit = (3.0 + 0.6 * invention.bell()).clamp(0.0, 5.0);
        let rounded = (merit * 1_000.0).round() / 1_000.0;
        people.push(Applicant::new(format!("A{at:05}"), attributes).with_merit(rounded, 0.36));
    }
    let mut quotas: Vec<Quota> =
        (0..countries).map(|it| Quota::of("country", format!("country {:02}", it + 1), 1, most)).collect();
    let part = |share: f64| (f64::from(size) * share).round() as u32;
    quotas.push(Quota::of("region", "Asia", part(0.5), part(0.75)));
    quotas.push(Quota::of("region", "Europe", part(0.25), part(0.5)));
    quotas.push(Quota::of("gender", "woman", part(0.45), part(0.55)));
    quotas.push(Quota::of("gender", "man", part(0.45), part(0.55)));
    quotas.push(Quota::of("sector", "science", part(0.5), part(0.7)));
    quotas.push(Quota::of("sector", "diplomacy", part(0.3), part(0.5)));
    Instance::new(people, quotas, size)
}
