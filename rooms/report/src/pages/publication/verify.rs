//! Verification for everybody: a copy is sent, and the page says whether it is genuine and whether its figures hold.
//!
//! Nothing of the copy is kept.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use host::{App, Ask, Download, Found, Page, Refusal, Result};
use jiff::{Timestamp, tz::TimeZone};
use kernel::Say;
use programme::Here;
use seal::NotGenuine;
use ui::{Markup, Reader, html};

use super::shown::held;
use crate::publication::{self, Answer, Copy, PublicationRefusal, Verdict, keys, keys::KeptKey};

/// How many bytes a copy may have: many times a report with its fonts.
const LARGEST: usize = 24 * 1024 * 1024;

/// What is typed to verify a copy without this page; the same in every language.
const COMMAND: &str = "convoke report verify report-en.pdf";

/// Beside the copy there is what a browser writes around it.
const AROUND: usize = 64 * 1024;

pub(super) async fn ask(State(app): State<App>, Ask(reader): Ask) -> Result<Page> {
    page(&app, &reader, html! { (form(&reader, None)) }, 200).await
}

pub(super) async fn answer(State(app): State<App>, Ask(reader): Ask, request: Request) -> Result<Page> {
    match copy_in(&app, request).await {
        Err(refusal) => page(&app, &reader, form(&reader, Some(&refusal)), 422).await,
        Ok(pdf) => {
            let answer = publication::check(&app, pdf, app.clock.now()).await?;
            let content = html! { (told(&reader, &answer)) (form(&reader, None)) };
            page(&app, &reader, content, 200).await
        }
    }
}

/// The certificate of the key that signs, for viewers that are told whom to trust.
pub(super) async fn certificate(State(app): State<App>) -> Result<Download> {
    let key = keys::all(&app).await?.into_iter().find(|it| it.retired_at.is_none()).found()?;
    Ok(Download {
        media_type: "application/x-pem-file",
        name: Some("certificate.pem".to_owned()),
        bytes: key.certificate,
    })
}

/// The bytes of the file that was sent.
async fn copy_in(app: &App, mut request: Request) -> std::result::Result<Vec<u8>, PublicationRefusal> {
    DefaultBodyLimit::max(LARGEST + AROUND).apply(&mut request);
    let mut parts = Multipart::from_request(request, app).await.map_err(|_| PublicationRefusal::NoFile)?;
    while let Some(part) = parts.next_field().await.map_err(|_| PublicationRefusal::TooLarge)? {
        if part.name() == Some("file") {
            let bytes = part.bytes().await.map_err(|_| PublicationRefusal::TooLarge)?;
            return match bytes.len() {
                0 => Err(PublicationRefusal::NoFile),
                it if it > LARGEST => Err(PublicationRefusal::TooLarge),
                _ => Ok(bytes.to_vec()),
            };
        }
    }
    Err(PublicationRefusal::NoFile)
}

async fn page(app: &App, reader: &Reader, inner: Markup, status: u16) -> Result<Page> {
    let title = reader.say("report-verify");
    let keys = keys::all(app).await?;
    let content = html! {
        h1 { (title) }
        p.prose { (reader.say("report-verify-lede")) }
        (inner)
        (offline(reader, &keys, app.demonstration))
    };
    Ok(match Here::current(app).await? {
        Some(here) => Page::site(here.edition.id, title, content),
        None => Page::plain(title, content),
    }
    .status(status))
}

fn form(reader: &Reader, wrong: Option<&PublicationRefusal>) -> Markup {
    let described = if wrong.is_some() { "file-hint file-why" } else { "file-hint" };
    html! {
        form.form method="post" action=(reader.href("/verify")) enctype="multipart/form-data" {
            div.field.bad[wrong.is_some()] {
                label for="file" { (reader.say("report-verify-file")) }
                p.hint id="file-hint" { (reader.say("report-verify-file-hint")) }
                @if let Some(it) = wrong { p.why id="file-why" role="alert" { (reader.said(&it.say())) } }
                input type="file" id="file" name="file" accept="application/pdf,.pdf" required
                    aria-describedby=(described) aria-invalid=[wrong.map(|_| "true")];
            }
            p.send { button.button type="submit" { (reader.say("report-verify-send")) } }
        }
    }
}

