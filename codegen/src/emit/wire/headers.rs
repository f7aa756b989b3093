//! From the headers of a response to the struct of those that are documented.

use super::scope::Scope;
use crate::emit::writer::{Fixed, Lines, Str, code};
use crate::plan::names::reserved::UNREAD;
use crate::plan::{Item, OperationPlan};

/// The reader.
pub(super) fn reader(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    if plan.headers.is_empty() {
        return Lines::new();
    }
    let responses = &scope.plan.api.operations[plan.id].responses;
    let own = scope.item(plan.module, Item::Headers);
    let fields: Lines = plan
        .headers
        .iter()
        .filter_map(|header| {
            let source = responses.get(header.source.0)?.headers.get(header.source.1)?;
            let wire = Str(source.name.to_ascii_lowercase());
            let read = match source.json {
                true => code!("v1::json_header(headers, $)", wire),
                false => code!("v1::header(headers, $, $)", wire, source.explode),
            };
            Some(match header.required {
                true => code!("$: v1::required_header($?, $)?", header.name, read, wire),
                false => code!("$: $.note($)", header.name, Fixed(UNREAD), read),
            })
        })
        .collect();
    let mut body = Lines::new();
    let mut fields = fields;
    if plan.headers.iter().any(|header| !header.required) {
        body.line(code!("let mut $ = v1::UnreadHeaders::default();", Fixed(UNREAD)));
        fields.line(code!("$", Fixed(UNREAD)));
    }
    body.extend(Lines::of_block(code!("Ok($", own), fields, ")"));
    let mut lines = Lines::of(code!("#[inline(never)]"));
    let head = code!(
        "pub(crate) fn headers(headers: &::specwright_runtime::http::HeaderMap) -> Result<$, v1::HeaderError>",
        own,
    );
    lines.block(head, body, "");
    lines
}
