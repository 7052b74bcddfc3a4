//! A secretariat's own picture on a cover: what may be one, and how a look names it.
//!
//! A picture goes to the press and into pages as it was sent, so it must stand alone: nothing in it runs, and nothing in
//! it is fetched from elsewhere.

use std::fmt;

use kernel::{Id, mark};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// How many bytes a picture may have.
pub const LARGEST: usize = 1024 * 1024;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Elements that run, move, or hold another document.
const FORBIDDEN: [&str; 9] =
    ["script", "foreignobject", "iframe", "object", "embed", "handler", "animate", "set", "animatetransform"];

/// The kind of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Pixels.
    Png,
    /// Lines.
    Svg,
}

/// Why a file cannot be a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoLogo {
    /// It is neither a PNG nor an SVG.
    #[error("it is neither a PNG nor an SVG picture")]
    NoPicture,
    /// It has too many bytes.
    #[error("it is larger than a megabyte")]
    TooLarge,
    /// Something in it would run.
    #[error("it holds a script, or something else that moves or runs")]
    Runs,
    /// Something in it would be fetched from elsewhere.
    #[error("it refers to something outside itself")]
    LeadsOutside,
}

impl Picture {
    /// Looks whether bytes can be a logo, and of which kind.
    pub fn of(bytes: &[u8]) -> Result<Self, NoLogo> {
        if bytes.len() > LARGEST {
            return Err(NoLogo::TooLarge);
        }
        if bytes.starts_with(PNG) {
            return if bytes.get(12..16) == Some(b"IHDR") { Ok(Self::Png) } else { Err(NoLogo::NoPicture) };
        }
        let text = std::str::from_utf8(bytes).map_err(|_| NoLogo::NoPicture)?;
        stands_alone(text).map(|()| Self::Svg)
    }

    /// The name under which it stands in an edition's folder and before the press.
    pub fn file(self) -> &'static str {
        match self {
            Self::Png => "logo.png",
            Self::Svg => "logo.svg",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

impl fmt::Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Png => "png",
            Self::Svg => "svg",
        })
    }
}

/// How a look names a kept picture: its file's identity and its kind, like `0192….svg`.
pub fn word(file: Id<mark::File>, picture: Picture) -> String {
    format!("{file}.{picture}")
}

/// The kept picture that a look names, if it is one.
pub fn named(word: &str) -> Option<(Id<mark::File>, Picture)> {
    let (file, kind) = word.split_once('.')?;
    let picture = [Picture::Png, Picture::Svg].into_iter().find(|it| it.to_string() == kind)?;
    Some((file.parse().ok()?, picture))
}

/// Reads an SVG through; it must be one, and hold neither scripts nor references to elsewhere.
fn stands_alone(text: &str) -> Result<(), NoLogo> {
    let mut reader = Reader::from_str(text);
    let (mut has_root, mut depth) = (false, 0_usize);
    // What a style sheet says, put together: a comment in the middle of a word would hide it otherwise.
    let mut style: Option<String> = None;
    loop {
        match reader.read_event().map_err(|_| NoLogo::NoPicture)? {
            Event::Start(_) | Event::Empty(_) if style.is_some() => return Err(NoLogo::NoPicture),
            Event::Start(it) => {
                has_root = element(&it, has_root)?;
                depth += 1;
                if local(&it) == "style" {
                    style = Some(String::new());
                }
            }
            Event::Empty(it) => has_root = element(&it, has_root)?,
            Event::End(_) => {
                styled(&style.take().unwrap_or_default())?;
                depth = depth.saturating_sub(1);
            }
            Event::Text(it) => style.iter_mut().for_each(|style| style.push_str(&it)),
            Event::CData(it) => style.iter_mut().for_each(|style| style.push_str(&it)),
            // An entity could stand for anything, and a style sheet that the head names is fetched.
            Event::GeneralRef(_) if style.is_some() => return Err(NoLogo::LeadsOutside),
            Event::DocType(it) if it.contains('[') => return Err(NoLogo::LeadsOutside),
            Event::PI(_) => return Err(NoLogo::LeadsOutside),
            Event::Eof => return if has_root && depth == 0 { Ok(()) } else { Err(NoLogo::NoPicture) },
            _ => {}
        }
    }
}

fn local(it: &BytesStart<'_>) -> String {
    it.local_name().as_ref().to_lowercase()
}

