//! One activity: what it is, its sessions, who speaks in it, who carries it.

use std::collections::HashMap;

use agenda::{Session, Speaker};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{App, Ask, Result};
use jiff::civil::Weekday;
use kernel::Text;
use outreach::Quotation;
use programme::{Activity, ActivityKind, Here, Partnership};
use ui::{Markup, Reader, html};

use super::partners;
use crate::{forwarding, meta, rows};

/// What the page of an activity shows.
struct Whole {
    activity: Activity,
    activities: Vec<Activity>,
    sessions: Vec<Session>,
    speakers: Vec<Speaker>,
    partnerships: Vec<Partnership>,
    quotations: Vec<Quotation>,
    prose: Text,
    communique: bool,
}

/// The page of one activity; a name that was given up leads to the new one.
pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> Result<Response> {
    let key = names.get("activity").map_or("", String::as_str);
    let mut conn = app.db.read().await?;
    let activities = programme::activities(&mut conn, here.edition.id).await?;
    let Some(activity) = activities.iter().find(|it| it.key.as_str() == key).cloned() else {
        drop(conn);
        return forwarding::follow(&app, &reader).await;
    };
    let today = here.edition.today(reader.now);
    let edition = here.edition.id;
    let whole = Whole {
        sessions: agenda::sessions(&mut conn, edition)
            .await?
            .into_iter()
            .filter(|it| it.activity_id == activity.id)
            .collect(),
        speakers: agenda::speakers(&mut conn, edition).await?,
        partnerships: programme::partnerships(&mut conn, edition).await?,
        quotations: outreach::quotations(&mut conn, edition, today).await?,
        prose: if activity.ends_on < today {
            programme::prose(&mut conn, edition, &format!("activity-{key}")).await?
        } else {
            Text::default()
        },
        communique: programme::communique(&mut conn, edition).await?.is_some_and(|it| it.adopted_on <= today),
        activity,
        activities,
    };
    let (title, summary) = (reader.text(&whole.activity.title), reader.text(&whole.activity.summary));
    let path = rows::activity_path(&here, &whole.activity);
    Ok(meta::page(&reader, &here, &path, title, summary, view(&reader, &here, &whole)).into_response())
}

fn view(reader: &Reader, here: &Here, whole: &Whole) -> Markup {
    let it = &whole.activity;
    html! {
        div.opening {
            p.label { (reader.say(rows::kind(it.kind))) }
            h1 { (reader.words(&it.title)) }
            p.lede { (reader.words(&it.summary)) }
            (facts(reader, here, whole))
        }
        (prose(reader, &whole.prose))
        (sessions(reader, here, whole))
        (parts(reader, here, whole))
        (speakers(reader, here, whole))
        (quotations(reader, whole))
        (carriers(reader, whole))
    }
}

fn facts(reader: &Reader, here: &Here, whole: &Whole) -> Markup {
    let it = &whole.activity;
    let parent = whole.activities.iter().find(|whole| Some(whole.key.as_str()) == it.part_of.as_deref());
    html! {
        dl.particulars {
            div { dt { (reader.say("site-when")) } dd { (rows::when(reader, it)) } }
            @if let Some(mode) = rows::mode(it) { div { dt { (reader.say("site-how")) } dd { (reader.say(mode)) } } }
            @if let Some(place) = it.place.as_ref().filter(|it| !it.is_empty()) { div { dt { (reader.say("site-where")) } dd { (reader.words(place)) } } }
            @if let Some(country) = it.country { div { dt { (reader.say("site-country")) } dd { (reader.country(country)) } } }
            @if let Some(parent) = parent {
                div { dt { (reader.say("site-part-of")) } dd { a href=(reader.href(&rows::activity_path(here, parent))) { (reader.words(&parent.title)) } } }
            }
            @if it.kind == ActivityKind::Summit && whole.communique {
                div { dt { (reader.say("site-outcome")) } dd { a href=(reader.href(&here.page("communique"))) { (reader.say("site-menu-communique")) } } }
            }
            @if !whole.sessions.is_empty() {
                div {
                    dt { (reader.say("site-calendar")) }
                    dd { a href=(reader.href(&here.page(&format!("activities/{}/calendar.ics", it.key)))) { (reader.say("site-calendar-of-activity")) } }
                }
            }
        }
    }
}

fn prose(reader: &Reader, prose: &Text) -> Markup {
    let (language, words) = prose.best(reader.language);
    html! { @if !words.is_empty() { div.prose.block lang=[(language != reader.language).then_some(language)] { (ui::markdown(words)) } } }
}

/// The sessions: as a timetable of weeks where they have weeks, as rows otherwise.
fn sessions(reader: &Reader, here: &Here, whole: &Whole) -> Markup {
    let weekly = !whole.sessions.is_empty() && whole.sessions.iter().all(|it| it.week.is_some());
    html! {
        @if weekly {
            section.block {
                h2 #sessions { (reader.say("site-timetable")) }
                (timetable(reader, here, &whole.sessions))
            }
        } @else if !whole.sessions.is_empty() {
            section.block aria-labelledby="sessions" {
                h2 #sessions { (reader.say("site-menu-sessions")) }
                ul.rows { @for it in &whole.sessions { (rows::session(reader, here, it, false)) } }
            }
        }
    }
}

