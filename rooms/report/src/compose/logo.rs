//! What stands for the organiser on a cover: the program's own mark, or a picture that was sent.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ui::{Markup, html};

use crate::document::logo::Picture;

/// A picture as it lies before the press and stands in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Logo {
    /// Its kind.
    pub picture: Picture,
    /// Its bytes, as they were sent.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// In a page, which holds the picture itself: a frozen page depends on no other file.
    ///
    /// As an image it runs nothing and fetches nothing, whatever stands in it.
    pub(crate) fn view(&self, text: &str) -> Markup {
        let source = format!("data:{};base64,{}", self.picture.media_type(), STANDARD.encode(&self.bytes));
        html! { p.letterhead { img src=(source) alt=(text); } }
    }
}
