//! Signing in by letter: ask, read, press one button or type a code.

use axum::{
    Extension,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use host::{
    Actor, App, Ask, Clock, Error, Page, Refusal, Result, Sent, Visitor, access, journal, redirect, sessions,
    sign_in::{self, SignInRefusal},
    web::{Browser, Secure, sign_in_cookie, sign_out_cookie},
};
use kernel::{EmailAddress, Id, mark};
use programme::Here;
use ui::{
    Markup, Reader, assets,
    form::{self, Filled},
    html,
};

use crate::{
    ceremony::{self, Ceremony, Typed},
    letters::sign_in_path,
    refusal::PeopleRefusal,
    store,
};

/// A path of this very installation, or nothing: a letter must not lead elsewhere.
pub(super) fn local(next: &str) -> &str {
    let here = next.starts_with('/') && !next.starts_with("//");
    let plain = !next.contains(|it: char| it == '\\' || it.is_control() || it.is_whitespace()) && next.is_ascii();
    if here && plain && next.len() <= 1000 { next } else { "" }
}

/// Where somebody goes who is signed in: where they wanted to, or to their own page.
fn onwards(reader: &Reader, next: &str) -> String {
    let next = local(next);
    if next.is_empty() { reader.href("/me") } else { next.to_owned() }
}

/// Signs a browser in and sends it on.
pub(super) async fn signed_in(
    app: &App,
    mut tx: db::Tx,
    account: Id<mark::Account>,
    browser: &Browser,
    secure: Secure,
    mut answer: Response,
) -> Result<Response> {
    access::account(&mut tx, account).await?.filter(|it| it.ended_at.is_none()).ok_or(Error::LinkEnded)?;
    let token = sessions::begin(&mut tx, account, &browser.0, Clock::real()).await?;
    journal::Entry::by_account(account, "journal-people-signed-in").write(&mut tx).await?;
    tx.commit().await?;
    tracing::debug!(demonstration = app.demonstration, "somebody signed in");
    answer.headers_mut().insert(header::SET_COOKIE, sign_in_cookie(&token, secure.0));
    Ok(answer)
}

/// The page that asks for an address.
pub(super) async fn ask(
    State(app): State<App>,
    Ask(reader): Ask,
    Visitor(actor): Visitor,
    Sent(sent): Sent,
) -> Response {
    if actor.is_some() {
        return redirect(&onwards(&reader, sent.value("next")));
    }
    asking(&app, &reader, &sent).into_response()
}

fn asking(app: &App, reader: &Reader, filled: &Filled) -> Page {
    let next = local(filled.value("next"));
    let content = html! {
        h1 { (reader.say("people-sign-in")) }
        p.lede { (reader.say("people-sign-in-lede")) }
        (form::post(reader, "/sign-in", filled, |form| html! {
            (form.line("email", &reader.say("people-email"), Some(&reader.say("people-sign-in-hint")), "email", Some("email")))
            (form.hidden("next", next))
            (form.submit(&reader.say("people-send-letter")))
        }))
        (passkey_button(app, reader, next))
    };
    Page::plain(reader.say("people-sign-in"), content)
}

/// Shown by the page's script, where the browser knows passkeys.
fn passkey_button(app: &App, reader: &Reader, next: &str) -> Markup {
    html! {
        @if crate::passkeys::ceremonies(app).is_some() {
            div.block {
                button.button.quiet type="button" hidden data-passkey=(assets::PASSKEY.path())
                    data-begin="/sign-in/passkey/begin" data-finish="/sign-in/passkey/finish" data-next=(onwards(reader, next))
                    data-failed=(reader.say("people-passkey-failed")) {
                    (reader.say("people-sign-in-with-passkey"))
                }
            }
        }
    }
}

/// Sends a letter; whether the address has an account is not told.
pub(super) async fn send(State(app): State<App>, Ask(reader): Ask, Sent(mut sent): Sent) -> Result<Response> {
    let Ok(email) = sent.value("email").parse::<EmailAddress>() else {
        sent.wrong("email", PeopleRefusal::NoAddress.say());
        return Ok(asking(&app, &reader, &sent).status(422).into_response());
    };
    let mut tx = app.db.write().await?;
    let next = local(sent.value("next")).to_owned();
    let attempt = ceremony::ask_for_letter(&app, &mut tx, &email, &next).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&format!("/sign-in/sent?attempt={attempt}"))))
}

/// The page that says that a letter is on its way, and takes its code.
pub(super) async fn sent(State(app): State<App>, Ask(reader): Ask, Sent(sent): Sent) -> Result<Page> {
    let Ok(attempt) = sent.value("attempt").parse::<Id<Ceremony>>() else { return Err(Error::LinkEnded) };
    let kept = store::ceremony(&mut app.db.read().await?, attempt, Clock::real()).await?;
    let Some(Ceremony::Letter { email, .. }) = kept.map(|it| it.state.0) else { return Err(Error::LinkEnded) };
    was_sent(&app, &reader, &sent, &email).await
}

