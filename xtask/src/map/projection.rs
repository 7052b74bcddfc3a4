//! The Equal Earth projection (Šavrič, Patterson, Jenny: "The Equal Earth map projection", 2018, equations 1 to 4),
//! and the cut that keeps a ring from running round the back of the map.

use super::topology::Ring;

/// A map to draw: its name, the meridian in its middle, and the longitudes worth keeping.
pub struct View {
    pub name: &'static str,
    pub middle: f64,
    pub keeps: (f64, f64),
}

impl View {
    /// The whole world. Its edge runs through the Bering Strait, so that no country is torn.
    pub const WORLD: View = View { name: "world", middle: 11.0, keeps: (-180.0, 180.0) };
    /// Asia, Europe, Australia and New Zealand, seen from above Central Asia, so that neither end leans much.
    pub const EAST: View = View { name: "east", middle: 65.0, keeps: (-95.0, 125.0) };

    /// A place of the ring's own longitudes (already relative to the middle) in tenths on a canvas 1000 wide.
    pub fn place(lon: f64, lat: f64) -> (i64, i64) {
        let (x, y) = equal_earth(lon.to_radians(), lat.to_radians());
        let (half, top) = (equal_earth(std::f64::consts::PI, 0.0).0, equal_earth(0.0, std::f64::consts::FRAC_PI_2).1);
        let scale = 5000.0 / half;
        (((x + half) * scale).round() as i64, ((top - y) * scale).round() as i64)
    }

    /// The ring relative to the middle, cut at the map's edge: one piece or several.
    pub fn cut(&self, ring: &Ring) -> Vec<Ring> {
        let whole = unrolled(&ring.iter().map(|&(lon, lat)| (lon - self.middle, lat)).collect());
        let window = |turn: f64| {
            let (west, east) = (turn - 180.0, turn + 180.0);
            let right = clipped(&whole, west, |lon| lon >= west);
            let piece = clipped(&right, east, |lon| lon <= east);
            bent(&piece.into_iter().map(|(lon, lat)| (lon - turn, lat)).collect())
        };
        let pieces = [-720.0, -360.0, 0.0, 360.0, 720.0].map(window);
        pieces.into_iter().filter(|piece| piece.len() > 2).collect()
    }

    /// Whether the middle of the piece lies in the longitudes worth keeping (and is not the Antarctic, unless all are).
    pub fn keeps_some_of(&self, ring: &Ring) -> bool {
        let lons = || ring.iter().map(|it| it.0);
        let middle = f64::midpoint(lons().fold(f64::MAX, f64::min), lons().fold(f64::MIN, f64::max));
        (self.keeps.0..=self.keeps.1).contains(&middle)
            && (self.keeps.0 <= -180.0 || ring.iter().any(|&(_, lat)| lat > -48.0))
    }
}

fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let root = 3_f64.sqrt();
    let t = (root / 2.0 * lat.sin()).asin();
    let (t2, t6) = (t * t, t.powi(6));
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    let y = t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    (2.0 * root * lon * t.cos() / (3.0 * slope), y)
}

/// Lets longitudes run on past ±180° instead of jumping; a ring round the pole is closed along the pole.
fn unrolled(ring: &Ring) -> Ring {
    let mut out: Ring = Vec::with_capacity(ring.len() + 3);
    for &(lon, lat) in ring {
        let near = out.last().map_or(lon, |&(last, _)| nearest(lon, last));
        out.push((near, lat));
    }
    let (Some(&first), Some(&last)) = (out.first(), out.last()) else { return out };
    let home = nearest(first.0, last.0);
    if (home - first.0).abs() > 1.0 {
        let pole = 90_f64.copysign(first.1);
        out.extend([(home, first.1), (home, pole), (first.0, pole)]);
    }
    out
}

fn nearest(lon: f64, to: f64) -> f64 {
    lon + 360.0 * ((to - lon) / 360.0).round()
}

/// One pass of Sutherland and Hodgman against a meridian.
fn clipped(ring: &Ring, meridian: f64, inside: impl Fn(f64) -> bool) -> Ring {
    let mut out = Ring::new();
    for (at, &here) in ring.iter().enumerate() {
        let before = ring[(at + ring.len() - 1) % ring.len()];
        if inside(before.0) != inside(here.0) {
            let share = (meridian - before.0) / (here.0 - before.0);
            out.push((meridian, before.1 + share * (here.1 - before.1)));
        }
        if inside(here.0) {
            out.push(here);
        }
    }
    out
}

/// Adds points along long straight runs down a meridian, which the projection bends.
fn bent(ring: &Ring) -> Ring {
    let mut out = Ring::new();
    for (at, &here) in ring.iter().enumerate() {
        let before = ring[(at + ring.len() - 1) % ring.len()];
        let rise = here.1 - before.1;
        if (here.0 - before.0).abs() < 1e-9 && rise.abs() > 3.0 {
            let steps = (rise.abs() / 2.0).ceil() as i32;
            out.extend((1..steps).map(|step| (here.0, before.1 + rise * f64::from(step) / f64::from(steps))));
        }
        out.push(here);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_map_is_where_equator_and_middle_meridian_cross() {
        assert_eq!(View::place(0.0, 0.0), (5000, 2434));
        assert_eq!(View::place(180.0, 0.0).0, 10_000);
    }

    #[test]
    fn equal_areas_stay_equal() {
        let area = |lat: f64| {
            let (x1, y1) = equal_earth(0.01, lat);
            let (x0, y0) = equal_earth(0.0, lat - 0.01);
            (x1 - x0) * (y1 - y0) / lat.cos()
        };
        assert!((area(0.2) / area(1.0) - 1.0).abs() < 0.02);
    }

    #[test]
    fn a_ring_over_the_edge_is_cut_into_two_pieces_that_draw_no_band() {
        let view = View { name: "", middle: 0.0, keeps: (-180.0, 180.0) };
        let pieces = view.cut(&vec![(170.0, 60.0), (-170.0, 60.0), (-170.0, 65.0), (170.0, 65.0)]);
        assert_eq!(pieces.len(), 2);
        for piece in pieces {
            let lons: Vec<f64> = piece.iter().map(|it| it.0).collect();
            let wide = lons.iter().copied().fold(f64::MIN, f64::max) - lons.iter().copied().fold(f64::MAX, f64::min);
            assert!(wide < 11.0);
        }
    }

    #[test]
    fn a_ring_round_the_pole_is_closed_along_the_pole() {
        let ring = (0..36).map(|it| (f64::from(it) * 10.0 - 180.0, -70.0)).collect();
        let pieces = View::WORLD.cut(&ring);
        assert!(pieces.iter().flatten().any(|&(_, lat)| lat < -89.0));
    }
}
