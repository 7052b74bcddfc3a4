//! The report on the web, once its day has come.

use axum::extract::State;
use host::{App, Ask, Page};
use programme::{Here, Role};
use ui::{Markup, Reader, html, markdown};

use super::figures::{definitions, expected};
use crate::{
    drawings,
    elements::{self, Element, Timetable},
    facts,
    gather::Gathered,
    manuscript::{tier_title, tiers},
    model,
};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> host::Result<Page> {
    let now = app.clock.now();
    let title = reader.say_with("report-title", [("edition", here.edition.key.to_string())]);
    if !here.edition.is_reported(now) {
        let content = html! {
            h1 { (title) }
            (expected(&reader, &here, "report-expected-on", "report-expected"))
            p { a href=(reader.href(&format!("{}/", here.path()))) { (reader.words(&here.edition.title)) } }
        };
        return Ok(Page::site(here.edition.id, title, content));
    }
    let of = Gathered::read(&app, &here, now).await?;
    let content = html! {
        (opening(&of, &reader, &title))
        (key_facts(&of, &reader))
        @if let Some(it) = drawings::timeline(&of, &reader) { (it.draw()) }
        section.block {
            h2 { (reader.say("report-programme")) }
            @for it in &elements::elements(&of, &reader) { (element(&of, &reader, it)) }
        }
        (communique(&of, &reader))
        (events(&of, &reader))
        (outcomes(&of, &reader))
        (acknowledgements(&of, &reader))
        section.block {
            h2 { (reader.say("report-how-we-know")) }
            div.prose { p { (reader.say("report-how-we-know-text")) } }
            (definitions(&reader, &of.here, &of.figures))
            p.meta { (reader.say_with("report-as-of", [("day", reader.day(of.today))])) }
        }
    };
    let description = reader.text(&here.edition.lede).to_owned();
    Ok(Page::site(here.edition.id, title, content).describe(description))
}

fn opening(of: &Gathered, reader: &Reader, title: &str) -> Markup {
    html! {
        div.opening {
            p.label { (reader.words(&of.here.programme.title)) }
            h1 { (title) }
            div.buttons { a.button href=(reader.href(&of.here.page("report.pdf"))) { (reader.say("report-as-pdf")) } }
        }
        div.prose { (markdown(reader.text(&of.prose("report-foreword")))) }
    }
}

fn key_facts(of: &Gathered, reader: &Reader) -> Markup {
    let chosen = |keys: &[&str]| {
        let figures: Vec<_> = of.figures.iter().filter(|it| keys.contains(&it.key())).cloned().collect();
        facts(reader, &of.here, &figures)
    };
    html! {
        section.block {
            h2 { (reader.say("report-key-facts")) }
            @for group in model::KEY_FACTS {
                h3.label { (reader.say(group.title)) }
                (chosen(group.keys))
            }
        }
        section.block {
            h2 { (reader.say("report-highlights")) }
            (chosen(model::HIGHLIGHTS))
        }
    }
}

fn element(of: &Gathered, reader: &Reader, it: &Element) -> Markup {
    html! {
        section.block.told {
            h3 { (linked(reader, it)) }
            p.meta { (it.dates) " · " (it.place) }
            (body(reader, it))
            @if !it.parts.is_empty() {
                ul.rows {
                    @for part in &it.parts {
                        li {
                            span { (part.dates) span.zone { (part.place) } }
                            div.told { h4 { (linked(reader, part)) } (body(reader, part)) }
                        }
                    }
                }
            }
            @if let Some(table) = &it.timetable { (timetable(reader, table)) }
            @if drawings::has_training(it, of) {
                @if let Some(map) = drawings::map(of, reader) { (map.draw()) }
                @if let Some(bars) = drawings::groups(of, reader) { (bars.draw()) }
            }
            @if !it.institutions.is_empty() {
                h4 { (reader.say("report-institutions")) }
                ul.columns { @for name in &it.institutions { li { bdi { (name) } } } }
            }
        }
    }
}

fn linked(reader: &Reader, it: &Element) -> Markup {
    html! {
        @match &it.path {
            Some(path) => { a href=(reader.href(path)) { (it.title) } }
            None => { (it.title) }
        }
    }
}

/// With whom; what it was; who honoured it; its sessions.
fn body(reader: &Reader, it: &Element) -> Markup {
    html! {
        @if !it.with.is_empty() { p.meta { (reader.say("report-with")) " " (it.with.join(" · ")) } }
        div.prose { @for words in &it.summary { p { (words) } } }
        @if !it.guests.is_empty() {
            p.label { (reader.say(it.guests_title)) }
            ul.people {
                @for guest in &it.guests {
                    li {
                        bdi.who { (guest.name) }
                        @if guest.invented { " " span.tag.invented { (reader.say("programme-invented")) } }
                        p.meta { (guest.role) }
                    }
                }
            }
        }
        @if !it.sessions.is_empty() {
            ul {
                @for session in &it.sessions {
                    li { (session.day) " " a href=(reader.href(&session.path)) { (session.topic) } " " span.meta { (session.kind) } }
                }
            }
        }
    }
}

