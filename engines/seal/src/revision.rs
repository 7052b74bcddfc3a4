//! What signing adds to a file: one revision at its end, with the signature's place still empty.

use std::fmt::Write;
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::pdf::{Dict, File, Kind, Odd, Value};
use crate::statement::{date, text};
use crate::{SealError, Statement};

/// How many digits a byte's place may have; an array of that width is kept free for the four.
const DIGITS: usize = 10;
/// How deep the tree of pages may be.
const DEEPEST: usize = 32;

/// A file with the new revision, and the place in it that the signature is written to.
pub(crate) struct Prepared {
    pub(crate) bytes: Vec<u8>,
    /// From the opening `<` to behind the closing `>`.
    pub(crate) gap: Range<usize>,
}

/// Adds a signature field to a file, with room for an envelope of so many bytes.
///
/// The field is the document's only one. Its rectangle is empty and lies outside the page: so it
/// needs neither an appearance (ISO 19005-3, 6.3.3) nor a place among the tags (ISO 14289-1, 7.18.1).
/// It certifies the document and permits no change at all (`DocMDP`, 1), which viewers enforce.
pub(crate) fn prepare(pdf: &[u8], said: &Statement, room: usize) -> Result<Prepared, SealError> {
    let file = File::open(pdf)?;
    let (root, catalogue) = file.root()?;
    if catalogue.get("AcroForm").is_some() || catalogue.get("Perms").is_some() {
        return Err(SealError::HasForm);
    }
    let (page, leaf) = first_page(&file, &catalogue)?;
    let signature = file.next()?;
    let field = signature + 1;

    let mut added = Added { bytes: pdf.to_vec(), places: Vec::new() };
    let form = format!("/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>");
    let perms = format!("/Perms<</DocMDP {signature} 0 R>>");
    added.object(root, &[rewritten(pdf, &catalogue, &[("AcroForm", form), ("Perms", perms)]).as_slice()]);
    let mut annotations: Vec<u8> = b"/Annots[".to_vec();
    for item in file.array_in(&leaf, "Annots")? {
        annotations.extend(pdf.get(item.at).unwrap_or_default());
        annotations.push(b' ');
    }
    annotations.extend(format!("{field} 0 R]").bytes());
    let page_entries = [("Annots", String::new()), ("Tabs", "/Tabs/S".to_owned())];
    let mut leaf = rewritten(pdf, &leaf, &page_entries);
    leaf.truncate(leaf.len().saturating_sub(2));
    added.object(page, &[&leaf, &annotations, b">>"]);
    let reason = text(&said.reason);
    let widget = format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/F 132/Rect[-1 -1 -1 -1]/P {page} 0 R/T(Seal)/TU{reason}/V {signature} 0 R>>"
    );
    added.object(field, &[widget.as_bytes()]);
    let prepared = added.signature(signature, &claims(said)?, room);
    let trailer = trailer(&file, said, field + 1)?;
    finish(added, &trailer, prepared)
}

fn first_page(file: &File<'_>, catalogue: &Dict) -> Result<(u32, Dict), Odd> {
    let mut number = catalogue.reference("Pages").ok_or(Odd("its pages are missing"))?;
    for _ in 0..DEEPEST {
        let node = file.dict(number)?;
        if node.is("Type", "Page") {
            return Ok((number, node));
        }
        let kids = file.array_in(&node, "Kids")?;
        number = kids.first().and_then(Value::reference).ok_or(Odd("its pages are missing"))?;
    }
    Err(Odd("its pages lie too deep"))
}

/// A dictionary as it stood, with these entries in the place of their forerunners.
fn rewritten(pdf: &[u8], dict: &Dict, entries: &[(&str, String)]) -> Vec<u8> {
    let mut bytes = b"<<".to_vec();
    for kept in dict.0.iter().filter(|it| entries.iter().all(|(name, _)| it.name != name.as_bytes())) {
        bytes.extend(pdf.get(kept.at.clone()).unwrap_or_default());
    }
    bytes.extend(entries.iter().flat_map(|(_, spelt)| spelt.bytes()));
    bytes.extend(b">>");
    bytes
}

