//! Writes numbered lines and says each only once it is durable: what the tests kill and watch.
//!
//! `ledger ADDRESS full|relaxed COUNT WRITERS`

use std::io::Write;

use db::{Db, Durability, Migration, sql};

const BOOK: &[Migration] =
    &[Migration { name: "0001-ledger", text: "create table ledger (number bigint primary key, said_at {instant})" }];

#[tokio::main]
async fn main() {
    let words: Vec<String> = std::env::args().collect();
    let [_, address, durability, count, writers] = words.as_slice() else {
        panic!("ledger ADDRESS full|relaxed COUNT WRITERS")
    };
    let durability = if durability == "full" { Durability::Full } else { Durability::Relaxed };
    let (count, writers): (i64, i64) = (count.parse().expect("a count"), writers.parse().expect("a count of writers"));
    let db = Db::open(address, durability).await.expect("a database");
    db.migrate(BOOK).await.expect("a ledger");
    say("ready");
    let tasks: Vec<_> = (0..writers)
        .map(|writer| {
            let db = db.clone();
            tokio::spawn(async move {
                for number in (writer..count).step_by(usize::try_from(writers).expect("a few writers")) {
                    let mut tx = db.write().await.expect("a turn");
                    tx.run(sql!("insert into ledger (number, said_at) values ($1, null)"), (&number,))
                        .await
                        .expect("a line");
                    tx.commit().await.expect("a commit");
                    say(&format!("ack {number}"));
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a writer");
    }
}

/// One write to the system for each line, so that a trace shows when it was said.
fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{words}\n").as_bytes()).and_then(|()| out.flush()).expect("somebody who listens");
}
