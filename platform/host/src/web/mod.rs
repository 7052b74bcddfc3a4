//! The web: routes with their gates, what a handler is handed, and how its answer becomes a page.

mod dress;
mod extract;
mod guard;
mod headers;
mod kept;
mod limits;
mod page;
mod routes;
mod serve;
mod shelf;

pub use extract::{Ask, Sent, Visitor};
pub use kept::Kept;
pub use limits::Limits;
pub use page::{Download, Page, Place, redirect};
pub use routes::{Gate, Route, Routes};
pub use serve::{Browser, Secure, router, sign_in_cookie, sign_out_cookie};
pub use shelf::Shelf;
