//! What the record lays, as it looks on a page.

use kernel::Say;
use ui::{Markup, Reader, html};

use crate::{
    compose::{
        pieces::{Adopted, EventTold, PillarTold, Quoted, Tier},
        targets::TargetLine,
    },
    elements::{Element, Timetable},
    figures::count,
};

pub(super) fn activities(reader: &Reader, all: &[Element]) -> Markup {
    html! {
        table.stack {
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-activity")) }
                    th scope="col" { (reader.say("report-head-dates")) }
                    th scope="col" { (reader.say("report-head-place")) }
                }
            }
            tbody {
                @for it in all { tr { th scope="row" { (linked(reader, it)) } td { (it.dates) } td { (it.place) } } }
            }
        }
    }
}

/// When, where and with whom.
pub(super) fn particulars(reader: &Reader, it: &Element) -> Markup {
    html! {
        p.meta {
            (it.dates) " · " (it.place)
            @if !it.with.is_empty() { br; (with(reader, it)) }
        }
    }
}

fn with(reader: &Reader, it: &Element) -> Markup {
    html! { (reader.say("report-with")) " " (it.with.join(" · ")) }
}

/// An activity; one without a heading gives its chapter the name, and its particulars stand above all of it.
pub(super) fn element(reader: &Reader, it: &Element, headed: bool) -> Markup {
    html! {
        div.told {
            @if headed { h3 { (linked(reader, it)) } (particulars(reader, it)) }
            (body(reader, it))
            @if !it.parts.is_empty() {
                ul.rows {
                    @for part in &it.parts {
                        li {
                            span { (part.dates) span.zone { (part.place) } }
                            div.told {
                                @if headed { h4 { (linked(reader, part)) } } @else { h3 { (linked(reader, part)) } }
                                @if !part.with.is_empty() { p.meta { (with(reader, part)) } }
                                (body(reader, part))
                            }
                        }
                    }
                }
            }
            @if !it.institutions.is_empty() {
                @if headed { h4 { (reader.say("report-institutions")) } } @else { h3 { (reader.say("report-institutions")) } }
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

/// What it was; who honoured it; its sessions.
fn body(reader: &Reader, it: &Element) -> Markup {
    html! {
        @if !it.summary.is_empty() { div.prose { @for words in &it.summary { p { (words) } } } }
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
pub(super) fn timetable(reader: &Reader, it: &Timetable) -> Markup {
    let title = Say::new("report-timetable-title").with("weeks", it.weeks.len()).with("meetings", it.meetings);
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

pub(super) fn communique(reader: &Reader, it: &Adopted, path: &str) -> Markup {
    html! {
        p { a href=(reader.href(path)) { (it.title) } }
        p.meta {
            (reader.say("report-adopted")) " " (it.adopted)
            @if let Some((day, place)) = &it.presented { " · " (reader.say("report-presented")) " " (day) ", " (place) }
        }
        div.prose { p { (it.preamble) } }
        ol.rows.numbered {
            @for (number, pillar) in (1..).zip(&it.pillars) {
                li {
                    span.number { (reader.number(number)) }
                    div {
                        h3 { (pillar.title) }
                        p.meta {
                            (reader.said(&Say::new("report-recommendations").with("count", count(pillar.recommendations.len()))))
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn recommendations(all: &[PillarTold]) -> Markup {
    html! {
        @for it in all {
            h3 { (it.title) }
            ol.prose start=(it.first) { @for words in &it.recommendations { li { (words) } } }
        }
    }
}

pub(super) fn events(reader: &Reader, all: &[EventTold]) -> Markup {
    html! {
        ul.rows {
            @for it in all {
                li {
                    span { (it.day) span.zone { (it.place) } }
                    div {
                        h3 { (it.title) }
                        p.meta {
                            (it.host)
                            @if !it.audience.is_empty() {
                                " · " (reader.say_with("report-audience-of", [("count", it.audience.trim_end_matches('+').to_owned())]))
                            }
                        }
                        div.prose { p { (it.summary) } }
                    }
                }
            }
        }
    }
}

pub(super) fn quotations(reader: &Reader, all: &[Quoted]) -> Markup {
    html! {
        div.people {
            @for it in all {
                blockquote.quote {
                    p { (it.text) }
                    footer {
                        (reader.say("report-a-participant")) ", " (it.from)
                        @if it.invented { " " span.tag.invented { (reader.say("programme-invented")) } }
                    }
                }
            }
        }
    }
}

pub(super) fn tier(reader: &Reader, it: &Tier) -> Markup {
    html! {
        h3.label { (reader.say(it.title)) }
        @if !it.names.is_empty() {
            ul {
                @for (name, note) in &it.names {
                    li { bdi { (name) } @if !note.is_empty() { " " span.meta { (note) } } }
                }
            }
        }
        @if !it.note.is_empty() { p.meta { (it.note) } }
    }
}

pub(super) fn targets(reader: &Reader, lines: &[TargetLine]) -> Markup {
    let heads = ["report-head-figure", "report-compose-baseline", "report-compose-target", "report-compose-actual"];
    html! {
        table.stack {
            thead {
                tr {
                    @for it in heads { th scope="col" { (reader.say(it)) } }
                    th scope="col" { (reader.say("report-compose-verdict")) }
                }
            }
            tbody {
                @for it in lines {
                    tr {
                        th scope="row" { (it.title) }
                        td { (it.baseline) }
                        td { (it.target) }
                        td { a href=(reader.href(&it.path)) { (it.actual) } }
                        td { (reader.say(it.verdict)) }
                    }
                }
            }
        }
    }
}

pub(super) fn waivers(reader: &Reader, all: &[(String, String)]) -> Markup {
    html! {
        @if all.is_empty() { p { (reader.say("report-compose-no-waivers")) } } @else {
            dl.prose { @for (finding, reason) in all { dt { (finding) } dd { (reason) } } }
        }
    }
}
