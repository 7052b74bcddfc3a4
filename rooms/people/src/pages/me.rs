//! My account: what I am, which browsers are signed in, my passkeys, my language.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Error, Found, Page, Refusal, Result, Role, Sent, journal, redirect, sessions};
use jiff::tz::TimeZone;
use kernel::{Id, Language, mark};
use programme::{Edition, Programme};
use ui::{
    Markup, Reader, assets,
    form::{self, Filled},
    html,
};

use crate::{refusal::PeopleRefusal, store};

/// What a browser says of itself, in two words; the catalogue's where it says nothing that we know.
pub(super) fn device(reader: &Reader, said: &str) -> String {
    let first =
        |pairs: &[(&str, &'static str)]| pairs.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name);
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => reader.say("people-some-browser"),
    }
}

/// My account.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor) -> Result<Page> {
    mine(&app, &reader, &actor, &Filled::default()).await
}

async fn mine(app: &App, reader: &Reader, actor: &Actor, filled: &Filled) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let editions = programme::editions(&mut conn).await?;
    let programmes = programme::programmes(&mut conn).await?;
    let browsers = sessions::of_account(&mut conn, actor.account).await?;
    let passkeys = store::passkeys(&mut conn, actor.account).await?;
    let zone = editions.first().map_or(TimeZone::UTC, Edition::time_zone);
    let content = html! {
        h1 { bdi { (actor.name) } }
        p.meta { (actor.email) }
        section.block { h2 { (reader.say("people-my-roles")) } (roles(reader, actor, &editions, &programmes)) }
        section.block { h2 { (reader.say("people-my-language")) } (language(reader, actor, filled)) }
        section.block { h2 { (reader.say("people-my-browsers")) } (browser_list(reader, actor, &browsers, &zone)) }
        section.block { h2 { (reader.say("people-my-passkeys")) } (passkey_list(app, reader, &passkeys, &zone)) }
        div.block { (form::button(reader, "/sign-out", &reader.say("people-sign-out"), true)) }
        p.meta.send { a href=(reader.href("/me/erase")) { (reader.say("people-erase-me")) } }
    };
    Ok(Page::plain(reader.say("people-my-account"), content))
}

fn roles(reader: &Reader, actor: &Actor, editions: &[Edition], programmes: &[Programme]) -> Markup {
    let desk = |edition: &Edition| {
        let programme = programmes.iter().find(|it| it.id == edition.programme_id)?;
        actor.can(Act::OpenDesk(edition.id)).then(|| format!("/desk/{}/{}", programme.key, edition.key))
    };
    let held =
        |edition: &Edition| -> Vec<Role> { Role::ALL.into_iter().filter(|role| actor.is(*role, edition.id)).collect() };
    html! {
        @if actor.roles.is_empty() { p { (reader.say("people-no-role")) } }
        ul {
            @for edition in editions {
                @for role in held(edition) {
                    li { (reader.say(role.label())) " · " (reader.words(&edition.title)) }
                }
            }
        }
        @for edition in editions {
            @if let Some(path) = desk(edition) {
                div.buttons { a.button href=(reader.href(&path)) { (reader.say("people-open-desk")) " " (edition.key) } }
            }
        }
    }
}

fn language(reader: &Reader, actor: &Actor, filled: &Filled) -> Markup {
    let filled = filled.clone().with("language", actor.language.tag());
    let options: Vec<(String, String)> =
        reader.languages().iter().map(|it| (it.to_string(), reader.speaking(*it).say("ui-this-language"))).collect();
    form::post(reader, "/me/language", &filled, |form| {
        html! {
            (form.choice("language", &reader.say("people-language"), Some(&reader.say("people-language-hint")), &options))
            (form.submit(&reader.say("people-save")))
        }
    })
}

