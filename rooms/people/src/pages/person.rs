//! One person on the desk: what is held of them, correcting it, erasing it.

use axum::{
    extract::{FromRequestParts, Path, State},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use db::Conn;
use host::{Act, Actor, App, Ask, Error, Found, Page, Refusal, Result, Sent, redirect};
use kernel::{EmailAddress, Language, Say, Text};
use programme::{Activity, Here};
use serde::Deserialize;
use ui::{
    Markup, Reader,
    form::{self, Filled},
    html,
};

use super::{history, list::invented};
use crate::{
    actions,
    model::{Application, Participation, Person},
    refusal::PeopleRefusal,
    store,
};

/// The person whom an address names, in its edition.
pub(super) struct Whom {
    here: Here,
    key: String,
}

#[derive(Deserialize)]
struct Named {
    person: String,
}

impl FromRequestParts<App> for Whom {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let here = Here::from_request_parts(parts, app).await?;
        let Path(named) = Path::<Named>::from_request_parts(parts, app).await.map_err(|_| Error::Hidden)?;
        Ok(Self { here, key: named.person })
    }
}

impl Whom {
    async fn person(&self, conn: &mut Conn) -> Result<Person> {
        store::person_by_key(conn, self.here.edition.id, &self.key).await?.found()
    }

    fn path(&self, rest: &str) -> String {
        self.here.desk(&format!("people/{}{rest}", self.key))
    }
}

fn called(reader: &Reader, person: &Person) -> String {
    if person.erased_at.is_some() {
        format!("{} {}", reader.say("people-erased"), person.key)
    } else {
        person.name.clone()
    }
}

/// What is held of a person.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor, whom: Whom) -> Result<Page> {
    let edition = &whom.here.edition;
    actor.may(Act::ReadPeople(edition.id))?;
    let mut conn = app.db.read().await?;
    let person = whom.person(&mut conn).await?;
    let application = store::application_of(&mut conn, person.id).await?.filter(|it| it.applied_at <= app.clock.now());
    let parts = store::participations_of(&mut conn, person.id).await?;
    let activities = programme::activities(&mut conn, edition.id).await?;
    let history = history::of(&mut conn, person.id).await?;
    let zone = edition.time_zone();
    let content = html! {
        p { a href=(reader.href(&whom.here.desk("people"))) { (reader.say("people-rail")) } }
        h1 { bdi { (called(&reader, &person)) } @if person.invented { " " (invented(&reader)) } }
        @if let Some(at) = person.erased_at {
            p.said { (reader.say("people-erased-on")) " " (reader.moment(at, &zone)) ". " (reader.say("people-erased-kept")) }
        }
        (held(&reader, &person, application.as_ref(), &zone))
        @if let Some(it) = application.as_ref().filter(|it| !it.motivation.is_empty()) {
            section.block { h2 { (reader.say("people-motivation")) } div.prose dir="auto" { p { (it.motivation) } } }
        }
        section.block { h2 { (reader.say("people-takes-part")) } (taking_part(&reader, &parts, &activities, &zone)) }
        @if person.erased_at.is_none() {
            div.buttons {
                @if actor.can(Act::EditPeople(edition.id)) {
                    a.button href=(reader.href(&whom.path("/edit"))) { (reader.say("people-correct")) }
                }
                @if actor.can(Act::ErasePeople(edition.id)) {
                    a.button.quiet href=(reader.href(&whom.path("/erase"))) { (reader.say("people-erase")) }
                }
            }
        }
        section.block { h2 { (reader.say("people-history")) } (history.show(&reader, &zone)) }
    };
    Ok(Page::desk(edition.id, called(&reader, &person), content))
}

