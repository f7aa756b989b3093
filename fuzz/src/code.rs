//! What holds for all generated code beside that it is Rust: it names nothing of the standard library that the generator does not know,
//! and nests no type deeper than the compiler follows.

use proc_macro2::{TokenStream, TokenTree};

/// What generated code has of the standard library, or a document may ask for.
const STANDARD: &[&str] = &[
    "borrow::Cow",
    "collections::BTreeMap",
    "ffi::CString",
    "ffi::OsString",
    "future::IntoFuture",
    "mem::take",
    "net::IpAddr",
    "net::Ipv4Addr",
    "net::Ipv6Addr",
    "net::SocketAddr",
    "net::SocketAddrV4",
    "net::SocketAddrV6",
    "num::NonZeroI32",
    "num::NonZeroI64",
    "num::NonZeroU16",
    "num::NonZeroU32",
    "num::NonZeroU64",
    "path::PathBuf",
    "string::String",
    "time::Duration",
    "time::SystemTime",
];

/// Types in types: the compiler gives up at 128.
const DEEPEST: usize = 100;

/// Looks at the tokens of a file.
///
/// # Errors
/// What does not hold.
pub fn check(tokens: TokenStream) -> Result<(), String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => check(group.stream())?,
            TokenTree::Punct(punct) => {
                let is_arrow =
                    at > 0 && matches!(&tokens[at - 1], TokenTree::Punct(before) if "-=".contains(before.as_char()));
                match punct.as_char() {
                    '<' => depth += 1,
                    '>' if !is_arrow => depth = depth.saturating_sub(1),
                    ';' => depth = 0,
                    _ => {}
                }
                if depth > DEEPEST {
                    return Err(format!("types in types, {DEEPEST} deep"));
                }
            }
            TokenTree::Ident(ident) if ident == "std" && is_root(&tokens[..at]) => {
                let path = path(&tokens[at + 1..]);
                if !STANDARD.contains(&path.as_str()) {
                    return Err(format!("something of the standard library: `{path}`"));
                }
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {}
        }
    }
    Ok(())
}

/// Whether a path begins behind these tokens: with `::` that nothing is in front of.
fn is_root(before: &[TokenTree]) -> bool {
    let [before @ .., TokenTree::Punct(first), TokenTree::Punct(second)] = before else {
        return false;
    };
    let is_colon = first.as_char() == ':' && second.as_char() == ':';
    is_colon && !matches!(before.last(), Some(TokenTree::Ident(_)))
}

/// The two names that follow.
fn path(behind: &[TokenTree]) -> String {
    let names = behind.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        TokenTree::Punct(_) | TokenTree::Group(_) | TokenTree::Literal(_) => None,
    });
    names.take(2).collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn foreign_paths_and_deep_types_are_seen() {
        let seen = |code: &str| check(code.parse().expect("tokens"));
        assert_eq!(
            seen("fn a(b: ::std::borrow::Cow<'static, str>) -> bool { 1 > 2 }"),
            Ok(())
        );
        assert_eq!(seen("mod std {} use types::std::Std;"), Ok(()));
        assert!(seen("struct A { b: Option<::std::process::exit> }").is_err());
        let nested = |depth: usize| format!("type A = {}u8{};", "Vec<".repeat(depth), ">".repeat(depth));
        assert_eq!(seen(&nested(90)), Ok(()));
        assert!(seen(&nested(130)).is_err());
    }
}