fn browser_list(reader: &Reader, actor: &Actor, browsers: &[sessions::WebSession], zone: &TimeZone) -> Markup {
    html! {
        ul.rows {
            @for it in browsers {
                li {
                    div { strong { (device(reader, &it.device)) } }
                    div.meta {
                        (reader.say("people-signed-in-since")) " " (reader.moment(it.created_at, zone)) br;
                        (reader.say("people-last-seen")) " " (reader.moment(it.seen_at, zone))
                    }
                    @if it.id == actor.session {
                        span.tag.open { (reader.say("people-this-browser")) }
                    } @else {
                        form.one-button method="post" action=(reader.href(&format!("/me/sessions/{}/end", it.id))) {
                            button.button.quiet type="submit" aria-label={ (reader.say("people-end")) ": " (device(reader, &it.device)) } {
                                (reader.say("people-end"))
                            }
                        }
                    }
                }
            }
        }
        @if browsers.len() > 1 {
            div.buttons { (form::button(reader, "/me/sessions/end-others", &reader.say("people-end-others"), true)) }
        }
    }
}

fn passkey_list(app: &App, reader: &Reader, passkeys: &[store::KeptPasskey], zone: &TimeZone) -> Markup {
    html! {
        p.prose { (reader.say("people-passkeys-lede")) }
        ul.rows {
            @for it in passkeys {
                li {
                    div { strong { (it.name) } }
                    div.meta {
                        (reader.say("people-passkey-since")) " " (reader.moment(it.created_at, zone))
                        @if let Some(used_at) = it.used_at {
                            br; (reader.say("people-passkey-used")) " " (reader.moment(used_at, zone))
                        }
                    }
                    form.one-button method="post" action=(reader.href(&format!("/me/passkeys/{}/remove", it.id))) {
                        button.button.quiet type="submit" aria-label={ (reader.say("people-remove")) ": " (it.name) } { (reader.say("people-remove")) }
                    }
                }
            }
        }
        @if crate::passkeys::ceremonies(app).is_some() {
            div.buttons {
                button.button type="button" hidden data-passkey=(assets::PASSKEY.path()) data-begin="/me/passkeys/begin"
                    data-finish="/me/passkeys/finish" data-failed=(reader.say("people-passkey-not-added")) {
                    (reader.say("people-passkey-add"))
                }
            }
            noscript { p.meta { (reader.say("people-passkey-script")) } }
        } @else {
            p.meta { (reader.say("people-passkey-no-name")) }
        }
    }
}

/// Chooses the language of one's letters, and of this page.
pub(super) async fn speak(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    Sent(mut sent): Sent,
) -> Result<Response> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    let language = sent.value("language").parse::<Language>().ok().filter(|it| reader.languages().contains(it));
    let Some(language) = language else {
        sent.wrong("language", PeopleRefusal::NoLanguage.say());
        return Ok(mine(&app, &reader, &actor, &sent).await?.status(422).into_response());
    };
    let mut tx = app.db.write().await?;
    store::speak(&mut tx, actor.account, language).await?;
    journal::Entry::by(&actor, "journal-people-language-chosen", "account", actor.account)
        .change("language", actor.language, language)
        .write(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(redirect(&reader.speaking(language).href("/me")))
}

/// Ends one of one's signed-in browsers; anybody else's is hidden.
pub(super) async fn end_session(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    Path(id): Path<Id<mark::WebSession>>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    actor.may(Act::EditOwnAccount(sessions::owner(&mut tx, id).await?.found()?))?;
    if sessions::end(&mut tx, actor.account, id).await? == 0 {
        return Err(Error::Hidden);
    }
    journal::Entry::by(&actor, "journal-people-browser-ended", "account", actor.account).write(&mut tx).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href("/me")))
}

/// Ends every signed-in browser but this one.
pub(super) async fn end_others(State(app): State<App>, Ask(reader): Ask, actor: Actor) -> Result<Response> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    let mut tx = app.db.write().await?;
    sessions::end_others(&mut tx, actor.account, actor.session).await?;
    journal::Entry::by(&actor, "journal-people-browsers-ended", "account", actor.account).write(&mut tx).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href("/me")))
}
