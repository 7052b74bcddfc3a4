//! How an installation is set up: one file, and the environment over it.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// An installation's configuration. Every value has a default that works on one machine.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// The address and port on which the server listens.
    pub listen: SocketAddr,
    /// `sqlite:PATH` or `postgres://…`; empty is a SQLite file in the data folder.
    pub database: String,
    /// The address under which readers reach the installation, like `https://programme.example`; empty is where it listens.
    pub public_address: String,
    /// Whether a proxy in front sets `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Certificates for TLS without a proxy.
    pub tls: Option<Tls>,
    /// The server that carries letters out; without one the desk shows the outbox.
    pub smtp: Option<Smtp>,
    /// Where files are kept; a folder in the data folder unless a bucket is named.
    pub files: Bucket,
    /// Whether the links of texts and reports are looked at, every night and when an officer asks for it.
    pub check_links: bool,
    /// `text` or `json`.
    pub log: String,
}

/// Certificates for TLS.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The chain, as PEM.
    pub certificate: PathBuf,
    /// The private key, as PEM.
    pub key: PathBuf,
}

/// A mail server.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// `smtps://…`, `smtp://…?tls=required` (STARTTLS) or `smtp://…` (in the clear); user and password stand in the
    /// address.
    pub server: String,
    /// From whom letters come, like `Programme <programme@example.org>`.
    pub sender: String,
    /// Where answers go.
    #[serde(default)]
    pub reply_to: Option<String>,
}

impl Smtp {
    /// Whether a password may travel in the clear: one is given, TLS is not insisted on, and the server is elsewhere.
    fn tells_its_password(&self) -> bool {
        let Some(rest) = self.server.strip_prefix("smtp://") else { return false };
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let Some((_, host)) = place.rsplit_once('@') else { return false };
        let near = ["localhost", "127.", "[::1]"].iter().any(|it| host.starts_with(it));
        !near && !query.split('&').any(|it| it == "tls=required")
    }
}

/// Where files are kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bucket {
    /// The name of an S3-compatible bucket; empty is a folder.
    pub bucket: String,
    /// The bucket's endpoint.
    pub endpoint: String,
    /// The bucket's region.
    pub region: String,
    /// The access key.
    pub access_key: String,
    /// The secret key.
    pub secret_key: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: String::new(),
            public_address: String::new(),
            behind_proxy: false,
            tls: None,
            smtp: None,
            files: Bucket::default(),
            check_links: true,
            log: "text".to_owned(),
        }
    }
}

/// The name of the configuration file in the data folder.
pub const FILE: &str = "convoke.toml";

/// The environment's names and the settings over which they go.
pub const ENVIRONMENT: [(&str, &str); 16] = [
    ("CONVOKE_LISTEN", "listen"),
    ("CONVOKE_DATABASE", "database"),
    ("CONVOKE_PUBLIC_ADDRESS", "public_address"),
    ("CONVOKE_BEHIND_PROXY", "behind_proxy"),
    ("CONVOKE_CHECK_LINKS", "check_links"),
    ("CONVOKE_LOG", "log"),
    ("CONVOKE_SMTP_SERVER", "smtp.server"),
    ("CONVOKE_SMTP_SENDER", "smtp.sender"),
    ("CONVOKE_SMTP_REPLY_TO", "smtp.reply_to"),
    ("CONVOKE_FILES_BUCKET", "files.bucket"),
    ("CONVOKE_FILES_ENDPOINT", "files.endpoint"),
    ("CONVOKE_FILES_REGION", "files.region"),
    ("CONVOKE_FILES_ACCESS_KEY", "files.access_key"),
    ("CONVOKE_FILES_SECRET_KEY", "files.secret_key"),
    ("CONVOKE_TLS_CERTIFICATE", "tls.certificate"),
    ("CONVOKE_TLS_KEY", "tls.key"),
];

