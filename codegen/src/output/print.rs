//! Tokens to formatted text: parsed by `syn`, so that only Rust that parses is written, and printed by `prettyplease`.
//!
//! `prettyplease` sets no blank lines between items. A mark goes before each item that wants one, as a doc comment that no
//! document can hold, and becomes the blank line afterwards: text inside literals is never touched.

use super::{FileSet, UnsafePath};
use proc_macro2::TokenStream;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use syn::{Attribute, ImplItem, Item, TraitItem};

/// Generated code that is not Rust: a defect of the generator, never of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintError {
    /// The tokens do not parse.
    Unparsable {
        /// The file they were for.
        path: String,
        /// What `syn` says.
        reason: String,
    },
    /// The path is not safe.
    UnsafePath(UnsafePath),
    /// The printer gave up on the tokens of a file.
    Panicked,
}

impl std::fmt::Display for PrintError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PrintError::Unparsable { path, reason } => write!(formatter, "the code for `{path}` is not Rust: {reason}"),
            PrintError::UnsafePath(error) => error.fmt(formatter),
            PrintError::Panicked => formatter.write_str("the printer gave up"),
        }
    }
}

impl std::error::Error for PrintError {}

/// The stack of a printing thread in bytes: `syn` and `prettyplease` descend with the nesting of the code.
const STACK: usize = 64 << 20;

/// The content of the doc comment that stands for a blank line. Control characters of documents are neutralised, and
/// literals are printed with escapes, so no other line of the output is this one.
const BLANK: &str = "\u{1}";

/// Formats the tokens of one file.
///
/// # Errors
/// What `syn` says about tokens that are no Rust file.
pub fn print(tokens: TokenStream) -> syn::Result<String> {
    let mut file: syn::File = syn::parse2(tokens)?;
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

/// Makes and formats files side by side. `emit` gives the path and the tokens of a file; tokens never cross threads, so
/// each thread makes its own.
///
/// # Errors
/// The first file, in the order of `jobs`, whose tokens are not Rust or whose path is not safe.
pub fn print_all<T: Sync>(
    jobs: &[T],
    emit: impl Fn(&T) -> (String, TokenStream) + Sync,
) -> Result<FileSet, PrintError> {
    let threads = std::thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(jobs.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, job)) = take(jobs, &next) {
            let (path, tokens) = emit(job);
            done.push((index, path, print(tokens).map_err(|error| error.to_string())));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let spawn = || std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let handles: Vec<_> = (0..threads).filter_map(|_| spawn().ok()).collect();
        let joined = handles.into_iter().map(|handle| handle.join());
        let lists: Result<Vec<_>, _> = joined.collect();
        lists.map(|lists| lists.into_iter().flatten().collect::<Vec<_>>())
    })
    .map_err(|_| PrintError::Panicked)?;
    // A system that refuses threads still has this one.
    done.extend(work());
    done.sort_by_key(|(index, _, _)| *index);
    let mut files = FileSet::new();
    for (_, path, text) in done {
        match text {
            Ok(text) => files.insert(path, text).map_err(PrintError::UnsafePath)?,
            Err(reason) => return Err(PrintError::Unparsable { path, reason }),
        }
    }
    Ok(files)
}

fn take<'a, T>(jobs: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(index).map(|job| (index, job))
}

fn blank() -> Attribute {
    let literal = proc_macro2::Literal::string(BLANK);
    syn::parse_quote!(#[doc = #literal])
}

/// What decides whether two neighbours stand together.
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
                if let Some((_, items)) = &mut module.content {
                    space_items(items, false);
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

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn items_stand_apart_and_lines_stand_together() {
        let tokens = quote! {
            use a::b; use c::d; mod x; mod y; const A: u8 = 1; const B: u8 = 2;
            #[doc = " A pet."] pub struct Pet { pub name: u8 }
            impl Pet { const Z: u8 = 1; const Y: u8 = 2; fn a() { let x = 1; const C: u8 = 2; } fn b() {} }
            mod inner { fn a() {} fn b() {} }
        };
        let expected = "\
use a::b;
use c::d;

mod x;
mod y;

const A: u8 = 1;
const B: u8 = 2;

/// A pet.
pub struct Pet {
    pub name: u8,
}

impl Pet {
    const Z: u8 = 1;
    const Y: u8 = 2;

    fn a() {
        let x = 1;
        const C: u8 = 2;
    }

    fn b() {}
}

mod inner {
    fn a() {}

    fn b() {}
}
";
        assert_eq!(print(tokens).expect("it is Rust"), expected);
    }

    #[test]
    fn literals_are_left_alone() {
        let text = "}\n///\u{1}\npub fn x() {}";
        let printed = print(quote! { const A: &str = #text; fn a() {} fn b() {} }).expect("it is Rust");
        let file: syn::File = syn::parse_str(&printed).expect("it is Rust");
        let Some(Item::Const(constant)) = file.items.first() else {
            panic!("{printed}");
        };
        let expr = &constant.expr;
        let literal: syn::LitStr = syn::parse_quote!(#expr);
        assert_eq!(literal.value(), text);
    }

    #[test]
    fn files_are_printed_side_by_side_in_order() {
        let jobs: Vec<u32> = (0..50).collect();
        let emit = |job: &u32| {
            let name = quote::format_ident!("f{job}");
            (format!("src/{job}.rs"), quote! { fn #name() {} })
        };
        let files = print_all(&jobs, emit).expect("it is Rust");
        assert_eq!(files.len(), 50);
        assert!(files.get("src/7.rs").is_some_and(|text| text.ends_with("fn f7() {}\n")));
        let broken = |job: &u32| {
            (
                format!("{job}.rs"),
                if *job < 3 {
                    quote!(
                        fn a() {}
                    )
                } else {
                    quote!(fn)
                },
            )
        };
        let error = print_all(&jobs, broken).expect_err("it is not Rust");
        assert!(matches!(error, PrintError::Unparsable { path, .. } if path == "3.rs"));
        assert!(print_all(&[0], |_| ("../x.rs".to_owned(), quote!())).is_err());
    }
}
