//! Bodies of many shapes, each of about a megabyte, and the types that people write for them.

#![expect(dead_code, reason = "what is read is not used")]

use std::collections::BTreeMap;

use serde::Deserialize;

/// The client that the build script has generated.
pub(crate) mod generated {
    specwright_runtime::include_client!("shapes");
}

/// About so long is each text.
const LENGTH: usize = 1_000_000;

#[derive(Debug, Deserialize)]
pub(crate) struct Wide {
    id: i64,
    login: Option<String>,
    node_id: Option<String>,
    avatar_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    organizations_url: Option<String>,
    repos_url: Option<String>,
    events_url: Option<String>,
    received_events_url: Option<String>,
    site_admin: Option<bool>,
    name: Option<String>,
    company: Option<String>,
    blog: Option<String>,
    location: Option<String>,
    email: Option<String>,
    hireable: Option<bool>,
    bio: Option<String>,
    public_repos: Option<i64>,
    public_gists: Option<i64>,
    followers: Option<i64>,
    following: Option<i64>,
    disk_usage: Option<i64>,
    score: Option<f64>,
    two_factor: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Event {
    Opened {
        id: String,
        by: String,
        note: Option<String>,
    },
    Paid {
        id: String,
        amount: i64,
        currency: Option<String>,
    },
    Closed {
        id: String,
        reason: Option<String>,
    },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Amount {
    Number(f64),
    Text(String),
    Money { value: f64, currency: String },
}

#[derive(Debug, Deserialize)]
pub(crate) struct Point {
    lat: f64,
    lon: f64,
    height: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    Trace,
    Debug,
    Info,
    Notice,
    Warning,
    Error,
    Critical,
    Alert,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Span {
    day: String,
    begin: String,
    end: String,
}

/// Integers by name.
pub(crate) type Counts = BTreeMap<String, i64>;

/// Objects with thirty properties, of which most are absent or `null` in some.
pub(crate) fn wide() -> String {
    let full = r#"{"login":"octocat","id":583231,"node_id":"MDQ6VXNlcjU4MzIzMQ==","avatar_url":"https://avatars.example.com/u/583231?v=4","gravatar_id":"","url":"https://api.example.com/users/octocat","html_url":"https://example.com/octocat","followers_url":"https://api.example.com/users/octocat/followers","repos_url":"https://api.example.com/users/octocat/repos","events_url":"https://api.example.com/users/octocat/events{/privacy}","type":"User","site_admin":false,"name":"The Octocat","company":"Example","blog":"https://blog.example.com","location":"San Francisco","email":null,"hireable":null,"bio":null,"public_repos":8,"public_gists":8,"followers":14203,"following":9,"score":1.5}"#;
    let short = r#"{"login":"hubot","id":480938,"node_id":"MDQ6VXNlcjQ4MDkzOA==","avatar_url":"https://avatars.example.com/u/480938?v=4","html_url":"https://example.com/hubot","site_admin":true}"#;
    list(&[full, short])
}

/// Strings of which each has an escape.
pub(crate) fn texts() -> String {
    list(&[
        r#""first line\nsecond line\n\tindented \"quoted\"""#,
        r#""C:\\Program Files\\Example\\""#,
        r#""caf\u00e9, \ud83d\ude00, and more of it""#,
    ])
}

/// Objects of a union with a discriminator, which comes first, in the middle or last.
pub(crate) fn events() -> String {
    list(&[
        r#"{"kind":"opened","id":"ev_1","by":"Ada Lovelace","note":"as agreed on the phone"}"#,
        r#"{"id":"ev_2","kind":"paid","amount":129900,"currency":"EUR"}"#,
        r#"{"id":"ev_3","reason":"nothing is left to do","kind":"closed"}"#,
    ])
}

/// Numbers, strings and objects.
pub(crate) fn amounts() -> String {
    list(&["12.5", r#""12.50""#, r#"{"value":12.5,"currency":"EUR"}"#])
}

/// A map of integers.
pub(crate) fn counts() -> String {
    let entry = |at: usize| format!(r#""counter-{}":{}"#, at * 7919 % 1_000_003, at * 31);
    format!("{{{}}}", (0..LENGTH / 24).map(entry).collect::<Vec<_>>().join(","))
}

/// Floats, in objects.
pub(crate) fn track() -> String {
    list(&[
        r#"{"lat":52.520008,"lon":13.404954,"height":34.5}"#,
        r#"{"lat":-33.8688197,"lon":151.2092955}"#,
    ])
}

/// Integers, in lists.
pub(crate) fn grid() -> String {
    list(&["[0,1,22,333,4444,55555]", "[-1,1700000000123,9007199254740993]"])
}

/// Values of an enumeration.
pub(crate) fn levels() -> String {
    list(&[r#""info""#, r#""warning""#, r#""trace""#, r#""alert""#])
}

/// Dates and times.
pub(crate) fn times() -> String {
    list(&[r#"{"day":"2026-11-28","begin":"2026-11-28T01:02:03Z","end":"2026-11-28T04:05:06.789+01:00"}"#])
}

/// The items over and over.
fn list(items: &[&str]) -> String {
    let length: usize = items.iter().map(|item| item.len() + 1).sum();
    format!("[{}]", vec![items.join(","); LENGTH / length].join(","))
}
