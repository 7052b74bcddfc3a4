//! A server that answers in all the ways in which servers answer.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What was asked for, and by how many at once.
#[derive(Default)]
pub struct Seen {
    /// The requests: method, path, whole head.
    pub requests: Vec<(String, String, String)>,
    /// How many are being answered, by host.
    now: HashMap<String, usize>,
    /// The most that were answered at once.
    pub most: usize,
    /// The most that were answered at once by one host.
    pub most_of_one: usize,
}

/// A server that runs until the test ends.
pub struct Server {
    pub address: SocketAddr,
    pub seen: Arc<Mutex<Seen>>,
    /// What it answers instead, by path.
    pub instead: Arc<Mutex<HashMap<String, u16>>>,
}

impl Server {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (seen, instead) = (Arc::<Mutex<Seen>>::default(), Arc::<Mutex<HashMap<String, u16>>>::default());
        let server = Self { address, seen: seen.clone(), instead: instead.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, seen.clone(), instead.clone()));
            }
        });
        server
    }

    /// From now on a path is answered with this number.
    pub fn say(&self, path: &str, status: u16) {
        self.instead.lock().unwrap().insert(path.to_owned(), status);
    }

    /// The methods with which a path was asked for.
    pub fn methods(&self, path: &str) -> Vec<String> {
        let seen = self.seen.lock().unwrap();
        seen.requests.iter().filter(|(_, asked, _)| asked == path).map(|(method, ..)| method.clone()).collect()
    }
}

async fn answer(mut stream: TcpStream, seen: Arc<Mutex<Seen>>, instead: Arc<Mutex<HashMap<String, u16>>>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else { return };
        head.push(byte);
    }
    let head = String::from_utf8(head).unwrap();
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap().to_owned(), words.next().unwrap().to_owned());
    let host = head.to_lowercase().split("host: ").nth(1).unwrap().split("\r\n").next().unwrap().to_owned();
    begin(&mut seen.lock().unwrap(), &host, (method.clone(), path.clone(), head));
    let told = instead.lock().unwrap().get(&path).copied();
    let words = told.map_or_else(|| said(&method, &path), |status| format!("HTTP/1.1 {status} So\r\n\r\n"));
    match path.split('?').next().unwrap() {
        "/slow" => tokio::time::sleep(Duration::from_mins(1)).await,
        "/busy" => tokio::time::sleep(Duration::from_millis(40)).await,
        _ => {}
    }
    // Over before the other side can know of it, so that what it asks for next is not counted twice.
    *seen.lock().unwrap().now.entry(host).or_default() -= 1;
    let _ = stream.write_all(words.as_bytes()).await;
    let endless = if path == "/endless-head" { "X-More: and more\r\n" } else { "1\r\nx\r\n" };
    while path.starts_with("/endless") && stream.write_all(endless.as_bytes()).await.is_ok() {}
}

fn begin(seen: &mut Seen, host: &str, request: (String, String, String)) {
    seen.requests.push(request);
    *seen.now.entry(host.to_owned()).or_default() += 1;
    seen.most = seen.most.max(seen.now.values().sum());
    seen.most_of_one = seen.most_of_one.max(seen.now[host]);
}

fn said(method: &str, path: &str) -> String {
    let status = |it: &str| format!("HTTP/1.1 {it}\r\nContent-Length: 0\r\n\r\n");
    let elsewhere = |how: u16, place: &str| format!("HTTP/1.1 {how} Elsewhere\r\nLocation: {place}\r\n\r\n");
    match (method, path) {
        (_, "/moved") => elsewhere(301, "/here"),
        (_, "/moved-far") => elsewhere(308, "http://other.example/here"),
        (_, "/for-now") => elsewhere(302, "/here"),
        (_, "/moved-then-for-now") => elsewhere(301, "/for-now"),
        (_, "/moved-and-lost") => elsewhere(301, "/lost"),
        (_, "/round-and-round") => elsewhere(302, "/round-and-round"),
        (_, "/to-a-private-network") => elsewhere(302, "http://10.0.0.1/"),
        (_, "/to-the-cloud") => elsewhere(302, "http://169.254.169.254/latest/meta-data/"),
        (_, "/to-this-machine") => elsewhere(302, "http://127.0.0.1/"),
        (_, "/to-a-private-name") => elsewhere(302, "http://inside.example/"),
        (_, "/to-another-port") => elsewhere(302, "http://partner.example:6379/"),
        (_, "/to-a-file") => elsewhere(302, "file:///etc/passwd"),
        (_, "/lost") | ("HEAD", "/lies-to-head") => status("404 Not Found"),
        (_, "/gone") => status("410 Gone"),
        ("HEAD", "/no-head") => status("405 Method Not Allowed"),
        (_, "/closed") => status("403 Forbidden"),
        (_, "/who-are-you") => status("401 Unauthorized"),
        (_, "/too-many") => status("429 Too Many Requests"),
        (_, "/broken") => status("503 Service Unavailable"),
        (_, "/endless") => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned(),
        (_, "/endless-head") => "HTTP/1.1 200 OK\r\n".to_owned(),
        (_, "/no-web") => "SSH-2.0-Server\r\n\r\n".to_owned(),
        _ => status("200 OK"),
    }
}
