//! A chapter in a language: its text beside how it reads, with what is to be mended at its line.

use axum::response::{IntoResponse, Response};
use host::{Act, Download, Kept, Page};
use kernel::Language;
use programme::{AtDesk, Here};
use serde::Deserialize;
use ui::{
    Edited, Markup, Reader, assets,
    form::{self, Filled},
    html,
};

use super::{at, history, proof, values};
use crate::{
    document::{Chapter, Report, actions::chapter as actions, fields},
    gather::Gathered,
};

#[derive(Deserialize)]
pub(super) struct Which {
    report: String,
    chapter: String,
    lang: Language,
}

impl Which {
    fn parts(&self) -> (&str, &str, Language) {
        (&self.report, &self.chapter, self.lang)
    }

    fn path(&self) -> String {
        format!("reports/{}/chapters/{}/{}", self.report, self.chapter, self.lang)
    }
}

pub(super) async fn show(desk: AtDesk<Which>) -> host::Result<Page> {
    page(&desk, None).await
}

/// Saves a chapter; the other buttons show how it would read or put a placeholder in, and write nothing.
pub(super) async fn save(desk: AtDesk<Which>) -> host::Result<Response> {
    if desk.sent.value("do") != "save" {
        desk.actor.may(Act::EditEdition(desk.here.edition.id))?;
        return Ok(page(&desk, Some(with_inserted(&desk.sent))).await?.into_response());
    }
    let done = actions::write(&desk.app, &desk.actor, &desk.here, desk.which.parts(), &desk.sent).await?;
    let Err(wrong) = done else { return Ok(desk.to(&desk.which.path())) };
    let kept = Kept::new(desk.sent.clone(), &wrong, "text");
    Ok(page(&desk, Some(kept.filled)).await?.status(kept.status).into_response())
}

/// The form with the placeholder of a pressed button at the end of its text: the way without script.
fn with_inserted(sent: &Filled) -> Filled {
    let inserted = sent.value("insert");
    let text = sent.raw("text");
    let text = match (inserted.is_empty(), text.trim_end()) {
        (true, _) => text.to_owned(),
        (false, "") => format!("{inserted}\n"),
        (false, words) => format!("{words}\n\n{inserted}\n"),
    };
    let kept = |name: &str| (name.to_owned(), sent.raw(name).to_owned());
    Filled::from_pairs(vec![kept("was"), kept("title"), ("text".to_owned(), text)])
}

pub(super) async fn undo(desk: AtDesk<Which>) -> host::Result<Response> {
    actions::undo(&desk.app, &desk.actor, &desk.here, desk.which.parts(), &desk.sent).await?;
    Ok(desk.to(&desk.which.path()))
}

/// How the text that was sent would read, for the script that shows it while one writes; nothing is kept.
pub(super) async fn preview(desk: AtDesk<Which>) -> host::Result<Response> {
    let AtDesk { app, reader, actor, here, which, sent } = &desk;
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let (report, chapter) = actions::find(&mut conn, here, &which.report, &which.chapter, which.lang).await?;
    drop(conn);
    let shown = actions::of_form(&chapter, which.lang, sent);
    let of = Gathered::for_desk(app, here, app.clock.now()).await?;
    let proof = proof::of_chapter(app, &of, &reader.speaking(which.lang), &report, shown);
    let view = proof.view(reader, which.lang);
    Ok(Download { media_type: "text/html; charset=utf-8", name: None, bytes: view.into_string().into_bytes() }
        .into_response())
}

async fn page(desk: &AtDesk<Which>, kept: Option<Filled>) -> host::Result<Page> {
    let AtDesk { app, reader, actor, here, which, .. } = desk;
    actor.may(Act::OpenDesk(here.edition.id))?;
    let language = which.lang;
    let mut conn = app.db.read().await?;
    let (report, chapter) = actions::find(&mut conn, here, &which.report, &which.chapter, language).await?;
    let past = history::of(&mut conn, chapter.id).await?;
    let edited = Edited {
        room: "report",
        path: here.desk(&which.path()),
        words: fields::chapter_words(&chapter, language).into(),
        has_past: actions::before_last_change(&mut conn, &chapter, language).await?.is_some(),
    };
    drop(conn);
    let of = Gathered::for_desk(app, here, app.clock.now()).await?;
    let values = values::all(&of, reader, &reader.speaking(language));
    let shown = kept.as_ref().map_or_else(|| chapter.clone(), |sent| actions::of_form(&chapter, language, sent));
    let proof = proof::of_chapter(app, &of, &reader.speaking(language), &report, shown);
    let can_edit = actor.can(Act::EditEdition(here.edition.id));
    let title = reader.text(&chapter.title).to_owned();
    let content = html! {
        p.label { a href=(reader.href(&at(here, &report.key, ""))) { (reader.words(&report.title)) } }
        h1 { (reader.words(&chapter.title)) }
        (other_languages(reader, here, &report, &chapter, language))
        div.two.even {
            @if can_edit { (editor(reader, &edited, kept, &values, language)) }
            section {
                h2 { (reader.say("report-reads")) }
                p.meta role="status" id="said" {}
                div id="proof" { (proof.view(reader, language)) }
            }
        }
        @if can_edit { (edited.undo(reader)) }
        (history::view(reader, &here.edition.time_zone(), &past))
    };
    Ok(Page::desk(here.edition.id, title, content))
}

fn other_languages(reader: &Reader, here: &Here, report: &Report, chapter: &Chapter, language: Language) -> Markup {
    let path = |it| reader.href(&at(here, &report.key, &format!("chapters/{}/{it}", chapter.key)));
    html! {
        p.buttons {
            @for it in &report.languages.0 {
                @let name = reader.speaking(*it).say("ui-this-language");
                @if *it == language { strong lang=(it) { (name) } } @else { a href=(path(it)) lang=(it) { (name) } }
            }
        }
    }
}

fn editor(
    reader: &Reader,
    edited: &Edited,
    kept: Option<Filled>,
    values: &[values::Group],
    language: Language,
) -> Markup {
    let was = edited.digest_after(kept.as_ref());
    let overtaken = edited.overtaken(reader, kept.as_ref());
    let filled = edited.filled(kept);
    html! {
        div data-editor=(assets::EDITOR.path()) data-preview=(reader.href(&format!("{}/preview", edited.path))) {
            (overtaken)
            (form::post(reader, &edited.path, &filled, |form| html! {
                (form.hidden("was", &was))
                (form.line("title", &reader.say("report-field-title"), None, "text", None))
                (form.long_text("text", &reader.say("report-field-text"), Some(&reader.say("report-text-hint")), 24))
                div.buttons {
                    button.button type="submit" name="do" value="save" { (reader.say("report-save")) }
                    button.button.quiet type="submit" name="do" value="preview" { (reader.say("report-preview")) }
                }
                (values::view(reader, values, language))
            }))
        }
    }
}
