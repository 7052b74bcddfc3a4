//! Somebody before a browser: what they do and what they see, in plain words. Every step waits a little for the page.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::webdriver::Element;
use crate::{Browser, House, Role};

/// How long a visitor looks for something before the story fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// The keys of the protocol.
const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';

/// How a visitor sits before the screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// The width of the window in CSS pixels; a desk's where it is zero.
    pub width: u32,
    /// Scripts do not run.
    pub without_script: bool,
    /// The zone of the visitor's machine.
    pub zone: Option<&'static str>,
    /// The machine makes passkeys, and asks for the house by its name: there are no passkeys for a number.
    pub passkeys: bool,
}

/// Somebody with a browser before a house.
pub struct Visitor<'a> {
    house: &'a House,
    browser: Browser,
    /// What stands before every path.
    before: String,
}

impl<'a> Visitor<'a> {
    /// Somebody at a desk.
    pub fn to(house: &'a House) -> Self {
        Self::with(house, Manner::default())
    }

    /// Somebody who sits in another manner.
    pub fn with(house: &'a House, manner: Manner) -> Self {
        let mut browser = Browser::start();
        let (width, height) = if manner.width == 0 { (1280, 900) } else { (manner.width, 700) };
        browser.resize(width, height);
        if let Some(zone) = manner.zone {
            browser.in_zone(zone);
        }
        if manner.without_script {
            browser.without_script();
        }
        let mut before = house.url("");
        if manner.passkeys {
            browser.with_passkeys();
            before = before.replace("127.0.0.1", "localhost");
        }
        Self { house, browser, before }
    }

    /// Goes on without scripts, from the next page.
    pub fn turns_scripts_off(&mut self) -> &mut Self {
        self.browser.without_script();
        self
    }

    /// Opens a path.
    pub fn opens(&mut self, path: &str) -> &mut Self {
        self.browser.go(&format!("{}{path}", self.before));
        self
    }

    /// Where the visitor is: path and query.
    pub fn place(&mut self) -> String {
        let url = self.browser.driver.url().expect("where the browser is");
        url.strip_prefix(&self.before).unwrap_or(&url).to_owned()
    }

    /// Comes to a place that ends so, now or in a moment.
    #[track_caller]
    pub fn arrives_at(&mut self, ending: &str) -> &mut Self {
        self.waits_until(ending, |place| place.ends_with(ending))
    }

    #[track_caller]
    fn waits_until(&mut self, what: &str, is_there: impl Fn(&str) -> bool) -> &mut Self {
        let begun = Instant::now();
        while !is_there(&self.place()) {
            assert!(begun.elapsed() < PATIENCE, "{what}: still at {}:\n{}", self.place(), self.words_now());
            std::thread::sleep(Duration::from_millis(50));
        }
        self
    }

    /// All the words on the page.
    pub fn reads(&mut self) -> String {
        let body = self.finds("//body");
        self.browser.driver.text(&body).expect("the words of the page").replace('\u{a0}', " ")
    }

