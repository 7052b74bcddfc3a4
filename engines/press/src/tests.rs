//! Documents as they are asked for: set, tagged, and refused where a letter is missing.

use jiff::civil::date;

use crate::{Manuscript, Matter, Place, Printed, house, print};

/// Names as their owners write them, one for each script that the programme meets.
const NAMES: &[&str] = &[
    "Aliya SEMBAYEVA · Әлия СЕМБАЕВА",
    "Maria SKŁODOWSKA-CURIE",
    "Γιώργος ΠΑΠΑΔΌΠΟΥΛΟΣ",
    "Nguyễn Thị Minh KHAI",
    "วงกต วงศ์อภัย",
    "ចាន់មុន្នីពេជ្រ ទុយ",
    "ສົມສະໄໝ ວົງສາ",
    "အောင်ဆန်း",
    "রবীন্দ্রনাথ ঠাকুর",
    "გიორგი ბერიძე",
    "محمد عبد الله",
    "प्रेमचंद",
    "தமிழ்ச்செல்வி",
    "සිරිමාවෝ",
    "王小明 · 陳大文",
    "山田 花子",
    "김민수",
    "דוד כהן",
];

fn page(body: &str) -> Manuscript {
    let source = format!(
        "#set document(title: \"A test\", description: \"One page.\", author: \"The press\")\n\
         #set text(lang: \"en\", font: \"Source Serif 4\")\n= Heading\n{body}"
    );
    Manuscript::new("tests/page", date(2026, 1, 30), source)
}

fn printed(manuscript: &Manuscript) -> Printed {
    print(house(), manuscript).expect("this manuscript is printable")
}

fn sentences(manuscript: &Manuscript) -> Vec<String> {
    let refused = print(house(), manuscript).expect_err("this manuscript is not printable");
    refused.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_small_document_is_printed_with_both_conformances() {
    let printed = printed(&page("Some text."));

    assert_eq!((printed.pages, printed.findings), (1, vec![]));
    let text = String::from_utf8_lossy(&printed.pdf).into_owned();
    assert!(text.starts_with("%PDF-1.7"));
    assert!(text.contains("pdfuaid:part") && text.contains("pdfaid:part"));
    assert!(text.contains("/StructTreeRoot"));
}

#[test]
fn the_same_manuscript_gives_the_same_bytes() {
    let once = printed(&page("Some text."));
    crate::rest();
    let again = printed(&page("Some text."));

    assert!(once.pdf == again.pdf);
}

#[test]
fn names_in_all_scripts_of_the_programme_are_printed() {
    let body = format!("- {}", NAMES.join("\n- "));

    let printed = printed(&page(&body));

    assert_eq!(printed.findings, vec![]);
}

#[test]
fn an_error_names_its_line_and_column() {
    let said = sentences(&page("Hello #nobody"));

    assert_eq!(said, ["main.typ, line 4, column 8: unknown variable: nobody."]);
}

#[test]
fn a_character_without_a_glyph_is_found_before_printing() {
    let manuscript = page("\u{2A6D6}")
        .with("data.json", br#"{"people": [{"name": "Bao"}, {"name": "\uD83E\uDD86 and \uD83E\uDD86"}]}"#.as_slice());

    assert_eq!(
        sentences(&manuscript),
        [
            "main.typ, line 4, column 1: no face has a glyph for “\u{2A6D6}” (U+2A6D6).",
            "data.json, at /people/1/name: no face has a glyph for “🦆” (U+1F986).",
        ]
    );
}

#[test]
fn a_missing_file_and_a_missing_description_of_a_picture_are_findings() {
    let said = sentences(&page("#image(\"map.svg\")"));
    assert!(said[0].contains("map.svg"), "{said:?}");

    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>"#;
    let said = sentences(&page("#image(\"map.svg\")").with("map.svg", drawing.as_bytes()));
    assert!(said[0].starts_with("main.typ, line 4, column 2: ") && said[0].contains("alt text"), "{said:?}");
}

#[test]
fn what_the_typesetter_merely_notices_is_told_beside_the_pdf() {
    let printed = printed(&page("#text(font: \"Nobody's Face\")[a]"));

    let [finding] = printed.findings.as_slice() else { panic!("{:?}", printed.findings) };
    assert!(matches!(&finding.matter, Matter::Typesetting { said, .. } if said.contains("nobody's face")));
    assert!(matches!(&finding.place, Place::Line { line: 4, .. }));
}

#[test]
fn an_attached_file_travels_inside_and_the_document_conforms_as_before() {
    let alone = printed(&page("Some text."));
    let odd = "{\"a\": \"\u{2A6D6}\"}".as_bytes();

    let with = printed(
        &page("Some text.").attach("manifest.json", "application/json", "What \"this\" report says", odd).attach(
            "figures.csv",
            "text/csv",
            "C:\\figures",
            b"a,b".as_slice(),
        ),
    );

    assert_eq!((with.pages, with.findings), (alone.pages, vec![]));
    let text = String::from_utf8_lossy(&with.pdf).into_owned();
    assert!(text.contains("pdfuaid:part") && text.contains("pdfaid:part"));
    for said in
        ["(manifest.json)", "(figures.csv)", "/AFRelationship/Data", "(What \"this\" report says)", "/text#2Fcsv"]
    {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(text.matches("/Type/EmbeddedFile").count(), 2);
}

#[test]
fn an_attached_file_moves_no_line_and_no_page() {
    let attached = page("Hello #nobody").attach("manifest.json", "application/json", "", b"{}".as_slice());
    assert_eq!(sentences(&attached), ["main.typ, line 4, column 8: unknown variable: nobody."]);

    let full = page("One.\n#pagebreak(weak: true)").attach("manifest.json", "application/json", "", b"{}".as_slice());
    assert_eq!(printed(&full).pages, 1);
}
