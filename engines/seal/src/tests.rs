//! A report leaves the house signed, and comes back as it left or as somebody made it.

use std::ops::Range;

use jiff::Timestamp;
use proptest::prelude::*;

use crate::{Fingerprint, Key, NotGenuine, SealError, Statement, sign, verify};

const FIGURES: &str = r#"{"participants": 2217}"#;

fn at() -> Timestamp {
    "2026-01-30T12:00:00Z".parse().unwrap()
}

fn key(randomness: u8) -> Key {
    Key::generate("The secretariat’s installation", at(), &[randomness; 32].into()).unwrap()
}

fn said() -> Statement {
    Statement {
        name: "Amina (secretariat)".to_owned(),
        reason: "Rapport publié".to_owned(),
        location: Some("Singapore".to_owned()),
        signed_at: at(),
    }
}

/// A report of one page with a text, a picture, a bookmark, and these files attached.
fn report_with(attached: &[(&str, &str)]) -> Vec<u8> {
    let numbers = 8..8 + attached.len() * 2;
    let names: String =
        numbers.clone().step_by(2).zip(attached).map(|(it, (name, _))| format!("({name}){it} 0 R")).collect();
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[8 0 R]>>"),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R>>".to_owned(),
        stream("", "BT (2217 took part) Tj ET"),
        stream("/Type/XObject/Subtype/Image/Width 4/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "@@zz"),
        "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>".to_owned(),
        "<</Title(Who took part: 2217)/Parent 6 0 R/Dest[3 0 R/Fit]>>".to_owned(),
    ];
    for (it, (name, content)) in numbers.step_by(2).zip(attached) {
        objects.push(format!("<</Type/Filespec/F({name})/UF({name})/EF<</F {} 0 R>>>>", it + 1));
        objects.push(stream("/Type/EmbeddedFile", content));
    }
    bound(&objects)
}

