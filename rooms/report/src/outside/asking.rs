//! Asking one server for one page: only public machines, only ordinary addresses, for a short while, and for little.
//!
//! Names are looked up here, and the connection goes to the very addresses that were looked at, so that a name cannot mean
//! another machine a moment later. The same holds at each address that a server sends us on to.

use std::{collections::HashMap, error::Error as _, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::http::{HeaderMap, Method, Request, Response, header};
use hyper::{body::Incoming, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};
use url::{Host, Url};

use super::{
    answer::{Answer, Why},
    public::is_public,
};

/// How long one address may take, with all that it sends us on to.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often an address may send us on.
const SENT_ON: usize = 5;

/// How much of an answer is read at most: its head has to fit; its body is not read at all.
const MOST_READ: usize = 64 * 1024;

/// How many machines of one name are tried.
const MACHINES: usize = 3;

/// What asks: with whose name, and with what patience.
#[derive(Clone)]
pub(super) struct Asking {
    agent: String,
    patience: Duration,
    tls: TlsConnector,
    /// Names that are told instead of looked up: a test's.
    told: HashMap<String, SocketAddr>,
    /// The machines that may be asked though they are not public: a test's.
    permitted: Vec<SocketAddr>,
}

/// What a server says to one request.
enum Said {
    /// A number.
    Status(u16),
    /// To look elsewhere, for good or for now.
    Elsewhere { place: String, for_good: bool, status: u16 },
}

impl Asking {
    /// Asks under the name of the program and of those who can be reached if it annoys somebody.
    pub fn on_behalf_of(contact: &str) -> Result<Self, tokio_rustls::rustls::Error> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self {
            agent: format!(
                "Convoke/{} (looks whether links still lead somewhere; {contact})",
                env!("CARGO_PKG_VERSION")
            ),
            patience: PATIENCE,
            tls: TlsConnector::from(Arc::new(tls)),
            told: HashMap::new(),
            permitted: Vec::new(),
        })
    }

    /// For tests: what a name means, which machine may be asked though it is not public, and less patience.
    #[cfg(test)]
    pub fn permitting(mut self, name: &str, means: SocketAddr, permitted: bool) -> Self {
        self.told.insert(name.to_owned(), means);
        self.permitted.extend(permitted.then_some(means));
        self.patience = Duration::from_millis(700);
        self
    }

    /// Asks for an address.
    pub async fn ask(&self, address: &str) -> Answer {
        tokio::time::timeout(self.patience, self.follow(address)).await.unwrap_or_else(|_| Answer::unknown(Why::Slow))
    }

    /// Follows an address to where it leads in the end.
    async fn follow(&self, address: &str) -> Answer {
        let Ok(mut url) = Url::parse(address) else { return Answer::unknown(Why::NotOrdinary) };
        // Moved is only what moved for good at every step.
        let (mut moved, mut for_good) = (None, true);
        for _ in 0..=SENT_ON {
            match self.look(&url).await {
                Err(answer) => return answer,
                Ok(Said::Status(status)) => return Answer::of_status(status, moved),
                Ok(Said::Elsewhere { place, for_good: this_one, status }) => {
                    let Ok(next) = url.join(&place) else { return Answer::of_status(status, None) };
                    for_good &= this_one;
                    if for_good {
                        moved = Some(next.to_string());
                    }
                    url = next;
                }
            }
        }
        Answer::unknown(Why::SentOn)
    }

    /// Asks with HEAD, and with GET where HEAD is refused or not trusted to tell of a page that is not there.
    async fn look(&self, url: &Url) -> Result<Said, Answer> {
        let ordinary = matches!(url.scheme(), "http" | "https") && url.port().is_none();
        let (true, Some(host), Some(port)) = (ordinary, url.host(), url.port_or_known_default()) else {
            return Err(Answer::unknown(Why::NotOrdinary));
        };
        let machines = self.machines(&host, port).await?;
        match self.request(Method::HEAD, url, &machines).await? {
            Said::Status(400 | 403..=406 | 410 | 501) => self.request(Method::GET, url, &machines).await,
            said => Ok(said),
        }
    }

    /// The machines of a host; none of them is asked if one of them is not public.
    async fn machines(&self, host: &Host<&str>, port: u16) -> Result<Vec<SocketAddr>, Answer> {
        let machines: Vec<SocketAddr> = match host {
            Host::Ipv4(it) => vec![SocketAddr::from((*it, port))],
            Host::Ipv6(it) => vec![SocketAddr::from((*it, port))],
            Host::Domain(name) => match self.told.get(*name) {
                Some(machine) => vec![*machine],
                None => lookup_host((*name, port)).await.map_err(|it| not_found(&it))?.collect(),
            },
        };
        if machines.is_empty() {
            return Err(Answer::unknown(Why::NoName));
        }
        let may = |it: &SocketAddr| is_public(it.ip()) || self.permitted.contains(it);
        if machines.iter().all(may) { Ok(machines) } else { Err(Answer::unknown(Why::NotPublic)) }
    }

    async fn request(&self, method: Method, url: &Url, machines: &[SocketAddr]) -> Result<Said, Answer> {
        let stream = connect(machines).await?;
        if url.scheme() == "http" {
            return self.exchange(method, url, stream).await;
        }
        let name = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let name = ServerName::try_from(name).map_err(|_| Answer::unknown(Why::NotSecure))?;
        let stream = self.tls.connect(name, stream).await.map_err(|_| Answer::unknown(Why::NotSecure))?;
        self.exchange(method, url, stream).await
    }

    /// Sends one request and reads the head of its answer.
    async fn exchange<S>(&self, method: Method, url: &Url, stream: S) -> Result<Said, Answer>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let broken = |it: hyper::Error| Answer::unknown(if it.is_parse() { Why::NotHttp } else { Why::NoConnection });
        let (mut sender, connection) =
            http1::Builder::new().max_buf_size(MOST_READ).handshake(TokioIo::new(stream)).await.map_err(broken)?;
        let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, url.host_str().unwrap_or_default())
            .header(header::USER_AGENT, &self.agent)
            .header(header::ACCEPT, "*/*")
            .header(header::CONNECTION, "close")
            .body(String::new())
            .map_err(|_| Answer::unknown(Why::NotOrdinary))?;
        // The connection may end in the moment in which it hands the answer over. What the server would still like to send
        // is dropped with it.
        let mut answer = std::pin::pin!(sender.send_request(request));
        let answer = tokio::select! {
            answer = &mut answer => answer,
            _ = connection => answer.await,
        };
        answer.map(|it| said(&it)).map_err(broken)
    }
}

