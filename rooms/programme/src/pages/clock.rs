//! The demonstration's clock: one button for each named day.

use axum::{extract::State, response::Response};
use host::{Act, Actor, App, Ask, Error, Page, Sent, redirect};
use maud::{Markup, html};
use ui::Reader;

use crate::{Here, actions, model::NamedDay, store};

pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, actor: Actor, here: Here) -> host::Result<Page> {
    actor.may(Act::SetClock(here.edition.id))?;
    if !app.demonstration {
        return Err(Error::Hidden);
    }
    let mut conn = app.db.read().await?;
    let days = store::named_days(&mut conn, here.edition.id).await?;
    Ok(Page::desk(here.edition.id, reader.say("programme-clock"), view(&app, &reader, &here, &days)))
}

pub(super) async fn set(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actions::clock::set(&app, &actor, &here, sent.value("day")).await?;
    Ok(redirect(&reader.href(&here.desk("clock"))))
}

fn view(app: &App, reader: &Reader, here: &Here, days: &[NamedDay]) -> Markup {
    let zone = here.edition.time_zone();
    html! {
        h1 { (reader.say("programme-clock")) }
        div.prose {
            p { (reader.say("programme-clock-why")) }
            p { (reader.say("programme-clock-now")) " " strong { (reader.moment(app.clock.now(), &zone)) } }
        }
        ol.rows {
            @for day in days {
                li {
                    (reader.moment(day.at, &zone))
                    h2 { (reader.words(&day.name)) }
                    @if day.at == app.clock.now() {
                        span.tag.open { (reader.say("programme-clock-shown")) }
                    } @else {
                        form.one-button method="post" action=(reader.href(&here.desk("clock"))) {
                            input type="hidden" name="day" value=(day.key);
                            button.button.quiet type="submit" {
                                (reader.say_with("programme-clock-set", [("day", reader.text(&day.name).to_owned())]))
                            }
                        }
                    }
                }
            }
        }
    }
}
