//! Passkeys: added by whoever is signed in, then enough to sign in without a letter.
//!
//! They are discoverable: nobody types an address, so nobody learns which addresses have an account.

use db::{Json, Tx};
use host::{Act, Actor, App, Clock, Error, Result, access, journal, secrets};
use kernel::{Id, mark};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::{
    ceremony::{self, Ceremony},
    refusal::PeopleRefusal,
    store,
};

/// How many passkeys an account may have.
const MOST: usize = 20;

/// What the browser is asked.
#[derive(Serialize)]
pub(crate) struct Question {
    /// The ceremony that the answer belongs to.
    pub(crate) ceremony: Id<Ceremony>,
    /// What the browser's own interface is called with.
    #[serde(rename = "publicKey")]
    pub(crate) public_key: serde_json::Value,
}

/// What the browser answers.
#[derive(Deserialize)]
pub(crate) struct Reply<T> {
    /// The ceremony.
    pub(crate) ceremony: Id<Ceremony>,
    /// What the browser's own interface gave.
    pub(crate) credential: T,
}

/// The ceremonies for the address under which readers reach us; none where that address has no name.
///
/// Browsers give passkeys to names, never to numbers: on a machine of one's own the name is `localhost`.
pub(crate) fn ceremonies(app: &App) -> Option<Webauthn> {
    let mut origin: Url = app.config.origin().parse().ok()?;
    if origin.host_str() == Some("127.0.0.1") {
        origin.set_host(Some("localhost")).ok()?;
    }
    let name = origin.domain()?.to_owned();
    WebauthnBuilder::new(&name, &origin).ok()?.build().ok()
}

fn failed(error: &WebauthnError) -> Error {
    tracing::info!(%error, "a passkey could not be verified");
    PeopleRefusal::Passkey.into()
}

/// Asks the browser of whoever is signed in to make a passkey.
pub(crate) async fn begin_adding(app: &App, tx: &mut Tx, actor: &Actor) -> Result<Question> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    let webauthn = ceremonies(app).ok_or(PeopleRefusal::Passkey)?;
    let known = store::passkeys(tx, actor.account).await?;
    if known.len() >= MOST {
        return Err(PeopleRefusal::Passkey.into());
    }
    let known = known.iter().map(|it| it.credential.0.cred_id().clone()).collect();
    let (asked, state) = webauthn
        .start_passkey_registration(actor.account.uuid(), actor.email.as_str(), &actor.name, Some(known))
        .map_err(|error| failed(&error))?;
    let mut public_key = serde_json::to_value(&asked.public_key).map_err(Error::fault)?;
    if let Some(wanted) = public_key.get_mut("authenticatorSelection") {
        wanted["residentKey"] = "required".into();
        wanted["requireResidentKey"] = true.into();
    }
    let ceremony = ceremony::begin_passkey(tx, Some(actor.account), Ceremony::Adding(Box::new(state))).await?;
    Ok(Question { ceremony, public_key })
}

/// Takes the passkey that the browser made.
pub(crate) async fn finish_adding(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    name: &str,
    reply: &Reply<RegisterPublicKeyCredential>,
) -> Result<()> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    let now = Clock::real();
    let kept = store::ceremony(tx, reply.ceremony, now).await?.filter(|it| it.account_id == Some(actor.account));
    store::end_ceremony(tx, reply.ceremony).await?;
    let Some(Ceremony::Adding(state)) = kept.map(|it| it.state.0) else { return Err(PeopleRefusal::Passkey.into()) };
    let passkey = verify_new(app, &reply.credential, &state)?;
    let id = Id::new();
    store::add_passkey(tx, id, actor.account, &secrets::digest(passkey.cred_id()), name, &Json(&passkey), now).await?;
    journal::Entry::by(actor, "journal-people-passkey-added", "account", actor.account).write(tx).await
}

fn verify_new(app: &App, credential: &RegisterPublicKeyCredential, state: &PasskeyRegistration) -> Result<Passkey> {
    let webauthn = ceremonies(app).ok_or(PeopleRefusal::Passkey)?;
    webauthn.finish_passkey_registration(credential, state).map_err(|error| failed(&error))
}

/// Takes a passkey away.
pub(crate) async fn remove(tx: &mut Tx, actor: &Actor, id: Id<store::KeptPasskey>) -> Result<()> {
    actor.may(Act::EditOwnAccount(actor.account))?;
    if store::remove_passkey(tx, actor.account, id).await? == 0 {
        return Err(Error::Hidden);
    }
    journal::Entry::by(actor, "journal-people-passkey-removed", "account", actor.account).write(tx).await
}

/// Asks the browser of anybody for a passkey.
pub(crate) async fn begin_sign_in(app: &App, tx: &mut Tx, next: &str) -> Result<Question> {
    let webauthn = ceremonies(app).ok_or(PeopleRefusal::Passkey)?;
    let (asked, state) = webauthn.start_discoverable_authentication().map_err(|error| failed(&error))?;
    let public_key = serde_json::to_value(&asked.public_key).map_err(Error::fault)?;
    let state = Ceremony::SigningIn { state: Box::new(state), next: next.to_owned() };
    Ok(Question { ceremony: ceremony::begin_passkey(tx, None, state).await?, public_key })
}

/// Whom the browser's passkey signs in, and where they wanted to go.
pub(crate) async fn finish_sign_in(
    app: &App,
    tx: &mut Tx,
    reply: &Reply<PublicKeyCredential>,
) -> Result<(Id<mark::Account>, String)> {
    let now = Clock::real();
    let kept = store::ceremony(tx, reply.ceremony, now).await?;
    store::end_ceremony(tx, reply.ceremony).await?;
    let Some(Ceremony::SigningIn { state, next }) = kept.map(|it| it.state.0) else {
        return Err(PeopleRefusal::Passkey.into());
    };
    let known = store::passkey_of_credential(tx, &secrets::digest(reply.credential.get_credential_id())).await?;
    let known = known.ok_or(PeopleRefusal::Passkey)?;
    let passkey = verify(app, &reply.credential, *state, &known)?;
    access::account(tx, known.account_id).await?.filter(|it| it.ended_at.is_none()).ok_or(PeopleRefusal::Passkey)?;
    store::use_passkey(tx, known.id, &Json(&passkey), now).await?;
    Ok((known.account_id, next))
}

/// Verifies the signature; the passkey with its counter moved on.
fn verify(
    app: &App,
    credential: &PublicKeyCredential,
    state: DiscoverableAuthentication,
    known: &store::KeptPasskey,
) -> Result<Passkey> {
    let webauthn = ceremonies(app).ok_or(PeopleRefusal::Passkey)?;
    let (user, _) = webauthn.identify_discoverable_authentication(credential).map_err(|error| failed(&error))?;
    if user != known.account_id.uuid() {
        return Err(PeopleRefusal::Passkey.into());
    }
    let mut passkey = known.credential.0.clone();
    let result = webauthn
        .finish_discoverable_authentication_v2(credential, state, DiscoverableKey::from(&passkey))
        .map_err(|error| failed(&error))?;
    passkey.update_credential(&result);
    Ok(passkey)
}
