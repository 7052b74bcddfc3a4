//! Who did what, when, from what to what: written in the acting transaction.

mod before;

use db::{Conn, Tx, sql};
use jiff::Timestamp;
use kernel::{Id, mark};

pub use before::{Before, before_last, nothing};

use crate::{Actor, Clock, Result};

/// One act, about to be written down.
pub struct Entry {
    actor: Option<Id<mark::Account>>,
    act: &'static str,
    subject_kind: &'static str,
    subject: uuid::Uuid,
    edition: Option<Id<mark::Edition>>,
    values: Vec<Change>,
}

struct Change {
    field: &'static str,
    was: Option<String>,
    became: Option<String>,
    about: Option<Id<()>>,
}

impl Entry {
    /// `actor` did `act` to a `kind` of thing. The act is a message key, like `journal-session-moved`.
    pub fn by<T>(actor: &Actor, act: &'static str, kind: &'static str, subject: Id<T>) -> Self {
        Self::new(Some(actor.account), act, kind, subject)
    }

    /// Nobody who is signed in did it: the public, a job, or the operator of the machine.
    pub fn by_nobody<T>(act: &'static str, kind: &'static str, subject: Id<T>) -> Self {
        Self::new(None, act, kind, subject)
    }

    /// Somebody did it who is not signed in yet: signing in itself.
    pub fn by_account(account: Id<mark::Account>, act: &'static str) -> Self {
        Self::new(Some(account), act, "account", account)
    }

    fn new<T>(actor: Option<Id<mark::Account>>, act: &'static str, subject_kind: &'static str, subject: Id<T>) -> Self {
        Self { actor, act, subject_kind, subject: subject.uuid(), edition: None, values: Vec::new() }
    }

    /// In which edition.
    #[must_use]
    pub fn within(mut self, edition: Id<mark::Edition>) -> Self {
        self.edition = Some(edition);
        self
    }

    /// A value that changed; one that stayed as it was is not written.
    #[must_use]
    pub fn change(self, field: &'static str, was: impl ToString, became: impl ToString) -> Self {
        self.value(field, Some(was.to_string()), Some(became.to_string()), None)
    }

