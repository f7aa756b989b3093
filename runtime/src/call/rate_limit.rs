//! Limits of the number of requests, as servers announce them in headers.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, StatusCode};

/// The header of draft-ietf-httpapi-ratelimit-headers.
static POLICIES: HeaderName = name("ratelimit");

/// Later numbers are seconds since 1970, smaller ones seconds from now.
const EPOCH: f64 = 1e9;

/// The headers that say how many requests are left, and when there are more.
static NAMES: [(HeaderName, HeaderName); 3] = [
    (name("x-ratelimit-remaining"), name("x-ratelimit-reset")),
    (name("ratelimit-remaining"), name("ratelimit-reset")),
    (name("x-rate-limit-remaining"), name("x-rate-limit-reset")),
];

const fn name(text: &'static str) -> HeaderName {
    HeaderName::from_static(text)
}

/// The delay until a limit that is used up is renewed; `None` if none is.
///
/// `X-RateLimit-Remaining: 0` with `X-RateLimit-Reset`, as GitHub sends it with 403 and 429, the same without `X-`, and `RateLimit`
/// of draft-ietf-httpapi-ratelimit-headers.
pub(crate) fn used_up(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let number_in = |name: &HeaderName| number(headers.get(name)?.to_str().ok()?);
    for (remaining, reset) in &NAMES {
        if number_in(remaining).is_some_and(|left| left <= 0.0)
            && let Some(reset) = number_in(reset)
        {
            return until(reset, now);
        }
    }
    let policies = headers
        .get_all(&POLICIES)
        .iter()
        .filter_map(|value| value.to_str().ok());
    policies.flat_map(|policies| policies.split(',')).find_map(|policy| {
        let parameter = |name: &str| {
            let mut parameters = policy.split(';').filter_map(|parameter| parameter.split_once('='));
            parameters.find_map(|(key, value)| (key.trim() == name).then(|| number(value))?)
        };
        let left = parameter("r")?;
        (left <= 0.0).then(|| until(parameter("t")?, now))?
    })
}

/// A 403 that says when to try again is a limit of requests, as a 429 is.
pub(crate) fn meant(status: StatusCode, asked: Option<Duration>) -> StatusCode {
    match (status, asked) {
        (StatusCode::FORBIDDEN, Some(_)) => StatusCode::TOO_MANY_REQUESTS,
        (status, _) => status,
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

fn until(reset: f64, now: SystemTime) -> Option<Duration> {
    let reset = Duration::try_from_secs_f64(reset.max(0.0)).ok()?;
    if reset.as_secs_f64() < EPOCH {
        return Some(reset);
    }
    let then = SystemTime::UNIX_EPOCH.checked_add(reset)?;
    Some(then.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_that_is_used_up_says_when_it_is_renewed() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let read = |lines: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in lines {
                headers.append(*name, http::HeaderValue::from_static(value));
            }
            used_up(&headers, now).map(|delay| delay.as_secs())
        };
        let github = |left, reset| read(&[("x-ratelimit-remaining", left), ("x-ratelimit-reset", reset)]);
        assert_eq!(github("0", "1800000030"), Some(30));
        assert_eq!(github("0", "1700000000"), Some(0));
        assert_eq!(github("1", "1800000030"), None);
        assert_eq!(github("0", "soon"), None);
        assert_eq!(read(&[("ratelimit-remaining", "0"), ("ratelimit-reset", "7")]), Some(7));
        assert_eq!(read(&[("ratelimit", "\"a\";r=3;t=9, \"b\";r=0;t=5")]), Some(5));
        assert_eq!(read(&[("ratelimit", "\"a\";r=3;t=9")]), None);
        assert_eq!(read(&[]), None);
    }
}
