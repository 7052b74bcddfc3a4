//! Publications, their files, figures and rows, and the keys, as rows.

use std::sync::LazyLock;

use db::{AsValue as _, Conn, Json, Result, Sql, Tx, Value, sql};
use disclosure::Published;
use host::files::StoredFile;
use jiff::Timestamp;
use kernel::{Id, mark};

use super::{
    keys::KeptKey,
    model::{FrozenFigure, FrozenRow, Publication, PublishedFile, Telling},
};
use crate::document::Report;

/// How many rows one statement writes.
const AT_ONCE: usize = 100;

/// The publications of an edition, the newest first.
pub async fn publications(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Publication>> {
    conn.all(
        sql!(
            "select id, report_id, edition_id, version, published_at, published_by, as_of, salt, manifest,
                    manifest_hash, fingerprint, changes
             from publications where edition_id = $1 order by published_at desc, version desc"
        ),
        (&edition,),
    )
    .await
}

/// A version of a report.
pub async fn publication(conn: &mut Conn, report: Id<Report>, version: i64) -> Result<Option<Publication>> {
    conn.first(
        sql!(
            "select id, report_id, edition_id, version, published_at, published_by, as_of, salt, manifest,
                    manifest_hash, fingerprint, changes
             from publications where report_id = $1 and version = $2"
        ),
        (&report, &version),
    )
    .await
}

/// The newest version of a report that was published by a moment.
pub async fn newest(conn: &mut Conn, report: Id<Report>, by: Timestamp) -> Result<Option<Publication>> {
    conn.first(
        sql!(
            "select id, report_id, edition_id, version, published_at, published_by, as_of, salt, manifest,
                    manifest_hash, fingerprint, changes
             from publications where report_id = $1 and published_at <= $2 order by version desc limit 1"
        ),
        (&report, &by),
    )
    .await
}

/// What was published last, by a moment, of the edition's final reports.
pub async fn newest_final(conn: &mut Conn, edition: Id<mark::Edition>, by: Timestamp) -> Result<Option<Publication>> {
    conn.first(
        sql!(
            "select p.id, p.report_id, p.edition_id, p.version, p.published_at, p.published_by, p.as_of, p.salt,
                    p.manifest, p.manifest_hash, p.fingerprint, p.changes
             from publications p join reports r on r.id = p.report_id
             where p.edition_id = $1 and r.purpose = 'final' and p.published_at <= $2
             order by p.published_at desc, p.version desc limit 1"
        ),
        (&edition, &by),
    )
    .await
}

/// The publication one of whose PDFs has these bytes.
pub(super) async fn by_file(conn: &mut Conn, hash: &str) -> Result<Option<Publication>> {
    conn.first(
        sql!(
            "select p.id, p.report_id, p.edition_id, p.version, p.published_at, p.published_by, p.as_of, p.salt,
                    p.manifest, p.manifest_hash, p.fingerprint, p.changes
             from publications p join publication_files f on f.publication_id = p.id
             where f.hash = $1 and f.kind = 'pdf'"
        ),
        (hash,),
    )
    .await
}

/// The number of the version that would come next.
pub(super) async fn next_version(conn: &mut Conn, report: Id<Report>) -> Result<i64> {
    conn.value(sql!("select coalesce(max(version), 0) + 1 as value from publications where report_id = $1"), (&report,))
        .await
}

/// Writes a publication down.
pub(super) async fn add(tx: &mut Tx, it: &Publication) -> Result<()> {
    tx.run(
        sql!(
            "insert into publications (id, report_id, edition_id, version, published_at, published_by, as_of, salt,
                                       manifest, manifest_hash, fingerprint, changes)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        (
            &it.id,
            &it.report_id,
            &it.edition_id,
            &it.version,
            &it.published_at,
            &it.published_by,
            &it.as_of,
            &it.salt,
            &it.manifest,
            &it.manifest_hash,
            &it.fingerprint,
            &it.changes,
        ),
    )
    .await?;
    Ok(())
}

/// What the publications of an edition told of groups of people, the oldest first.
pub(crate) async fn tellings(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Telling>> {
    conn.all(
        sql!(
            "select published_at, told from publications where edition_id = $1 and told is not null
             order by published_at, id"
        ),
        (&edition,),
    )
    .await
}

/// Keeps what a publication told of groups of people.
pub(super) async fn set_told(tx: &mut Tx, publication: Id<Publication>, told: &Published) -> Result<()> {
    tx.run(sql!("update publications set told = $2 where id = $1"), (&publication, &Json(told))).await?;
    Ok(())
}

/// The files of a publication.
pub async fn files(conn: &mut Conn, publication: Id<Publication>) -> Result<Vec<PublishedFile>> {
    conn.all(
        sql!(
            "select language, kind, file_id, hash, bytes from publication_files where publication_id = $1
             order by kind, language"
        ),
        (&publication,),
    )
    .await
}

/// Where a file of a publication is kept.
pub async fn stored(conn: &mut Conn, it: &PublishedFile) -> host::Result<Option<StoredFile>> {
    host::files::file(conn, it.file_id).await
}

/// Writes down that a file belongs to a publication.
pub(super) async fn add_file(tx: &mut Tx, publication: Id<Publication>, it: &PublishedFile) -> Result<()> {
    tx.run(
        sql!(
            "insert into publication_files (publication_id, language, kind, file_id, hash, bytes)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        (&publication, &it.language, &it.kind, &it.file_id, &it.hash, &it.bytes),
    )
    .await?;
    Ok(())
}

/// What the figures of a publication counted.
pub(super) async fn figures(conn: &mut Conn, publication: Id<Publication>) -> Result<Vec<FrozenFigure>> {
    conn.all(
        sql!(
            "select indicator, number, whole, asked from published_figures
             where publication_id = $1 order by position"
        ),
        (&publication,),
    )
    .await
}

/// Writes down what a figure counted.
pub(super) async fn add_figure(
    tx: &mut Tx,
    publication: Id<Publication>,
    it: &FrozenFigure,
    digest: &str,
    position: i64,
) -> Result<()> {
    tx.run(
        sql!(
            "insert into published_figures (publication_id, indicator, number, whole, asked, rows_digest, position)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        (&publication, &it.indicator, &it.number, &it.whole, &it.asked, digest, &position),
    )
    .await?;
    Ok(())
}

/// The rows behind the figures of a publication.
pub(super) async fn rows(conn: &mut Conn, publication: Id<Publication>) -> Result<Vec<FrozenRow>> {
    conn.all(
        sql!(
            "select indicator, row_id, digest, erased from published_rows
             where publication_id = $1 order by indicator, row_id"
        ),
        (&publication,),
    )
    .await
}

/// Writes down the rows behind figures, a hundred at a time: there are tens of thousands.
pub(super) async fn add_rows(tx: &mut Tx, publication: Id<Publication>, rows: &[FrozenRow]) -> Result<()> {
    let values = |rows: &[FrozenRow]| -> Vec<Value> {
        rows.iter()
            .flat_map(|it| {
                [publication.value(), it.indicator.value(), it.row_id.value(), it.digest.value(), it.erased.value()]
            })
            .collect()
    };
    let whole = rows.chunks_exact(AT_ONCE);
    let rest = whole.remainder();
    for chunk in whole {
        tx.run(*MANY_ROWS, values(chunk)).await?;
    }
    for row in rest.chunks(1) {
        tx.run(
            sql!(
                "insert into published_rows (publication_id, indicator, row_id, digest, erased)
                 values ($1, $2, $3, $4, $5)"
            ),
            values(row),
        )
        .await?;
    }
    Ok(())
}

/// The same statement for a hundred rows; its text is made once and stays.
static MANY_ROWS: LazyLock<Sql> = LazyLock::new(|| {
    let places = |row: usize| {
        let numbers: Vec<String> = (1..=5).map(|it| format!("${}", row * 5 + it)).collect();
        format!("({})", numbers.join(", "))
    };
    let rows: Vec<String> = (0..AT_ONCE).map(places).collect();
    let text = format!(
        "insert into published_rows (publication_id, indicator, row_id, digest, erased) values {}",
        rows.join(", ")
    );
    Sql(Box::leak(text.into_boxed_str()))
});

/// Every key of the installation, the newest first.
pub(super) async fn keys(conn: &mut Conn) -> Result<Vec<KeptKey>> {
    conn.all(
        sql!(
            "select id, fingerprint, private_key, certificate, made_at, retired_at from keys
             where purpose = 'publication' order by made_at desc, id desc"
        ),
        (),
    )
    .await
}

/// Keeps a key, unless another is in use; how many were kept.
pub(super) async fn add_key(tx: &mut Tx, it: &KeptKey) -> Result<u64> {
    tx.run(
        sql!(
            "insert into keys (id, purpose, fingerprint, private_key, certificate, made_at, retired_at)
             values ($1, 'publication', $2, $3, $4, $5, null) on conflict do nothing"
        ),
        (&it.id, &it.fingerprint, &it.private_key, &it.certificate, &it.made_at),
    )
    .await
}

/// Takes the key that signs out of use and forgets its private half.
pub(super) async fn retire_key(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    tx.run(
        sql!("update keys set retired_at = $1, private_key = $2 where purpose = 'publication' and retired_at is null"),
        (&now, &Vec::<u8>::new()),
    )
    .await
}
