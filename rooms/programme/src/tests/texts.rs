//! The prose of an edition on the desk.

use host::folder::Folder;

use super::{Desk, value};
use crate::{edition, sample};

#[tokio::test]
async fn a_preview_shows_a_text_and_writes_nothing() {
    let desk = Desk::open().await;
    let was = value(&desk.page("texts/outcomes").await, "was");
    let fields = [("do", "preview"), ("was", was.as_str()), ("text_en", "## It **went** well"), ("text_fr", "")];
    let answer = desk.send("texts/outcomes", &fields).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("<h2>It <strong>went</strong> well</h2>"));
    assert!(answer.text.contains("## It **went** well</textarea>"), "what was written is kept");
    assert_eq!(value(&answer.text, "was"), was);
    assert_eq!(desk.journal_lines().await, 0);
}

#[tokio::test]
async fn a_text_is_saved_undone_and_exported_as_it_was() {
    let desk = Desk::open().await;
    let was = value(&desk.page("texts/about").await, "was");
    let fields = [("was", was.as_str()), ("text_en", "New words.\r\n\r\n"), ("text_fr", "Nouveau.")];
    desk.act("texts/about", &fields).await;
    assert!(desk.page("texts").await.contains("2 words") && desk.page("texts").await.contains("1 word<"));
    assert_eq!(desk.send("texts/about", &fields).await.status, 409, "an old form does not overwrite");

    let page = desk.page("texts/about").await;
    assert!(page.contains("<p>New words.</p>"));
    desk.act("texts/about/undo", &[("was", &value(&page, "was"))]).await;
    let mut conn = desk.test.app.db.read().await.unwrap();
    let mut out = Folder::default();
    edition::export(&mut conn, desk.here.edition.id, &mut out).await.unwrap();
    assert_eq!(out, sample::folder());
}

#[tokio::test]
async fn a_text_without_a_place_is_not_there() {
    let desk = Desk::open().await;
    assert_eq!(desk.test.get(&desk.amina, &desk.here.desk("texts/diary")).await.status, 404);
    assert_eq!(desk.send("texts/diary", &[("text_en", "Dear diary")]).await.status, 404);
}

#[tokio::test]
async fn whoever_is_slower_sees_the_text_that_stands_now() {
    let desk = Desk::open().await;
    let was = value(&desk.page("texts/about").await, "was");
    desk.act("texts/about", &[("was", &was), ("text_en", "The faster one."), ("text_fr", "")]).await;

    let slower = desk.send("texts/about", &[("was", &was), ("text_en", "The slower one."), ("text_fr", "")]).await;

    assert_eq!(slower.status, 409);
    let (clash, form) = slower.text.split_once("<form").unwrap();
    assert!(clash.contains("The faster one.") && form.contains("The slower one."), "{}", slower.text);
}
