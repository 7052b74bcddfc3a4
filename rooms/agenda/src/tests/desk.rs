//! The agenda on the desk.

use host::{
    Role,
    testing::{Member, TestApp},
};
use kernel::Id;
use programme::Here;

use super::setting::{letters, link, open, registered};

const DESK: &str = "/desk/example/2025/sessions";
const REGISTER: &str = "/example/2025/sessions/science/register";

async fn amina(test: &TestApp, here: &Here) -> Member {
    test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await
}

/// Edu runs another edition, so that no gate but the policy alone keeps him out of this one.
async fn edu(test: &TestApp) -> Member {
    test.member("Edu", Some(Role::Secretariat), Some(Id::new())).await
}

fn value(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no field {name}"));
    after.split('"').next().unwrap().to_owned()
}

/// The fields of the form of a session, as the page shows them, with some of them changed.
fn fields<'a>(seen: &'a str, changed: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let standing = [
        ("seen", seen),
        ("title_en", "Science"),
        ("title_fr", "Science et diplomatie"),
        ("topic_en", ""),
        ("topic_fr", ""),
        ("held_on", "2025-10-28"),
        ("starts", "09:00"),
        ("ends", "10:30"),
        ("capacity", "2"),
        ("joining", ""),
        ("recording", "2025-11-04"),
    ];
    standing
        .into_iter()
        .map(|(name, value)| (name, changed.iter().find(|it| it.0 == name).map_or(value, |it| it.1)))
        .collect()
}

async fn guest(test: &TestApp, name: &str, email: &str) {
    let answer = test.post(&test.anybody(), REGISTER, &[("name", name), ("email", email)]).await;
    assert_eq!(answer.status, 303);
}

#[tokio::test]
async fn a_session_that_moves_takes_its_guests_along_and_can_be_moved_back() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let amina = amina(&test, &here).await;
    guest(&test, "Chidi", "chidi@post.example").await;
    let path = format!("{DESK}/science");
    let page = test.get(&amina, &path).await;
    assert_eq!(page.status, 200);
    let seen = value(&page.text, "seen");
    let moved = test
        .post(&amina, &path, &fields(&seen, &[("held_on", "2025-10-29"), ("starts", "10:00"), ("ends", "11:30")]))
        .await;
    assert_eq!((moved.status, moved.location), (303, path.clone()));

    let written = letters(&test, &here).await;
    assert_eq!((written.len(), written[0].kind.as_str()), (2, "agenda.moved"));
    assert!(written[0].body.contains("29 October 2025, 10:00–11:30 in Singapore"), "{}", written[0].body);
    let calendar = written[0].calendar.as_deref().unwrap();
    assert!(calendar.contains("SEQUENCE:1") && calendar.contains("DTSTART:20251029T020000Z"));
    assert_eq!(test.get(&test.anybody(), &link(&written[0])).await.status, 200);

    let again = test.post(&amina, &path, &fields(&seen, &[("title_en", "Mine")])).await;
    assert_eq!(again.status, 409, "somebody changed it since the form was opened");
    assert!(again.text.contains("value=\"Mine\"") && again.text.contains("<del>"));

    let page = test.get(&amina, &path).await;
    let answer = test.post(&amina, &format!("{path}/undo"), &[("seen", &value(&page.text, "seen"))]).await;
    assert_eq!(answer.status, 303);
    let page = test.get(&amina, &path).await;
    assert_eq!(
        (value(&page.text, "held_on"), value(&page.text, "starts")),
        ("2025-10-28".to_owned(), "09:00".to_owned())
    );
    assert_eq!(letters(&test, &here).await.len(), 3);
}

#[tokio::test]
async fn a_form_with_mistakes_keeps_what_was_written_and_changes_nothing() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let amina = amina(&test, &here).await;
    let path = format!("{DESK}/science");
    let seen = value(&test.get(&amina, &path).await.text, "seen");
    let wrong =
        [("title_en", ""), ("held_on", "soon"), ("ends", "08:00"), ("capacity", "-3"), ("joining", "javascript:x")];
    let answer = test.post(&amina, &path, &fields(&seen, &wrong)).await;
    assert_eq!(answer.status, 422);
    for field in ["title_en", "held_on", "ends", "capacity", "joining"] {
        assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert_eq!(value(&test.get(&amina, &path).await.text, "seen"), seen);
}

#[tokio::test]
async fn a_session_that_is_called_off_tells_everybody_who_is_registered() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let amina = amina(&test, &here).await;
    guest(&test, "Chidi", "chidi@post.example").await;
    let path = format!("{DESK}/science/cancel");
    assert!(test.get(&amina, &path).await.text.contains("Registered now: 1"));
    assert_eq!(test.post(&amina, &path, &[]).await.status, 303);
    let written = letters(&test, &here).await;
    assert_eq!(written[0].kind, "agenda.cancelled");
    let calendar = written[0].calendar.as_deref().unwrap();
    assert!(
        calendar.contains("METHOD:CANCEL") && calendar.contains("STATUS:CANCELLED") && calendar.contains("SEQUENCE:1")
    );
    let answer = test.post(&test.anybody(), REGISTER, &[("name", "Bao"), ("email", "bao@post.example")]).await;
    assert_eq!(answer.status, 409);
}

