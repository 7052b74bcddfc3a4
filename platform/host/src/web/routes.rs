//! Routes: each has a gate, or cannot be declared.

use axum::{
    Router,
    handler::Handler,
    middleware::from_fn_with_state,
    routing::{MethodRouter, get, post},
};
use ui::{RailItem, Section};

use super::guard;
use crate::{App, Role, links::Purpose};

/// Who may pass to a route at all; what they may do there is asked in the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Everybody.
    Anyone,
    /// Everybody, and what they write is counted against a limit.
    AnyoneCounted,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever holds one of these roles in any edition.
    Only(&'static [Role]),
    /// Whoever holds a link for this purpose; the handler looks its object up.
    Holder(Purpose),
}

impl std::fmt::Display for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Anyone => f.write_str("anyone"),
            Self::AnyoneCounted => f.write_str("anyone, counted"),
            Self::SignedIn => f.write_str("signed in"),
            Self::Only(roles) => {
                let names: Vec<String> = roles.iter().map(ToString::to_string).collect();
                write!(f, "only {}", names.join(" or "))
            }
            Self::Holder(purpose) => write!(f, "holder of a link to {}", purpose.0),
        }
    }
}

/// One line of the route table.
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Who may pass.
    pub gate: Gate,
    /// The path, with `{names}`.
    pub path: &'static str,
    handler: MethodRouter<App>,
}

/// A room's routes: a table.
#[derive(Default)]
pub struct Routes {
    routes: Vec<Route>,
    rail: Vec<RailItem>,
}

impl Routes {
    /// A page.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(self, gate: Gate, path: &'static str, handler: H) -> Self {
        self.line("GET", gate, path, get(handler))
    }

    /// An act.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(self, gate: Gate, path: &'static str, handler: H) -> Self {
        self.line("POST", gate, path, post(handler))
    }

    fn line(mut self, method: &'static str, gate: Gate, path: &'static str, handler: MethodRouter<App>) -> Self {
        self.routes.push(Route { method, gate, path, handler });
        self
    }

    /// A capability on the desk's rail: `path` stands below the edition's desk.
    #[must_use]
    pub fn rail(mut self, section: Section, label: &'static str, path: &'static str) -> Self {
        self.rail.push(RailItem { section, label, path });
        self
    }

    /// This table and another.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.routes.extend(other.routes);
        self.rail.extend(other.rail);
        self
    }

    /// The lines of the table.
    pub fn lines(&self) -> &[Route] {
        &self.routes
    }

    /// The capabilities that the rooms put on the rail, in the order of their sections.
    pub fn rail_items(&self) -> Vec<RailItem> {
        let mut items = self.rail.clone();
        items.sort_by_key(|it| (it.section, !it.path.is_empty()));
        items
    }

    /// The table as a router, each line behind its gate.
    pub(super) fn into_router(self, app: &App) -> Router<App> {
        self.routes.into_iter().fold(Router::new(), |router, line| {
            let guarded = line.handler.route_layer(from_fn_with_state((app.clone(), line.gate), guard::pass));
            router.route(line.path, guarded)
        })
    }
}
