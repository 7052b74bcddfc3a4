//! An installation for tests: the real router, a real database, a clock that stands still, and the cast.

use std::{convert::Infallible, path::PathBuf};

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{Response as HttpResponse, header},
    response::Response,
};
use db::{Db, Durability};
use jiff::Timestamp;
use kernel::{EmailAddress, Id, Language, mark};
use tower::{ServiceExt, util::BoxCloneSyncService};

use crate::{App, Assembly, Clock, Result, Role, Routes, access, config::Config, files::Files, sessions, web};

/// An installation under test, in a folder of its own that goes with it.
pub struct TestApp {
    /// The installation.
    pub app: App,
    service: BoxCloneSyncService<Request, Response, Infallible>,
    folder: PathBuf,
}

/// Somebody of the cast: Amina runs the secretariat, Bao reviews, Chidi and Dalia apply, Edu is a stranger.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name.
    pub name: &'static str,
    /// The account; none for somebody who never signed in.
    pub account: Option<Id<mark::Account>>,
    cookie: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body as text.
    pub text: String,
    /// Where a redirect leads.
    pub location: String,
    /// The cookie that was set.
    pub cookie: Option<String>,
    /// The media type.
    pub media_type: String,
    /// The body.
    pub bytes: Vec<u8>,
}

impl TestApp {
    /// Starts an installation with these rooms, at this moment; on PostgreSQL where `CONVOKE_TEST_DATABASE` names one.
    pub async fn start(assembly: Assembly, routes: Routes, now: &str) -> Self {
        Self::start_as(assembly, routes, now, false).await
    }

    /// The same, as a demonstration or not.
    pub async fn start_as(assembly: Assembly, routes: Routes, now: &str, demonstration: bool) -> Self {
        Self::start_with(assembly, routes, now, demonstration, |_| {}).await
    }

    /// The same, configured in some way.
    pub async fn start_with(
        mut assembly: Assembly,
        routes: Routes,
        now: &str,
        demonstration: bool,
        configure: impl FnOnce(&mut Config),
    ) -> Self {
        let folder = std::env::temp_dir().join(format!("convoke-test-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        let mut config = Config { data: folder.clone(), ..Config::default() };
        configure(&mut config);
        let db = test_database(&config).await;
        db.migrate(db::book()).await.expect("the migrations");
        let files = Files::in_folder(&folder.join("files")).expect("a folder for files");
        let clock = Clock::standing_at(now.parse::<Timestamp>().expect("a moment"));
        assembly.rail = routes.rail_items();
        let app = App::new(db, clock, files, config, demonstration, assembly);
        app.readings.hold_until_a_commit();
        let service = web::router(&app, routes);
        Self { app, service, folder }
    }

    /// A member of the cast with a role in an edition; `None` for a role signs in a stranger.
    pub async fn member(&self, name: &'static str, role: Option<Role>, edition: Option<Id<mark::Edition>>) -> Member {
        self.try_member(name, role, edition).await.expect("a member of the cast")
    }

    async fn try_member(
        &self,
        name: &'static str,
        role: Option<Role>,
        edition: Option<Id<mark::Edition>>,
    ) -> Result<Member> {
        let mut tx = self.app.db.write().await?;
        let email: EmailAddress =
            format!("{}@cast.example", name.to_lowercase()).parse().map_err(crate::Error::fault)?;
        let now = Clock::real();
        let account = access::make_account(&mut tx, &email, name, Language::ENGLISH, true, now).await?;
        if let Some(role) = role {
            let new =
                access::NewGrant { account, role, edition, programme: None, deputy_of: None, by: None, ends_at: None };
            access::grant(&mut tx, &new, now).await?;
        }
        let token = sessions::begin(&mut tx, account, "a test", now).await?;
        tx.commit().await?;
        Ok(Member { name, account: Some(account), cookie: Some(format!("session={token}")) })
    }

    /// Nobody in particular.
    pub fn anybody(&self) -> Member {
        Member { name: "anybody", account: None, cookie: None }
    }

    /// Asks for a page.
    pub async fn get(&self, who: &Member, path: &str) -> Answer {
        self.send(who, Request::get(path), Body::empty()).await
    }

    /// Sends a form.
    pub async fn post(&self, who: &Member, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(who, request, Body::from(body.join("&"))).await
    }

    /// Sends any request.
    pub async fn send(&self, who: &Member, mut request: axum::http::request::Builder, body: Body) -> Answer {
        if let Some(cookie) = &who.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.header(header::HOST, "127.0.0.1:8080").body(body).expect("a request");
        let response: HttpResponse<Body> =
            self.service.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let of = |name: header::HeaderName| {
            response.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned()
        };
        let (status, location, media_type) =
            (response.status().as_u16(), of(header::LOCATION), of(header::CONTENT_TYPE));
        let cookie = Some(of(header::SET_COOKIE)).filter(|it| !it.is_empty());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body").to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, text, location, cookie, media_type, bytes }
    }

    /// Does all later work and sends all letters that are due.
    pub async fn work_off(&self) {
        crate::jobs::work_off(&self.app).await.expect("later work");
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn encoded(words: &str) -> String {
    use std::fmt::Write as _;
    words.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// A fresh database: a file in the test's folder, or a schema of its own on the server that is named.
pub async fn test_database(config: &Config) -> Db {
    let address = match std::env::var("CONVOKE_TEST_DATABASE") {
        Ok(server) => {
            let name = format!("test_{}", uuid::Uuid::new_v4().simple());
            Db::make_schema(&server, &name).await.expect("a schema for the test");
            let mark = if server.contains('?') { '&' } else { '?' };
            format!("{server}{mark}options=-csearch_path%3D{name}")
        }
        Err(_) => config.database_address(),
    };
    Db::open(&address, Durability::Relaxed).await.expect("a database for the test")
}
