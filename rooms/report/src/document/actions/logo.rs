//! Putting a picture of one's own on a cover, and taking it off again; both can be taken back as any change of the look.

use db::Json;
use host::{Act, Actor, App, Result};
use kernel::{Language, Text};
use programme::Here;
use ui::form::Filled;

use super::{
    Done, refused,
    report::{CHANGED, as_opened, write},
};
use crate::document::{
    DocumentRefusal, Look, Report,
    logo::{self, Picture},
};

/// What stands on a cover once its picture is taken off: the organiser's name.
const BUILT_IN: &str = "wordmark";

/// Puts a picture on the cover of a report, with the words that say what it shows.
pub async fn put(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled, bytes: Vec<u8>) -> Done {
    actor.may(Act::EditEdition(here.edition.id))?;
    let picture = match Picture::of(&bytes) {
        Ok(picture) => picture,
        Err(why) => return refused(DocumentRefusal::NoLogo(why)),
    };
    let text = Text::default()
        .with(Language::ENGLISH, sent.value("logo_text_en"))
        .with(Language::FRENCH, sent.value("logo_text_fr"));
    if text.is_empty() {
        return refused(DocumentRefusal::NoLogoText);
    }
    let mut tx = app.db.write().await?;
    let (was, chapters) = as_opened(&mut tx, here, key, sent).await?;
    let name = format!("{}-{}-{}", here.edition.key, was.key, picture.file());
    let file = app.files.keep(&mut tx, &name, picture.media_type(), bytes, Some(actor.account)).await?;
    let became = wearing(&was, logo::word(file, picture), text);
    write(&mut tx, actor, CHANGED, (&was, &chapters), (&became, &chapters)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes the picture off the cover; the organiser's name stands there again.
pub async fn take_off(app: &App, actor: &Actor, here: &Here, key: &str, sent: &Filled) -> Result<()> {
    actor.may(Act::EditEdition(here.edition.id))?;
    let mut tx = app.db.write().await?;
    let (was, chapters) = as_opened(&mut tx, here, key, sent).await?;
    if was.look.0.picture().is_some() {
        let became = wearing(&was, BUILT_IN.to_owned(), Text::default());
        write(&mut tx, actor, CHANGED, (&was, &chapters), (&became, &chapters)).await?;
    }
    Ok(tx.commit().await?)
}

fn wearing(was: &Report, logo: String, logo_text: Text) -> Report {
    let look = Look { logo: Some(logo), logo_text, ..was.look.0.clone() };
    Report { look: Json(look), ..was.clone() }
}