fn said(answer: &Response<Incoming>) -> Said {
    let status = answer.status().as_u16();
    match (status, place(answer.headers())) {
        (301 | 302 | 303 | 307 | 308, Some(place)) => {
            Said::Elsewhere { place, for_good: matches!(status, 301 | 308), status }
        }
        _ => Said::Status(status),
    }
}

fn place(headers: &HeaderMap) -> Option<String> {
    Some(String::from_utf8_lossy(headers.get(header::LOCATION)?.as_bytes()).into_owned())
}

async fn connect(machines: &[SocketAddr]) -> Result<TcpStream, Answer> {
    for machine in machines.iter().take(MACHINES) {
        if let Ok(stream) = TcpStream::connect(machine).await {
            return Ok(stream);
        }
    }
    Err(Answer::unknown(Why::NoConnection))
}

/// A name that nobody has is told from one that could not be looked up by the system's own words: the number behind
/// them is not handed on.
fn not_found(error: &io::Error) -> Answer {
    let mut words = error.to_string();
    if let Some(inner) = error.source() {
        words.push_str(&inner.to_string());
    }
    let nobody =
        ["Name or service not known", "Name does not resolve", "No address associated", "nodename nor servname"];
    if nobody.iter().any(|it| words.contains(it)) { Answer::no_such_name() } else { Answer::unknown(Why::NoName) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::Outcome;

    #[test]
    fn a_name_that_nobody_has_is_something_else_than_one_that_could_not_be_looked_up() {
        let outcome = |words: &str| {
            not_found(&io::Error::other(format!("failed to lookup address information: {words}"))).outcome
        };
        assert_eq!(outcome("Name or service not known"), Outcome::NoSuchName);
        assert_eq!(outcome("Name does not resolve"), Outcome::NoSuchName);
        assert_eq!(outcome("Temporary failure in name resolution"), Outcome::Unknown);
        assert_eq!(outcome("Try again"), Outcome::Unknown);
    }
}
