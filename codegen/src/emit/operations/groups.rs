//! Groups of operations: their headings, and the directories in which they are.

use crate::emit::cx::Layout;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::{self, inline_code};
use crate::emit::layout::{Node, Tokens, line, reexport};
use crate::plan::{Group, Plan};
use crate::tokens::{TokenStream, quote};

/// The module `operations`.
pub(crate) fn directory(layout: Layout, node: &Node) -> Tokens {
    let groups = node
        .children
        .iter()
        .filter_map(|child| reexport(child, layout, &quote!(pub)));
    Tokens {
        inner: line(" One module for each operation, with its types and its call. The root has them too."),
        items: quote!(#(#groups)*),
    }
}

/// The module of a group of operations.
pub(crate) fn group(group: &Group) -> Tokens {
    Tokens {
        inner: line(&format!(" Operations: {}.", title(group))),
        items: TokenStream::new(),
    }
}

/// What tells a group apart, on one line.
pub(crate) fn title(group: &Group) -> String {
    let parts: Vec<String> = group.title.iter().map(|part| inline_code(part)).collect();
    parts.join(" / ")
}

/// The same as text of a heading, where rustdoc shows code small and thin.
pub(crate) fn heading_text(group: &Group) -> String {
    let parts: Vec<String> = group.title.iter().map(|part| docs::heading_text(part)).collect();
    parts.join(" / ")
}

/// The heading of a group, with what the document says about its tags where they come first.
pub(crate) fn heading(plan: &Plan<'_>, group: &Group) -> TokenStream {
    let title = match group.title.is_empty() {
        true => String::new(),
        false => format!("# {}", heading_text(group)),
    };
    let said = descriptions(plan, group);
    let docs = said
        .iter()
        .fold(Doc::default().own(title), |docs, text| docs.prose(text));
    docs.attrs()
}

/// What the document says about the tags that no earlier group has.
pub(crate) fn descriptions(plan: &Plan<'_>, group: &Group) -> Vec<String> {
    let is_first = |tag: &&usize| {
        let first = plan.groups.list.iter().find(|group| group.tags.contains(tag));
        first.is_some_and(|first| std::ptr::eq(first, group))
    };
    let tags = group.tags.iter().filter(is_first);
    tags.filter_map(|tag| plan.api.tags[*tag].description.clone()).collect()
}
