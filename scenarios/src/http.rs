//! Plain HTTP over one connection that is kept: what stories, measurements and the browser's driver need, and no more.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before a story gives up.
const PATIENCE: Duration = Duration::from_secs(90);

/// A connection to a server on this machine.
pub struct Line {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
    cookie: Option<String>,
}

/// What came back.
#[derive(Debug, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, with names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Line {
    /// A line to an address; it is opened by the first question.
    pub fn to(address: SocketAddr) -> Self {
        Self { address, stream: None, cookie: None }
    }

    /// The same line for somebody who is signed in.
    #[must_use]
    pub fn signed_in(mut self, cookie: &str) -> Self {
        self.cookie = Some(cookie.to_owned());
        self
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, "", b"")
    }

    /// Sends a form, as a browser does from one of our own pages.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let headers = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
        self.ask("POST", path, headers, body.join("&").as_bytes())
    }

    /// Asks anything. A line that the server has closed meanwhile is opened once more.
    pub fn ask(&mut self, method: &str, path: &str, headers: &str, body: &[u8]) -> io::Result<Answer> {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n{headers}",
            self.address,
            body.len()
        );
        if let Some(cookie) = &self.cookie {
            let _ = write!(head, "Cookie: {cookie}\r\n");
        }
        head.push_str("\r\n");
        let message = [head.as_bytes(), body].concat();
        let was_open = self.stream.is_some();
        match self.exchange(method, &message) {
            Err(error) if was_open && error.kind() != io::ErrorKind::WouldBlock => {
                self.stream = None;
                self.exchange(method, &message)
            }
            other => other,
        }
    }

    fn exchange(&mut self, method: &str, message: &[u8]) -> io::Result<Answer> {
        if self.stream.is_none() {
            let stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_nodelay(true)?;
            self.stream = Some(BufReader::new(stream));
        }
        let Some(stream) = &mut self.stream else { return Err(io::ErrorKind::NotConnected.into()) };
        stream.get_mut().write_all(message)?;
        let answer = read(stream, method == "HEAD")?;
        if answer.header("connection") == Some("close") {
            self.stream = None;
        }
        Ok(answer)
    }
}

fn read(stream: &mut impl BufRead, no_body: bool) -> io::Result<Answer> {
    let first = line(stream)?;
    let status = first.split(' ').nth(1).and_then(|it| it.parse().ok());
    let mut answer = Answer { status: status.ok_or_else(|| broken("no status"))?, ..Answer::default() };
    loop {
        let next = line(stream)?;
        let Some((name, value)) = next.split_once(':') else { break };
        answer.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    if no_body || matches!(answer.status, 204 | 304) {
        return Ok(answer);
    }
    if answer.header("transfer-encoding").is_some_and(|it| it.contains("chunked")) {
        answer.body = chunks(stream)?;
    } else if let Some(length) = answer.header("content-length").and_then(|it| it.parse().ok()) {
        answer.body = vec![0; length];
        stream.read_exact(&mut answer.body)?;
    } else {
        stream.read_to_end(&mut answer.body)?;
    }
    Ok(answer)
}

fn chunks(stream: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = usize::from_str_radix(line(stream)?.trim(), 16).map_err(|_| broken("no size of a chunk"))?;
        let begin = body.len();
        body.resize(begin + size, 0);
        stream.read_exact(&mut body[begin..])?;
        line(stream)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

fn line(stream: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

/// Words as they stand in an address or a form.
pub fn encoded(words: &str) -> String {
    words.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
