//! Reading the files about reports, with every mistake found at once.

use std::collections::BTreeSet;

use host::folder::{Findings, Folder, Known, Rows, Spot, Thing, things};
use kernel::{Key, Language, Text};
use programme::Source;

use super::{ChapterDraft, Draft, PublicationRow, ReportDraft, TARGET_COLUMNS, Target, WaiverDraft};
use crate::document::{Look, fields, logo::Picture};

const NAMES: &str = "call it reports/KEY/report.toml or reports/KEY/CHAPTER.LANGUAGE.md";
const PURPOSES: &[&str] = &["final", "funder", "series", "brief"];

/// Reads the files about reports.
pub fn read(folder: &Folder, known: &mut Known, findings: &mut Findings) -> Draft {
    let mut draft = Draft::default();
    for key in keys(folder, findings) {
        let spot = Spot::file(&format!("reports/{key}/report.toml"));
        known.add("report", &key, spot, findings);
        draft.reports.push(read_report(folder, key, findings));
    }
    draft.targets = read_targets(folder, findings);
    draft.waivers = read_waivers(folder, known, findings);
    draft.publications = read_publications(folder, known, findings);
    draft
}

/// The folders of reports; a file of another name among them is a finding.
fn keys(folder: &Folder, findings: &mut Findings) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for name in folder.0.keys().filter(|it| it.starts_with("reports/")) {
        let parts: Vec<&str> = name.split('/').collect();
        match parts.as_slice() {
            [_, key, _] if key.parse::<Key>().is_ok() => {
                keys.insert((*key).to_owned());
            }
            _ => findings.add(Spot::file(name), "the name is not understood", NAMES),
        }
    }
    keys
}

fn read_report(folder: &Folder, key: String, findings: &mut Findings) -> ReportDraft {
    let file = format!("reports/{key}/report.toml");
    let mut draft = ReportDraft {
        key,
        title: Text::default(),
        purpose: None,
        languages: Vec::new(),
        publishable: false,
        position: 0,
        look: Look::default(),
        logo: None,
        chapters: Vec::new(),
    };
    let mut has_head = false;
    for (name, it) in things(folder, &file, &["report", "look", "chapter"], findings) {
        match name.as_str() {
            "report" => {
                has_head = true;
                read_head(&it, &mut draft, findings);
            }
            "look" => draft.look = read_look(&it, findings),
            _ => read_chapter(&it, &mut draft, findings),
        }
    }
    draft.logo = read_logo(folder, &draft, findings);
    if has_head {
        read_texts(folder, &mut draft, findings);
    } else if folder.0.contains_key(&file) {
        findings.add(Spot::file(&file), "there is no [report]", "write its title, purpose and languages");
    }
    draft
}

fn read_head(it: &Thing<'_>, draft: &mut ReportDraft, findings: &mut Findings) {
    it.expect(&["title", "purpose", "languages", "publishable", "position"], findings);
    draft.title = it.text_in_languages("title", findings);
    draft.purpose = it.one_of("purpose", PURPOSES, None, findings).parse().ok();
    for tag in it.list("languages", findings) {
        match tag.parse() {
            Ok(language) => draft.languages.push(language),
            Err(_) => findings.add(
                it.spot("languages"),
                format!("“{tag}” is no language"),
                "write language tags, like [\"en\", \"fr\"]",
            ),
        }
    }
    draft.publishable = it.flag("publishable", findings);
    draft.position = it.required_number("position", findings);
}

/// The picture that the look names, which stands beside the report.
fn read_logo(folder: &Folder, draft: &ReportDraft, findings: &mut Findings) -> Option<(Picture, Vec<u8>)> {
    let named = draft.look.logo.as_deref().filter(|it| is_picture(it))?;
    let file = format!("reports/{}/{named}", draft.key);
    let Some(bytes) = folder.0.get(&file) else {
        findings.add(Spot::file(&file), "the picture is missing", "lay it there, or leave logo out");
        return None;
    };
    match Picture::of(bytes) {
        Ok(picture) if picture.file() == named => Some((picture, bytes.clone())),
        Ok(picture) => {
            findings.add(Spot::file(&file), format!("it is a {picture}"), format!("call it {}", picture.file()));
            None
        }
        Err(why) => {
            findings.add(Spot::file(&file), why.to_string(), "lay a PNG or a plain SVG of at most a megabyte there");
            None
        }
    }
}

fn is_picture(name: &str) -> bool {
    [Picture::Png, Picture::Svg].iter().any(|it| it.file() == name)
}

fn read_look(it: &Thing<'_>, findings: &mut Findings) -> Look {
    it.expect(&["accent", "cover", "logo", "logo_text", "cover_figures"], findings);
    let mut colour = |name: &str| {
        let words = it.optional(name, findings)?;
        if !fields::is_colour(&words) {
            findings.add(it.spot(name), format!("{name} is “{words}”"), "write it like \"#1f3a5f\"");
        }
        Some(words)
    };
    let (accent, cover) = (colour("accent"), colour("cover"));
    let logo = it.optional("logo", findings);
    let is_own = logo.as_deref().is_some_and(is_picture);
    if logo.as_deref().is_some_and(|it| it.is_empty() || !is_own && !fields::MARKS.contains(&it)) {
        let right = "write \"wordmark\", \"mark\", \"logo.svg\" or \"logo.png\", or leave it out";
        findings.add(it.spot("logo"), "there is no such mark", right);
    }
    let logo_text = if is_own { it.text_in_languages("logo_text", findings) } else { Text::default() };
    let cover_figures = it.list("cover_figures", findings);
    if cover_figures.len() > fields::COVER.len() {
        findings.add(it.spot("cover_figures"), "a cover has room for four figures", "name four at most");
    }
    Look { accent, cover, logo, logo_text, cover_figures }
}

