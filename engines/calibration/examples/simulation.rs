//! How many of the truly best would be chosen: a call of 2,200 applications, 30 reviewers and 6,600 reviews, simulated,
//! with each way of reading the scores. Prints `reviewers<TAB>way<TAB>measured<TAB>deviation<TAB>published`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use calibration::{Plan, Review, Reviews, Seed, Stream, Wanted, Worth, calibrate, unwatched};

const APPLICATIONS: usize = 2_200;
const REVIEWERS: usize = 30;
const PLACES: usize = 107;
const BATCHES: usize = 8;

/// What the reviewers are like, and the shares published for them elsewhere.
struct Cast {
    name: &'static str,
    leaning: f64,
    log_scale: f64,
    noise: f64,
    /// Raw mean, score by reviewer standardised, leanings, scales, scales with further reviews.
    published: [Option<f64>; 5],
}

const CASTS: [Cast; 3] = [
    Cast {
        name: "strong",
        leaning: 0.6,
        log_scale: 0.3,
        noise: 0.8,
        published: [Some(0.548), Some(0.625), Some(0.603), Some(0.679), Some(0.822)],
    },
    Cast {
        name: "NeurIPS-2014-like",
        leaning: 0.43,
        log_scale: 0.0,
        noise: 1.0,
        published: [Some(0.549), Some(0.582), None, Some(0.570), Some(0.748)],
    },
    Cast {
        name: "mild",
        leaning: 0.2,
        log_scale: 0.0,
        noise: 0.7,
        published: [Some(0.680), Some(0.696), None, Some(0.703), Some(0.825)],
    },
];

/// One simulated call.
struct World {
    quality: Vec<f64>,
    reviewers: Vec<[f64; 3]>,
    chance: Stream,
}

impl World {
    fn new(cast: &Cast, run: u64) -> Self {
        let mut chance = Stream::of(&Seed::of_words(cast.name), run);
        let quality = (0..APPLICATIONS).map(|_| chance.normal()).collect();
        let mut manner = || {
            let scale = (cast.log_scale * chance.normal()).exp();
            let noise = cast.noise * (cast.log_scale * chance.normal()).exp();
            [cast.leaning * chance.normal(), scale, noise]
        };
        let reviewers = (0..REVIEWERS).map(|_| manner()).collect();
        Self { quality, reviewers, chance }
    }

    fn review(&mut self, application: usize, reviewer: usize) -> Review {
        let [leaning, scale, noise] = self.reviewers[reviewer];
        let score = leaning + scale * self.quality[application] + noise * self.chance.normal();
        Review::new(application, reviewer, score)
    }

    /// So many reviews of each application, spread evenly.
    fn round(&mut self, each: usize) -> Vec<Review> {
        let mut rows = Vec::new();
        let mut load = [0; REVIEWERS];
        for application in 0..APPLICATIONS {
            let mut order: Vec<(usize, u64, usize)> =
                (0..REVIEWERS).map(|at| (load[at], self.chance.word(), at)).collect();
            order.sort_unstable();
            for (_, _, reviewer) in &order[..each] {
                load[*reviewer] += 1;
                rows.push(self.review(application, *reviewer));
            }
        }
        rows
    }

    /// The share of the truly best that a list of scores chooses.
    fn share(&self, scores: &[f64]) -> f64 {
        let best = |scores: &[f64]| {
            let mut order: Vec<usize> = (0..scores.len()).collect();
            order.sort_by(|left, right| scores[*right].total_cmp(&scores[*left]));
            order.truncate(PLACES);
            order
        };
        let truly = best(&self.quality);
        best(scores).iter().filter(|at| truly.contains(at)).count() as f64 / PLACES as f64
    }
}

fn checked(rows: &[Review]) -> Reviews {
    Reviews::check(APPLICATIONS, REVIEWERS, 0, rows.to_vec()).expect("simulated reviews are in order")
}

fn means(rows: &[Review], read: impl Fn(&Review) -> f64) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); APPLICATIONS];
    for it in rows {
        sums[it.application].0 += read(it);
        sums[it.application].1 += 1.0;
    }
    sums.iter().map(|(sum, count)| sum / count).collect()
}

fn standardised(rows: &[Review]) -> Vec<f64> {
    let mut sums = [[0.0; 3]; REVIEWERS];
    for it in rows {
        let [count, sum, squares] = &mut sums[it.reviewer];
        *count += 1.0;
        *sum += it.score;
        *squares += it.score * it.score;
    }
    let of = sums.map(|[count, sum, squares]| (sum / count, (squares / count - (sum / count) * (sum / count)).sqrt()));
    means(rows, |it| (it.score - of[it.reviewer].0) / of[it.reviewer].1)
}

/// Two reviews for all, the rest in batches where they tell most.
fn adaptive(world: &mut World, worth: Worth) -> f64 {
    let mut rows = world.round(2);
    let extra = APPLICATIONS / BATCHES;
    let plan = Plan::default();
    for _ in 0..BATCHES {
        let found = calibrate(&checked(&rows), &plan, &mut unwatched).unwrap();
        let threshold = found.threshold(PLACES);
        let mut free = vec![400; REVIEWERS];
        for it in &rows {
            free[it.reviewer] -= 1;
        }
        let batch = found
            .next_batch(&Wanted {
                thresholds: &vec![Some(threshold); APPLICATIONS],
                free: &free,
                may_read: &|_, _| true,
                batch: extra,
                least: 0.0,
                worth,
            })
            .unwrap();
        for it in batch.reviews {
            rows.push(world.review(it.application, it.reviewer));
        }
    }
    world.share(&calibrate(&checked(&rows), &plan, &mut unwatched).unwrap().scores())
}

fn main() {
    let runs: u64 = std::env::args().nth(1).and_then(|it| it.parse().ok()).unwrap_or(6);
    let ways = [
        "raw mean",
        "standardised by reviewer",
        "leanings",
        "scales where they tell more",
        "further reviews by closeness",
        "further reviews by gain",
    ];
    for cast in &CASTS {
        let mut shares = vec![Vec::new(); ways.len()];
        for run in 0..runs {
            let mut world = World::new(cast, run);
            let rows = world.round(3);
            let reviews = checked(&rows);
            let leanings = Plan { scales: false, ..Plan::default() };
            let first = [
                world.share(&means(&rows, |it| it.score)),
                world.share(&standardised(&rows)),
                world.share(&calibrate(&reviews, &leanings, &mut unwatched).unwrap().scores()),
                world.share(&calibrate(&reviews, &Plan::default(), &mut unwatched).unwrap().scores()),
                adaptive(&mut World::new(cast, run), Worth::Closeness),
                adaptive(&mut World::new(cast, run), Worth::Gain),
            ];
            shares.iter_mut().zip(first).for_each(|(list, it)| list.push(it));
        }
        let published = [0, 1, 2, 3, 4, 4].map(|at| cast.published[at]);
        for ((way, list), published) in ways.iter().zip(&shares).zip(published) {
            let count = list.len() as f64;
            let mean = list.iter().sum::<f64>() / count;
            let spread = (list.iter().map(|it| (it - mean) * (it - mean)).sum::<f64>() / count).sqrt();
            let published = published.map_or("-".to_owned(), |it| format!("{it:.3}"));
            println!("{}\t{way}\t{mean:.3}\t{spread:.3}\t{published}", cast.name);
        }
    }
}
