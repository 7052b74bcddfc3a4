//! The addresses of an edition: those of its prose, of its reports' chapters, and behind its observed figures.

use std::collections::BTreeSet;

use db::Conn;
use host::Result;
use kernel::{Id, Language, Text, mark};

use super::{
    addresses::{addresses, bare},
    store,
};

/// Every address of an edition that a server can be asked for, without the places on their pages.
pub(super) async fn of_edition(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    languages: &[Language],
) -> Result<Vec<String>> {
    let mut found = BTreeSet::new();
    let mut look = |text: &Text, languages: &[Language]| {
        let words = languages.iter().filter_map(|it| text.get(*it));
        found.extend(words.flat_map(addresses).map(|it| bare(&it).to_owned()));
    };
    for it in programme::activities(conn, edition).await? {
        look(&it.summary, languages);
    }
    for it in programme::all_prose(conn, edition).await? {
        look(&it.text, languages);
    }
    for it in outreach::external_events(conn, edition).await? {
        look(&it.summary, languages);
    }
    for it in agenda::sessions(conn, edition).await? {
        if let Some(topic) = &it.topic {
            look(topic, languages);
        }
    }
    for it in store::chapters(conn, edition).await? {
        look(&it.text, &it.languages.0);
    }
    let observed = outreach::observations(conn, edition).await?;
    found.extend(observed.iter().filter_map(|it| it.link.as_deref()).map(|it| bare(it).to_owned()));
    Ok(found.into_iter().collect())
}