fn stream(entries: &str, content: &str) -> String {
    format!("<<{entries}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

fn bound(objects: &[String]) -> Vec<u8> {
    let mut pdf = "%PDF-1.7\n".to_owned();
    let mut rows = vec!["0000000000 65535 f\r\n".to_owned()];
    for (number, object) in (1..).zip(objects) {
        rows.push(format!("{:010} 00000 n\r\n", pdf.len()));
        pdf.extend([format!("{number} 0 obj\n{object}\nendobj\n")]);
    }
    let (size, at, rows) = (rows.len(), pdf.len(), rows.concat());
    let trailer = format!("<</Size {size}/Root 1 0 R/ID[(one)(two)]>>");
    format!("{pdf}xref\n0 {size}\n{rows}trailer\n{trailer}\nstartxref\n{at}\n%%EOF").into_bytes()
}

fn report() -> Vec<u8> {
    report_with(&[("manifest.json", FIGURES)])
}

fn signed() -> Vec<u8> {
    sign(&report(), &key(1), &said()).unwrap()
}

fn place(bytes: &[u8], words: &str) -> usize {
    bytes.windows(words.len()).rposition(|it| it == words.as_bytes()).unwrap()
}

/// The digits between the angle brackets.
fn digits(copy: &[u8]) -> Range<usize> {
    let from = place(copy, "/Contents<") + "/Contents<".len();
    from..from + copy[from..].iter().position(|it| *it == b'>').unwrap()
}

fn replaced(copy: &[u8], old: &str, new: &str) -> Vec<u8> {
    let at = place(copy, old);
    [&copy[..at], new.as_bytes(), &copy[at + old.len()..]].concat()
}

#[test]
fn a_signed_copy_is_genuine_and_says_by_whom_and_when() {
    let found = verify(&signed()).unwrap();

    assert!(found.by(&key(1).fingerprint()));
    assert_eq!(found.claimed_name(), "The secretariat’s installation");
    assert_eq!((found.signed_at(), found.manifest()), (at(), FIGURES.as_bytes()));
}

#[test]
fn signing_keeps_the_file_and_adds_to_its_end() {
    assert!(signed().starts_with(&report()));
    assert!(signed() == signed(), "the same file, key and statement give the same bytes");
}

#[test]
fn a_copy_signed_by_another_key_of_the_same_name_is_by_that_other_key() {
    let found = verify(&sign(&report(), &key(2), &said()).unwrap()).unwrap();

    assert_eq!(found.claimed_name(), key(1).name());
    assert!(!found.by(&key(1).fingerprint()));
    assert!(found.by(&key(2).fingerprint()));
}

#[test]
fn one_digit_changed_in_text_picture_bookmark_or_manifest_is_a_change() {
    for (old, new) in
        [("2217 took part", "2218 took part"), ("@@zz", "@@zy"), (": 2217)", ": 2218)"), ("2217}", "2218}")]
    {
        assert_eq!(verify(&replaced(&signed(), old, new)), Err(NotGenuine::Changed), "{old}");
    }
    for (old, new) in [("20260130", "20250130"), ("(Singapore)", "(Singapura)")] {
        assert_eq!(verify(&replaced(&signed(), old, new)), Err(NotGenuine::Changed), "{old}");
    }
}

#[test]
fn no_single_byte_of_a_genuine_copy_can_be_another() {
    let copy = signed();
    let signature = digits(&copy);
    let one_bit = (0..copy.len()).map(|at| (at, 0x01));
    // This turns a capital digit of the signature into a small one.
    let small = signature.map(|at| (at, 0x20));
    for (at, change) in one_bit.chain(small) {
        let mut other = copy.clone();
        other[at] ^= change;
        assert!(verify(&other).is_err(), "byte {at} may be {:?}", other[at] as char);
    }
}

#[test]
fn a_genuine_copy_cut_short_anywhere_is_not_genuine() {
    let copy = signed();
    for length in 0..copy.len() {
        assert!(verify(&copy[..length]).is_err(), "{length} bytes");
    }
    assert_eq!(verify(&copy[..copy.len() - 1]), Err(NotGenuine::CutShort));
    assert_eq!(verify(&copy[..report().len()]), Err(NotGenuine::NoSignature));
}

#[test]
fn whatever_is_appended_is_noticed() {
    let copy = signed();
    let table = place(&copy, "xref\n1 1");
    let update = format!(
        "4 0 obj\n{}\nendobj\nxref\n4 1\n{:010} 00000 n\r\ntrailer\n<</Size 12/Root 1 0 R/Prev {table}>>\nstartxref\n{}\n%%EOF\n",
        stream("", "BT (9999 took part) Tj ET"),
        copy.len(),
        copy.len() + 75,
    );
    for more in [update.as_str(), "\n", "%%EOF", "\0"] {
        assert_eq!(verify(&[&copy, more.as_bytes()].concat()), Err(NotGenuine::AppendedAfter), "{more:?}");
    }
    assert_eq!(sign(&copy, &key(2), &said()), Err(SealError::HasForm));
}

#[test]
fn a_byte_range_that_leaves_something_out_is_refused() {
    use NotGenuine::{Changed, CutShort, Malformed};
    let copy = signed();
    let from = place(&copy, "/ByteRange[");
    let to = from + copy[from..].iter().position(|it| *it == b']').unwrap() + 1;
    let range = String::from_utf8(copy[from..to].to_vec()).unwrap();
    let numbers: Vec<i64> = range[11..range.len() - 1].split_whitespace().map(|it| it.parse().unwrap()).collect();
    let [start, end, after, length] = numbers[..] else { panic!("{range}") };
    for other in [
        format!("{start} {end} {after} -{length}"),
        format!("1 {} {after} {length}", end - 1),
        format!("{start} {end} {} {}", after + 9, length - 9),
        format!("{start} {end} {} {}", end - 9, length + after - end + 9),
        format!("{start} {} {after} {length}", end - 40),
        format!("{start} {end} 999999999999999 999999999999999"),
        format!("{start} {end} 99999999999999999999 1"),
        format!("{start} {end} {after}"),
        format!("{start} {end} {after} {length} 0"),
    ] {
        let width = range.len() - 12;
        let other = format!("/ByteRange[{other:<width$}]");
        let answer = verify(&replaced(&copy, &range, &other));
        assert!(matches!(answer, Err(Malformed(_) | Changed | CutShort)), "{other}: {answer:?}");
    }
}

#[test]
fn the_digits_of_the_signature_have_one_spelling() {
    let copy = signed();
    let gap = digits(&copy);
    let with = |place: usize, byte: u8| {
        let mut other = copy.clone();
        other[place] = byte;
        verify(&other)
    };
    assert!(matches!(with(gap.end - 1, b' '), Err(NotGenuine::Malformed(_))), "white space at the end");
    assert!(matches!(with(gap.end - 1, b'1'), Err(NotGenuine::Malformed(_))), "something behind the envelope");
    assert!(matches!(with(gap.start, b'>'), Err(NotGenuine::Malformed(_))), "a string that ends at once");
}

#[test]
fn what_is_not_signed_or_not_a_pdf_says_so() {
    assert_eq!(verify(&report()), Err(NotGenuine::NoSignature));
    assert_eq!(verify(b""), Err(NotGenuine::NotAPdf));
    assert_eq!(verify(&[b" ", signed().as_slice()].concat()), Err(NotGenuine::NotAPdf));
    assert!(matches!(sign(b"%PDF-1.7\n", &key(1), &said()), Err(SealError::Unreadable(_))));
}

#[test]
fn there_is_exactly_one_manifest() {
    let signed = |attached: &[(&str, &str)]| verify(&sign(&report_with(attached), &key(1), &said()).unwrap());

    assert_eq!(signed(&[("figures.csv", "a,b")]), Err(NotGenuine::NoManifest));
    let two = [("manifest.json", FIGURES), ("manifest.json", "{}")];
    assert_eq!(signed(&two), Err(NotGenuine::SeveralManifests));
    let both = signed(&[("figures.csv", "a,b"), ("manifest.json", FIGURES)]).unwrap();
    assert_eq!(both.manifest(), FIGURES.as_bytes());
}

#[test]
fn names_that_lead_in_circles_come_to_an_end() {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>".to_owned()];
    objects.push("<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned());
    objects.push("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>".to_owned());
    objects.push(format!("<</Kids[{}]>>", "4 0 R ".repeat(5_000)));

    let copy = sign(&bound(&objects), &key(1), &said()).unwrap();

    assert!(matches!(verify(&copy), Err(NotGenuine::Malformed(_))));
}

#[test]
fn a_key_is_kept_as_text_and_shown_by_its_fingerprint() {
    let kept = key(1).to_pem().unwrap();
    let again = Key::from_pem(&kept).unwrap();
    assert_eq!(again.fingerprint(), key(1).fingerprint());
    assert!(sign(&report(), &again, &said()).unwrap() == signed());

    let shown = again.fingerprint().to_string();
    assert_eq!(shown.split(' ').map(str::len).collect::<Vec<_>>(), [4; 16]);
    assert_eq!(shown.to_lowercase().replace(' ', ":").parse(), Ok(again.fingerprint()));
    assert!("AB12".parse::<Fingerprint>().is_err());
    let shown = format!("{again:?}");
    assert!(!shown.contains("PRIVATE") && shown.contains("installation"), "{shown}");
}

#[test]
fn a_key_with_somebody_elses_certificate_is_refused() {
    let kept = key(1).to_pem().unwrap();
    let secret = kept.split_once("-----BEGIN CERTIFICATE-----").unwrap().0;
    let other = format!("{secret}{}", key(2).certificate_pem().unwrap());

    assert_eq!(Key::from_pem(&other).err(), Some(SealError::Key));
    assert_eq!(Key::from_pem("no key").err(), Some(SealError::Key));
}

#[test]
fn a_long_name_in_any_script_makes_a_certificate() {
    let name = "ສົມສະໄໝ ".repeat(40);
    let key = Key::generate(&name, at(), &[3; 32].into()).unwrap();
    assert_eq!(key.name().chars().count(), 64);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn garbage_is_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(verify(&bytes).is_err());
        prop_assert!(sign(&bytes, &key(1), &said()).is_err());
        let dressed = [b"%PDF-1.7\n".as_slice(), &bytes, b"/ByteRange[0 9 ", &bytes, b"]>>startxref\n9\n%%EOF"].concat();
        prop_assert!(verify(&dressed).is_err());
    }

    #[test]
    fn a_report_that_was_damaged_before_signing_is_refused_or_signed_whole(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut pdf = report();
        for (at, byte) in damage {
            let at = at.index(pdf.len());
            pdf[at] = byte;
        }
        if let Ok(copy) = sign(&pdf, &key(1), &said()) {
            prop_assert!(copy.starts_with(&pdf));
            let _ = verify(&copy);
        }
    }

    #[test]
    fn changes_anywhere_are_never_genuine(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..8),
    ) {
        let copy = signed();
        let mut other = copy.clone();
        for (at, change) in changes {
            let at = at.index(other.len());
            other[at] ^= change;
        }
        prop_assert!(other == copy || verify(&other).is_err());
    }
}
