//! What was read from a folder, into the record.

use db::{Json, Tx, sql};
use host::{Clock, Result};
use kernel::{Id, Text, mark};

use super::Draft;
use crate::store;

/// Writes what was read. The folder must have been found right.
pub async fn write(tx: &mut Tx, draft: &Draft) -> Result<Id<mark::Edition>> {
    let now = Clock::real();
    let (names, edition) = (&draft.names, draft.names.edition());
    let programme: Id<mark::Programme> = Id::named(&[&draft.programme.key]);
    write_programme(tx, draft, programme).await?;
    let it = &draft.edition;
    tx.run(
        sql!(
            "insert into editions (id, programme_id, key, title, lede, starts_on, ends_on, zone, languages, cofunding,
                                   contributors_as_of, reported_on, demonstration, imported_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        (
            &edition,
            &programme,
            &it.key,
            &it.title,
            &it.lede,
            &it.starts_on,
            &it.ends_on,
            &it.zone,
            &Json(&it.languages),
            &it.cofunding,
            &it.contributors_as_of,
            &it.reported_on,
            &it.demonstration,
            &now,
        ),
    )
    .await?;
    for (position, (key, at, name, usual)) in (0_i64..).zip(&draft.days) {
        tx.run(
            sql!("insert into named_days (edition_id, key, at, name, usual, position) values ($1, $2, $3, $4, $5, $6)"),
            (&edition, key, at, name, usual, &position),
        )
        .await?;
    }
    for (position, (code, region)) in (0_i64..).zip(&draft.countries) {
        tx.run(
            sql!("insert into countries (edition_id, code, region, position) values ($1, $2, $3, $4)"),
            (&edition, code, region, &position),
        )
        .await?;
    }
    for (position, [key, name, name_fr, short, country, kind, source]) in (0_i64..).zip(&draft.organisations) {
        let country = Some(country).filter(|it| !it.is_empty()).cloned();
        tx.run(
            sql!(
                "insert into organisations (id, edition_id, key, name, name_fr, short, country, kind, source, position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            (
                &names.id::<mark::Organisation>("organisation", key),
                &edition,
                key,
                name,
                name_fr,
                short,
                &country,
                kind,
                source,
                &position,
            ),
        )
        .await?;
    }
    write_activities(tx, draft, edition).await?;
    write_partnerships(tx, draft, edition).await?;
    write_communique(tx, draft, edition).await?;
    for (key, text) in &draft.prose {
        store::set_prose(tx, edition, key, text).await?;
    }
    Ok(edition)
}

async fn write_programme(tx: &mut Tx, draft: &Draft, id: Id<mark::Programme>) -> Result<()> {
    let it = &draft.programme;
    tx.run(
        sql!(
            "insert into programmes (id, key, title, short_title, host, contact) values ($1, $2, $3, $4, $5, $6)
             on conflict (id) do update set title = excluded.title, short_title = excluded.short_title,
                                            host = excluded.host, contact = excluded.contact"
        ),
        (&id, &it.key, &it.title, &it.short_title, &it.host, &it.contact),
    )
    .await?;
    tx.run(sql!("delete from aims where programme_id = $1"), (&id,)).await?;
    for (position, (key, title, text)) in (0_i64..).zip(&draft.aims) {
        tx.run(
            sql!("insert into aims (id, programme_id, key, title, text, position) values ($1, $2, $3, $4, $5, $6)"),
            (&Id::<Text>::new(), &id, key, title, text, &position),
        )
        .await?;
    }
    Ok(())
}

async fn write_activities(tx: &mut Tx, draft: &Draft, edition: Id<mark::Edition>) -> Result<()> {
    for (position, it) in (0_i64..).zip(&draft.activities) {
        tx.run(
            sql!(
                "insert into activities (id, edition_id, key, kind, title, theme, country, starts_on, ends_on, mode, place, zone,
                                         part_of, summary, status, source, position)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
            ),
            (
                &draft.names.id::<mark::Activity>("activity", &it.key), &edition, &it.key, &it.kind, &it.title, &it.theme, &it.country,
                &it.starts_on, &it.ends_on, &it.mode, &it.place, &it.zone, &it.part_of, &it.summary, &it.status, &it.source, &position,
            ),
        )
        .await?;
    }
    Ok(())
}

async fn write_partnerships(tx: &mut Tx, draft: &Draft, edition: Id<mark::Edition>) -> Result<()> {
    let names = &draft.names;
    for (number, it) in (0_i64..).zip(&draft.partnerships) {
        tx.run(
            sql!(
                "insert into partnerships (id, edition_id, activity_id, organisation_id, role, position, source, note, row_number)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            (
                &names.id::<()>("partnership", &number.to_string()),
                &edition,
                &it.activity.as_ref().map(|key| names.id::<mark::Activity>("activity", key)),
                &it.organisation.as_ref().map(|key| names.id::<mark::Organisation>("organisation", key)),
                &it.role,
                &it.position,
                &it.source,
                &it.note,
                &number,
            ),
        )
        .await?;
    }
    for (organisation, position, source) in &draft.institutions {
        tx.run(
            sql!("insert into institutions (edition_id, organisation_id, position, source) values ($1, $2, $3, $4)"),
            (&edition, &names.id::<mark::Organisation>("organisation", organisation), position, source),
        )
        .await?;
    }
    Ok(())
}

async fn write_communique(tx: &mut Tx, draft: &Draft, edition: Id<mark::Edition>) -> Result<()> {
    let names = &draft.names;
    if let Some(it) = &draft.communique {
        tx.run(
            sql!(
                "insert into communiques (edition_id, title, adopted_on, presented_on, presented_at, preamble, source)
                 values ($1, $2, $3, $4, $5, $6, $7)"
            ),
            (&edition, &it.title, &it.adopted_on, &it.presented_on, &it.presented_at, &it.preamble, &it.source),
        )
        .await?;
    }
    for (position, (key, title, source)) in (0_i64..).zip(&draft.pillars) {
        tx.run(
            sql!("insert into pillars (id, edition_id, key, title, source, position) values ($1, $2, $3, $4, $5, $6)"),
            (&names.id::<()>("pillar", key), &edition, key, title, source, &position),
        )
        .await?;
    }
    for (pillar, number, title, text) in &draft.recommendations {
        tx.run(
            sql!("insert into recommendations (id, edition_id, pillar_id, number, title, text) values ($1, $2, $3, $4, $5, $6)"),
            (&names.id::<()>("recommendation", &number.to_string()), &edition, &names.id::<()>("pillar", pillar), number, title, text),
        )
        .await?;
    }
    Ok(())
}
