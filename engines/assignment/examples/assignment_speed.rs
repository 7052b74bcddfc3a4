//! How fast it is: `key<TAB>measured<TAB>target<TAB>reference`, one line a figure.

#[path = "../tests/rounds/mod.rs"]
mod rounds;

use std::time::Instant;

use assignment::{Affinity, Effort, Round, Wishes, assign, fair_floor, least_limits, to_the_end};

fn main() {
    println!("key\tmeasured\ttarget\treference");
    if std::env::var_os("CONVOKE_REFERENCE").is_some() {
        let round = rounds::published("aamas2016", 12).check().expect("a round");
        exact("aamas2016, 442 × 161, exact total", &round, "≤ 0.06 s", "MinMax 1.8 s");
        limits("aamas2016, limits for 8 shares", &round, "≤ 5 s", "0.1–5.2 s");
        fair("aamas2016, fair floor", &round, "1 / 949.25", "FairFlow 1 / 932.75, 14.9 s");
    }
    let round = rounds::panel(2_200, 30, 176, 243);
    exact("2,200 × 30 with loads, exact total", &round, "≤ 0.1 s", "3.9–238 s");
    fair("2,200 × 30 with loads, fair floor", &round, "≤ 10 s", "FairFlow 38.9 s");
    let round = rounds::sparse(10_000, 10_000, 672_000, 2, 4);
    exact("10,000 × 10,000, 672,000 pairs, exact total", &round, "≤ 3 s", "1.3 s (C++)");
    println!("memory at most\t{} MB\t≤ 300 MB\t", peak().unwrap_or(0));
}

fn exact(key: &str, round: &Round, target: &str, reference: &str) {
    let (begun, before) = (Instant::now(), busy());
    let found = assign(round, &Wishes::default(), &mut to_the_end).expect("an assignment");
    let took = begun.elapsed();
    assert_eq!((found.total, found.total > Affinity::ZERO), (found.bound, true));
    println!("{key}\t{:.3} s ({:.3} s busy)\t{target}\t{reference}", took.as_secs_f64(), busy() - before);
}

fn limits(key: &str, round: &Round, target: &str, reference: &str) {
    let (begun, before) = (Instant::now(), busy());
    let shares = [7_999, 8_499, 8_999, 9_499, 9_799, 9_899, 9_949, 9_999];
    let found = least_limits(round, &shares, &mut to_the_end).expect("chances");
    let (took, busy) = (begun.elapsed().as_secs_f64(), busy() - before);
    let all: Vec<String> = found.iter().flatten().map(|it| it.most.to_string()).collect();
    println!("{key}\t{took:.3} s ({busy:.3} s busy), {} of 1,024\t{target}\t{reference}", all.join(" "));
}

fn fair(key: &str, round: &Round, target: &str, reference: &str) {
    let (begun, before) = (Instant::now(), busy());
    let found = fair_floor(round, &Wishes::default(), &Effort::default(), &mut to_the_end).expect("an assignment");
    let (took, busy) = (begun.elapsed().as_secs_f64(), busy() - before);
    println!(
        "{key}\t{took:.3} s ({busy:.3} s busy), floor {} ≤ {} ({:?}), total {} ≤ {} ({:?}), without a floor {} with {}\t{target}\t{reference}",
        found.floor,
        found.floor_bound,
        found.floor_standing,
        found.total,
        found.total_bound,
        found.total_standing,
        found.best_total,
        found.floor_at_best_total,
    );
}

/// How long this program has been on a processor, in seconds, where the system tells; other work on the machine does not
/// count.
fn busy() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|it| it.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1e9
}

/// The most memory that this program has held, in megabytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|it| it.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|it| it / 1024)
}
