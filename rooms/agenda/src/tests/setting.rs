//! The edition in which the stories play.

use host::{
    Assembly, Fact,
    folder::{Findings, Folder},
    post::OutboxLetter,
    testing::TestApp,
};
use programme::Here;

use crate::{edition, jobs::Remind, pages};

const FILES: &[(&str, &str)] = &[
    (
        "sessions.toml",
        r#"[[session]]
key = "north-government"
activity = "north"
kind = "webinar"
title = { en = "The role of government", fr = "Le rôle des pouvoirs publics" }
on = "2025-04-15"
starts = "15:00"
ends = "16:30"
public = true
date_source = "report"
time_source = "demonstration"
recording = "2025-04-22"
capacity = 500

[[session]]
key = "science"
activity = "training"
kind = "webinar"
title = { en = "Science, impacting; \"diplomacy\" & <peace> — with a title long enough that no line of a calendar can hold it", fr = "L’influence de la science" }
topic = { en = "Questions", fr = "Questions ouvertes" }
on = "2025-10-28"
starts = "09:00"
ends = "10:30"
public = true
week = 2
date_source = "report"
time_source = "demonstration"
host = { en = "The ministry", fr = "Le ministère" }
recording = "2025-11-04"
capacity = 2

[[session]]
key = "before-the-change"
activity = "summit"
kind = "on-site"
title = { en = "Before the clocks change", fr = "Avant le changement d’heure" }
on = "2025-10-23"
starts = "09:00"
ends = "10:30"
public = false
date_source = "report"
time_source = "report"

[[session]]
key = "after-the-change"
activity = "summit"
kind = "on-site"
title = { en = "After the clocks changed", fr = "Après le changement d’heure" }
on = "2025-10-28"
starts = "09:00"
ends = "10:30"
public = false
date_source = "report"
time_source = "report"
joining = "https://meet.example/after"
"#,
    ),
    ("speakers.csv", "session,activity,person,role,position,source\n,north,lena,guest-of-honour,1,report\n"),
    ("speakers-invented.csv", "session,activity,person,role,position,source\nscience,,s1,moderator,1,demonstration\n"),
    (
        "registrations.csv",
        "session,person,registered_at,attended_minutes\nnorth-government,g1,2025-04-01T08:00:00Z,75\nnorth-government,g2,2025-04-02T08:00:00Z,\n",
    ),
    (
        "people.csv",
        "key,name,printed,office_en,office_fr,organisation,country,source,consent\nlena,Lena Holm,Dr Lena HOLM,Director,Directrice,ministry,DK,report,published-report\n",
    ),
    (
        "people-invented.csv",
        "key,name,printed,office_en,office_fr,organisation,country,source,consent\ns1,Sok Dara,Ms SOK Dara,Adviser,Conseillère,,KH,demonstration,given\n",
    ),
    (
        "guests.csv",
        "key,name,printed,email,country,organisation,post\ng1,Chidi,Mr CHIDI,chidi@post.example,DK,=Lab,Researcher\ng2,Dalia,Ms DALIA,dalia@post.example,MY,Station,Officer\n",
    ),
    (
        "applicants.csv",
        "key,name,printed,email,country,gender,born_on,group,organisation,post,motivation,language,applied_at\n",
    ),
    ("participations.csv", "activity,person,role,group,since,until\n"),
];

/// The files of this room and of the people that it needs.
pub(super) fn folder() -> Folder {
    let mut folder = programme::sample::folder();
    for (name, text) in FILES {
        folder.put(*name, *text);
    }
    folder
}

/// An installation on this day, with the sample edition in it.
pub(super) async fn open(now: &str) -> (TestApp, Here) {
    let assembly = Assembly {
        follow: |app, tx, fact| {
            Box::pin(async move {
                match fact {
                    Fact::SessionMoved(session) => crate::told_of_move(app, tx, session).await,
                    Fact::SessionCancelled(session) => crate::told_of_cancellation(app, tx, session).await,
                    _ => Ok(()),
                }
            })
        },
        jobs: [host::jobs::runner::<Remind>()].into_iter().collect(),
        ..Assembly::default()
    };
    let test = TestApp::start_as(assembly, pages::routes(), now, true).await;
    let here = programme::sample::open(&test.app).await.unwrap();
    import(&test, &folder()).await;
    (test, here)
}

/// Imports the people and the agenda of a folder.
async fn import(test: &TestApp, folder: &Folder) {
    let (names, mut known, mut findings) =
        (programme::sample::names(), programme::sample::known(), Findings::default());
    let people = people::edition::read(folder, &names, &mut known, &mut findings);
    let agenda = edition::read(folder, &names, &mut known, &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let mut tx = test.app.db.write().await.unwrap();
    people::edition::write(&mut tx, &names, &people).await.unwrap();
    edition::write(&mut tx, &names, &agenda).await.unwrap();
    tx.commit().await.unwrap();
}

/// The letters that were written, newest first.
pub(super) async fn letters(test: &TestApp, here: &Here) -> Vec<OutboxLetter> {
    let mut conn = test.app.db.read().await.unwrap();
    host::post::outbox(&mut conn, here.edition.id, 0, 100).await.unwrap()
}

/// How many are registered for the webinar that is to come.
pub(super) async fn registered(test: &TestApp, here: &Here) -> i64 {
    let mut conn = test.app.db.read().await.unwrap();
    let session = crate::session(&mut conn, here.edition.id, "science").await.unwrap().unwrap();
    crate::store::registered_count(&mut conn, session.id, test.app.clock.now()).await.unwrap()
}

/// The path of the holder's link in a letter.
pub(super) fn link(letter: &OutboxLetter) -> String {
    let at = letter.body.find("/registration/").expect("a link");
    letter.body[at..].split_whitespace().next().unwrap().to_owned()
}
