//! Who came, and for how long: marked one by one, or taken from the list that a meeting tool writes.

use std::collections::BTreeMap;

use db::Tx;
use host::{Act, Actor, App, journal};
use kernel::{EmailAddress, Id, mark};

use crate::{
    model::{Registered, Session},
    refusal::AgendaRefusal,
    store,
};

/// The longest that anybody can be present on one day, in minutes.
const A_DAY: i64 = 24 * 60;

/// The minutes of a registration as they are to be.
pub(super) type Minutes = (Id<mark::Registration>, Option<i64>);

/// Reads what stands in a field: minutes, or nothing for who did not come.
pub(super) fn minutes(words: &str) -> Result<Option<i64>, AgendaRefusal> {
    match words.trim() {
        "" => Ok(None),
        words => words.parse().ok().filter(|it| (0..=A_DAY).contains(it)).map(Some).ok_or(AgendaRefusal::NoMinutes),
    }
}

/// Reads a pasted list, one address and its minutes a line, apart by a comma, a semicolon or a tab.
///
/// A first line without an address is the list's header. Whoever left and came back stands there several times:
/// their minutes are added up.
pub(super) fn pasted(lines: &str, registered: &[Registered]) -> Result<Vec<Minutes>, Wrong> {
    let by_address: BTreeMap<String, &Registered> =
        registered.iter().filter_map(|it| Some((it.email.as_ref()?.to_lowercase(), it))).collect();
    let (mut found, mut wrong) = (BTreeMap::new(), Vec::new());
    for (number, line) in (1..).zip(lines.lines()) {
        let line = line.trim();
        if line.is_empty() || (number == 1 && !line.contains('@')) {
            continue;
        }
        let read = line.rsplit_once([',', ';', '\t']).and_then(|(address, minutes_words)| {
            let address: EmailAddress = address.trim().trim_matches('"').parse().ok()?;
            Some((address, minutes(minutes_words.trim().trim_matches('"')).ok().flatten()?))
        });
        match read {
            None => wrong.push(AgendaRefusal::NoLine(number)),
            Some((address, minutes)) => match by_address.get(&address.folded()) {
                None => wrong.push(AgendaRefusal::NobodyRegistered(number, address.to_string())),
                Some(it) => *found.entry(it.id).or_insert(0) += minutes,
            },
        }
    }
    if found.is_empty() && wrong.is_empty() {
        wrong.push(AgendaRefusal::NoLine(1));
    }
    let wrong: Wrong = wrong.into_iter().map(|it| ("lines".to_owned(), it)).collect();
    if wrong.is_empty() {
        Ok(found.into_iter().map(|(id, it)| (id, Some(it.min(A_DAY)))).collect())
    } else {
        Err(wrong)
    }
}

/// What is wrong with a form: the field, and why.
pub(super) type Wrong = Vec<(String, AgendaRefusal)>;

/// Marks how long people were present, as `read` has it from a form and the standing registrations.
///
/// What is returned is all that is wrong with the form: nothing, where it was done.
pub(super) async fn mark(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    session: &Session,
    read: impl FnOnce(&[Registered]) -> Result<Vec<Minutes>, Wrong>,
) -> host::Result<Wrong> {
    actor.may(Act::EditRegistrations(session.edition_id))?;
    let now = app.clock.now();
    if !session.has_begun(now) {
        return Err(AgendaRefusal::NotBegun.into());
    }
    let standing = store::registrations(tx, session.id, now).await?;
    let minutes = match read(&standing) {
        Ok(minutes) => minutes,
        Err(wrong) => return Ok(wrong),
    };
    let standing: BTreeMap<_, _> = standing.iter().map(|it| (it.id, it)).collect();
    for (id, minutes) in &minutes {
        let Some(before) = standing.get(id).filter(|it| it.attended_minutes != *minutes) else { continue };
        store::attend(tx, *id, *minutes).await?;
        let words = |it: Option<i64>| it.map(|it| it.to_string());
        journal::Entry::by(actor, "journal-agenda-attendance-marked", "registration", *id)
            .within(session.edition_id)
            .personal("minutes", words(before.attended_minutes), words(*minutes), before.person_id)
            .write(tx)
            .await?;
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_a_number_or_nothing() {
        assert_eq!(minutes(" 75 "), Ok(Some(75)));
        assert_eq!(minutes(""), Ok(None));
        for words in ["-1", "1500", "an hour", "1.5"] {
            assert_eq!(minutes(words), Err(AgendaRefusal::NoMinutes), "{words}");
        }
    }
}
