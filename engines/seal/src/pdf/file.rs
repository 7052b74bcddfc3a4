//! A file: where its objects are, from the newest table back to the oldest.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::object::digits;
use super::{Dict, Kind, Lexer, Odd, Value};

/// The last lines of a file are found this near its end.
const TAIL: usize = 64;
/// How many revisions we follow back.
const REVISIONS: usize = 16;
/// How often we are willing to read the whole length of a file, object by object.
const READINGS: usize = 8;
/// No attachment of ours is larger than this, whatever it says when it is unpacked.
const LARGEST: u64 = 32 * 1024 * 1024;

/// A PDF with its objects' places.
pub(crate) struct File<'a> {
    pub(crate) bytes: &'a [u8],
    places: BTreeMap<u32, Option<usize>>,
    pub(crate) trailer: Dict,
    /// Where the newest table stands.
    pub(crate) table_at: usize,
    /// How many bytes of objects we may still read, so that one that leads to itself ends.
    left: Cell<usize>,
}

impl<'a> File<'a> {
    /// Reads the tables; the newest one must stand at the very end of the file.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Odd> {
        let (table_at, tail_at) = tail(bytes)?;
        let left = Cell::new(bytes.len().saturating_mul(READINGS));
        let mut file = Self { bytes, places: BTreeMap::new(), trailer: Dict::default(), table_at, left };
        let mut at = table_at;
        for revision in 0..REVISIONS {
            let (trailer, end) = file.table(at)?;
            let older = trailer.get("Prev").map(|it| it.integer().ok_or(Odd("a table names no older one")));
            if revision == 0 {
                let between = bytes.get(end..tail_at).ok_or(Odd("its last table is not at its end"))?;
                if !between.trim_ascii().is_empty() {
                    return Err(Odd("something stands between its last table and its end"));
                }
                file.trailer = trailer;
            }
            match older.transpose()? {
                None => return Ok(file),
                Some(older) if older < at => at = older,
                Some(_) => return Err(Odd("its tables do not lead back")),
            }
        }
        Err(Odd("it has too many revisions"))
    }

    /// Reads one table into the places that no newer one has named.
    fn table(&mut self, at: usize) -> Result<(Dict, usize), Odd> {
        let mut lexer = Lexer::new(self.bytes, at);
        lexer.word("xref")?;
        loop {
            lexer.space();
            let here = lexer.at;
            if lexer.word("trailer").is_ok() {
                break;
            }
            lexer.at = here;
            let (first, count) = (lexer.count()?, lexer.count()?);
            lexer.space();
            let (rows, _) = self.bytes.get(lexer.at..).unwrap_or_default().as_chunks::<20>();
            let rows = rows.get(..count).ok_or(Odd("a table is too short"))?;
            for (number, row) in (first..).zip(rows) {
                let number = u32::try_from(number).map_err(|_| Odd("an object's number is too large"))?;
                self.places.entry(number).or_insert(place(row)?);
            }
            lexer.at += count * 20;
        }
        let Kind::Dict(trailer) = lexer.value()?.kind else { return Err(Odd("a trailer is missing")) };
        if trailer.get("Encrypt").is_some() || trailer.get("XRefStm").is_some() {
            return Err(Odd("it is encrypted, or a hybrid"));
        }
        Ok((trailer, lexer.at))
    }

    /// The number that the next new object gets.
    pub(crate) fn next(&self) -> Result<u32, Odd> {
        let size = self.trailer.get("Size").and_then(Value::integer).and_then(|it| u32::try_from(it).ok());
        let size = size.filter(|it| *it < u32::MAX - 8).ok_or(Odd("its size is missing"))?;
        let last = self.places.last_key_value().map(|(number, _)| *number);
        if last.is_some_and(|it| it >= size) { Err(Odd("its size is too small")) } else { Ok(size) }
    }

    /// Reads an object that is not a stream, or a stream's dictionary.
    pub(crate) fn object(&self, number: u32) -> Result<Value, Odd> {
        self.opened(number).map(|(value, _)| value)
    }

    /// Reads an object that is a dictionary.
    pub(crate) fn dict(&self, number: u32) -> Result<Dict, Odd> {
        if let Kind::Dict(dict) = self.object(number)?.kind { Ok(dict) } else { Err(Odd("a dictionary is missing")) }
    }

    /// A value, or what it refers to.
    pub(crate) fn resolve(&self, value: &Value) -> Result<Value, Odd> {
        value.reference().map_or_else(|| Ok(value.clone()), |number| self.object(number))
    }

    /// The entry of a dictionary that is itself a dictionary, in place or elsewhere.
    pub(crate) fn dict_in(&self, dict: &Dict, name: &str) -> Result<Option<Dict>, Odd> {
        let Some(value) = dict.get(name) else { return Ok(None) };
        match self.resolve(value)?.kind {
            Kind::Dict(dict) => Ok(Some(dict)),
            _ => Err(Odd("a dictionary is missing")),
        }
    }

    /// The items of an array in a dictionary, in place or elsewhere; none if it is not there.
    pub(crate) fn array_in(&self, dict: &Dict, name: &str) -> Result<Vec<Value>, Odd> {
        let Some(value) = dict.get(name) else { return Ok(Vec::new()) };
        match self.resolve(value)?.kind {
            Kind::Array(items) => Ok(items),
            _ => Err(Odd("an array is missing")),
        }
    }

    /// The catalogue's number and content.
    pub(crate) fn root(&self) -> Result<(u32, Dict), Odd> {
        let number = self.trailer.reference("Root").ok_or(Odd("its catalogue is missing"))?;
        Ok((number, self.dict(number)?))
    }

    /// A stream's content, unpacked up to a limit.
    pub(crate) fn content(&self, number: u32) -> Result<Vec<u8>, Odd> {
        let (value, mut lexer) = self.opened(number)?;
        let Kind::Dict(dict) = value.kind else { return Err(Odd("a stream is missing")) };
        lexer.word("stream")?;
        lexer.take(b'\r');
        if !lexer.take(b'\n') {
            return Err(Odd("a stream begins oddly"));
        }
        let length = dict.get("Length").ok_or(Odd("a stream's length is missing"))?;
        let length = self.resolve(length)?.integer().ok_or(Odd("a stream's length is missing"))?;
        let end = lexer.at.checked_add(length).ok_or(Odd("a stream is too long"))?;
        let packed = self.bytes.get(lexer.at..end).ok_or(Odd("a stream is too long"))?;
        lexer.at = end;
        lexer.word("endstream")?;
        if dict.get("DecodeParms").is_some() || dict.get("F").is_some() {
            return Err(Odd("a stream is packed in a way that we do not read"));
        }
        match dict.get("Filter").map(|it| &it.kind) {
            None => Ok(packed.to_vec()),
            Some(Kind::Name(name)) if name == b"FlateDecode" => unpack(packed),
            Some(Kind::Array(names)) if matches!(names.as_slice(), [Value { kind: Kind::Name(name), .. }] if name == b"FlateDecode") => {
                unpack(packed)
            }
            Some(_) => Err(Odd("a stream is packed in a way that we do not read")),
        }
    }

    fn opened(&self, number: u32) -> Result<(Value, Lexer<'a>), Odd> {
        let at = self.places.get(&number).copied().flatten().ok_or(Odd("an object is missing"))?;
        let mut lexer = Lexer::new(self.bytes, at);
        if lexer.count()? != number as usize || lexer.count()? != 0 {
            return Err(Odd("an object is not where its table says"));
        }
        lexer.word("obj")?;
        let value = lexer.value()?;
        let after = lexer.at;
        if lexer.word("endobj").is_err() {
            lexer.at = after;
            lexer.word("stream")?;
        }
        lexer.at = after;
        let left = self.left.get().checked_sub(after - at).ok_or(Odd("its objects lead in circles"))?;
        self.left.set(left);
        Ok((value, lexer))
    }
}

