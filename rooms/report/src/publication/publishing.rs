//! Publishing: look whether anything stands in the way, print and sign outside the transaction, freeze within it.

use db::{Json, Tx};
use host::{Act, Actor, App, Clock, Error, Result, journal::Entry, secrets};
use kernel::Id;
use programme::Here;
use seal::{Fingerprint, Key, MANIFEST, Statement};

use super::{
    Manifest, Obstacle, Publication, PublicationRefusal, PublishedFile,
    freezing::{Frozen, Moments},
    iati, keys,
    manifest::{FORMAT, FileEntry, Named},
    model::{FileKind, FrozenFigure, FrozenRow},
    obstacles, package, pressing, store,
};
use crate::{
    compose::Issue,
    document::{Purpose, Report},
    print,
};

/// How often the report is printed anew because the record changed meanwhile.
const ATTEMPTS: usize = 3;

/// The version that was published, or all that stands in the way.
pub type Outcome = std::result::Result<i64, Vec<Obstacle>>;

/// The act as the journal tells it.
const ACT: &str = "journal-report-published";

/// A file before it is kept.
struct Made {
    kind: FileKind,
    language: String,
    bytes: Vec<u8>,
}

/// Publishes a report; without an actor it is the operator of the machine, or the demonstration.
pub async fn publish(
    app: &App,
    actor: Option<&Actor>,
    here: &Here,
    report: &Report,
    moments: Moments,
) -> Result<Outcome> {
    if let Some(actor) = actor {
        actor.may(Act::EditEdition(here.edition.id))?;
    }
    let in_the_way = obstacles::before_reading(app, report);
    if !in_the_way.is_empty() {
        return Ok(Err(in_the_way));
    }
    let key = keys::signing(app).await?;
    let salt = secrets::token()?;
    for _ in 0..ATTEMPTS {
        let seen = app.db.version();
        let frozen = Frozen::read(app, here, report, moments, &salt).await?;
        let in_the_way = obstacles::of_frozen(here, &frozen);
        if !in_the_way.is_empty() {
            return Ok(Err(in_the_way));
        }
        let (manifest, made) = match make(app, here, &frozen, &key).await? {
            Ok(made) => made,
            Err(in_the_way) => return Ok(Err(in_the_way)),
        };
        let mut tx = app.db.write().await?;
        // Somebody else may have written while the press ran; then what would be frozen is read once more.
        if app.db.version() != seen {
            let again = Frozen::read(app, here, report, moments, &salt).await?;
            if !again.is_same_as(&frozen) || !obstacles::of_frozen(here, &again).is_empty() {
                continue;
            }
        }
        freeze(app, &mut tx, actor, here, &frozen, (&manifest, key.fingerprint()), made).await?;
        tx.commit().await?;
        return Ok(Ok(frozen.version));
    }
    Err(PublicationRefusal::ChangedMeanwhile.into())
}

/// The permanent path of a version.
pub(crate) fn path(here: &Here, report: &str, version: i64) -> String {
    here.page(&format!("reports/{report}/{version}"))
}

/// Prints, signs and writes every file, or says what keeps the press from it.
async fn make(
    app: &App,
    here: &Here,
    frozen: &Frozen,
    key: &Key,
) -> Result<std::result::Result<(Manifest, Vec<Made>), Vec<Obstacle>>> {
    let mut made = Vec::new();
    for (reader, composed) in &frozen.composed {
        let bytes = composed.page(reader).into_string().into_bytes();
        made.push(Made { kind: FileKind::Page, language: reader.language.to_string(), bytes });
    }
    let package = package::package(app, here, frozen)?;
    made.push(Made { kind: FileKind::Package, language: String::new(), bytes: package });
    let mut conn = app.db.read().await?;
    let activities = iati::activities(app, &mut conn, here, frozen).await?;
    drop(conn);
    made.push(Made { kind: FileKind::Iati, language: String::new(), bytes: activities });
    let manifest = manifest(app, here, frozen, &made);
    let attached = manifest.to_bytes()?;
    for (reader, composed) in &frozen.composed {
        let issue = Issue {
            version: frozen.version,
            published_on: here.edition.today(frozen.moments.published_at),
            path: path(here, frozen.report.key.as_str(), frozen.version),
            fingerprint: key.fingerprint().to_string(),
        };
        let description = reader.say("report-manifest-attached");
        let manuscript = composed.clone().issued(issue).manuscript(reader)?.attach(
            MANIFEST,
            FileKind::Manifest.media_type(),
            &description,
            attached.clone(),
        );
        let pdf = match print::set(manuscript).await? {
            Ok(pdf) => pdf,
            Err(why) => return Ok(Err(pressing::obstacles(here, reader, composed, &why).await?)),
        };
        let statement = Statement {
            name: reader.text(&here.programme.title).to_owned(),
            reason: reader.say("report-signed-because"),
            location: None,
            signed_at: frozen.moments.published_at,
        };
        let key = key.clone();
        let signed = tokio::task::spawn_blocking(move || seal::sign(&pdf, &key, &statement))
            .await
            .map_err(Error::fault)?
            .map_err(Error::fault)?;
        made.push(Made { kind: FileKind::Pdf, language: reader.language.to_string(), bytes: signed });
    }
    made.push(Made { kind: FileKind::Manifest, language: String::new(), bytes: attached });
    Ok(Ok((manifest, made)))
}

