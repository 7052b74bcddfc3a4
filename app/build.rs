//! Puts the demonstration edition into the binary, so that one command shows a programme.

use std::{env, fmt::Write as _, fs, path::Path};

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder");
    let edition = Path::new(&here).join("../editions/asef-2025");
    let mut list = String::from("&[\n");
    gather(&edition, "", &mut list);
    list.push(']');
    let out = env::var("OUT_DIR").expect("cargo names the output folder");
    fs::write(Path::new(&out).join("demonstration.rs"), list).expect("the output folder can be written");
}

fn gather(folder: &Path, prefix: &str, list: &mut String) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut entries: Vec<_> = fs::read_dir(folder).map(|it| it.flatten().collect()).unwrap_or_default();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            gather(&path, &format!("{prefix}{name}/"), list);
        } else {
            let _ =
                writeln!(list, "({:?}, include_bytes!({:?})),", format!("{prefix}{name}"), path.display().to_string());
        }
    }
}
