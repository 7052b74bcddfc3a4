//! Many who ask at once, each over a line that is kept, and how long each waited.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use scenarios::Line;

/// What a load came to.
pub(super) struct Load {
    took: Duration,
    waits: Vec<Duration>,
}

/// Puts a number of questions to a server over a number of lines. One wrong answer ends the measurement.
pub(super) fn put(
    address: SocketAddr,
    (questions, lines): (usize, usize),
    ask: &(impl Fn(&mut Line, usize) -> bool + Sync),
) -> Result<Load, String> {
    let next = AtomicUsize::new(0);
    let wrong = AtomicUsize::new(0);
    let begun = Instant::now();
    let mut waits: Vec<Duration> = thread::scope(|scope| {
        let one = || {
            let mut line = Line::to(address);
            let mut waits = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= questions {
                    return waits;
                }
                let asked = Instant::now();
                if !ask(&mut line, number) {
                    wrong.fetch_add(1, Ordering::Relaxed);
                }
                waits.push(asked.elapsed());
            }
        };
        let askers: Vec<_> = (0..lines).map(|_| scope.spawn(one)).collect();
        askers.into_iter().flat_map(|it| it.join().unwrap_or_default()).collect()
    });
    let took = begun.elapsed();
    let wrong = wrong.into_inner();
    if wrong > 0 {
        return Err(format!("{wrong} of {questions} answers were not the wished-for one"));
    }
    waits.sort();
    Ok(Load { took, waits })
}

impl Load {
    /// Answers a second.
    pub(super) fn rate(&self) -> f64 {
        self.waits.len() as f64 / self.took.as_secs_f64()
    }

    /// How long half of them waited at most, and how long all but one in a hundred.
    pub(super) fn shares(&self) -> String {
        let at = |share: usize| self.waits.get((self.waits.len() * share / 100).min(self.waits.len() - 1));
        let words = |share| at(share).map_or_else(String::new, |it| format!("{:.1} ms", it.as_secs_f64() * 1000.0));
        format!("{} / {}", words(50), words(99))
    }
}