/// Looks at an element; the first one must be the drawing itself.
fn element(it: &BytesStart<'_>, has_root: bool) -> Result<bool, NoLogo> {
    let name = local(it);
    if !has_root && name != "svg" {
        return Err(NoLogo::NoPicture);
    }
    if FORBIDDEN.contains(&name.as_str()) {
        return Err(NoLogo::Runs);
    }
    for attribute in it.attributes() {
        let attribute = attribute.map_err(|_| NoLogo::NoPicture)?;
        let name = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| NoLogo::LeadsOutside)?;
        if name.starts_with("on") {
            return Err(NoLogo::Runs);
        }
        if matches!(name.as_str(), "href" | "src") && !value.trim().starts_with('#') {
            return Err(NoLogo::LeadsOutside);
        }
        styled(&value)?;
    }
    Ok(true)
}

/// Looks for what a style or a value would fetch: `url(…)` may only name a part of the drawing.
fn styled(words: &str) -> Result<(), NoLogo> {
    let words = words.to_lowercase();
    if words.contains("javascript:") || words.contains("expression(") {
        return Err(NoLogo::Runs);
    }
    if words.contains("@import") || words.contains('\\') {
        return Err(NoLogo::LeadsOutside);
    }
    let inside = |it: &str| it.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']).starts_with('#');
    if words.split("url(").skip(1).all(inside) { Ok(()) } else { Err(NoLogo::LeadsOutside) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> Result<Picture, NoLogo> {
        let text = format!(
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>\n"
        );
        Picture::of(text.as_bytes())
    }

    #[test]
    fn a_drawing_that_stands_alone_is_a_logo() {
        let gradient = "<defs><linearGradient id=\"a\"/></defs><path d=\"M0 0h9\" fill=\"url(#a)\"/><use href=\"#b\"/>";
        assert_eq!(svg(gradient), Ok(Picture::Svg));
        assert_eq!(svg("<style>.a { fill: url('#a') }</style><circle class=\"a\" r=\"3\"/>"), Ok(Picture::Svg));
        assert_eq!(Picture::of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Ok(Picture::Png));
    }

    #[test]
    fn what_runs_in_a_drawing_is_refused() {
        for it in [
            "<script>alert(1)</script>",
            "<SCRIPT href=\"#a\"/>",
            "<path onload=\"alert(1)\"/>",
            "<foreignObject/>",
            "<a href=\"#a\" style=\"width: expression(1)\"/>",
            "<set attributeName=\"href\" to=\"x\"/>",
        ] {
            assert_eq!(svg(it), Err(NoLogo::Runs), "{it}");
        }
    }

    #[test]
    fn what_leads_outside_a_drawing_is_refused() {
        for it in [
            "<image href=\"https://elsewhere.example/a.png\"/>",
            "<image xlink:href=\"//elsewhere.example/a.png\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<use href=\"other.svg#a\"/>",
            "<style>@import 'a.css';</style>",
            "<style>.a { fill: u<!-- -->rl(a.svg#b) }</style>",
            "<style>.a { fill: &#117;rl(a.svg#b) }</style>",
            "<style><![CDATA[.a { fill: url(a.svg#b) }]]></style>",
            "<path fill=\"url(https://elsewhere.example/a)\"/>",
            "<path style=\"fill: u\\72l(a)\"/>",
        ] {
            assert_eq!(svg(it), Err(NoLogo::LeadsOutside), "{it}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><svg/>";
        assert_eq!(Picture::of(entity.as_bytes()), Err(NoLogo::LeadsOutside));
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused() {
        for it in ["", "words", "<html><body/></html>", "<svg>", "<svg", "GIF89a"] {
            assert_eq!(Picture::of(it.as_bytes()), Err(NoLogo::NoPicture), "{it}");
        }
        assert_eq!(Picture::of(&vec![b' '; LARGEST + 1]), Err(NoLogo::TooLarge));
    }

    #[test]
    fn a_look_names_a_picture_by_its_file_and_kind() {
        let file = Id::named(&["a file"]);
        assert_eq!(named(&word(file, Picture::Svg)), Some((file, Picture::Svg)));
        for it in ["", "mark", "wordmark", "logo.svg", "0.png"] {
            assert_eq!(named(it), None, "{it}");
        }
    }
}
