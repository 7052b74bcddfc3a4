//! The pictures on covers, byte for byte: from an edition's folder into the store of files, and back.

use db::{Conn, Tx};
use host::{App, Result, folder::Folder};
use kernel::{Id, mark};
use programme::edition::Names;

use super::Draft;
use crate::document::{Look, Report, logo, store};

/// Keeps the pictures of a folder's reports; whoever imports calls it after the reports are written.
pub async fn keep_logos(app: &App, tx: &mut Tx, names: &Names, draft: &Draft) -> Result<()> {
    for it in &draft.reports {
        let Some((picture, bytes)) = &it.logo else { continue };
        let report: Id<Report> = names.id("report", &it.key);
        let name = format!("{}-{}", it.key, picture.file());
        let file = app.files.keep(tx, &name, picture.media_type(), bytes.clone(), None).await?;
        let look = Look { logo: Some(logo::word(file, *picture)), ..it.look.clone() };
        store::set_look(tx, report, &look).await?;
    }
    Ok(())
}

/// Lays the pictures of an edition's reports into a folder, beside their reports.
pub async fn export_logos(app: &App, conn: &mut Conn, edition: Id<mark::Edition>, folder: &mut Folder) -> Result<()> {
    for it in store::reports(conn, edition).await? {
        let Some((file, picture)) = it.look.0.picture() else { continue };
        if let Some(kept) = host::files::file(conn, file).await? {
            let name = format!("reports/{}/{}", it.key, picture.file());
            folder.0.insert(name, app.files.bytes(&kept).await?);
        }
    }
    Ok(())
}
