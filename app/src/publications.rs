//! `convoke report`: verifies copies, publishes, and shows the key, from the command line.

use std::path::Path;

use host::{App, Clock};
use kernel::Language;
use programme::Here;
use report::{
    document,
    publication::{self, Answer, Copy, Manifest, Moments, Verdict, keys},
};
use serde_json::{Value, json};

use crate::{installation, installation::Wishes};

/// What a verification is asked with.
pub(crate) struct Asked<'a> {
    /// The copy.
    pub(crate) file: &'a Path,
    /// The fingerprint that the key must have.
    pub(crate) key: Option<&'a str>,
    /// Whether the answer is for a program.
    pub(crate) json: bool,
}

/// Verifies a copy: by itself, or against the record of an installation where one is named.
pub(crate) async fn verify(asked: &Asked<'_>, record: Option<(&Path, &Wishes)>) -> Result<(), String> {
    let pdf = std::fs::read(asked.file).map_err(|error| format!("{} cannot be read: {error}", asked.file.display()))?;
    let expected = asked.key.map(|it| it.parse::<seal::Fingerprint>().map_err(|error| format!("{it}: {error}")));
    let expected = expected.transpose()?;
    let answer = match record {
        None => None,
        Some((data, wishes)) => Some(against_record(data, wishes, pdf.clone()).await?),
    };
    let copy = match &answer {
        Some((answer, _)) => answer.copy.clone(),
        None => publication::open(&pdf),
    };
    let is_expected = copy.as_ref().is_ok_and(|it| expected.is_none_or(|key| key == it.fingerprint));
    let verdict = answer.as_ref().map(|(it, _)| it.verdict);
    let genuine = is_expected && verdict.is_none_or(|it| it == Verdict::Genuine);
    if asked.json {
        let figures = answer.as_ref().map(|(it, _)| &it.figures);
        let told = json!({
            "genuine": genuine,
            "why": copy.as_ref().err().map(ToString::to_string),
            "verdict": verdict,
            "copy": copy.as_ref().ok().map(copy_told),
            "figures": figures,
        });
        println!("{}", serde_json::to_string_pretty(&told).map_err(|error| error.to_string())?);
        return if genuine { Ok(()) } else { Err(String::new()) };
    }
    let copy = copy.map_err(|why| format!("{} is not genuine: {why}", asked.file.display()))?;
    say_copy(&copy);
    if !is_expected {
        return Err("the copy was signed with another key than the one you named; do not rely on it".to_owned());
    }
    match &answer {
        None => {
            println!("Compare the fingerprint with the one that the publisher makes known: anybody can make a key.");
            Ok(())
        }
        Some((answer, words)) => {
            for it in words {
                println!("{it}");
            }
            verdict_told(answer)
        }
    }
}

/// What the record says, with a line for each figure.
async fn against_record(data: &Path, wishes: &Wishes, pdf: Vec<u8>) -> Result<(Answer, Vec<String>), String> {
    if wishes.database.is_none() && installation::is_empty(data) {
        return Err(format!("{} holds no installation; leave --data out to verify without one", data.display()));
    }
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let answer = publication::check(&app, pdf, Clock::real()).await.map_err(|error| error.to_string());
    let lines = answer.as_ref().map(|it| figures(&app, it)).unwrap_or_default();
    app.db.close().await;
    Ok((answer?, lines))
}

fn figures(app: &App, answer: &Answer) -> Vec<String> {
    let reader = app.reader(Language::ENGLISH);
    let Some((_, publication)) = &answer.publication else { return Vec::new() };
    let line = |it: &publication::Recounted| {
        let shown = publication.manifest.0.figure(&it.key).map(|it| reader.text(&it.shown).to_owned());
        let today = it.shown_today(&reader).map(|it| format!(" (today: {it})")).unwrap_or_default();
        format!("  {:<34} {:>12}  {}{today}", it.key, shown.unwrap_or_default(), it.said(&reader))
    };
    answer.figures.iter().map(line).collect()
}

fn say_copy(copy: &Copy) {
    println!("The signature holds: not one byte was changed since {}.", copy.signed_at);
    println!("Key: {}, which calls itself “{}”", copy.fingerprint, copy.claimed_name);
    match &copy.manifest {
        Some(it) => say_manifest(it),
        None => println!("The manifest inside is of a format that this version does not know."),
    }
}

