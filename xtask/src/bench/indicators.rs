//! Every indicator computed anew: of the demonstration edition, and of one ten times as large.

use std::process::Command;

use super::table::Table;
use crate::tree;

/// A measurement: how many times the demonstration, how many indicators, how many milliseconds.
#[derive(Debug, PartialEq)]
struct Measured {
    times: u32,
    indicators: u32,
    milliseconds: f64,
}

/// Measures, and adds a row for each size and one for how it grows.
pub(super) fn compute(table: &mut Table) -> Result<(), String> {
    println!("computing every indicator …");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(tree::root());
    command.args(["run", "--quiet", "--release", "--package", "convoke", "--example", "indicators"]);
    let ended = command.output().map_err(|why| format!("the measurement did not start: {why}"))?;
    let measured = read(&String::from_utf8_lossy(&ended.stdout));
    let [one, ten] = measured.as_slice() else { return Err("the measurement printed no two lines".to_owned()) };
    let shown = |it: &Measured| format!("{:.0} ms", it.milliseconds);
    table.row(&format!("all {} indicators", one.indicators), shown(one), "≤ 100 ms", "");
    table.row(&format!("… of an edition {} times as large", ten.times), shown(ten), "≤ 1 s", "");
    let growth = ten.milliseconds / one.milliseconds.max(f64::MIN_POSITIVE);
    table.row("… times as long", format!("{growth:.1}"), &format!("≤ {}", ten.times), "");
    Ok(())
}

/// `10 23 310.5`.
fn read(printed: &str) -> Vec<Measured> {
    let line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [times, indicators, milliseconds] = words.as_slice() else { return None };
        Some(Measured {
            times: times.parse().ok()?,
            indicators: indicators.parse().ok()?,
            milliseconds: milliseconds.parse().ok()?,
        })
    };
    printed.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measurement_is_read_line_by_line() {
        let measured = read("1 23 28.4\n10 23 241.0\n");
        assert_eq!(measured[1], Measured { times: 10, indicators: 23, milliseconds: 241.0 });
        assert!(read("error: no such example\n").is_empty());
    }
}
