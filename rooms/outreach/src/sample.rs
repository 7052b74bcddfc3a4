//! The sample edition's surveys, quotations, observations and events, for the tests of this room and of later ones.

use host::{
    App, Result,
    folder::{Findings, Folder},
};

use crate::edition;

const FILES: &[(&str, &str)] = &[
    ("answers.csv", include_str!("../sample/answers.csv")),
    ("external-events.toml", include_str!("../sample/external-events.toml")),
    ("observations.toml", include_str!("../sample/observations.toml")),
    ("quotations.toml", include_str!("../sample/quotations.toml")),
    ("survey.toml", include_str!("../sample/survey.toml")),
];

/// The files of this room: five people answered two statements of the survey `after-training`.
pub fn folder() -> Folder {
    let mut folder = Folder::default();
    for (name, text) in FILES {
        folder.put(*name, *text);
    }
    folder
}

/// Imports this room's files into the sample edition, which `programme::sample::open` must have made.
pub async fn import(app: &App) -> Result<()> {
    let (names, mut findings) = (programme::sample::names(), Findings::default());
    let draft = edition::read(&folder(), &names, &mut programme::sample::known(), &mut findings);
    if !findings.is_empty() {
        return Err(host::Error::fault(findings));
    }
    let mut tx = app.db.write().await?;
    edition::write(&mut tx, &names, &draft).await?;
    Ok(tx.commit().await?)
}