fn held(reader: &Reader, person: &Person, application: Option<&Application>, zone: &jiff::tz::TimeZone) -> Markup {
    let row = |key, words: Markup| {
        html! { @if !words.0.is_empty() { tr { th scope="row" { (reader.say(key)) } td { (words) } } } }
    };
    let text = |words: &str| html! { @if !words.is_empty() { bdi { (words) } } };
    let gender = person.gender.as_deref().map(|it| reader.say_key(&format!("people-gender-{it}")));
    let consent = person.consent.as_deref().map(|it| reader.say_key(&format!("people-consent-{it}")));
    html! {
        table.stack {
            caption { (reader.say("people-held")) }
            tbody {
                (row("people-field-printed", text(&person.printed)))
                (row("people-field-office", html! { @if !person.office.is_empty() { (reader.words(&person.office)) } }))
                (row("people-organisation", text(&person.organisation)))
                (row("people-column-country", html! { @if let Some(it) = person.country { (reader.country(it)) } }))
                (row("people-email", text(person.email.as_ref().map_or("", EmailAddress::as_str))))
                (row("people-gender", html! { @if let Some(it) = gender { (it) } }))
                (row("people-born-on", html! { @if let Some(it) = person.born_on { (reader.day(it)) } }))
                (row("people-language", html! { @if let Some(it) = person.language { (reader.speaking(it).say("ui-this-language")) } }))
                (row("people-consent", html! { @if let Some(it) = consent { (it) } }))
                (row("people-door", html! { (reader.say(person.file.label())) }))
                @if let Some(it) = application {
                    (row("people-applied-at", reader.moment(it.applied_at, zone)))
                    (row("people-column-party", html! { (reader.say(it.party.label())) }))
                }
            }
        }
    }
}

fn taking_part(reader: &Reader, parts: &[Participation], activities: &[Activity], zone: &jiff::tz::TimeZone) -> Markup {
    html! {
        @if parts.is_empty() { p { (reader.say("people-takes-no-part")) } }
        ul {
            @for it in parts {
                @if let Some(activity) = activities.iter().find(|known| known.id == it.activity_id) {
                    li {
                        (reader.words(&activity.title)) " · " (reader.say("people-since")) " " (reader.moment(it.since, zone))
                        @if let Some(until) = it.until { " · " (reader.say("people-until")) " " (reader.moment(until, zone)) }
                        @if let Some(party) = it.party { " · " (reader.say(party.label())) }
                    }
                }
            }
        }
    }
}

/// The form that corrects a person's name and office.
pub(super) async fn edit(State(app): State<App>, Ask(reader): Ask, actor: Actor, whom: Whom) -> Result<Page> {
    actor.may(Act::EditPeople(whom.here.edition.id))?;
    let person = whom.person(&mut app.db.read().await?).await?;
    if person.erased_at.is_some() {
        return Err(PeopleRefusal::Erased.into());
    }
    Ok(correcting(&reader, &whom, &person, &Filled::default()))
}

fn correcting(reader: &Reader, whom: &Whom, person: &Person, filled: &Filled) -> Page {
    let office = |language| person.office.get(language).unwrap_or_default();
    let filled = filled
        .clone()
        .with("name", &person.name)
        .with("printed", &person.printed)
        .with("office_en", office(Language::ENGLISH))
        .with("office_fr", office(Language::FRENCH))
        .with("organisation", &person.organisation);
    let say = |key| reader.say(key);
    let content = html! {
        h1 { (say("people-correct")) " " bdi { (person.name) } }
        (form::post(reader, &whom.path("/edit"), &filled, |form| html! {
            (form.line("name", &say("people-field-name"), Some(&say("people-name-hint")), "text", None))
            (form.line("printed", &say("people-field-printed"), Some(&say("people-printed-hint")), "text", None))
            (form.line("office_en", &say("people-field-office-en"), None, "text", None))
            (form.line("office_fr", &say("people-field-office-fr"), None, "text", None))
            (form.line("organisation", &say("people-organisation"), Some(&say("people-organisation-hint")), "text", None))
            (form.submit(&say("people-save")))
        }))
    };
    Page::desk(whom.here.edition.id, say("people-correct"), content)
}

