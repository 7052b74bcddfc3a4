//! What this room counts: how far people agree, and what others observed.

use db::Conn;
use host::{
    Found, Result,
    figures::{Display, Indicator, Scope, Trace, Value},
};
use kernel::Language;

use crate::{
    model::{ItemResult, Observation},
    store,
};

/// From this answer on somebody agrees.
const AGREES: i64 = 4;

/// A percentage of those who answered; its statement has the same key in every edition that asks it.
macro_rules! agreement {
    ($key:literal, $item:literal, $title:literal) => {
        Indicator {
            key: $key,
            title: $title,
            definition: "outreach-agreement-definition",
            display: Display::Percent,
            compute: |conn, scope| Box::pin(async move { agreement(conn, scope, $item).await }),
            rows: |conn, scope| Box::pin(async move { answers(conn, scope, $item).await }),
        }
    };
}

/// A number that somebody counted elsewhere.
macro_rules! observed {
    ($key:literal, $step:literal, $observation:literal, $title:literal, $definition:literal) => {
        Indicator {
            key: $key,
            title: $title,
            definition: $definition,
            display: Display::AtLeast($step),
            compute: |conn, scope| {
                Box::pin(async move {
                    Ok(observation(conn, scope, $observation).await?.map(|it| Value { number: it.value, of: None }))
                })
            },
            rows: |conn, scope| Box::pin(async move { observed_row(conn, scope, $observation).await }),
        }
    };
}

/// What can be counted here.
pub fn indicators() -> Vec<Indicator> {
    vec![
        agreement!("survey.understanding", "understanding", "outreach-understanding"),
        agreement!("survey.knowledge", "knowledge", "outreach-knowledge"),
        agreement!("survey.connections", "connections", "outreach-connections"),
        agreement!("survey.continued-engagement", "continued-engagement", "outreach-continued-engagement"),
        observed!(
            "outreach.social-media",
            1000,
            "social-media-reach",
            "outreach-social-media",
            "outreach-social-media-definition"
        ),
        observed!("outreach.website", 1000, "website-visitors", "outreach-website", "outreach-website-definition"),
        observed!(
            "outreach.external-audience",
            10,
            "external-audience",
            "outreach-external-audience",
            "outreach-external-audience-definition"
        ),
    ]
}

/// The observation behind an indicator, as of the scope's day; `None` where the program counts by itself.
pub async fn observed_by(conn: &mut Conn, scope: Scope, indicator: &str) -> Result<Option<Observation>> {
    match indicator {
        "outreach.social-media" => observation(conn, scope, "social-media-reach").await,
        "outreach.website" => observation(conn, scope, "website-visitors").await,
        "outreach.external-audience" => observation(conn, scope, "external-audience").await,
        _ => Ok(None),
    }
}

/// How the statement behind a percentage was answered; `None` for every other figure.
pub async fn answers_behind(conn: &mut Conn, scope: Scope, indicator: &str) -> Result<Option<ItemResult>> {
    match indicator.strip_prefix("survey.") {
        Some(item) => result_of(conn, scope, item).await,
        None => Ok(None),
    }
}

async fn result_of(conn: &mut Conn, scope: Scope, item: &str) -> Result<Option<ItemResult>> {
    let results = store::survey_results(conn, scope.edition, scope.as_of).await?;
    Ok(results.into_iter().find(|it| it.key.as_str() == item && it.answered > 0))
}

async fn agreement(conn: &mut Conn, scope: Scope, item: &str) -> Result<Option<Value>> {
    let result = result_of(conn, scope, item).await?;
    Ok(result.map(|it| Value { number: it.agreed(), of: Some(it.answered) }))
}

/// Everybody who answered, those who agree first: as many rows as the percentage's whole.
async fn answers(conn: &mut Conn, scope: Scope, item: &str) -> Result<Trace> {
    let mut answers = store::answers_to(conn, scope.edition, item, scope.as_of).await?;
    answers.sort_by_key(|it| it.answer < AGREES);
    let row = |it: store::Answer| vec![it.respondent, it.answer.to_string(), it.answered_at.to_string()];
    Ok(Trace {
        columns: vec!["outreach-column-respondent", "outreach-column-answer", "outreach-column-answered-at"],
        rows: answers.into_iter().map(row).collect(),
    })
}

/// An observation that was made by the day on the host's calendar.
async fn observation(conn: &mut Conn, scope: Scope, key: &str) -> Result<Option<Observation>> {
    let today = programme::edition(conn, scope.edition).await?.found()?.today(scope.as_of);
    let all = store::observations(conn, scope.edition).await?;
    Ok(all.into_iter().find(|it| it.key.as_str() == key && it.observed_on <= today))
}

/// The one row behind an observed figure: it cannot be counted again here.
async fn observed_row(conn: &mut Conn, scope: Scope, key: &str) -> Result<Trace> {
    let english = Language::ENGLISH;
    let row = |it: Observation| {
        let said = |text: &kernel::Text| text.best(english).1.to_owned();
        vec![it.value.to_string(), said(&it.observer), said(&it.evidence), it.observed_on.to_string()]
    };
    Ok(Trace {
        columns: vec![
            "outreach-column-number",
            "outreach-column-observer",
            "outreach-column-evidence",
            "outreach-column-observed-on",
        ],
        rows: observation(conn, scope, key).await?.map(row).into_iter().collect(),
    })
}