fn timetable(reader: &Reader, here: &Here, sessions: &[Session]) -> Markup {
    let mut weekdays: Vec<Weekday> = sessions.iter().map(|it| it.held_on.weekday()).collect();
    weekdays.sort_by_key(|it| it.to_monday_zero_offset());
    weekdays.dedup();
    let mut weeks: Vec<i64> = sessions.iter().filter_map(|it| it.week).collect();
    weeks.sort_unstable();
    weeks.dedup();
    let name = |weekday: Weekday| {
        sessions.iter().find(|it| it.held_on.weekday() == weekday).map(|it| reader.weekday(it.held_on))
    };
    html! {
        div.scroll tabindex="0" role="region" aria-labelledby="sessions" {
            table.stack {
                thead {
                    tr {
                        th scope="col" { (reader.say("site-week")) }
                        @for &weekday in &weekdays { th scope="col" { (name(weekday).unwrap_or_default()) } }
                    }
                }
                tbody {
                    @for week in weeks {
                        tr {
                            th scope="row" { (reader.said(&kernel::Say::new("site-week-number").with("week", week))) }
                            @for &weekday in &weekdays {
                                td { @for it in sessions.iter().filter(|it| it.week == Some(week) && it.held_on.weekday() == weekday) { (cell(reader, here, it)) } }
                            }
                        }
                    }
                }
            }
        }
        @if sessions.iter().any(|it| it.time_source == programme::Source::Demonstration) {
            p.source { (reader.say("site-times-assumed")) }
        }
    }
}

fn cell(reader: &Reader, here: &Here, it: &Session) -> Markup {
    html! {
        p { a href=(reader.href(&rows::session_path(here, it))) { (reader.words(&it.title)) } }
        p.meta { (reader.say(it.kind.label())) }
        p.meta { (reader.span(it.starts_at, it.ends_at, &it.time_zone())) }
        (rows::session_tag(reader, here, it))
    }
}

fn parts(reader: &Reader, here: &Here, whole: &Whole) -> Markup {
    let key = whole.activity.key.as_str();
    let parts: Vec<&Activity> = whole.activities.iter().filter(|it| it.part_of.as_deref() == Some(key)).collect();
    html! {
        @if !parts.is_empty() {
            section.block aria-labelledby="parts" {
                h2 #parts { (reader.say("site-parts")) }
                ul.rows {
                    @for it in parts {
                        li {
                            div { (rows::when(reader, it)) }
                            div {
                                h3 { a href=(reader.href(&rows::activity_path(here, it))) { (reader.words(&it.title)) } }
                                p { (reader.words(&it.summary)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn speakers(reader: &Reader, here: &Here, whole: &Whole) -> Markup {
    let speakers: Vec<&Speaker> =
        whole.speakers.iter().filter(|it| speaks_in(it, &whole.activity, &whole.sessions)).collect();
    html! {
        @if !speakers.is_empty() {
            section.block aria-labelledby="speakers" {
                h2 #speakers { (reader.say("site-speakers-of-activity")) }
                (rows::people(reader, here, &speakers, &whole.sessions))
            }
        }
    }
}

/// Whether somebody speaks in an activity as a whole, or in one of its sessions.
pub(super) fn speaks_in(it: &Speaker, activity: &Activity, sessions: &[Session]) -> bool {
    it.activity_id == Some(activity.id)
        || sessions.iter().any(|session| session.activity_id == activity.id && Some(session.id) == it.session_id)
}

fn quotations(reader: &Reader, whole: &Whole) -> Markup {
    let theirs: Vec<&Quotation> = whole.quotations.iter().filter(|it| it.activity_id == whole.activity.id).collect();
    html! {
        @if !theirs.is_empty() {
            section.block aria-labelledby="voices" {
                h2 #voices { (reader.say("site-voices")) }
                div.prose {
                    @for it in theirs {
                        blockquote.quote {
                            p { (reader.words(&it.text)) }
                            p.meta {
                                (reader.say_with("site-voice-from", [("country", reader.country(it.country))]))
                                @if it.is_invented() { " " span.tag.invented { (reader.say("programme-invented")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn carriers(reader: &Reader, whole: &Whole) -> Markup {
    let theirs: Vec<&Partnership> =
        whole.partnerships.iter().filter(|it| it.activity_id == Some(whole.activity.id)).collect();
    html! {
        @if !theirs.is_empty() {
            section.block aria-labelledby="partners" {
                h2 #partners { (reader.say("site-partners-of-activity")) }
                (partners::by_role(reader, &theirs))
            }
        }
    }
}
