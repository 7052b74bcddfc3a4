//! The golden tables that reviewers read: who may pass where, and who may do what.

use std::fmt::Write as _;

use expect_test::expect_file;
use host::{Act, Actor, Role, access::allows, testing::Member};
use kernel::{Id, Language, mark};

use super::{AFTERWARDS, furnished};
use crate::routes;

#[test]
fn every_route_has_its_gate() {
    let mut table = String::new();
    for line in routes().lines() {
        let _ = writeln!(table, "{:4} {:72} {}", line.method, line.path, line.gate);
    }
    expect_file!["../../golden/routes.txt"].assert_eq(&table);
}

fn actor(role: Role, edition: Id<mark::Edition>) -> Actor {
    Actor {
        account: Id::named(&["somebody"]),
        name: String::new(),
        email: "somebody@cast.example".parse().unwrap(),
        language: Language::ENGLISH,
        session: Id::named(&["a browser"]),
        roles: vec![(role, Some(edition))],
    }
}

#[test]
fn who_may_do_what() {
    let (own, foreign) = (Id::named(&["own"]), Id::named(&["foreign"]));
    let mut table = String::from("own edition / another one: x may, . may not\n\n");
    for (act, elsewhere) in Act::on_edition(own).into_iter().zip(Act::on_edition(foreign)) {
        let name = format!("{act:?}");
        let _ = write!(table, "{:20}", name.split('(').next().unwrap());
        for role in Role::ALL {
            let mark = |act| if allows(&actor(role, own), act) { 'x' } else { '.' };
            let _ = write!(table, "  {role} {}/{}", mark(act), mark(elsewhere));
        }
        table.push('\n');
    }
    expect_file!["../../golden/permissions.txt"].assert_eq(&table);
}

/// A path of the route table with its names filled in from the demonstration.
pub(super) fn filled(path: &str) -> String {
    [
        ("{programme}", "science-diplomacy"),
        ("{edition}", "2025"),
        ("{activity}", "training"),
        ("{session}", "malaysia-government"),
        ("{key}", "training.participants"),
        ("{token}", "no-such-token"),
        ("{id}", "00000000-0000-0000-0000-000000000000"),
        ("{account}", "00000000-0000-0000-0000-000000000000"),
        ("{person}", "a0001"),
        ("{text}", "about"),
        ("{letter}", "00000000-0000-0000-0000-000000000000"),
        ("{registration}", "00000000-0000-0000-0000-000000000000"),
        ("{partnership}", "00000000-0000-0000-0000-000000000000"),
        ("{grant}", "00000000-0000-0000-0000-000000000000"),
        ("{*rest}", "no/such/page"),
    ]
    .iter()
    .fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
}

#[tokio::test]
async fn every_route_for_every_member_of_the_cast() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let cast: [(&str, Member); 6] = [
        ("anybody", test.anybody()),
        ("Amina", test.member("Amina", Some(Role::Secretariat), Some(edition)).await),
        ("Bao", test.member("Bao", Some(Role::Reviewer), Some(edition)).await),
        ("Chidi", test.member("Chidi", Some(Role::Participant), Some(edition)).await),
        ("Audra", test.member("Audra", Some(Role::Auditor), Some(edition)).await),
        ("Edu", test.member("Edu", None, None).await),
    ];
    let mut table = String::new();
    for line in routes().lines().iter().filter(|it| it.method == "GET" && !it.path.ends_with("report.pdf")) {
        let path = filled(line.path);
        let _ = write!(table, "{:72}", line.path);
        for (name, member) in &cast {
            let status = test.get(member, &path).await.status;
            assert!(status < 500, "{path} for {name}: {status}");
            let _ = write!(table, "  {name} {status}");
        }
        table.push('\n');
    }
    expect_file!["../../golden/routes-by-cast.txt"].assert_eq(&table);
}

#[tokio::test]
async fn a_stranger_can_send_no_form_of_the_desk() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let edu = test.member("Edu", None, None).await;
    let bao = test.member("Bao", Some(Role::Reviewer), Some(edition)).await;
    for line in routes().lines().iter().filter(|it| it.method == "POST" && it.path.starts_with("/desk")) {
        for who in [&edu, &bao] {
            let answer = test.post(who, &filled(line.path), &[]).await;
            assert_eq!(answer.status, 404, "{} {}", who.name, line.path);
        }
        let anybody = test.post(&test.anybody(), &filled(line.path), &[]).await;
        assert_eq!(anybody.status, 303, "{}", line.path);
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let (test, edition) = furnished(AFTERWARDS).await;
    let amina = test.member("Amina", Some(Role::Secretariat), Some(edition)).await;
    let foreign = axum::http::Request::post("/sign-out").header("sec-fetch-site", "cross-site");
    assert_eq!(test.send(&amina, foreign, axum::body::Body::empty()).await.status, 403);
    let silent = axum::http::Request::post("/sign-out");
    assert_eq!(test.send(&amina, silent, axum::body::Body::empty()).await.status, 403);
}
