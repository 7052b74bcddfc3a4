//! The gates.

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Gate, page::Keep};
use crate::{Actor, App, Error};

/// Lets a request pass a gate, or answers in its place.
pub(super) async fn pass(State((app, gate)): State<(App, Gate)>, request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>();
    let may = match gate {
        Gate::Anyone | Gate::Holder(_) => Ok(()),
        Gate::AnyoneCounted => {
            if request.method() == Method::POST && !app.limits.allows(&request) {
                Err(Error::TooMany)
            } else {
                Ok(())
            }
        }
        Gate::SignedIn => actor.map(|_| ()).ok_or(Error::SignInFirst),
        Gate::Only(roles) => match actor {
            None => Err(Error::SignInFirst),
            Some(it) if it.roles.iter().any(|(role, _)| roles.contains(role)) => Ok(()),
            Some(_) => Err(Error::Hidden),
        },
    };
    let keepable = matches!(gate, Gate::Anyone) && actor.is_none();
    match may {
        Err(error) => error.into_response(),
        Ok(()) => {
            let mut response = next.run(request).await;
            if keepable {
                response.extensions_mut().insert(Keep);
            }
            response
        }
    }
}
