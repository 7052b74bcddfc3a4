//! The one form in which an edition folder is written.

use std::fmt::{Display, Write as _};

use kernel::Text;

/// A TOML file under construction: blocks apart by an empty line, names in the order of the calls.
#[derive(Default)]
pub struct TomlOut(String);

impl TomlOut {
    /// Begins `[name]`.
    pub fn table(&mut self, name: &str) -> &mut Self {
        self.block(&format!("[{name}]"))
    }

    /// Begins another `[[name]]`.
    pub fn item(&mut self, name: &str) -> &mut Self {
        self.block(&format!("[[{name}]]"))
    }

    fn block(&mut self, head: &str) -> &mut Self {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        let _ = writeln!(self.0, "{head}");
        self
    }

    /// `name = "words"`
    pub fn words(&mut self, name: &str, value: impl Display) -> &mut Self {
        let _ = writeln!(self.0, "{name} = {}", quoted(&value.to_string()));
        self
    }

    /// The same, left out where there is nothing.
    pub fn maybe(&mut self, name: &str, value: Option<impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.words(name, value);
        }
        self
    }

    /// `name = 12`, left out where there is nothing.
    pub fn number(&mut self, name: &str, value: Option<i64>) -> &mut Self {
        if let Some(value) = value {
            let _ = writeln!(self.0, "{name} = {value}");
        }
        self
    }

    /// `name = true`
    pub fn flag(&mut self, name: &str, value: bool) -> &mut Self {
        let _ = writeln!(self.0, "{name} = {value}");
        self
    }

    /// `name = { en = "…", fr = "…" }`, left out where the text is empty.
    pub fn text(&mut self, name: &str, value: &Text) -> &mut Self {
        if !value.is_empty() {
            let words: Vec<String> =
                value.iter().map(|(language, words)| format!("{language} = {}", quoted(words))).collect();
            let _ = writeln!(self.0, "{name} = {{ {} }}", words.join(", "));
        }
        self
    }

    /// `name = ["…", "…"]`
    pub fn list(&mut self, name: &str, values: &[String]) -> &mut Self {
        let words: Vec<String> = values.iter().map(|it| quoted(it)).collect();
        let _ = writeln!(self.0, "{name} = [{}]", words.join(", "));
        self
    }

    /// The file.
    pub fn finish(self) -> String {
        self.0
    }
}

fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            it if it.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(it));
            }
            it => out.push(it),
        }
    }
    out.push('"');
    out
}

/// A CSV file under construction.
pub struct CsvOut(String);

impl CsvOut {
    /// A file with these columns.
    pub fn new(columns: &[&str]) -> Self {
        Self(format!("{}\n", columns.join(",")))
    }

    /// Another row.
    pub fn row(&mut self, fields: &[&str]) -> &mut Self {
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            if field.contains([',', '"', '\n', '\r']) {
                let _ = write!(self.0, "\"{}\"", field.replace('"', "\"\""));
            } else {
                self.0.push_str(field);
            }
        }
        self.0.push('\n');
        self
    }

    /// The file.
    pub fn finish(self) -> String {
        self.0
    }
}
