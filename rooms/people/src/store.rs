//! People, applications and participations as rows.

mod account;
mod erasing;

use db::{Conn, Result, Tx, sql};
use jiff::Timestamp;
use kernel::{Country, EmailAddress, Id, mark};

pub(crate) use account::*;
pub(crate) use erasing::*;

use crate::model::{Application, File, NewPerson, Participant, Participation, Person};

/// The person of this identity.
pub async fn person(conn: &mut Conn, id: Id<mark::Person>) -> Result<Option<Person>> {
    conn.first(
        sql!(
            "select id, edition_id, key, file, name, printed, email, office, organisation_id, organisation, country, gender,
                    born_on, language, consent, invented, erased_at
             from people where id = $1"
        ),
        (&id,),
    )
    .await
}

/// The person of this key.
pub async fn person_by_key(conn: &mut Conn, edition: Id<mark::Edition>, key: &str) -> Result<Option<Person>> {
    conn.first(
        sql!(
            "select id, edition_id, key, file, name, printed, email, office, organisation_id, organisation, country, gender,
                    born_on, language, consent, invented, erased_at
             from people where edition_id = $1 and key = $2"
        ),
        (&edition, key),
    )
    .await
}

/// The people whose name matters in public: who speaks, welcomes, moderates, trains.
pub async fn named(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Person>> {
    conn.all(
        sql!(
            "select id, edition_id, key, file, name, printed, email, office, organisation_id, organisation, country, gender,
                    born_on, language, consent, invented, erased_at
             from people where edition_id = $1 and file in ('people', 'people-invented') order by file, position"
        ),
        (&edition,),
    )
    .await
}

/// Everybody in the record of an edition, in the order of the folder.
pub(crate) async fn everybody(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Person>> {
    conn.all(
        sql!(
            "select id, edition_id, key, file, name, printed, email, office, organisation_id, organisation, country, gender,
                    born_on, language, consent, invented, erased_at
             from people where edition_id = $1 order by file, position, id"
        ),
        (&edition,),
    )
    .await
}

/// The person whom an address reaches within an edition.
pub(crate) async fn id_by_email(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    email: &EmailAddress,
) -> Result<Option<Id<mark::Person>>> {
    let found: Vec<Id<mark::Person>> = conn
        .values(
            sql!("select id as value from people where edition_id = $1 and email = $2 order by position limit 1"),
            (&edition, &email.folded()),
        )
        .await?;
    Ok(found.into_iter().next())
}

/// Holds an edition's list of people for the rest of the transaction, so that a stranger is added once.
pub(crate) async fn hold(tx: &mut Tx, edition: Id<mark::Edition>) -> Result<u64> {
    tx.run(sql!("update editions set demonstration = demonstration where id = $1"), (&edition,)).await
}

/// Adds somebody who came through a form of this installation.
pub(crate) async fn add(
    tx: &mut Tx,
    edition: Id<mark::Edition>,
    key: &str,
    new: &NewPerson,
) -> Result<Id<mark::Person>> {
    let id = Id::new();
    let place: i64 = tx
        .value(
            sql!("select coalesce(max(position), -1) + 1 as value from people where edition_id = $1 and file = 'here'"),
            (&edition,),
        )
        .await?;
    tx.run(
        sql!(
            "insert into people (id, edition_id, key, file, account_id, name, printed, email, office, organisation_id,
                                 organisation, country, gender, born_on, language, consent, invented, erased_at, position)
             values ($1, $2, $3, $4, null, $5, $5, $6, $7, null, $8, $9, null, null, $10, null, $11, null, $12)"
        ),
        (
            &id,
            &edition,
            key,
            &File::Here,
            &new.name,
            &new.email.folded(),
            &kernel::Text::default(),
            &new.organisation,
            &new.country,
            &new.language,
            &new.invented,
            &place,
        ),
    )
    .await?;
    Ok(id)
}

/// Who takes part in an activity at a moment, in the order of the list.
pub async fn participants(conn: &mut Conn, activity: Id<mark::Activity>, as_of: Timestamp) -> Result<Vec<Participant>> {
    conn.all(
        sql!(
            "select p.person_id, h.name, h.printed, h.country, p.party, p.since, h.invented
             from participations p join people h on h.id = p.person_id
             where p.activity_id = $1 and p.role = 'participant' and p.since <= $2 and (p.until is null or p.until > $2)
             order by p.position"
        ),
        (&activity, &as_of),
    )
    .await
}

/// How many participants of an activity come from which country, most first.
pub async fn countries_of_participants(
    conn: &mut Conn,
    activity: Id<mark::Activity>,
    as_of: Timestamp,
) -> Result<Vec<(Country, i64)>> {
    db::row! {
        struct Counted { country: Country, people: i64 }
    }
    let rows: Vec<Counted> = conn
        .all(
            sql!(
                "select h.country, count(distinct p.person_id) as people
                 from participations p join people h on h.id = p.person_id
                 where p.activity_id = $1 and p.role = 'participant' and p.since <= $2 and (p.until is null or p.until > $2)
                       and h.country is not null
                 group by h.country order by people desc, h.country"
            ),
            (&activity, &as_of),
        )
        .await?;
    Ok(rows.into_iter().map(|it| (it.country, it.people)).collect())
}

/// Every part that somebody takes in an activity of the edition, in the order of the folder.
pub(crate) async fn participations(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Participation>> {
    conn.all(
        sql!(
            "select activity_id, person_id, role, party, since, until from participations where edition_id = $1 order by position"
        ),
        (&edition,),
    )
    .await
}

/// In what one person takes part.
pub(crate) async fn participations_of(conn: &mut Conn, person: Id<mark::Person>) -> Result<Vec<Participation>> {
    conn.all(
        sql!("select activity_id, person_id, role, party, since, until from participations where person_id = $1 order by since"),
        (&person,),
    )
    .await
}

/// Every answer to the call.
pub(crate) async fn applications(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Application>> {
    conn.all(
        sql!("select person_id, party, motivation, applied_at from applications where edition_id = $1 order by applied_at"),
        (&edition,),
    )
    .await
}

/// One person's answer to the call.
pub(crate) async fn application_of(conn: &mut Conn, person: Id<mark::Person>) -> Result<Option<Application>> {
    conn.first(
        sql!("select person_id, party, motivation, applied_at from applications where person_id = $1"),
        (&person,),
    )
    .await
}

/// Corrects how a person is named and what their office is.
pub(crate) async fn correct(tx: &mut Tx, it: &Person) -> Result<()> {
    tx.run(
        sql!("update people set name = $2, printed = $3, office = $4, organisation = $5 where id = $1 and erased_at is null"),
        (&it.id, &it.name, &it.printed, &it.office, &it.organisation),
    )
    .await?;
    Ok(())
}

db::row! {
    /// A person as a list shows them.
    pub struct Listed {
        /// Their identity.
        pub id: Id<mark::Person>,
        /// Their key.
        pub key: kernel::Key,
        /// How they came into the record.
        pub file: File,
        /// The name by which people know them.
        pub name: String,
        /// The name as printed.
        pub printed: String,
        /// Where letters reach them.
        pub email: Option<EmailAddress>,
        /// The organisation in their own words.
        pub organisation: String,
        /// Their country.
        pub country: Option<Country>,
        /// Whether a demonstration made them up.
        pub invented: bool,
        /// When what they told us was erased.
        pub erased_at: Option<Timestamp>,
    }
}

/// The people of an edition, of one country and one door where they are named.
pub(crate) async fn listed(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    country: &str,
    file: &str,
) -> Result<Vec<Listed>> {
    conn.all(
        sql!(
            "select id, key, file, name, printed, email, organisation, country, invented, erased_at
             from people where edition_id = $1 and ($2 = '' or country = $2) and ($3 = '' or file = $3)"
        ),
        (&edition, country, file),
    )
    .await
}
