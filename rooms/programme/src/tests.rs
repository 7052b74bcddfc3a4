//! The room through its front door.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod activities;
mod erasing;
mod figures;
mod folder;
mod gates;
mod organisations;
mod team;
mod texts;

use host::{
    Assembly, Role,
    testing::{Member, TestApp},
};
use kernel::Id;

use crate::{Here, pages, sample};

/// The sample edition's desk, ten days before its training, with Amina in its secretariat.
struct Desk {
    test: TestApp,
    here: Here,
    amina: Member,
}

impl Desk {
    async fn open() -> Self {
        Self::open_as(true).await
    }

    async fn open_as(demonstration: bool) -> Self {
        let test = TestApp::start_as(Assembly::default(), pages::routes(), "2025-10-13T02:00:00Z", demonstration).await;
        let here = sample::open(&test.app).await.unwrap();
        let amina = test.member("Amina", Some(Role::Secretariat), Some(here.edition.id)).await;
        Self { test, here, amina }
    }

    /// Edu runs the secretariat of some other edition, so that only the question in the action stops him.
    async fn edu(&self) -> Member {
        self.test.member("Edu", Some(Role::Secretariat), Some(Id::named(&["elsewhere"]))).await
    }

    async fn page(&self, rest: &str) -> String {
        let answer = self.test.get(&self.amina, &self.here.desk(rest)).await;
        assert_eq!(answer.status, 200, "{rest}");
        answer.text
    }

    async fn send(&self, rest: &str, fields: &[(&str, &str)]) -> host::testing::Answer {
        self.test.post(&self.amina, &self.here.desk(rest), fields).await
    }

    /// Sends a form and expects that it is taken.
    async fn act(&self, rest: &str, fields: &[(&str, &str)]) {
        let answer = self.send(rest, fields).await;
        assert_eq!(answer.status, 303, "{rest}: {}", answer.text);
    }

    /// How many lines the journal has.
    async fn journal_lines(&self) -> usize {
        let mut conn = self.test.app.db.read().await.unwrap();
        host::journal::newest(&mut conn, self.here.edition.id, 0, 1000).await.unwrap().len()
    }
}

/// The value of a hidden field or a line of text on a page.
fn value(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\"")).unwrap();
    let rest = &page[at..];
    let start = rest.find("value=\"").unwrap() + 7;
    rest[start..].split('"').next().unwrap().to_owned()
}
