//! Somebody at an edition's desk, as a handler is handed them.

use axum::{
    extract::{FromRequest, FromRequestParts, Path, Request},
    response::Response,
};
use host::{Actor, App, Ask, Error, Sent, redirect};
use serde::de::DeserializeOwned;
use ui::{Reader, form::Filled};

use crate::Here;

/// Somebody at an edition's desk: who, in which language, about which thing of the address, and with which form.
pub struct AtDesk<W = ()> {
    /// The application.
    pub app: App,
    /// In which language and zone.
    pub reader: Reader,
    /// Who.
    pub actor: Actor,
    /// At which edition's desk.
    pub here: Here,
    /// About which thing: what the address names beyond the edition.
    pub which: W,
    /// What the form says, or the question in the address.
    pub sent: Filled,
}

impl<W> AtDesk<W> {
    /// Sends on to another page of this desk.
    pub fn to(&self, rest: &str) -> Response {
        redirect(&self.reader.href(&self.here.desk(rest)))
    }
}

impl<W: DeserializeOwned + Send> FromRequest<App> for AtDesk<W> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let (mut parts, body) = request.into_parts();
        let Ok(Ask(reader)) = Ask::from_request_parts(&mut parts, app).await;
        let actor = Actor::from_request_parts(&mut parts, app).await?;
        let here = Here::from_request_parts(&mut parts, app).await?;
        let Path(which) = Path::<W>::from_request_parts(&mut parts, app).await.map_err(|_| Error::Hidden)?;
        let Sent(sent) = Sent::from_request(Request::from_parts(parts, body), app).await?;
        Ok(Self { app: app.clone(), reader, actor, here, which, sent })
    }
}
