//! The explanation in English sentences.

use std::fmt;

use super::{Counted, Explanation, Status};

impl fmt::Display for Explanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}: {}", self.id, Verdict(self))?;
        if let Some(it) = self.merit {
            write!(out, "Merit {} ± {} points, above {} of {}", it.merit.mean, it.merit.error, it.above, it.of)?;
            if it.equal > 0 {
                write!(out, " and equal to {}", it.equal)?;
            }
            writeln!(out, ".")?;
        }
        if let Some(it) = self.cost {
            match it.to_have_in {
                Some(0.0) => write!(out, "A best panel has this place. ")?,
                Some(points) => write!(out, "With it, the best panel has {points} points less. ")?,
                None => write!(out, "No panel can have it. ")?,
            }
            match it.to_leave_out {
                Some(0.0) => write!(out, "A best panel does without. ")?,
                Some(points) => write!(out, "Without it, the best panel has {points} points less. ")?,
                None => write!(out, "No panel can do without. ")?,
            }
            writeln!(out, "Panels that differ by {} points or less count as equally good.", it.band)?;
        }
        for quota in &self.quotas {
            writeln!(out, "{quota}")?;
        }
        Ok(())
    }
}

struct Verdict<'a>(&'a Explanation);

impl fmt::Display for Verdict<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let it = self.0;
        match it.status {
            Status::Held => write!(out, "in, whatever else was chosen."),
            Status::SetAside => write!(out, "not in the choice; set aside before it."),
            Status::BelowFloor { lacking } => {
                write!(out, "not chosen; below the floor of merit")?;
                match lacking {
                    Some(points) => write!(out, ", which {points} points more would have reached."),
                    None => write!(out, "."),
                }
            }
            Status::Core => write!(out, "in every panel."),
            Status::Zone if it.chance > 0.0 => {
                let of = it.of_tickets;
                let tickets = it.tickets.len();
                write!(
                    out,
                    "in the lottery, with a chance of {:.2} % and {tickets} of {of} tickets",
                    it.chance * 100.0
                )?;
                tickets_of(out, &it.tickets, of)?;
                write!(out, ".")
            }
            Status::Zone => write!(out, "without a chance: no panel of the lottery has room."),
            Status::TooCostly { lacking } => {
                write!(out, "not chosen; every panel with this place loses more than the tie band")?;
                match lacking {
                    Some(points) => write!(out, ". {points} points more would have led into the lottery."),
                    None => write!(out, "."),
                }
            }
            Status::NoPanel => {
                write!(out, "not chosen; no panel that keeps all quotas has room. These cannot be kept then: ")?;
                write!(out, "{}.", it.conflict.join(", "))
            }
        }
    }
}

/// How many ticket numbers are read out.
const SHOWN: usize = 12;

fn tickets_of(out: &mut fmt::Formatter<'_>, tickets: &[u32], of: u32) -> fmt::Result {
    let digits = of.saturating_sub(1).checked_ilog10().unwrap_or(0) as usize + 1;
    for (at, it) in tickets.iter().take(SHOWN).enumerate() {
        write!(out, "{}{it:0digits$}", if at == 0 { ": " } else { ", " })?;
    }
    if tickets.len() > SHOWN { write!(out, " and {} more", tickets.len() - SHOWN) } else { Ok(()) }
}

impl fmt::Display for Counted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { label, least, most, available, in_panels: (fewest, greatest), worth } = self;
        write!(out, "“{label}” asks for {least} to {most}; {available} may be chosen, ")?;
        if fewest == greatest {
            write!(out, "and every panel has {fewest}")?;
        } else {
            write!(out, "and panels have {fewest} to {greatest}")?;
        }
        if *worth > 0.0 {
            write!(out, ". It seeks such people: counting for it is worth {worth} points")?;
        } else if *worth < 0.0 {
            write!(out, ". It has more than it can take: counting for it costs {} points", -worth)?;
        }
        write!(out, ".")
    }
}
