//! The verbs: may they, can it, do it, say it.

use db::Tx;
use host::{Act, Actor, App, Clock, Fact, Found, Result, erasing, journal, post, secrets};
use kernel::{Id, mark};

use crate::{
    model::{NewPerson, Person},
    refusal::PeopleRefusal,
    store,
};

/// The person whom an address reaches within an edition; made where nobody was known by it.
///
/// Whoever is known keeps their name and country: a form that anybody can fill in does not change them.
pub async fn find_or_make(tx: &mut Tx, edition: Id<mark::Edition>, new: &NewPerson) -> Result<Id<mark::Person>> {
    if let Some(known) = store::id_by_email(tx, edition, &new.email).await? {
        return Ok(known);
    }
    // Somebody may register for two sessions at once: only one of the forms finds nobody, and the other then finds them.
    store::hold(tx, edition).await?;
    if let Some(known) = store::id_by_email(tx, edition, &new.email).await? {
        return Ok(known);
    }
    let key = format!("p-{}", &secrets::digest(secrets::token()?.as_bytes())[..8]);
    Ok(store::add(tx, edition, &key, new).await?)
}

/// Corrects how a person is named, and what their office is; who did it and what stood there goes to the journal.
pub(crate) async fn correct(tx: &mut Tx, actor: &Actor, person: &Person, new: &Person) -> Result<()> {
    actor.may(Act::EditPeople(person.edition_id))?;
    if person.erased_at.is_some() {
        return Err(PeopleRefusal::Erased.into());
    }
    for (field, value) in [("name", &new.name), ("printed", &new.printed)] {
        if value.is_empty() {
            return Err(PeopleRefusal::NoName(field).into());
        }
    }
    let words = |it: &Person, language| it.office.get(language).map(str::to_owned);
    let (english, french) = (kernel::Language::ENGLISH, kernel::Language::FRENCH);
    let entry = journal::Entry::by(actor, "journal-people-corrected", "person", person.id)
        .within(person.edition_id)
        .personal("name", Some(person.name.clone()), Some(new.name.clone()), person.id)
        .personal("printed", Some(person.printed.clone()), Some(new.printed.clone()), person.id)
        .personal("office_en", words(person, english), words(new, english), person.id)
        .personal("office_fr", words(person, french), words(new, french), person.id)
        .personal("organisation", Some(person.organisation.clone()), Some(new.organisation.clone()), person.id);
    if entry.has_changes() {
        store::correct(tx, new).await?;
        entry.write(tx).await?;
    }
    Ok(())
}

/// Erases what a person told us, for good: the person, their letters, and what the journal says about them.
///
/// Country, group and the facts that figures count stay, without a name.
pub async fn erase(app: &App, tx: &mut Tx, actor: &Actor, person: Id<mark::Person>) -> Result<()> {
    let person = store::person(tx, person).await?.found()?;
    actor.may(Act::ErasePeople(person.edition_id))?;
    let now = Clock::real();
    if store::erase_person(tx, person.id, now).await? == 0 {
        return Err(PeopleRefusal::Erased.into());
    }
    if let Some(email) = &person.email {
        erasing::letters(tx, email, Some(person.edition_id), now).await?;
        post::forget_address(tx, email).await?;
    }
    journal::erase(tx, person.id, now).await?;
    journal::Entry::by(actor, "journal-people-erased", "person", person.id).within(person.edition_id).write(tx).await?;
    app.follow(tx, Fact::PersonErased(person.id)).await
}
