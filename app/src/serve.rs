//! `convoke serve`: listens, answers, works, and stops in order.

use std::{net::SocketAddr, path::Path, time::Duration};

use axum::Router;
use axum_server::{Handle, tls_rustls::RustlsConfig};
use host::{App, jobs, web};

use crate::{assembly, demonstration, installation, installation::Wishes};

/// How long requests under way may take when the server is asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves an installation until it is asked to stop.
pub(crate) async fn serve(data: &Path, wishes: &Wishes) -> Result<(), String> {
    std::fs::create_dir_all(data)
        .map_err(|error| format!("the data folder {} cannot be made: {error}", data.display()))?;
    let config = installation::configuration(data, wishes)?;
    log(&config.log);
    demonstration::begin(data, &config).await?;
    for it in config.warnings() {
        tracing::warn!("{it}");
    }
    let app = installation::open(config).await?;
    if std::env::var_os("CONVOKE_BENCH").is_some() && app.config.is_loopback() {
        app.limits.lift();
    }
    let incomplete = demonstration::is_incomplete(&app).await.map_err(|error| error.to_string())?;
    app.counting.store(incomplete, std::sync::atomic::Ordering::SeqCst);
    let handle = Handle::new();
    tokio::spawn(stop_when_asked(handle.clone()));
    let listening = tokio::spawn(listen(app.clone(), handle.clone()));
    if handle.listening().await.is_none() {
        return listening.await.map_err(|error| error.to_string())?;
    }
    println!("Convoke listens on {}", app.config.origin());
    if incomplete {
        demonstration::complete(&app)
            .await
            .map_err(|error| format!("the demonstration could not be imported: {error}"))?;
    }
    announce(&app).await?;
    let worker = tokio::spawn(jobs::work(app.clone()));
    let housekeeper = tokio::spawn(keep_house(app.clone()));
    let result = listening.await.map_err(|error| error.to_string())?;
    worker.abort();
    housekeeper.abort();
    app.db.close().await;
    result
}

async fn announce(app: &App) -> Result<(), String> {
    for (role, link) in demonstration::sign_in_links(app).await.map_err(|error| error.to_string())? {
        println!("Sign in as {role}: {link}");
    }
    println!("Ready.");
    Ok(())
}

async fn listen(app: App, handle: Handle<SocketAddr>) -> Result<(), String> {
    let service = web::router(&app, assembly::routes());
    let service = Router::new().fallback_service(service).into_make_service_with_connect_info::<SocketAddr>();
    let address = app.config.listen;
    let served = match &app.config.tls {
        None => axum_server::bind(address).handle(handle).serve(service).await,
        Some(tls) => {
            // A second provider may be there already when tests run side by side.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let certificates = RustlsConfig::from_pem_file(&tls.certificate, &tls.key).await.map_err(|error| {
                format!("the certificates in {} cannot be used: {error}", tls.certificate.display())
            })?;
            axum_server::bind_rustls(address, certificates).handle(handle).serve(service).await
        }
    };
    served.map_err(|error| {
        format!("{address} cannot be listened on: {error}; another program may use it, or choose one with --listen")
    })
}

async fn stop_when_asked(handle: Handle<SocketAddr>) {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(interrupt.await),
    }
    handle.graceful_shutdown(Some(GRACE));
}

/// Forgets what need not be remembered, and sees that the night's work is not forgotten.
async fn keep_house(app: App) {
    loop {
        tokio::time::sleep(Duration::from_mins(5)).await;
        app.limits.forget_quiet();
        if let Err(error) = report::outside::nightly(&app).await {
            tracing::error!(%error, "the night's check of links could not be put off");
        }
    }
}

fn log(form: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("CONVOKE_LOG_LEVEL")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A subscriber may be there already when tests run side by side.
    let _ = if form == "json" { builder.json().try_init() } else { builder.try_init() };
}
