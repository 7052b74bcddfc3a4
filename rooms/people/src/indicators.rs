//! The figures of this room: who applied, who takes part, from how many countries.

use std::collections::BTreeMap;

use db::Conn;
use host::{
    Result,
    figures::{Display, Indicator, Scope, Trace, Value},
};

use crate::store::{self, Counted};

const PEOPLE: &[&str] = &["people-column-name", "people-column-country", "people-column-party", "people-column-day"];
const COUNTRIES: &[&str] = &["people-column-country", "people-column-people"];

/// What this room can count.
pub fn indicators() -> Vec<Indicator> {
    vec![
        Indicator {
            key: "call.applicants",
            title: "people-call-applicants",
            definition: "people-call-applicants-definition",
            display: Display::AtLeast(100),
            compute: |conn, scope| {
                Box::pin(async move { Ok(some(store::count_applicants(conn, scope.edition, scope.as_of).await?)) })
            },
            rows: |conn, scope| {
                Box::pin(async move { Ok(people(store::counted_applicants(conn, scope.edition, scope.as_of).await?)) })
            },
        },
        Indicator {
            key: "training.participants",
            title: "people-training-participants",
            definition: "people-training-participants-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(participants(conn, scope, "training")),
            rows: |conn, scope| Box::pin(participant_rows(conn, scope, &["training"])),
        },
        Indicator {
            key: "training.countries",
            title: "people-training-countries",
            definition: "people-training-countries-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(countries(conn, scope, "training")),
            rows: |conn, scope| Box::pin(country_rows(conn, scope, "training")),
        },
        Indicator {
            key: "summit.participants",
            title: "people-summit-participants",
            definition: "people-summit-participants-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(participants(conn, scope, "summit")),
            rows: |conn, scope| Box::pin(participant_rows(conn, scope, &["summit"])),
        },
        Indicator {
            key: "summit.countries",
            title: "people-summit-countries",
            definition: "people-summit-countries-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(countries(conn, scope, "summit")),
            rows: |conn, scope| Box::pin(country_rows(conn, scope, "summit")),
        },
        Indicator {
            key: "workshop.participants",
            title: "people-workshop-participants",
            definition: "people-workshop-participants-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(participants(conn, scope, "workshop")),
            rows: |conn, scope| Box::pin(participant_rows(conn, scope, &["workshop"])),
        },
        Indicator {
            key: "people.engaged-participants",
            title: "people-engaged-participants",
            definition: "people-engaged-participants-definition",
            display: Display::Exact,
            compute: |conn, scope| Box::pin(engaged(conn, scope)),
            rows: |conn, scope| Box::pin(participant_rows(conn, scope, &["training", "workshop"])),
        },
    ]
}

/// A figure of nobody is no figure yet.
fn some(number: i64) -> Option<Value> {
    (number > 0).then_some(Value { number, of: None })
}

async fn participants(conn: &mut Conn, scope: Scope, kind: &str) -> Result<Option<Value>> {
    Ok(some(store::count_participants(conn, scope.edition, kind, scope.as_of).await?))
}

async fn countries(conn: &mut Conn, scope: Scope, kind: &str) -> Result<Option<Value>> {
    Ok(some(store::count_countries(conn, scope.edition, kind, scope.as_of).await?))
}

/// Whoever takes part in a training and in a workshop counts in both, as the definition says.
async fn engaged(conn: &mut Conn, scope: Scope) -> Result<Option<Value>> {
    let training = store::count_participants(conn, scope.edition, "training", scope.as_of).await?;
    let workshop = store::count_participants(conn, scope.edition, "workshop", scope.as_of).await?;
    Ok(some(training + workshop))
}

async fn participant_rows(conn: &mut Conn, scope: Scope, kinds: &[&str]) -> Result<Trace> {
    let mut counted = Vec::new();
    for kind in kinds {
        counted.extend(store::counted_participants(conn, scope.edition, kind, scope.as_of).await?);
    }
    Ok(people(counted))
}

async fn country_rows(conn: &mut Conn, scope: Scope, kind: &str) -> Result<Trace> {
    let counted = store::counted_participants(conn, scope.edition, kind, scope.as_of).await?;
    let mut by_country: BTreeMap<String, usize> = BTreeMap::new();
    for country in counted.iter().filter_map(|it| it.country) {
        *by_country.entry(country.to_string()).or_default() += 1;
    }
    let rows = by_country.into_iter().map(|(country, people)| vec![country, people.to_string()]).collect();
    Ok(Trace { columns: COUNTRIES.to_vec(), rows })
}

fn people(counted: Vec<Counted>) -> Trace {
    let rows = counted
        .into_iter()
        .map(|it| {
            let country = it.country.map(|it| it.to_string()).unwrap_or_default();
            let day = it.since.strftime("%Y-%m-%d").to_string();
            vec![it.name, country, it.party.unwrap_or_default(), day]
        })
        .collect();
    Trace { columns: PEOPLE.to_vec(), rows }
}