fn manifest(app: &App, here: &Here, frozen: &Frozen, made: &[Made]) -> Manifest {
    let report = &frozen.report;
    let pdfs = report.languages.0.iter().filter_map(|it| FileKind::Pdf.name(it.tag()));
    let others = made.iter().filter_map(|it| {
        let name = it.kind.name(&it.language)?;
        Some(FileEntry { name, sha256: Some(secrets::digest(&it.bytes)) })
    });
    Manifest {
        format: FORMAT.to_owned(),
        generator: format!("Convoke {}", env!("CARGO_PKG_VERSION")),
        demonstration: here.edition.demonstration,
        address: app.outside(&path(here, report.key.as_str(), frozen.version)),
        programme: Named { key: here.programme.key.to_string(), title: here.programme.title.clone() },
        edition: Named { key: here.edition.key.to_string(), title: here.edition.title.clone() },
        report: Named { key: report.key.to_string(), title: report.title.clone() },
        purpose: report.purpose.to_string(),
        version: frozen.version,
        published_at: frozen.moments.published_at,
        as_of: frozen.moments.as_of,
        languages: report.languages.0.clone(),
        figures: frozen.entries(),
        waived: frozen.waived.clone(),
        chapters: frozen.chapters.clone(),
        previous: frozen.previous.clone(),
        changes: frozen.changes.clone(),
        content_sha256: frozen.content.clone(),
        files: pdfs.map(|name| FileEntry { name, sha256: None }).chain(others).collect(),
    }
}

/// Writes the publication with its files, figures and rows.
async fn freeze(
    app: &App,
    tx: &mut Tx,
    actor: Option<&Actor>,
    here: &Here,
    frozen: &Frozen,
    (manifest, fingerprint): (&Manifest, Fingerprint),
    made: Vec<Made>,
) -> Result<()> {
    let id: Id<Publication> = Id::new();
    let by = actor.map(|it| it.account);
    let publication = Publication {
        id,
        report_id: frozen.report.id,
        edition_id: here.edition.id,
        version: frozen.version,
        published_at: frozen.moments.published_at,
        published_by: by,
        as_of: frozen.moments.as_of,
        salt: frozen.salt.clone(),
        manifest: Json(manifest.clone()),
        manifest_hash: secrets::digest(&manifest.to_bytes()?),
        fingerprint: fingerprint.to_string(),
        changes: Json(frozen.changes.clone()),
    };
    store::add(tx, &publication).await?;
    if frozen.report.purpose == Purpose::Final {
        programme::set_reported(tx, here.edition.id, publication.published_at).await?;
    }
    if let Some(told) = frozen.gathered.protected.told() {
        store::set_told(tx, id, told).await?;
    }
    for it in made {
        let hash = secrets::digest(&it.bytes);
        let bytes = i64::try_from(it.bytes.len()).map_err(Error::fault)?;
        let name = it.kind.name(&it.language).unwrap_or_else(|| format!("page-{}.html", it.language));
        let name = format!("{}-{}-{}-{name}", here.edition.key, frozen.report.key, frozen.version);
        let file_id = app.files.keep(tx, &name, it.kind.media_type(), it.bytes, by).await?;
        let file = PublishedFile { language: it.language, kind: it.kind, file_id, hash, bytes };
        store::add_file(tx, id, &file).await?;
    }
    let mut rows = Vec::new();
    for (position, (it, digested)) in (1_i64..).zip(&frozen.figures) {
        let figure = FrozenFigure { indicator: it.key.clone(), number: it.number, whole: it.of, asked: it.asked };
        store::add_figure(tx, id, &figure, &it.rows_sha256, position).await?;
        rows.extend(digested.iter().map(|row| FrozenRow {
            indicator: it.key.clone(),
            row_id: row.id.clone(),
            digest: row.digest.clone(),
            erased: row.erased,
        }));
    }
    store::add_rows(tx, id, &rows).await?;
    let entry = match actor {
        Some(it) => Entry::by(it, ACT, "report", frozen.report.id),
        None => Entry::by_nobody(ACT, "report", frozen.report.id),
    };
    entry
        .within(here.edition.id)
        .note("version", frozen.version)
        .note("published_at", frozen.moments.published_at)
        .write(tx)
        .await?;
    tracing::info!(report = %frozen.report.key, version = frozen.version, at = %Clock::real(), "a report was published");
    Ok(())
}
