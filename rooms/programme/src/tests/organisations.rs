//! Organisations that are not in the folder yet.

use super::{Desk, value};
use crate::store;

/// An academy, as the form sends it.
const ACADEMY: [(&str, &str); 6] = [
    ("name", "Academy of Sciences of the North"),
    ("name_fr", "Académie des sciences du Nord"),
    ("short", "ASN"),
    ("key", "asn"),
    ("kind", "society"),
    ("country", ""),
];

impl Desk {
    async fn organisations(&self) -> Vec<String> {
        let mut conn = self.test.app.db.read().await.unwrap();
        let all = store::organisations(&mut conn, self.here.edition.id).await.unwrap();
        all.into_iter().map(|it| it.key.into()).collect()
    }

    /// Takes the last addition back; the status that this was answered with.
    async fn undo_organisation(&self) -> u16 {
        let page = self.page("partnerships").await;
        let rest = page.split("organisations/undo").nth(1).expect("the button");
        self.send("partnerships/organisations/undo", &[("was", &value(rest, "was"))]).await.status
    }
}

#[tokio::test]
async fn an_organisation_that_was_added_can_be_a_partner_and_stands_in_the_folder() {
    let desk = Desk::open().await;
    let before = desk.organisations().await;
    desk.act("partnerships/organisations", &ACADEMY).await;
    assert_eq!(desk.organisations().await, [before.as_slice(), &["asn".to_owned()]].concat());
    let partner = [("organisation", "asn"), ("role", "partner"), ("activity", "summit")];
    desk.act("partnerships", &partner).await;
    assert!(desk.page("partnerships").await.contains("Academy of Sciences of the North"));

    let mut folder = host::folder::Folder::default();
    let mut conn = desk.test.app.db.read().await.unwrap();
    crate::edition::export(&mut conn, desk.here.edition.id, &mut folder).await.unwrap();
    let written = String::from_utf8_lossy(&folder.0["organisations.csv"]).into_owned();
    let row = "asn,Academy of Sciences of the North,Académie des sciences du Nord,ASN,,society,here";
    assert!(written.contains(row), "{written}");
    assert_eq!(desk.undo_organisation().await, 409, "somebody refers to it by now");
    assert!(!desk.page("partnerships").await.contains('⟦') && !desk.page("journal").await.contains('⟦'));
}

#[tokio::test]
async fn an_addition_is_taken_back_and_done_again_and_nothing_later_is_lost() {
    let desk = Desk::open().await;
    let before = desk.organisations().await;
    desk.act("partnerships/organisations", &ACADEMY).await;
    assert_eq!(desk.undo_organisation().await, 303);
    assert_eq!(desk.organisations().await, before);
    assert_eq!(desk.undo_organisation().await, 303);
    assert_eq!(desk.organisations().await.len(), before.len() + 1);

    let page = desk.page("partnerships").await;
    let early = value(page.split("organisations/undo").nth(1).unwrap(), "was");
    let school = [("name", "School of the South"), ("key", "school"), ("kind", "university")];
    desk.act("partnerships/organisations", &school).await;
    assert_eq!(desk.send("partnerships/organisations/undo", &[("was", &early)]).await.status, 409);
    assert_eq!(desk.organisations().await.len(), before.len() + 2);
}

#[tokio::test]
async fn an_organisation_that_is_known_or_has_no_name_is_refused_and_its_form_kept() {
    let desk = Desk::open().await;
    let known = desk.organisations().await;
    let twice = [("name", ""), ("key", known[0].as_str()), ("kind", "circus"), ("country", "Atlantis")];
    let answer = desk.send("partnerships/organisations", &twice).await;
    assert_eq!(answer.status, 422);
    for field in ["name", "key", "kind", "country"] {
        assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert_eq!(desk.organisations().await, known);
}

#[tokio::test]
async fn a_stranger_adds_no_organisation() {
    let desk = Desk::open().await;
    desk.act("partnerships/organisations", &ACADEMY).await;
    let page = desk.page("partnerships").await;
    let was = value(page.split("organisations/undo").nth(1).unwrap(), "was");
    let (edu, edition) = (desk.edu().await, desk.here.edition.id);
    let auditor = desk.test.member("Bao", Some(host::Role::Auditor), Some(edition)).await;
    let before = desk.organisations().await;
    for rest in ["partnerships/organisations", "partnerships/organisations/undo"] {
        let fields = [("name", "School"), ("key", "school"), ("kind", "university"), ("was", was.as_str())];
        assert_eq!(desk.test.post(&edu, &desk.here.desk(rest), &fields).await.status, 404, "{rest}");
        assert_eq!(desk.test.post(&auditor, &desk.here.desk(rest), &fields).await.status, 403, "{rest}");
    }
    assert_eq!(desk.organisations().await, before);
}
