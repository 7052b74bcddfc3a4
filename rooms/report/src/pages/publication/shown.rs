//! The permanent page of a publication: the report as it was frozen, and what the record says of its figures today.

use std::collections::HashMap;

use axum::extract::{Path, State};
use db::Conn;
use host::{App, Ask, Error, Found, Page, Result, Visitor};
use programme::Here;
use ui::{Markup, PreEscaped, Reader, heads, html};

use super::files::named;
use crate::publication::{self, FileKind, Manifest, Publication, PublishedFile, Recounted, recount};

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    Visitor(actor): Visitor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let publication = named(&app, &mut conn, actor.as_ref(), &here, &names).await?;
    page(&app, &mut conn, &reader, &here, &publication).await
}

/// The page of a publication.
pub(super) async fn page(
    app: &App,
    conn: &mut Conn,
    reader: &Reader,
    here: &Here,
    publication: &Publication,
) -> Result<Page> {
    let files = publication::files(conn, publication.id).await?;
    let body = body(app, conn, reader, publication, &files).await?;
    let now = app.clock.now();
    let figures = recount(app, conn, here, publication, now).await?;
    let newer =
        publication::newest(conn, publication.report_id, now).await?.filter(|it| it.version > publication.version);
    let manifest = &publication.manifest.0;
    let title = reader.text(&manifest.report.title).to_owned();
    let own = publication.path(here);
    let content = html! {
        div.opening {
            p.label { (reader.words(&manifest.programme.title)) }
            h1 { (reader.words(&manifest.report.title)) }
            p.meta { (imprint(reader, here, publication)) }
            @if let Some(it) = &newer {
                p.said {
                    a href=(reader.href(&it.path(here))) {
                        (reader.say_with("report-newer-version", [("version", reader.number(it.version))]))
                    }
                }
            }
            div.buttons {
                @for it in files.iter().filter(|it| it.kind == FileKind::Pdf) {
                    @if let Some(name) = it.name() {
                        a.button hreflang=(it.language) href=(format!("{own}/{name}")) { (file_label(reader, it)) }
                    }
                }
            }
        }
        @if !publication.changes.0.is_first() { (changes(reader, publication)) }
        (body)
        (held(reader, here, manifest, &figures))
        (proof(reader, publication, &files, &own))
    };
    Ok(Page::site(here.edition.id, title, content).describe(reader.text(&here.edition.lede)))
}

/// Which version, since when, as of when.
fn imprint(reader: &Reader, here: &Here, it: &Publication) -> String {
    reader.say_with(
        "report-imprint",
        [
            ("version", reader.number(it.version)),
            ("day", reader.day(here.edition.today(it.published_at))),
            ("as-of", reader.day(here.edition.today(it.as_of))),
        ],
    )
}

/// The body as it was frozen, in the reader's language or in the report's first.
async fn body(
    app: &App,
    conn: &mut Conn,
    reader: &Reader,
    publication: &Publication,
    files: &[PublishedFile],
) -> Result<Markup> {
    let of = |language| files.iter().find(|it| it.kind == FileKind::Page && it.language() == Some(language));
    let first = publication.manifest.0.languages.first().copied();
    let file = of(reader.language).or_else(|| of(first?)).found()?;
    let stored = publication::stored(conn, file).await?.found()?;
    let words = String::from_utf8(app.files.bytes(&stored).await?).map_err(Error::fault)?;
    Ok(html! {
        @if file.language() == Some(reader.language) { (PreEscaped(words)) } @else {
            div lang=(file.language) { (PreEscaped(words)) }
        }
    })
}

fn changes(reader: &Reader, publication: &Publication) -> Markup {
    let lines = publication.changes.0.lines(reader);
    let since = publication.changes.0.since.unwrap_or_default();
    html! {
        section.block {
            h2 { (reader.say_with("report-changed-since", [("version", reader.number(since))])) }
            @if lines.is_empty() { p { (reader.say("report-changed-nothing")) } } @else {
                ul { @for line in &lines { li { (line) } } }
            }
        }
    }
}

/// Every figure as it was published, and whether the record still holds it.
pub(super) fn held(reader: &Reader, here: &Here, manifest: &Manifest, figures: &[Recounted]) -> Markup {
    let all_hold = figures.iter().all(Recounted::holds);
    html! {
        section.block id="figures-today" {
            h2 { (reader.say("report-figures-today")) }
            p { (reader.say(if all_hold { "report-all-hold" } else { "report-some-differ" })) }
            table.stack {
                (heads([
                    reader.say("report-head-figure"),
                    reader.say("report-head-published"),
                    reader.say("report-head-today"),
                ]))
                tbody {
                    @for it in figures {
                        @let entry = manifest.figure(&it.key);
                        tr {
                            th scope="row" {
                                a href=(reader.href(&here.page(&format!("figures/{}", it.key)))) {
                                    @match entry { Some(entry) => (reader.words(&entry.title)), None => (it.key) }
                                }
                            }
                            td data-label=(reader.say("report-head-published")) {
                                @if let Some(entry) = entry { (reader.text(&entry.shown)) }
                            }
                            td data-label=(reader.say("report-head-today")) {
                                (it.said(reader))
                                @if let Some(today) = it.shown_today(reader) {
                                    " " span.meta { (reader.say_with("report-today-it-is", [("number", today)])) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn proof(reader: &Reader, publication: &Publication, files: &[PublishedFile], own: &str) -> Markup {
    html! {
        section.block {
            h2 { (reader.say("report-files-and-proof")) }
            ul {
                @for it in files {
                    @if let Some(name) = it.name() {
                        li { a href=(format!("{own}/{name}")) { (file_label(reader, it)) } " " span.meta { (size(reader, it.bytes)) } }
                    }
                }
            }
            p { (reader.say("report-signed-with")) " " code { (publication.fingerprint) } }
            p { a href=(reader.href("/verify")) { (reader.say("report-verify-a-copy")) } }
        }
    }
}

pub(super) fn file_label(reader: &Reader, it: &PublishedFile) -> String {
    match it.language() {
        Some(language) => {
            let name = reader.speaking(language).say("ui-this-language");
            reader.say_with("report-file-in", [("file", reader.say(it.kind.label())), ("language", name)])
        }
        None => reader.say(it.kind.label()),
    }
}

fn size(reader: &Reader, bytes: i64) -> String {
    reader.say_with("report-kilobytes", [("count", reader.number((bytes + 512) / 1024))])
}
