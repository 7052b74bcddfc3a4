//! Chooses a cohort from the command line: select, check, draw, replace, explain.

mod check;
mod draw;
mod ear;
mod explain;
mod impossible;
mod outcome;
mod pool;
mod quotas;
mod replace;
mod rule;
mod select;

use clap::Subcommand;

use crate::Terminal;

pub use outcome::Outcome;

/// Chooses a cohort under quotas, fairly and with a proof.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Choose: the chances, the numbered tickets and the proof, into one file
    #[command(after_help = select::EXAMPLES)]
    Select(Box<select::Select>),
    /// Check a result without trusting the program that wrote it
    #[command(after_help = check::EXAMPLES)]
    Check(check::Check),
    /// Draw one of the tickets that a result committed to
    #[command(after_help = draw::EXAMPLES)]
    Draw(draw::Draw),
    /// Replace those who decline, keeping everybody else and the quotas
    #[command(after_help = replace::EXAMPLES)]
    Replace(replace::Replace),
    /// Tell one applicant why they are in, out or in the lottery
    #[command(after_help = explain::EXAMPLES)]
    Explain(explain::Explain),
}

impl Command {
    /// Does what was asked. An error without words was told already; either way the exit code is 1.
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<(), String> {
        match self {
            Self::Select(it) => it.run(terminal),
            Self::Check(it) => it.run(terminal),
            Self::Draw(it) => it.run(terminal),
            Self::Replace(it) => it.run(terminal),
            Self::Explain(it) => it.run(terminal),
        }
    }
}
