//! What figures count, as rows.

use db::{Conn, Result, sql};
use jiff::Timestamp;
use kernel::{Country, Id, mark};

/// How many people answered the call by a moment.
pub(crate) async fn count_applicants(conn: &mut Conn, edition: Id<mark::Edition>, as_of: Timestamp) -> Result<i64> {
    conn.value(
        sql!("select count(*) as value from applications where edition_id = $1 and applied_at <= $2"),
        (&edition, &as_of),
    )
    .await
}

/// How many people take part in the activities of a kind; whoever takes part in two counts once.
pub(crate) async fn count_participants(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    kind: &str,
    as_of: Timestamp,
) -> Result<i64> {
    conn.value(
        sql!(
            "select count(distinct p.person_id) as value from participations p join activities a on a.id = p.activity_id
             where p.edition_id = $1 and a.kind = $2 and p.role = 'participant' and p.since <= $3
                   and (p.until is null or p.until > $3)"
        ),
        (&edition, kind, &as_of),
    )
    .await
}

/// From how many countries the participants of the activities of a kind come.
pub(crate) async fn count_countries(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    kind: &str,
    as_of: Timestamp,
) -> Result<i64> {
    conn.value(
        sql!(
            "select count(distinct h.country) as value
             from participations p join activities a on a.id = p.activity_id join people h on h.id = p.person_id
             where p.edition_id = $1 and a.kind = $2 and p.role = 'participant' and p.since <= $3
                   and (p.until is null or p.until > $3)"
        ),
        (&edition, kind, &as_of),
    )
    .await
}

db::row! {
    /// A person behind a figure: only what the figure counts.
    pub struct Counted {
        /// Their name.
        pub name: String,
        /// Their country.
        pub country: Option<Country>,
        /// From which side of the table they come.
        pub party: Option<String>,
        /// Since when they count.
        pub since: Timestamp,
    }
}

/// The people who answered the call by a moment.
pub(crate) async fn counted_applicants(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    as_of: Timestamp,
) -> Result<Vec<Counted>> {
    conn.all(
        sql!(
            "select h.name, h.country, a.party, a.applied_at as since
             from applications a join people h on h.id = a.person_id
             where a.edition_id = $1 and a.applied_at <= $2 order by a.applied_at, h.key"
        ),
        (&edition, &as_of),
    )
    .await
}

/// The people who take part in the activities of a kind.
pub(crate) async fn counted_participants(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    kind: &str,
    as_of: Timestamp,
) -> Result<Vec<Counted>> {
    conn.all(
        sql!(
            "select h.name, h.country, min(p.party) as party, min(p.since) as since
             from participations p join activities a on a.id = p.activity_id join people h on h.id = p.person_id
             where p.edition_id = $1 and a.kind = $2 and p.role = 'participant' and p.since <= $3
                   and (p.until is null or p.until > $3)
             group by h.id, h.name, h.country order by since, h.name"
        ),
        (&edition, kind, &as_of),
    )
    .await
}
