//! The sample edition's people, for the tests of this room and of later ones.

use host::{
    App, Result,
    folder::{Findings, Folder, Known},
};

use crate::edition;

const FILES: &[(&str, &str)] = &[
    ("applicants.csv", include_str!("../sample/applicants.csv")),
    ("guests.csv", include_str!("../sample/guests.csv")),
    ("participations.csv", include_str!("../sample/participations.csv")),
    ("people-invented.csv", include_str!("../sample/people-invented.csv")),
    ("people.csv", include_str!("../sample/people.csv")),
];

/// The programme's files and this room's: `amal-north` and `s01` are named in public, `g0001` and `g0002` are guests,
/// `a0001` (Chidi), `a0002` (Dalia) and `a0003` applied, the first two take part in the training.
pub fn folder() -> Folder {
    let mut folder = programme::sample::folder();
    for (name, text) in FILES {
        folder.put(*name, *text);
    }
    folder
}

/// The keys that the programme's files and this room's introduce.
pub fn known() -> Known {
    let mut known = programme::sample::known();
    edition::read(&folder(), &programme::sample::names(), &mut known, &mut Findings::default());
    known
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
