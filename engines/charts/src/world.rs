//! The countries' outlines, read once from the files under `map/`, which say where they come from.

use std::collections::HashMap;
use std::sync::LazyLock;

/// All numbers are tenths on a canvas 1000 wide: left, top, right, bottom.
pub type Box4 = [f64; 4];

/// One country.
#[derive(Debug)]
pub struct Land {
    pub code: &'static str,
    /// Where a dot or a label belongs.
    pub point: (f64, f64),
    /// The box of its main land, without what lies overseas.
    pub main: Box4,
    /// Whether it needs a dot to be seen.
    pub small: bool,
    /// Its parts, each with its box.
    pub parts: Vec<(&'static str, Box4)>,
}

/// One map.
#[derive(Debug)]
pub struct World {
    pub lands: Vec<Land>,
    places: HashMap<&'static str, usize>,
}

/// Asia, Europe and the south Pacific in two degrees of detail, and the whole world likewise.
pub static EAST: LazyLock<World> = LazyLock::new(|| World::read(include_str!("../map/east-110m.txt")));
pub static EAST_FINE: LazyLock<World> = LazyLock::new(|| World::read(include_str!("../map/east-50m.txt")));
pub static WHOLE: LazyLock<World> = LazyLock::new(|| World::read(include_str!("../map/world-110m.txt")));
pub static WHOLE_FINE: LazyLock<World> = LazyLock::new(|| World::read(include_str!("../map/world-50m.txt")));

impl World {
    pub fn land(&self, code: &str) -> Option<&Land> {
        self.places.get(code).map(|at| &self.lands[*at])
    }

    fn read(text: &'static str) -> Self {
        let lands: Vec<Land> = text.lines().filter_map(Land::read).collect();
        let places = lands.iter().enumerate().map(|(at, land)| (land.code, at)).collect();
        Self { lands, places }
    }
}

impl Land {
    fn read(line: &'static str) -> Option<Self> {
        let mut words = line.splitn(5, ' ');
        let (code, point, main) = (words.next()?, words.next()?, words.next()?);
        let small = words.next()? == "small";
        let path = words.next().unwrap_or_default();
        let [x, y] = numbers(point)?;
        let parts = path.split_inclusive('z').filter_map(|part| Some((part, bounds(part)?))).collect();
        Some(Self { code, point: (x, y), main: numbers(main)?, small, parts })
    }

    /// The parts that reach into the window, as one path.
    pub fn path_within(&self, window: Box4) -> String {
        let seen = self.parts.iter().filter(|(_, its)| overlap(*its, window));
        seen.map(|(path, _)| *path).collect()
    }
}

fn overlap(a: Box4, b: Box4) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let all: Option<Vec<f64>> = text.split(',').map(|it| it.parse().ok()).collect();
    all?.try_into().ok()
}

/// The box of one part: an absolute start, then steps.
fn bounds(part: &str) -> Option<Box4> {
    let mut at = (0.0, 0.0);
    let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let mut pair = None;
    for number in steps(part) {
        match pair.take() {
            None => pair = Some(number),
            Some(x) => {
                at = (at.0 + x, at.1 + number);
                bounds = [bounds[0].min(at.0), bounds[1].min(at.1), bounds[2].max(at.0), bounds[3].max(at.1)];
            }
        }
    }
    (bounds[0] <= bounds[2]).then_some(bounds)
}

/// The numbers of a path; a minus sign begins a new one.
fn steps(part: &str) -> impl Iterator<Item = f64> {
    let mut rest = part;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|it: char| !it.is_ascii_digit() && it != '-');
        let digits = rest.bytes().skip(1).take_while(u8::is_ascii_digit).count() + 1;
        let (number, after) = rest.split_at_checked(digits)?;
        rest = after;
        number.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_box_of_a_part_follows_its_steps() {
        assert_eq!(bounds("M10 20l5-8 0 18z"), Some([10.0, 12.0, 15.0, 30.0]));
    }

    #[test]
    fn every_country_of_the_map_is_on_its_canvas_and_no_part_runs_round_the_back() {
        for world in [&EAST, &EAST_FINE, &WHOLE, &WHOLE_FINE] {
            assert!(world.lands.len() > 150);
            for land in &world.lands {
                assert!((0.0..=10_000.0).contains(&land.point.0) && (0.0..=4_900.0).contains(&land.point.1));
                assert!(
                    land.parts.iter().all(|(_, its)| land.code == "AQ" || its[2] - its[0] < 4_000.0),
                    "{}",
                    land.code
                );
            }
        }
    }

    #[test]
    fn states_too_small_for_the_scale_are_there_as_dots() {
        for code in ["SG", "MT", "LU", "BN", "BH", "MV", "CY"] {
            assert!(EAST.land(code).is_some_and(|land| land.small), "{code}");
        }
        assert!(EAST.land("BE").is_some_and(|land| !land.small));
    }
}
