//! An installation without an edition: a page that says what to do next.

use host::{App, Page};
use std::sync::atomic::Ordering;
use ui::{Reader, html};

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
                li { (reader.say("site-empty-import")) " " code { "convoke edition import DIR" } }
                li { (reader.say("site-empty-sign-in")) " " code { "convoke sign-in-link EMAIL" } }
                li { (reader.say("site-empty-configure")) " " code { "convoke config check" } }
            }
            p { (reader.say("site-empty-then")) " " a href=(reader.href("/sign-in")) { (reader.say("ui-sign-in")) } }
        }
    };
    Page::plain(title, content)
}
