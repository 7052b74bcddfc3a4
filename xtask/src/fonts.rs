//! Prepares the committed faces from their packages; needed only when a face or a version changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The faces that are committed as they come: where each is packaged, and its files.
const AS_THEY_COME: &[(&str, &[&str])] = &[
    (
        "npm: source-serif",
        &[
            "SourceSerif4-Regular.ttf",
            "SourceSerif4-It.ttf",
            "SourceSerif4-Semibold.ttf",
            "SourceSerif4-SemiboldIt.ttf",
            "SourceSerif4Display-Regular.ttf",
            "SourceSerif4Display-It.ttf",
            "SourceSerif4Display-Semibold.ttf",
        ],
    ),
    (
        "npm: source-sans",
        &["SourceSans3-Regular.ttf", "SourceSans3-It.ttf", "SourceSans3-Semibold.ttf", "SourceSans3-SemiboldIt.ttf"],
    ),
    ("npm: @expo-google-fonts/source-code-pro", &["SourceCodePro_400Regular.ttf"]),
    (
        "Debian: fonts-noto-core",
        &[
            "NotoSansArabic-Regular.ttf",
            "NotoSansArmenian-Regular.ttf",
            "NotoSansBengali-Regular.ttf",
            "NotoSansDevanagari-Regular.ttf",
            "NotoSansGeorgian-Regular.ttf",
            "NotoSansGujarati-Regular.ttf",
            "NotoSansGurmukhi-Regular.ttf",
            "NotoSansHebrew-Regular.ttf",
            "NotoSansKannada-Regular.ttf",
            "NotoSansKhmer-Regular.ttf",
            "NotoSansLao-Regular.ttf",
            "NotoSansMalayalam-Regular.ttf",
            "NotoSansMyanmar-Regular.ttf",
            "NotoSansSinhala-Regular.ttf",
            "NotoSansTamil-Regular.ttf",
            "NotoSansTelugu-Regular.ttf",
            "NotoSansThai-Regular.ttf",
        ],
    ),
];

/// The faces that are cut down first: where each is packaged, and its file.
const CUT: &[(&str, &str)] = &[
    ("npm: source-serif", "SourceSerif4Variable-Roman.ttf"),
    ("npm: source-sans", "SourceSans3VF-Upright.ttf"),
    ("Debian: fonts-noto-cjk", "NotoSansCJK-Regular.ttc"),
];

/// The Simplified Chinese face in the collection; `locl` turns it Japanese, Korean or Traditional.
const SIMPLIFIED_CHINESE: &str = "--font-number=2";

/// Writes the characters of everyday Chinese (GB 2312 level 1, Big5 level 1), Japanese (JIS X 0208
/// level 1, kana) and Korean (the syllables of KS X 1001), with their punctuation.
const HAN: &str = r"
import sys
def rows(codec, leads, trails=range(0xA1, 0xFF)):
    for lead in leads:
        for trail in trails:
            text = bytes([lead, trail]).decode(codec, 'ignore')
            if len(text) == 1:
                yield text
big5 = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
kept = {
    *rows('gb2312', range(0xB0, 0xD8)),
    *rows('big5', range(0xA4, 0xC7), big5),
    *rows('euc_jp', [0xA1, 0xA2, 0xA4, 0xA5, *range(0xB0, 0xD0)]),
    *rows('euc_kr', range(0xB0, 0xC9)),
    *map(chr, range(0x3000, 0x3020)),
    *map(chr, range(0xFF01, 0xFF5F)),
}
open(sys.argv[1], 'w', encoding='utf-8').write(''.join(sorted(kept)))
";

/// What every page needs at once: English, French and their neighbours, with the signs in use.
const FIRST: &str = "U+20-7E,U+A0-A3,U+A5,U+A7,U+A9,U+AB,U+AE,U+B0,U+B7,U+BB,U+BF-FF,U+152-153,U+2009,\
    U+2010-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2032,U+2039-203A,U+20AC,U+2190-2193,U+2212";

/// What a browser fetches only for a page that has such a name: the rest of Latin Extended.
const FURTHER: &str = "U+100-151,U+154-24F,U+259,U+2BB-2BC,U+2020-2021,U+2030,U+2033,U+2116,U+2122,U+2248,\
    U+2260,U+2264-2265,U+2713";

/// Letters with two marks and the marks themselves: Vietnamese names.
const VIETNAMESE: &str = "U+300-304,U+306-308,U+30A-30C,U+323,U+1E00-1EFF";

