//! The faces that Convoke prints with; `fonts/README.md` tells where each comes from.

use std::sync::LazyLock;

use crate::Fonts;

macro_rules! face {
    ($name:literal) => {
        include_bytes!(concat!("../../../fonts/print/", $name))
    };
}

/// Source for Latin, Greek and Cyrillic; Noto for the other scripts.
const FACES: &[&[u8]] = &[
    face!("SourceSerif4-Regular.ttf"),
    face!("SourceSerif4-It.ttf"),
    face!("SourceSerif4-Semibold.ttf"),
    face!("SourceSerif4-SemiboldIt.ttf"),
    face!("SourceSerif4Display-Regular.ttf"),
    face!("SourceSerif4Display-It.ttf"),
    face!("SourceSerif4Display-Semibold.ttf"),
    face!("SourceSans3-Regular.ttf"),
    face!("SourceSans3-It.ttf"),
    face!("SourceSans3-Semibold.ttf"),
    face!("SourceSans3-SemiboldIt.ttf"),
    face!("SourceCodePro-Regular.ttf"),
    face!("NotoSansArabic-Regular.ttf"),
    face!("NotoSansArmenian-Regular.ttf"),
    face!("NotoSansBengali-Regular.ttf"),
    face!("NotoSansDevanagari-Regular.ttf"),
    face!("NotoSansGeorgian-Regular.ttf"),
    face!("NotoSansGujarati-Regular.ttf"),
    face!("NotoSansGurmukhi-Regular.ttf"),
    face!("NotoSansHebrew-Regular.ttf"),
    face!("NotoSansKannada-Regular.ttf"),
    face!("NotoSansKhmer-Regular.ttf"),
    face!("NotoSansLao-Regular.ttf"),
    face!("NotoSansMalayalam-Regular.ttf"),
    face!("NotoSansMyanmar-Regular.ttf"),
    face!("NotoSansSinhala-Regular.ttf"),
    face!("NotoSansTamil-Regular.ttf"),
    face!("NotoSansTelugu-Regular.ttf"),
    face!("NotoSansThai-Regular.ttf"),
    face!("NotoSansCJKsc-Regular-subset.otf"),
];

static HOUSE: LazyLock<Fonts> = LazyLock::new(|| Fonts::read(FACES.iter().copied()));

/// The house's faces, read on first use.
pub fn house() -> &'static Fonts {
    &HOUSE
}