impl Config {
    /// Reads the file of a data folder, if it has one, and lays the environment over it.
    ///
    /// Every error is a sentence that names the file and the line, or the variable.
    pub fn read(data: &Path, environment: &BTreeMap<String, String>) -> Result<Self, String> {
        let file = data.join(FILE);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("{} cannot be read: {error}", file.display())),
        };
        let mut table: toml::Table = toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        for (name, setting) in ENVIRONMENT {
            if let Some(value) = environment.get(name) {
                lay_over(&mut table, setting, value).map_err(|why| format!("{name} {why}"))?;
            }
        }
        let mut config: Self = table.try_into().map_err(|error| format!("{}: {error}", file.display()))?;
        data.clone_into(&mut config.data);
        config.check()?;
        Ok(config)
    }

    /// What cannot work, as a sentence.
    fn check(&self) -> Result<(), String> {
        if !self.public_address.is_empty() && !self.public_address.starts_with("http") {
            return Err(format!(
                "public_address is a web address like https://programme.example, not {}",
                self.public_address
            ));
        }
        if !matches!(self.log.as_str(), "text" | "json") {
            return Err(format!("log is text or json, not {}", self.log));
        }
        if let Some(smtp) = &self.smtp {
            let known = ["smtp://", "smtps://"].iter().any(|it| smtp.server.starts_with(it));
            if !known {
                return Err("smtp.server begins with smtp:// or smtps://".to_owned());
            }
        }
        Ok(())
    }

    /// What can work and should not stay so: a sentence each.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.smtp.as_ref().is_some_and(Smtp::tells_its_password) {
            warnings.push(
                "smtp.server carries a password and does not insist on TLS, so anybody on the way can read it; \
                 write smtps://…, or add ?tls=required to smtp://…"
                    .to_owned(),
            );
        }
        if self.smtp.is_some() && self.public_address.is_empty() {
            warnings.push(format!(
                "links in letters lead to {}; set public_address so that readers can follow them",
                self.origin()
            ));
        }
        warnings
    }

    /// The database's address.
    pub fn database_address(&self) -> String {
        if self.database.is_empty() {
            format!("sqlite:{}", self.data.join("convoke.db").display())
        } else {
            self.database.clone()
        }
    }

    /// The address under which readers reach the installation, without a slash at its end.
    pub fn origin(&self) -> String {
        if self.public_address.is_empty() {
            let scheme = if self.tls.is_some() { "https" } else { "http" };
            format!("{scheme}://{}", self.listen)
        } else {
            self.public_address.trim_end_matches('/').to_owned()
        }
    }

    /// How those who run the installation can be reached by whoever is annoyed by it: its public address, and where
    /// answers to its letters go.
    pub fn contact(&self) -> Option<String> {
        let letters = self.smtp.as_ref().map(|it| it.reply_to.as_ref().unwrap_or(&it.sender));
        let bare =
            |it: &String| it.rsplit_once('<').map_or(it.clone(), |(_, rest)| rest.trim_end_matches('>').to_owned());
        let public = Some(self.public_address.clone()).filter(|it| !it.is_empty());
        let known: Vec<String> = public.into_iter().chain(letters.map(bare)).collect();
        let words: String = known.join("; ").chars().filter(|it| it.is_ascii_graphic() || *it == ' ').collect();
        Some(words).filter(|it| !it.is_empty())
    }

    /// Whether readers come over TLS, so that cookies can insist on it.
    pub fn is_secure(&self) -> bool {
        self.origin().starts_with("https://")
    }

    /// Whether only this machine can reach the server.
    pub fn is_loopback(&self) -> bool {
        self.listen.ip().is_loopback() && self.public_address.is_empty() && !self.behind_proxy
    }
}

fn lay_over(table: &mut toml::Table, setting: &str, value: &str) -> Result<(), String> {
    let value = match value {
        "true" => toml::Value::Boolean(true),
        "false" => toml::Value::Boolean(false),
        other => toml::Value::String(other.to_owned()),
    };
    match setting.split_once('.') {
        None => {
            table.insert(setting.to_owned(), value);
        }
        Some((section, name)) => {
            let section = table.entry(section).or_insert_with(|| toml::Value::Table(toml::Table::new()));
            let section = section.as_table_mut().ok_or("lies over a setting that is no section of the file")?;
            section.insert(name.to_owned(), value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_we_ask_is_told_how_to_reach_us() {
        let smtp = |sender: &str, reply_to: Option<&str>| {
            let server = "smtps://mail.example".to_owned();
            Some(Smtp { server, sender: sender.to_owned(), reply_to: reply_to.map(ToOwned::to_owned) })
        };
        let contact =
            |public: &str, smtp| Config { public_address: public.to_owned(), smtp, ..Config::default() }.contact();
        assert_eq!(contact("", None), None, "a machine on a desk can be reached by nobody");
        assert_eq!(contact("https://programme.example", None).as_deref(), Some("https://programme.example"));
        let sender = "Programme d’été <summer@programme.example>";
        assert_eq!(contact("", smtp(sender, None)).as_deref(), Some("summer@programme.example"));
        assert_eq!(
            contact("https://programme.example", smtp(sender, Some("office@programme.example"))).as_deref(),
            Some("https://programme.example; office@programme.example")
        );
    }

    #[test]
    fn a_password_that_would_travel_in_the_clear_is_warned_of() {
        let warned = |server: &str| {
            let smtp = Smtp { server: server.to_owned(), sender: "x@host.example".to_owned(), reply_to: None };
            let public_address = "https://programme.example".to_owned();
            !Config { smtp: Some(smtp), public_address, ..Config::default() }.warnings().is_empty()
        };
        for server in [
            "smtp://user:pass@mail.example",
            "smtp://user:p%40ss@mail.example:587",
            "smtp://user:pass@mail.example?tls=opportunistic",
        ] {
            assert!(warned(server), "{server}");
        }
        for server in [
            "smtps://user:pass@mail.example",
            "smtp://user:pass@mail.example:587?tls=required",
            "smtp://mail.example:25",
            "smtp://user:pass@localhost:1025",
        ] {
            assert!(!warned(server), "{server}");
        }
    }
}
