//! Tokens to formatted text.
//!
//! The forms that most generated code has are printed straight from their tokens (`items` and what it uses); what is left is parsed
//! by `syn` and printed by `prettyplease` (`slow`). The text is the same either way, which the tests compare.

mod attributes;
mod flat;
mod generics;
mod imports;
mod items;
mod line;
#[cfg(test)]
mod oracle;
mod signatures;
mod slow;
mod values;

use super::{FileSet, UnsafePath};
use crate::diag::{Diagnostics, Location, Problem};
use crate::tokens::TokenStream;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    /// The files have more bytes together than any client.
    TooLarge,
}

impl std::fmt::Display for PrintError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PrintError::Unparsable { path, reason } => write!(formatter, "the code for `{path}` is not Rust: {reason}"),
            PrintError::UnsafePath(error) => error.fmt(formatter),
            PrintError::Panicked => formatter.write_str("the printer gave up"),
            PrintError::TooLarge => formatter.write_str("there is too much of it"),
        }
    }
}

impl std::error::Error for PrintError {}

/// The stack of a printing thread in bytes: `syn` and `prettyplease` descend with the nesting of the code.
const STACK: usize = 64 << 20;

/// The files of a client may have this many bytes together, some forty times what the largest known client has: a keyword of three
/// letters can be a type with all that belongs to it.
const MAX_BYTES: usize = 1 << 30;

/// Formats the tokens of one file.
///
/// # Errors
/// What `syn` says about tokens that are no Rust file.
pub fn format(tokens: &TokenStream) -> syn::Result<String> {
    items::file(tokens)
}

/// A file that was not printed yet.
pub trait Unprinted: Sync {
    /// The path from the root of what is written, with `/`.
    fn path(&self) -> &str;

    /// What it holds. It is made by the thread that prints it, since tokens never cross threads.
    fn text(&self) -> Text;
}

/// What a file holds.
pub enum Text {
    /// Rust, which is formatted, and Rust behind it that has its layout already.
    Rust(TokenStream, String),
    /// Anything else, as it is written.
    Other(String),
}

/// Makes and formats files side by side. `None`: the first that is not Rust, or has no safe path, is
/// in `diags`, or that they are larger together than any client.
pub fn print<F: Unprinted>(files: &[F], diags: &mut Diagnostics) -> Option<FileSet> {
    let problem = match print_all(files, MAX_BYTES) {
        Ok(files) => return Some(files),
        Err(PrintError::TooLarge) => Problem::TooMuchCode { limit: MAX_BYTES },
        // Emitters are total, so this is a defect of the generator; it must not look like a defect of the document.
        Err(error) => Problem::Unprintable {
            reason: error.to_string(),
        },
    };
    diags.push(problem, Location::default());
    None
}

