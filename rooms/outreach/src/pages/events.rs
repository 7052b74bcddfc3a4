//! Events of others at which the programme was a guest: which there are, and the form of each.

use axum::response::{IntoResponse, Response};
use host::{Act, Found, Kept, Page};
use kernel::Language;
use programme::{AtDesk, Here, model::Mode};
use serde::Deserialize;
use ui::{
    Edited, Markup, Reader,
    form::{self, Filled},
    heads, html,
};

use crate::{ExternalEvent, actions::event as actions, store};

#[derive(Deserialize)]
pub(super) struct Which {
    key: String,
}

impl Which {
    fn path(&self) -> String {
        format!("events/{}", self.key)
    }
}

pub(super) async fn list(desk: AtDesk) -> host::Result<Page> {
    all(&desk, Filled::default()).await
}

pub(super) async fn add(desk: AtDesk) -> host::Result<Response> {
    match actions::add(&desk.app, &desk.actor, &desk.here, &desk.sent).await? {
        Ok(key) => Ok(desk.to(&format!("events/{key}"))),
        Err(wrong) => {
            let kept = Kept::new(desk.sent.clone(), &wrong, "key");
            Ok(all(&desk, kept.filled).await?.status(kept.status).into_response())
        }
    }
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    one(&desk, None).await
}

pub(super) async fn change(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = actions::change(&desk.app, &desk.actor, &desk.here, &desk.which.key, &desk.sent).await?;
    let Err(wrong) = done else { return Ok(desk.to(&desk.which.path())) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "title_en");
    Ok(one(&desk, Some(kept.filled)).await?.status(kept.status).into_response())
}

pub(super) async fn remove(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::remove(&desk.app, &desk.actor, &desk.here, &desk.which.key, &desk.sent).await?;
    Ok(desk.to(&desk.which.path()))
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::undo(&desk.app, &desk.actor, &desk.here, &desk.which.key, &desk.sent).await?;
    Ok(desk.to(&desk.which.path()))
}

async fn all(desk: &AtDesk, filled: Filled) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let events = store::external_events(&mut conn, edition).await?;
    let title = reader.say("outreach-events");
    let content = html! {
        h1 { (title) }
        p.lede { (reader.say("outreach-events-lede")) }
        @if events.is_empty() { p { (reader.say("outreach-no-events")) } } @else { (table(reader, here, &events)) }
        @if actor.can(Act::EditEdition(edition)) {
            section.block {
                h2 { (reader.say("outreach-add-event")) }
                (form::post(reader, &here.desk("events"), &filled, |form| html! {
                    (form.line("key", &reader.say("outreach-field-key"), Some(&reader.say("outreach-event-key-hint")), "text", Some("off")))
                    (fields(reader, form))
                    (form.submit(&reader.say("outreach-add-event")))
                }))
            }
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn table(reader: &Reader, here: &Here, events: &[ExternalEvent]) -> Markup {
    let columns = ["outreach-event", "outreach-field-held-on", "outreach-field-mode", "outreach-column-place"];
    html! {
        table.stack {
            (heads(columns.map(|it| reader.say(it))))
            tbody {
                @for it in events {
                    tr {
                        th scope="row" { a href=(reader.href(&here.desk(&format!("events/{}", it.key)))) { (reader.words(&it.title)) } }
                        td { (reader.day(it.held_on)) }
                        td { (reader.say_key(&format!("programme-mode-{}", it.mode))) }
                        td { (reader.words(&it.place)) }
                    }
                }
            }
        }
    }
}

async fn one(desk: &AtDesk<Which>, kept: Option<Filled>) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, which, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let event = actions::find(&mut conn, here, &which.key).await?;
    let has_past = actions::has_past(&mut conn, here, &which.key, event.as_ref()).await?;
    // It may have been taken away; then the page stays, so that it can be brought back.
    let event = if has_past { event } else { Some(event.found()?) };
    let edited = Edited {
        room: "outreach",
        path: here.desk(&which.path()),
        words: actions::words(event.as_ref()).into(),
        has_past,
    };
    let title = event.as_ref().map_or_else(|| which.key.clone(), |it| reader.text(&it.title).to_owned());
    let content = html! {
        p.label { a href=(reader.href(&here.desk("events"))) { (reader.say("outreach-events")) } }
        h1 { (title) }
        @match &event {
            None => p { (reader.say("outreach-event-taken-away")) },
            Some(it) => p.meta { a href=(reader.href(&here.page(&format!("events#{}", it.key)))) { (reader.say("outreach-event-on-site")) } },
        }
        @if actor.can(Act::EditEdition(edition)) {
            @if event.is_some() { (change_form(reader, &edited, kept)) }
            (edited.undo(reader))
            @if event.is_some() { (remove_form(reader, &edited)) }
        } @else if event.is_some() {
            (values(reader, &edited))
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn change_form(reader: &Reader, edited: &Edited, kept: Option<Filled>) -> Markup {
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    html! {
        (overtaken)
        (form::post(reader, &edited.path, &filled, |form| html! {
            (form.hidden("was", &edited.digest()))
            (fields(reader, form))
            (form.submit(&reader.say("outreach-save-event")))
        }))
    }
}

fn remove_form(reader: &Reader, edited: &Edited) -> Markup {
    html! {
        form.one-button method="post" action=(reader.href(&format!("{}/remove", edited.path))) {
            input type="hidden" name="was" value=(edited.digest());
            button.button.quiet type="submit" { (reader.say("outreach-remove-event")) }
        }
    }
}

fn fields(reader: &Reader, form: &form::Form<'_>) -> Markup {
    let modes: Vec<(String, String)> =
        Mode::WORDS.iter().map(|it| ((*it).to_owned(), reader.say_key(&format!("programme-mode-{it}")))).collect();
    let as_above = (String::new(), reader.say("outreach-mode-as-above"));
    let printed: Vec<(String, String)> = std::iter::once(as_above).chain(modes.iter().cloned()).collect();
    let text = |name: &'static str, language: Language, field: &str| {
        let label = reader.say_key(&format!("outreach-field-{name}-{language}"));
        if name == "summary" {
            form.long_text(field, &label, None, 5)
        } else {
            form.line(field, &label, None, "text", None)
        }
    };
    html! {
        @for (name, fields) in &actions::TEXTS[..1] { @for (language, field) in fields { (text(name, *language, field)) } }
        (form.line("held_on", &reader.say("outreach-field-held-on"), None, "date", None))
        (form.choice("mode", &reader.say("outreach-field-mode"), None, &modes))
        (form.choice("mode_printed", &reader.say("outreach-field-mode-printed"), Some(&reader.say("outreach-mode-printed-hint")), &printed))
        @for (name, fields) in &actions::TEXTS[1..] { @for (language, field) in fields { (text(name, *language, field)) } }
        (form.line("audience", &reader.say("outreach-field-audience"), Some(&reader.say("outreach-audience-hint")), "text", None))
    }
}

fn values(reader: &Reader, edited: &Edited) -> Markup {
    html! {
        table.stack {
            tbody {
                @for (field, value) in &edited.words {
                    tr { th scope="row" { (edited.label(reader, field)) } td dir="auto" { (value) } }
                }
            }
        }
    }
}
