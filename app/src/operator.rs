//! What the operator of the machine does from the command line.

use std::path::Path;

use host::{
    Clock, Role,
    access::{self, NewGrant},
    config, sign_in,
};
use kernel::{EmailAddress, Language};

use crate::{installation, installation::Wishes};

const TEMPLATE: &str = "\
# How this installation is set up. Every line can also be given by the environment: CONVOKE_LISTEN, CONVOKE_SMTP_SERVER, …
# `convoke config check` says what is wrong.

# The address under which readers reach it, for links in letters.
# public_address = \"https://programme.example.org\"
# listen = \"127.0.0.1:8080\"
# behind_proxy = true

# PostgreSQL for several nodes; without it the record is a file in this folder.
# database = \"postgres://convoke@db.example.org/convoke\"

# The server that carries letters out; without it the desk shows the outbox.
# [smtp]
# server = \"smtps://user:password@mail.example.org\"
# sender = \"Programme <programme@example.org>\"
# reply_to = \"secretariat@example.org\"

# Whether links of texts and reports are looked at every night; the servers are told how to reach you.
# check_links = false

# TLS without a proxy in front.
# [tls]
# certificate = \"/etc/convoke/chain.pem\"
# key = \"/etc/convoke/key.pem\"

# An S3-compatible bucket for files; without it they lie in this folder.
# [files]
# bucket = \"convoke\"
# endpoint = \"https://objects.example.org\"
# region = \"eu-north-1\"
# access_key = \"…\"
# secret_key = \"…\"
";

/// Makes a real, empty installation.
pub(crate) async fn init(data: &Path, wishes: &Wishes) -> Result<(), String> {
    if !installation::is_empty(data) {
        return Err(format!(
            "{} holds an installation already; nothing was changed; choose another folder with --data",
            data.display()
        ));
    }
    std::fs::create_dir_all(data)
        .map_err(|error| format!("the data folder {} cannot be made: {error}", data.display()))?;
    let file = data.join(config::FILE);
    std::fs::write(&file, TEMPLATE).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    let config = installation::configuration(data, wishes)?;
    installation::record(&config).await?.close().await;
    println!("An empty installation is ready in {}.", data.display());
    println!(
        "Next: edit {}, then `convoke edition import DIR`, then `convoke sign-in-link you@example.org`, then `convoke serve`.",
        file.display()
    );
    Ok(())
}

/// Prints a sign-in link for an address; an address that is new becomes the secretariat's.
pub(crate) async fn sign_in_link(data: &Path, wishes: &Wishes, email: &str) -> Result<(), String> {
    let email: EmailAddress = email.parse().map_err(|error| format!("{email}: {error}"))?;
    let app = installation::open(installation::configuration(data, wishes)?).await?;
    let link = link_for(&app, &email).await.map_err(|error| error.to_string());
    app.db.close().await;
    println!("{}", link?);
    Ok(())
}

async fn link_for(app: &host::App, email: &EmailAddress) -> host::Result<String> {
    let now = Clock::real();
    let mut tx = app.db.write().await?;
    let account = match access::account_by_email(&mut tx, email).await? {
        Some(known) if known.ended_at.is_some() => {
            return Err(host::Error::fault(format!(
                "the account of {email} has been ended; give the role to another address"
            )));
        }
        Some(known) => known.id,
        None => {
            let name = email.as_str().split('@').next().unwrap_or_default().to_owned();
            let account = access::make_account(&mut tx, email, &name, Language::ENGLISH, false, now).await?;
            let new = NewGrant {
                account,
                role: Role::Secretariat,
                edition: None,
                programme: None,
                deputy_of: None,
                by: None,
                ends_at: None,
            };
            access::grant(&mut tx, &new, now).await?;
            host::journal::Entry::by_nobody("journal-app-operator-opened", "account", account).write(&mut tx).await?;
            account
        }
    };
    let secrets = sign_in::prepare(&mut tx, account, "/desk", now, sign_in::OPERATOR_LIFE).await?;
    tx.commit().await?;
    Ok(app.outside(&format!("/sign-in/{}", secrets.token)))
}

/// Says whether the configuration can work.
pub(crate) async fn check_config(data: &Path, wishes: &Wishes) -> Result<(), String> {
    let config = installation::configuration(data, wishes)?;
    if let Some(tls) = &config.tls {
        for file in [&tls.certificate, &tls.key] {
            std::fs::metadata(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        }
    }
    if !config.database.is_empty() {
        installation::record(&config).await?.close().await;
    }
    host::files::Files::open(&config).map_err(|error| error.to_string())?;
    println!("listens on       {}", config.listen);
    println!("readers come to  {}", config.origin());
    let record = if config.database.starts_with("postgres") { "PostgreSQL" } else { "SQLite" };
    println!("record           {record}");
    println!("letters          {}", config.smtp.as_ref().map_or("kept in the outbox", |_| "sent by SMTP"));
    println!("files            {}", if config.files.bucket.is_empty() { "in the data folder" } else { "in a bucket" });
    let links = match config.contact() {
        _ if !config.check_links => "not checked: switched off".to_owned(),
        None => "not checked: neither public_address nor smtp says how to reach you".to_owned(),
        Some(contact) => format!("checked every night, on behalf of {contact}"),
    };
    println!("links            {links}");
    for it in config.warnings() {
        println!("note: {it}");
    }
    Ok(())
}
