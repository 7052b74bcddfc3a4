//! Rows as they stand in the edition folder.

/// Writes a table in the canonical form: LF, quotes only where a cell needs them.
pub fn csv<const N: usize>(columns: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(columns).expect("a table in memory takes every row");
    for row in rows {
        writer.write_record(&row).expect("a table in memory takes every row");
    }
    let bytes = writer.into_inner().expect("a table in memory can be closed");
    String::from_utf8(bytes).expect("cells are text")
}
