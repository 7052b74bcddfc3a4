//! What is known of addresses: which came back, and whose owners want no news.
//!
//! Of somebody who was erased nothing can be read any more, and what they declined stays declined: their address is
//! kept as a keyed hash, which is compared and cannot be turned back.

use db::{Conn, Tx, sql};
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use kernel::EmailAddress;
use sha2::Sha256;

use crate::{Clock, Error, Result, secrets, settings};

/// The setting that holds the key of the hashes; made when the first address is hidden.
const KEY: &str = "post.address-key";

db::row! {
    /// What is known of an address.
    pub struct Address {
        /// When a letter to it came back for good.
        pub bounced_at: Option<Timestamp>,
        /// What the returning server said.
        pub bounce: Option<String>,
        /// When its owner opted out of news.
        pub opted_out_at: Option<Timestamp>,
    }
}

/// What is known of an address, under its own words and under its hash.
pub async fn address(conn: &mut Conn, email: &EmailAddress) -> Result<Option<Address>> {
    let hidden = hidden(conn, email).await?;
    let rows: Vec<Address> = conn
        .all(
            sql!("select bounced_at, bounce, opted_out_at from addresses where address = $1 or address = $2"),
            (&email.folded(), &hidden),
        )
        .await?;
    Ok(rows.into_iter().reduce(|one, other| Address {
        bounced_at: one.bounced_at.or(other.bounced_at),
        bounce: one.bounce.or(other.bounce),
        opted_out_at: one.opted_out_at.or(other.opted_out_at),
    }))
}

/// Notes that the owner of an address wants no news.
pub async fn opt_out(tx: &mut Tx, email: &EmailAddress) -> Result<()> {
    decline(tx, &email.folded(), Clock::real()).await
}

async fn decline(tx: &mut Tx, address: &str, at: Timestamp) -> Result<()> {
    tx.run(
        sql!(
            "insert into addresses (address, bounced_at, bounce, opted_out_at) values ($1, null, null, $2)
             on conflict (address) do update set opted_out_at = excluded.opted_out_at"
        ),
        (address, &at),
    )
    .await?;
    Ok(())
}

/// Notes that the owner of an address wants news again.
pub async fn opt_in(tx: &mut Tx, email: &EmailAddress) -> Result<()> {
    let hidden = hidden(tx, email).await?;
    tx.run(
        sql!("update addresses set opted_out_at = null where address = $1 or address = $2"),
        (&email.folded(), &hidden),
    )
    .await?;
    Ok(())
}

/// Forgets an address that belonged to somebody who is erased; that its owner wants no news is kept under its hash.
pub async fn forget_address(tx: &mut Tx, email: &EmailAddress) -> Result<()> {
    if let Some(at) = address(tx, email).await?.and_then(|it| it.opted_out_at) {
        settings::set_once(tx, KEY, &secrets::token()?, Clock::real()).await?;
        if let Some(hidden) = hidden(tx, email).await? {
            decline(tx, &hidden, at).await?;
        }
    }
    tx.run(sql!("delete from addresses where address = $1"), (&email.folded(),)).await?;
    Ok(())
}

/// An address as its hash; `None` while this installation has hidden none.
async fn hidden(conn: &mut Conn, email: &EmailAddress) -> Result<Option<String>> {
    let key: Option<String> = settings::get(conn, KEY).await?;
    key.map(|it| keyed(it.as_bytes(), &email.folded())).transpose()
}

/// HMAC-SHA-256 (RFC 2104): addresses can be guessed, so a hash without a key would tell them to whoever tries.
fn keyed(key: &[u8], words: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(Error::fault)?;
    mac.update(words.as_bytes());
    let digits = mac.finalize().into_bytes().iter().fold(String::from("hmac:"), |mut words, byte| {
        use std::fmt::Write as _;
        let _ = write!(words, "{byte:02x}");
        words
    });
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::keyed;

    #[test]
    fn the_hash_is_that_of_the_standards_second_test_case() {
        let digest = keyed(b"Jefe", "what do ya want for nothing?").unwrap();
        assert_eq!(digest, "hmac:5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
