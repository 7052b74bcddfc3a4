//! What a handler answers with: a page that is not yet dressed, a download, a way on.

use std::sync::{Arc, Mutex};

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Id, mark};
use ui::Markup;

use crate::Error;

/// Which surroundings a page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The site of an edition; of the current one where none is named.
    Site(Option<Id<mark::Edition>>),
    /// The desk of an edition.
    Desk(Id<mark::Edition>),
    /// Neither: signing in, one's own account, an error.
    #[default]
    Plain,
}

/// A page: its title, its content, and where it stands. What is around it is added on the way out.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub(super) title: String,
    pub(super) content: Markup,
    pub(super) place: Place,
    pub(super) status: u16,
    pub(super) description: Option<String>,
    pub(super) head: Option<Markup>,
    pub(super) unlisted: bool,
    pub(super) path: Option<String>,
}

impl Page {
    /// A page of an edition's site.
    pub fn site(edition: Id<mark::Edition>, title: impl Into<String>, content: Markup) -> Self {
        Self { title: title.into(), content, place: Place::Site(Some(edition)), status: 200, ..Self::default() }
    }

    /// A page of an edition's desk.
    pub fn desk(edition: Id<mark::Edition>, title: impl Into<String>, content: Markup) -> Self {
        Self {
            title: title.into(),
            content,
            place: Place::Desk(edition),
            status: 200,
            unlisted: true,
            ..Self::default()
        }
    }

    /// A page that belongs to no edition.
    pub fn plain(title: impl Into<String>, content: Markup) -> Self {
        Self { title: title.into(), content, place: Place::Plain, status: 200, unlisted: true, ..Self::default() }
    }

    /// The same page with another status: 422 for a form that must be mended, 409 where a moment has passed.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The one path by which the page is known, where it is not the one that was asked for.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// One sentence for search engines and shared links.
    #[must_use]
    pub fn describe(mut self, words: impl Into<String>) -> Self {
        self.description = Some(words.into());
        self
    }

    /// Further elements of the head.
    #[must_use]
    pub fn head(mut self, head: Markup) -> Self {
        self.head = Some(head);
        self
    }

    /// A page that search engines must not list.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        self.unlisted = true;
        self
    }
}

/// A page on its way out.
#[derive(Clone)]
pub(super) struct Undressed(pub(super) Arc<Mutex<Option<Page>>>);

/// An error on its way out.
#[derive(Clone)]
pub(super) struct Trouble(pub(super) Arc<Error>);

/// This answer may be kept for other anonymous readers.
#[derive(Clone, Copy)]
pub(super) struct Keep;

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        response.extensions_mut().insert(Undressed(Arc::new(Mutex::new(Some(self)))));
        response
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Refused(refusal) => match refusal.kind() {
                crate::RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
                crate::RefusalKind::TooLate => StatusCode::CONFLICT,
            },
            Self::Hidden => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::SignInFirst => StatusCode::SEE_OTHER,
            Self::LinkEnded => StatusCode::GONE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        response.extensions_mut().insert(Trouble(Arc::new(self)));
        response
    }
}

/// Something to be kept as a file or read by a program.
pub struct Download {
    /// The media type, with its charset where it has one.
    pub media_type: &'static str,
    /// The name to save it under; shown in place where there is none.
    pub name: Option<String>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.bytes));
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        let disposition = self.name.map(|name| {
            let plain: String = name.chars().filter(|it| it.is_ascii_alphanumeric() || "-_.".contains(*it)).collect();
            format!("attachment; filename=\"{plain}\"")
        });
        if let Some(value) = disposition.and_then(|it| HeaderValue::from_str(&it).ok()) {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
        response
    }
}

/// Sends the browser on with a GET: what follows every act that succeeded.
pub fn redirect(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(value) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}