fn read_chapter(it: &Thing<'_>, draft: &mut ReportDraft, findings: &mut Findings) {
    it.expect(&["key", "title"], findings);
    let Some(key) = it.key("key", findings) else { return };
    if draft.chapters.iter().any(|known| known.key == key.as_str()) {
        findings.add(it.spot("key"), format!("there is another chapter “{key}”"), "give each its own key");
        return;
    }
    let title = it.text_in_languages("title", findings);
    draft.chapters.push(ChapterDraft { key: key.into(), title, text: Text::default() });
}

/// Reads the texts of the chapters; one that belongs to no chapter is a finding.
fn read_texts(folder: &Folder, draft: &mut ReportDraft, findings: &mut Findings) {
    let prefix = format!("reports/{}/", draft.key);
    let picture = draft.look.logo.clone().filter(|it| is_picture(it)).map(|it| format!("{prefix}{it}"));
    let is_other = |name: &&String| name.ends_with("/report.toml") || picture.as_ref() == Some(*name);
    let own = |name: &&String| name.starts_with(&prefix) && !is_other(name);
    for name in folder.0.keys().filter(own) {
        let parts: Vec<&str> = name[prefix.len()..].split('.').collect();
        let &[key, tag, "md"] = parts.as_slice() else {
            findings.add(Spot::file(name), "the name is not understood", NAMES);
            continue;
        };
        let words = folder.text(name, findings);
        let Some(language) = tag.parse::<Language>().ok().filter(|it| draft.languages.contains(it)) else {
            findings.add(
                Spot::file(name),
                format!("the report is not written in “{tag}”"),
                "name one of the languages in its report.toml",
            );
            continue;
        };
        match draft.chapters.iter_mut().find(|it| it.key == key) {
            Some(chapter) => chapter.text = std::mem::take(&mut chapter.text).with(language, words),
            None => findings.add(
                Spot::file(name),
                format!("the report has no chapter “{key}”"),
                "list it as a [[chapter]] in its report.toml",
            ),
        }
    }
}

fn read_targets(folder: &Folder, findings: &mut Findings) -> Vec<Target> {
    let number = "write a whole number";
    let day = "write a day, like 2025-12-31";
    let mut targets: Vec<Target> = Vec::new();
    for row in &Rows::read(folder, "targets.csv", TARGET_COLUMNS, findings).rows {
        let indicator = row.required("indicator", findings);
        if targets.iter().any(|it| it.indicator == indicator) {
            findings.add(row.spot("indicator"), format!("“{indicator}” has a target already"), "give each one target");
        }
        targets.push(Target {
            indicator,
            baseline: row.optional_parsed("baseline", number, findings),
            baseline_on: row.optional_parsed("baseline_on", day, findings),
            target: row.parsed("target", number, findings).unwrap_or_default(),
            due_on: row.optional_parsed("due_on", day, findings),
            source: row.one_of("source", Source::WORDS, findings),
        });
    }
    targets
}

fn read_waivers(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<WaiverDraft> {
    let mut waivers: Vec<WaiverDraft> = Vec::new();
    for (_, it) in things(folder, "waivers.toml", &["waiver"], findings) {
        it.expect(&["report", "finding", "reason", "waived_at", "source"], findings);
        let report = it.required("report", findings);
        known.check("report", &report, it.spot("report"), findings);
        let finding = it.required("finding", findings);
        if waivers.iter().any(|other| other.report == report && other.finding == finding) {
            findings.add(it.spot("finding"), format!("“{finding}” is waived already"), "waive each finding once");
        }
        waivers.push(WaiverDraft {
            report,
            finding,
            reason: it.text_in_languages("reason", findings),
            waived_at: it.instant("waived_at", findings),
            source: it.one_of("source", Source::WORDS, Some("report"), findings),
        });
    }
    waivers
}

fn read_publications(folder: &Folder, known: &Known, findings: &mut Findings) -> Vec<PublicationRow> {
    let mut publications = Vec::new();
    for (_, it) in things(folder, "publications.toml", &["publication"], findings) {
        it.expect(&["report", "version", "published_at", "as_of"], findings);
        let report = it.key("report", findings);
        if let Some(report) = &report {
            known.check("report", report.as_str(), it.spot("report"), findings);
        }
        let version = it.required_number("version", findings);
        let (published_at, as_of) = (it.instant("published_at", findings), it.instant("as_of", findings));
        if let (Some(report), Some(published_at), Some(as_of)) = (report, published_at, as_of) {
            publications.push(PublicationRow { report, version, published_at, as_of });
        }
    }
    publications
}
