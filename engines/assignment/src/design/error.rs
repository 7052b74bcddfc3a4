//! How exactly two applications will be told apart, before anybody has read a word.
//!
//! The model: a score is the mean, plus what the application is worth, plus the reviewer's leaning, plus noise. What the
//! readings will tell of two applications depends on who reads whom, not on the scores: C. R. Henderson 1975, Biometrics 31,
//! *Best linear unbiased estimation and prediction under a selection model*, section 2 (the mixed model equations).

use super::matrix::Factor;
use crate::model::Round;

/// More reviewers than this make the equations too large.
const MOST_REVIEWERS: usize = 2_000;

/// How much scores vary, as standard deviations on the scale of the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spreads {
    /// Between applications; above zero.
    pub applications: f64,
    /// Between reviewers' leanings; zero if all are thought equally strict.
    pub reviewers: f64,
    /// Of a reading, given both; above zero.
    pub noise: f64,
}

/// What an assignment lets expect.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// The root of the mean, over all pairs of applications, of the squared standard error of their difference, on the
    /// scale of the scores.
    pub error_of_a_difference: f64,
    /// The same if nobody read anything: what is known beforehand.
    pub error_without_readings: f64,
    /// What hangs together; only within a component can leanings be told from worth.
    pub components: Vec<Component>,
}

/// Applications and reviewers that hang together by readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// The numbers of the applications.
    pub applications: Vec<usize>,
    /// The numbers of the reviewers.
    pub reviewers: Vec<u32>,
}

/// Why nothing can be expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoExpectation {
    /// A spread is no number, negative, or zero where it may not be.
    #[error("the spreads of applications and of noise must be above zero, that of reviewers zero or more")]
    NoSpread,
    /// Fewer than two applications that are read.
    #[error("there are fewer than two applications to compare")]
    NothingToCompare,
    /// Too many reviewers.
    #[error("there are {0} reviewers; the expected error can be computed for up to 2000")]
    TooMany(usize),
}

/// The mixed model equations with the applications eliminated.
pub(super) struct Equations {
    pub(super) factor: Factor,
    /// Readings of each application.
    pub(super) readers: Vec<Vec<u32>>,
    pub(super) noise_over_worth: f64,
    pub(super) size: usize,
}

impl Equations {
    pub(super) fn of(round: &Round, pairs: &[usize], spreads: Spreads) -> Result<Self, NoExpectation> {
        let Spreads { applications, reviewers, noise } = spreads;
        let sound = applications.is_finite() && applications > 0.0 && noise.is_finite() && noise > 0.0;
        if !sound || !reviewers.is_finite() || reviewers < 0.0 {
            return Err(NoExpectation::NoSpread);
        }
        let people = round.reviewers().len();
        if people > MOST_REVIEWERS {
            return Err(NoExpectation::TooMany(people));
        }
        let mut readers = vec![Vec::new(); round.applications().len()];
        for pair in pairs {
            readers[round.application_of(*pair)].push(round.pairs()[*pair].reviewer);
        }
        if pairs.is_empty() || readers.len() < 2 {
            return Err(NoExpectation::NothingToCompare);
        }
        let noise_over_worth = (noise / applications) * (noise / applications);
        // Without leanings the reviewers' equations are held at zero by a weight beyond anything that readings could bring.
        let leaning = if reviewers > 0.0 { (noise / reviewers) * (noise / reviewers) } else { 1e12 };
        let size = people + 1;
        let mut matrix = vec![0.0; size * size];
        for (at, of) in readers.iter().enumerate().filter(|it| !it.1.is_empty()) {
            debug_assert!(at < readers.len());
            let count = of.len() as f64;
            let share = 1.0 / (count + noise_over_worth);
            for one in of.iter().map(|it| *it as usize) {
                matrix[one * size + one] += 1.0;
                for other in of.iter().map(|it| *it as usize) {
                    matrix[one * size + other] -= share;
                }
                matrix[one * size + people] += 1.0 - count * share;
                matrix[people * size + one] += 1.0 - count * share;
            }
            matrix[people * size + people] += count - count * count * share;
        }
        for at in 0..people {
            matrix[at * size + at] += leaning;
        }
        let factor = Factor::of(matrix, size).ok_or(NoExpectation::NoSpread)?;
        Ok(Self { factor, readers, noise_over_worth, size })
    }
}

/// What error an assignment lets expect when two applications are compared, with calibrated scores (the mean is unknown,
/// leanings are predicted); and what hangs together. `pairs` are numbers of [`Round::pairs`].
///
/// # Errors
/// [`NoExpectation`].
pub fn expectation(round: &Round, pairs: &[usize], spreads: Spreads) -> Result<Expectation, NoExpectation> {
    let equations = Equations::of(round, pairs, spreads)?;
    let people = equations.size - 1;
    let count = equations.readers.len() as f64;
    // How each application's prediction leans on the reviewers and on the mean.
    let share = |of: &Vec<u32>| 1.0 / (of.len() as f64 + equations.noise_over_worth);
    let mut mean = vec![0.0; equations.size];
    for of in &equations.readers {
        for it in of {
            mean[*it as usize] += share(of) / count;
        }
        mean[people] += share(of) * of.len() as f64 / count;
    }
    let (mut alone, mut shared) = (0.0, 0.0);
    for of in &equations.readers {
        let mut leaning: Vec<f64> = mean.iter().map(|it| -it).collect();
        for it in of {
            leaning[*it as usize] += share(of);
        }
        leaning[people] += share(of) * of.len() as f64;
        alone += share(of);
        shared += equations.factor.half_solved(&leaning).iter().map(|it| it * it).sum::<f64>();
    }
    let square = 2.0 * alone / count + 2.0 * shared / (count - 1.0);
    Ok(Expectation {
        error_of_a_difference: spreads.noise * square.sqrt(),
        error_without_readings: spreads.applications * 2.0_f64.sqrt(),
        components: components(round, pairs),
    })
}

/// What hangs together by readings, the component of the first application first; who reads nothing stands alone.
pub fn components(round: &Round, pairs: &[usize]) -> Vec<Component> {
    let applications = round.applications().len();
    let mut root: Vec<usize> = (0..applications + round.reviewers().len()).collect();
    for pair in pairs {
        let one = find(&mut root, round.application_of(*pair));
        let other = find(&mut root, applications + round.pairs()[*pair].reviewer as usize);
        root[one.max(other)] = one.min(other);
    }
    let mut at_root: Vec<Option<usize>> = vec![None; root.len()];
    let mut found: Vec<Component> = Vec::new();
    for node in 0..root.len() {
        let top = find(&mut root, node);
        let place = *at_root[top].get_or_insert_with(|| {
            found.push(Component { applications: Vec::new(), reviewers: Vec::new() });
            found.len() - 1
        });
        if node < applications {
            found[place].applications.push(node);
        } else {
            found[place].reviewers.push((node - applications) as u32);
        }
    }
    found
}

fn find(root: &mut [usize], mut node: usize) -> usize {
    while root[node] != node {
        root[node] = root[root[node]];
        node = root[node];
    }
    node
}
