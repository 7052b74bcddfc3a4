//! From a finished PDF to a signed one.

use sha2::{Digest, Sha256};

use crate::revision::{Prepared, hex, prepare};
use crate::verifying::check;
use crate::{Key, SealError, Statement, envelope};

/// Signs a finished PDF as a whole; nothing but the signature's own digits stays unsigned.
///
/// The bytes of the file are kept, and a revision is added at its end. The same file, key and
/// statement give the same bytes. What comes out has been verified.
pub fn sign(pdf: &[u8], key: &Key, said: &Statement) -> Result<Vec<u8>, SealError> {
    let room = envelope::longest(key)?;
    let Prepared { mut bytes, gap } = prepare(pdf, said, room)?;
    let (before, after) = (bytes.get(..gap.start), bytes.get(gap.end..));
    let digest = Sha256::new().chain_update(before.unwrap_or_default()).chain_update(after.unwrap_or_default());
    let digits = hex(&envelope::enclose(key, digest.finalize().into())?);
    let place = bytes.get_mut(gap.start + 1..gap.start + 1 + digits.len()).ok_or(SealError::Envelope)?;
    place.copy_from_slice(digits.as_bytes());
    match check(&bytes) {
        Ok(seal) if seal.holder.fingerprint == key.fingerprint() => Ok(bytes),
        _ => Err(SealError::Unreadable("its signature would not be found again")),
    }
}
