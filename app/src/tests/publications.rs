//! The demonstration's report, published by later work and verified from the command line.

use std::path::Path;

use super::{AFTERWARDS, furnished};
use crate::publications::{Asked, verify};

fn asked<'a>(file: &'a Path, key: Option<&'a str>) -> Asked<'a> {
    Asked { file, key, json: false }
}

#[tokio::test]
async fn a_copy_is_verified_without_a_record_and_one_changed_byte_is_noticed() {
    let (test, _) = furnished(AFTERWARDS).await;
    assert_eq!(test.get(&test.anybody(), "/science-diplomacy/2025/report.pdf").await.status, 404);
    let waiting = test.get(&test.anybody(), "/science-diplomacy/2025/report").await;
    assert!(waiting.text.contains("is being published"), "{}", waiting.text);
    test.work_off().await;
    let pdf = test.get(&test.anybody(), "/science-diplomacy/2025/report.pdf").await;
    assert_eq!((pdf.status, pdf.media_type.as_str()), (200, "application/pdf"));
    let home = test.get(&test.anybody(), "/").await.text;
    assert!(home.contains("/science-diplomacy/2025/report.pdf"), "{home}");

    let file = test.app.config.data.join("copy.pdf");
    std::fs::write(&file, &pdf.bytes).unwrap();
    let key = report::publication::open(&pdf.bytes).unwrap().fingerprint.to_string();
    verify(&asked(&file, None), None).await.unwrap();
    verify(&asked(&file, Some(&key)), None).await.unwrap();
    let strange = "0000".repeat(16);
    assert!(verify(&asked(&file, Some(&strange)), None).await.unwrap_err().contains("another key"));

    let mut changed = pdf.bytes.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(&file, &changed).unwrap();
    let why = verify(&asked(&file, None), None).await.unwrap_err();
    assert!(why.contains("changed after it was signed"), "{why}");
}
