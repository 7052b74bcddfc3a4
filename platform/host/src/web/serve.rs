//! From a request to an answer: language, session, safety, shelf, gates, pages.

use std::{convert::Infallible, time::Instant};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use kernel::Language;
use tower::{ServiceExt, service_fn, util::BoxCloneSyncService};
use ui::{Reader, assets};

use super::{
    Routes, dress,
    extract::form_pairs,
    headers, limits,
    page::Keep,
    shelf::{Coding, State},
};
use crate::{App, Error, sessions};

/// The cookie that holds a session's secret.
const COOKIE: &str = "session";

/// What the browser says of itself.
#[derive(Clone, Debug, Default)]
pub struct Browser(pub String);

/// Whether readers come over TLS.
#[derive(Clone, Copy, Debug)]
pub struct Secure(pub bool);

/// The whole web of an installation, as one service.
pub fn router(app: &App, routes: Routes) -> BoxCloneSyncService<Request, Response, Infallible> {
    let inner = routes.into_router(app).fallback(|| async { Error::Hidden.into_response() }).with_state(app.clone());
    let app = app.clone();
    BoxCloneSyncService::new(service_fn(move |request: Request| {
        let (app, inner) = (app.clone(), inner.clone());
        async move { Ok(answer(app, inner, request).await) }
    }))
}

async fn answer(app: App, inner: Router, request: Request) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    // A task of its own: it goes on when the reader hangs up, and a panic in it reaches nobody else.
    let task = tokio::spawn({
        let app = app.clone();
        async move { route(&app, inner, request).await }
    });
    let mut response = task.await.unwrap_or_else(|error| plain_fault(&error));
    headers::add(response.headers_mut(), app.config.is_secure(), app.demonstration);
    metrics::counter!("convoke_requests_total", "method" => method_word(&method), "status" => response.status().as_str().to_owned())
        .increment(1);
    metrics::histogram!("convoke_request_seconds").record(begun.elapsed().as_secs_f64());
    response
}

/// The method as it is counted: anybody may invent methods, and each would be counted for ever.
fn method_word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

async fn route(app: &App, inner: Router, mut request: Request) -> Response {
    if let Some(response) = asset(&request) {
        return response;
    }
    let (language, path) = split_language(app, request.uri().path());
    let query = request.uri().query().unwrap_or_default().to_owned();
    let token = session_cookie(request.headers());
    let coding = Coding::wanted(request.headers());
    let state = State { version: app.db.version(), second: app.clock.now().as_second(), set: app.clock.is_set() };
    let key = format!("{language} {} {path}?{query}", coding.word());
    let keepable =
        token.is_none() && request.method() == Method::GET && !app.counting.load(std::sync::atomic::Ordering::Relaxed);
    if keepable && let Some(response) = app.shelf.find(&key, state) {
        return response;
    }
    let actor = match token {
        None => None,
        Some(token) => match sessions::actor(&app.db, &token).await {
            Ok(actor) => actor,
            Err(error) => return plain_fault(&error),
        },
    };
    let reader = reader(app, language, &path, &query);
    if !is_ours(&request, actor.is_some(), app) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Some(from) = limits::address(&request, app.config.behind_proxy) {
        request.extensions_mut().insert(limits::From(from));
    }
    let said = request.headers().get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
    request.extensions_mut().insert(Browser(said));
    request.extensions_mut().insert(Secure(app.config.is_secure()));
    request.extensions_mut().insert(reader.clone());
    if let Some(actor) = &actor {
        request.extensions_mut().insert(actor.clone());
    }
    let target = if query.is_empty() { path } else { format!("{path}?{query}") };
    match target.parse::<Uri>() {
        Ok(uri) => *request.uri_mut() = uri,
        Err(_) => return StatusCode::BAD_REQUEST.into_response(),
    }
    let response = inner.oneshot(request).await.unwrap_or_else(|never| match never {});
    let response = dress::dress(app, &reader, actor.as_ref(), response).await;
    send(app, response, coding, keepable.then_some((key, state)), actor.is_some()).await
}

/// `/fr/…` asks for French; every other path is English.
fn split_language(app: &App, path: &str) -> (Language, String) {
    let first = path.strip_prefix('/').and_then(|it| it.split('/').next()).unwrap_or_default();
    let known =
        |it: &Language| *it != Language::ENGLISH && (app.words.languages().contains(it) || *it == Language::MIRRORED);
    match first.parse::<Language>().ok().filter(known) {
        Some(language) => {
            let rest = &path[1 + first.len()..];
            (language, if rest.is_empty() { "/".to_owned() } else { rest.to_owned() })
        }
        None => (Language::ENGLISH, path.to_owned()),
    }
}

