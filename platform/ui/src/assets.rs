//! Style, script, fonts and the mark: served under names that change with their contents.

use std::{
    collections::HashMap,
    sync::{Mutex, OnceLock},
};

/// A file that pages refer to.
pub struct Asset {
    name: &'static str,
    extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    parts: &'static [&'static [u8]],
    built: OnceLock<(String, Vec<u8>)>,
    packed: Mutex<Option<HashMap<&'static str, Option<&'static [u8]>>>>,
}

/// The style sheet.
pub static LOOK: Asset = Asset::new(
    "look",
    "css",
    "text/css; charset=utf-8",
    &[include_bytes!("../look/look.css"), include_bytes!("../../../engines/charts/charts.css")],
);
/// The small enhancements.
pub static PAGE: Asset =
    Asset::new("page", "js", "text/javascript; charset=utf-8", &[include_bytes!("../look/page.js")]);
/// The browser's half of signing in with a passkey; loaded only where a page has a button for it.
pub static PASSKEY: Asset =
    Asset::new("passkey", "js", "text/javascript; charset=utf-8", &[include_bytes!("../look/passkey.js")]);
/// The live half of writing a chapter; loaded only where a page has an editor.
pub static EDITOR: Asset =
    Asset::new("editor", "js", "text/javascript; charset=utf-8", &[include_bytes!("../look/editor.js")]);
/// Headings and figures.
pub static SERIF: Asset =
    Asset::new("serif", "woff2", "font/woff2", &[include_bytes!("../../../fonts/web/serif.woff2")]);
/// Everything else.
pub static SANS: Asset = Asset::new("sans", "woff2", "font/woff2", &[include_bytes!("../../../fonts/web/sans.woff2")]);
/// Letters of headings beyond Western Europe's; fetched only by pages that have them.
pub static SERIF_FURTHER: Asset =
    Asset::new("serif-further", "woff2", "font/woff2", &[include_bytes!("../../../fonts/web/serif-further.woff2")]);
/// Letters of everything else beyond Western Europe's.
pub static SANS_FURTHER: Asset =
    Asset::new("sans-further", "woff2", "font/woff2", &[include_bytes!("../../../fonts/web/sans-further.woff2")]);
/// Letters of Vietnamese headings.
pub static SERIF_VIETNAMESE: Asset = Asset::new(
    "serif-vietnamese",
    "woff2",
    "font/woff2",
    &[include_bytes!("../../../fonts/web/serif-vietnamese.woff2")],
);
/// Letters of Vietnamese names everywhere else.
pub static SANS_VIETNAMESE: Asset =
    Asset::new("sans-vietnamese", "woff2", "font/woff2", &[include_bytes!("../../../fonts/web/sans-vietnamese.woff2")]);
/// The mark.
pub static ICON: Asset = Asset::new("icon", "svg", "image/svg+xml", &[include_bytes!("../look/icon.svg")]);

/// Every asset.
pub fn all() -> [&'static Asset; 11] {
    [
        &LOOK,
        &PAGE,
        &PASSKEY,
        &EDITOR,
        &SERIF,
        &SANS,
        &ICON,
        &SERIF_FURTHER,
        &SANS_FURTHER,
        &SERIF_VIETNAMESE,
        &SANS_VIETNAMESE,
    ]
}

impl Asset {
    const fn new(
        name: &'static str,
        extension: &'static str,
        media_type: &'static str,
        parts: &'static [&'static [u8]],
    ) -> Self {
        Self { name, extension, media_type, parts, built: OnceLock::new(), packed: Mutex::new(None) }
    }

    /// Its path, in which eight digits stand for its contents: it may be kept for ever.
    pub fn path(&self) -> &str {
        &self.build().0
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.build().1
    }

    /// Its bytes in a coding, packed once for the life of the process; `None` where that coding packs nothing.
    pub fn packed(
        &'static self,
        coding: &'static str,
        pack: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
    ) -> Option<&'static [u8]> {
        let mut packed = self.packed.lock().ok()?;
        *packed
            .get_or_insert_default()
            .entry(coding)
            .or_insert_with(|| pack(self.bytes()).map(|it| &*Box::leak(it.into_boxed_slice())))
    }

    fn build(&self) -> &(String, Vec<u8>) {
        self.built.get_or_init(|| {
            let mut bytes = self.parts.concat();
            if self.extension == "css" {
                bytes = String::from_utf8_lossy(&bytes)
                    .replace("{serif}", SERIF.path())
                    .replace("{sans}", SANS.path())
                    .replace("{serif-further}", SERIF_FURTHER.path())
                    .replace("{sans-further}", SANS_FURTHER.path())
                    .replace("{serif-vietnamese}", SERIF_VIETNAMESE.path())
                    .replace("{sans-vietnamese}", SANS_VIETNAMESE.path())
                    .into_bytes();
            }
            (format!("/assets/{}-{:08x}.{}", self.name, fingerprint(&bytes), self.extension), bytes)
        })
    }
}

/// FNV-1a, 32 bits: tells one version from the next.
fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
