//! From a copy to the answer whether it is genuine, and whose.

use std::ops::Range;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::attached::attached;
use crate::certificate::Holder;
use crate::pdf::{Dict, File, Kind, Lexer, Value};
use crate::statement::{parse_date, words};
use crate::{Fingerprint, NotGenuine, envelope};

/// The name under which the manifest is attached.
pub const MANIFEST: &str = "manifest.json";

/// No envelope of ours comes near this many bytes; a larger one is not worth taking apart.
const LARGEST: usize = 64 * 1024;
const RANGE: &[u8] = b"/ByteRange[";

/// A copy whose bytes are those that *somebody* signed. Ask [`Verified::by`] whether it was the one you mean:
/// anybody can make a key and give it any name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a signature counts only if it is by the key that one knows"]
pub struct Verified {
    fingerprint: Fingerprint,
    claimed_name: String,
    signed_at: Timestamp,
    manifest: Vec<u8>,
}

impl Verified {
    /// Whether the copy was signed with the key of this fingerprint. Only then is it genuine.
    #[must_use]
    pub fn by(&self, known: &Fingerprint) -> bool {
        self.fingerprint == *known
    }

    /// The fingerprint of the key that signed the copy.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The name that the signer's certificate gives itself; worth as much as the fingerprint is known.
    pub fn claimed_name(&self) -> &str {
        &self.claimed_name
    }

    /// When, by the signer's clock.
    pub fn signed_at(&self) -> Timestamp {
        self.signed_at
    }

    /// The attached manifest, read out of the signed bytes.
    pub fn manifest(&self) -> &[u8] {
        &self.manifest
    }
}

/// Verifies a copy without asking anybody: its bytes, its signature, and the manifest inside.
///
/// The signature must cover the file from its first byte to its last, its own digits excepted, and
/// those must be the very digits that we write: a genuine copy is genuine in every byte.
pub fn verify(pdf: &[u8]) -> Result<Verified, NotGenuine> {
    let Checked { holder, signed_at, file } = check(pdf)?;
    let manifest = attached(&file, MANIFEST)?;
    Ok(Verified { fingerprint: holder.fingerprint, claimed_name: holder.name, signed_at, manifest })
}

/// A file whose seal holds.
pub(crate) struct Checked<'a> {
    pub(crate) holder: Holder,
    signed_at: Timestamp,
    file: File<'a>,
}

/// Checks the seal: first the bytes, then that a viewer finds the same signature that we found.
pub(crate) fn check(pdf: &[u8]) -> Result<Checked<'_>, NotGenuine> {
    if !pdf.starts_with(b"%PDF-") {
        return Err(NotGenuine::NotAPdf);
    }
    let gap = gap(pdf)?;
    let before = pdf.get(..gap.start).unwrap_or_default();
    let after = pdf.get(gap.end..).unwrap_or_default();
    let digest = Sha256::new().chain_update(before).chain_update(after).finalize();
    let holder = envelope::open(&contents(pdf, &gap)?, digest.into())?;
    let file = File::open(pdf)?;
    let signature = signature(&file, &gap)?;
    let signed_at = signature.get("M").and_then(Value::text).and_then(parse_date);
    let signed_at = signed_at.ok_or(NotGenuine::Malformed("it does not say when it was signed"))?;
    Ok(Checked { holder, signed_at, file })
}

/// The place of the last signature's digits, if all other bytes of the file are signed.
fn gap(pdf: &[u8]) -> Result<Range<usize>, NotGenuine> {
    let at = pdf.windows(RANGE.len()).rposition(|it| it == RANGE).ok_or(NotGenuine::NoSignature)?;
    let [start, from, to, length] = range(pdf, at + RANGE.len() - 1).ok_or(NotGenuine::Malformed("its byte range"))?;
    let end = to.checked_add(length).ok_or(NotGenuine::Malformed("its byte range"))?;
    if start != 0 || from <= at || to <= from {
        return Err(NotGenuine::Malformed("its byte range"));
    }
    match end.cmp(&pdf.len()) {
        std::cmp::Ordering::Less => Err(NotGenuine::AppendedAfter),
        std::cmp::Ordering::Greater => Err(NotGenuine::CutShort),
        std::cmp::Ordering::Equal => Ok(from..to),
    }
}

fn range(pdf: &[u8], at: usize) -> Option<[usize; 4]> {
    // Four numbers are near; a limit keeps a long array of somebody else's from being read.
    let near = pdf.get(..pdf.len().min(at + 128))?;
    let Kind::Array(items) = Lexer::new(near, at).value().ok()?.kind else { return None };
    let numbers: Vec<usize> = items.iter().map(Value::integer).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// The bytes between the angle brackets: capital digits, and nothing else.
fn contents(pdf: &[u8], gap: &Range<usize>) -> Result<Vec<u8>, NotGenuine> {
    let inside = pdf.get(gap.clone()).and_then(|it| it.strip_prefix(b"<")?.strip_suffix(b">"));
    let pairs = inside.map(<[u8]>::as_chunks::<2>).filter(|(it, rest)| it.len() <= LARGEST && rest.is_empty());
    let bytes = pairs
        .and_then(|(pairs, _)| pairs.iter().map(|[high, low]| Some(capital(*high)? << 4 | capital(*low)?)).collect());
    bytes.ok_or(NotGenuine::Malformed("its signature is misspelt"))
}

fn capital(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// The one signature that the file's form names; it must be the one whose digits stand in the gap.
fn signature(file: &File<'_>, gap: &Range<usize>) -> Result<Dict, NotGenuine> {
    const OTHER: NotGenuine = NotGenuine::Malformed("its form names another signature");
    let (_, catalogue) = file.root()?;
    let form = file.dict_in(&catalogue, "AcroForm")?.ok_or(OTHER)?;
    let [field] = file.array_in(&form, "Fields")?.try_into().map_err(|_| OTHER)?;
    let field = file.dict(field.reference().ok_or(OTHER)?)?;
    let signature = file.dict(field.reference("V").ok_or(OTHER)?)?;
    let found = signature.get("Contents").is_some_and(|it| it.text().is_some() && it.at == *gap);
    let sort = field.is("FT", "Sig") && signature.is("SubFilter", "ETSI.CAdES.detached");
    // The signer's words must be words, so that whoever shows them shows the same.
    let readable =
        ["Name", "Reason"].iter().all(|it| signature.get(it).and_then(Value::text).and_then(words).is_some());
    if found && sort && readable { Ok(signature) } else { Err(OTHER) }
}
