//! Whole editions in and out of the record, through every room.

use db::Tx;
use host::{
    App, Found, Result,
    folder::{Findings, Folder, Known},
};
use kernel::{Id, mark};
use programme::Here;

/// What the files of an edition say, room by room.
pub(crate) struct Drafts {
    pub(crate) programme: programme::edition::Draft,
    people: people::edition::Draft,
    agenda: agenda::edition::Draft,
    outreach: outreach::edition::Draft,
    pub(crate) reports: report::document::edition::Draft,
}

/// Reads a folder through every room; all that is wrong in it comes back at once.
pub(crate) fn read(folder: &Folder) -> std::result::Result<Drafts, Findings> {
    let (mut known, mut findings) = (Known::default(), Findings::default());
    let programme = programme::edition::read(folder, &mut known, &mut findings);
    let names = &programme.names;
    let people = people::edition::read(folder, names, &mut known, &mut findings);
    let agenda = agenda::edition::read(folder, names, &mut known, &mut findings);
    let outreach = outreach::edition::read(folder, names, &mut known, &mut findings);
    let reports = report::document::edition::read(folder, &mut known, &mut findings);
    if findings.is_empty() {
        Ok(Drafts { programme, people, agenda, outreach, reports })
    } else {
        Err(findings.sorted())
    }
}

/// Writes what the edition is: enough for its pages to stand, with nobody in it yet.
pub(crate) async fn write_outline(tx: &mut Tx, drafts: &Drafts) -> Result<Id<mark::Edition>> {
    programme::edition::write(tx, &drafts.programme).await
}

/// Writes everybody and everything else.
pub(crate) async fn write_rest(app: &App, tx: &mut Tx, drafts: &Drafts) -> Result<()> {
    let names = &drafts.programme.names;
    people::edition::write(tx, names, &drafts.people).await?;
    agenda::edition::write(tx, names, &drafts.agenda).await?;
    outreach::edition::write(tx, names, &drafts.outreach).await?;
    report::document::edition::write(tx, names, &drafts.reports).await?;
    report::document::edition::keep_logos(app, tx, names, &drafts.reports).await
}

/// Puts off what the folder says was published until everybody is there: it is composed, printed and signed anew.
pub(crate) async fn plan_publications(app: &App, tx: &mut Tx, drafts: &Drafts) -> Result<()> {
    let edition = drafts.programme.names.edition();
    for it in drafts.reports.publications() {
        host::jobs::later(app, tx, &report::publication::PublishPlanned::of(edition, it)).await?;
    }
    Ok(())
}

/// Imports an edition as a whole, or says everything that is wrong with its folder and imports nothing.
pub async fn import(app: &App, folder: &Folder) -> Result<std::result::Result<Id<mark::Edition>, Findings>> {
    let drafts = match read(folder) {
        Ok(drafts) => drafts,
        Err(findings) => return Ok(Err(findings)),
    };
    let mut tx = app.db.write().await?;
    if programme::edition(&mut tx, drafts.programme.names.edition()).await?.is_some() {
        let mut findings = Findings::default();
        findings.add(
            host::folder::Spot::file("edition.toml"),
            "an edition of this key is in the record already, and was left as it is",
            "give the new one another key",
        );
        return Ok(Err(findings));
    }
    let edition = write_outline(&mut tx, &drafts).await?;
    write_rest(app, &mut tx, &drafts).await?;
    plan_publications(app, &mut tx, &drafts).await?;
    host::journal::Entry::by_nobody("journal-app-imported", "edition", edition).within(edition).write(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(edition))
}

/// Writes an edition as a folder; of the current one where none is named.
pub async fn export(app: &App, named: Option<(&str, &str)>) -> Result<Folder> {
    let here = match named {
        Some((programme, edition)) => Here::find(app, programme, edition).await?,
        None => Here::current(app).await?.found()?,
    };
    let mut folder = Folder::default();
    let mut conn = app.db.read().await?;
    programme::edition::export(&mut conn, here.edition.id, &mut folder).await?;
    people::edition::export(&mut conn, here.edition.id, &mut folder).await?;
    agenda::edition::export(&mut conn, here.edition.id, &mut folder).await?;
    outreach::edition::export(&mut conn, here.edition.id, &mut folder).await?;
    report::document::edition::export(&mut conn, here.edition.id, &mut folder).await?;
    report::document::edition::export_logos(app, &mut conn, here.edition.id, &mut folder).await?;
    Ok(folder)
}
