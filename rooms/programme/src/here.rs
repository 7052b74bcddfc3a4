//! The edition in which a page stands: read from the first two parts of its address.

use std::collections::HashMap;

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use host::{App, Error, Found, figures::Scope};
use jiff::Timestamp;
use kernel::{Id, mark};

use crate::{
    model::{Edition, Programme},
    store,
};

/// The programme and the edition that an address names (`/{programme}/{edition}/…`, also below `/desk`).
#[derive(Clone, Debug)]
pub struct Here {
    /// The programme.
    pub programme: Programme,
    /// The edition.
    pub edition: Edition,
}

impl Here {
    /// The path of the edition's site, without a slash at its end.
    pub fn path(&self) -> String {
        format!("/{}/{}", self.programme.key, self.edition.key)
    }

    /// The path of a page of the edition's site: `here.page("sessions/malaysia-government")`.
    pub fn page(&self, rest: &str) -> String {
        format!("{}/{rest}", self.path())
    }

    /// The path of the edition's desk, or of a page of it: `here.desk("sessions")`.
    pub fn desk(&self, rest: &str) -> String {
        if rest.is_empty() { format!("/desk{}", self.path()) } else { format!("/desk{}/{rest}", self.path()) }
    }

    /// This edition at a moment, for what is counted in it.
    pub fn scope(&self, now: Timestamp) -> Scope {
        Scope::new(self.edition.id, now, &self.edition.time_zone())
    }

    /// The newest edition: what `/` shows. None in an empty installation.
    pub async fn current(app: &App) -> host::Result<Option<Self>> {
        let newest = app.readings.of(&app.db, "", async {
            let mut conn = app.db.read().await?;
            let Some(edition) = store::editions(&mut conn).await?.into_iter().next() else { return Ok(None) };
            let programme = store::programme(&mut conn, edition.programme_id).await?.found()?;
            Ok(Some(Self { programme, edition }))
        });
        Ok(newest.await?.as_ref().clone())
    }

    /// The edition of this identity.
    pub async fn of(app: &App, edition: Id<mark::Edition>) -> host::Result<Self> {
        let known = app.readings.of(&app.db, edition.to_string(), async {
            let mut conn = app.db.read().await?;
            let edition = store::edition(&mut conn, edition).await?.found()?;
            let programme = store::programme(&mut conn, edition.programme_id).await?.found()?;
            Ok(Self { programme, edition })
        });
        Ok(known.await?.as_ref().clone())
    }

    /// The edition of these keys.
    pub async fn find(app: &App, programme: &str, edition: &str) -> host::Result<Self> {
        let known = app.readings.of(&app.db, format!("{programme}/{edition}"), async {
            let mut conn = app.db.read().await?;
            let programme = store::programme_by_key(&mut conn, programme).await?.found()?;
            let edition = store::edition_by_key(&mut conn, programme.id, edition).await?.found()?;
            Ok(Self { programme, edition })
        });
        Ok(known.await?.as_ref().clone())
    }
}

impl FromRequestParts<App> for Here {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Path(names) =
            Path::<HashMap<String, String>>::from_request_parts(parts, app).await.map_err(|_| Error::Hidden)?;
        match (names.get("programme"), names.get("edition")) {
            (Some(programme), Some(edition)) => Self::find(app, programme, edition).await,
            _ => Err(Error::Hidden),
        }
    }
}
