//! Signing in by letter: a link that shows one button, and a code to type where the link cannot be followed.
//!
//! Following the link changes nothing, since mail scanners follow links; only the button does.

use db::{Conn, Tx, sql};
use jiff::{SignedDuration, Timestamp};
use kernel::{Id, Say, mark};

use crate::{Refusal, RefusalKind, Result, secrets};

/// How long a letter can be used.
pub const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// How long the operator's link from the command line can be used.
pub const OPERATOR_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// How many wrong codes a letter bears: with eight digits, a guesser's chance stays under one in ten million.
const TRIES: i64 = 5;

/// What a letter that was just written carries; kept nowhere.
pub struct Secrets {
    /// For the link.
    pub token: String,
    /// To be typed.
    pub code: String,
}

db::row! {
    /// A sign-in letter that was found by its secret.
    pub struct Letter {
        /// Its identity.
        pub id: Id<()>,
        /// Whom it signs in.
        pub account_id: Id<mark::Account>,
        /// How many wrong codes were typed.
        pub tries: i64,
        /// Where they wanted to go.
        pub next_path: String,
        /// Until when it can be used.
        pub expires_at: Timestamp,
        /// When it was used.
        pub used_at: Option<Timestamp>,
    }
}

/// Why somebody could not be signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInRefusal {
    /// The link or code was used, is too old, or was never given.
    #[error("the link or code has expired or was used")]
    Expired,
    /// The code is not the one in the letter.
    #[error("not the code in the letter")]
    WrongCode,
}

impl Refusal for SignInRefusal {
    fn say(&self) -> Say {
        match self {
            Self::Expired => Say::new("sign-in-expired"),
            Self::WrongCode => Say::new("sign-in-wrong-code"),
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Expired => RefusalKind::TooLate,
            Self::WrongCode => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("code")
    }
}

/// Writes a letter's secrets down, as hashes; older letters of the account stay good until they expire.
pub async fn prepare(
    tx: &mut Tx,
    account: Id<mark::Account>,
    next_path: &str,
    now: Timestamp,
    life: SignedDuration,
) -> Result<Secrets> {
    let secrets = Secrets { token: secrets::token()?, code: secrets::code()? };
    let id: Id<()> = Id::new();
    tx.run(
        sql!(
            "insert into sign_in_letters (id, account_id, token_hash, code_hash, tries, next_path, created_at, expires_at, used_at)
             values ($1, $2, $3, $4, 0, $5, $6, $7, null)"
        ),
        (&id, &account, &secrets::hash(&secrets.token), &code_hash(account, &secrets.code), next_path, &now, &(now + life)),
    )
    .await?;
    Ok(secrets)
}

fn code_hash(account: Id<mark::Account>, code: &str) -> Vec<u8> {
    secrets::hash(&format!("{account}/{code}"))
}

/// The letter of a link, whether it can still be used or not.
pub async fn by_token(conn: &mut Conn, token: &str) -> Result<Option<Letter>> {
    Ok(conn
        .first(
            sql!("select id, account_id, tries, next_path, expires_at, used_at from sign_in_letters where token_hash = $1"),
            (&secrets::hash(token),),
        )
        .await?)
}

impl Letter {
    /// Whether its link can be used now, however many codes were guessed: nobody can spoil it by guessing.
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && self.expires_at > now
    }
}

/// Uses a letter's link up: whom it signs in. Two who use it at once are told apart by the row.
pub async fn consume(tx: &mut Tx, token: &str, now: Timestamp) -> Result<Letter> {
    let letter = by_token(tx, token).await?.filter(|it| it.is_good(now)).ok_or(SignInRefusal::Expired)?;
    mark_used(tx, &letter, now).await?;
    Ok(letter)
}

async fn mark_used(tx: &mut Tx, letter: &Letter, now: Timestamp) -> Result<()> {
    let touched = tx
        .run(sql!("update sign_in_letters set used_at = $2 where id = $1 and used_at is null"), (&letter.id, &now))
        .await?;
    if touched == 1 { Ok(()) } else { Err(SignInRefusal::Expired.into()) }
}

/// Uses up the newest letter of an account by its code. A wrong code is counted; the caller commits either way.
pub async fn consume_code(
    tx: &mut Tx,
    account: Id<mark::Account>,
    code: &str,
    now: Timestamp,
) -> Result<std::result::Result<Letter, SignInRefusal>> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    // Counted before it is looked at: two guesses at once wait for each other, and neither goes uncounted.
    let open: Vec<Letter> = tx
        .all(
            sql!(
                "update sign_in_letters set tries = tries + 1
                 where account_id = $1 and used_at is null and expires_at > $2 and tries < $3
                 returning id, account_id, tries, next_path, expires_at, used_at"
            ),
            (&account, &now, &TRIES),
        )
        .await?;
    if open.is_empty() {
        return Ok(Err(SignInRefusal::Expired));
    }
    let matching: Option<Letter> = tx
        .first(
            sql!(
                "select id, account_id, tries, next_path, expires_at, used_at from sign_in_letters
                 where account_id = $1 and code_hash = $2 and used_at is null and expires_at > $3 order by created_at desc limit 1"
            ),
            (&account, &code_hash(account, &digits), &now),
        )
        .await?;
    match matching.filter(|it| open.iter().any(|open| open.id == it.id)) {
        Some(letter) => {
            mark_used(tx, &letter, now).await?;
            Ok(Ok(letter))
        }
        None => Ok(Err(SignInRefusal::WrongCode)),
    }
}
