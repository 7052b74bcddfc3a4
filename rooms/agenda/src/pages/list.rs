//! The sessions of an edition: what is to come first, then what was.

use axum::extract::State;
use host::{App, Ask, Page, Sent};
use jiff::Timestamp;
use maud::{Markup, html};
use programme::Here;
use ui::{Reader, form, form::Filled};

use super::zone;
use crate::{Session, store};

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    here: Here,
    Sent(asked): Sent,
) -> host::Result<Page> {
    let mut conn = app.db.read().await?;
    let all = store::sessions(&mut conn, here.edition.id).await?;
    let wanted = asked.value("activity");
    let shown: Vec<&Session> = all.iter().filter(|it| wanted.is_empty() || it.activity.as_str() == wanted).collect();
    let content = view(&reader, &here, &all, &shown, &asked, app.clock.now());
    let head = html! {
        link rel="alternate" type="text/calendar" href=(reader.href_in(reader.language, &here.page("calendar.ics")));
    };
    Ok(Page::site(here.edition.id, reader.say("agenda-sessions"), content)
        .describe(reader.say("agenda-sessions-described"))
        .head(head))
}

fn view(reader: &Reader, here: &Here, all: &[Session], shown: &[&Session], asked: &Filled, now: Timestamp) -> Markup {
    let (past, to_come): (Vec<&Session>, Vec<&Session>) = shown.iter().partition(|it| it.is_over(now));
    html! {
        header.opening { h1 { (reader.say("agenda-sessions")) } p.lede { (reader.say("agenda-sessions-lede")) } }
        (filter(reader, here, all, asked))
        (zone::form(reader, now, &here.edition.time_zone()))
        @if !to_come.is_empty() {
            section.block { h2 { (reader.say("agenda-to-come")) } ul.rows { @for it in &to_come { (line(reader, here, it, now)) } } }
        }
        @if !past.is_empty() {
            section.block { h2 { (reader.say("agenda-past")) } ul.rows { @for it in past.iter().rev() { (line(reader, here, it, now)) } } }
        }
        @if shown.is_empty() { p { (reader.say("agenda-no-sessions")) } }
        p.block { a href=(reader.href_in(reader.language, &here.page("calendar.ics"))) { (reader.say("agenda-calendar-edition")) } }
    }
}

fn filter(reader: &Reader, here: &Here, all: &[Session], asked: &Filled) -> Markup {
    let mut options = vec![(String::new(), reader.say("agenda-every-activity"))];
    for it in all {
        let value = it.activity.to_string();
        if !options.iter().any(|(known, _)| *known == value) {
            options.push((value, reader.text(&it.activity_title).to_owned()));
        }
    }
    form::get(reader, &here.page("sessions"), asked, |it| {
        html! {
            (it.choice("activity", &reader.say("agenda-activity"), None, &options))
            (it.submit(&reader.say("agenda-filter")))
        }
    })
}

/// A session as a line of a list.
pub(super) fn line(reader: &Reader, here: &Here, it: &Session, now: Timestamp) -> Markup {
    html! {
        li {
            p { (reader.span(it.starts_at, it.ends_at, &it.time_zone())) }
            div {
                h3 { a href=(reader.href(&here.page(&format!("sessions/{}", it.key)))) { (reader.words(&it.title)) } }
                p.meta {
                    (reader.say(it.kind.label())) " · " (reader.words(&it.activity_title))
                    @if let Some(topic) = &it.topic { " · " (reader.words(topic)) }
                }
            }
            (tag(reader, it, now))
        }
    }
}

/// The one thing that matters about a session now.
pub(super) fn tag(reader: &Reader, it: &Session, now: Timestamp) -> Markup {
    let (key, open) = if it.is_cancelled() {
        ("agenda-cancelled", false)
    } else if it.recorded_by(now).is_some() {
        ("agenda-recorded", false)
    } else if it.is_over(now) {
        ("agenda-over", false)
    } else if it.has_begun(now) {
        ("agenda-on-now", true)
    } else if it.public {
        ("agenda-open", true)
    } else {
        ("agenda-participants-only", false)
    };
    html! { span.tag.open[open] { (reader.say(key)) } }
}
