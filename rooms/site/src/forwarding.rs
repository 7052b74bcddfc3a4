//! Addresses that were given up: they lead to what they meant, for ever.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use host::{App, Error, Result};
use ui::Reader;

/// How deep an address of ours can lie; deeper ones were never given out, and are not looked up.
const DEEPEST: usize = 8;

/// Where the address that was asked for leads now; hidden where it never led anywhere.
///
/// What stands below a page moved with it: the calendar of a renamed activity is found below its new name.
pub(crate) async fn follow(app: &App, reader: &Reader) -> Result<Response> {
    let asked = reader.path.trim_end_matches('/');
    if asked.matches('/').count() > DEEPEST {
        return Err(Error::Hidden);
    }
    let mut conn = app.db.read().await?;
    let mut known = asked;
    while known.matches('/').count() >= 2 {
        if let Some(target) = programme::redirect(&mut conn, known).await? {
            return Ok(permanently(reader, &format!("{target}{}", &asked[known.len()..])));
        }
        known = known.rsplit_once('/').map_or("", |(parent, _)| parent);
    }
    Err(Error::Hidden)
}

/// The same address without the slash at its end.
pub(crate) fn without_slash(reader: &Reader) -> Response {
    permanently(reader, reader.path.trim_end_matches('/'))
}

/// Sends the browser to a path for good, in its language, with what it asked.
fn permanently(reader: &Reader, path: &str) -> Response {
    // Two slashes at the start would name another host.
    let path = format!("/{}", path.trim_start_matches('/'));
    let asked = if reader.query.is_empty() { path } else { format!("{path}?{}", reader.query) };
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(value) = HeaderValue::from_str(&reader.href(&asked)) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}