/// Weeks down and weekdays across: on a phone each week is a block of its own.
fn timetable(reader: &Reader, it: &Timetable) -> Markup {
    let title = kernel::Say::new("report-timetable-title").with("weeks", it.weeks.len()).with("meetings", it.meetings);
    html! {
        table.stack {
            caption { (reader.said(&title)) }
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-week")) }
                    @for (day, _) in &it.days { th scope="col" { (day) } }
                }
            }
            tbody {
                @for (at, week) in it.weeks.iter().enumerate() {
                    tr {
                        th scope="row" { (week) }
                        @for (_, meetings) in &it.days {
                            td {
                                @if let Some(meeting) = meetings.get(at).and_then(Option::as_ref) {
                                    (meeting.day) @if meeting.closed { "*" } " "
                                    a href=(reader.href(&meeting.path)) { (meeting.topic) }
                                    " " span.meta { (meeting.kind) }
                                }
                            }
                        }
                    }
                }
            }
        }
        p.source { (reader.say("report-timetable-note-web")) }
    }
}

fn communique(of: &Gathered, reader: &Reader) -> Markup {
    let count = |pillar: &programme::Pillar| of.recommendations.iter().filter(|it| it.pillar_id == pillar.id).count();
    html! {
        @if let Some(it) = &of.communique {
            section.block {
                h2 { a href=(reader.href(&of.here.page("communique"))) { (reader.words(&it.title)) } }
                p.meta {
                    (reader.say("report-adopted")) " " (reader.day(it.adopted_on))
                    @if it.presented_on <= of.today {
                        " · " (reader.say("report-presented")) " " (reader.day(it.presented_on)) ", " (reader.words(&it.presented_at))
                    }
                }
                ol.rows {
                    @for (number, pillar) in (1..).zip(&of.pillars) {
                        li {
                            span.meta { (reader.number(number)) }
                            h3 { (reader.words(&pillar.title)) }
                            p.meta { (reader.said(&kernel::Say::new("report-recommendations").with("count", count(pillar)))) }
                        }
                    }
                }
            }
        }
    }
}

fn events(of: &Gathered, reader: &Reader) -> Markup {
    html! {
        @if !of.events.is_empty() {
            section.block {
                h2 { (reader.say("report-events")) }
                ul.rows {
                    @for it in &of.events {
                        li {
                            span { (reader.day(it.held_on)) span.zone { (reader.words(&it.place)) } }
                            div {
                                h3 { (reader.words(&it.title)) }
                                p.meta {
                                    (reader.words(&it.host))
                                    @if let Some(audience) = it.audience {
                                        " · " (reader.say_with("report-audience-of", [("count", reader.number(audience))]))
                                    }
                                }
                                div.prose { p { (reader.words(&it.summary)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn outcomes(of: &Gathered, reader: &Reader) -> Markup {
    let figures: Vec<_> = of.figures_of(model::OUTCOMES).cloned().collect();
    html! {
        section.block {
            h2 { (reader.say("report-outcomes")) }
            div.prose { (markdown(reader.text(&of.prose("outcomes")))) }
            (facts(reader, &of.here, &figures))
            @if let Some(it) = drawings::answers(of, reader) { (it.draw()) }
            @if !of.quotations.is_empty() {
                h3 { (reader.say("report-participants-said")) }
                div.people {
                    @for it in &of.quotations {
                        blockquote.quote {
                            p { (reader.words(&it.text)) }
                            footer {
                                (reader.say("report-a-participant")) ", " (reader.country(it.country)) ", " (reader.say(it.party.label()))
                                @if it.is_invented() { " " span.tag.invented { (reader.say("programme-invented")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn acknowledgements(of: &Gathered, reader: &Reader) -> Markup {
    html! {
        section.block {
            h2 { (reader.say("report-acknowledgements")) }
            @for (role, names) in tiers(of) {
                h3.label { (reader.say(tier_title(role))) }
                ul {
                    @for it in names {
                        li {
                            bdi { (it.name_in(reader.language)) }
                            @if it.organisation_id.is_some() && !it.note.is_empty() { " " span.meta { (reader.words(&it.note)) } }
                        }
                    }
                }
                @if role == Role::GeneralFunder {
                    @if let Some(day) = of.here.edition.contributors_as_of {
                        p.meta { (reader.say_with("report-contributors-as-of", [("day", reader.day(day))])) }
                    }
                }
            }
            @if !of.here.edition.cofunding.is_empty() { p.prose { (reader.words(&of.here.edition.cofunding)) } }
        }
    }
}