async fn was_sent(app: &App, reader: &Reader, filled: &Filled, email: &EmailAddress) -> Result<Page> {
    let here = if app.demonstration { Here::current(app).await? } else { None };
    let content = html! {
        h1 { (reader.say("people-letter-sent")) }
        div.prose {
            p { (reader.say_with("people-letter-sent-to", [("email", email.to_string())])) }
            @if let Some(here) = &here {
                div.said {
                    p { (reader.say("people-letter-stays")) }
                    p { a href=(reader.href(&here.desk("outbox"))) { (reader.say("people-letter-outbox")) } }
                }
            }
        }
        (form::post(reader, "/sign-in/code", filled, |form| html! {
            (form.hidden("attempt", filled.value("attempt")))
            (form.line("code", &reader.say("people-code"), Some(&reader.say("people-code-hint")), "text", Some("one-time-code")))
            (form.submit(&reader.say("people-sign-in")))
        }))
        p.meta { (reader.say("people-no-letter")) " " a href=(reader.href("/sign-in")) { (reader.say("people-ask-again")) } }
    };
    Ok(Page::plain(reader.say("people-letter-sent"), content))
}

/// Takes the code of a letter.
pub(super) async fn code(
    State(app): State<App>,
    Ask(reader): Ask,
    Extension(browser): Extension<Browser>,
    Extension(secure): Extension<Secure>,
    Sent(mut sent): Sent,
) -> Result<Response> {
    let Ok(attempt) = sent.value("attempt").parse::<Id<Ceremony>>() else { return Err(Error::LinkEnded) };
    let mut tx = app.db.write().await?;
    match ceremony::type_code(&mut tx, attempt, sent.value("code")).await? {
        Typed::Right(account, next) => {
            let answer = redirect(&onwards(&reader, &next));
            signed_in(&app, tx, account, &browser, secure, answer).await
        }
        Typed::Wrong(email) => {
            tx.commit().await?;
            sent.wrong("code", SignInRefusal::WrongCode.say());
            Ok(was_sent(&app, &reader, &sent, &email).await?.status(422).into_response())
        }
        Typed::Over => Err(SignInRefusal::Expired.into()),
    }
}

/// What a link of a letter opens: one button. Opening it changes nothing, since mail scanners open links.
pub(super) async fn link(State(app): State<App>, Ask(reader): Ask, Path(token): Path<String>) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let letter = sign_in::by_token(&mut conn, &token).await?.ok_or(Error::LinkEnded)?;
    let account = access::account(&mut conn, letter.account_id).await?.filter(|it| it.ended_at.is_none());
    let account = account.ok_or(Error::LinkEnded)?;
    if !letter.is_good(Clock::real()) {
        return Ok(too_late(&reader, &token));
    }
    let content = html! {
        h1 { (reader.say("people-one-button")) }
        p.lede { (reader.say("people-one-button-as")) " " bdi { (account.name) } " (" (account.email) ")" }
        div.buttons { (form::button(&reader, &sign_in_path(&token), &reader.say("people-sign-in"), false)) }
    };
    Ok(Page::plain(reader.say("people-one-button"), content))
}

fn too_late(reader: &Reader, token: &str) -> Page {
    let again = format!("{}/again", sign_in_path(token));
    let content = html! {
        h1 { (reader.say("people-link-over")) }
        div.prose { p { (reader.said(&SignInRefusal::Expired.say())) } p { (reader.say("people-link-over-why")) } }
        div.buttons { (form::button(reader, &again, &reader.say("people-new-letter"), false)) }
    };
    Page::plain(reader.say("people-link-over"), content).status(410)
}

/// Uses a link up.
pub(super) async fn follow(
    State(app): State<App>,
    Ask(reader): Ask,
    Extension(browser): Extension<Browser>,
    Extension(secure): Extension<Secure>,
    Path(token): Path<String>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let known = sign_in::by_token(&mut tx, &token).await?.is_some();
    match sign_in::consume(&mut tx, &token, Clock::real()).await {
        Ok(letter) => {
            let answer = redirect(&onwards(&reader, &letter.next_path));
            signed_in(&app, tx, letter.account_id, &browser, secure, answer).await
        }
        Err(Error::Refused(_)) if known => Ok(too_late(&reader, &token).into_response()),
        Err(Error::Refused(_)) => Err(Error::LinkEnded),
        Err(error) => Err(error),
    }
}

/// Sends a new letter to the account of an old link, in one click.
pub(super) async fn again(State(app): State<App>, Ask(reader): Ask, Path(token): Path<String>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let letter = sign_in::by_token(&mut tx, &token).await?.ok_or(Error::LinkEnded)?;
    let account = access::account(&mut tx, letter.account_id).await?.filter(|it| it.ended_at.is_none());
    let account = account.ok_or(Error::LinkEnded)?;
    let attempt = ceremony::ask_for_letter(&app, &mut tx, &account.email, &letter.next_path).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href(&format!("/sign-in/sent?attempt={attempt}"))))
}

/// Signs this browser out.
pub(super) async fn out(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    Extension(secure): Extension<Secure>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    sessions::end(&mut tx, actor.account, actor.session).await?;
    tx.commit().await?;
    let mut answer = redirect(&reader.href("/"));
    answer.headers_mut().insert(header::SET_COOKIE, sign_out_cookie(secure.0));
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_paths_of_this_installation_are_followed() {
        for next in ["/me", "/desk/science-diplomacy/2025", "/fr/me?zone=Asia/Seoul"] {
            assert_eq!(local(next), next);
        }
        for next in
            ["", "me", "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/a\nb", "/ b"]
        {
            assert_eq!(local(next), "", "{next}");
        }
    }
}
