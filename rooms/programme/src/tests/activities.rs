//! Changing activities and partnerships on the desk.

use super::{Desk, value};
use crate::store;

/// The form of the summit as it stands, with some fields written anew.
async fn summit_form(desk: &Desk, changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, String)> {
    let page = desk.page("activities/summit").await;
    let mut conn = desk.test.app.db.read().await.unwrap();
    let it = store::activity(&mut conn, desk.here.edition.id, "summit").await.unwrap().unwrap();
    let mut fields: Vec<(&'static str, String)> = crate::fields::words(&it).into_iter().collect();
    for (name, value) in &mut fields {
        if let Some((_, new)) = changes.iter().find(|(it, _)| it == name) {
            *value = (*new).to_owned();
        }
    }
    fields.push(("was", value(&page, "was")));
    fields
}

fn lent<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_change_stands_in_the_history_and_can_be_undone() {
    let desk = Desk::open().await;
    let form = summit_form(&desk, &[("title_en", "Youth summit"), ("ends_on", "2025-12-19")]).await;
    desk.act("activities/summit", &lent(&form)).await;

    let page = desk.page("activities/summit").await;
    assert!(page.contains("<h1>Youth summit</h1>"));
    assert!(page.contains("<del><bdi>2025-12-18</bdi></del>") && page.contains("<ins><bdi>2025-12-19</bdi></ins>"));

    desk.act("activities/summit/undo", &[("was", &value(&page, "was"))]).await;
    let page = desk.page("activities/summit").await;
    assert!(page.contains("<h1>Summit</h1>") && page.contains("took back the last change"));
    assert_eq!(desk.journal_lines().await, 2, "the undoing is journalled too");

    desk.act("activities/summit/undo", &[("was", &value(&page, "was"))]).await;
    assert!(desk.page("activities/summit").await.contains("<h1>Youth summit</h1>"), "undoing twice does it again");
}

#[tokio::test]
async fn a_form_that_changes_nothing_leaves_no_trace() {
    let desk = Desk::open().await;
    let form = summit_form(&desk, &[]).await;
    desk.act("activities/summit", &lent(&form)).await;
    assert_eq!(desk.journal_lines().await, 0);
}

#[tokio::test]
async fn everything_wrong_with_a_form_is_said_at_once_and_its_words_are_kept() {
    let desk = Desk::open().await;
    let form = summit_form(
        &desk,
        &[("title_en", ""), ("starts_on", "soon"), ("zone", "Mars/Olympus"), ("title_fr", "Le sommet")],
    )
    .await;
    let answer = desk.send("activities/summit", &lent(&form)).await;
    assert_eq!(answer.status, 422);
    for link in ["href=\"#title_en\"", "href=\"#starts_on\"", "href=\"#zone\""] {
        assert!(answer.text.contains(link), "{link}");
    }
    assert!(answer.text.contains("value=\"Mars/Olympus\"") && answer.text.contains("value=\"Le sommet\""));

    let form = summit_form(&desk, &[("ends_on", "2025-12-01")]).await;
    let answer = desk.send("activities/summit", &lent(&form)).await;
    assert!(answer.status == 422 && answer.text.contains("The last day lies before the first"));
    assert_eq!(desk.journal_lines().await, 0);
}

#[tokio::test]
async fn whoever_is_slower_is_told_and_overwrites_only_knowingly() {
    let desk = Desk::open().await;
    let slow = summit_form(&desk, &[("title_en", "Slow summit")]).await;
    let fast = summit_form(&desk, &[("title_en", "Fast summit")]).await;
    desk.act("activities/summit", &lent(&fast)).await;

    let answer = desk.send("activities/summit", &lent(&slow)).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("<bdi>Fast summit</bdi></dd>"), "what is on record now is shown");
    assert!(answer.text.contains("value=\"Slow summit\""), "what was written is kept");

    let mut again = slow.clone();
    again.retain(|(name, _)| *name != "was");
    again.push(("was", value(&answer.text, "was")));
    desk.act("activities/summit", &lent(&again)).await;
    assert!(desk.page("activities/summit").await.contains("<h1>Slow summit</h1>"));
}

