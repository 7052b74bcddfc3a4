//! The way out: a page gets its surroundings, an error becomes a page that says what to do.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use maud::{Markup, html};
use ui::{Document, Frame, Reader, dress_desk, dress_plain, dress_site};

use super::page::{Page, Place, Trouble, Undressed};
use crate::{Actor, App, Error, secrets};

/// Dresses what a handler answered.
pub(super) async fn dress(app: &App, reader: &Reader, actor: Option<&Actor>, mut response: Response) -> Response {
    if let Some(Trouble(error)) = response.extensions_mut().remove::<Trouble>() {
        return trouble(app, reader, actor, &error, response).await;
    }
    let page =
        response.extensions_mut().remove::<Undressed>().and_then(|it| it.0.lock().ok().and_then(|mut it| it.take()));
    match page {
        Some(page) => finish(app, reader, actor, page, response).await,
        // An address whose parts are no identities, or a method that no route takes: there is no such page.
        None if matches!(response.status(), StatusCode::BAD_REQUEST | StatusCode::METHOD_NOT_ALLOWED) => {
            *response.status_mut() = StatusCode::NOT_FOUND;
            trouble(app, reader, actor, &Error::Hidden, response).await
        }
        None => response,
    }
}

async fn finish(app: &App, reader: &Reader, actor: Option<&Actor>, page: Page, mut response: Response) -> Response {
    let frame = match (app.assembly.frame)(app, reader, actor, &page.place).await {
        Ok(frame) => frame,
        Err(error) => {
            tracing::error!(%error, "a page could not be framed");
            Frame::default()
        }
    };
    let body = match page.place {
        Place::Site(_) => dress_site(reader, &frame, &page.content),
        Place::Desk(_) => dress_desk(reader, &frame, &page.content),
        Place::Plain => dress_plain(reader, &frame, &page.content),
    };
    let shared = matches!(page.place, Place::Site(_)) && !page.unlisted && page.status == 200;
    let document = Document {
        path: shared.then(|| page.path.unwrap_or_else(|| reader.path.clone())),
        title: page.title,
        site: frame.brand,
        description: page.description,
        head: page.head,
        unlisted: page.unlisted || app.demonstration,
        origin: app.config.origin(),
        body: Some(body),
    };
    *response.body_mut() = Body::from(document.render(reader).into_string());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

async fn trouble(app: &App, reader: &Reader, actor: Option<&Actor>, error: &Error, response: Response) -> Response {
    if let Error::SignInFirst = error {
        return to_sign_in(reader, response);
    }
    let reference = secrets::code().unwrap_or_default();
    if let Error::Fault(what) = error {
        tracing::error!(reference, path = without_secrets(&reader.path), what, "a page failed");
    }
    let (title, sentence) = words(reader, error, &reference);
    let content = html! {
        h1 { (title) }
        div.prose {
            p { (sentence) }
            (way_on(reader, error))
        }
    };
    let page = Page::plain(title, content).status(response.status().as_u16());
    finish(app, reader, actor, page, response).await
}

/// A path for the log: what is long enough to be a link's secret is left out.
fn without_secrets(path: &str) -> String {
    path.split('/').map(|part| if part.len() > 40 { "…" } else { part }).collect::<Vec<_>>().join("/")
}

fn words(reader: &Reader, error: &Error, reference: &str) -> (String, String) {
    let say = |key| reader.say(key);
    match error {
        Error::Refused(refusal) => (say("host-refused"), reader.said(&refusal.say())),
        Error::Hidden | Error::SignInFirst => (say("host-not-found"), say("host-not-found-why")),
        Error::NotAllowed => (say("host-not-allowed"), say("host-not-allowed-why")),
        Error::LinkEnded => (say("host-link-ended"), say("host-link-ended-why")),
        Error::TooMany => (say("host-too-many"), say("host-too-many-why")),
        Error::Fault(_) => {
            (say("host-fault"), reader.say_with("host-fault-why", [("reference", reference.to_owned())]))
        }
    }
}

fn way_on(reader: &Reader, error: &Error) -> Markup {
    html! {
        p { a href=(reader.href("/")) { (reader.say("host-to-the-start")) } }
        @if matches!(error, Error::LinkEnded) {
            p { a href=(reader.href("/sign-in")) { (reader.say("ui-sign-in")) } }
        }
    }
}

fn to_sign_in(reader: &Reader, mut response: Response) -> Response {
    let here = reader.here_in(reader.language);
    let next: String = here.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
            out.push(char::from(byte));
        } else {
            use std::fmt::Write as _;
            let _ = write!(out, "%{byte:02X}");
        }
        out
    });
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(value) = HeaderValue::from_str(&format!("{}?next={next}", reader.href_in(reader.language, "/sign-in"))) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}
