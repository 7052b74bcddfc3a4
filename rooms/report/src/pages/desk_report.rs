//! A report from the press: its draft as a PDF in each language, and what the press found to mend.

use std::collections::HashMap;

use axum::extract::{Path, State};
use host::{Act, Actor, App, Ask, Found, Page};
use kernel::{Language, Say};
use press::{Finding, Matter, Place};
use programme::Here;
use ui::{Markup, Reader, html};

use crate::{
    document,
    figures::count,
    print::{Edition, proof},
};

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(names): Path<HashMap<String, String>>,
) -> host::Result<Page> {
    let edition = here.edition.id;
    actor.may(Act::OpenDesk(edition))?;
    let key = names.get("report").found()?;
    let mut conn = app.db.read().await?;
    let report = document::report(&mut conn, edition, key).await?.found()?;
    drop(conn);
    let title = reader.text(&report.title).to_owned();
    let mut proofs = Vec::new();
    for language in report.languages.0.iter().filter(|it| reader.languages().contains(it)) {
        proofs.push((*language, proof(&app, &here, &reader.speaking(*language), key).await?));
    }
    let content = html! {
        p.meta { a href=(reader.href(&here.desk(&format!("reports/{key}")))) { (title) } }
        h1 { (reader.say("report-compose-printed")) }
        @for (language, printed) in &proofs {
            section.block {
                h2 lang=(language) { (reader.speaking(*language).say("ui-this-language")) }
                @match printed {
                    Ok(edition) => { (document(&reader, &here, key, *language, edition)) }
                    Err(why) => {
                        div.clash {
                            p { strong { (reader.say("report-not-printed-desk")) } }
                            (findings(&reader, &why.findings))
                        }
                    }
                }
            }
        }
    };
    Ok(Page::desk(edition, title, content))
}

fn document(reader: &Reader, here: &Here, key: &str, language: Language, edition: &Edition) -> Markup {
    let say = Say::new("report-pdf-of")
        .with("pages", edition.pages)
        .with("size", reader.number(count(edition.pdf.len() / 1024)));
    html! {
        p { a href=(reader.href_in(language, &here.desk(&format!("reports/{key}/draft.pdf")))) { (reader.said(&say)) } }
        @for it in &edition.remarks { p.said { (reader.said(it)) } }
        @if edition.findings.is_empty() { p.meta { (reader.say("report-nothing-to-mend")) } } @else {
            (findings(reader, &edition.findings))
        }
    }
}

/// What to mend, each with its place: the value's path in the data, or the line of a template.
fn findings(reader: &Reader, findings: &[Finding]) -> Markup {
    html! {
        ul {
            @for it in findings {
                li {
                    @match &it.matter {
                        Matter::NoGlyph(letter) => {
                            (reader.say_with("report-no-glyph", [
                                ("letter", letter.to_string()), ("code", format!("U+{:04X}", u32::from(*letter))),
                            ]))
                        }
                        Matter::Typesetting { said, .. } => { span lang="en" { (said) } }
                    }
                    " " code { (place(&it.place)) }
                }
            }
        }
    }
}

fn place(place: &Place) -> String {
    match place {
        Place::Line { file, line, column } => format!("{file}:{line}:{column}"),
        Place::Value { file, pointer } => format!("{file} {pointer}"),
        Place::Document => String::new(),
    }
}
