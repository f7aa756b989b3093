//! The list of operations on the front page.

use crate::emit::cx::Cx;
use crate::emit::docs::{doc_item, inline_code, summary};
use crate::emit::operations;
use crate::emit::operations::groups::{descriptions, heading_text, title};
use crate::ir::{Docs, Origin, Owner};
use crate::plan::types::rust_type::RustType;
use crate::plan::{Group, OperationPlan, Plan};

/// With more webhooks and callbacks only the first sentence of each is on the page.
const MANY: usize = 20;

/// The operations by group, each with its first sentence; where there are many, the groups. Then what the server sends by itself. In
/// Markdown.
pub(super) fn operation_list(cx: &Cx<'_>) -> Vec<String> {
    let mut lines = operations_by_group(cx.plan);
    lines.extend(event_list(cx));
    lines
}

/// Webhooks and callbacks, each with its first sentence and the type of what is sent.
fn event_list(cx: &Cx<'_>) -> Vec<String> {
    let plan = cx.plan;
    let mut lines: Vec<String> = Vec::new();
    for event in plan.api.events.iter() {
        let said = [&event.docs.title, &event.docs.description];
        let said = said
            .into_iter()
            .flatten()
            .map(|text| summary(text))
            .find(|text| !text.is_empty());
        let types = event.contents.iter().filter_map(|content| content.ty.as_ref());
        let names: Vec<String> = types.filter_map(|ty| type_link(cx, &RustType::of(ty))).collect();
        let payload = match names.is_empty() {
            true => String::new(),
            false => format!(" ({})", names.join(", ")),
        };
        let label = format!("{}{payload}", inline_code(&event.name));
        // What has types of its own has a module that says the rest; and the page stays one where there are many.
        let is_whole = plan.api.events.len() <= MANY && !has_module(plan, &event.origin);
        let item = match said {
            Some(_) if is_whole => doc_item(&label, &whole(&event.docs)),
            Some(said) => vec![format!("* {label}: {said}")],
            None => vec![format!("* {label}")],
        };
        if !lines.windows(item.len().max(1)).any(|known| known == item) {
            lines.extend(item);
        }
    }
    if lines.is_empty() {
        return lines;
    }
    let heading = [
        "",
        "# Webhooks and callbacks",
        "",
        "What the server sends by itself, and its type:",
        "",
    ];
    heading.map(str::to_owned).into_iter().chain(lines).collect()
}

/// The name of a type that is sent, with a link to it if it is always there: a feature may leave webhooks out.
fn type_link(cx: &Cx<'_>, ty: &RustType) -> Option<String> {
    let RustType::Named(id) = ty else { return None };
    let name = inline_code(cx.plan.ty(*id)?.name.as_str());
    Some(match (cx.link_to(ty), cx.plan.package.tags.is_some()) {
        (Some(path), false) => format!("[{name}]({path})"),
        (None, _) | (_, true) => name,
    })
}

/// Whether a webhook or callback has types of its own.
fn has_module(plan: &Plan<'_>, event: &Origin) -> bool {
    let is_own = |owner: &Owner| match owner {
        Owner::Event(id) => plan.api.events[*id].origin == *event,
        Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) | Owner::Operation(_) => false,
    };
    let mut modules = plan.names.modules.iter();
    modules.any(|module| is_own(&module.owner) && !module.types.is_empty())
}

/// All that is said of a webhook or callback, as CommonMark.
fn whole(docs: &Docs) -> String {
    let title = docs
        .title
        .as_ref()
        .filter(|title| docs.description.as_ref() != Some(title));
    let parts = title.into_iter().chain(&docs.description).chain(&docs.external_docs);
    parts.map(String::as_str).collect::<Vec<_>>().join("\n\n")
}

fn operations_by_group(plan: &Plan<'_>) -> Vec<String> {
    let groups = &plan.groups.list;
    if groups.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), "# Operations".to_owned()];
    if plan.groups.in_files {
        let features = match plan.package.tags {
            Some(_) => " Each tag is a cargo feature.",
            None => "",
        };
        lines.extend([
            String::new(),
            format!("They are the methods of [`Client`], in groups.{features}"),
            String::new(),
        ]);
        lines.extend(groups.iter().map(|group| group_line(plan, group)));
        return lines;
    }
    for group in groups {
        if groups.len() > 1 {
            let title = match group.title.is_empty() {
                true => "Others".to_owned(),
                false => heading_text(group),
            };
            lines.extend([String::new(), format!("## {title}")]);
        }
        lines.push(String::new());
        lines.extend(operations_of(plan, group).map(|operation| operation_line(plan, operation)));
    }
    lines
}

fn operations_of<'p>(plan: &'p Plan<'_>, group: &'p Group) -> impl Iterator<Item = &'p OperationPlan> {
    group.operations.iter().map(|id| &plan.operations[*id])
}

/// A group, with a link to its heading among the methods. It is an address and no path, since a feature may leave the group out.
fn group_line(plan: &Plan<'_>, group: &Group) -> String {
    let link = match group.title.is_empty() {
        true => "* others".to_owned(),
        false => format!("* [{}](client/struct.Client.html#{})", title(group), anchor(group)),
    };
    let said = descriptions(plan, group);
    let said: Vec<String> = said
        .iter()
        .map(|text| summary(text))
        .filter(|text| !text.is_empty())
        .collect();
    match said.is_empty() {
        true => link,
        false => format!("{link}: {}", said.join(" ")),
    }
}

/// Addresses that rustdoc uses itself; a heading of that name gets a number.
const RUSTDOC: &[&str] = &["fields", "help", "layout", "methods", "search", "settings", "variants"];

/// The address of the heading of a group, as rustdoc makes it of the text.
fn anchor(group: &Group) -> String {
    let text = group.title.join(" / ");
    let mut anchor: String = text
        .chars()
        .filter_map(|letter| match letter {
            '-' | '_' => Some(letter),
            letter if letter.is_ascii_whitespace() => Some('-'),
            letter => letter.is_alphanumeric().then(|| letter.to_ascii_lowercase()),
        })
        .collect();
    if RUSTDOC.contains(&anchor.as_str()) {
        anchor.push_str("-1");
    }
    anchor
}

fn operation_line(plan: &Plan<'_>, operation: &OperationPlan) -> String {
    let name = operation.name.as_str();
    format!("* [`{name}`](Client::{name}): {}", operations::summary(plan, operation))
}
