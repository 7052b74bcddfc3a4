//! Progress, effort, and the wish to stop.

/// What the caller says when told of progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// Stop, and give the best so far.
    Stop,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Whether any panel fits the quotas.
    Feasibility,
    /// The panel of greatest merit.
    Merit,
    /// What it would cost to have each applicant in, or out.
    Tiers,
    /// The chances.
    Lottery,
    /// The proof.
    Proof,
}

/// How far the work has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// How many parts of it are done.
    pub done: u64,
    /// How many parts there are at most, where that is known.
    pub of: Option<u64>,
    /// Simplex steps so far, in all phases.
    pub work: u64,
}

/// Carries the caller's ear and the effort that is left. Effort is counted in simplex steps, never in time.
pub struct Watch<'a> {
    ear: &'a mut dyn FnMut(Progress) -> Go,
    now: Progress,
    effort: u64,
    stopped: Option<Stopped>,
}

/// Why a run ended before it was finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stopped {
    /// The caller said so.
    ByCaller,
    /// The effort that was allowed is spent.
    EffortSpent,
}

impl<'a> Watch<'a> {
    /// Listens to the caller; allows so many simplex steps.
    pub fn new(ear: &'a mut dyn FnMut(Progress) -> Go, effort: u64) -> Self {
        Self { ear, now: Progress { phase: Phase::Feasibility, done: 0, of: None, work: 0 }, effort, stopped: None }
    }

    /// Tells that a phase begins.
    pub fn begin(&mut self, phase: Phase, of: Option<u64>) {
        self.now = Progress { phase, done: 0, of, work: self.now.work };
        self.tell();
    }

    /// Tells that a part of the phase is done.
    pub fn done(&mut self) {
        self.now.done += 1;
        self.tell();
    }

    /// Counts work; says whether to go on.
    pub fn spend(&mut self, steps: u64) -> bool {
        let before = self.now.work;
        self.now.work += steps;
        if before / ASK != self.now.work / ASK {
            self.tell();
        }
        if self.stopped.is_none() && self.now.work > self.effort {
            self.stopped = Some(Stopped::EffortSpent);
        }
        self.stopped.is_none()
    }

    /// Why the run is to end early, if it is.
    pub const fn stopped(&self) -> Option<Stopped> {
        self.stopped
    }

    /// All work so far, in simplex steps.
    pub const fn work(&self) -> u64 {
        self.now.work
    }

    fn tell(&mut self) {
        if (self.ear)(self.now) == Go::Stop && self.stopped.is_none() {
            self.stopped = Some(Stopped::ByCaller);
        }
    }
}

/// After how many steps the caller is asked.
const ASK: u64 = 256;
