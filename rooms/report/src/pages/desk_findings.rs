//! The findings of a report on the desk: both places, what could be done, taking it over, waiving; and the edition's own.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Found, Gate, Kept, Page, Refusal, Role, Routes};
use kernel::{Id, Language, Say};
use programme::{AtDesk, Here};
use serde::Deserialize;
use ui::{
    Edited, Markup, Reader, Section,
    form::{self, Filled},
    html,
};

use crate::{
    document::{self, Chapter, DocumentRefusal, Report, Waiver, actions::waiver},
    findings::{self, Cited, Findings, Part, Told, mending},
};

const DESK: Gate = Gate::Only(&[Role::Secretariat, Role::Auditor]);

/// The routes, each with its gate.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get(DESK, "/desk/{programme}/{edition}/findings", of_texts)
        .post(DESK, "/desk/{programme}/{edition}/findings/links", super::desk_links::check)
        .get(DESK, "/desk/{programme}/{edition}/reports/{report}/findings", show)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/findings/mend", mend)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/findings/waive", waive)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/findings/undo", undo)
        .post(DESK, "/desk/{programme}/{edition}/reports/{report}/findings/waivers/{waiver}/end", end)
        .rail(Section::Publishing, "report-findings", "/findings")
}

#[derive(Deserialize)]
pub(super) struct Which {
    report: String,
}

#[derive(Deserialize)]
pub(super) struct WhichWaiver {
    report: String,
    waiver: Id<Waiver>,
}

fn at(here: &Here, report: &str, rest: &str) -> String {
    here.desk(&format!("reports/{report}/findings{rest}"))
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    page(&desk, Filled::default()).await
}

pub(super) async fn mend(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = mending::take_over(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    answer(&desk, done).await
}

pub(super) async fn waive(desk: AtDesk<Which>) -> host::Result<Response> {
    let done = waiver::waive(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    answer(&desk, done).await
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    waiver::undo(&desk.app, &desk.actor, &desk.here, &desk.which.report, &desk.sent).await?;
    Ok(back(&desk, &desk.which.report))
}

pub(super) async fn end(desk: AtDesk<WhichWaiver>) -> host::Result<Response> {
    waiver::end(&desk.app, &desk.actor, &desk.here, &desk.which.report, desk.which.waiver).await?;
    Ok(back(&desk, &desk.which.report))
}

fn back<W>(desk: &AtDesk<W>, report: &str) -> Response {
    desk.to(&format!("reports/{report}/findings"))
}

/// Back to the list; or the list again with what was sent and why it was not taken.
async fn answer(desk: &AtDesk<Which>, done: Result<(), Vec<DocumentRefusal>>) -> host::Result<Response> {
    let Err(wrong) = done else { return Ok(back(desk, &desk.which.report)) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "finding");
    Ok(page(desk, kept.filled).await?.status(kept.status).into_response())
}

async fn page(desk: &AtDesk<Which>, sent: Filled) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, .. } = desk;
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let mut conn = app.db.read().await?;
    let report = document::report(&mut conn, edition, &desk.which.report).await?.found()?;
    let chapters = document::chapters(&mut conn, report.id).await?;
    let last = waiver::last(&mut conn, &report).await?;
    drop(conn);
    let found = findings::of(app, here, reader, &report, &chapters, app.clock.now()).await?;
    let can_edit = actor.can(Act::EditEdition(edition));
    let waivers = Edited {
        room: "report",
        path: at(here, report.key.as_str(), ""),
        has_past: last.is_some(),
        words: last.map(|it| it.words).unwrap_or_default(),
    };
    let shown = Shown { reader, here, report: &report, chapters: &chapters, can_edit, sent };
    let title = reader.say_with("report-findings-of", [("title", reader.text(&report.title).to_owned())]);
    let content = html! {
        p.label { a href=(reader.href(&here.desk(&format!("reports/{}", report.key)))) { (reader.words(&report.title)) } }
        h1 { (reader.say("report-findings")) }
        p.prose { (reader.say("report-findings-why")) }
        @if !report.publishable { p.said { (reader.say("report-findings-evidence")) } }
        (shown.view(&found))
        @if can_edit { (waivers.undo(reader)) }
    };
    Ok(Page::desk(edition, title, content))
}

