//! Reads the topology: shared arcs become the rings of each country.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

/// A closed line in degrees, longitude first; the first point is not repeated at the end.
pub type Ring = Vec<(f64, f64)>;

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(i64, i64)>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// Reads the table that leads from a numeric code, or a name where there is none, to the two-letter code.
pub fn codes(table: &str) -> HashMap<String, String> {
    let rows = table.lines().filter_map(|line| line.rsplit_once(' '));
    rows.map(|(key, code)| (key.to_owned(), code.to_owned())).collect()
}

/// The rings of every country, by two-letter code.
///
/// The source draws borders as they are held; where the United Nations' General Assembly says otherwise for the
/// Crimea (resolution 68/262), its ring is handed over. Parts listed under one code melt into one outline.
pub fn countries(json: &str, codes: &HashMap<String, String>) -> Result<BTreeMap<String, Vec<Ring>>, String> {
    let topology: Topology = serde_json::from_str(json).map_err(|fault| fault.to_string())?;
    let arcs = topology.unpacked();
    let mut owned: BTreeMap<String, Vec<Vec<i64>>> = BTreeMap::new();
    for geometry in topology.objects.countries.geometries {
        let code = code_of(&geometry, codes)?;
        for ring in geometry.shape.rings() {
            let owner = if code == "RU" && is_crimea(&joined(&ring, &arcs)) { "UA" } else { code };
            owned.entry(owner.to_owned()).or_default().push(ring);
        }
    }
    Ok(owned.into_iter().map(|(code, rings)| (code, melted(&rings, &arcs))).collect())
}

fn code_of<'a>(geometry: &Geometry, codes: &'a HashMap<String, String>) -> Result<&'a str, String> {
    let name = &geometry.properties.name;
    let key = geometry.id.clone().unwrap_or_else(|| format!("name={name}"));
    codes.get(&key).map(String::as_str).ok_or_else(|| format!("codes.txt lacks {key} ({name})"))
}

fn is_crimea(ring: &Ring) -> bool {
    ring.iter().all(|&(lon, lat)| (32.0..37.0).contains(&lon) && (44.0..46.5).contains(&lat))
}

impl Topology {
    fn unpacked(&self) -> Vec<Ring> {
        let place = |(x, y): (i64, i64)| {
            let (scale, shift) = (self.transform.scale, self.transform.translate);
            (x as f64 * scale.0 + shift.0, y as f64 * scale.1 + shift.1)
        };
        let walk = |arc: &Vec<(i64, i64)>| {
            let steps = arc.iter().scan((0, 0), |at, step| {
                *at = (at.0 + step.0, at.1 + step.1);
                Some(place(*at))
            });
            steps.collect()
        };
        self.arcs.iter().map(walk).collect()
    }
}

impl Shape {
    fn rings(self) -> Vec<Vec<i64>> {
        match self {
            Shape::Polygon(rings) => rings,
            Shape::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        }
    }
}

/// Drops the arcs that two rings share and joins what is left.
fn melted(rings: &[Vec<i64>], arcs: &[Ring]) -> Vec<Ring> {
    let mut used: HashMap<i64, u8> = HashMap::new();
    for arc in rings.iter().flatten() {
        *used.entry(undirected(*arc)).or_default() += 1;
    }
    let shared = |arc: &i64| used[&undirected(*arc)] > 1;
    let (touching, alone): (Vec<_>, Vec<_>) = rings.iter().partition(|ring| ring.iter().any(shared));
    let mut melted: Vec<Ring> = alone.into_iter().map(|ring| joined(ring, arcs)).collect();
    let mut loose: Vec<Ring> =
        touching.into_iter().flatten().filter(|arc| !shared(arc)).map(|arc| directed(*arc, arcs)).collect();
    while let Some(mut line) = loose.pop() {
        while let Some(next) = loose.iter().position(|it| it.first() == line.last()) {
            line.extend(loose.swap_remove(next).into_iter().skip(1));
        }
        line.pop();
        melted.push(line);
    }
    melted
}

fn undirected(arc: i64) -> i64 {
    if arc < 0 { !arc } else { arc }
}

fn directed(arc: i64, arcs: &[Ring]) -> Ring {
    let mut line = arcs[undirected(arc) as usize].clone();
    if arc < 0 {
        line.reverse();
    }
    line
}

fn joined(ring: &[i64], arcs: &[Ring]) -> Ring {
    let mut line = Ring::new();
    for arc in ring {
        line.pop();
        line.extend(directed(*arc, arcs));
    }
    line.pop();
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_parts_of_one_country_melt_along_their_border() {
        let arcs = vec![
            vec![(0.0, 0.0), (0.0, 2.0)],
            vec![(0.0, 2.0), (-2.0, 2.0), (-2.0, 0.0), (0.0, 0.0)],
            vec![(0.0, 2.0), (2.0, 2.0), (2.0, 0.0), (0.0, 0.0)],
        ];
        let melted = melted(&[vec![0, 1], vec![!0, !2]], &arcs);
        assert_eq!(melted.len(), 1);
        assert_eq!(melted[0].len(), 6);
    }

    #[test]
    fn a_country_without_a_number_is_found_by_its_name() {
        let codes = codes("056 BE\nname=N. Cyprus CY\n");
        assert_eq!((codes["056"].as_str(), codes["name=N. Cyprus"].as_str()), ("BE", "CY"));
    }
}
