//! The edition at a glance for everybody: where it stands on the clock's day.

use std::sync::Arc;

use agenda::Session;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use host::{App, Ask, Error, Page, Result};
use jiff::Timestamp;
use kernel::Text;
use programme::{Activity, ActivityKind, Aim, Here};
use ui::{Markup, Reader, html};

use super::empty;
use crate::{forwarding, meta, rows, timeline};

/// How many sessions are announced.
const NEXT: usize = 5;

/// The figures that stand on the home page.
const FIGURES: &[&str] =
    &["call.applicants", "training.participants", "webinars.registrations", "speakers.count", "survey.understanding"];

/// What the home page shows.
struct Glance {
    activities: Vec<Activity>,
    sessions: Vec<Session>,
    aims: Vec<Aim>,
    facts: Markup,
    /// The final report, once it is out.
    published: Option<Arc<Out>>,
}

/// A report that is out: what it is called, and where it stands.
struct Out {
    title: Text,
    path: String,
}

impl Out {
    /// The newest final report. A publication is as heavy as all its figures, and this page needs its title.
    async fn newest(app: &App, here: &Here, now: Timestamp) -> Result<Option<Arc<Self>>> {
        let edition = here.edition.id;
        let reading = async {
            let mut conn = app.db.read().await?;
            let newest = report::publication::newest_final(&mut conn, edition, now).await?;
            Ok(newest.map(|it| Arc::new(Self { path: it.path(here), title: it.manifest.0.report.title })))
        };
        let known = app.readings.of(&app.db, format!("{edition} {}", now.as_second() / 60), reading).await?;
        Ok(known.as_ref().clone())
    }
}

/// `/`: the current edition.
pub(super) async fn start(State(app): State<App>, Ask(reader): Ask) -> Result<Page> {
    match Here::current(&app).await? {
        Some(here) => edition(&app, &reader, &here).await,
        None => Ok(empty::page(&app, &reader)),
    }
}

/// The home page of the edition that the address names.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Result<Here>) -> Result<Response> {
    match here {
        Ok(here) => Ok(edition(&app, &reader, &here).await?.into_response()),
        Err(Error::Hidden) => forwarding::follow(&app, &reader).await,
        Err(other) => Err(other),
    }
}

async fn edition(app: &App, reader: &Reader, here: &Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let mut figures = report::key_figures(app, &mut conn, here.scope(reader.now), FIGURES).await?;
    figures.retain(|it| it.is_open(here, reader.now));
    let glance = Glance {
        activities: programme::activities(&mut conn, here.edition.id).await?,
        sessions: agenda::sessions(&mut conn, here.edition.id).await?,
        aims: programme::aims(&mut conn, here.programme.id).await?,
        facts: report::facts(reader, here, &figures),
        published: Out::newest(app, here, reader.now).await?,
    };
    let title = reader.say_with("site-menu-edition", [("edition", here.edition.key.to_string())]);
    let description = reader.text(&here.edition.lede);
    Ok(meta::page(reader, here, &here.path(), &title, description, view(reader, here, &glance)))
}

fn view(reader: &Reader, here: &Here, glance: &Glance) -> Markup {
    let today = here.edition.today(reader.now);
    let next: Vec<&Session> =
        glance.sessions.iter().filter(|it| !it.is_over(reader.now) && !it.is_cancelled()).take(NEXT).collect();
    let (mut past, mut ahead): (Vec<&Activity>, Vec<&Activity>) =
        glance.activities.iter().partition(|it| is_done(it, today));
    past.sort_by_key(|it| it.starts_on);
    ahead.sort_by_key(|it| (it.kind == ActivityKind::Research, it.starts_on));
    html! {
        div.opening {
            p.label { (edition_label(reader, here)) }
            h1 { (reader.words(&here.edition.title)) }
            p.lede { (reader.words(&here.edition.lede)) }
            @if let Some(it) = &glance.published {
                div.buttons {
                    a.button href=(reader.href(&it.path)) { (reader.words(&it.title)) }
                    a href=(reader.href(&here.page("report.pdf"))) { (reader.say("report-file-pdf")) }
                }
            }
        }
        @if let Some(chart) = timeline::draw(reader, here, &glance.activities) { (chart) }
        (glance.facts)
        @if !next.is_empty() {
            section.block aria-labelledby="next" {
                h2 #next { (reader.say("site-next")) }
                ul.rows { @for it in next { (rows::session(reader, here, it, true)) } }
                p.buttons { a href=(reader.href(&here.page("sessions"))) { (reader.say("site-all-sessions")) } }
            }
        }
        @if !ahead.is_empty() {
            section.block aria-labelledby="ahead" {
                h2 #ahead { (reader.say("site-ahead")) }
                ul.rows { @for it in ahead { (rows::activity(reader, here, it, &glance.sessions, &html! {})) } }
            }
        }
        @if !past.is_empty() {
            section.block aria-labelledby="past" {
                h2 #past { (reader.say("site-past")) }
                ul.rows { @for it in past { (rows::activity(reader, here, it, &glance.sessions, &past_tag(reader, here, it, &glance.sessions))) } }
            }
        }
        (aims(reader, here, &glance.aims))
    }
}

/// Whether an activity is over; a study that is only announced never is.
fn is_done(it: &Activity, today: jiff::civil::Date) -> bool {
    it.ends_on < today && !(it.kind == ActivityKind::Research && it.status == programme::model::Status::Planned)
}

fn edition_label(reader: &Reader, here: &Here) -> String {
    reader.say_with(
        "site-edition-label",
        [
            ("edition", here.edition.key.to_string()),
            ("from", reader.month(here.edition.starts_on.month())),
            ("to", reader.month(here.edition.ends_on.month())),
        ],
    )
}

/// What is left of an activity: its recordings, where there are any by now.
fn past_tag(reader: &Reader, here: &Here, it: &Activity, sessions: &[Session]) -> Markup {
    let recorded =
        sessions.iter().any(|session| session.activity_id == it.id && session.recorded_by(reader.now).is_some());
    html! { @if recorded { a.tag href=(reader.href(&here.page("recordings"))) { (reader.say("site-recordings")) } } }
}

fn aims(reader: &Reader, here: &Here, aims: &[Aim]) -> Markup {
    html! {
        @if !aims.is_empty() {
            section.block aria-labelledby="aims" {
                h2 #aims { (reader.say("site-aims")) }
                (aim_list(reader, aims))
                p.buttons { a href=(reader.href(&here.page("about"))) { (reader.say("site-more-about")) } }
            }
        }
    }
}

/// The aims side by side.
pub(super) fn aim_list(reader: &Reader, aims: &[Aim]) -> Markup {
    html! {
        ul.people {
            @for it in aims {
                li {
                    h3 { (reader.words(&it.title)) }
                    p { (reader.words(&it.text)) }
                }
            }
        }
    }
}
