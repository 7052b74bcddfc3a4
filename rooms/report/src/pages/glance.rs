//! The edition at a glance: where we are, what happens next, what waits, what the figures say.

use agenda::Session;
use axum::extract::State;
use db::Conn;
use host::{Act, Actor, App, Ask, Page};
use jiff::{Timestamp, ToSpan, civil::Date};
use kernel::{Id, Say, mark};
use outreach::LetterState;
use programme::Here;
use ui::{Markup, Reader, html};

use super::desk_figures;
use crate::{Figure, document, drawings, figures::count, findings, gather::Gathered, model};

/// How many sessions of those to come are shown.
const NEXT: usize = 5;
/// Within how many days a session needs its joining link.
const SOON: i64 = 7;

/// One thing that somebody should see to, and where.
struct Waiting {
    say: Say,
    path: String,
}

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let now = app.clock.now();
    let of = Gathered::read(&app, &here, now, &model::all()).await?;
    let mut conn = app.db.read().await?;
    let registered = agenda::counts(&mut conn, edition, now).await?;
    let to_come: Vec<&Session> = of.sessions.iter().filter(|it| it.starts_at > now && !it.is_cancelled()).collect();
    let mut waiting = waiting(&mut conn, &of, &to_come).await?;
    drop(conn);
    waiting.extend(open_findings(&app, &here, &reader).await?);
    let known = |id: Id<mark::Session>| registered.iter().find(|it| it.session_id == id).map_or(0, |it| it.registered);
    let counted: Vec<Figure> = of.figures.iter().filter(|it| it.counting || it.value.is_some()).cloned().collect();
    let title = reader.say("report-glance");
    let content = html! {
        h1 { (title) }
        p.lede { (reader.said(&phase(&reader, &here, &of, &to_come))) }
        div.two {
            div {
                h2 { (reader.say("report-next")) }
                @if to_come.is_empty() { p { (reader.say("report-nothing-to-come")) } } @else {
                    (next(&reader, &here, &to_come, known))
                }
            }
            div {
                h2 { (reader.say("report-waits")) }
                @if waiting.is_empty() { p { (reader.say("report-nothing-waits")) } } @else {
                    ul { @for it in &waiting { li.clash { a href=(reader.href(&it.path)) { (reader.said(&it.say)) } } } }
                }
            }
        }
        section.block {
            h2 { (reader.say("report-key-figures")) }
            (desk_figures::table(&reader, &here, &counted))
        }
        @if let Some(bars) = drawings::balance(&of, &reader) { (bars.draw()) }
    };
    Ok(Page::desk(edition, title, content))
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// Where the edition stands on the clock's day.
fn phase(reader: &Reader, here: &Here, of: &Gathered, to_come: &[&Session]) -> Say {
    let (today, edition) = (of.today, &here.edition);
    let say = |key| Say::new(key).with("today", reader.full_day(today));
    if today < edition.starts_on {
        say("report-phase-before").with("days", days_between(today, edition.starts_on))
    } else if let Some(next) = to_come.first() {
        say("report-phase-during")
            .with("days", days_between(today, next.held_on))
            .with("session", reader.text(&next.title))
    } else if today <= edition.ends_on {
        say("report-phase-closing").with("days", days_between(today, edition.ends_on))
    } else {
        let out = edition.reported_at.filter(|it| *it <= of.now);
        match (out, edition.expected_on(of.now)) {
            (Some(at), _) => say("report-phase-reported").with("day", reader.day(edition.today(at))),
            (None, Some(day)) => say("report-phase-writing").with("days", days_between(today, day)),
            (None, None) => say("report-phase-over").with("day", reader.day(edition.ends_on)),
        }
    }
}

fn next(reader: &Reader, here: &Here, to_come: &[&Session], registered: impl Fn(Id<mark::Session>) -> i64) -> Markup {
    html! {
        table.stack {
            thead {
                tr {
                    th scope="col" { (reader.say("report-head-session")) }
                    th scope="col" { (reader.say("report-when")) }
                    th scope="col" { (reader.say("report-head-registered")) }
                }
            }
            tbody {
                @for it in to_come.iter().take(NEXT) {
                    tr {
                        th scope="row" {
                            a href=(reader.href(&here.desk(&format!("sessions/{}", it.key)))) { (reader.words(&it.title)) }
                            " " span.meta { (reader.say(it.kind.label())) }
                        }
                        td { (reader.span(it.starts_at, it.ends_at, &it.time_zone())) }
                        td {
                            @if it.public { (reader.number(registered(it.id))) } @else {
                                span.meta { (reader.say("report-participants-only")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What waits for somebody, the most urgent first; nothing that does not.
async fn waiting(conn: &mut Conn, of: &Gathered, to_come: &[&Session]) -> host::Result<Vec<Waiting>> {
    let here = &of.here;
    let letters = outreach::letters_by_state(conn, here.edition.id).await?;
    let bounced = outreach::bounced_addresses(conn, here.edition.id).await?.len();
    let of_state = |state| letters.iter().find(|it| it.state == state).map_or(0, |it| it.letters);
    let soon = of.now.checked_add((SOON * 24).hours()).unwrap_or(Timestamp::MAX);
    let without_link = to_come.iter().filter(|it| it.starts_at < soon && it.public && it.joining.is_none()).count();
    let speaks = |session: &Session| {
        of.speakers.iter().any(|it| it.session_id == Some(session.id) || it.activity_id == Some(session.activity_id))
    };
    let without_speakers = to_come.iter().filter(|it| it.public && !speaks(it)).count();
    let lines = [
        ("report-waits-given-up", of_state(LetterState::GivenUp), "outbox?state=given-up"),
        ("report-waits-no-link", count(without_link), "sessions"),
        ("report-waits-no-speakers", count(without_speakers), "sessions"),
        ("report-waits-bounced", count(bounced), "outbox/bounces"),
        ("report-waits-letters", of_state(LetterState::Waiting), "outbox?state=waiting"),
    ];
    let lines = lines.into_iter().filter(|(_, many, _)| *many > 0);
    Ok(lines
        .map(|(key, many, path)| Waiting { say: Say::new(key).with("count", many), path: here.desk(path) })
        .collect())
}

/// The findings that stand open in reports that are to be published.
async fn open_findings(app: &App, here: &Here, reader: &Reader) -> host::Result<Vec<Waiting>> {
    let counts = findings::open_counts(app, here, reader).await?;
    let waiting = |(report, open): (document::Report, usize)| Waiting {
        say: Say::new("report-waits-findings").with("count", open).with("report", reader.text(&report.title)),
        path: here.desk(&format!("reports/{}/findings", report.key)),
    };
    // What is kept as evidence waits for nobody.
    Ok(counts.into_iter().filter(|(report, _)| report.publishable).map(waiting).collect())
}
