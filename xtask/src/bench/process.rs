//! What the kernel knows of a running process: the time it was busy and the memory it holds.

use std::fs;
use std::process::Command;
use std::time::Duration;

use scenarios::House;

/// A running process.
pub(super) struct Process {
    number: u32,
    ticks_a_second: f64,
}

impl Process {
    /// The program of a house.
    pub(super) fn of(house: &House) -> Self {
        let said = Command::new("getconf").arg("CLK_TCK").output().ok();
        let ticks = said.and_then(|it| String::from_utf8_lossy(&it.stdout).trim().parse().ok());
        Self { number: house.process(), ticks_a_second: ticks.unwrap_or(100.0) }
    }

    /// How long it kept a processor busy, in its own code and in the kernel's.
    pub(super) fn busy(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.number)).unwrap_or_default();
        // The name in parentheses may hold anything; the numbers stand after it.
        let numbers: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |at: usize| numbers.get(at).and_then(|it| it.parse::<f64>().ok()).unwrap_or_default();
        Duration::from_secs_f64((ticks(11) + ticks(12)) / self.ticks_a_second)
    }

    /// How much memory it holds.
    pub(super) fn mebibytes(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.number)).unwrap_or_default();
        let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:")).unwrap_or_default();
        line.split_whitespace().next().and_then(|it| it.parse::<f64>().ok()).unwrap_or_default() / 1024.0
    }
}