#[tokio::test]
async fn a_given_up_address_leads_on_for_ever() {
    let desk = Desk::open().await;
    desk.act("activities/training/key", &[("key", "course")]).await;
    desk.act("activities/course/key", &[("key", "school")]).await;
    let edition = desk.here.edition.id;
    let mut conn = desk.test.app.db.read().await.unwrap();
    for old in ["training", "course"] {
        let path = desk.here.page(&format!("activities/{old}"));
        let target = store::redirect(&mut conn, &path).await.unwrap();
        assert_eq!(target.as_deref(), Some("/example/2025/activities/school"), "{old}");
    }
    let feed = store::redirect(&mut conn, "/example/2025/activities/training/calendar.ics").await.unwrap();
    assert_eq!(feed.as_deref(), Some("/example/2025/activities/school/calendar.ics"));
    let summit = store::activity(&mut conn, edition, "summit").await.unwrap().unwrap();
    assert_eq!(summit.part_of.as_deref(), Some("school"), "what is a part of it follows");
    drop(conn);

    for (key, status) in [("summit", 422), ("training", 422), ("Not A Key", 422)] {
        assert_eq!(desk.send("activities/north/key", &[("key", key)]).await.status, status, "{key}");
    }
    desk.act("activities/school/key", &[("key", "training")]).await;
    let mut conn = desk.test.app.db.read().await.unwrap();
    assert_eq!(
        store::redirect(&mut conn, "/example/2025/activities/training").await.unwrap(),
        None,
        "back where it was"
    );
    let target = store::redirect(&mut conn, "/example/2025/activities/school").await.unwrap();
    assert_eq!(target.as_deref(), Some("/example/2025/activities/training"));
}

#[tokio::test]
async fn the_prose_of_an_activity_follows_its_new_name() {
    let desk = Desk::open().await;
    desk.act("activities/summit/key", &[("key", "finale")]).await;
    assert!(desk.page("texts/activity-finale").await.contains("What the summit was."));
}

#[tokio::test]
async fn partners_are_added_moved_and_removed_within_their_tier() {
    let desk = Desk::open().await;
    let add = |organisation| {
        [("organisation", organisation), ("role", "partner"), ("activity", "summit"), ("note_en", ""), ("note_fr", "")]
    };
    desk.act("partnerships", &add("ministry")).await;
    desk.act("partnerships", &add("university")).await;
    let partners = || async {
        let mut conn = desk.test.app.db.read().await.unwrap();
        let all = store::partnerships(&mut conn, desk.here.edition.id).await.unwrap();
        all.into_iter().filter(|it| it.role == crate::Role::Partner).collect::<Vec<_>>()
    };
    let names = |all: Vec<crate::Partnership>| all.into_iter().map(|it| it.short.unwrap()).collect::<Vec<_>>();
    assert_eq!(names(partners().await), ["MoE", "UoN"]);

    let second = partners().await[1].id;
    desk.act(&format!("partnerships/{second}/up"), &[]).await;
    assert_eq!(names(partners().await), ["UoN", "MoE"]);
    desk.act(&format!("partnerships/{second}/down"), &[]).await;
    desk.act(&format!("partnerships/{second}/remove"), &[]).await;
    assert_eq!(names(partners().await), ["MoE"]);

    assert_eq!(desk.send("partnerships", &add("ministry")).await.status, 422, "it has this role already");
    let nobody = desk.send("partnerships", &[("organisation", ""), ("role", "kings"), ("activity", "")]).await;
    assert!(
        nobody.status == 422
            && nobody.text.contains("href=\"#organisation\"")
            && nobody.text.contains("href=\"#role\"")
    );
    assert!(desk.page("journal").await.contains("removed a partner or funder"));
}

#[tokio::test]
async fn a_partner_that_was_taken_away_is_put_back_where_it_stood() {
    let desk = Desk::open().await;
    let edition = desk.here.edition.id;
    let all = || async { store::partnerships(&mut desk.test.app.db.read().await.unwrap(), edition).await.unwrap() };
    let exported = || async {
        let mut folder = host::folder::Folder::default();
        let mut conn = desk.test.app.db.read().await.unwrap();
        crate::edition::export(&mut conn, edition, &mut folder).await.unwrap();
        folder
    };
    let before = all().await;
    let (first, folder) = (before.iter().find(|it| it.organisation_id.is_some()).unwrap(), exported().await);
    let (remove, restore) = (format!("partnerships/{}/remove", first.id), format!("partnerships/{}/restore", first.id));
    assert_eq!(desk.send(&restore, &[]).await.status, 404, "it stands");
    desk.act(&remove, &[]).await;
    assert!(all().await.iter().all(|it| it.id != first.id));
    assert!(exported().await != folder, "it is exported no more");
    assert!(desk.page("partnerships").await.contains(&restore));
    let edu = desk.edu().await;
    assert_eq!(desk.test.post(&edu, &desk.here.desk(&restore), &[]).await.status, 404);
    let auditor = desk.test.member("Bao", Some(host::Role::Auditor), Some(edition)).await;
    assert_eq!(desk.test.post(&auditor, &desk.here.desk(&restore), &[]).await.status, 403);

    desk.act(&restore, &[]).await;

    assert!(exported().await == folder, "every row stands where it stood");
    assert!(!desk.page("partnerships").await.contains(&restore));
    assert!(desk.page("journal").await.contains("put a partner or funder back"));
}
