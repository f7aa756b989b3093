//! What the README of a package says of what its client has: operations, credentials, pages, streams and files, tests. Only what applies.

use super::defaults::Section;
use crate::emit::docs::doc_lines;
use crate::emit::operations;
use crate::emit::operations::groups::{heading_text, title};
use crate::ir::SchemeKind;
use crate::plan::{BodyKind, Group, OperationPlan, Plan, RustType};

/// With more operations the README lists groups: rustdoc has the rest.
pub(super) const MANY: usize = 40;

/// So many operations are named as examples of something.
const NAMED: usize = 5;

/// The sections, for a client that calls something.
pub(super) fn sections(plan: &Plan<'_>) -> Vec<Section> {
    let all = [
        credentials(plan),
        pages(plan),
        polling(plan),
        streams(plan),
        uploads(plan),
    ];
    // A package with mocks of its operations has a longer one.
    let tests = !plan.operations.is_empty() && !plan.package.mocks;
    let tests = tests.then(|| ("Testing", doc_lines(TESTS)));
    all.into_iter().chain([tests]).flatten().collect()
}

const TESTS: &str = "With the feature `mock`, `transport::mock::MockTransport` responds by operation, without a network, and its clock does not \
    run. The `OPERATION` of each call is the name to respond to.";

/// The operations by group, or the groups.
pub(super) fn operation_list(plan: &Plan<'_>) -> Vec<String> {
    let groups = &plan.groups.list;
    let mut lines = Vec::new();
    for group in groups.iter().filter(|group| !group.operations.is_empty()) {
        // Not how many they are: one more would change the line.
        if plan.operations.len() > MANY {
            lines.push(format!("* {}", group_title(group)));
            continue;
        }
        if groups.len() > 1 {
            let blank = (!lines.is_empty()).then(String::new);
            lines.extend(blank);
            lines.extend([format!("### {}", heading_of(group)), String::new()]);
        }
        let line = |operation: &OperationPlan| {
            let summary = operations::summary(plan, operation);
            format!("* `{}`: {summary}", operation.name.as_str())
        };
        lines.extend(group.operations.iter().map(|id| line(&plan.operations[*id])));
    }
    lines
}

fn group_title(group: &Group) -> String {
    match group.title.is_empty() {
        true => "Others".to_owned(),
        false => title(group),
    }
}

fn heading_of(group: &Group) -> String {
    match group.title.is_empty() {
        true => "Others".to_owned(),
        false => heading_text(group),
    }
}

fn credentials(plan: &Plan<'_>) -> Option<Section> {
    let schemes = plan.api.schemes.iter().zip(&plan.names.schemes);
    let set: Vec<_> = schemes
        .filter(|(scheme, _)| scheme.kind != SchemeKind::MutualTls)
        .collect();
    if set.is_empty() {
        return None;
    }
    let methods = listed(set.iter().map(|(_, name)| name.as_str()), usize::MAX);
    let is_oauth = set
        .iter()
        .any(|(scheme, _)| matches!(scheme.kind, SchemeKind::OAuth2 { .. }));
    let oauth = match is_oauth {
        true => " `OAuth2` gets tokens of OAuth 2.0 and renews them.",
        false => "",
    };
    let environment = match &plan.package.environment {
        Some(environment) => {
            let base_url = [environment.base_url.as_str()].into_iter();
            let names = environment.credentials.iter();
            let names = names.flat_map(|one| [one.name.as_str()].into_iter().chain(one.password.as_deref()));
            format!(
                "\n\n`Client::from_env()` takes server and credentials from the environment variables {}.",
                listed(base_url.chain(names), usize::MAX)
            )
        }
        None => String::new(),
    };
    let text = format!(
        "The builder takes {methods}: a string, which `Debug` does not show, or `Credential::provider` with a `TokenProvider`, which is asked \
         again when the response is Unauthorized (401).{oauth} A call has the same methods, for itself only.{environment}"
    );
    Some(("Credentials", doc_lines(&text)))
}

fn pages(plan: &Plan<'_>) -> Option<Section> {
    let names = having(plan, |operation| operation.pages.is_some())?;
    let text = format!(
        "The results of {names} come in pages. `items()` of a call is a stream of all items, `pages()` of all pages; both have `next().await`."
    );
    Some(("Pages", doc_lines(&text)))
}

fn polling(plan: &Plan<'_>) -> Option<Section> {
    let names = having(plan, |operation| operation.polling.is_some())?;
    let text = format!(
        "What {names} tells of takes a while: `until_done()` of a call makes it again until it has ended, as often and as long as `PollPolicy` \
         says."
    );
    Some(("Waiting for an end", doc_lines(&text)))
}

fn streams(plan: &Plan<'_>) -> Option<Section> {
    let events = having(plan, |operation| {
        gives(operation, |ty| {
            matches!(ty, RustType::Stream(..) | RustType::Runtime("PartStream"))
        })
    });
    let bytes = having(plan, |operation| {
        gives(operation, |ty| *ty == RustType::Runtime("ByteStream"))
    });
    let events =
        events.map(|names| format!("The response of {names} is a stream, read by `next().await` as it arrives."));
    let bytes = bytes.map(|names| {
        format!(
            "The bytes of {names} are a stream: `save_in(directory, otherwise)` makes a file of it, with the name that the server gives, which is \
             never a path, or else this one; `collect(limit)` reads it into memory."
        )
    });
    let text: Vec<String> = events.into_iter().chain(bytes).collect();
    (!text.is_empty()).then(|| ("Streams and downloads", doc_lines(&text.join("\n\n"))))
}

fn uploads(plan: &Plan<'_>) -> Option<Section> {
    let sends = |operation: &OperationPlan| {
        let variants = operation.body.iter().flat_map(|body| &body.variants);
        let is_file = |kind: &BodyKind| match kind {
            BodyKind::Multipart(id) => {
                let structure = plan.types.structure(&RustType::Named(*id));
                structure.is_some_and(|structure| structure.multipart)
            }
            BodyKind::Parts | BodyKind::Bytes | BodyKind::Typed => true,
            BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text => false,
        };
        variants.map(|variant| &variant.kind).any(is_file)
    };
    let names = having(plan, sends)?;
    let text = format!(
        "Files of {names} are sent as they are read: `Part::from_path` and `Body::from_path` open a file, `from_reader` and `from_stream` take \
         anything else."
    );
    Some(("Uploads", doc_lines(&text)))
}

/// Whether a success of the operation is of such a type.
fn gives(operation: &OperationPlan, is_meant: impl Fn(&RustType) -> bool) -> bool {
    let success = &operation.responses.success;
    let variants = success
        .variants
        .iter()
        .flatten()
        .map(|variant| variant.body.rust_type());
    is_meant(&success.ty) || variants.into_iter().any(|ty| is_meant(&ty))
}

/// The names of the operations that have something; `None` if there are none.
fn having(plan: &Plan<'_>, has: impl Fn(&OperationPlan) -> bool) -> Option<String> {
    let names: Vec<&str> = plan
        .operations
        .iter()
        .filter(|operation| has(operation))
        .map(|operation| operation.name.as_str())
        .collect();
    (!names.is_empty()).then(|| listed(names.into_iter(), NAMED))
}

/// `a`, `b` and `c`; or `a`, `b` and 7 others.
fn listed<'a>(names: impl Iterator<Item = &'a str>, most: usize) -> String {
    let mut names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    if names.len() > most.saturating_add(1) {
        let others = names.len() - most;
        names.truncate(most);
        names.push(format!("{others} others"));
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
