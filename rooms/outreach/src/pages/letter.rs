//! One letter: its text, its calendar file, and another try where it was given up.

use axum::response::Response;
use host::{Act, Found, Page, post};
use kernel::{Id, mark};
use post::OutboxLetter;
use programme::{AtDesk, Here};
use serde::Deserialize;
use ui::{Markup, Reader, form, html};

use crate::{LetterState, actions, store};

#[derive(Deserialize)]
pub(super) struct Which {
    letter: Id<mark::Letter>,
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = &desk;
    let (edition, id) = (here.edition.id, desk.which.letter);
    actor.may(Act::ReadOutbox(edition))?;
    let mut conn = app.db.read().await?;
    if !store::is_letter_of(&mut conn, edition, id).await? {
        return Err(host::Error::Hidden);
    }
    let letter = post::letter(&mut conn, id).await?.found()?;
    let may_edit = actor.can(Act::EditOutbox(edition));
    // A sign-in letter is its reader's alone: whoever read it could act as them. Only a demonstration, whose people are
    // nobody, shows it; elsewhere the operator of the machine prints a link.
    let secret = letter.kind.contains("sign-in") && !(app.demonstration && may_edit);
    let content = html! {
        p.meta { a href=(reader.href(&here.desk("outbox"))) { (reader.say("outreach-outbox")) } }
        h1 dir="auto" { (letter.subject) }
        (envelope(reader, here, &letter))
        @if may_edit && letter.given_up_at.is_some() {
            div.buttons { (form::button(reader, &here.desk(&format!("outbox/{id}/retry")), &reader.say("outreach-try-again"), false)) }
        }
        h2 { (reader.say("outreach-text")) }
        @if secret { p { (reader.say("outreach-secret")) } } @else { (text(&letter)) }
        @if let Some(calendar) = &letter.calendar { (calendar_file(reader, calendar)) }
    };
    Ok(Page::desk(edition, letter.subject.clone(), content))
}

pub(super) async fn retry(desk: AtDesk<Which>) -> host::Result<Response> {
    let id = desk.which.letter;
    actions::retry(&desk.app, &desk.actor, desk.here.edition.id, id).await?;
    Ok(desk.to(&format!("outbox/{id}")))
}

fn state_of(letter: &OutboxLetter) -> (LetterState, Option<jiff::Timestamp>) {
    let moments = [
        (LetterState::Sent, letter.sent_at),
        (LetterState::Kept, letter.kept_at),
        (LetterState::GivenUp, letter.given_up_at),
    ];
    moments.into_iter().find(|(_, at)| at.is_some()).unwrap_or((LetterState::Waiting, None))
}

/// Who wrote to whom, when, and where the letter stands.
fn envelope(reader: &Reader, here: &Here, letter: &OutboxLetter) -> Markup {
    let zone = here.edition.time_zone();
    let (state, at) = state_of(letter);
    let purpose = match letter.purpose.as_str() {
        "decision" => "outreach-purpose-decision",
        "news" => "outreach-purpose-news",
        _ => "outreach-purpose-service",
    };
    let language = reader.speaking(letter.language).say("ui-this-language");
    html! {
        table {
            tbody {
                tr { th scope="row" { (reader.say("outreach-to")) } td { bdi { (letter.to_name) } " · " (letter.to_address) } }
                tr { th scope="row" { (reader.say("outreach-from")) } td { (letter.sender) } }
                @if let Some(reply_to) = &letter.reply_to {
                    tr { th scope="row" { (reader.say("outreach-reply-to")) } td { (reply_to) } }
                }
                tr { th scope="row" { (reader.say("outreach-language")) } td lang=(letter.language) { (language) } }
                tr { th scope="row" { (reader.say("outreach-purpose")) } td { (reader.say(purpose)) } }
                tr { th scope="row" { (reader.say("outreach-written")) } td { (reader.stamp(letter.written_at, &zone)) } }
                tr {
                    th scope="row" { (reader.say("outreach-state")) }
                    td {
                        (reader.say(state.label()))
                        @if let Some(at) = at { " · " (reader.stamp(at, &zone)) }
                        @if letter.attempts > 0 {
                            " · " (reader.said(&kernel::Say::new("outreach-attempts").with("count", letter.attempts)))
                        }
                    }
                }
                @if let Some(error) = &letter.last_error {
                    tr { th scope="row" { (reader.say("outreach-last-error")) } td lang="en" { (error) } }
                }
                @if let Some(at) = letter.bounced_at {
                    tr { th scope="row" { (reader.say("outreach-bounced")) } td { (reader.stamp(at, &zone)) } }
                }
            }
        }
    }
}

fn text(letter: &OutboxLetter) -> Markup {
    let direction = if letter.language.is_right_to_left() { "rtl" } else { "ltr" };
    html! {
        div.prose lang=(letter.language) dir=(direction) {
            @for paragraph in letter.body.split("\n\n").filter(|it| !it.trim().is_empty()) {
                p {
                    @for (at, line) in paragraph.trim_matches('\n').lines().enumerate() {
                        @if at > 0 { br; }
                        (line)
                    }
                }
            }
        }
    }
}

fn calendar_file(reader: &Reader, calendar: &str) -> Markup {
    let label = reader.say("outreach-calendar");
    html! {
        details {
            summary { (label) }
            div.scroll tabindex="0" role="region" aria-label=(label) { pre { code { (calendar) } } }
        }
    }
}
