//! The record through its front door, on whichever engine `CONVOKE_TEST_DATABASE` names.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    time::Duration,
};

use db::{AsValue, Db, Durability, Json, Migration, sql};
use jiff::Timestamp;
use kernel::{Id, Language, Text};

const BOOK: &[Migration] = &[Migration {
    name: "0001-things",
    text: "create table things (id {uuid} primary key, fine boolean not null, size bigint, weight double precision,
           name text not null constraint one_thing_a_name unique, title {json} not null, made_at {instant}, bytes {bytes})",
}];

/// An address of a fresh database, and the folder that goes with it.
struct Place {
    address: String,
    folder: PathBuf,
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

async fn place() -> Place {
    let name = format!("record_{}", uuid::Uuid::new_v4().simple());
    let folder = std::env::temp_dir().join(&name);
    std::fs::create_dir_all(&folder).unwrap();
    let address = match std::env::var("CONVOKE_TEST_DATABASE") {
        Ok(server) => {
            Db::make_schema(&server, &name).await.unwrap();
            let mark = if server.contains('?') { '&' } else { '?' };
            format!("{server}{mark}options=-csearch_path%3D{name}")
        }
        Err(_) => format!("sqlite:{}", folder.join("record.db").display()),
    };
    Place { address, folder }
}

async fn open(place: &Place) -> Db {
    let db = Db::open(&place.address, Durability::Full).await.unwrap();
    db.migrate(BOOK).await.unwrap();
    db
}

db::row! {
    struct Thing {
        id: Id<()>,
        fine: bool,
        size: Option<i64>,
        weight: Option<f64>,
        name: String,
        title: Text,
        made_at: Option<Timestamp>,
        bytes: Option<Vec<u8>>,
    }
}

async fn put(tx: &mut db::Tx, name: &str) -> db::Result<u64> {
    tx.run(
        sql!("insert into things (id, fine, size, weight, name, title, made_at, bytes) values ($1, true, null, null, $2, $3, null, null)"),
        (&Id::<()>::new(), name, &Text::default()),
    )
    .await
}

async fn names(db: &Db) -> Vec<String> {
    db.read().await.unwrap().values(sql!("select name as value from things order by name"), ()).await.unwrap()
}

#[tokio::test]
async fn what_is_written_is_what_is_read() {
    let place = place().await;
    let db = open(&place).await;
    let id = Id::<()>::new();
    let title = Text::one(Language::ENGLISH, "“Soil” \\ \"air\"").with(Language::FRENCH, "L’air");
    let made_at: Timestamp = "2025-10-26T01:30:00.000001Z".parse().unwrap();
    let mut tx = db.write().await.unwrap();
    tx.run(
        sql!("insert into things (id, fine, size, weight, name, title, made_at, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8)"),
        (&id, &true, &Some(2_231_i64), &Some(0.25), "ងៃ", &title, &Some(made_at), &Some(vec![0_u8, 255])),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();

    let thing: Thing = db
        .read()
        .await
        .unwrap()
        .first(sql!("select * from things where id = $1"), (&id,))
        .await
        .unwrap()
        .expect("the thing");

    assert_eq!((thing.id, thing.fine, thing.size, thing.weight), (id, true, Some(2_231), Some(0.25)));
    assert_eq!((thing.name.as_str(), &thing.title), ("ងៃ", &title));
    assert_eq!((thing.made_at, thing.bytes), (Some(made_at), Some(vec![0, 255])));
}

#[tokio::test]
async fn nothing_is_a_value_of_every_kind() {
    let place = place().await;
    let db = open(&place).await;
    let mut tx = db.write().await.unwrap();
    put(&mut tx, "bare").await.unwrap();
    tx.commit().await.unwrap();

    let thing: Thing =
        db.read().await.unwrap().first(sql!("select * from things"), ()).await.unwrap().expect("the thing");

    assert_eq!((thing.size, thing.weight, thing.made_at, thing.bytes), (None, None, None, None));
    assert_eq!(None::<Json<Text>>.value(), db::Value::Null(db::Kind::Json));
}

#[tokio::test]
async fn a_transaction_that_is_dropped_leaves_no_trace_and_keeps_nobody_waiting() {
    let place = place().await;
    let db = open(&place).await;
    let mut dropped = db.write().await.unwrap();
    put(&mut dropped, "dropped").await.unwrap();
    drop(dropped);
    let mut kept = db.write().await.unwrap();
    put(&mut kept, "kept").await.unwrap();
    tokio::time::timeout(Duration::from_secs(20), kept.commit()).await.expect("an end").unwrap();

    assert_eq!(names(&db).await, ["kept"]);
}

#[tokio::test]
async fn one_who_fails_takes_nobody_along() {
    let place = place().await;
    let db = open(&place).await;
    let writers: Vec<_> = (0..40)
        .map(|number| {
            let db = db.clone();
            tokio::spawn(async move {
                let mut tx = db.write().await.unwrap();
                // Every fourth writes a name twice and is refused.
                put(&mut tx, &format!("{number:02}")).await.unwrap();
                if number % 4 == 0 {
                    let error = put(&mut tx, &format!("{number:02}")).await.unwrap_err();
                    assert!(error.is_duplicate());
                    return;
                }
                tx.commit().await.unwrap();
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }

    let expected: Vec<String> = (0..40).filter(|it| it % 4 != 0).map(|it| format!("{it:02}")).collect();
    assert_eq!(names(&db).await, expected);
}

#[tokio::test]
async fn a_commit_tells_that_what_was_made_from_the_record_is_stale() {
    let place = place().await;
    let db = open(&place).await;
    let before = db.version();
    let mut tx = db.write().await.unwrap();
    put(&mut tx, "new").await.unwrap();
    tx.commit().await.unwrap();
    assert!(db.version() > before);
}

#[tokio::test]
async fn a_page_of_the_book_that_was_changed_is_refused() {
    let place = place().await;
    let db = open(&place).await;
    let changed = [Migration { name: "0001-things", text: "create table things (id {uuid} primary key)" }];
    let error = db.migrate(&changed).await.unwrap_err().to_string();
    assert_eq!(error, "migration 0001-things is not the one that this record was made with; nothing was changed");
    let newer = db.migrate(&[]).await.unwrap_err().to_string();
    assert!(newer.starts_with("this record was opened by a newer Convoke (migration 0001-things)"), "{newer}");
}

/// The program that the tests kill and watch; cargo puts it beside the tests.
fn ledger() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let built = test.parent().and_then(|it| it.parent()).unwrap().join("examples/ledger");
    assert!(built.exists(), "{} is missing: build it with `cargo build -p db --example ledger`", built.display());
    built
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let place = place().await;
    let mut child = Command::new(ledger())
        .args([place.address.as_str(), "full", "100000", "4"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = BTreeSet::new();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for line in lines.by_ref() {
        if let Some(number) = line.unwrap().strip_prefix("ack ") {
            acknowledged.insert(number.parse::<i64>().unwrap());
        }
        if acknowledged.len() >= 60 {
            break;
        }
    }
    // SIGKILL: nothing of the process gets to run after it.
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.extend(lines.map_while(Result::ok).filter_map(|it| it.strip_prefix("ack ")?.parse::<i64>().ok()));

    let db = Db::open(&place.address, Durability::Full).await.unwrap();
    let kept: Vec<i64> = db.read().await.unwrap().values(sql!("select number as value from ledger"), ()).await.unwrap();
    let kept: BTreeSet<i64> = kept.into_iter().collect();

    assert!(acknowledged.len() >= 60);
    assert_eq!(acknowledged.difference(&kept).count(), 0, "every acknowledged line is there");
}

/// Whether, in a trace of system calls, each acknowledgement follows a sync that came after the one before it.
fn every_ack_follows_a_sync(trace: &str) -> bool {
    let mut synced = false;
    let mut acks = 0;
    for line in trace.lines() {
        if line.contains("fsync(") || line.contains("fdatasync(") {
            synced = true;
        } else if line.contains("\"ack ") {
            if !synced {
                return false;
            }
            acks += 1;
            synced = false;
        }
    }
    acks == 12
}

fn trace(durability: &str) -> String {
    let folder = std::env::temp_dir().join(format!("trace-{}", uuid::Uuid::new_v4().simple()));
    std::fs::create_dir_all(&folder).unwrap();
    let trace = folder.join("trace");
    let address = format!("sqlite:{}", folder.join("record.db").display());
    let status = Command::new("strace")
        .args(["-f", "-e", "trace=fsync,fdatasync,write", "-o"])
        .arg(&trace)
        .arg(ledger())
        .args([address.as_str(), durability, "12", "1"])
        .stdout(Stdio::null())
        .status()
        .expect("strace, from the Debian package of that name");
    assert!(status.success());
    let words = std::fs::read_to_string(&trace).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    words
}

#[test]
fn each_acknowledgement_follows_a_sync_to_the_disk() {
    assert!(every_ack_follows_a_sync(&trace("full")));
}

#[test]
fn the_proof_of_durability_fails_where_the_setting_is_off() {
    assert!(!every_ack_follows_a_sync(&trace("relaxed")));
}

#[tokio::test]
async fn names_that_the_journal_noted_plainly_become_erasable() {
    let place = place().await;
    let db = Db::open(&place.address, Durability::Full).await.unwrap();
    db.migrate(&db::book()[..2]).await.unwrap();
    let (amina, bao, entry) = (Id::<()>::new(), Id::<()>::new(), Id::<()>::new());
    let now: Timestamp = "2026-01-05T09:00:00Z".parse().unwrap();
    let mut tx = db.write().await.unwrap();
    for (id, name) in [(&amina, "Amina"), (&bao, "Bao")] {
        tx.run(
            sql!(
                "insert into accounts (id, email, name, language, zone, invented, created_at, ended_at)
                 values ($1, $2, $2, 'en', null, true, $3, null)"
            ),
            (id, name, &now),
        )
        .await
        .unwrap();
    }
    tx.run(
        sql!(
            "insert into grants (id, account_id, role, programme_id, edition_id, deputy_of, granted_by, granted_at, ends_at, ended_at, ended_by)
             values ($1, $2, 'secretariat', null, null, $3, null, $4, null, null, null)"
        ),
        (&Id::<()>::new(), &bao, &amina, &now),
    )
    .await
    .unwrap();
    tx.run(
        sql!(
            "insert into journal (id, at, actor_id, act, subject_kind, subject_id, edition_id)
             values ($1, $2, null, 'journal-programme-role-given', 'account', $3, null)"
        ),
        (&entry, &now, &bao),
    )
    .await
    .unwrap();
    for (field, value) in [("name", "Bao"), ("deputy_of", "Amina"), ("role", "secretariat")] {
        tx.run(
            sql!(
                "insert into journal_values (entry_id, field, was, became, about_id, erased_at) values ($1, $2, null, $3, null, null)"
            ),
            (&entry, field, value),
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();

    db.migrate(db::book()).await.unwrap();

    let mut conn = db.read().await.unwrap();
    let mut about = Vec::new();
    for field in ["name", "deputy_of", "role"] {
        let of: Vec<Option<Id<()>>> =
            conn.values(sql!("select about_id as value from journal_values where field = $1"), (field,)).await.unwrap();
        about.extend(of);
    }
    assert_eq!(about, [Some(bao), Some(amina), None]);
}

#[tokio::test]
async fn what_was_erased_stands_in_the_file_no_more() {
    let place = place().await;
    let db = open(&place).await;
    let Some(file) = db.path().map(std::path::Path::to_owned) else { return };
    let mut tx = db.write().await.unwrap();
    for number in 0..300 {
        put(&mut tx, &format!("a name that nobody may read {number}")).await.unwrap();
    }
    tx.commit().await.unwrap();

    let mut tx = db.write().await.unwrap();
    tx.run(sql!("delete from things where name like '%7'"), ()).await.unwrap();
    for (at, name) in names(&db).await.iter().enumerate() {
        tx.run(sql!("update things set name = $2 where name = $1"), (name, &at.to_string())).await.unwrap();
    }
    tx.commit().await.unwrap();
    db.close().await;

    let bytes = std::fs::read(file).unwrap();
    assert!(!bytes.windows(26).any(|it| it == b"a name that nobody may rea"));
}