struct Shown<'a> {
    reader: &'a Reader,
    here: &'a Here,
    report: &'a Report,
    chapters: &'a [Chapter],
    can_edit: bool,
    /// A form that was not taken.
    sent: Filled,
}

impl Shown<'_> {
    fn view(&self, found: &Findings) -> Markup {
        let reader = self.reader;
        let missed = self.sent.is_wrong() && !found.open.iter().any(|it| it.id == self.sent.value("finding"));
        html! {
            @if missed { p.clash role="alert" { (reader.said(&DocumentRefusal::ChangedMeanwhile.say())) } }
            @if found.open.is_empty() { p.said { (reader.say("report-findings-none")) } } @else {
                h2 { (reader.said(&Say::new("report-findings-count").with("count", found.open.len()))) }
            }
            @for (number, it) in found.open.iter().enumerate() {
                section.block id={"finding-" (number + 1)} {
                    (told(reader, it))
                    @if self.can_edit {
                        @if let Some(button) = self.take_over(it) { (button) }
                        (self.waive_form(number + 1, it))
                    }
                }
            }
            @if !found.waived.is_empty() {
                section.block {
                    h2 { (reader.say("report-findings-waived")) }
                    p.prose { (reader.say("report-findings-waived-why")) }
                    @for (it, waiver) in &found.waived {
                        (told(reader, it))
                        p { (reader.words(&waiver.reason)) }
                        (self.end_button(waiver, &reader.say(findings::kind(it.finding.kind))))
                    }
                }
            }
            @if !found.spent.is_empty() {
                section.block {
                    h2 { (reader.say("report-findings-spent")) }
                    p.prose { (reader.say("report-findings-spent-why")) }
                    @for waiver in &found.spent {
                        @let name = findings::sentence(&waiver.finding, reader);
                        p { (name) " " span.meta { (reader.words(&waiver.reason)) } }
                        (self.end_button(waiver, &name))
                    }
                }
            }
        }
    }

    fn take_over(&self, it: &Told) -> Option<Markup> {
        let (reader, mending) = (self.reader, it.mending.as_ref()?);
        let refused = self.sent.is_wrong() && self.sent.value("finding") == it.id && self.sent.ticked("with");
        let named = reader.say_with(
            "report-finding-take-over-named",
            [("with", findings::shortened(&mending.with)), ("words", findings::shortened(&mending.words))],
        );
        Some(html! {
            @if refused { p.clash role="alert" { (reader.said(&DocumentRefusal::ChangedMeanwhile.say())) } }
            form.one-button method="post" action=(reader.href(&at(self.here, self.report.key.as_str(), "/mend"))) {
                input type="hidden" name="finding" value=(it.id);
                input type="hidden" name="was" value=(mending::digest(self.chapters, mending));
                input type="hidden" name="chapter" value=(mending.chapter);
                input type="hidden" name="language" value=(mending.language);
                input type="hidden" name="part" value=(if mending.part == Part::Title { "title" } else { "text" });
                input type="hidden" name="from" value=(mending.span.0);
                input type="hidden" name="to" value=(mending.span.1);
                input type="hidden" name="words" value=(mending.words);
                input type="hidden" name="with" value=(mending.with);
                button.button type="submit" aria-label=(named) {
                    (reader.say_with("report-finding-take-over", [("with", findings::shortened(&mending.with))]))
                }
            }
        })
    }

    /// Waiving, with a reason in each of the report's languages.
    fn waive_form(&self, number: usize, it: &Told) -> Markup {
        let reader = self.reader;
        let mine = self.sent.value("finding") == it.id && !self.sent.ticked("with");
        let filled = if mine { self.sent.clone() } else { Filled::default() }.numbered(number);
        let speaks = |language| self.report.languages.0.contains(&language);
        html! {
            details open[mine && filled.is_wrong()] {
                summary { (reader.say("report-finding-waive")) }
                (form::post(reader, &at(self.here, self.report.key.as_str(), "/waive"), &filled, |form| html! {
                    (form.hidden("finding", &it.id))
                    p.hint { (reader.say("report-finding-reason-hint")) }
                    @if speaks(Language::ENGLISH) {
                        (form.long_text("reason_en", &reader.say("report-finding-reason-en"), None, 2))
                    }
                    @if speaks(Language::FRENCH) {
                        (form.long_text("reason_fr", &reader.say("report-finding-reason-fr"), None, 2))
                    }
                    p.send { button.button.quiet type="submit" { (reader.say("report-finding-waive-it")) } }
                }))
            }
        }
    }

    fn end_button(&self, waiver: &Waiver, name: &str) -> Markup {
        let reader = self.reader;
        let path = at(self.here, self.report.key.as_str(), &format!("/waivers/{}/end", waiver.id));
        html! {
            @if self.can_edit {
                form.one-button method="post" action=(reader.href(&path)) {
                    button.button.quiet type="submit"
                        aria-label=(reader.say_with("report-finding-end-waiver-named", [("kind", name.to_owned())])) {
                        (reader.say("report-finding-end-waiver"))
                    }
                }
            }
        }
    }
}

