//! The picture on a report's cover: shown, sent, taken off.

use axum::{
    extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Path, Request, State},
    response::{IntoResponse, Response},
};
use host::{Actor, App, Ask, Kept};
use programme::{AtDesk, Here};
use ui::{
    Edited, Markup, Reader,
    form::{self, Filled},
    html,
};

use super::{Which, report};
use crate::{
    compose::Logo,
    document::{
        DocumentRefusal, Report, actions,
        logo::{LARGEST, NoLogo},
    },
};

/// What a browser offers to choose from.
const ACCEPTED: &str = "image/png,image/svg+xml,.png,.svg";

/// Beside the picture there are its words and what a browser writes around them.
const AROUND: usize = 64 * 1024;

/// Takes a picture that was sent; a form with a file is read by hand.
pub(super) async fn put(State(app): State<App>, request: Request) -> host::Result<Response> {
    let (mut parts, body) = request.into_parts();
    let Ok(Ask(reader)) = Ask::from_request_parts(&mut parts, &app).await;
    let actor = Actor::from_request_parts(&mut parts, &app).await?;
    let here = Here::from_request_parts(&mut parts, &app).await?;
    let Path(which) = Path::<Which>::from_request_parts(&mut parts, &app).await.map_err(|_| host::Error::Hidden)?;
    let mut request = Request::from_parts(parts, body);
    DefaultBodyLimit::max(LARGEST + AROUND).apply(&mut request);
    let (sent, bytes) = form_in(&app, request).await;
    let desk = AtDesk { app, reader, actor, here, which, sent };
    let done = match bytes {
        Err(refusal) => Err(vec![refusal]),
        Ok(bytes) => {
            actions::logo::put(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent, bytes).await?
        }
    };
    let Err(wrong) = done else { return Ok(desk.to(&format!("reports/{}", desk.which.report))) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "file");
    Ok(report::with_logo(&desk, kept.filled).await?.status(kept.status).into_response())
}

pub(super) async fn take_off(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::logo::take_off(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    Ok(desk.to(&format!("reports/{}", desk.which.report)))
}

/// The words of the form and the bytes of its file.
async fn form_in(app: &App, request: Request) -> (Filled, Result<Vec<u8>, DocumentRefusal>) {
    let (mut words, mut bytes) = (Vec::new(), Err(DocumentRefusal::NoLogoFile));
    let too_large = DocumentRefusal::NoLogo(NoLogo::TooLarge);
    let Ok(mut form) = Multipart::from_request(request, app).await else { return (Filled::default(), bytes) };
    loop {
        let part = match form.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(_) => {
                bytes = Err(too_large);
                break;
            }
        };
        let name = part.name().unwrap_or_default().to_owned();
        if name != "file" {
            words.push((name, part.text().await.unwrap_or_default()));
            continue;
        }
        bytes = match part.bytes().await {
            Ok(it) if it.is_empty() => Err(DocumentRefusal::NoLogoFile),
            Ok(it) => Ok(it.to_vec()),
            Err(_) => Err(too_large.clone()),
        };
    }
    (Filled::from_pairs(words), bytes)
}

/// The picture as it stands, a button that takes it off, and the form that puts another in its place.
pub(super) fn view(
    reader: &Reader,
    of: &Report,
    edited: &Edited,
    shown: Option<&Logo>,
    sent: Option<Filled>,
) -> Markup {
    // The form of the look asks for the same words further up.
    let filled = sent.unwrap_or_default().with("was", edited.digest()).numbered(2);
    let label = |key: &'static str| reader.say(key);
    html! {
        @if let (Some(_), Some(logo)) = (of.look.0.picture(), shown) {
            (logo.view(reader.text(&of.look.0.logo_text)))
            form.one-button method="post" action=(reader.href(&format!("{}/logo/remove", edited.path))) {
                input type="hidden" name="was" value=(edited.digest());
                button.button.quiet type="submit" { (label("report-logo-remove")) }
            }
        }
        details open[filled.is_wrong()] {
            summary { (label("report-logo-own")) }
            (form::post_with_files(reader, &format!("{}/logo", edited.path), &filled, |form| html! {
                (form.hidden("was", filled.value("was")))
                (form.file("file", &label("report-logo-file"), Some(&label("report-logo-file-hint")), ACCEPTED))
                (form.line("logo_text_en", &label("report-field-logo-text-en"), Some(&label("report-logo-text-hint")), "text", None))
                (form.line("logo_text_fr", &label("report-field-logo-text-fr"), None, "text", None))
                (form.submit(&label("report-logo-send")))
            }))
        }
    }
}
