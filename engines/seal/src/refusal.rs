//! The ways in which a file is not signed, and in which a copy is not genuine.

use crate::pdf::Odd;

/// Why a file was not signed, or a key not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The file is not built as the press builds one.
    #[error("this PDF cannot be signed: {0}")]
    Unreadable(&'static str),
    /// The file has a form or a signature already; a second signature would forbid nothing that the first allowed.
    #[error("this PDF has a form or a signature already")]
    HasForm,
    /// The kept text is no key with its certificate, or the two do not belong together.
    #[error("this is not a signing key with its certificate")]
    Key,
    /// The moment lies outside the years that a certificate can name.
    #[error("the moment cannot be written into a certificate or a signature")]
    Moment,
    /// Certificate or signature could not be put together.
    #[error("the signature could not be put together")]
    Envelope,
}

/// In which way a copy is not genuine.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotGenuine {
    /// The file does not begin as a PDF does.
    #[error("this is not a PDF")]
    NotAPdf,
    /// Nothing in the file claims to sign it.
    #[error("this PDF is not signed")]
    NoSignature,
    /// The file ends before the signed bytes do.
    #[error("this copy is cut short: its end is missing")]
    CutShort,
    /// Something follows the signed bytes.
    #[error("something was appended after this copy was signed")]
    AppendedAfter,
    /// The signed bytes are no longer those that were signed.
    #[error("this copy was changed after it was signed")]
    Changed,
    /// The signature is not one that the enclosed certificate's key has made, in the form in which we make it.
    #[error("the signature is wrong")]
    WrongSignature,
    /// The signature holds, but there is no manifest inside.
    #[error("no manifest is attached")]
    NoManifest,
    /// The signature holds, but more than one attached file says that it is the manifest.
    #[error("more than one manifest is attached")]
    SeveralManifests,
    /// The file is not built as a signed report is.
    #[error("this PDF is not built as a signed report is: {0}")]
    Malformed(&'static str),
}

impl From<Odd> for SealError {
    fn from(Odd(what): Odd) -> Self {
        Self::Unreadable(what)
    }
}

impl From<Odd> for NotGenuine {
    fn from(Odd(what): Odd) -> Self {
        Self::Malformed(what)
    }
}
