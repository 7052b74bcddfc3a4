//! The command line.

use std::{
    io::{IsTerminal, Write},
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use clap::{Args, Parser, Subcommand};
use host::folder::Folder;

use crate::{
    backup, carry, doctor, editions, installation,
    installation::Wishes,
    operator,
    publications::{self, Asked},
    serve,
};

/// Runs an international programme end to end: from the open call to the report that proves what happened.
#[derive(Parser)]
#[command(version, about)]
struct Line {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    place: Place,
}

#[derive(Args)]
struct Place {
    /// The data folder [default: data]
    #[arg(long, global = true, env = "CONVOKE_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// The address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// The database, sqlite:PATH or postgres://… [default: a file in the data folder]
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the installation; an empty folder becomes the demonstration
    Serve,
    /// Make a real, empty installation
    Init,
    /// Print a sign-in link for somebody, for the operator of this machine
    SignInLink {
        /// Whose; a new address becomes the secretariat's
        email: String,
    },
    /// Look at the configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Carry editions in and out
    #[command(subcommand)]
    Edition(EditionCommand),
    /// Publish reports and verify copies of them
    #[command(subcommand)]
    Report(ReportCommand),
    /// Choose a cohort under quotas, fairly and with a proof; needs no installation
    #[command(subcommand)]
    Cohort(choosing::cohort::Command),
    /// Give applications to reviewers, with a proof; needs no installation
    Assign(choosing::assign::Command),
    /// Tell what reviewers' scores say, once their leanings are taken out; needs no installation
    Calibrate(choosing::calibrate::Command),
    /// Write the whole installation into one file
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Restore a backup into an empty folder
    Restore {
        /// The file to read
        file: PathBuf,
    },
    /// Check what must hold of the record
    Doctor,
    /// Carry the record to another database
    Move {
        /// The empty database, postgres://… or sqlite:PATH
        #[arg(long, value_name = "URL")]
        to: String,
    },
}

#[derive(Subcommand)]
enum ConfigCommand {
    /// Say whether the configuration can work
    Check,
}

#[derive(Subcommand)]
enum EditionCommand {
    /// Import an edition from its folder
    Import {
        /// The folder
        dir: PathBuf,
    },
    /// Export an edition into a folder
    Export {
        /// The folder
        dir: PathBuf,
        /// Which one, as PROGRAMME/EDITION [default: the newest]
        #[arg(long)]
        edition: Option<String>,
    },
}

#[derive(Subcommand)]
enum ReportCommand {
    /// Say whether a PDF is genuine, and with a record whether its figures still hold
    #[command(after_help = VERIFY_EXAMPLES)]
    Verify {
        /// The PDF
        file: PathBuf,
        /// The fingerprint that the key must have
        #[arg(long, value_name = "FINGERPRINT")]
        key: Option<String>,
        /// Answer in JSON
        #[arg(long)]
        json: bool,
    },
    /// Publish a report as it stands: freeze it, sign it, give it a permanent address
    #[command(after_help = PUBLISH_EXAMPLES)]
    Publish {
        /// Its key
        report: String,
        /// Of which edition, as PROGRAMME/EDITION [default: the newest]
        #[arg(long)]
        edition: Option<String>,
    },
    /// Print the fingerprints of the installation's keys
    #[command(after_help = KEY_EXAMPLES)]
    Key {
        /// Make a new key first; what the old one signed stays genuine
        #[arg(long)]
        replace: bool,
    },
}

const VERIFY_EXAMPLES: &str = "\
Examples:
  convoke report verify report-en.pdf                  without any record: the signature and the key's fingerprint
  convoke report verify report-en.pdf --key 9F86D081…  and the key must be this one
  convoke report verify report-en.pdf --data DIR       against a record: figure by figure
  convoke report verify report-en.pdf --data DIR --json

The exit code is 0 for a genuine copy and 1 for any other.";

const PUBLISH_EXAMPLES: &str = "\
Examples:
  convoke report publish final --data DIR
  convoke report publish final --edition asef/2025 --data DIR

What stands in the way is listed, and nothing is published then. The exit code is 0 if the report is out, 1 if not.";

const KEY_EXAMPLES: &str = "\
Examples:
  convoke report key --data DIR
  convoke report key --replace --data DIR";

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&format!("the program could not start: {error}")),
    };
    match runtime.block_on(carry_out(line)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => complain(&message),
    }
}