    /// Sees these words, now or in a moment.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        let begun = Instant::now();
        loop {
            let page = self.reads();
            if page.contains(words) {
                return self;
            }
            assert!(begun.elapsed() < PATIENCE, "{words:?} is not on {}:\n{page}", self.place());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Does not see these words.
    #[track_caller]
    pub fn does_not_see(&mut self, words: &str) -> &mut Self {
        let page = self.reads();
        assert!(!page.contains(words), "{words:?} is on {}:\n{page}", self.place());
        self
    }

    /// Follows the first link that is shown with these words.
    #[track_caller]
    pub fn follows(&mut self, words: &str) -> &mut Self {
        self.clicks(&format!("//a[@href][contains(normalize-space(.), {})]", quoted(words)))
    }

    /// Follows the first link whose address ends so.
    #[track_caller]
    pub fn follows_the_link_to(&mut self, ending: &str) -> &mut Self {
        let ending = quoted(ending);
        self.clicks(&format!("//a[substring(@href, string-length(@href) - string-length({ending}) + 1) = {ending}]"))
    }

    /// Follows the first link whose path, without its query, ends so.
    #[track_caller]
    pub fn follows_the_link_to_part(&mut self, ending: &str) -> &mut Self {
        self.clicks(&format!("//a[contains(@href, {})]", quoted(&format!("{ending}?"))))
    }

    /// Presses the button with these words.
    #[track_caller]
    pub fn presses(&mut self, words: &str) -> &mut Self {
        self.clicks(&format!("//button[contains(normalize-space(.), {})]", quoted(words)))
    }

    /// Presses the one button of the page's content.
    #[track_caller]
    pub fn presses_the_button(&mut self) -> &mut Self {
        self.clicks("//main//form//button[@type='submit']")
    }

    /// Presses the button of the form that goes to a path ending so.
    #[track_caller]
    pub fn sends_the_form_to(&mut self, ending: &str) -> &mut Self {
        self.clicks(&format!(
            "//form[@method='post'][contains(@action, {})]//button[@type='submit'][not(@name='show')]",
            quoted(ending)
        ))
    }

    /// Presses the button of the form that carries this hidden value.
    #[track_caller]
    pub fn sends_the_button_of(&mut self, name: &str, value: &str) -> &mut Self {
        let (name, value) = (quoted(name), quoted(value));
        self.clicks(&format!(
            "//button[@name={name} and @value={value}] | //form[.//input[@name={name} and @value={value}]]//button"
        ))
    }

    /// Presses the button beside the list of zones.
    #[track_caller]
    pub fn sends_the_zone(&mut self) -> &mut Self {
        self.clicks("//form[.//select[@name='zone']]//button[@type='submit']")
    }

    /// Writes into a field of this name, in place of what stood there.
    #[track_caller]
    pub fn writes(&mut self, name: &str, words: &str) -> &mut Self {
        let field =
            self.finds(&format!("//*[self::input[not(@type='hidden')] or self::textarea][@name={}]", quoted(name)));
        let kind = self.browser.driver.property(&field, "type").expect("the kind of the field");
        if kind.as_str().is_some_and(|it| it.starts_with("date") || it == "time") {
            // The pieces of such a field follow the browser's language; what it means is its value.
            let script = format!("document.querySelector('[name={name}]').value = '{words}'");
            self.browser.driver.run(&script).expect("a value for the field");
            return self;
        }
        self.browser.driver.clear(&field).expect("an empty field");
        self.browser.driver.type_into(&field, words).expect("words in the field");
        self
    }

    /// What stands in a field.
    #[track_caller]
    pub fn holds(&mut self, name: &str) -> String {
        let field = self.finds(&format!(
            "//*[self::input[not(@type='hidden')] or self::textarea or self::select][@name={}]",
            quoted(name)
        ));
        let value = self.browser.driver.property(&field, "value").expect("the value of the field");
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Whether the browser keeps nothing of ours that it would send back.
    pub fn carries_no_cookie(&mut self) -> bool {
        let kept = self.browser.driver.tools("Network.getAllCookies", &serde_json::json!({})).expect("the cookies");
        kept["cookies"].as_array().is_some_and(Vec::is_empty)
    }

    /// Chooses a value of the list of this name.
    #[track_caller]
    pub fn chooses(&mut self, name: &str, value: &str) -> &mut Self {
        self.clicks(&format!("//select[@name={}]/option[@value={}]", quoted(name), quoted(value)))
    }

    /// Chooses a file of the machine.
    #[track_caller]
    pub fn chooses_the_file(&mut self, name: &str, file: &Path) -> &mut Self {
        let field = self.finds(&format!("//input[@type='file'][@name={}]", quoted(name)));
        self.browser.driver.type_into(&field, &file.display().to_string()).expect("a file in the field");
        self
    }

    /// The address to which the first link leads that is shown with these words.
    #[track_caller]
    pub fn copies_the_address_of(&mut self, words: &str) -> String {
        let link = self.finds(&format!("//a[@href][contains(normalize-space(.), {})]", quoted(words)));
        let url = self.browser.driver.property(&link, "href").expect("the address of the link");
        let url = url.as_str().unwrap_or_default();
        url.strip_prefix(&self.before).unwrap_or(url).to_owned()
    }

    /// Ticks a box.
    #[track_caller]
    pub fn ticks(&mut self, name: &str) -> &mut Self {
        self.clicks(&format!("//input[@type='checkbox'][@name={}]", quoted(name)))
    }

    /// Comes in by the link that was printed for a role: the link shows a button, the button signs in.
    #[track_caller]
    pub fn signs_in_as(&mut self, role: Role) -> &mut Self {
        let link = self.house.link_for(role);
        self.opens(&link);
        self.presses_the_button();
        self.waits_until("the button signs in", |place| !place.contains("/sign-in/"))
    }

    /// Goes on with the tabulator until the focus is on something with these words, and presses Enter there.
    #[track_caller]
    pub fn tabs_to_and_enters(&mut self, words: &str) -> &mut Self {
        self.tabs_to(words);
        self.browser.driver.press(&ENTER.to_string()).expect("a key");
        self
    }

    /// Goes on with the tabulator until the focus is on something with these words or this name.
    #[track_caller]
    pub fn tabs_to(&mut self, words: &str) -> &mut Self {
        let mut met = Vec::new();
        for _ in 0..200 {
            self.browser.driver.press(&TAB.to_string()).expect("a key");
            let focus = self.browser.driver.run(FOCUS).expect("what has the focus");
            let (name, is_seen) =
                (focus[0].as_str().unwrap_or_default().to_owned(), focus[1].as_bool().unwrap_or_default());
            assert!(is_seen || name.is_empty(), "the focus on {name:?} cannot be seen at {}", self.place());
            if name.contains(words) {
                return self;
            }
            met.push(name);
        }
        panic!("the keyboard does not reach {words:?} on {}; it met {met:?}", self.place());
    }

    /// Types where the focus is.
    pub fn types(&mut self, words: &str) -> &mut Self {
        self.browser.driver.press(words).expect("keys");
        self
    }

    /// How many pixels the page is wider than its window.
    pub fn overflow(&mut self) -> i64 {
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.browser.driver.run(wider).expect("the width of the page").as_i64().unwrap_or_default()
    }

    /// What a script gives that is run in the page.
    pub fn asks_the_page(&mut self, script: &str) -> serde_json::Value {
        self.browser.driver.run(script).expect("an answer from the page")
    }

    /// Follows a link, or presses a button, that does something on the page itself.
    #[track_caller]
    pub fn touches(&mut self, words: &str) -> &mut Self {
        let words = quoted(words);
        self.clicks_in_place(&format!("//*[self::a or self::button][contains(normalize-space(.), {words})]"))
    }

    #[track_caller]
    fn clicks(&mut self, xpath: &str) -> &mut Self {
        let page = self.finds("/html");
        self.clicks_in_place(xpath);
        self.waits_until_gone(&page);
        self
    }

    #[track_caller]
    fn clicks_in_place(&mut self, xpath: &str) -> &mut Self {
        let element = self.finds(xpath);
        self.browser.driver.click(&element).unwrap_or_else(|why| panic!("{xpath} cannot be clicked: {why}"));
        self
    }

    /// A click is answered later: going on before the old page is gone would be overtaken by the answer.
    fn waits_until_gone(&mut self, page: &Element) {
        let begun = Instant::now();
        while self.browser.driver.property(page, "tagName").is_ok() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The first such element that is shown, now or in a moment.
    #[track_caller]
    fn finds(&mut self, xpath: &str) -> Element {
        let begun = Instant::now();
        loop {
            let found = self.browser.driver.find(xpath).unwrap_or_default();
            if let Some(shown) = found.into_iter().find(|it| self.browser.driver.is_shown(it).unwrap_or_default()) {
                return shown;
            }
            assert!(begun.elapsed() < PATIENCE, "{xpath} is not on {}:\n{}", self.place(), self.words_now());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn words_now(&mut self) -> String {
        let body = self.browser.driver.find("//body").ok().and_then(|it| it.into_iter().next());
        body.and_then(|it| self.browser.driver.text(&it).ok()).unwrap_or_default()
    }
}

/// The words of what has the focus, and whether that can be seen.
const FOCUS: &str = "
    const it = document.activeElement;
    if (!it || it === document.body) return ['', true];
    const style = getComputedStyle(it), box = it.getBoundingClientRect();
    const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    return [[it.innerText || '', it.name || '', it.getAttribute('aria-label') || ''].join(' ').trim(), marked && box.width > 0];";

/// Words as a literal of the path language that finds elements.
fn quoted(words: &str) -> String {
    if words.contains('\'') { format!("\"{words}\"") } else { format!("'{words}'") }
}