/// Prepares all faces: `cargo xtask fonts SOURCES`, with the packages unpacked anywhere below SOURCES.
pub fn run(args: &[&str]) -> Result<(), String> {
    let [sources] = args else {
        return Err(format!("cargo xtask fonts SOURCES\n{}", how_to_prepare()));
    };
    let mut found = BTreeMap::new();
    gather(Path::new(sources), &mut found)?;
    let wanted = AS_THEY_COME.iter().flat_map(|(package, files)| files.iter().map(move |file| (*package, *file)));
    let lacking: Vec<String> = wanted
        .chain(CUT.iter().copied())
        .filter(|(_, file)| !found.contains_key(*file))
        .map(|(package, file)| format!("  {file}  ({package})"))
        .collect();
    if !lacking.is_empty() {
        return Err(format!("not found below {sources}:\n{}\n{}", lacking.join("\n"), how_to_prepare()));
    }

    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fonts");
    let (print, web) = (fonts.join("print"), fonts.join("web"));
    for folder in [&print, &web] {
        fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    }
    for file in AS_THEY_COME.iter().flat_map(|(_, files)| *files) {
        let target = print.join(file.replace("_400", "-"));
        fs::copy(&found[*file], &target).map_err(|why| format!("{}: {why}", target.display()))?;
    }
    cut_han(&found["NotoSansCJK-Regular.ttc"], &print)?;
    cut_for_the_web("serif", &found["SourceSerif4Variable-Roman.ttf"], &["wght=400:600", "opsz=20"], &web)?;
    cut_for_the_web("sans", &found["SourceSans3VF-Upright.ttf"], &["wght=400:600"], &web)
}

fn how_to_prepare() -> String {
    let packages: Vec<&str> = AS_THEY_COME.iter().map(|it| it.0).chain([CUT[2].0]).collect();
    format!(
        "Unpack these packages into one folder and name it: {}.\nThe tools come with: pip install fonttools brotli",
        packages.join("; ")
    )
}

/// Notes where each file lies, the first of a name in sorted order.
fn gather(folder: &Path, found: &mut BTreeMap<String, PathBuf>) -> Result<(), String> {
    let say = |why: std::io::Error| format!("{}: {why}", folder.display());
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).map_err(say)?.map(|it| it.map(|it| it.path())).collect::<Result<_, _>>().map_err(say)?;
    entries.sort();
    for path in entries {
        if path.is_dir() && !path.is_symlink() {
            gather(&path, found)?;
        } else if let Some(name) = path.file_name().and_then(|it| it.to_str()) {
            found.entry(name.to_owned()).or_insert(path);
        }
    }
    Ok(())
}

/// One regular face for Han, kana and Hangul; a rarer character is reported before printing.
fn cut_han(collection: &Path, print: &Path) -> Result<(), String> {
    let kept = std::env::temp_dir().join("convoke-han.txt");
    call("python3", &["-c", HAN, &text(&kept)])?;
    call(
        "pyftsubset",
        &[
            &text(collection),
            SIMPLIFIED_CHINESE,
            &format!("--text-file={}", text(&kept)),
            "--layout-features=locl",
            "--no-hinting",
            "--drop-tables+=vhea,vmtx,VORG,DSIG,BASE",
            &format!("--output-file={}", text(&print.join("NotoSansCJKsc-Regular-subset.otf"))),
        ],
    )
}

/// Three files a face: the first for every page, the others for names from more of Europe and from Viet Nam.
///
/// The faces inside lose their names: "Source" is reserved for the unchanged fonts.
fn cut_for_the_web(name: &str, face: &Path, axes: &[&str], web: &Path) -> Result<(), String> {
    let instance = std::env::temp_dir().join(format!("convoke-{name}.ttf"));
    let (face, instance_path) = (text(face), text(&instance));
    let mut instancing = vec!["varLib.instancer", "-q", "--no-recalc-timestamp", &face];
    instancing.extend(axes);
    instancing.extend(["-o", &instance_path]);
    call("fonttools", &instancing)?;
    for (part, characters) in [("", FIRST), ("-further", FURTHER), ("-vietnamese", VIETNAMESE)] {
        call(
            "pyftsubset",
            &[
                &instance_path,
                &format!("--unicodes={characters}"),
                "--layout-features=kern,liga,onum,lnum,tnum",
                "--flavor=woff2",
                "--no-hinting",
                "--obfuscate-names",
                "--drop-tables+=DSIG,STAT,meta,HVAR",
                &format!("--output-file={}", text(&web.join(format!("{name}{part}.woff2")))),
            ],
        )?;
    }
    Ok(())
}

fn call(program: &str, arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(program).args(arguments).status();
    let status = status.map_err(|why| format!("{program}: {why}; pip install fonttools brotli"))?;
    if status.success() { Ok(()) } else { Err(format!("{program} ended with {status}")) }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
