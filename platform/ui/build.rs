//! Gathers the message catalogue and the assets, so that adding a file is adding a file.

use std::{env, fmt::Write as _, fs, path::Path};

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder");
    let locales = Path::new(&here).join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut list = String::from("&[\n");
    for language in sorted(&locales) {
        println!("cargo::rerun-if-changed={}", locales.join(&language).display());
        for file in sorted(&locales.join(&language))
            .into_iter()
            .filter(|it| Path::new(it).extension().is_some_and(|it| it == "ftl"))
        {
            let path = locales.join(&language).join(&file);
            let _ = writeln!(list, "({language:?}, {file:?}, include_str!({:?})),", path.display().to_string());
        }
    }
    list.push(']');
    let out = env::var("OUT_DIR").expect("cargo names the output folder");
    fs::write(Path::new(&out).join("catalogue.rs"), list).expect("the output folder can be written");
}

fn sorted(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|it| it.file_name().to_string_lossy().into_owned()).collect())
        .unwrap_or_default();
    names.sort();
    names
}
