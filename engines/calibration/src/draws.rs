//! What the scores could be: joint draws, and the chances that follow from them.

use serde::{Deserialize, Serialize};

use crate::{
    Calibration, Seed,
    chance::Stream,
    model::{Posterior, Side},
    progress::{Go, Progress, Stage, Watch},
};

/// How many draws go by between two questions whether to go on.
const BETWEEN: u32 = 50;
/// Between these chances an application lies in the grey area.
pub const GREY: [f64; 2] = [0.1, 0.9];

/// How often each application was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chances {
    /// In how many draws each application was chosen.
    pub hits: Vec<u32>,
    /// How many draws there were.
    pub draws: u32,
    /// Whether it was stopped before all draws were made.
    pub is_stopped: bool,
}

/// How clear an application’s case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// Chosen in more than nine of ten draws.
    In,
    /// Between.
    Grey,
    /// Chosen in less than one of ten draws.
    Out,
}

/// Why chances cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceRefused {
    /// A choice that is not about these applications.
    #[error("the choice tells of {told} applications, but there are {count}; it must say yes or no of each")]
    Length {
        /// Of how many it tells.
        told: usize,
        /// How many there are.
        count: usize,
    },
}

impl Chances {
    /// The share of the draws in which an application was chosen; zero without draws.
    pub fn of(&self, application: usize) -> f64 {
        if self.draws == 0 { 0.0 } else { f64::from(self.hits[application]) / f64::from(self.draws) }
    }

    /// The standard error of that share that comes from the number of draws: `√(p (1 - p) / n)`.
    pub fn error(&self, application: usize) -> f64 {
        let share = self.of(application);
        if self.draws == 0 { 0.0 } else { (share * (1.0 - share) / f64::from(self.draws)).sqrt() }
    }

    /// How clear the case of an application is.
    pub fn zone(&self, application: usize) -> Zone {
        let share = self.of(application);
        if share > GREY[1] {
            Zone::In
        } else if share < GREY[0] {
            Zone::Out
        } else {
            Zone::Grey
        }
    }
}

impl Calibration {
    /// Calls `each` with draws of all scores from their joint distribution, in points by application. The draw of a
    /// number is a function of the calibration, the seed and the number alone.
    ///
    /// Through the factor that is there already: the dense part by back substitution, then each application given that
    /// part (H. Rue and L. Held, *Gaussian Markov Random Fields*, 2005, section 2.4). The distribution
    /// is that of perturbing and solving (G. Papandreou and A. Yuille, NIPS 23, 2010), with a normal deviate for each
    /// unknown instead of one for each unknown and each review. The variances are taken as known.
    pub fn draw(&self, seed: &Seed, draws: std::ops::Range<u32>, each: &mut dyn FnMut(&[f64])) {
        let sampler = Sampler::of(&self.posterior);
        let mut scores = vec![0.0; self.applications.len()];
        let mut dense = Vec::new();
        for draw in draws {
            sampler.draw(&mut Stream::of(seed, draw.into()), &mut dense, &mut scores);
            each(&scores);
        }
    }

    /// The chance of each application to be among the best so many.
    ///
    /// If the applications do not differ at all, every order has the same chance.
    pub fn chances_of_top(&self, places: usize, seed: &Seed, draws: u32, watch: Watch<'_>) -> Chances {
        let mut order: Vec<usize> = Vec::new();
        let mut choose = |scores: &[f64]| {
            order.clear();
            order.extend(0..scores.len());
            let mut chosen = vec![places >= scores.len(); scores.len()];
            if places > 0 && places < scores.len() {
                let by = |left: &usize, right: &usize| scores[*right].total_cmp(&scores[*left]).then(left.cmp(right));
                order.select_nth_unstable_by(places - 1, by);
                order[..places].iter().for_each(|at| chosen[*at] = true);
            }
            chosen
        };
        let chances = self.chances(&mut choose, seed, draws, watch);
        chances.unwrap_or_else(|_| unreachable!("the choice above tells of each application"))
    }

