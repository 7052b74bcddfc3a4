//! Turns Natural Earth's countries, as the npm package `world-atlas` carries them, into the compact maps that the
//! charts draw from: `cargo xtask map FOLDER`, where FOLDER holds `countries-110m.json` and `countries-50m.json`.
//!
//! One line a country: its code, the point for a dot or label, the box of its main land, whether it is so small
//! that it needs a dot, and its outline. All numbers are tenths on a canvas 1000 wide.

mod outline;
mod projection;
mod topology;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use outline::{Country, Line};
use projection::View;
use topology::Ring;

/// Where the maps and the table of codes live, seen from the root of the repository.
const MAPS: &str = "engines/charts/map";

/// Reads both scales from the folder named and writes the maps.
pub fn run(args: &[String]) -> Result<(), String> {
    let [folder] = args else {
        return Err("cargo xtask map FOLDER, where FOLDER holds countries-110m.json and countries-50m.json".into());
    };
    let maps = root()?.join(MAPS);
    let codes = topology::codes(&read(&maps.join("codes.txt"))?);
    let coarse = topology::countries(&read(&Path::new(folder).join("countries-110m.json"))?, &codes)?;
    let fine = topology::countries(&read(&Path::new(folder).join("countries-50m.json"))?, &codes)?;
    for view in [View::WORLD, View::EAST] {
        write(&maps.join(format!("{}-110m.txt", view.name)), &lines(&view, &coarse, &fine))?;
        write(&maps.join(format!("{}-50m.txt", view.name)), &lines(&view, &fine, &fine))?;
    }
    Ok(())
}

/// The countries of one map. Those too small for its scale get their point from the finer one.
fn lines(view: &View, countries: &BTreeMap<String, Vec<Ring>>, finer: &BTreeMap<String, Vec<Ring>>) -> Vec<Line> {
    let outlined = countries.iter().filter_map(|(code, rings)| {
        let true_to_size = finer.get(code).unwrap_or(rings);
        let small = Country { code, rings: true_to_size }.is_small(view);
        Some(Country { code, rings }.outlined(view)?.marked(small))
    });
    let mut lines: Vec<Line> = outlined.collect();
    for (code, rings) in finer {
        if !countries.contains_key(code) {
            lines.extend(Country { code, rings }.as_dot(view));
        }
    }
    lines.sort_by(|a, b| a.code.cmp(&b.code));
    lines
}

fn root() -> Result<std::path::PathBuf, String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(Path::to_path_buf).ok_or_else(|| "xtask has no parent folder".into())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|fault| format!("{}: {fault}", path.display()))
}

fn write(path: &Path, lines: &[Line]) -> Result<(), String> {
    let text = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n") + "\n";
    fs::write(path, &text).map_err(|fault| format!("{}: {fault}", path.display()))?;
    println!("{}: {} countries, {} bytes", path.display(), lines.len(), text.len());
    Ok(())
}
