//! What stands between the two halves of a sign-in: kept here for some minutes, known to the reader by its identity alone.

use db::{Json, Tx};
use host::{App, Clock, Result, access};
use jiff::SignedDuration;
use kernel::{EmailAddress, Id, mark};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

use crate::{letters, store};

/// How long a browser may take for a passkey.
const PASSKEY_LIFE: SignedDuration = SignedDuration::from_mins(5);

/// How many letters are written to one account within the life of a letter: a neighbour cannot fill its box.
const LETTERS: i64 = 5;

/// How many codes may be typed for one letter.
const TRIES: u8 = 5;

/// A ceremony under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Ceremony {
    /// Somebody asked for a letter; whether they have an account is not told.
    Letter {
        /// To which address.
        email: EmailAddress,
        /// Where they wanted to go.
        next: String,
        /// How many codes were typed.
        tries: u8,
    },
    /// Somebody who is signed in adds a passkey.
    Adding(Box<PasskeyRegistration>),
    /// Somebody signs in with a passkey.
    SigningIn {
        /// What was asked of the browser.
        state: Box<DiscoverableAuthentication>,
        /// Where they wanted to go.
        next: String,
    },
}

/// Begins a sign-in by letter. An address without an account gets no letter and the same answer.
pub(crate) async fn ask_for_letter(app: &App, tx: &mut Tx, email: &EmailAddress, next: &str) -> Result<Id<Ceremony>> {
    let now = Clock::real();
    let account = access::account_by_email(tx, email).await?.filter(|it| it.ended_at.is_none());
    if let Some(account) = &account
        && store::open_ceremonies(tx, account.id, now).await? < LETTERS
    {
        letters::sign_in(app, tx, account, next).await?;
    }
    let state = Ceremony::Letter { email: email.clone(), next: next.to_owned(), tries: 0 };
    begin(tx, account.map(|it| it.id), state, host::sign_in::LIFE).await
}

/// Begins a ceremony with a browser's passkey.
pub(crate) async fn begin_passkey(
    tx: &mut Tx,
    account: Option<Id<mark::Account>>,
    state: Ceremony,
) -> Result<Id<Ceremony>> {
    begin(tx, account, state, PASSKEY_LIFE).await
}

async fn begin(
    tx: &mut Tx,
    account: Option<Id<mark::Account>>,
    state: Ceremony,
    life: SignedDuration,
) -> Result<Id<Ceremony>> {
    let now = Clock::real();
    let id = Id::new();
    store::forget_ceremonies(tx, now).await?;
    store::keep_ceremony(tx, id, account, &Json(&state), now + life).await?;
    Ok(id)
}

/// What came of a typed code.
pub(crate) enum Typed {
    /// It was the letter's: whom it signs in, and where they wanted to go.
    Right(Id<mark::Account>, String),
    /// It was not; it may be tried again.
    Wrong(EmailAddress),
    /// The ceremony is over.
    Over,
}

/// Tries a code. An address without an account is told the same as one with a wrong code, as often.
pub(crate) async fn type_code(tx: &mut Tx, id: Id<Ceremony>, code: &str) -> Result<Typed> {
    let now = Clock::real();
    let Some(Ceremony::Letter { email, next, tries }) = store::ceremony(tx, id, now).await?.map(|it| it.state.0) else {
        return Ok(Typed::Over);
    };
    if tries >= TRIES {
        return Ok(Typed::Over);
    }
    let account = access::account_by_email(tx, &email).await?.filter(|it| it.ended_at.is_none());
    if let Some(account) = account
        && let Ok(letter) = host::sign_in::consume_code(tx, account.id, code, now).await?
    {
        store::end_ceremony(tx, id).await?;
        return Ok(Typed::Right(account.id, letter.next_path));
    }
    let state = Ceremony::Letter { email: email.clone(), next, tries: tries + 1 };
    store::change_ceremony(tx, id, &Json(&state)).await?;
    Ok(Typed::Wrong(email))
}
