//! Any Rust: parsed by `syn`, printed by `prettyplease`.
//!
//! `prettyplease` sets no blank lines between items. A mark goes before each item that wants one, as a doc comment that no
//! document can hold, and becomes the blank line afterwards: text inside literals is never touched.

use super::line::STEP;
use crate::tokens::{TokenTree, text};
use syn::{AttrStyle, Attribute, ImplItem, Item, TraitItem};

/// The content of the doc comment that marks a blank line. Control characters of documents are neutralised, and
/// literals are printed with escapes, so no other line of the output is this one.
const BLANK: &str = "\u{1}";

/// The text of a file.
///
/// # Errors
/// What `syn` says about code that is not a Rust file.
pub(super) fn file(code: &str) -> syn::Result<String> {
    let mut file: syn::File = syn::parse_str(code)?;
    let head = !file.attrs.is_empty();
    space_items(&mut file.items, head);
    let text = prettyplease::unparse(&file);
    let mark = format!("///{BLANK}");
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if line.trim_start() != mark {
            out.push_str(line);
        }
        out.push('\n');
    }
    Ok(out)
}

/// Writes items of a file or of modules in it.
pub(super) fn items(out: &mut String, items: &[TokenTree<'_>], depth: usize) -> syn::Result<()> {
    let modules = depth / STEP;
    write_lines(out, &within(text(items), modules), modules)
}

/// Writes an item of an `impl`.
pub(super) fn associated(out: &mut String, item: &[TokenTree<'_>], depth: usize) -> syn::Result<()> {
    let modules = (depth / STEP).saturating_sub(1);
    let block = format!("impl T {{ {} }}", text(item));
    write_lines(out, &within(block, modules), modules + 1)
}

/// Code in so many modules.
fn within(code: String, modules: usize) -> String {
    (0..modules).fold(code, |inner, _| format!("mod m {{ {inner} }}"))
}

fn write_lines(out: &mut String, code: &str, around: usize) -> syn::Result<()> {
    let text = file(code)?;
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    let start = around
        .checked_sub(1)
        .and_then(|last| ends.get(last))
        .copied()
        .unwrap_or(0);
    let end = ends
        .len()
        .checked_sub(around + 1)
        .and_then(|last| ends.get(last))
        .copied()
        .unwrap_or(text.len());
    out.push_str(text.get(start..end).unwrap_or_default());
    Ok(())
}

fn blank() -> Attribute {
    let literal = syn::LitStr::new(BLANK, proc_macro2::Span::call_site());
    syn::parse_quote!(#[doc = #literal])
}

/// What decides whether two neighbours are together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Use,
    Module,
    /// A constant or alias of one line, without comments.
    Line,
    Other,
}

fn space_items(items: &mut [Item], head: bool) {
    let mut before = head.then_some(Group::Other);
    for item in items {
        match item {
            Item::Mod(module) => {
                let head = module
                    .attrs
                    .iter()
                    .any(|attribute| matches!(attribute.style, AttrStyle::Inner(_)));
                if let Some((_, items)) = &mut module.content {
                    space_items(items, head);
                }
            }
            Item::Impl(block) => {
                let members = block.items.iter_mut().filter_map(impl_item_attrs);
                space_members(members);
            }
            Item::Trait(block) => {
                let members = block.items.iter_mut().filter_map(trait_item_attrs);
                space_members(members);
            }
            _ => {}
        }
        let group = group(item);
        let apart = before.is_some_and(|before| before != group || group == Group::Other);
        before = Some(group);
        if apart && let Some(attrs) = item_attrs(item) {
            attrs.insert(0, blank());
        }
    }
}

fn group(item: &Item) -> Group {
    match item {
        Item::Use(_) => Group::Use,
        Item::Mod(module) if module.content.is_none() && module.attrs.is_empty() => Group::Module,
        Item::Const(constant) if constant.attrs.is_empty() => Group::Line,
        Item::Type(alias) if alias.attrs.is_empty() => Group::Line,
        _ => Group::Other,
    }
}

fn space_members<'a>(members: impl Iterator<Item = (Group, &'a mut Vec<Attribute>)>) {
    let mut before = None;
    for (group, attrs) in members {
        let apart = before.is_some_and(|before| before != group || group == Group::Other);
        before = Some(group);
        if apart {
            attrs.insert(0, blank());
        }
    }
}

fn item_attrs(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::ExternCrate(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

fn impl_item_attrs(item: &mut ImplItem) -> Option<(Group, &mut Vec<Attribute>)> {
    let (line, attrs) = match item {
        ImplItem::Const(item) => (true, &mut item.attrs),
        ImplItem::Type(item) => (true, &mut item.attrs),
        ImplItem::Fn(item) => (false, &mut item.attrs),
        _ => return None,
    };
    Some((member_group(line, attrs), attrs))
}

fn trait_item_attrs(item: &mut TraitItem) -> Option<(Group, &mut Vec<Attribute>)> {
    let (line, attrs) = match item {
        TraitItem::Const(item) => (true, &mut item.attrs),
        TraitItem::Type(item) => (true, &mut item.attrs),
        TraitItem::Fn(item) => (false, &mut item.attrs),
        _ => return None,
    };
    Some((member_group(line, attrs), attrs))
}

fn member_group(line: bool, attrs: &[Attribute]) -> Group {
    match line && attrs.is_empty() {
        true => Group::Line,
        false => Group::Other,
    }
}