    /// The chance of each application to be chosen, where `choose` says of each whether it would be, given the scores
    /// of a draw: under quotas, for instance.
    pub fn chances(
        &self,
        choose: &mut dyn FnMut(&[f64]) -> Vec<bool>,
        seed: &Seed,
        draws: u32,
        watch: Watch<'_>,
    ) -> Result<Chances, ChoiceRefused> {
        let count = self.applications.len();
        let mut chances = Chances { hits: vec![0; count], draws: 0, is_stopped: false };
        let mut refused = None;
        while chances.draws < draws && refused.is_none() {
            let told = Progress { stage: Stage::Draws, done: chances.draws, most: draws, gap: None };
            if watch(told) == Go::Stop {
                chances.is_stopped = true;
                break;
            }
            let end = draws.min(chances.draws + BETWEEN);
            self.draw(seed, chances.draws..end, &mut |scores| {
                let chosen = choose(scores);
                if chosen.len() != count {
                    refused = Some(ChoiceRefused::Length { told: chosen.len(), count });
                }
                for (hits, is_chosen) in chances.hits.iter_mut().zip(chosen) {
                    *hits += u32::from(is_chosen);
                }
            });
            chances.draws = end;
        }
        refused.map_or(Ok(chances), Err)
    }
}

/// What does not change from draw to draw.
struct Sampler<'a> {
    posterior: &'a Posterior,
    deviation: f64,
    /// For each application: what it is without the dense part, and its own deviation.
    own: Vec<(f64, f64)>,
    starts: Vec<usize>,
    couplings: Vec<(usize, f64)>,
}

impl<'a> Sampler<'a> {
    fn of(posterior: &'a Posterior) -> Self {
        let deviation = posterior.residual.sqrt();
        let ratio = posterior.ratios.applications;
        let mut sampler = Self { posterior, deviation, own: Vec::new(), starts: vec![0], couplings: Vec::new() };
        let mut line = Vec::new();
        for (at, with_scores) in posterior.sums.applications.with_scores.iter().enumerate() {
            if posterior.eliminated == Side::Applications {
                let inverse = posterior.inverses[at];
                posterior.coupling(at, &mut line);
                sampler.own.push((ratio * ratio * with_scores * inverse, ratio * deviation * inverse.sqrt()));
                sampler.couplings.extend(line.iter().map(|(to, it)| (*to, -ratio * it * inverse)));
            } else {
                sampler.own.push((0.0, 0.0));
                sampler.couplings.extend((posterior.dense > 0).then_some((at, ratio)));
            }
            sampler.starts.push(sampler.couplings.len());
        }
        sampler
    }

    fn draw(&self, stream: &mut Stream, dense: &mut Vec<f64>, scores: &mut [f64]) {
        if self.posterior.ratios.applications <= 0.0 {
            // They do not differ; any order is as good as another.
            let mean = self.posterior.solution[self.posterior.dense] + self.posterior.sums.centre;
            for it in scores.iter_mut() {
                *it = mean + 1e-9 * stream.normal();
            }
            return;
        }
        dense.clear();
        dense.extend(self.posterior.solution.iter().map(|_| stream.normal()));
        self.posterior.factor.solve_upper(dense);
        for (it, mean) in dense.iter_mut().zip(&self.posterior.solution) {
            *it = mean + self.deviation * *it;
        }
        let mean = dense[self.posterior.dense] + self.posterior.sums.centre;
        for (at, score) in scores.iter_mut().enumerate() {
            let (alone, deviation) = self.own[at];
            let through: f64 = self.couplings[self.starts[at]..self.starts[at + 1]]
                .iter()
                .map(|(from, factor)| factor * dense[*from])
                .sum();
            *score = mean + alone + through;
            if deviation > 0.0 {
                *score += deviation * stream.normal();
            }
        }
    }
}
