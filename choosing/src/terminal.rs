//! Where words go, and whether to stop.

use std::{
    fmt::Display,
    io::Write,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

/// Where words go, and whether somebody wishes the work to stop.
pub struct Terminal<'a> {
    /// For results.
    pub out: &'a mut dyn Write,
    /// For progress; nothing where nobody watches.
    pub notes: Option<&'a mut dyn Write>,
    /// Set when the work is to stop with the best so far.
    pub stop: &'a AtomicBool,
}

impl Terminal<'_> {
    /// Prints a line. A reader who has gone away is no fault.
    pub fn say(&mut self, line: impl Display) {
        let _ = writeln!(self.out, "{line}");
    }

    /// Shows how far the work is, on one line that is written over.
    pub fn note(&mut self, words: impl Display) {
        if let Some(notes) = &mut self.notes {
            let _ = write!(notes, "\r{words}\x1b[K");
            let _ = notes.flush();
        }
    }

    /// Takes the line of progress away.
    pub fn clear(&mut self) {
        if let Some(notes) = &mut self.notes {
            let _ = write!(notes, "\r\x1b[K");
            let _ = notes.flush();
        }
    }

    /// Whether the work is to stop.
    pub fn is_to_stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Writes a file whole, or says why not.
pub fn write_file(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{} could not be written: {error}", path.display()))
}
