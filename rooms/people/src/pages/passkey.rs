//! The browser's calls for passkeys: what it asks and what it answers, as JSON.

use axum::{
    Extension,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use host::{
    Actor, App, Ask, Download, Result, redirect,
    web::{Browser, Secure},
};
use kernel::Id;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

use super::{me::device, sign_in};
use crate::{
    passkeys::{self, Reply},
    refusal::PeopleRefusal,
    store::KeptPasskey,
};

#[derive(Serialize)]
struct Onwards<'a> {
    next: &'a str,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    next: String,
}

fn answer(words: &impl Serialize) -> Result<Response> {
    let bytes = serde_json::to_vec(words).map_err(host::Error::fault)?;
    Ok(Download { media_type: "application/json", name: None, bytes }.into_response())
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    serde_json::from_slice(body).map_err(|_| PeopleRefusal::Passkey.into())
}

/// Asks the browser to make a passkey.
pub(super) async fn begin_adding(State(app): State<App>, actor: Actor) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let question = passkeys::begin_adding(&app, &mut tx, &actor).await?;
    tx.commit().await?;
    answer(&question)
}

/// Takes the passkey that it made.
pub(super) async fn finish_adding(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    Extension(browser): Extension<Browser>,
    body: Bytes,
) -> Result<Response> {
    let reply: Reply<RegisterPublicKeyCredential> = read(&body)?;
    let mut tx = app.db.write().await?;
    passkeys::finish_adding(&app, &mut tx, &actor, &device(&reader, &browser.0), &reply).await?;
    tx.commit().await?;
    answer(&Onwards { next: &reader.href_in(actor.language, "/me") })
}

/// Asks the browser for a passkey.
pub(super) async fn begin_sign_in(State(app): State<App>, body: Bytes) -> Result<Response> {
    let wanted: Wanted = read(&body)?;
    let mut tx = app.db.write().await?;
    let question = passkeys::begin_sign_in(&app, &mut tx, sign_in::local(&wanted.next)).await?;
    tx.commit().await?;
    answer(&question)
}

/// Signs in whoever's passkey it is.
pub(super) async fn finish_sign_in(
    State(app): State<App>,
    Extension(browser): Extension<Browser>,
    Extension(secure): Extension<Secure>,
    body: Bytes,
) -> Result<Response> {
    let reply: Reply<PublicKeyCredential> = read(&body)?;
    let mut tx = app.db.write().await?;
    let (account, next) = passkeys::finish_sign_in(&app, &mut tx, &reply).await?;
    let next = if next.is_empty() { "/me" } else { &next };
    sign_in::signed_in(&app, tx, account, &browser, secure, answer(&Onwards { next })?).await
}

/// Takes a passkey away.
pub(super) async fn remove(
    State(app): State<App>,
    Ask(reader): Ask,
    actor: Actor,
    Path(id): Path<Id<KeptPasskey>>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    passkeys::remove(&mut tx, &actor, id).await?;
    tx.commit().await?;
    Ok(redirect(&reader.href("/me")))
}
