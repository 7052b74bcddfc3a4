//! For those who keep watch: is it well, and how busy is it.

use std::{net::SocketAddr, sync::OnceLock};

use axum::extract::{ConnectInfo, Request, State};
use db::sql;
use host::{App, Download, Error, Gate, Result, Routes};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

static METRICS: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// The routes of the watch.
pub(crate) fn routes() -> Routes {
    METRICS.get_or_init(|| PrometheusBuilder::new().install_recorder().ok());
    Routes::default().get(Gate::Anyone, "/health", health).get(Gate::Anyone, "/metrics", metrics)
}

/// Answers only where the record does.
async fn health(State(app): State<App>) -> Result<Download> {
    let mut conn = app.db.read().await?;
    let _: i64 = conn.value(sql!("select count(*) as value from migrations"), ()).await?;
    Ok(Download { media_type: "text/plain; charset=utf-8", name: None, bytes: b"well\n".to_vec() })
}

/// Counts and times, for a collector on this machine.
async fn metrics(State(app): State<App>, request: Request) -> Result<Download> {
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let near = from.is_some_and(|it| it.0.ip().is_loopback()) && !app.config.behind_proxy;
    let handle = METRICS.get().and_then(Option::as_ref).filter(|_| near).ok_or(Error::Hidden)?;
    Ok(Download {
        media_type: "text/plain; version=0.0.4; charset=utf-8",
        name: None,
        bytes: handle.render().into_bytes(),
    })
}
