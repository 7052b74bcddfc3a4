//! Who may write how often without being known.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
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
        request.extensions().get::<From>().is_none_or(|it| self.by_address.check_key(&household(it.0)).is_ok())
    }

    /// Forgets addresses that have been quiet.
    pub fn forget_quiet(&self) {
        self.by_address.retain_recent();
    }
}

/// What is counted as one: a household of the newer protocol has 2⁶⁴ addresses, and writes from whichever it likes.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(it) => Ipv6Addr::from_bits(it.to_bits() >> 64 << 64).into(),
        older @ IpAddr::V4(_) => older,
    }
}

/// The address that a request came from.
#[derive(Clone, Copy)]
pub(super) struct From(pub(super) IpAddr);

/// The address of whoever asks: the connection's, or the proxy's word for it where one is trusted.
///
/// The proxy's word is the last of all: some add it to the reader's own header, some write a header of their own.
pub(super) fn address(request: &Request, behind_proxy: bool) -> Option<IpAddr> {
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.rsplit(',').next())
        .and_then(|it| it.trim().parse().ok());
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    if behind_proxy { forwarded.or(connection) } else { connection }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_counts_as_one() {
        let of = |words: &str| household(words.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }

    #[test]
    fn the_last_word_is_the_proxys_however_it_is_written() {
        let proxy = IpAddr::from([192, 0, 2, 7]);
        for lines in [&["203.0.113.1, 192.0.2.7"][..], &["203.0.113.1", "192.0.2.7"]] {
            let request = lines.iter().fold(Request::builder(), |it, line| it.header("x-forwarded-for", *line));
            assert_eq!(address(&request.body(axum::body::Body::empty()).unwrap(), true), Some(proxy), "{lines:?}");
        }
    }
}
