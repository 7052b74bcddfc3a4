//! Rows that announce a session or an activity, and people beside what they do: the same wherever they stand.

use agenda::{Session, Speaker};
use jiff::Timestamp;
use programme::{Activity, ActivityKind, Here, Source, model::Mode};
use ui::{Markup, Reader, html};

/// A session as a row of a list: when, what, and the one thing to do about it.
///
/// Among sessions of many activities its own is named.
pub(crate) fn session(reader: &Reader, here: &Here, it: &Session, among_many: bool) -> Markup {
    let assumed = [it.date_source, it.time_source].contains(&Source::Demonstration);
    html! {
        li {
            div {
                (reader.span(it.starts_at, it.ends_at, &it.time_zone()))
                @if assumed { span.zone { (reader.say("programme-assumed")) } }
            }
            div {
                h3 { a href=(reader.href(&session_path(here, it))) { (reader.words(&it.title)) } }
                p.meta { (session_facts(reader, it, among_many)) }
            }
            (session_tag(reader, here, it))
        }
    }
}

/// The path of a session's page.
pub(crate) fn session_path(here: &Here, it: &Session) -> String {
    here.page(&format!("sessions/{}", it.key))
}

/// The path of an activity's page.
pub(crate) fn activity_path(here: &Here, it: &Activity) -> String {
    here.page(&format!("activities/{}", it.key))
}

fn session_facts(reader: &Reader, it: &Session, among_many: bool) -> String {
    let mut facts = Vec::new();
    if among_many {
        facts.push(reader.text(&it.activity_title).to_owned());
    }
    facts.extend(Some(reader.say(it.kind.label())).filter(|kind| kind != reader.text(&it.title)));
    facts.extend(it.topic.as_ref().map(|topic| reader.text(topic).to_owned()));
    facts.extend(it.place.as_ref().map(|place| reader.text(place).to_owned()));
    if it.kind != agenda::SessionKind::OnSite {
        facts.push(reader.say_with("site-minutes", [("minutes", minutes(it.starts_at, it.ends_at).to_string())]));
    }
    facts.join(" · ")
}

fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_second() - from.as_second()) / 60
}

/// What a reader can do about a session, or how it stands.
pub(crate) fn session_tag(reader: &Reader, here: &Here, it: &Session) -> Markup {
    html! {
        @if it.is_cancelled() {
            span.tag { (reader.say("site-cancelled")) }
        } @else if it.recorded_by(reader.now).is_some() {
            a.tag href=(reader.href(&session_path(here, it))) { (reader.say("site-recording")) }
        } @else if it.takes_registrations(reader.now) {
            a.tag.open href=(reader.href(&session_path(here, it))) aria-label=(reader.say_with("site-register-for", [("session", reader.text(&it.title).to_owned())])) {
                (reader.say("site-register"))
            }
        } @else if !it.public {
            span.tag { (reader.say("site-participants-only")) }
        }
    }
}

/// An activity as a row of a list.
pub(crate) fn activity(reader: &Reader, here: &Here, it: &Activity, sessions: &[Session], tag: &Markup) -> Markup {
    html! {
        li {
            div { (when(reader, it)) }
            div {
                h3 { a href=(reader.href(&activity_path(here, it))) { (reader.words(&it.title)) } }
                p.meta { (activity_facts(reader, it, sessions)) }
            }
            (tag)
        }
    }
}

/// When an activity is. What is announced without a date says so.
pub(crate) fn when(reader: &Reader, it: &Activity) -> Markup {
    html! {
        @if it.kind == ActivityKind::Research && it.status == programme::model::Status::Planned {
            span { (reader.say("site-announced")) }
        } @else {
            time datetime=(it.starts_on) { (reader.days(it.starts_on, it.ends_on)) }
        }
    }
}

/// What an activity is and where, in a line.
pub(crate) fn activity_facts(reader: &Reader, it: &Activity, sessions: &[Session]) -> String {
    let mut facts = vec![reader.say(kind(it.kind))];
    facts.extend(mode(it).map(|key| reader.say(key)));
    facts.extend(it.place.as_ref().map(|place| reader.text(place).to_owned()));
    let count = sessions.iter().filter(|session| session.activity_id == it.id && !session.is_cancelled()).count();
    if count > 1 {
        facts.push(reader.said(&kernel::Say::new("site-sessions-count").with("count", count)));
    }
    facts.join(" · ")
}

/// The message that names a kind of activity.
pub(crate) fn kind(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Series => "site-kind-series",
        ActivityKind::Workshop => "site-kind-workshop",
        ActivityKind::Training => "site-kind-training",
        ActivityKind::Simulation => "site-kind-simulation",
        ActivityKind::Summit => "site-kind-summit",
        ActivityKind::Research => "site-kind-research",
    }
}

/// The message that says how people come together; studies bring nobody together.
pub(crate) fn mode(it: &Activity) -> Option<&'static str> {
    match (it.kind, it.mode) {
        (ActivityKind::Research, _) => None,
        (_, mode) => Some(mode_label(mode)),
    }
}

/// The message that names a mode.
pub(crate) fn mode_label(mode: Mode) -> &'static str {
    match mode {
        Mode::Online => "site-mode-online",
        Mode::OnSite => "site-mode-on-site",
        Mode::Hybrid => "site-mode-hybrid",
    }
}

/// People who speak, each once, with everything that they do in these sessions.
pub(crate) fn people(reader: &Reader, here: &Here, speakers: &[&Speaker], sessions: &[Session]) -> Markup {
    let mut once: Vec<&Speaker> = Vec::new();
    for it in speakers {
        if !once.iter().any(|known| known.person_id == it.person_id) {
            once.push(it);
        }
    }
    once.sort_by_key(|it| it.role);
    html! {
        ul.people {
            @for it in once {
                li {
                    p.who {
                        bdi { (it.printed) }
                        @if it.invented { " " span.tag.invented { (reader.say("programme-invented")) } }
                    }
                    @if !it.office.is_empty() { p { (reader.words(&it.office)) } }
                    @else if let Some(name) = &it.organisation { p { bdi { (name) } } }
                    (doings(reader, here, it, speakers, sessions))
                }
            }
        }
    }
}

/// What somebody does: each role once, with the sessions in which they have it unless it is the whole activity.
fn doings(reader: &Reader, here: &Here, person: &Speaker, speakers: &[&Speaker], sessions: &[Session]) -> Markup {
    let theirs: Vec<&Speaker> = speakers.iter().copied().filter(|it| it.person_id == person.person_id).collect();
    let mut roles: Vec<_> = theirs.iter().map(|it| it.role).collect();
    roles.sort_unstable();
    roles.dedup();
    html! {
        @for role in roles {
            p.meta {
                (reader.say(role.label()))
                @for it in theirs.iter().filter(|it| it.role == role) {
                    @if let Some(session) = sessions.iter().find(|session| Some(session.id) == it.session_id) {
                        " · " a href=(reader.href(&session_path(here, session))) { (reader.words(session.topic.as_ref().unwrap_or(&session.title))) }
                    }
                }
            }
        }
    }
}
