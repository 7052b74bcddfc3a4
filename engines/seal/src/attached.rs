//! Files attached to the document as a whole.

use std::collections::BTreeMap;

use crate::NotGenuine;
use crate::pdf::{Dict, File, Odd, Value};
use crate::statement::words;

/// How deep the tree of names may be, and how many files we look at.
const DEEPEST: usize = 8;
const MOST: usize = 4_000;

/// The content of the one attached file of this name.
///
/// A file counts by every name that it goes under, so that no second one can pass for the first.
pub(crate) fn attached(file: &File<'_>, name: &str) -> Result<Vec<u8>, NotGenuine> {
    let (_, catalogue) = file.root()?;
    let mut specifications = Specifications { file, found: BTreeMap::new() };
    if let Some(names) = file.dict_in(&catalogue, "Names")?
        && let Some(tree) = file.dict_in(&names, "EmbeddedFiles")?
    {
        specifications.tree(&tree, DEEPEST)?;
    }
    for item in file.array_in(&catalogue, "AF")? {
        specifications.note(&item, None)?;
    }
    let mut named = specifications.found.into_iter().filter(|(_, names)| names.iter().any(|it| it == name));
    let (number, _) = named.next().ok_or(NotGenuine::NoManifest)?;
    if named.next().is_some() {
        return Err(NotGenuine::SeveralManifests);
    }
    Ok(content(file, number)?)
}

struct Specifications<'a> {
    file: &'a File<'a>,
    found: BTreeMap<u32, Vec<String>>,
}

impl Specifications<'_> {
    fn tree(&mut self, node: &Dict, depth: usize) -> Result<(), Odd> {
        let depth = depth.checked_sub(1).ok_or(Odd("its names lie too deep"))?;
        for pair in self.file.array_in(node, "Names")?.chunks(2) {
            let [key, value] = pair else { return Err(Odd("a name is missing")) };
            self.note(value, key.text())?;
        }
        for kid in self.file.array_in(node, "Kids")? {
            let kid = self.file.dict(kid.reference().ok_or(Odd("a branch of names is missing"))?)?;
            self.tree(&kid, depth)?;
        }
        Ok(())
    }

    fn note(&mut self, value: &Value, key: Option<&[u8]>) -> Result<(), Odd> {
        let number = value.reference().ok_or(Odd("an attached file is not an object"))?;
        if self.found.len() >= MOST {
            return Err(Odd("too many files are attached"));
        }
        let specification = self.file.dict(number)?;
        let spelt = ["F", "UF"].iter().filter_map(|it| specification.get(it)?.text()).chain(key);
        let names = spelt.map(|it| words(it).ok_or(Odd("an attached file's name is misspelt")));
        let names = names.collect::<Result<Vec<_>, _>>()?;
        self.found.entry(number).or_default().extend(names);
        Ok(())
    }
}

fn content(file: &File<'_>, specification: u32) -> Result<Vec<u8>, Odd> {
    let specification = file.dict(specification)?;
    let streams = file.dict_in(&specification, "EF")?.ok_or(Odd("an attached file is empty"))?;
    let (plain, wide) = (streams.reference("F"), streams.reference("UF"));
    match (plain, wide) {
        (Some(one), Some(other)) if one != other => Err(Odd("an attached file has two contents")),
        (Some(number), _) | (None, Some(number)) => file.content(number),
        (None, None) => Err(Odd("an attached file is empty")),
    }
}
