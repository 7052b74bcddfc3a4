//! A chapter in a language: its text beside how it reads, with what is to be mended at its line.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{Act, Actor, App, Ask, Download, Page, Sent, redirect};
use kernel::Language;
use programme::Here;
use serde::Deserialize;
use ui::{
    Markup, Reader, assets,
    form::{self, Filled},
    html,
};

use super::{at, history, mark, proof, report, status, values};
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

    fn path(&self, here: &Here) -> String {
        here.desk(&format!("reports/{}/chapters/{}/{}", self.report, self.chapter, self.lang))
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
) -> host::Result<Page> {
    page(&app, &reader, &actor, &here, &which, None).await
}

/// Saves a chapter; the other buttons show how it would read or put a placeholder in, and write nothing.
pub(super) async fn save(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    if sent.value("do") != "save" {
        actor.may(Act::EditEdition(here.edition.id))?;
        let kept = with_inserted(&sent);
        return Ok(page(&app, &reader, &actor, &here, &which, Some(kept)).await?.into_response());
    }
    match actions::write(&app, &actor, &here, which.parts(), &sent).await? {
        Ok(()) => Ok(redirect(&reader.href(&which.path(&here)))),
        Err(wrong) => {
            let kept = mark(sent, &wrong, "text");
            Ok(page(&app, &reader, &actor, &here, &which, Some(kept)).await?.status(status(&wrong)).into_response())
        }
    }
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

pub(super) async fn undo(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actions::undo(&app, &actor, &here, which.parts(), &sent).await?;
    Ok(redirect(&reader.href(&which.path(&here))))
}

/// How the text that was sent would read, for the script that shows it while one writes; nothing is kept.
pub(super) async fn preview(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    here: Here,
    Path(which): Path<Which>,
    Sent(sent): Sent,
) -> host::Result<Response> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut conn = app.db.read().await?;
    let (report, chapter) = actions::find(&mut conn, &here, &which.report, &which.chapter, which.lang).await?;
    drop(conn);
    let shown = actions::of_form(&chapter, which.lang, &sent);
    let of = Gathered::for_desk(&app, &here, app.clock.now()).await?;
    let proof = proof::of_chapter(&app, &of, &reader.speaking(which.lang), &report, shown);
    let view = proof.view(&reader, which.lang);
    Ok(Download { media_type: "text/html; charset=utf-8", name: None, bytes: view.into_string().into_bytes() }
        .into_response())
}

async fn page(
    app: &App,
    reader: &Reader,
    actor: &Actor,
    here: &Here,
    which: &Which,
    kept: Option<Filled>,
) -> host::Result<Page> {
    actor.may(Act::OpenDesk(here.edition.id))?;
    let language = which.lang;
    let mut conn = app.db.read().await?;
    let (report, chapter) = actions::find(&mut conn, here, &which.report, &which.chapter, language).await?;
    let past = history::of(&mut conn, chapter.id).await?;
    let can_undo = actions::before_last_change(&mut conn, &chapter, language).await?.is_some();
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
            @if can_edit { (editor(reader, here, which, &chapter, kept, &values)) }
            section {
                h2 { (reader.say("report-reads")) }
                p.meta role="status" id="said" {}
                div id="proof" { (proof.view(reader, language)) }
            }
        }
        @if can_edit && can_undo {
            form.one-button method="post" action=(reader.href(&format!("{}/undo", which.path(here)))) {
                input type="hidden" name="was" value=(fields::chapter_digest(&chapter, language));
                button.button.quiet type="submit" { (reader.say("report-undo")) }
            }
        }
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
    here: &Here,
    which: &Which,
    chapter: &Chapter,
    kept: Option<Filled>,
    values: &[values::Group],
) -> Markup {
    let words = fields::chapter_words(chapter, which.lang);
    let digest = fields::chapter_digest(chapter, which.lang);
    // A preview keeps the digest with which the form was opened: saving after it still notices who was faster.
    let was = match &kept {
        Some(sent) if !sent.is_wrong() && !sent.value("was").is_empty() => sent.value("was").to_owned(),
        _ => digest.clone(),
    };
    let clash =
        kept.as_ref().filter(|sent| sent.value("was") != digest).map(|sent| report::clash(reader, &words, sent));
    let filled =
        words.iter().fold(kept.unwrap_or_default(), |filled, (field, words)| filled.with(field, words.clone()));
    html! {
        div data-editor=(assets::EDITOR.path()) data-preview=(reader.href(&format!("{}/preview", which.path(here)))) {
            @if let Some(clash) = clash { (clash) }
            (form::post(reader, &which.path(here), &filled, |form| html! {
                (form.hidden("was", &was))
                (form.line("title", &reader.say("report-field-title"), None, "text", None))
                (form.long_text("text", &reader.say("report-field-text"), Some(&reader.say("report-text-hint")), 24))
                div.buttons {
                    button.button type="submit" name="do" value="save" { (reader.say("report-save")) }
                    button.button.quiet type="submit" name="do" value="preview" { (reader.say("report-preview")) }
                }
                (values::view(reader, values, which.lang))
            }))
        }
    }
}
