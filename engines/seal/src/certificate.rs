//! The certificate that carries a key's public half and the installation's name.

use std::time::Duration;

use jiff::Timestamp;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{DerSignature, SigningKey, VerifyingKey};
use p256::pkcs8::DecodePublicKey;
use x509_cert::Certificate;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{self, Builder, CertificateBuilder};
use x509_cert::certificate::TbsCertificate;
use x509_cert::der::asn1::{Any, GeneralizedTime, ObjectIdentifier, Utf8StringRef};
use x509_cert::der::{self, Decode, Encode};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use crate::{Fingerprint, SealError};

/// A common name has no more characters than this (RFC 5280, appendix A.1, `ub-common-name`).
const LONGEST_NAME: usize = 64;
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// Makes the self-signed certificate of an installation; it never runs out, as a printed report does not.
pub(crate) fn certify(key: &SigningKey, name: &str, since: Timestamp) -> Result<Certificate, SealError> {
    let public = SubjectPublicKeyInfo::from_key(key.verifying_key()).map_err(|_| SealError::Envelope)?;
    let encoded = public.to_der().map_err(|_| SealError::Envelope)?;
    let installation = Installation { name: common_name(name).map_err(|_| SealError::Envelope)? };
    let validity = Validity::new(moment(since)?, Time::INFINITY);
    let builder = CertificateBuilder::new(installation, serial(&encoded)?, validity, public);
    let made = builder.and_then(|it| it.build::<_, DerSignature>(key));
    made.map_err(|_| SealError::Envelope)
}

/// Reads whose certificate it is and checks that its own key has signed it.
pub(crate) fn holder(certificate: &Certificate) -> Option<Holder> {
    let inner = certificate.tbs_certificate();
    let public = inner.subject_public_key_info().to_der().ok()?;
    let key = VerifyingKey::from_public_key_der(&public).ok()?;
    if certificate.signature_algorithm().oid != ECDSA_WITH_SHA256 {
        return None;
    }
    let signature = DerSignature::from_bytes(certificate.signature().as_bytes()?).ok()?;
    key.verify(&inner.to_der().ok()?, &signature).ok()?;
    let name = inner.subject().common_name().ok()??;
    Some(Holder { key, fingerprint: Fingerprint::of(&public), name: name.value().into_owned() })
}

/// Whose certificate it is.
pub(crate) struct Holder {
    pub(crate) key: VerifyingKey,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) name: String,
}

/// The serial number follows from the key, so that the same key and name give the same certificate.
fn serial(public: &[u8]) -> Result<SerialNumber, SealError> {
    let mut number: Vec<u8> = Fingerprint::of(public).as_bytes().iter().copied().take(16).collect();
    if let Some(first) = number.first_mut() {
        *first = *first & 0x7F | 0x40;
    }
    SerialNumber::new(&number).map_err(|_| SealError::Envelope)
}

fn moment(at: Timestamp) -> Result<Time, SealError> {
    let seconds = u64::try_from(at.as_second()).map_err(|_| SealError::Moment)?;
    let at = GeneralizedTime::from_unix_duration(Duration::from_secs(seconds)).map_err(|_| SealError::Moment)?;
    Ok(Time::GeneralTime(at))
}

fn common_name(name: &str) -> der::Result<Name> {
    let short: String = name.chars().take(LONGEST_NAME).collect();
    let value = Any::from(Utf8StringRef::new(&short)?);
    let part = RelativeDistinguishedName::try_from(vec![AttributeTypeAndValue { oid: COMMON_NAME, value }])?;
    let mut parts = RdnSequence::default();
    parts.push(part);
    Name::from_der(&parts.to_der()?)
}

/// A certificate that signs documents and nothing else, issued by itself.
struct Installation {
    name: Name,
}

impl BuilderProfile for Installation {
    fn get_issuer(&self, _subject: &Name) -> Name {
        self.name.clone()
    }

    fn get_subject(&self) -> Name {
        self.name.clone()
    }

    fn build_extensions(
        &self,
        key: SubjectPublicKeyInfoRef<'_>,
        _issuer_key: SubjectPublicKeyInfoRef<'_>,
        inner: &TbsCertificate,
    ) -> builder::Result<Vec<Extension>> {
        let subject = inner.subject();
        let fingerprint = Fingerprint::of(&key.to_der()?);
        let identifier = fingerprint.as_bytes().iter().copied().take(20).collect::<Vec<u8>>();
        let identifier = SubjectKeyIdentifier(der::asn1::OctetString::new(identifier)?);
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        let constraints = BasicConstraints { ca: false, path_len_constraint: None };
        Ok(vec![
            constraints.to_extension(subject, &[])?,
            usage.to_extension(subject, &[])?,
            identifier.to_extension(subject, &[])?,
        ])
    }
}
