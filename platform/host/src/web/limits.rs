//! Who may write how often without being known.

use std::{
    net::{IpAddr, SocketAddr},
    num::NonZeroU32,
    sync::Arc,
};

use axum::extract::{ConnectInfo, Request};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Twenty writings at once and sixty a minute from one address: a class behind one router, not a flood.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(20).unwrap();
const A_MINUTE: NonZeroU32 = NonZeroU32::new(60).unwrap();

/// Counts what anonymous people write, by address; nothing of it is stored.
#[derive(Clone)]
pub struct Limits {
    by_address: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    off: Arc<std::sync::atomic::AtomicBool>,
}

impl Default for Limits {
    fn default() -> Self {
        let quota = Quota::per_minute(A_MINUTE).allow_burst(AT_ONCE);
        Self { by_address: Arc::new(RateLimiter::keyed(quota)), off: Arc::default() }
    }
}

impl Limits {
    /// Counts no more: for measurements on loopback, which come from one address.
    pub fn lift(&self) {
        self.off.store(true, std::sync::atomic::Ordering::Relaxed);
    }

    pub(super) fn allows(&self, request: &Request) -> bool {
        if self.off.load(std::sync::atomic::Ordering::Relaxed) {
            return true;
        }
        request.extensions().get::<From>().is_none_or(|it| self.by_address.check_key(&it.0).is_ok())
    }

    /// Forgets addresses that have been quiet.
    pub fn forget_quiet(&self) {
        self.by_address.retain_recent();
    }
}

/// The address that a request came from.
#[derive(Clone, Copy)]
pub(super) struct From(pub(super) IpAddr);

/// The address of whoever asks: the connection's, or the proxy's word for it where one is trusted.
pub(super) fn address(request: &Request, behind_proxy: bool) -> Option<IpAddr> {
    let forwarded = request
        .headers()
        .get("x-forwarded-for")
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.rsplit(',').next())
        .and_then(|it| it.trim().parse().ok());
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    if behind_proxy { forwarded.or(connection) } else { connection }
}
