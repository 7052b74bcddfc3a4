//! A PostgreSQL server for the length of a test run: its own folder, its own port, nothing that outlives it.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::provide;

/// The server and its folder; both go when it does.
pub struct Cluster {
    folder: PathBuf,
    address: String,
    server: Option<Child>,
}

/// Whom the server runs as: PostgreSQL refuses to be root.
type Owner = Option<(u32, u32)>;

impl Cluster {
    /// Makes a cluster and starts its server. What a test writes need not survive a power cut.
    pub(super) fn start() -> Result<Self, String> {
        Self::with(&["fsync=off", "full_page_writes=off"])
    }

    /// One whose commits reach the disk before they return: for measuring.
    pub(super) fn durable() -> Result<Self, String> {
        Self::with(&[])
    }

    fn with(settings: &[&str]) -> Result<Self, String> {
        let owner = owner()?;
        let folder = std::env::temp_dir().join(format!("convoke-postgres-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        let port = free_port()?;
        let mut cluster =
            Self { address: format!("postgres://convoke@127.0.0.1:{port}/postgres"), folder, server: None };
        cluster.furnish(owner)?;
        cluster.serve(owner, port, settings)?;
        Ok(cluster)
    }

    /// Where tests find it.
    pub fn address(&self) -> &str {
        &self.address
    }

    fn furnish(&self, owner: Owner) -> Result<(), String> {
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(&self.folder, private).map_err(|why| why.to_string())?;
        if let Some((user, group)) = owner {
            chown(&self.folder, Some(user), Some(group)).map_err(|why| why.to_string())?;
        }
        let made = program("initdb", owner, &self.folder)?
            .arg("--pgdata")
            .arg(self.folder.join("data"))
            .args(["--username=convoke", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
            .output()
            .map_err(|why| format!("initdb does not start: {why}"))?;
        if made.status.success() { Ok(()) } else { Err(format!("initdb: {}", String::from_utf8_lossy(&made.stderr))) }
    }

    fn serve(&mut self, owner: Owner, port: u16, settings: &[&str]) -> Result<(), String> {
        let log = fs::File::create(self.folder.join("log")).map_err(|why| why.to_string())?;
        let mut command = program("postgres", owner, &self.folder)?;
        command.arg("-D").arg(self.folder.join("data")).args(["-p", &port.to_string()]);
        let sockets = format!("unix_socket_directories={}", self.folder.display());
        for setting in ["listen_addresses=127.0.0.1", &sockets, "max_connections=300"].iter().chain(settings) {
            command.args(["-c", setting]);
        }
        let server = command
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .map_err(|why| format!("postgres does not start: {why}"))?;
        self.server = Some(server);
        self.wait(port)
    }

    /// Waits until the server takes a connection and a question.
    fn wait(&self, port: u16) -> Result<(), String> {
        let begun = Instant::now();
        let ready = provide::postgres("pg_isready").ok_or("PostgreSQL's pg_isready is missing")?;
        while begun.elapsed() < Duration::from_secs(30) {
            let open =
                TcpStream::connect_timeout(&SocketAddr::from(([127, 0, 0, 1], port)), Duration::from_secs(1)).is_ok();
            let asked = || Command::new(&ready).args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]).status();
            if open && asked().is_ok_and(|it| it.success()) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("PostgreSQL did not start within 30 s:\n{log}"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let asked = Command::new("kill").args(["-INT", &server.id().to_string()]).status();
            if !asked.is_ok_and(|it| it.success()) {
                let _ = server.kill();
            }
            let _ = server.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A program of PostgreSQL that runs as the owner and ends when we are killed.
fn program(name: &str, owner: Owner, folder: &Path) -> Result<Command, String> {
    let path = provide::postgres(name).ok_or_else(|| format!("PostgreSQL's {name} is missing"))?;
    let mut command = if provide::is_command("setpriv") {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "INT"]);
        if let Some((user, group)) = owner {
            command.args(["--reuid", &user.to_string(), "--regid", &group.to_string(), "--clear-groups"]);
        }
        command.arg(path);
        command
    } else {
        let mut command = Command::new(path);
        if let Some((user, group)) = owner {
            command.uid(user).gid(group);
        }
        command
    };
    command.current_dir(folder).stdin(Stdio::null()).env_remove("PGDATA").env_remove("PGPORT");
    Ok(command)
}

/// Nobody else where we are not root; otherwise Debian's `postgres`, or `nobody`.
fn owner() -> Result<Owner, String> {
    let id = |words: &[&str]| -> Option<u32> {
        let said = Command::new("id").args(words).stderr(Stdio::null()).output().ok()?;
        String::from_utf8_lossy(&said.stdout).trim().parse().ok()
    };
    if id(&["-u"]) != Some(0) {
        return Ok(None);
    }
    let of = |name: &str| Some((id(&["-u", name])?, id(&["-g", name])?));
    of("postgres")
        .or_else(|| of("nobody"))
        .map(Some)
        .ok_or_else(|| "there is no user besides root to run PostgreSQL as".to_owned())
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|why| why.to_string())?;
    Ok(listener.local_addr().map_err(|why| why.to_string())?.port())
}
