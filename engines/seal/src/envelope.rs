//! The signature's own envelope: a detached CMS `SignedData` with one signer, as `PAdES` baseline B asks for.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo};
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{DerSignature, Signature};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::{Attribute, Attributes};
use x509_cert::der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use x509_cert::der::{self, Decode, Encode, Reader, SliceReader, Tagged};
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::certificate::{self, Holder};
use crate::{Key, NotGenuine, SealError};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// Signs a digest and encloses what is needed to check it; DER.
pub(crate) fn enclose(key: &Key, digest: [u8; 32]) -> Result<Vec<u8>, SealError> {
    let certificate = key.certificate();
    let enclosed = (|| {
        let said = attributes(certificate, digest)?;
        let signature: Signature = key.signer().sign(&said.to_der()?);
        assemble(certificate, said, signature.normalize_s().to_der().as_bytes())
    })();
    enclosed.map_err(|_: der::Error| SealError::Envelope)
}

/// How many bytes an envelope of this key never exceeds.
pub(crate) fn longest(key: &Key) -> Result<usize, SealError> {
    // A signature's two numbers have 70 to 72 bytes; a few more do no harm.
    enclose(key, [0; 32]).map(|it| it.len() + 16)
}

/// Opens an envelope, padded with zeros, and says whose it is if it signs this digest.
///
/// What stands in the envelope is taken apart, checked, and put together again: only the form in
/// which we write it passes, so that nobody can give a genuine copy other bytes.
pub(crate) fn open(padded: &[u8], digest: [u8; 32]) -> Result<Holder, NotGenuine> {
    let (envelope, parts) = take_apart(padded).ok_or(NotGenuine::Malformed("its signature is no envelope of ours"))?;
    let Parts { certificate, said, signature } = parts;
    if !says(&said, digest) {
        return Err(NotGenuine::Changed);
    }
    let genuine = || {
        let holder = certificate::holder(&certificate)?;
        let ours = attributes(&certificate, digest).ok()?;
        let number = Signature::try_from(DerSignature::from_bytes(&signature).ok()?).ok()?;
        holder.key.verify(&ours.to_der().ok()?, &number).ok()?;
        // The mirror image of a signature is valid too; we write and accept the lower one.
        let lower = number.normalize_s() == number;
        let again = assemble(&certificate, ours, &signature).ok()?;
        (lower && again == envelope).then_some(holder)
    };
    genuine().ok_or(NotGenuine::WrongSignature)
}

struct Parts {
    certificate: Certificate,
    said: Attributes,
    signature: Vec<u8>,
}

fn take_apart(padded: &[u8]) -> Option<(&[u8], Parts)> {
    let mut reader = SliceReader::new(padded).ok()?;
    let envelope = reader.tlv_bytes().ok()?;
    if padded.iter().skip(envelope.len()).any(|it| *it != 0) {
        return None;
    }
    let outer = ContentInfo::from_der(envelope).ok()?;
    let inner: SignedData = outer.content.decode_as().ok()?;
    let [signer] = inner.signer_infos.0.as_slice() else { return None };
    let [CertificateChoices::Certificate(certificate)] = inner.certificates.as_ref()?.0.as_slice() else { return None };
    let parts = Parts {
        certificate: certificate.clone(),
        said: signer.signed_attrs.clone()?,
        signature: signer.signature.as_bytes().to_vec(),
    };
    Some((envelope, parts))
}

/// Whether these attributes claim this digest: that tells a changed file from a wrong signature.
fn says(said: &Attributes, digest: [u8; 32]) -> bool {
    let claimed = said.iter().find(|it| it.oid == MESSAGE_DIGEST);
    claimed.is_some_and(|it| it.values.iter().all(|value| value.value() == digest))
}

/// What is signed: that it is data, its digest, and by which certificate. The time stands in the file (`PAdES`).
fn attributes(certificate: &Certificate, digest: [u8; 32]) -> der::Result<Attributes> {
    let hash = OctetString::new(Sha256::digest(certificate.to_der()?).as_slice())?;
    // `SigningCertificateV2` (RFC 5035, section 3): its certificates, of each one `ESSCertIDv2`, of which
    // only the hash is said, since SHA-256 is the default. All three are plain sequences.
    let by = vec![vec![vec![hash]]];
    SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, &DATA)?,
        attribute(MESSAGE_DIGEST, &OctetString::new(digest.as_slice())?)?,
        attribute(SIGNING_CERTIFICATE_V2, &by)?,
    ])
}

