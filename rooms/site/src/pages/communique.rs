//! The communiqué: its pillars and their numbered recommendations, from the day of its adoption.

use axum::extract::State;
use host::{App, Ask, Error, Found, Page, Result};
use programme::{Communique, Here, Pillar, Recommendation, Source};
use ui::{Markup, Reader, html};

use crate::meta;

/// The communiqué; there is no such page before it was adopted.
pub(super) async fn show(State(app): State<App>, Ask(reader): Ask, here: Here) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let communique = programme::communique(&mut conn, here.edition.id).await?.found()?;
    if communique.adopted_on > here.edition.today(reader.now) {
        return Err(Error::Hidden);
    }
    let pillars = programme::pillars(&mut conn, here.edition.id).await?;
    let recommendations = programme::recommendations(&mut conn, here.edition.id).await?;
    let title = reader.text(&communique.title).to_owned();
    let description = reader.text(&communique.preamble).to_owned();
    let content = view(&reader, &here, &communique, &pillars, &recommendations);
    Ok(meta::page(&reader, &here, &here.page("communique"), &title, &description, content))
}

fn view(
    reader: &Reader,
    here: &Here,
    it: &Communique,
    pillars: &[Pillar],
    recommendations: &[Recommendation],
) -> Markup {
    html! {
        article {
            div.opening {
                p.label { (milestones(reader, here, it)) }
                h1 { (reader.words(&it.title)) }
                @if it.source == Source::Demonstration {
                    p.prose.meta { span.tag.invented { (reader.say("programme-invented")) } " " (reader.say("site-communique-invented")) }
                }
            }
            nav aria-label=(reader.say("site-pillars")) {
                ol.columns { @for pillar in pillars { li { a href={"#" (pillar.key)} { (reader.words(&pillar.title)) } } } }
            }
            div.prose.block { @for part in reader.text(&it.preamble).split("\n\n") { p { (part) } } }
            @for pillar in pillars { (part(reader, pillar, recommendations)) }
        }
    }
}

/// When it was adopted, and where it was presented or will be.
fn milestones(reader: &Reader, here: &Here, it: &Communique) -> String {
    let presented =
        if it.presented_on <= here.edition.today(reader.now) { "site-presented" } else { "site-to-be-presented" };
    let adopted = reader.say_with("site-adopted", [("day", reader.day(it.adopted_on))]);
    let presented = reader.say_with(
        presented,
        [("day", reader.day(it.presented_on)), ("place", reader.text(&it.presented_at).to_owned())],
    );
    format!("{adopted} · {presented}")
}

fn part(reader: &Reader, pillar: &Pillar, recommendations: &[Recommendation]) -> Markup {
    html! {
        section.block id=(pillar.key) {
            h2 { (reader.words(&pillar.title)) }
            ul.rows.numbered {
                @for it in recommendations.iter().filter(|it| it.pillar_id == pillar.id) {
                    li id={"recommendation-" (it.number)} {
                        a.number href={"#recommendation-" (it.number)} aria-label=(reader.say_with("site-recommendation", [("number", it.number.to_string())])) { (it.number) }
                        div.prose {
                            h3 { (reader.words(&it.title)) }
                            p { (reader.words(&it.text)) }
                        }
                    }
                }
            }
        }
    }
}