/// Corrects a person's name and office.
pub(super) async fn correct(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    whom: Whom,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let person = whom.person(&mut tx).await?;
    let kept = person.office.iter().fold(Text::default(), |text, (language, words)| text.with(language, words));
    let new = Person {
        name: sent.value("name").to_owned(),
        printed: sent.value("printed").to_owned(),
        office: kept.with(Language::ENGLISH, sent.value("office_en")).with(Language::FRENCH, sent.value("office_fr")),
        organisation: sent.value("organisation").to_owned(),
        ..person.clone()
    };
    match actions::correct(&mut tx, &actor, &person, &new).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(redirect(&reader.href(&whom.path(""))))
        }
        Err(Error::Refused(why)) if why.field().is_some() => {
            sent.wrong(why.field().unwrap_or("name"), why.say());
            Ok(correcting(&reader, &whom, &person, &sent).status(422).into_response())
        }
        Err(error) => Err(error),
    }
}

/// Asks whether a person is to be erased, and says what that touches.
pub(super) async fn ask_to_erase(State(app): State<App>, Ask(reader): Ask, actor: Actor, whom: Whom) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let person = whom.person(&mut conn).await?;
    erasing(&mut conn, &reader, &actor, &whom, &person, &Filled::default()).await
}

async fn erasing(
    conn: &mut Conn,
    reader: &Reader,
    actor: &Actor,
    whom: &Whom,
    person: &Person,
    filled: &Filled,
) -> Result<Page> {
    actor.may(Act::ErasePeople(person.edition_id))?;
    if person.erased_at.is_some() {
        return Err(PeopleRefusal::Erased.into());
    }
    let letters = match &person.email {
        Some(email) => host::erasing::letters_to(conn, email, Some(person.edition_id)).await?,
        None => 0,
    };
    let account = match &person.email {
        Some(email) => host::access::account_by_email(conn, email).await?,
        None => None,
    };
    let values = host::journal::values_about(conn, person.id).await?;
    let application = store::application_of(conn, person.id).await?;
    let parts = store::participations_of(conn, person.id).await?.len();
    let counted = |key, count: i64| reader.said(&Say::new(key).with("count", count));
    let content = html! {
        h1 { (reader.say("people-erase")) " " bdi { (person.name) } }
        div.prose {
            p { (reader.say("people-erase-goes")) }
            ul {
                li { (reader.say("people-erase-told")) }
                @if application.is_some() { li { (reader.say("people-erase-motivation")) } }
                @if letters > 0 { li { (counted("people-erase-letters", letters)) } }
                @if values > 0 { li { (counted("people-erase-journal", values)) } }
            }
            p { (reader.say("people-erase-stays")) }
            ul {
                li { (reader.say("people-erase-counted")) }
                @if parts > 0 { li { (counted("people-erase-parts", i64::try_from(parts).unwrap_or(i64::MAX))) } }
            }
            @if account.is_some() { p { (reader.say("people-erase-not-account")) } }
            p { strong { (reader.say("people-erase-final")) } }
        }
        (form::post(reader, &whom.path("/erase"), filled, |form| html! {
            (form.tick("confirmed", &reader.say("people-erase-confirm"), None))
            p.send { button.button.danger type="submit" { (reader.say("people-erase-one")) } }
        }))
    };
    Ok(Page::desk(person.edition_id, reader.say("people-erase"), content))
}

/// Erases a person.
pub(super) async fn erase(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    whom: Whom,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let person = whom.person(&mut tx).await?;
    if !sent.ticked("confirmed") {
        sent.wrong("confirmed", PeopleRefusal::NotConfirmed.say());
        return Ok(erasing(&mut tx, &reader, &actor, &whom, &person, &sent).await?.status(422).into_response());
    }
    actions::erase(&app, &mut tx, &actor, person.id).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&whom.path(""))))
}
