//! Puts into the binary what is read from folders: the demonstration edition, and the indicators of every room.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// In which order the rooms are walked; a room that is new here follows them.
const ROOMS: [&str; 5] = ["programme", "people", "agenda", "outreach", "report"];

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder");
    let root = Path::new(&here).join("..");
    let mut list = String::from("&[\n");
    gather(&root.join("editions/asef-2025"), "", &mut list);
    list.push(']');
    write("demonstration.rs", &list);
    write("indicators.rs", &indicators(&root.join("rooms")));
}

fn write(name: &str, text: &str) {
    let out = env::var("OUT_DIR").expect("cargo names the output folder");
    fs::write(Path::new(&out).join(name), text).expect("the output folder can be written");
}

/// What lies in a folder, by name; the program is built anew when that changes.
fn entries(folder: &Path) -> Vec<(String, PathBuf)> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries: Vec<_> = fs::read_dir(folder).map(|it| it.flatten().collect()).unwrap_or_default();
    let mut named: Vec<_> =
        entries.iter().map(|it| (it.file_name().to_string_lossy().into_owned(), it.path())).collect();
    named.sort();
    named
}

fn gather(folder: &Path, prefix: &str, list: &mut String) {
    for (name, path) in entries(folder) {
        if path.is_dir() {
            gather(&path, &format!("{prefix}{name}/"), list);
        } else {
            let _ =
                writeln!(list, "({:?}, include_bytes!({:?})),", format!("{prefix}{name}"), path.display().to_string());
        }
    }
}

/// Room, key and text of every indicator, in the order of the rooms and of the keys.
fn indicators(rooms: &Path) -> String {
    let mut found = entries(rooms);
    found.sort_by_key(|(name, _)| ROOMS.iter().position(|it| it == name).unwrap_or(ROOMS.len()));
    let mut list = String::from("&[\n");
    for (room, path) in found {
        let folder = path.join("indicators");
        if !folder.is_dir() {
            continue;
        }
        for (name, path) in entries(&folder) {
            if let Some(key) = name.strip_suffix(".toml") {
                let _ = writeln!(list, "({room:?}, {key:?}, include_str!({:?})),", path.display().to_string());
            }
        }
    }
    list.push(']');
    list
}
