//! Steps with their time, and what they add up to.

use std::time::Instant;

use super::suite::Count;

/// What passed and what failed so far. A step that is no test counts as one.
#[derive(Debug, Default)]
pub(super) struct Tally {
    count: Count,
    failed_steps: Vec<String>,
}

impl Tally {
    /// Takes a step; whether it succeeded.
    pub(super) fn step(&mut self, name: &str, step: impl FnOnce() -> Result<(), String>) -> bool {
        self.tests(name, || step().map(|()| Count { passed: 1, failed: 0 }))
    }

    /// Takes a step that counts for itself; whether it succeeded.
    pub(super) fn tests(&mut self, name: &str, step: impl FnOnce() -> Result<Count, String>) -> bool {
        println!("── {name}");
        let begun = Instant::now();
        let done = step();
        let seconds = begun.elapsed().as_secs_f64();
        let count = match done {
            Ok(count) => count,
            Err(why) => {
                println!("   {why}");
                Count { passed: 0, failed: 1 }
            }
        };
        self.count = self.count + count;
        if count.failed == 0 {
            println!("   done in {seconds:.1} s");
        } else {
            println!("   FAILED after {seconds:.1} s");
            self.failed_steps.push(name.to_owned());
        }
        count.failed == 0
    }

    /// Says how it ended.
    pub(super) fn close(self) -> Result<(), String> {
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
        if self.failed_steps.is_empty() { Ok(()) } else { Err(format!("Failed: {}.", self.failed_steps.join(", "))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_makes_the_whole_fail() {
        let mut tally = Tally::default();
        assert!(tally.tests("sound", || Ok(Count { passed: 3, failed: 0 })));
        assert!(!tally.step("broken", || Err("it does not build".to_owned())));
        assert!(!tally.tests("weak", || Ok(Count { passed: 1, failed: 2 })));
        assert_eq!(tally.count, Count { passed: 4, failed: 3 });
        assert_eq!(tally.close(), Err("Failed: broken, weak.".to_owned()));
    }
}
