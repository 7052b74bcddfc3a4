//! An installation without an edition: a page that says what to do next.

use std::sync::atomic::Ordering;

use host::{App, Page};
use ui::{Reader, html};

/// The commands of the program, which are the same in every language.
const COMMANDS: [&str; 3] = ["convoke edition import DIR", "convoke sign-in-link EMAIL", "convoke config check"];

/// What stands where an edition will: the next steps, or that the demonstration is on its way.
pub(super) fn page(app: &App, reader: &Reader) -> Page {
    if app.counting.load(Ordering::Relaxed) { on_its_way(reader) } else { next_steps(reader) }
}

fn on_its_way(reader: &Reader) -> Page {
    let title = reader.say("site-on-its-way");
    let content = html! {
        h1 { (title) }
        div.prose {
            p { (reader.say("site-on-its-way-why")) }
            p { a href=(reader.href("/")) { (reader.say("site-look-again")) } }
        }
    };
    Page::plain(title, content)
}

fn next_steps(reader: &Reader) -> Page {
    let title = reader.say("site-empty");
    let content = html! {
        h1 { (title) }
        div.prose {
            p { (reader.say("site-empty-why")) }
            ol {
                li { (reader.say("site-empty-import")) " " code { (COMMANDS[0]) } }
                li { (reader.say("site-empty-sign-in")) " " code { (COMMANDS[1]) } }
                li { (reader.say("site-empty-configure")) " " code { (COMMANDS[2]) } }
            }
            p { (reader.say("site-empty-then")) " " a href=(reader.href("/sign-in")) { (reader.say("ui-sign-in")) } }
        }
    };
    Page::plain(title, content)
}
