//! Prints precision and recall of the finder; with a second argument, also what it missed.

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seed = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(2025);
    let outcome = consistency::proving::run(seed);
    print!("{outcome}");
    if arguments.next().is_some() {
        outcome.misses.iter().for_each(|it| println!("{it}"));
    }
}