    /// The values of a thing before and after, field by field in the same order.
    #[must_use]
    pub fn changes<const N: usize>(
        self,
        was: [(&'static str, String); N],
        became: [(&'static str, String); N],
    ) -> Self {
        was.into_iter().zip(became).fold(self, |entry, ((field, was), (_, became))| entry.change(field, was, became))
    }

    /// A value that was set or taken away.
    #[must_use]
    pub fn note(self, field: &'static str, became: impl ToString) -> Self {
        self.value(field, None, Some(became.to_string()), None)
    }

    /// A value that tells something about a person or the holder of an account, and is erased with them.
    #[must_use]
    pub fn personal<T>(self, field: &'static str, was: Option<String>, became: Option<String>, about: Id<T>) -> Self {
        self.value(field, was, became, Some(about.cast()))
    }

    fn value(
        mut self,
        field: &'static str,
        was: Option<String>,
        became: Option<String>,
        about: Option<Id<()>>,
    ) -> Self {
        if was != became {
            self.values.push(Change { field, was, became, about });
        }
        self
    }

    /// Whether any value was noted or changed.
    pub fn has_changes(&self) -> bool {
        !self.values.is_empty()
    }

    /// Writes it down.
    pub async fn write(self, tx: &mut Tx) -> Result<()> {
        let id: Id<mark::Entry> = Id::new();
        tx.run(
            sql!(
                "insert into journal (id, at, actor_id, act, subject_kind, subject_id, edition_id)
                 values ($1, $2, $3, $4, $5, $6, $7)"
            ),
            (
                &id,
                &Clock::real(),
                &self.actor,
                self.act,
                self.subject_kind,
                &Id::<()>::from(self.subject),
                &self.edition,
            ),
        )
        .await?;
        for it in self.values {
            tx.run(
                sql!(
                    "insert into journal_values (entry_id, field, was, became, about_id, erased_at)
                     values ($1, $2, $3, $4, $5, null)"
                ),
                (&id, it.field, &it.was, &it.became, &it.about),
            )
            .await?;
        }
        Ok(())
    }
}

db::row! {
    /// A line of the journal.
    pub struct Line {
        /// Its identity.
        pub id: Id<mark::Entry>,
        /// When.
        pub at: Timestamp,
        /// Who; nobody who was signed in where it is empty.
        pub actor: Option<String>,
        /// What: a message key.
        pub act: String,
        /// To what kind of thing.
        pub subject_kind: String,
        /// To which.
        pub subject_id: Id<()>,
    }
}

db::row! {
    /// A value in a line of the journal.
    pub struct LineValue {
        /// The line.
        pub entry_id: Id<mark::Entry>,
        /// What changed.
        pub field: String,
        /// What it was.
        pub was: Option<String>,
        /// What it became.
        pub became: Option<String>,
        /// When it was erased.
        pub erased_at: Option<Timestamp>,
    }
}

/// The newest lines of an edition's journal: at most `count`, from the `skip`-th on.
pub async fn newest(conn: &mut Conn, edition: Id<mark::Edition>, skip: i64, count: i64) -> Result<Vec<Line>> {
    Ok(conn
        .all(
            sql!(
                "select j.id, j.at, a.name as actor, j.act, j.subject_kind, j.subject_id
                 from journal j left join accounts a on a.id = j.actor_id
                 where j.edition_id = $1 or j.edition_id is null order by j.at desc, j.id desc limit $2 offset $3"
            ),
            (&edition, &count, &skip),
        )
        .await?)
}

/// Everything that was done to one thing, newest first: its history.
pub async fn history<T>(conn: &mut Conn, subject: Id<T>) -> Result<Vec<Line>> {
    Ok(conn
        .all(
            sql!(
                "select j.id, j.at, a.name as actor, j.act, j.subject_kind, j.subject_id
                 from journal j left join accounts a on a.id = j.actor_id
                 where j.subject_id = $1 order by j.at desc, j.id desc"
            ),
            (&subject,),
        )
        .await?)
}

/// The values of the lines from `oldest` to `newest`, by line.
pub async fn values_between(conn: &mut Conn, oldest: Timestamp, newest: Timestamp) -> Result<Vec<LineValue>> {
    Ok(conn
        .all(
            sql!(
                "select v.entry_id, v.field, v.was, v.became, v.erased_at
                 from journal_values v join journal j on j.id = v.entry_id
                 where j.at >= $1 and j.at <= $2 order by v.field"
            ),
            (&oldest, &newest),
        )
        .await?)
}

/// The values of everything that was done to one thing.
pub async fn values_of<T>(conn: &mut Conn, subject: Id<T>) -> Result<Vec<LineValue>> {
    Ok(conn
        .all(
            sql!(
                "select v.entry_id, v.field, v.was, v.became, v.erased_at
                 from journal_values v join journal j on j.id = v.entry_id
                 where j.subject_id = $1 order by v.field"
            ),
            (&subject,),
        )
        .await?)
}

/// Erases what the journal says about a person or the holder of an account; that something was done, when and by whom
/// stays.
pub async fn erase<T>(tx: &mut Tx, about: Id<T>, now: Timestamp) -> Result<u64> {
    Ok(tx
        .run(
            sql!("update journal_values set was = null, became = null, erased_at = $2 where about_id = $1 and erased_at is null"),
            (&about, &now),
        )
        .await?)
}

/// How many values the journal would lose with a person or the holder of an account.
pub async fn values_about<T>(conn: &mut Conn, about: Id<T>) -> Result<i64> {
    Ok(conn
        .value(
            sql!("select count(*) as value from journal_values where about_id = $1 and erased_at is null"),
            (&about,),
        )
        .await?)
}