fn print_all<F: Unprinted>(files: &[F], limit: usize) -> Result<FileSet, PrintError> {
    let threads = std::thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(files.len());
    let (next, size) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        let mut done = Vec::new();
        while let Some((index, file)) = take(files, &next) {
            let text = formatted(file);
            let more = text.as_ref().map_or(0, String::len);
            done.push((index, text));
            if size.fetch_add(more, Ordering::Relaxed).saturating_add(more) > limit {
                break;
            }
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
    if size.into_inner() > limit {
        return Err(PrintError::TooLarge);
    }
    done.sort_by_key(|(index, _)| *index);
    let mut set = FileSet::new();
    for ((_, text), file) in done.into_iter().zip(files) {
        set.insert(file.path(), text?).map_err(PrintError::UnsafePath)?;
    }
    Ok(set)
}

fn formatted(file: &impl Unprinted) -> Result<String, PrintError> {
    match file.text() {
        Text::Rust(tokens, rest) => match format(&tokens) {
            Ok(text) if rest.is_empty() => Ok(text),
            Ok(mut text) => {
                text.reserve_exact(1 + rest.len());
                text.push('\n');
                text.push_str(&rest);
                Ok(text)
            }
            Err(error) => Err(PrintError::Unparsable {
                path: file.path().to_owned(),
                reason: error.to_string(),
            }),
        },
        Text::Other(text) => Ok(text),
    }
}

fn take<'a, T>(jobs: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(index).map(|job| (index, job))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::quote;

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
        assert_eq!(format(&tokens).expect("it is Rust"), expected);
    }

    #[test]
    fn what_is_too_wide_for_a_line_is_broken_as_prettyplease_breaks_it() {
        let tokens = quote! {
            v1::shared!(Failure => message(str), documentation_url(str) in NotFound | UnprocessableContent);
            v1::shared!(Failure => message(str), documentation_url(str), url(str), status(str) in Unauthorized | Forbidden | NotFound);
            #[allow(clippy::exhaustive_structs, reason = "a new required property breaks its callers anyway")]
            pub struct A { pub a: u8 }
            fn examples() {
                let mut examples = Examples::new();
                let rows = &[("a", 1), ("b", 2)];
                #[cfg(feature = "a")]
                let rows: &[(_, _, &[_])] = &[("#/components/schemas/a/example", "what is written there", &["one", "two"]), ("b", "c", &[])];
                #[cfg(feature = "a")]
                examples.values::<operations::the_name_of_an_operation_that_is_rather_long::RequestOfIt>(rows);
                examples.values::<operations::the_name_of_an_operation_that_is_long::Request>(rows);
                #[cfg(feature = "a")]
                examples.values::<operations::a::Request>(rows);
                #[cfg(feature = "a")]
                let rows = 1;
                examples.pairs::<operations::the_name_of_an_operation_that_is_long::Request, operations::another::Request>(rows);
                examples.values::<Option<BTreeMap<String, (types::A, Vec<types::B>)>>>(rows);
                examples.values::<Vec<operations::the_name_of_an_operation_that_is_really_long::RequestOfItItem>>(rows);
                examples.values::<BTreeMap<String, Vec<operations::the_name_of_an_operation_that_is_really_long::RequestOfItItem>>>(rows);
                let pair = ("what is written there, which is a rather long string", "and another one of them");
            }
            impl A {
                fn a(mut self) -> Self {
                    self.setup = self.setup.credential(&security::BASIC_AUTH, Credential::basic(user, password));
                    self.setup = self.core.setup.first.credential(&security::BASIC_AUTH, Credential::basic(user));
                    self
                }
            }
        };
        let expected = slow::file(&tokens.to_string()).expect("it is Rust");
        assert_eq!(format(&tokens).expect("it is Rust"), expected);
    }

    #[test]
    fn literals_are_left_alone() {
        let text = "}\n///\u{1}\npub fn x() {}";
        let printed = format(&quote! { const A: &str = #text; fn a() {} fn b() {} }).expect("it is Rust");
        let file: syn::File = syn::parse_str(&printed).expect("it is Rust");
        let Some(syn::Item::Const(constant)) = file.items.first() else {
            panic!("{printed}");
        };
        let expr = &constant.expr;
        let literal: syn::LitStr = syn::parse_quote!(#expr);
        assert_eq!(literal.value(), text);
    }

    #[test]
    fn files_are_printed_side_by_side_in_order() {
        let jobs: Vec<Job> = (0..50)
            .map(|number| Job {
                path: format!("src/{number}.rs"),
                rust: quote!(
                    fn f() {}
                )
                .to_string(),
            })
            .collect();
        let files = print_all(&jobs, MAX_BYTES).expect("it is Rust");
        assert_eq!(files.len(), 50);
        assert!(files.get("src/7.rs").is_some_and(|text| text.ends_with("fn f() {}\n")));
    }

    #[test]
    fn the_first_file_that_is_not_rust_is_named() {
        let job = |path: &str, rust: &str| Job {
            path: path.to_owned(),
            rust: rust.to_owned(),
        };
        let jobs = [job("a.rs", "fn a() {}"), job("b.rs", "fn"), job("c.rs", "fn")];
        let error = print_all(&jobs, MAX_BYTES).expect_err("it is not Rust");
        assert!(matches!(error, PrintError::Unparsable { path, .. } if path == "b.rs"));
        assert!(matches!(
            print_all(&[job("../x.rs", "")], MAX_BYTES),
            Err(PrintError::UnsafePath(_))
        ));
        let mut diags = Diagnostics::new();
        assert!(print(&jobs, &mut diags).is_none() && diags.gate().is_err());
    }

    #[test]
    fn a_client_has_a_largest_size() {
        let jobs: Vec<Job> = (0..20)
            .map(|number| Job {
                path: format!("{number}.rs"),
                rust: "fn f() {}".to_owned(),
            })
            .collect();
        let size = "fn f() {}\n".len() * jobs.len();
        assert!(print_all(&jobs, size).is_ok());
        assert_eq!(print_all(&jobs, size - 1), Err(PrintError::TooLarge));
    }

    struct Job {
        path: String,
        rust: String,
    }

    impl Unprinted for Job {
        fn path(&self) -> &str {
            &self.path
        }

        fn text(&self) -> Text {
            Text::Rust(self.rust.parse().expect("tokens"), String::new())
        }
    }
}
