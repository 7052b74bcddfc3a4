//! What was observed, said and answered, and the outbox, as rows.

use db::{Conn, Result, Tx, sql};
use host::figures::Scope;
use jiff::{Timestamp, civil::Date};
use kernel::{Id, Key, Text, mark};
use programme::Source;

use crate::model::{
    BouncedAddress, ExternalEvent, ItemResult, LetterState, Observation, OutboxLine, Quotation, Survey, SurveyItem,
};

/// The numbers that were counted elsewhere, in the edition's order.
pub async fn observations(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Observation>> {
    conn.all(
        sql!(
            "select key, label, value, display, observer, evidence, observed_on, definition, link
             from observations where edition_id = $1 order by position"
        ),
        (&edition,),
    )
    .await
}

/// What was observed last of each thing by the scope's day: the observations that figures show.
pub async fn newest_observations(conn: &mut Conn, scope: Scope) -> Result<Vec<Observation>> {
    conn.all(
        sql!(
            "select key, label, value, display, observer, evidence, observed_on, definition, link
             from observations o where o.edition_id = $1 and o.observed_on <= $2
               and not exists (select 1 from observations n
                               where n.edition_id = o.edition_id and n.key = o.key and n.observed_on <= $2
                                 and (n.observed_on > o.observed_on
                                      or n.observed_on = o.observed_on and n.position > o.position))
             order by position"
        ),
        (&scope.edition, &scope.today),
    )
    .await
}

/// The place after the last observation of an edition.
pub(crate) async fn next_observation(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<i64> {
    conn.value(
        sql!("select coalesce(max(position), -1) + 1 as value from observations where edition_id = $1"),
        (&edition,),
    )
    .await
}

/// Adds an observation at a place.
pub(crate) async fn add_observation(
    tx: &mut Tx,
    id: Id<Observation>,
    edition: Id<mark::Edition>,
    it: &Observation,
    position: i64,
) -> Result<()> {
    tx.run(
        sql!(
            "insert into observations (id, edition_id, key, label, value, display, observer, evidence, observed_on,
                                       definition, link, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        (
            &id,
            &edition,
            &it.key,
            &it.label,
            &it.value,
            &it.display,
            &it.observer,
            &it.evidence,
            &it.observed_on,
            &it.definition,
            &it.link,
            &position,
        ),
    )
    .await?;
    Ok(())
}

/// Takes the observation of a thing on a day away.
pub(crate) async fn remove_observation(tx: &mut Tx, edition: Id<mark::Edition>, key: &Key, on: Date) -> Result<u64> {
    tx.run(
        sql!("delete from observations where edition_id = $1 and key = $2 and observed_on = $3"),
        (&edition, key, &on),
    )
    .await
}

/// The events at which the programme was a guest, in the edition's order.
pub async fn external_events(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<ExternalEvent>> {
    conn.all(
        sql!(
            "select key, title, held_on, mode_printed, mode, place, host, audience, summary
             from external_events where edition_id = $1 order by position, key"
        ),
        (&edition,),
    )
    .await
}

/// The place after the last event of an edition.
pub(crate) async fn next_event(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<i64> {
    conn.value(
        sql!("select coalesce(max(position), -1) + 1 as value from external_events where edition_id = $1"),
        (&edition,),
    )
    .await
}

/// The place of an event among the others.
pub(crate) async fn event_position(conn: &mut Conn, edition: Id<mark::Edition>, key: &Key) -> Result<i64> {
    conn.value(
        sql!("select position as value from external_events where edition_id = $1 and key = $2"),
        (&edition, key),
    )
    .await
}

/// Adds an event at a place.
pub(crate) async fn add_event(
    tx: &mut Tx,
    id: Id<ExternalEvent>,
    edition: Id<mark::Edition>,
    it: &ExternalEvent,
    position: i64,
) -> Result<()> {
    tx.run(
        sql!(
            "insert into external_events (id, edition_id, key, title, held_on, mode_printed, mode, place, host, audience,
                                          summary, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        (
            &id,
            &edition,
            &it.key,
            &it.title,
            &it.held_on,
            &it.mode_printed,
            &it.mode,
            &it.place,
            &it.host,
            &it.audience,
            &it.summary,
            &position,
        ),
    )
    .await?;
    Ok(())
}

/// Writes everything of an event but its key.
pub(crate) async fn change_event(tx: &mut Tx, edition: Id<mark::Edition>, it: &ExternalEvent) -> Result<()> {
    tx.run(
        sql!(
            "update external_events set title = $3, held_on = $4, mode_printed = $5, mode = $6, place = $7, host = $8,
                    audience = $9, summary = $10
             where edition_id = $1 and key = $2"
        ),
        (
            &edition,
            &it.key,
            &it.title,
            &it.held_on,
            &it.mode_printed,
            &it.mode,
            &it.place,
            &it.host,
            &it.audience,
            &it.summary,
        ),
    )
    .await?;
    Ok(())
}

/// Takes an event away.
pub(crate) async fn remove_event(tx: &mut Tx, edition: Id<mark::Edition>, key: &Key) -> Result<u64> {
    tx.run(sql!("delete from external_events where edition_id = $1 and key = $2"), (&edition, key)).await
}

/// What participants said and had approved by a day, in the edition's order.
pub async fn quotations(conn: &mut Conn, edition: Id<mark::Edition>, today: Date) -> Result<Vec<Quotation>> {
    conn.all(
        sql!(
            "select key, activity_id, text, country, party, approved_on, source
             from quotations where edition_id = $1 and approved_on <= $2 order by position"
        ),
        (&edition, &today),
    )
    .await
}

/// The surveys of an edition, in its order.
pub async fn surveys(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Survey>> {
    conn.all(
        sql!(
            "select id, key, activity_id, title, opened_on, closed_on, invited
             from surveys where edition_id = $1 order by position"
        ),
        (&edition,),
    )
    .await
}

/// The statements of an edition's surveys, in its order.
pub async fn items(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<SurveyItem>> {
    conn.all(
        sql!("select id, survey_id, key, statement, label, source from survey_items where edition_id = $1 order by position"),
        (&edition,),
    )
    .await
}

/// How each statement was answered until a moment.
pub async fn survey_results(conn: &mut Conn, edition: Id<mark::Edition>, as_of: Timestamp) -> Result<Vec<ItemResult>> {
    db::row! {
        struct Counted {
            key: Key, statement: Text, source: Source, invited: i64, one: i64, two: i64, three: i64, four: i64, five: i64,
        }
    }
    let rows: Vec<Counted> = conn
        .all(
            sql!(
                "select i.key, i.statement, i.source, s.invited,
                        count(a.answer) filter (where a.answer = 1) as one, count(a.answer) filter (where a.answer = 2) as two,
                        count(a.answer) filter (where a.answer = 3) as three, count(a.answer) filter (where a.answer = 4) as four,
                        count(a.answer) filter (where a.answer = 5) as five
                 from survey_items i join surveys s on s.id = i.survey_id
                 left join answers a on a.item_id = i.id and a.answered_at <= $2
                 where i.edition_id = $1 group by i.id, s.id order by s.position, i.position"
            ),
            (&edition, &as_of),
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|it| {
            let counts = [it.one, it.two, it.three, it.four, it.five];
            ItemResult {
                key: it.key,
                statement: it.statement,
                counts,
                answered: counts.iter().sum(),
                invited: it.invited,
                source: it.source,
            }
        })
        .collect())
}

db::row! {
    /// One answer of somebody whom only a number tells apart from others.
    pub struct Answer {
        /// The survey.
        pub survey: Key,
        /// The statement.
        pub item: Key,
        /// Who answered, as a number that belongs to no name.
        pub respondent: String,
        /// From 1, strongly disagree, to 5, strongly agree.
        pub answer: i64,
        /// When.
        pub answered_at: Timestamp,
    }
}

/// Every answer, in the order of the folder.
pub(crate) async fn all_answers(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<Answer>> {
    conn.all(
        sql!(
            "select s.key as survey, i.key as item, a.respondent, a.answer, a.answered_at
             from answers a join survey_items i on i.id = a.item_id join surveys s on s.id = i.survey_id
             where a.edition_id = $1 order by a.position"
        ),
        (&edition,),
    )
    .await
}

/// The newest letters of an edition and of none, in one state or in any: at most `count`, from the `skip`-th on.
pub(crate) async fn outbox(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    state: Option<LetterState>,
    skip: i64,
    count: i64,
) -> Result<Vec<OutboxLine>> {
    conn.all(
        sql!(
            "select id, to_name, to_address, subject, written_at, state, bounced_at from (
                 select l.id, l.to_name, l.to_address, l.subject, l.written_at, a.bounced_at,
                        case when l.sent_at is not null then 'sent' when l.kept_at is not null then 'kept'
                             when l.given_up_at is not null then 'given-up' else 'waiting' end as state
                 from letters l left join addresses a on a.address = lower(l.to_address)
                 where l.edition_id = $1 or l.edition_id is null) as stated
             where $2 = '' or state = $2 order by written_at desc, id desc limit $3 offset $4"
        ),
        (&edition, state.map_or("", LetterState::word), &count, &skip),
    )
    .await
}

db::row! {
    /// How many letters stand in one state.
    pub struct StateCount {
        /// The state.
        pub state: LetterState,
        /// How many letters.
        pub letters: i64,
        /// To how many of them the address bounced.
        pub bounced: i64,
    }
}

/// How many letters stand where.
pub async fn letters_by_state(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<StateCount>> {
    conn.all(
        sql!(
            "select state, count(*) as letters, count(bounced_at) as bounced from (
                 select a.bounced_at,
                        case when l.sent_at is not null then 'sent' when l.kept_at is not null then 'kept'
                             when l.given_up_at is not null then 'given-up' else 'waiting' end as state
                 from letters l left join addresses a on a.address = lower(l.to_address)
                 where l.edition_id = $1 or l.edition_id is null) as stated
             group by state"
        ),
        (&edition,),
    )
    .await
}

/// Whether a letter is one of this edition's, or of none.
pub(crate) async fn is_letter_of(
    conn: &mut Conn,
    edition: Id<mark::Edition>,
    letter: Id<mark::Letter>,
) -> Result<bool> {
    let found: i64 = conn
        .value(
            sql!("select count(*) as value from letters where id = $1 and (edition_id = $2 or edition_id is null)"),
            (&letter, &edition),
        )
        .await?;
    Ok(found > 0)
}

/// The addresses of this edition's letters and people that cannot be reached, the newest mark first.
pub async fn bounced_addresses(conn: &mut Conn, edition: Id<mark::Edition>) -> Result<Vec<BouncedAddress>> {
    conn.all(
        sql!(
            "select address, bounced_at, bounce from addresses a
             where bounced_at is not null
               and (exists (select 1 from letters l where lower(l.to_address) = a.address
                            and (l.edition_id = $1 or l.edition_id is null))
                    or exists (select 1 from people p where p.edition_id = $1 and lower(p.email) = a.address))
             order by bounced_at desc, address"
        ),
        (&edition,),
    )
    .await
}
