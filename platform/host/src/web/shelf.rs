//! The shelf: pages for anonymous readers, kept compressed until the record or the clock changes.
//!
//! Most requests to a programme's site are for the same few pages. Each is made once for a state of
//! the record, and handed out from here until a commit makes it stale.

use std::{
    collections::HashMap,
    io::Write as _,
    sync::{Arc, Mutex},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};

/// How many bytes may stand on the shelf.
const ROOM: usize = 16 * 1024 * 1024;

/// What a page takes beside its key and its body, in bytes, roughly: its headers and its place.
const BESIDE: usize = 1024;

/// How long a page may stand, in seconds: what is "next" changes with the clock.
const FRESH_SECONDS: i64 = 30;

/// For which state of the installation a page was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) version: u64,
    pub(super) second: i64,
    pub(super) set: bool,
}

struct Kept {
    state: State,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Default)]
struct Inner {
    pages: HashMap<String, Kept>,
    bytes: usize,
}

/// Pages that were made before and still hold.
#[derive(Clone, Default)]
pub struct Shelf(Arc<Mutex<Inner>>);

impl Shelf {
    /// A page that was made for this state, if there is one.
    pub(super) fn find(&self, key: &str, state: State) -> Option<Response> {
        let inner = self.0.lock().ok()?;
        let kept = inner.pages.get(key)?;
        let fresh = kept.state.version == state.version
            && kept.state.set == state.set
            && (state.second - kept.state.second).abs() < FRESH_SECONDS;
        if !fresh {
            return None;
        }
        let mut response = Response::new(Body::from(kept.body.clone()));
        *response.status_mut() = kept.status;
        *response.headers_mut() = kept.headers.clone();
        Some(response)
    }

    /// Puts a page on the shelf; what is stale goes when there is no room.
    pub(super) fn put(&self, key: String, state: State, status: StatusCode, headers: HeaderMap, body: Bytes) {
        let Ok(mut inner) = self.0.lock() else { return };
        // The key counts too: whoever asks with long queries chooses how long it is.
        let beside = key.len() + BESIDE;
        if inner.bytes + beside + body.len() > ROOM {
            inner.pages.clear();
            inner.bytes = 0;
        }
        inner.bytes += beside + body.len();
        if let Some(old) = inner.pages.insert(key, Kept { state, status, headers, body }) {
            inner.bytes -= (beside + old.body.len()).min(inner.bytes);
        }
    }
}

/// How a body is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    Gzip,
    Brotli,
}

impl Coding {
    /// The best coding that a browser takes.
    pub(super) fn wanted(headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| {
            accepted.split(',').any(|it| {
                let mut parts = it.split(';').map(str::trim);
                parts.next() == Some(name)
                    && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// The word by which a kept page is told from the same one in another coding.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }

    /// Compresses a body; `effort` is 0 (once, for one reader) to 1 (kept for many).
    pub(super) fn apply(self, body: &[u8], kept: bool) -> Option<Vec<u8>> {
        match self {
            Self::Plain => None,
            Self::Gzip => {
                let level = flate2::Compression::new(if kept { 6 } else { 3 });
                let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(body.len() / 3), level);
                encoder.write_all(body).ok()?;
                encoder.finish().ok()
            }
            Self::Brotli => {
                let mut out = Vec::with_capacity(body.len() / 3);
                let quality = if kept { 6 } else { 3 };
                let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, quality, 19);
                encoder.write_all(body).ok()?;
                drop(encoder);
                Some(out)
            }
        }
    }

    pub(super) fn header(self) -> Option<HeaderValue> {
        match self {
            Self::Plain => None,
            other => Some(HeaderValue::from_static(other.word())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_small_pages_under_long_addresses_do_not_outgrow_the_shelf() {
        let (shelf, state) = (Shelf::default(), State { version: 1, second: 0, set: false });
        let long = "x".repeat(32 * 1024);
        for number in 0..2_000 {
            let body = Bytes::from_static(b"small");
            shelf.put(format!("{long}{number}"), state, StatusCode::OK, HeaderMap::new(), body);
        }
        let keys: usize = shelf.0.lock().unwrap().pages.keys().map(String::len).sum();
        assert!(keys <= ROOM, "{keys}");
        assert!(shelf.find(&format!("{long}1999"), state).is_some());
    }
}