/// A finding: its kind, its sentence, both places and the proposal.
fn told(reader: &Reader, it: &Told) -> Markup {
    html! {
        h3 {
            (reader.say(findings::kind(it.finding.kind))) " "
            span.tag { (reader.say(findings::severity(it.finding.severity))) }
        }
        p { (reader.said(&it.say)) }
        dl {
            (cited(reader, &it.first))
            (cited(reader, &it.second))
            dt.label { (reader.say("report-finding-proposal")) }
            dd { (reader.said(&it.proposal)) }
        }
    }
}

fn cited(reader: &Reader, it: &Cited) -> Markup {
    let place = match (it.quoted, it.line) {
        (Some(_), Some(line)) => {
            reader.say_with("report-finding-line", [("place", it.place.clone()), ("line", line.to_string())])
        }
        (Some(_), None) => reader.say_with("report-finding-heading", [("place", it.place.clone())]),
        _ if it.place.is_empty() => return html! {},
        _ => reader.say_with("report-finding-in-record", [("place", it.place.clone())]),
    };
    let link = if it.quoted.is_some() { "report-finding-mend-here" } else { "report-finding-look-there" };
    html! {
        dt.label { (place) }
        dd {
            @match it.quoted {
                Some(language) => { q lang=(language) { (it.words) } }
                None => { (it.words) }
            }
            @if let Some(path) = &it.path {
                " " a href=(reader.href(path)) aria-label={ (reader.say(link)) ": " (place) } { (reader.say(link)) }
            }
        }
    }
}

/// What the edition's own texts say against its record.
pub(super) async fn of_texts(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let found = findings::of_edition(&app, &here, &reader).await?;
    let mut conn = app.db.read().await?;
    let reports = document::reports(&mut conn, edition).await?;
    drop(conn);
    let links = super::desk_links::view(&app, &reader, &actor, &here).await?;
    let title = reader.say("report-findings");
    let content = html! {
        h1 { (title) }
        ul {
            @for it in &reports {
                li { a href=(reader.href(&at(&here, it.key.as_str(), ""))) { (reader.words(&it.title)) } }
            }
        }
        section.block {
            h2 { (reader.say("report-findings-of-texts")) }
            p.prose { (reader.say("report-findings-of-texts-why")) }
            @if found.is_empty() { p.said { (reader.say("report-findings-none")) } }
            @for it in &found { (told(&reader, it)) }
        }
        (links)
    };
    Ok(Page::desk(edition, title, content))
}