/// The newest table's place, and where the lines begin that name it.
fn tail(bytes: &[u8]) -> Result<(usize, usize), Odd> {
    let near = bytes.len().saturating_sub(TAIL);
    let end = bytes.get(near..).unwrap_or_default();
    let word = end.windows(9).rposition(|it| it == b"startxref").ok_or(Odd("its end is missing"))?;
    let mut lexer = Lexer::new(bytes, near + word);
    lexer.word("startxref")?;
    let table = lexer.count()?;
    let last = bytes.get(lexer.at..).unwrap_or_default();
    if last.trim_ascii() == b"%%EOF" { Ok((table, near + word)) } else { Err(Odd("its end is missing")) }
}

/// One row of a table: `0000000016 00000 n` and two characters of line end; no place for a free one.
fn place(row: &[u8; 20]) -> Result<Option<usize>, Odd> {
    let (spelt, rest) = row.split_at(10);
    let place = digits(spelt).ok_or(Odd("a table is misspelt"))?;
    match rest {
        [b' ', _, _, _, _, _, b' ', b'f', _, _] => Ok(None),
        [b' ', b'0', b'0', b'0', b'0', b'0', b' ', b'n', _, _] => Ok(Some(place)),
        _ => Err(Odd("a table is misspelt")),
    }
}

fn unpack(packed: &[u8]) -> Result<Vec<u8>, Odd> {
    let mut content = Vec::new();
    let unpacked = ZlibDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut content);
    let fits = unpacked.is_ok() && content.len() as u64 <= LARGEST;
    if fits { Ok(content) } else { Err(Odd("a stream cannot be unpacked")) }
}
