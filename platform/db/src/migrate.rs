//! The migration book: one text for both engines, read from front to back.

use std::fmt::Write as _;

use crate::{Db, Engine, Error, Result, sql};

/// One page of the book. A page that has landed is never changed; a new one follows it.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number and name, like `0001-house`.
    pub name: &'static str,
    /// Its statements, in which `{uuid}`, `{instant}`, `{json}` and `{bytes}` stand for the engine's types.
    pub text: &'static str,
}

/// The pages in order.
pub fn book() -> &'static [Migration] {
    &[
        Migration { name: "0001-house", text: include_str!("../book/0001-house.sql") },
        Migration { name: "0002-rooms", text: include_str!("../book/0002-rooms.sql") },
        Migration { name: "0003-accounts", text: include_str!("../book/0003-accounts.sql") },
        Migration { name: "0004-report", text: include_str!("../book/0004-report.sql") },
        Migration { name: "0005-publications", text: include_str!("../book/0005-publications.sql") },
        Migration { name: "0006-links", text: include_str!("../book/0006-links.sql") },
    ]
}

impl Migration {
    /// The statements for one engine.
    pub fn for_engine(&self, engine: Engine) -> String {
        let words = match engine {
            Engine::Sqlite => [("{uuid}", "blob"), ("{instant}", "text"), ("{json}", "text"), ("{bytes}", "blob")],
            Engine::Postgres => {
                [("{uuid}", "uuid"), ("{instant}", "timestamptz"), ("{json}", "jsonb"), ("{bytes}", "bytea")]
            }
        };
        words.iter().fold(self.text.to_owned(), |text, (word, meaning)| text.replace(word, meaning))
    }

    /// A short fingerprint of the page (FNV-1a, 64 bits): tells a changed page, keeps no secret.
    fn fingerprint(&self) -> String {
        let hash = self
            .text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut words = String::new();
        let _ = write!(words, "{hash:016x}");
        words
    }
}

crate::row! {
    struct Applied {
        name: String,
        fingerprint: String,
    }
}

impl Db {
    /// Applies the pages that this database has not seen; the names of those applied.
    ///
    /// Several nodes may start at once: the first one turns the pages, the others wait and find them turned.
    pub async fn migrate(&self, pages: &[Migration]) -> Result<Vec<&'static str>> {
        let mut tx = self.write().await?;
        if self.engine() == Engine::Postgres {
            tx.script("select pg_advisory_xact_lock(7205759403792)").await?;
        }
        tx.script("create table if not exists migrations (name text primary key, fingerprint text not null)").await?;
        let applied: Vec<Applied> = tx.all(sql!("select name, fingerprint from migrations order by name"), ()).await?;
        refuse_strange(&applied, pages)?;
        let mut turned = Vec::new();
        for page in pages.iter().filter(|page| applied.iter().all(|it| it.name != page.name)) {
            tx.script(&page.for_engine(self.engine())).await?;
            tx.run(
                sql!("insert into migrations (name, fingerprint) values ($1, $2)"),
                (page.name, &page.fingerprint()),
            )
            .await?;
            turned.push(page.name);
        }
        tx.commit().await?;
        Ok(turned)
    }
}

fn refuse_strange(applied: &[Applied], pages: &[Migration]) -> Result<()> {
    for it in applied {
        match pages.iter().find(|page| page.name == it.name) {
            None => {
                return Err(Error::Book(format!(
                    "this record was opened by a newer Convoke (migration {}); nothing was changed; start that version, or restore a backup made before it",
                    it.name
                )));
            }
            Some(page) if page.fingerprint() != it.fingerprint => {
                return Err(Error::Book(format!(
                    "migration {} is not the one that this record was made with; nothing was changed",
                    it.name
                )));
            }
            Some(_) => {}
        }
    }
    Ok(())
}
