//! `datapackage.json`: what the tables are.

use serde::Serialize;

use super::field::Field;
use super::table::{HIDDEN, NOT_KNOWN, Table};
use super::{Contributor, File, Licence, Package, Source};

/// Where every reader looks for it.
pub(super) const PATH: &str = "datapackage.json";

/// The profile of version 2, and its name in version 1.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const FORMER_PROFILE: &str = "data-package";

#[derive(Serialize)]
struct Descriptor<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    version: &'a str,
    created: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    keywords: &'a [String],
    licenses: Vec<DescribedLicence<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<DescribedSource<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<DescribedContributor<'a>>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct DescribedLicence<'a> {
    name: &'a str,
    path: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct DescribedSource<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
}

#[derive(Serialize)]
struct DescribedContributor<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    roles: &'a [String],
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    profile: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    path: String,
    scheme: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    dialect: Dialect,
    schema: Schema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    header: bool,
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: &'a [Field],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'a [String],
    missing_values: [&'static str; 2],
}

/// The descriptor of a package whose tables became these files.
pub(super) fn file(package: &Package, sheets: &[File]) -> std::io::Result<File> {
    let descriptor = Descriptor {
        schema: PROFILE,
        profile: FORMER_PROFILE,
        name: &package.name,
        title: &package.title,
        description: &package.description,
        version: &package.version,
        created: package.created.to_string(),
        homepage: package.homepage.as_deref(),
        keywords: &package.keywords,
        licenses: package.licences.iter().map(licence).collect(),
        sources: package.sources.iter().map(source).collect(),
        contributors: package.contributors.iter().map(contributor).collect(),
        resources: package.tables.iter().zip(sheets).map(|(table, sheet)| resource(table, sheet)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&descriptor)?;
    bytes.push(b'\n');
    Ok(File { path: PATH.to_owned(), bytes })
}

fn licence(it: &Licence) -> DescribedLicence<'_> {
    DescribedLicence { name: &it.name, path: &it.path, title: &it.title }
}

fn source(it: &Source) -> DescribedSource<'_> {
    DescribedSource { title: &it.title, path: it.path.as_deref(), version: it.version.as_deref() }
}

fn contributor(it: &Contributor) -> DescribedContributor<'_> {
    DescribedContributor { title: &it.title, path: it.path.as_deref(), roles: &it.roles }
}

fn resource<'a>(table: &'a Table, sheet: &File) -> Resource<'a> {
    Resource {
        name: &table.name,
        kind: "table",
        profile: "tabular-data-resource",
        title: &table.title,
        description: &table.description,
        path: sheet.path.clone(),
        scheme: "file",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: sheet.bytes.len(),
        hash: sheet.hash(),
        dialect: Dialect {
            header: true,
            delimiter: ",",
            line_terminator: "\r\n",
            quote_char: "\"",
            double_quote: true,
        },
        schema: Schema { fields: &table.fields, primary_key: &table.key, missing_values: [NOT_KNOWN, HIDDEN] },
    }
}