fn told(reader: &Reader, answer: &Answer) -> Markup {
    let (title, text) = match answer.verdict {
        Verdict::Genuine => ("report-verdict-genuine", "report-verdict-genuine-text"),
        Verdict::Unknown => ("report-verdict-unknown", "report-verdict-unknown-text"),
        Verdict::Foreign => ("report-verdict-foreign", "report-verdict-foreign-text"),
        Verdict::NotGenuine => ("report-verdict-not-genuine", "report-verdict-not-genuine-text"),
    };
    html! {
        section.block role="status" {
            h2 { (reader.say(title)) }
            p { (reader.say(text)) }
            @match &answer.copy {
                Err(why) => { p { (reader.said(&why_not(why))) } }
                Ok(copy) => { (signature(reader, answer, copy)) }
            }
        }
        @if let Some((here, publication)) = &answer.publication {
            (held(reader, here, &publication.manifest.0, &answer.figures))
        }
    }
}

fn signature(reader: &Reader, answer: &Answer, copy: &Copy) -> Markup {
    let line =
        |label: &'static str, words: Markup| html! { tr { th scope="row" { (reader.say(label)) } td { (words) } } };
    let known = matches!(answer.verdict, Verdict::Genuine | Verdict::Unknown);
    html! {
        table {
            tbody {
                @if let Some(it) = &copy.manifest {
                    (line("report-verify-report", html! { (reader.words(&it.report.title)) }))
                    (line("report-verify-version", html! { (reader.number(it.version)) }))
                }
                @if let Some((here, it)) = &answer.publication {
                    @let path = it.path(here);
                    (line("report-verify-page", html! { a href=(reader.href(&path)) { (path) } }))
                }
                (line("report-verify-signed-at", html! { (reader.moment_words(copy.signed_at, &TimeZone::UTC)) }))
                (line("report-verify-fingerprint", html! { code { (copy.fingerprint) } }))
                (line("report-verify-whose", html! {
                    @if known { (reader.say("report-verify-ours")) } @else {
                        (reader.say_with("report-verify-theirs", [("name", copy.claimed_name.clone())]))
                    }
                }))
            }
        }
    }
}

/// In which way a copy is not genuine, for its reader.
pub(crate) fn why_not(why: &NotGenuine) -> Say {
    Say::new(match why {
        NotGenuine::NotAPdf => "report-not-genuine-no-pdf",
        NotGenuine::NoSignature => "report-not-genuine-no-signature",
        NotGenuine::CutShort => "report-not-genuine-cut-short",
        NotGenuine::AppendedAfter => "report-not-genuine-appended",
        NotGenuine::Changed => "report-not-genuine-changed",
        NotGenuine::WrongSignature => "report-not-genuine-wrong-signature",
        NotGenuine::NoManifest | NotGenuine::SeveralManifests => "report-not-genuine-manifest",
        NotGenuine::Malformed(_) => "report-not-genuine-malformed",
    })
}

/// Since when a key signs. Keys are made by the clock of the machine, which a demonstration may not show.
fn signs(reader: &Reader, it: &KeptKey, shows_another_day: bool) -> String {
    let day = |at: Timestamp| reader.day(at.to_zoned_datetime(TimeZone::UTC).date());
    let since = ("day", day(it.made_at));
    match (it.retired_at, shows_another_day) {
        (Some(at), false) => reader.say_with("report-key-until", [since, ("until", day(at))]),
        (Some(at), true) => reader.say_with("report-key-until-machine", [since, ("until", day(at))]),
        (None, false) => reader.say_with("report-key-since", [since]),
        (None, true) => reader.say_with("report-key-since-machine", [since]),
    }
}

fn offline(reader: &Reader, keys: &[KeptKey], shows_another_day: bool) -> Markup {
    html! {
        section.block {
            h2 { (reader.say("report-verify-offline")) }
            p.prose { (reader.say("report-verify-offline-text")) }
            pre tabindex="0" { code { (COMMAND) } }
            @if keys.is_empty() { p { (reader.say("report-verify-no-key")) } } @else {
                h3 { (reader.say("report-verify-fingerprints")) }
                ul {
                    @for it in keys {
                        li {
                            code { (it.fingerprint) } " "
                            span.meta { (signs(reader, it, shows_another_day)) }
                        }
                    }
                }
                p { a href="/verify/certificate.pem" { (reader.say("report-verify-certificate")) } }
            }
        }
    }
}
