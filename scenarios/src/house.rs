//! A demonstration of its own for a story: a fresh folder, a free port, the program running over it.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::{Answer, Line};

/// How long the program may take until its demonstration can be read; a debug build imports slowly beside a compiler.
const PATIENCE: Duration = Duration::from_mins(2);

/// How many houses this process has opened, so that no two share a folder.
static OPENED: AtomicU32 = AtomicU32::new(0);

/// Somebody whom a demonstration lets in by a printed link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The secretariat officer.
    Secretariat,
    /// A reviewer.
    Reviewer,
    /// A participant.
    Participant,
    /// An auditor.
    Auditor,
}

impl Role {
    fn word(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::Reviewer => "reviewer",
            Self::Participant => "participant",
            Self::Auditor => "auditor",
        }
    }
}

/// A running demonstration; it ends, and its folder goes, when the story does.
pub struct House {
    program: PathBuf,
    folder: PathBuf,
    address: SocketAddr,
    process: Child,
}

impl House {
    /// Opens the program that was built last: `CONVOKE_BIN`, or `convoke` in the folder in which this test was built.
    pub fn open() -> Self {
        let mut house = Self::begin(&built_program(), &[]);
        house.wait_until_furnished();
        house
    }

    /// Starts a given program over an empty folder, with further words in its environment, and does not wait.
    pub fn begin(program: &Path, environment: &[(&str, &str)]) -> Self {
        let number = OPENED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("convoke-house-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder for the house");
        let address = free_address();
        let process = spawn(program, &folder, address, environment);
        Self { program: program.to_owned(), folder, address, process }
    }

    /// Ends the program and starts it again over the same folder, without waiting.
    pub fn restart(&mut self, environment: &[(&str, &str)]) {
        self.stop();
        self.process = spawn(&self.program, &self.folder, self.address, environment);
    }

    /// Waits until the program answers and its demonstration is imported.
    pub fn wait_until_furnished(&mut self) {
        let begun = Instant::now();
        loop {
            if let Ok(Some(status)) = self.process.try_wait() {
                panic!("the program ended ({status}) and said:\n{}", self.printed());
            }
            let ready = self.line().get("/health").is_ok_and(|it| it.status == 200);
            if ready && self.printed().contains("/sign-in/") {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "the program did not get ready; it said:\n{}", self.printed());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits until the demonstration's final report is published, which the program does once it is ready.
    pub fn wait_until_published(&self) {
        let (begun, path) = (Instant::now(), self.page("report.pdf"));
        while !self.line().get(&path).is_ok_and(|it| it.status == 200) {
            assert!(begun.elapsed() < PATIENCE, "no report was published; the program said:\n{}", self.printed());
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// How long it takes until the start page is there.
    pub fn wait_for_the_first_page(&self) -> Duration {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.line().get("/").is_ok_and(|it| it.status == 200) {
                return begun.elapsed();
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("no start page came; the program said:\n{}", self.printed());
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A path as a full address.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The path of a page of the edition's site.
    pub fn page(&self, rest: &str) -> String {
        format!("{}/{rest}", self.edition())
    }

    /// The path of a page of the edition's desk.
    pub fn desk(&self, rest: &str) -> String {
        let path = format!("/desk{}/{rest}", self.edition());
        path.trim_end_matches('/').to_owned()
    }

    /// The path of the edition, as the start page names it in its links.
    pub fn edition(&self) -> String {
        let start = self.line().get("/").expect("the start page").text();
        let sessions =
            start.split("href=\"").skip(1).filter_map(|it| it.split('"').next()).find(|it| it.ends_with("/sessions"));
        sessions.expect("the start page links to the sessions").trim_end_matches("/sessions").to_owned()
    }

    /// A line to it over plain HTTP.
    pub fn line(&self) -> Line {
        Line::to(self.address)
    }

    /// What the program printed so far.
    pub fn printed(&self) -> String {
        std::fs::read_to_string(self.folder.join("printed.txt")).unwrap_or_default()
    }

    /// The path of the newest link that was printed for a role.
    pub fn link_for(&self, role: Role) -> String {
        let printed = self.printed();
        let line = printed.lines().rev().find(|it| it.contains("/sign-in/") && it.to_lowercase().contains(role.word()));
        let line = line.unwrap_or_else(|| panic!("no link was printed for the {}:\n{printed}", role.word()));
        let at = line.find("/sign-in/").unwrap_or_default();
        line[at..].split_whitespace().next().unwrap_or_default().to_owned()
    }

    /// Signs a role in over plain HTTP; the cookie.
    pub fn cookie_of(&self, role: Role) -> String {
        let answer = self.line().post(&self.link_for(role), &[]).expect("an answer to the sign-in");
        let cookie = answer
            .header("set-cookie")
            .unwrap_or_else(|| panic!("no cookie came: {} {}", answer.status, answer.text()));
        cookie.split(';').next().unwrap_or_default().to_owned()
    }

    /// Sets the demonstration's clock to a named day, as the officer does on the desk.
    pub fn set_the_clock(&self, officer: &str, day: &str) -> Answer {
        let answer = self
            .line()
            .signed_in(officer)
            .post(&self.desk("clock"), &[("day", day)])
            .expect("an answer from the clock");
        assert!(
            (200..400).contains(&answer.status),
            "the clock was not set to {day}: {} {}",
            answer.status,
            answer.text()
        );
        answer
    }

    /// Every invariant of the record holds.
    pub fn is_sound(&self) {
        let doctor =
            Command::new(&self.program).args(["doctor", "--data"]).arg(self.data()).output().expect("the doctor");
        let said = String::from_utf8_lossy(&doctor.stdout).into_owned() + &String::from_utf8_lossy(&doctor.stderr);
        assert!(doctor.status.success(), "the doctor found:\n{said}");
    }

    fn stop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn spawn(program: &Path, folder: &Path, address: SocketAddr, environment: &[(&str, &str)]) -> Child {
    let printed =
        File::options().create(true).append(true).open(folder.join("printed.txt")).expect("a file for what is printed");
    let also = printed.try_clone().expect("the same file once more");
    Command::new(program)
        .arg("serve")
        .arg("--data")
        .arg(folder.join("data"))
        .args(["--listen", &address.to_string()])
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .stdout(printed)
        .stderr(also)
        .spawn()
        .unwrap_or_else(|why| panic!("{} does not start ({why}); build it with `cargo build`", program.display()))
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the address of a free port")
}

/// The program that stands beside the tests: `target/debug/convoke`.
fn built_program() -> PathBuf {
    if let Some(named) = std::env::var_os("CONVOKE_BIN") {
        return named.into();
    }
    let test = std::env::current_exe().expect("the path of this test");
    let folder = test.ancestors().find(|it| it.ends_with("debug") || it.ends_with("release"));
    folder.unwrap_or(Path::new("target/debug")).join("convoke")
}
