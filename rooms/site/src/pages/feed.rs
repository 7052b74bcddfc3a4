//! The edition's news as an Atom feed (RFC 4287).

use axum::extract::State;
use host::{App, Ask, Result, web::Download};
use programme::Here;
use ui::{Markup, PreEscaped, Reader, html};

use crate::{
    chronicle::{self, News},
    frame::demonstration_sentence,
};

/// The feed, in the language of its address.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let sessions = agenda::sessions(&mut conn, here.edition.id).await?;
    let communique = programme::communique(&mut conn, here.edition.id).await?;
    let organisations = programme::organisations(&mut conn, here.edition.id).await?;
    let news = chronicle::news(&reader, &here, &sessions, communique.as_ref());
    let demonstration = app.demonstration || here.edition.demonstration;
    let subtitle = demonstration.then(|| demonstration_sentence(&reader, &here, &organisations));
    let feed = feed(&app, &reader, &here, subtitle.as_deref(), &news);
    let bytes = feed.into_string().into_bytes();
    Ok(Download { media_type: "application/atom+xml; charset=utf-8", name: None, bytes })
}

fn feed(app: &App, reader: &Reader, here: &Here, subtitle: Option<&str>, news: &[News]) -> Markup {
    let address = |path: &str| app.outside(&reader.href_in(reader.language, path));
    let own = address(&here.page("feed.xml"));
    let updated = news.first().map_or(reader.now, |it| it.at);
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(reader.language) {
            id { (own) }
            title { (reader.text(&here.programme.short_title)) " " (here.edition.key) }
            @if let Some(words) = subtitle { subtitle { (words) } }
            updated { (updated) }
            author { name { (reader.text(&here.programme.short_title)) } }
            (link("self", &own))
            (link("alternate", &address(&here.path())))
            @for it in news {
                entry {
                    id { (format!("urn:uuid:{}", it.id)) }
                    title { (it.title) }
                    updated { (it.at) }
                    (link("alternate", &address(&it.path)))
                    summary { (it.summary) }
                }
            }
        }
    }
}

/// A link as XML writes it, closed.
fn link(relation: &str, address: &str) -> Markup {
    html! { link rel=(relation) href=(address) {} }
}
