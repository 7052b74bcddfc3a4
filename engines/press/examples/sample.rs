//! Prints a folder's `report.typ` with its sample, and says how long it took: `sample FOLDER OUT.pdf`.

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use jiff::civil::date;
use press::{Manuscript, house, print};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, out] = arguments.as_slice() else { return Err("sample FOLDER OUT.pdf".into()) };
    let manuscript = gather(Path::new(folder))?;

    let began = Instant::now();
    let printed = print(house(), &manuscript).map_err(|it| it.to_string())?;
    println!("{:>8.1?}  cold, {} pages, {} kB", began.elapsed(), printed.pages, printed.pdf.len() / 1024);
    for finding in &printed.findings {
        println!("          {finding}");
    }
    fs::write(out, &printed.pdf)?;

    let began = Instant::now();
    print(house(), &manuscript)?;
    println!("{:>8.1?}  unchanged", began.elapsed());
    let data = fs::read_to_string(Path::new(folder).join("sample.json"))?;
    let changed = manuscript.with("data.json", data.replace("2,200+", "2,300+").into_bytes());
    let began = Instant::now();
    print(house(), &changed)?;
    println!("{:>8.1?}  after a change of one figure", began.elapsed());
    Ok(())
}

/// The templates and pictures under their own names, the sample as `data.json`.
fn gather(folder: &Path) -> Result<Manuscript, Box<dyn Error>> {
    let main = fs::read_to_string(folder.join("report.typ"))?;
    let mut manuscript = Manuscript::new("sample/report", date(2026, 1, 30), main);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
        let kind = path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
        match (name.as_str(), kind.as_str()) {
            ("sample.json", _) => manuscript = manuscript.with("data.json", fs::read(path)?),
            ("report.typ", _) => {}
            (_, "typ" | "svg") => manuscript = manuscript.with(&name, fs::read(path)?),
            _ => {}
        }
    }
    Ok(manuscript.attach("manifest.json", "application/json", "What the report says, for machines", b"{}".as_slice()))
}
