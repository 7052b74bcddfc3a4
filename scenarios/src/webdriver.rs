//! The browser's driver: a handful of its commands, and the way through it to the browser's developer tools.
//!
//! Half of what the stories need (a phone's width, no script, another zone, a dark room) stands only in the developer
//! tools, so that a library for the other half would not carry them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::Line;

/// The key under which the protocol names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page.
#[derive(Clone, Debug)]
pub(crate) struct Element(String);

/// A driver with one browser; both end with it.
pub(crate) struct WebDriver {
    process: Child,
    line: Line,
    session: String,
}

impl WebDriver {
    /// Starts the driver on a port that it chooses, and a browser with these capabilities.
    pub(crate) fn start(capabilities: &Value) -> Result<Self, String> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|why| format!("chromedriver does not start ({why}); install chromium and chromium-driver"))?;
        let port = process.stdout.take().and_then(|it| port_of(BufReader::new(it)));
        let Some(port) = port else {
            let _ = process.kill();
            return Err("chromedriver did not say on which port it listens".to_owned());
        };
        let mut driver = Self { process, line: Line::to(([127, 0, 0, 1], port).into()), session: String::new() };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let begun = driver.call("POST", "/session", &wanted)?;
        begun["sessionId"].as_str().ok_or("the driver began no session")?.clone_into(&mut driver.session);
        Ok(driver)
    }

    fn call(&mut self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let headers = "Content-Type: application/json; charset=utf-8\r\n";
        let answer = self
            .line
            .ask(method, path, headers, body.as_bytes())
            .map_err(|why| format!("the driver fell silent: {why}"))?;
        let mut said: Value =
            serde_json::from_slice(&answer.body).map_err(|why| format!("the driver spoke no JSON: {why}"))?;
        if answer.status == 200 {
            Ok(said["value"].take())
        } else {
            let first = said["value"]["message"].as_str().unwrap_or_default().lines().next().unwrap_or_default();
            Err(format!("{}: {first}", said["value"]["error"].as_str().unwrap_or("an error")))
        }
    }

    fn ask(&mut self, what: &str) -> Result<Value, String> {
        let path = format!("/session/{}/{what}", self.session);
        self.call("GET", &path, &Value::Null)
    }

    pub(crate) fn tell(&mut self, what: &str, body: &Value) -> Result<Value, String> {
        let path = format!("/session/{}/{what}", self.session);
        self.call("POST", &path, body)
    }

    /// A command of the developer tools.
    pub(crate) fn tools(&mut self, command: &str, with: &Value) -> Result<Value, String> {
        self.tell("goog/cdp/execute", &json!({ "cmd": command, "params": with }))
    }

    pub(crate) fn go(&mut self, url: &str) -> Result<(), String> {
        self.tell("url", &json!({ "url": url })).map(drop)
    }

    pub(crate) fn url(&mut self) -> Result<String, String> {
        Ok(self.ask("url")?.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a function body in the page.
    pub(crate) fn run(&mut self, script: &str) -> Result<Value, String> {
        self.tell("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The elements that an `XPath` finds.
    pub(crate) fn find(&mut self, xpath: &str) -> Result<Vec<Element>, String> {
        let found = self.tell("elements", &json!({ "using": "xpath", "value": xpath }))?;
        let ids = found.as_array().into_iter().flatten().filter_map(|it| it[ELEMENT].as_str());
        Ok(ids.map(|it| Element(it.to_owned())).collect())
    }

    pub(crate) fn text(&mut self, element: &Element) -> Result<String, String> {
        Ok(self.ask(&format!("element/{}/text", element.0))?.as_str().unwrap_or_default().to_owned())
    }

    pub(crate) fn property(&mut self, element: &Element, name: &str) -> Result<Value, String> {
        self.ask(&format!("element/{}/property/{name}", element.0))
    }

    pub(crate) fn is_shown(&mut self, element: &Element) -> Result<bool, String> {
        Ok(self.ask(&format!("element/{}/displayed", element.0))?.as_bool().unwrap_or_default())
    }

    /// Clicks an element, in the middle of the window: the driver itself does not know how large an imitated window is.
    pub(crate) fn click(&mut self, element: &Element) -> Result<(), String> {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.tell("execute/sync", &json!({ "script": scroll, "args": [{ ELEMENT: element.0 }] }))?;
        self.tell(&format!("element/{}/click", element.0), &json!({})).map(drop)
    }

    pub(crate) fn clear(&mut self, element: &Element) -> Result<(), String> {
        self.tell(&format!("element/{}/clear", element.0), &json!({})).map(drop)
    }

    pub(crate) fn type_into(&mut self, element: &Element, words: &str) -> Result<(), String> {
        self.tell(&format!("element/{}/value", element.0), &json!({ "text": words })).map(drop)
    }

    /// Presses one key after another, wherever the focus is.
    pub(crate) fn press(&mut self, keys: &str) -> Result<(), String> {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|it| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": it.to_string() })))
            .collect();
        self.tell("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] })).map(drop)
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let path = format!("/session/{}", self.session);
            let _ = self.call("DELETE", &path, &Value::Null);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The driver says once where it listens; the rest of what it says is read away by a thread, so that it never waits.
fn port_of(mut said: impl BufRead + Send + 'static) -> Option<u16> {
    let mut line = String::new();
    while said.read_line(&mut line).ok()? > 0 {
        // It first says that it starts on port 0, and then on which port it did.
        let named = line.trim().rsplit_once("on port ").and_then(|it| it.1.trim_end_matches('.').parse().ok());
        if let Some(port) = named.filter(|it| *it != 0) {
            std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
            return Some(port);
        }
        line.clear();
    }
    None
}