fn reader(app: &App, language: Language, path: &str, query: &str) -> Reader {
    let mut reader = app.reader(language);
    path.clone_into(&mut reader.path);
    for (name, value) in form_pairs(query) {
        if name == "zone" {
            reader.zone = jiff::tz::TimeZone::get(&value).ok();
        }
    }
    reader.query =
        query.split('&').filter(|it| !it.starts_with("zone=") && !it.is_empty()).collect::<Vec<_>>().join("&");
    reader
}

/// Whether a request that changes something comes from our own pages.
///
/// Browsers say where a request comes from; one that says nothing carries no session, or is refused.
fn is_ours(request: &Request, signed_in: bool, app: &App) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return true;
    }
    let header = |name: &str| request.headers().get(name).and_then(|it| it.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match header("origin") {
        Some(origin) => {
            origin == app.config.origin()
                || origin.split_once("://").is_some_and(|(_, host)| Some(host) == header("host"))
        }
        None => !signed_in,
    }
}

fn session_cookie(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(';'))
        .filter_map(|it| it.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, value)| value.to_owned())
}

/// The header that signs a browser in.
pub fn sign_in_cookie(token: &str, secure: bool) -> HeaderValue {
    cookie(token, secure, sessions::REST.as_secs())
}

/// The header that signs a browser out.
pub fn sign_out_cookie(secure: bool) -> HeaderValue {
    cookie("", secure, 0)
}

fn cookie(value: &str, secure: bool, seconds: i64) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let words = format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&words).unwrap_or(HeaderValue::from_static("session="))
}

fn asset(request: &Request) -> Option<Response> {
    let path = request.uri().path().strip_prefix("/assets/")?;
    let asset = assets::all().into_iter().find(|it| it.path().ends_with(path) && it.path().len() == path.len() + 8);
    let Some(asset) = asset else { return Some(StatusCode::NOT_FOUND.into_response()) };
    let coding = if asset.media_type.starts_with("font") { Coding::Plain } else { Coding::wanted(request.headers()) };
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let packed = asset.packed(coding.word(), |bytes| coding.apply(bytes, true));
    if let (Some(_), Some(value)) = (packed, coding.header()) {
        headers.insert(header::CONTENT_ENCODING, value);
    }
    *response.body_mut() = Body::from(packed.unwrap_or(asset.bytes()));
    Some(response)
}

async fn send(
    app: &App,
    response: Response,
    coding: Coding,
    keep: Option<(String, State)>,
    signed_in: bool,
) -> Response {
    let (mut parts, body) = response.into_parts();
    if app.demonstration {
        name_as_demonstration(&mut parts.headers);
    }
    // The router measured the undressed body.
    parts.headers.remove(header::CONTENT_LENGTH);
    let kept = parts.extensions.remove::<Keep>().is_some() && parts.status == StatusCode::OK;
    let keep = keep.filter(|_| kept);
    if !parts.headers.contains_key(header::CACHE_CONTROL) {
        let words = if keep.is_some() && !signed_in { "no-cache" } else { "no-store" };
        parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(words));
    }
    let media = parts.headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let packable = ["text/", "application/json", "application/xml", "application/atom+xml", "image/svg"]
        .iter()
        .any(|it| media.starts_with(it));
    if !packable {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return plain_fault(&"a body could not be gathered") };
    parts.headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    let bytes = match coding.apply(&bytes, keep.is_some()).zip(coding.header()) {
        Some((packed, name)) if bytes.len() > 600 => {
            parts.headers.insert(header::CONTENT_ENCODING, name);
            packed.into()
        }
        _ => bytes,
    };
    if let Some((key, state)) = keep {
        app.shelf.put(key, state, parts.status, parts.headers.clone(), bytes.clone());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// When not even a page can be made.
fn plain_fault(error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a request failed before its page began");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

/// A table has no room for a sentence: what is saved from a demonstration says so by its name.
fn name_as_demonstration(headers: &mut HeaderMap) {
    let named = headers.get(header::CONTENT_DISPOSITION).and_then(|it| it.to_str().ok());
    let marked = named.map(|it| it.replace("filename=\"", "filename=\"demonstration-not-published-"));
    if let Some(value) = marked.and_then(|it| HeaderValue::from_str(&it).ok()) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_methods_are_counted_as_one() {
        let words = ["GET", "POST", "BREW", "BREW-2"].map(|it| method_word(&it.parse().unwrap()));
        assert_eq!(words, ["GET", "POST", "other", "other"]);
    }
}
