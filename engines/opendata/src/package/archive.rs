//! One ZIP archive around the files.

use std::io::{Cursor, Write};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::File;

/// The archive. Its files are stored as they are, so that the bytes depend on no version of a compressor, and all
/// bear the time of the publication, in UTC, to the two seconds that the format can tell.
pub(super) fn zip(files: &[File], created: Timestamp) -> std::io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(in_dos_years(created))
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(file.path.as_str(), options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The time as the format counts it; what lies before 1980 or after 2107 is its first moment.
fn in_dos_years(created: Timestamp) -> DateTime {
    let at = TimeZone::UTC.to_datetime(created);
    let year = u16::try_from(at.year()).unwrap_or_default();
    let part = |it: i8| u8::try_from(it).unwrap_or_default();
    let (month, day, hour, minute, second) = (at.month(), at.day(), at.hour(), at.minute(), at.second());
    DateTime::from_date_and_time(year, part(month), part(day), part(hour), part(minute), part(second))
        .unwrap_or_default()
}