fn say_manifest(it: &Manifest) {
    let title = it.report.title.best(Language::ENGLISH).1;
    println!("Report: {title}, version {} ({}/{}/{})", it.version, it.programme.key, it.edition.key, it.report.key);
    println!("Published {}; {} figures as of {}", it.published_at, it.figures.len(), it.as_of);
    if it.demonstration {
        println!("It is a demonstration: parts of its record are invented.");
    }
}

fn verdict_told(answer: &Answer) -> Result<(), String> {
    match answer.verdict {
        Verdict::Genuine => {
            let holding = answer.figures.iter().filter(|it| it.holds()).count();
            println!("Genuine: this installation published it. {holding} of {} figures hold.", answer.figures.len());
            Ok(())
        }
        Verdict::Unknown => {
            Err("the key is this installation's, but its record knows no such publication; ask the secretariat"
                .to_owned())
        }
        Verdict::Foreign => Err("the key is not this installation's: somebody else signed the copy".to_owned()),
        Verdict::NotGenuine => Err("the copy is not genuine".to_owned()),
    }
}

fn copy_told(it: &Copy) -> Value {
    json!({
        "fingerprint": it.fingerprint.to_string(),
        "claimed_name": it.claimed_name,
        "signed_at": it.signed_at.to_string(),
        "manifest": it.manifest,
    })
}

/// Publishes a report for the operator of the machine.
pub(crate) async fn publish(data: &Path, wishes: &Wishes, key: &str, edition: Option<&str>) -> Result<(), String> {
    let app = open(data, wishes).await?;
    let outcome = publish_in(&app, key, edition).await;
    app.db.close().await;
    println!("{}", outcome?);
    Ok(())
}

async fn publish_in(app: &App, key: &str, edition: Option<&str>) -> Result<String, String> {
    let here = match edition.map(|it| it.split_once('/').ok_or(it)) {
        Some(Ok((programme, edition))) => Here::find(app, programme, edition).await.map(Some),
        Some(Err(it)) => return Err(format!("“{it}” names no edition; write PROGRAMME/EDITION")),
        None => Here::current(app).await,
    };
    let here = here.ok().flatten().ok_or("there is no such edition; name it as PROGRAMME/EDITION")?;
    let told = |error: host::Error| error.to_string();
    let mut conn = app.db.read().await.map_err(|error| error.to_string())?;
    let report = document::report(&mut conn, here.edition.id, key).await.map_err(|error| error.to_string())?;
    drop(conn);
    let report = report.ok_or_else(|| format!("the edition has no report “{key}”"))?;
    let moments = Moments::at(app.clock.now());
    match publication::publish(app, None, &here, &report, moments).await.map_err(told)? {
        Ok(version) => Ok(format!(
            "Version {version} was published: {}",
            app.outside(&here.page(&format!("reports/{}/{version}", report.key)))
        )),
        Err(obstacles) => {
            let reader = app.reader(Language::ENGLISH);
            let lines: Vec<String> = obstacles.iter().map(|it| format!("  {}", reader.said(&it.say))).collect();
            Err(format!("nothing was published; this stands in the way:\n{}", lines.join("\n")))
        }
    }
}

/// Shows the keys of an installation; makes a new one where that is asked for.
pub(crate) async fn key(data: &Path, wishes: &Wishes, replace: bool) -> Result<(), String> {
    let app = open(data, wishes).await?;
    let shown = keys_of(&app, replace).await.map_err(|error| error.to_string());
    app.db.close().await;
    println!("{}", shown?);
    Ok(())
}

async fn keys_of(app: &App, replace: bool) -> host::Result<String> {
    if replace {
        keys::replace(app).await?;
    }
    let mut lines = Vec::new();
    for it in keys::all(app).await? {
        let until = it.retired_at.map_or_else(|| "signs now".to_owned(), |at| format!("signed until {at}"));
        lines.push(format!("{}  made {}, {until}", it.fingerprint, it.made_at));
    }
    if lines.is_empty() {
        lines.push("There is no key yet; the first publication makes one.".to_owned());
    }
    Ok(lines.join("\n"))
}

async fn open(data: &Path, wishes: &Wishes) -> Result<App, String> {
    if wishes.database.is_none() && installation::is_empty(data) {
        return Err(format!("{} holds no installation; name its folder with --data", data.display()));
    }
    installation::open(installation::configuration(data, wishes)?).await
}
