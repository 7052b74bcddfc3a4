//! The outline of one country as it is written down.

use std::fmt;

use super::projection::View;
use super::topology::Ring;

/// A country below about 12,000 km² vanishes in a map as wide as a phone and gets a dot.
const SMALL: f64 = 920.0;
/// A part of at least this share of the largest part belongs to the main land.
const MAIN: f64 = 0.12;

type Points = Vec<(i64, i64)>;

/// A country as read.
pub struct Country<'a> {
    pub code: &'a str,
    pub rings: &'a [Ring],
}

/// A country as written.
pub struct Line {
    pub code: String,
    point: (i64, i64),
    main: [i64; 4],
    /// Whether it needs a dot; a coarse outline may look larger than the country is.
    small: bool,
    path: String,
}

impl Country<'_> {
    /// The country with its outline; nothing if no part of it lies in the view.
    pub fn outlined(&self, view: &View) -> Option<Line> {
        let parts = self.parts(view);
        let mut line = self.line(&parts)?;
        line.path = parts.iter().map(path).collect();
        Some(line)
    }

    /// Whether the country would vanish without a dot.
    pub fn is_small(&self, view: &View) -> bool {
        self.parts(view).iter().map(area).sum::<f64>() < SMALL
    }

    /// The country as a dot alone.
    pub fn as_dot(&self, view: &View) -> Option<Line> {
        self.line(&self.parts(view)).map(|line| line.marked(true))
    }

    /// The parts within the view, the largest first; none if the largest of all lies outside.
    fn parts(&self, view: &View) -> Vec<Points> {
        let pieces = self.rings.iter().flat_map(|ring| view.cut(ring));
        let mut parts: Vec<(bool, Points)> = pieces.map(|it| (view.keeps_some_of(&it), rounded(&it))).collect();
        parts.sort_by(|a, b| area(&b.1).total_cmp(&area(&a.1)));
        if parts.first().is_none_or(|(kept, _)| !kept) {
            return Vec::new();
        }
        parts.into_iter().filter_map(|(kept, part)| kept.then_some(part)).collect()
    }

    fn line(&self, parts: &[Points]) -> Option<Line> {
        let largest = parts.first()?;
        let main = parts.iter().filter(|part| area(part) >= MAIN * area(largest)).flatten();
        Some(Line {
            code: self.code.to_owned(),
            point: middle(largest),
            main: bounds(main),
            small: false,
            path: String::new(),
        })
    }
}

impl Line {
    /// The same, with or without a dot.
    pub fn marked(self, small: bool) -> Self {
        Self { small, ..self }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([x0, y0, x1, y1], size) = (self.main, if self.small { "small" } else { "large" });
        write!(f, "{} {},{} {x0},{y0},{x1},{y1} {size} {}", self.code, self.point.0, self.point.1, self.path)
    }
}

/// Projected to whole tenths, without points that repeat or lie on a straight line.
fn rounded(ring: &Ring) -> Points {
    let mut out = Points::new();
    for &(lon, lat) in ring {
        let here = View::place(lon, lat);
        if out.last() == Some(&here) {
            continue;
        }
        if let [.., before, last] = out[..]
            && (last.0 - before.0) * (here.1 - last.1) == (last.1 - before.1) * (here.0 - last.0)
        {
            out.pop();
        }
        out.push(here);
    }
    if out.len() > 1 && out.first() == out.last() {
        out.pop();
    }
    out
}

/// Twice the signed area, and the moments, by the shoelace formula.
fn moments(points: &Points) -> (f64, f64, f64) {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).fold((0.0, 0.0, 0.0), |sum, (a, b)| {
        let cross = (a.0 * b.1 - b.0 * a.1) as f64;
        (sum.0 + cross, sum.1 + cross * (a.0 + b.0) as f64, sum.2 + cross * (a.1 + b.1) as f64)
    })
}

fn area(points: &Points) -> f64 {
    moments(points).0.abs() / 2.0
}

/// The centre of gravity; of a part too small to have an area, its first point.
fn middle(points: &Points) -> (i64, i64) {
    let (twice, x, y) = moments(points);
    if twice == 0.0 {
        return points[0];
    }
    ((x / (3.0 * twice)).round() as i64, (y / (3.0 * twice)).round() as i64)
}

fn bounds<'a>(points: impl Iterator<Item = &'a (i64, i64)>) -> [i64; 4] {
    points.fold([i64::MAX, i64::MAX, i64::MIN, i64::MIN], |[x0, y0, x1, y1], &(x, y)| {
        [x0.min(x), y0.min(y), x1.max(x), y1.max(y)]
    })
}

/// One closed part: the start absolute, every further step relative. A part without an area is not drawn.
fn path(points: &Points) -> String {
    if area(points) < 1.0 {
        return String::new();
    }
    let mut path = format!("M{}{}", points[0].0, signed(points[0].1));
    for (at, pair) in points.windows(2).enumerate() {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        path.push_str(if at == 0 { "l" } else { "" });
        path.push_str(&if at == 0 { dx.to_string() } else { signed(dx) });
        path.push_str(&signed(dy));
    }
    path + "z"
}

/// A number after another: its minus sign parts them, otherwise a space does.
fn signed(number: i64) -> String {
    if number < 0 { number.to_string() } else { format!(" {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_starts_absolute_and_walks_on_in_steps() {
        assert_eq!(path(&vec![(10, 20), (15, 12), (15, 30)]), "M10 20l5-8 0 18z");
    }

    #[test]
    fn the_middle_of_a_square_is_its_middle() {
        let square = vec![(0, 0), (10, 0), (10, 10), (0, 10)];
        assert_eq!((middle(&square), bounds(square.iter())), ((5, 5), [0, 0, 10, 10]));
    }

    #[test]
    fn a_small_country_is_marked_so() {
        let rings = vec![vec![(6.0, 49.5), (6.5, 49.5), (6.5, 50.0), (6.0, 50.0)]];
        let country = Country { code: "LU", rings: &rings };
        assert!(country.is_small(&View::WORLD));
        assert!(country.outlined(&View::WORLD).unwrap().to_string().starts_with("LU 48"));
    }
}
