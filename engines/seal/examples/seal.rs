//! Signs a PDF with a new key and verifies it, saying how long each took: `seal IN.pdf OUT.pdf CERTIFICATE.pem`.

use std::error::Error;
use std::time::Instant;
use std::{env, fs};

use jiff::civil::date;
use jiff::tz::TimeZone;
use seal::{Key, Secret, Statement, sign, verify};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [plain, signed, certificate] = arguments.as_slice() else { return Err("seal IN OUT CERTIFICATE".into()) };
    let pdf = fs::read(plain)?;
    let at = date(2026, 1, 30).at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC)?.timestamp();
    // Not a secret: whoever reads this can make the same key.
    let key = Key::generate("An example’s secretariat", at, &[7; 32].into())?;
    let kept: Secret = key.to_pem()?;
    println!("{}, kept in {} bytes", key.fingerprint(), kept.len());
    fs::write(certificate, key.certificate_pem()?)?;

    let said = Statement {
        name: "An example’s secretariat".to_owned(),
        reason: "Published report".to_owned(),
        location: Some("Singapore".to_owned()),
        signed_at: at,
    };
    let began = Instant::now();
    let copy = sign(&pdf, &key, &said)?;
    println!("{:>8.1?}  to sign {} kB", began.elapsed(), pdf.len() / 1024);
    fs::write(signed, &copy)?;

    let began = Instant::now();
    let answer = verify(&copy);
    println!("{:>8.1?}  to verify", began.elapsed());
    let found = answer?;
    println!("by this key: {}; {}, {}", found.by(&key.fingerprint()), found.claimed_name(), found.signed_at());
    println!("{} bytes of manifest", found.manifest().len());
    Ok(())
}
