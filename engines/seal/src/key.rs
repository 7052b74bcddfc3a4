//! The installation's key: made once, kept secret by the caller, known by its fingerprint.

use std::fmt::{self, Debug, Formatter};

use jiff::Timestamp;
use p256::SecretKey;
use p256::ecdsa::SigningKey;
use p256::elliptic_curve::zeroize::Zeroizing;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::der::{DecodePem, EncodePem};

use crate::certificate::{self, Holder};
use crate::{Fingerprint, SealError};

const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----";

/// A text to be kept secret; it is wiped from memory when it is dropped.
pub type Secret = Zeroizing<String>;

/// A signing key (ECDSA, curve P-256, SHA-256) with the certificate that names its installation.
#[derive(Clone)]
pub struct Key {
    secret: SecretKey,
    certificate: Certificate,
    fingerprint: Fingerprint,
    name: String,
}

impl Key {
    /// Makes a new key for an installation of this name (of which a certificate holds 64 characters).
    ///
    /// The randomness must come from the system's source, and be used for nothing else.
    pub fn generate(name: &str, since: Timestamp, randomness: &Zeroizing<[u8; 32]>) -> Result<Self, SealError> {
        // All but one in four thousand million draws are below the curve's order; the next draw mends the rest.
        let draws = (0_u8..16).map(|draw| {
            let material = Sha256::new().chain_update(randomness.as_slice()).chain_update([draw]).finalize();
            SecretKey::from_slice(&material)
        });
        let secret = draws.into_iter().find_map(Result::ok).ok_or(SealError::Key)?;
        let certificate = certificate::certify(&SigningKey::from(&secret), name, since)?;
        Self::of(secret, certificate)
    }

    /// Writes the key as it is to be kept: PKCS#8 and the certificate, both as PEM, in one text.
    pub fn to_pem(&self) -> Result<Secret, SealError> {
        let secret = self.secret.to_pkcs8_pem(LineEnding::LF).map_err(|_| SealError::Key)?;
        let certificate = self.certificate_pem()?;
        Ok(Zeroizing::new(format!("{}{certificate}", secret.as_str())))
    }

    /// Reads a key as it was kept.
    pub fn from_pem(text: &str) -> Result<Self, SealError> {
        let at = text.find(CERTIFICATE).ok_or(SealError::Key)?;
        let (secret, certificate) = text.split_at(at);
        let secret = SecretKey::from_pkcs8_pem(secret.trim()).map_err(|_| SealError::Key)?;
        let certificate = Certificate::from_pem(certificate.trim()).map_err(|_| SealError::Key)?;
        Self::of(secret, certificate)
    }

    /// The certificate alone as PEM; this half is public, and what a viewer is told to trust.
    pub fn certificate_pem(&self) -> Result<String, SealError> {
        self.certificate.to_pem(LineEnding::LF).map_err(|_| SealError::Envelope)
    }

    /// What the key is known by.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The installation's name, as the certificate has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    pub(crate) fn signer(&self) -> SigningKey {
        SigningKey::from(&self.secret)
    }

    fn of(secret: SecretKey, certificate: Certificate) -> Result<Self, SealError> {
        let Holder { key, fingerprint, name } = certificate::holder(&certificate).ok_or(SealError::Key)?;
        if key != *SigningKey::from(&secret).verifying_key() {
            return Err(SealError::Key);
        }
        Ok(Self { secret, certificate, fingerprint, name })
    }
}

impl Debug for Key {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Key({}, {})", self.name, self.fingerprint)
    }
}
