//! The sample edition for tests: a small folder that has one of everything, and an installation that holds it.
//!
//! Later rooms add their own files to [`folder`] and read them with [`names`] and [`known`].

use host::{
    App, Result,
    folder::{Findings, Folder, Known},
};

use crate::{Here, edition, edition::Names, store};

const FILES: &[(&str, &str)] = &[
    ("activities.toml", include_str!("../sample/activities.toml")),
    ("communique.toml", include_str!("../sample/communique.toml")),
    ("countries.csv", include_str!("../sample/countries.csv")),
    ("edition.toml", include_str!("../sample/edition.toml")),
    ("institutions.csv", include_str!("../sample/institutions.csv")),
    ("organisations.csv", include_str!("../sample/organisations.csv")),
    ("partnerships.csv", include_str!("../sample/partnerships.csv")),
    ("texts/about.en.md", include_str!("../sample/texts/about.en.md")),
    ("texts/about.fr.md", include_str!("../sample/texts/about.fr.md")),
    ("texts/activity-summit.en.md", include_str!("../sample/texts/activity-summit.en.md")),
    ("texts/activity-summit.fr.md", include_str!("../sample/texts/activity-summit.fr.md")),
];

/// The files of this room: programme `example`, edition `2025`, activities `north`, `training` and `summit`,
/// organisations `ministry` and `university`.
pub fn folder() -> Folder {
    let mut folder = Folder::default();
    for (name, text) in FILES {
        folder.put(*name, *text);
    }
    folder
}

/// The identities within the sample edition.
pub fn names() -> Names {
    Names::new("example", "2025")
}

/// The keys that this room's files introduce.
pub fn known() -> Known {
    let mut known = Known::default();
    edition::read(&folder(), &mut known, &mut Findings::default());
    known
}

/// Imports this room's files of the sample edition and opens it.
pub async fn open(app: &App) -> Result<Here> {
    let mut findings = Findings::default();
    let draft = edition::read(&folder(), &mut Known::default(), &mut findings);
    if !findings.is_empty() {
        return Err(host::Error::fault(findings));
    }
    let mut tx = app.db.write().await?;
    edition::write(&mut tx, &draft).await?;
    tx.commit().await?;
    Here::find(app, "example", "2025").await
}

/// As if the final report of every edition had been published on the day on which it is expected.
pub async fn reported(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    for it in store::editions(&mut tx).await? {
        let on = it.reported_on.and_then(|day| day.to_zoned_datetime(it.time_zone()).ok());
        if let Some(at) = on.map(|it| it.timestamp()) {
            store::set_reported(&mut tx, it.id, at).await?;
        }
    }
    Ok(tx.commit().await?)
}
