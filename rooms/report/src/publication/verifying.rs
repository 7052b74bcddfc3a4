//! Whether a copy of a report is genuine: from its bytes alone, and against the record.

use host::{App, Result, secrets::digest};
use jiff::Timestamp;
use programme::Here;
use seal::{Fingerprint, NotGenuine};
use serde::Serialize;

use super::{Manifest, Publication, Recounted, keys, recount, store};

/// A copy whose signature holds, whoever signed it.
#[derive(Clone, Debug)]
pub struct Copy {
    /// The key that signed it.
    pub fingerprint: Fingerprint,
    /// The name that the key gives itself.
    pub claimed_name: String,
    /// When, by the signer's clock.
    pub signed_at: Timestamp,
    /// The manifest inside, if it is one of a format that this program knows.
    pub manifest: Option<Manifest>,
}

/// What an installation says of a copy.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The copy; `Err` says in which way it is not what somebody signed.
    pub copy: std::result::Result<Copy, NotGenuine>,
    /// What the record knows of it.
    pub verdict: Verdict,
    /// The publication that it is a copy of.
    pub publication: Option<(Here, Publication)>,
    /// Its figures, counted again.
    pub figures: Vec<Recounted>,
}

/// What an installation says of a copy, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// This installation published it, byte for byte.
    Genuine,
    /// It is signed with this installation's key, and yet the record knows no such publication.
    Unknown,
    /// Somebody else signed it.
    Foreign,
    /// It is not what was signed, or never was signed.
    NotGenuine,
}

/// Opens a copy without asking anybody.
pub fn open(pdf: &[u8]) -> std::result::Result<Copy, NotGenuine> {
    let verified = seal::verify(pdf)?;
    Ok(Copy {
        fingerprint: verified.fingerprint(),
        claimed_name: verified.claimed_name().to_owned(),
        signed_at: verified.signed_at(),
        manifest: Manifest::read(verified.manifest()),
    })
}

/// Looks at a copy and holds its figures against the record, as of `now`.
///
/// What was published after `now` is not known yet: a demonstration's clock can stand before it.
pub async fn check(app: &App, pdf: Vec<u8>, now: Timestamp) -> Result<Answer> {
    let hash = digest(&pdf);
    let copy = tokio::task::spawn_blocking(move || open(&pdf)).await.map_err(host::Error::fault)?;
    let Ok(fingerprint) = copy.as_ref().map(|it| it.fingerprint.to_string()) else {
        return Ok(Answer { copy, verdict: Verdict::NotGenuine, publication: None, figures: Vec::new() });
    };
    if keys::all(app).await?.iter().all(|it| it.fingerprint != fingerprint) {
        return Ok(Answer { copy, verdict: Verdict::Foreign, publication: None, figures: Vec::new() });
    }
    let mut conn = app.db.read().await?;
    let found = store::by_file(&mut conn, &hash).await?.filter(|it| it.published_at <= now);
    let Some(publication) = found else {
        return Ok(Answer { copy, verdict: Verdict::Unknown, publication: None, figures: Vec::new() });
    };
    let here = here_of(&mut conn, &publication).await?;
    let figures = recount(app, &mut conn, &here, &publication, now).await?;
    Ok(Answer { copy, verdict: Verdict::Genuine, publication: Some((here, publication)), figures })
}

async fn here_of(conn: &mut db::Conn, publication: &Publication) -> Result<Here> {
    use host::Found as _;
    let edition = programme::edition(conn, publication.edition_id).await?.found()?;
    let programme = programme::programme(conn, edition.programme_id).await?.found()?;
    Ok(Here { programme, edition })
}