fn claims(said: &Statement) -> Result<String, SealError> {
    let location = said.location.as_deref().map(|it| format!("/Location{}", text(it))).unwrap_or_default();
    Ok(format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name{}/Reason{}{location}/M({})\
         /Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]",
        text(&said.name),
        text(&said.reason),
        date(said.signed_at)?,
    ))
}

/// The trailer keeps what the older one said; the second half of the identifier is new with each revision.
fn trailer(file: &File<'_>, said: &Statement, size: u32) -> Result<String, SealError> {
    let (root, _) = file.root()?;
    let mut trailer = format!("<</Size {size}/Root {root} 0 R");
    if let Some(info) = file.trailer.reference("Info") {
        let _ = write!(trailer, "/Info {info} 0 R");
    }
    if let Some(Value { kind: Kind::Array(halves), .. }) = file.trailer.get("ID") {
        let first = halves.first().and_then(Value::text).ok_or(Odd("its identifier is misspelt"))?;
        let hash = Sha256::new().chain_update(file.bytes).chain_update(date(said.signed_at)?).finalize();
        let new = hash.as_slice().first_chunk::<16>().map_or(&[][..], |it| it);
        let _ = write!(trailer, "/ID[<{}><{}>]", hex(first), hex(new));
    }
    let _ = write!(trailer, "/Prev {}>>", file.table_at);
    Ok(trailer)
}

struct Added {
    bytes: Vec<u8>,
    places: Vec<(u32, usize)>,
}

/// Where the signature's two empty places are.
struct Empty {
    range: usize,
    gap: Range<usize>,
}

impl Added {
    fn object(&mut self, number: u32, parts: &[&[u8]]) {
        self.bytes.push(b'\n');
        self.places.push((number, self.bytes.len()));
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        self.bytes.extend(parts.concat());
        self.bytes.extend(b"\nendobj");
    }

    fn signature(&mut self, number: u32, claims: &str, room: usize) -> Empty {
        self.object(number, &[]);
        self.bytes.truncate(self.bytes.len() - b"\nendobj".len());
        self.bytes.extend(claims.bytes());
        self.bytes.extend(b"/ByteRange[");
        let range = self.bytes.len();
        self.bytes.resize(range + 4 * (DIGITS + 1), b' ');
        self.bytes.extend(b"]/Contents");
        let from = self.bytes.len();
        self.bytes.push(b'<');
        self.bytes.resize(from + 1 + 2 * room, b'0');
        self.bytes.push(b'>');
        let gap = from..self.bytes.len();
        self.bytes.extend(b">>\nendobj");
        Empty { range, gap }
    }

    /// The table of the new objects, run by run.
    fn table(&mut self) -> usize {
        self.bytes.push(b'\n');
        let at = self.bytes.len();
        self.places.sort_unstable();
        self.bytes.extend(b"xref\n");
        for run in self.places.chunk_by(|one, next| one.0 + 1 == next.0) {
            let first = run.first().map_or(0, |it| it.0);
            self.bytes.extend(format!("{first} {}\n", run.len()).bytes());
            for (_, place) in run {
                self.bytes.extend(format!("{place:010} 00000 n\r\n").bytes());
            }
        }
        at
    }
}

fn finish(mut added: Added, trailer: &str, empty: Empty) -> Result<Prepared, SealError> {
    let table = added.table();
    added.bytes.extend(format!("trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n").bytes());
    let Added { mut bytes, .. } = added;
    let after = bytes.len() - empty.gap.end;
    let range = format!("0 {} {} {after}", empty.gap.start, empty.gap.end);
    let place = bytes.get_mut(empty.range..empty.range + range.len()).filter(|_| range.len() <= 4 * (DIGITS + 1));
    place.ok_or(SealError::Unreadable("it is too large"))?.copy_from_slice(range.as_bytes());
    Ok(Prepared { bytes, gap: empty.gap })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|it| format!("{it:02X}")).collect()
}
