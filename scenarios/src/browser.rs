//! A browser before a house: how it is set up, and pictures of what it shows.

use serde_json::json;

use crate::webdriver::WebDriver;

/// Keeps the browser alone with us: no first run, nothing fetched, nothing synchronised.
const FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// A browser.
pub struct Browser {
    pub(crate) driver: WebDriver,
}

impl Browser {
    /// Starts a browser of its own, with a profile of its own.
    pub fn start() -> Self {
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": FLAGS },
            "timeouts": { "pageLoad": 60_000, "script": 30_000, "implicit": 0 },
        });
        Self { driver: WebDriver::start(&capabilities).expect("a browser") }
    }

    /// Makes the window as large as this, in CSS pixels, at the density of a screen or a phone.
    pub fn resize(&mut self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.driver.tools("Emulation.setDeviceMetricsOverride", &size).expect("another size");
    }

    /// Turns scripts off.
    pub fn without_script(&mut self) {
        self.driver.tools("Emulation.setScriptExecutionDisabled", &json!({ "value": true })).expect("no script");
    }

    /// Moves the reader to another zone.
    pub fn in_zone(&mut self, zone: &str) {
        self.driver.tools("Emulation.setTimezoneOverride", &json!({ "timezoneId": zone })).expect("another zone");
    }

    /// Prefers a dark or a light page.
    pub fn prefer_dark(&mut self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.driver.tools("Emulation.setEmulatedMedia", &media).expect("another light");
    }

    /// Carries a cookie for this address.
    pub fn carry(&mut self, url: &str, cookie: &str) {
        let (name, value) = cookie.split_once('=').expect("a cookie is name=value");
        let cookie = json!({ "url": url, "name": name, "value": value, "httpOnly": true, "sameSite": "Lax" });
        self.driver.tools("Network.setCookie", &cookie).expect("a cookie");
    }

    /// Holds a device that makes and shows passkeys by itself, as if its owner always laid a finger on it.
    pub fn with_passkeys(&mut self) {
        let device = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "isUserConsenting": true,
        });
        self.driver.tell("webauthn/authenticator", &device).expect("a device for passkeys");
    }

    /// Goes to an address.
    pub fn go(&mut self, url: &str) {
        self.driver.go(url).expect("a page");
    }

    /// A picture of the page as PNG: the window, or the whole page down to a height.
    pub fn picture(&mut self, down_to: Option<u32>) -> Vec<u8> {
        let mut how = json!({ "format": "png" });
        if let Some(most) = down_to {
            let size = self
                .driver
                .run("return [innerWidth, document.documentElement.scrollHeight]")
                .expect("the size of the page");
            let height = size[1].as_f64().unwrap_or_default().min(f64::from(most));
            how["clip"] = json!({ "x": 0, "y": 0, "width": size[0], "height": height, "scale": 1 });
            how["captureBeyondViewport"] = json!(true);
        }
        let taken = self.driver.tools("Page.captureScreenshot", &how).expect("a picture");
        plain(taken["data"].as_str().unwrap_or_default())
    }
}

/// Bytes that came as base64.
fn plain(text: &str) -> Vec<u8> {
    let value = |it: u8| match it {
        b'A'..=b'Z' => Some(u32::from(it - b'A')),
        b'a'..=b'z' => Some(u32::from(it - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(it - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sixes: Vec<u32> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::with_capacity(sixes.len() * 3 / 4);
    for four in sixes.chunks(4) {
        let word = four.iter().enumerate().fold(0, |word, (at, six)| word | six << (18 - 6 * at));
        bytes.extend_from_slice(&word.to_be_bytes()[1..four.len()]);
    }
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn pictures_come_out_of_base64_whole() {
        assert_eq!(super::plain("UE5HIQ=="), b"PNG!");
        assert_eq!(super::plain("UE5H"), b"PNG");
    }
}
