//! What handlers are handed: the reader, the actor, what a form sent.

use std::convert::Infallible;

use axum::{
    body::to_bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{Method, request::Parts},
};
use ui::form::Filled;

use crate::{Actor, App, Error};

/// How many bytes a form may send: a long text in a wide script, several times over.
const LARGEST_FORM: usize = 512 * 1024;

/// Whoever asks, signed in or not.
#[derive(Clone, Debug)]
pub struct Visitor(pub Option<Actor>);

impl FromRequestParts<App> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self(parts.extensions.get::<Actor>().cloned()))
    }
}

impl FromRequestParts<App> for Actor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or(Error::SignInFirst)
    }
}

/// The reader of the page. A newtype keeps `ui` free of the web; it is used as `Ask(reader)`.
#[derive(Clone)]
pub struct Ask(pub ui::Reader);

impl FromRequestParts<App> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let reader = parts.extensions.get::<ui::Reader>().cloned();
        Ok(Self(reader.unwrap_or_else(|| app.reader(kernel::Language::ENGLISH))))
    }
}

/// What a form sent, or what stands in the address of a page that asks.
#[derive(Clone, Debug, Default)]
pub struct Sent(pub Filled);

impl FromRequest<App> for Sent {
    type Rejection = Error;

    async fn from_request(request: Request, _: &App) -> Result<Self, Error> {
        let text = if matches!(*request.method(), Method::GET | Method::HEAD) {
            request.uri().query().unwrap_or_default().to_owned()
        } else {
            let bytes = to_bytes(request.into_body(), LARGEST_FORM).await.map_err(|_| Error::from(TooLong))?;
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let pairs = form_pairs(&text)
            .into_iter()
            .map(|(name, value)| (name, value.replace("\r\n", "\n").replace('\0', "")))
            .collect();
        Ok(Self(Filled::from_pairs(pairs)))
    }
}

/// The pairs of `application/x-www-form-urlencoded` words, in order, with repetitions.
pub(super) fn form_pairs(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|it| !it.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

fn decoded(words: &str) -> String {
    let bytes = words.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| words.get(at + 1..at + 3)).flatten();
        match (bytes[at], hex.and_then(|it| u8::from_str_radix(it, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (b'+', _) => {
                out.push(b' ');
                at += 1;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[derive(Debug, thiserror::Error)]
#[error("the form was larger than can be taken")]
struct TooLong;

impl crate::Refusal for TooLong {
    fn say(&self) -> kernel::Say {
        kernel::Say::new("host-form-too-long")
    }
}
