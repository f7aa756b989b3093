//! What a client does unless it is told otherwise, on the front page: which server it calls, and what it sends again.

use crate::emit::client::servers::{default_server, named};
use crate::emit::docs::{doc_lines, inline_code};
use crate::plan::Plan;

/// A section of the front page: its heading, and its text in Markdown.
pub(super) type Section = (&'static str, Vec<String>);

/// The sections, for a client that calls something.
pub(super) fn defaults(plan: &Plan<'_>) -> Vec<Section> {
    if plan.operations.is_empty() {
        return Vec::new();
    }
    servers(plan).into_iter().chain([repeated(plan)]).collect()
}

/// Where calls go, if there is a choice.
fn servers(plan: &Plan<'_>) -> Option<Section> {
    let mut lines = doc_lines(&default_server(plan)?);
    lines.push(String::new());
    for (server, names) in named(plan) {
        lines.push(format!("* `Server::{}`: {}", names.name, inline_code(&server.url)));
    }
    Some(("Servers", lines))
}

/// What is sent again.
fn repeated(plan: &Plan<'_>) -> Section {
    let mut lines = doc_lines(REPEATED);
    let never = plan
        .operations
        .iter()
        .filter(|one| plan.api.operations[one.id].never_repeated);
    let never: Vec<String> = never.map(|one| format!("`{}`", one.name.as_str())).collect();
    if !never.is_empty() {
        lines.extend([String::new(), format!("Always sent once: {}.", never.join(", "))]);
    }
    ("Repeated requests", lines)
}

/// The policy of the runtime (`RetryPolicy::default`), which a test of the runtime holds.
const REPEATED: &str = "A request is sent up to three times. One that is safe to repeat, by its method or an idempotency key, is \
    repeated when the server is overloaded or fails (408, 429, 500, 502, 503, 504) or takes too long, or when the connection \
    breaks. **Any other one is repeated only if it was certainly not sent**, or if the server responds with 429 or 503 and \
    `Retry-After`. `RetryPolicy::never()` sends each request once: set it with `retry` of the builder, or of `CallOptions` for \
    one call.";
