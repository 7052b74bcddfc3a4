//! The chances of the applications, and the further reviews that would tell most.

use std::collections::BTreeSet;

use calibration::{Calibration, Seed, Wanted, Worth};

use super::{
    Command,
    reviews::Read,
    told::{Chance, Chances, Extra, Further},
    watched,
};
use crate::{Problems, Sheet, Terminal};

/// The chance of each application to be among the best so many.
pub(super) fn chances(
    command: &Command,
    places: usize,
    read: &Read,
    found: &Calibration,
    terminal: &mut Terminal<'_>,
) -> Chances {
    let seed = Seed::of_words(&command.seed);
    let drawn = found.chances_of_top(places, &seed, command.draws, &mut |it| watched(terminal, it));
    terminal.clear();
    let of_one = |(at, name): (usize, &String)| Chance {
        name: name.clone(),
        hits: drawn.hits[at],
        chance: calibration::rounded(drawn.of(at)),
        zone: drawn.zone(at),
    };
    Chances {
        places,
        draws: drawn.draws,
        seed: command.seed.clone(),
        is_stopped: drawn.is_stopped,
        applications: read.applications.iter().enumerate().map(of_one).collect(),
    }
}

/// The further reviews that would tell most about the last place.
pub(super) fn extra(
    command: &Command,
    places: usize,
    count: usize,
    read: &Read,
    found: &Calibration,
) -> Result<Further, String> {
    let conflicts = conflicts(command, read)?;
    let threshold = found.threshold(places);
    // Whoever has read least is asked first, so without a limit it is that of the one who read most.
    let most = found.reviewers.iter().map(|it| it.reviews).max().unwrap_or_default() + count;
    let most = command.most.map_or(most, |it| it as usize);
    let free: Vec<u32> = found.reviewers.iter().map(|it| most.saturating_sub(it.reviews) as u32).collect();
    let wanted = Wanted {
        thresholds: &vec![Some(threshold); found.applications.len()],
        free: &free,
        may_read: &|application, reviewer| !conflicts.contains(&(application, reviewer)),
        batch: count,
        least: 0.0,
        worth: Worth::Closeness,
    };
    let batch = found.next_batch(&wanted).map_err(|error| error.to_string())?;
    let of_one = |it: &calibration::Extra| Extra {
        application: read.applications[it.application].clone(),
        reviewer: read.reviewers[it.reviewer].clone(),
        worth: calibration::rounded(it.worth),
        tie: calibration::rounded(it.tie),
    };
    Ok(Further {
        threshold: calibration::rounded(threshold),
        reviews: batch.reviews.iter().map(of_one).collect(),
        end: batch.end,
    })
}

/// Who may not read what, by number. Who or what has no review is of no interest here.
fn conflicts(command: &Command, read: &Read) -> Result<BTreeSet<(usize, usize)>, Problems> {
    let Some(file) = &command.conflicts else { return Ok(BTreeSet::new()) };
    let sheet = Sheet::read(file)?;
    let [application, reviewer] = sheet.columns([&command.application, &command.reviewer])?;
    let pair = |row| {
        let number = |names, column| Read::number(names, crate::Row::cell(row, column));
        Some((number(&read.applications, application)?, number(&read.reviewers, reviewer)?))
    };
    Ok(sheet.rows().iter().filter_map(pair).collect())
}