fn complain(message: &str) -> ExitCode {
    if !message.is_empty() {
        eprintln!("convoke: {}", message.trim_end());
    }
    ExitCode::FAILURE
}

async fn carry_out(line: Line) -> Result<(), String> {
    let named = line.place.data;
    let data = named.clone().unwrap_or_else(|| PathBuf::from("data"));
    let wishes = Wishes { listen: line.place.listen, database: line.place.database };
    match line.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::serve(&data, &wishes).await,
        Command::Init => operator::init(&data, &wishes).await,
        Command::SignInLink { email } => operator::sign_in_link(&data, &wishes, &email).await,
        Command::Config(ConfigCommand::Check) => operator::check_config(&data, &wishes).await,
        Command::Edition(EditionCommand::Import { dir }) => import(&data, &wishes, &dir).await,
        Command::Edition(EditionCommand::Export { dir, edition }) => {
            export(&data, &wishes, &dir, edition.as_deref()).await
        }
        Command::Report(ReportCommand::Verify { file, key, json }) => {
            let asked = Asked { file: &file, key: key.as_deref(), json };
            let with_record = named.is_some() || wishes.database.is_some();
            publications::verify(&asked, with_record.then_some((data.as_path(), &wishes))).await
        }
        Command::Report(ReportCommand::Publish { report, edition }) => {
            publications::publish(&data, &wishes, &report, edition.as_deref()).await
        }
        Command::Report(ReportCommand::Key { replace }) => publications::key(&data, &wishes, replace).await,
        Command::Cohort(it) => alone(move |terminal| it.run(terminal)).await,
        Command::Assign(it) => alone(move |terminal| it.run(terminal)).await,
        Command::Calibrate(it) => alone(move |terminal| it.run(terminal)).await,
        Command::Backup { file } => backup::backup(&data, &wishes, &file).await,
        Command::Restore { file } => backup::restore(&data, &wishes, &file).await,
        Command::Doctor => doctor::doctor(&data, &wishes).await,
        Command::Move { to } => carry::carry(&data, &wishes, &to).await,
    }
}

/// Does long work that needs no installation; Ctrl-C lets it end with the best so far.
async fn alone(
    work: impl FnOnce(&mut choosing::Terminal<'_>) -> Result<(), String> + Send + 'static,
) -> Result<(), String> {
    let stop = Arc::new(AtomicBool::new(false));
    let wish = Arc::clone(&stop);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            wish.store(true, Ordering::Relaxed);
        }
    });
    let done = tokio::task::spawn_blocking(move || {
        let mut notes = std::io::stderr();
        let is_watched = notes.is_terminal();
        let notes: Option<&mut dyn Write> = if is_watched { Some(&mut notes) } else { None };
        work(&mut choosing::Terminal { out: &mut std::io::stdout().lock(), notes, stop: &stop })
    });
    done.await.map_err(|error| format!("the work broke off: {error}"))?
}

async fn import(data: &std::path::Path, wishes: &Wishes, dir: &std::path::Path) -> Result<(), String> {
    let folder = Folder::read(dir)?;
    if installation::is_empty(data) && wishes.database.is_none() {
        return Err(format!("{} holds no installation; make one with `convoke init` first", data.display()));
    }
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let imported = editions::import(&app, &folder).await;
    app.db.close().await;
    match imported.map_err(|error| error.to_string())? {
        Ok(_) => {
            println!("The edition in {} was imported.", dir.display());
            Ok(())
        }
        Err(findings) => Err(format!("nothing was imported; there is something to mend:\n{findings}")),
    }
}

async fn export(
    data: &std::path::Path,
    wishes: &Wishes,
    dir: &std::path::Path,
    named: Option<&str>,
) -> Result<(), String> {
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let exported = editions::export(&app, named.and_then(|it| it.split_once('/'))).await;
    app.db.close().await;
    let folder = exported.map_err(|error| match error {
        host::Error::Hidden => "there is no such edition; name it as PROGRAMME/EDITION".to_owned(),
        other => other.to_string(),
    })?;
    folder.write(dir)?;
    println!("{} files were written to {}.", folder.0.len(), dir.display());
    Ok(())
}
