//! What programs read first: the map of the site, and what they may read at all.

use axum::extract::State;
use host::{App, Ask, Result, web::Download};
use programme::Here;
use ui::{Markup, PreEscaped, Reader, html};

use crate::{frame::demonstration_sentence, rows};

/// Every public page in each of its languages (the protocol of sitemaps.org).
pub(super) async fn sitemap(State(app): State<App>, Ask(reader): Ask) -> Result<Download> {
    let mut paths = Vec::new();
    let mut remark = None;
    if let Some(here) = Here::current(&app).await? {
        let mut conn = app.db.read().await?;
        paths = pages(&mut conn, &reader, &here).await?;
        if app.demonstration || here.edition.demonstration {
            remark = Some(demonstration_sentence(
                &reader,
                &here,
                &programme::organisations(&mut conn, here.edition.id).await?,
            ));
        }
    }
    let map = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        // A comment of XML cannot hold two hyphens.
        @if let Some(words) = remark { (PreEscaped(format!("<!-- {} -->\n", words.replace("--", "–")))) }
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for path in &paths { (entry(&app, &reader, path)) }
        }
    };
    Ok(Download { media_type: "application/xml; charset=utf-8", name: None, bytes: map.into_string().into_bytes() })
}

/// The paths of what is shown on the clock's day.
async fn pages(conn: &mut db::Conn, reader: &Reader, here: &Here) -> Result<Vec<String>> {
    let today = here.edition.today(reader.now);
    let mut paths = vec![here.path()];
    paths.extend(
        ["sessions", "people", "partners", "recordings", "about", "events", "figures"].iter().map(|it| here.page(it)),
    );
    if programme::communique(conn, here.edition.id).await?.is_some_and(|it| it.adopted_on <= today) {
        paths.push(here.page("communique"));
    }
    if here.edition.is_reported(reader.now) {
        paths.push(here.page("report"));
    }
    paths.extend(programme::activities(conn, here.edition.id).await?.iter().map(|it| rows::activity_path(here, it)));
    paths.extend(agenda::sessions(conn, here.edition.id).await?.iter().map(|it| rows::session_path(here, it)));
    paths.extend(["/privacy".to_owned(), "/accessibility".to_owned()]);
    Ok(paths)
}

/// A page, once for each of its languages, each naming all of them.
fn entry(app: &App, reader: &Reader, path: &str) -> Markup {
    html! {
        @for &language in reader.languages() {
            url {
                loc { (app.outside(&reader.href_in(language, path))) }
                @for &other in reader.languages() {
                    xhtml:link rel="alternate" hreflang=(other) href=(app.outside(&reader.href_in(other, path))) {}
                }
            }
        }
    }
}

/// What search engines may read: nothing of a demonstration, everything public of a real edition.
pub(super) async fn robots(State(app): State<App>, Ask(reader): Ask) -> Result<Download> {
    let here = Here::current(&app).await?;
    let demonstration = app.demonstration || here.as_ref().is_some_and(|it| it.edition.demonstration);
    let words = if demonstration {
        let sentence = match &here {
            Some(here) => {
                let mut conn = app.db.read().await?;
                demonstration_sentence(&reader, here, &programme::organisations(&mut conn, here.edition.id).await?)
            }
            None => reader.say("site-demonstration"),
        };
        format!("# {sentence}\nUser-agent: *\nDisallow: /\n")
    } else {
        format!(
            "User-agent: *\nDisallow: /desk/\nDisallow: /me\nDisallow: /sign-in\nSitemap: {}\n",
            app.outside("/sitemap.xml")
        )
    };
    Ok(Download { media_type: "text/plain; charset=utf-8", name: None, bytes: words.into_bytes() })
}