#[tokio::test]
async fn attendance_is_marked_pasted_and_taken_away_as_a_file() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let amina = amina(&test, &here).await;
    let path = format!("{DESK}/north-government");
    let list = test.get(&amina, &format!("{path}/registrations")).await;
    assert!(list.text.contains("Chidi") && list.text.contains("Dalia") && list.text.contains("invented"));
    let half = test
        .post(
            &amina,
            &format!("{path}/attendance"),
            &[("lines", "dalia@post.example, 30\nnobody@post.example, 5\n???")],
        )
        .await;
    assert_eq!(half.status, 422);
    assert!(
        half.text.contains("Line 2: nobody")
            && half.text.contains("Line 3 cannot be read")
            && half.text.contains("dalia@post.example, 30")
    );
    let whole = "Email;Minutes\nDALIA@post.example;30\ndalia@post.example;15\n";
    assert_eq!(test.post(&amina, &format!("{path}/attendance"), &[("lines", whole)]).await.status, 303);

    let csv = test.get(&amina, &format!("{path}/registrations.csv?state=present")).await;
    assert!(csv.media_type.starts_with("text/csv"));
    assert!(
        csv.text.contains("'=Lab") && csv.text.contains("dalia@post.example,MY,Station") && csv.text.contains(",45,"),
        "{}",
        csv.text
    );
    let none = test.get(&amina, &format!("{path}/registrations?q=nobody")).await;
    assert!(none.text.contains("No registration matches"));
}

#[tokio::test]
async fn the_desk_withdraws_somebody_and_tells_them() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let amina = amina(&test, &here).await;
    guest(&test, "Chidi", "chidi@post.example").await;
    let list = test.get(&amina, &format!("{DESK}/science/registrations")).await;
    let at = list.text.find("/withdraw\"").unwrap();
    let path = list.text[..at].rsplit('"').next().unwrap().to_owned() + "/withdraw";
    assert_eq!(test.get(&amina, &path).await.status, 200);
    assert_eq!(test.post(&amina, &path, &[]).await.status, 303);
    assert_eq!(registered(&test, &here).await, 0);
    assert_eq!(letters(&test, &here).await[0].kind, "agenda.withdrawn");
}

#[tokio::test]
async fn the_list_has_every_session_or_those_of_one_activity() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let amina = amina(&test, &here).await;
    let all = test.get(&amina, DESK).await;
    assert_eq!((all.status, all.text.matches("/registrations\"").count()), (200, 4));
    let some = test.get(&amina, &format!("{DESK}?activity=summit")).await;
    assert_eq!(some.text.matches("/registrations\"").count(), 2);
}

#[tokio::test]
async fn edu_sees_nothing_of_the_desk_and_changes_nothing() {
    let (test, here) = open("2025-10-13T02:00:00Z").await;
    let (edu, amina) = (edu(&test).await, amina(&test, &here).await);
    let auditor = test.member("Dalia", Some(Role::Auditor), Some(here.edition.id)).await;
    guest(&test, "Chidi", "chidi@post.example").await;
    let list = test.get(&amina, &format!("{DESK}/science/registrations")).await;
    let at = list.text.find("/withdraw\"").unwrap();
    let withdraw = list.text[..at].rsplit('"').next().unwrap().to_owned() + "/withdraw";
    let path = format!("{DESK}/science");
    let seen = value(&test.get(&amina, &path).await.text, "seen");

    for page in [DESK.to_owned(), path.clone(), format!("{path}/registrations"), format!("{path}/registrations.csv")] {
        assert_eq!(test.get(&edu, &page).await.status, 404, "{page}");
        assert_eq!(test.get(&auditor, &page).await.status, 200, "{page}");
    }
    for page in [format!("{path}/cancel"), format!("{DESK}/north-government/attendance"), withdraw.clone()] {
        assert_eq!(test.get(&edu, &page).await.status, 404, "{page}");
        assert_eq!(test.get(&auditor, &page).await.status, 403, "{page}");
    }
    let form = fields(&seen, &[("title_en", "Edu was here")]);
    let acts: [(String, Vec<(&str, &str)>); 6] = [
        (path.clone(), form),
        (format!("{path}/undo"), vec![("seen", seen.as_str())]),
        (format!("{path}/cancel"), vec![]),
        (format!("{DESK}/north-government/registrations"), vec![]),
        (format!("{DESK}/north-government/attendance"), vec![("lines", "dalia@post.example, 30")]),
        (withdraw, vec![]),
    ];
    for (act, fields) in &acts {
        assert_eq!(test.post(&edu, act, fields).await.status, 404, "{act}");
        assert_eq!(test.post(&auditor, act, fields).await.status, 403, "{act}");
        assert_eq!(test.post(&test.anybody(), act, fields).await.status, 303, "{act}: to sign in");
    }
    assert_eq!(registered(&test, &here).await, 1);
}
