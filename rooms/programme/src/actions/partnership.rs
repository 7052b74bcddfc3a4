//! Who is partner, host or funder of what.

use host::{Act, Actor, App, Clock, Found, Result, journal};
use kernel::{Id, Language, Text};
use ui::form::Filled;

use super::{Done, refused};
use crate::{
    Here, ProgrammeRefusal,
    model::{Partnership, Role, Source},
    store,
};

/// Adds an organisation, or a note where no organisation can be named, behind the others of its tier.
pub async fn add(app: &App, actor: &Actor, here: &Here, sent: &Filled) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let edition = here.edition.id;
    let mut tx = app.db.write().await?;
    let (organisation, activity) = (sent.value("organisation"), sent.value("activity"));
    let organisation =
        store::organisations(&mut tx, edition).await?.into_iter().find(|it| it.key.as_str() == organisation);
    let chosen_activity = store::activities(&mut tx, edition).await?.into_iter().find(|it| it.key.as_str() == activity);
    let note =
        Text::default().with(Language::ENGLISH, sent.value("note_en")).with(Language::FRENCH, sent.value("note_fr"));
    let mut wrong = Vec::new();
    let role = sent.value("role").parse::<Role>().map_err(|_| ProgrammeRefusal::NoChoice("role"));
    if organisation.is_none() && !sent.value("organisation").is_empty() {
        wrong.push(ProgrammeRefusal::NoChoice("organisation"));
    } else if organisation.is_none() && note.is_empty() {
        wrong.push(ProgrammeRefusal::NobodyNamed);
    }
    if chosen_activity.is_none() && !activity.is_empty() {
        wrong.push(ProgrammeRefusal::NoChoice("activity"));
    }
    let role = match role {
        Ok(role) if wrong.is_empty() => role,
        Ok(_) => return Ok(Err(wrong)),
        Err(refusal) => {
            wrong.push(refusal);
            return Ok(Err(wrong));
        }
    };
    let activity_id = chosen_activity.as_ref().map(|it| it.id);
    let organisation_id = organisation.as_ref().map(|it| it.id);
    let all = store::partnerships(&mut tx, edition).await?;
    let tier: Vec<&Partnership> = all.iter().filter(|it| it.role == role && it.activity_id == activity_id).collect();
    if organisation_id.is_some() && tier.iter().any(|it| it.organisation_id == organisation_id) {
        return refused(ProgrammeRefusal::PartnerAlready);
    }
    let new = Partnership {
        id: Id::new(),
        activity_id,
        organisation_id,
        name: organisation.map(|it| it.name),
        name_fr: None,
        short: None,
        role,
        position: tier.iter().map(|it| it.position).max().unwrap_or(0) + 1,
        source: Source::Here,
        note,
    };
    store::add_partnership(&mut tx, edition, &new).await?;
    let entry = entry(actor, here, "journal-programme-partnership-added", &new);
    let entry = if activity.is_empty() { entry } else { entry.note("activity", activity) };
    entry.write(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes a partnership away.
pub async fn remove(app: &App, actor: &Actor, here: &Here, id: Id<()>) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let all = store::partnerships(&mut tx, here.edition.id).await?;
    let it = all.iter().find(|it| it.id == id).found()?;
    store::remove_partnership(&mut tx, id, Some(Clock::real())).await?;
    entry(actor, here, "journal-programme-partnership-removed", it).write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Puts a partnership back that was taken away, unless the organisation has the same role again.
pub async fn restore(app: &App, actor: &Actor, here: &Here, id: Id<()>) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let removed = store::removed_partnerships(&mut tx, here.edition.id).await?;
    let it = removed.iter().find(|it| it.id == id).found()?;
    let standing = store::partnerships(&mut tx, here.edition.id).await?;
    if standing.iter().any(|other| it.organisation_id.is_some() && is_same(it, other)) {
        return Err(ProgrammeRefusal::PartnerAlready.into());
    }
    store::remove_partnership(&mut tx, id, None).await?;
    entry(actor, here, "journal-programme-partnership-restored", it).write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Whether two partnerships say the same: one organisation, one role, in one activity.
fn is_same(one: &Partnership, other: &Partnership) -> bool {
    (one.organisation_id, one.role, one.activity_id) == (other.organisation_id, other.role, other.activity_id)
}

/// Moves a partnership one place up or down among those of the same tier and activity.
pub async fn shift(app: &App, actor: &Actor, here: &Here, id: Id<()>, up: bool) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let all = store::partnerships(&mut tx, here.edition.id).await?;
    let it = all.iter().find(|it| it.id == id).found()?;
    let mut tier: Vec<&Partnership> =
        all.iter().filter(|other| other.role == it.role && other.activity_id == it.activity_id).collect();
    let Some(place) = tier.iter().position(|other| other.id == id) else { return Ok(()) };
    let other = if up { place.checked_sub(1) } else { Some(place + 1).filter(|next| *next < tier.len()) };
    let Some(other) = other else { return Ok(()) };
    tier.swap(place, other);
    for (position, moved) in (1_i64..).zip(&tier) {
        if moved.position != position {
            store::place_partnership(&mut tx, moved.id, position).await?;
        }
    }
    entry(actor, here, "journal-programme-partnership-moved", it)
        .change("position", place + 1, other + 1)
        .write(&mut tx)
        .await?;
    Ok(tx.commit().await?)
}

/// An entry that says which partnership it is about: its row may be gone when somebody reads this.
fn entry(actor: &Actor, here: &Here, act: &'static str, it: &Partnership) -> journal::Entry {
    journal::Entry::by(actor, act, "partnership", it.id)
        .within(here.edition.id)
        .note("organisation", it.name_in(Language::ENGLISH))
        .note("role", it.role)
}
