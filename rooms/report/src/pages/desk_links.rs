//! Links to other sites, on the desk's page of findings: where they stand, and the button that has them asked for now.

use axum::{extract::State, response::Response};
use host::{Act, Actor, App, Ask, redirect};
use programme::Here;
use ui::{Markup, Reader, form, html};

use crate::outside::{self, Links, Standing};

/// Has the links asked for now.
pub(super) async fn check(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
) -> host::Result<Response> {
    outside::check_now(&app, &actor, &here).await?;
    Ok(redirect(&reader.href(&here.desk("findings"))))
}

/// Where the links of an edition stand.
pub(super) async fn view(app: &App, reader: &Reader, actor: &Actor, here: &Here) -> host::Result<Markup> {
    let mut conn = app.db.read().await?;
    let links = Links::read(app, &mut conn, here).await?;
    drop(conn);
    let zone = here.edition.time_zone();
    Ok(html! {
        section.block id="links" {
            h2 { (reader.say("report-links")) }
            p.prose { (reader.say("report-links-why")) }
            @if links.all.is_empty() { p.said { (reader.say("report-links-none")) } } @else {
                dl {
                    (counted(reader, &links, "report-links-alive", Standing::Alive))
                    (counted(reader, &links, "report-links-dead", Standing::Dead))
                    (counted(reader, &links, "report-links-unknown", Standing::Unknown))
                    @if let Some(at) = links.ended_at {
                        dt.label { (reader.say("report-links-ended")) }
                        dd { (reader.moment(at, &zone)) }
                    }
                }
            }
            @if links.told().next().is_some() {
                ul {
                    @for it in links.told() {
                        li { a href=(it.url) rel="noreferrer" { (it.url) } ": " (outside::told(reader, it)) }
                    }
                }
            }
            @if let Some(silence) = links.silence { p.said { (reader.say(silence.message())) } }
            @else if links.under_way { p.said { (reader.say("report-links-under-way")) } }
            @else if actor.can(Act::EditEdition(here.edition.id)) {
                (form::button(reader, &here.desk("findings/links"), &reader.say("report-links-check"), true))
            }
        }
    })
}

fn counted(reader: &Reader, links: &Links, label: &'static str, standing: Standing) -> Markup {
    html! {
        dt.label { (reader.say(label)) }
        dd { (reader.number(i64::try_from(links.count(standing)).unwrap_or(i64::MAX))) }
    }
}