fn attribute<T: Tagged + der::EncodeValue>(oid: ObjectIdentifier, value: &T) -> der::Result<Attribute> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![Any::encode_from(value)?])? })
}

fn assemble(certificate: &Certificate, said: Attributes, signature: &[u8]) -> der::Result<Vec<u8>> {
    let algorithm = |oid| AlgorithmIdentifierOwned { oid, parameters: None };
    let inner = certificate.tbs_certificate();
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: inner.issuer().clone(),
            serial_number: inner.serial_number().clone(),
        }),
        digest_alg: algorithm(SHA256),
        signed_attrs: Some(said),
        signature_algorithm: algorithm(ECDSA_WITH_SHA256),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(SHA256)])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: DATA, econtent: None },
        certificates: Some(vec![CertificateChoices::Certificate(certificate.clone())].try_into()?),
        crls: None,
        signer_infos: vec![signer].try_into()?,
    };
    ContentInfo { content_type: SIGNED_DATA, content: Any::encode_from(&signed)? }.to_der()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGEST: [u8; 32] = [5; 32];

    fn key(randomness: u8) -> Key {
        Key::generate("The installation", jiff::Timestamp::UNIX_EPOCH, &[randomness; 32].into()).unwrap()
    }

    fn signature(by: u8, said: &Attributes) -> Signature {
        let signature: Signature = key(by).signer().sign(&said.to_der().unwrap());
        signature.normalize_s()
    }

    /// An envelope with this certificate, these attributes, and a signature over them by this key.
    fn forged(certificate: u8, said: Attributes, by: u8) -> Vec<u8> {
        let signature = signature(by, &said);
        assemble(key(certificate).certificate(), said, signature.to_der().as_bytes()).unwrap()
    }

    #[test]
    fn an_envelope_opens_for_its_own_digest_only() {
        let envelope = enclose(&key(1), DIGEST).unwrap();

        assert_eq!(open(&envelope, DIGEST).map(|it| it.fingerprint), Ok(key(1).fingerprint()));
        assert_eq!(open(&envelope, [6; 32]).err(), Some(NotGenuine::Changed));
    }

    #[test]
    fn the_mirror_image_of_a_signature_is_refused() {
        let said = attributes(key(1).certificate(), DIGEST).unwrap();
        let (r, s) = signature(1, &said).split_scalars();
        let mirror = Signature::from_scalars(r, -s).unwrap();
        let envelope = assemble(key(1).certificate(), said, mirror.to_der().as_bytes()).unwrap();

        assert_eq!(open(&envelope, DIGEST).err(), Some(NotGenuine::WrongSignature));
    }

    #[test]
    fn a_signature_does_not_pass_under_another_certificate() {
        let honest = attributes(key(1).certificate(), DIGEST).unwrap();
        let borrowed = attributes(key(2).certificate(), DIGEST).unwrap();

        assert_eq!(open(&forged(1, honest.clone(), 2), DIGEST).err(), Some(NotGenuine::WrongSignature));
        assert_eq!(open(&forged(2, honest, 2), DIGEST).err(), Some(NotGenuine::WrongSignature));
        assert_eq!(open(&forged(1, borrowed, 2), DIGEST).err(), Some(NotGenuine::WrongSignature));
    }

    #[test]
    fn nothing_can_be_left_out_of_what_is_signed() {
        let whole = attributes(key(1).certificate(), DIGEST).unwrap();
        for left_out in [CONTENT_TYPE, SIGNING_CERTIFICATE_V2] {
            let less: Vec<Attribute> = whole.iter().filter(|it| it.oid != left_out).cloned().collect();
            let envelope = forged(1, SetOfVec::try_from(less).unwrap(), 1);
            assert_eq!(open(&envelope, DIGEST).err(), Some(NotGenuine::WrongSignature));
        }
    }

    #[test]
    fn nothing_can_be_slipped_into_an_envelope_unsigned() {
        let envelope = enclose(&key(1), DIGEST).unwrap();
        let outer = ContentInfo::from_der(&envelope).unwrap();
        let mut inner: SignedData = outer.content.decode_as().unwrap();
        let mut signer = inner.signer_infos.0.as_slice()[0].clone();
        signer.unsigned_attrs = signer.signed_attrs.clone();
        inner.signer_infos = vec![signer].try_into().unwrap();
        let content = Any::encode_from(&inner).unwrap();
        let padded = ContentInfo { content_type: SIGNED_DATA, content }.to_der().unwrap();

        assert_eq!(open(&padded, DIGEST).err(), Some(NotGenuine::WrongSignature));
    }
}
