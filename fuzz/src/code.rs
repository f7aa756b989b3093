//! What holds for all generated code beside that it is Rust: it names nothing of the standard library that the generator does not know,
//! and nests no type deeper than the compiler follows.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

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
/// Fields of a struct, elements of a tuple, variants of an enumeration without and with values: with many more the compiler takes
/// minutes, or dies.
const FIELDS: usize = 3_100;
const ELEMENTS: usize = 510;
const VARIANTS: usize = 30_100;
const ALTERNATIVES: usize = 2_100;
/// Characters of a name.
const LONGEST: usize = 200;

/// Looks at the tokens of a file.
///
/// # Errors
/// What does not hold.
pub fn check(tokens: TokenStream) -> Result<(), String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        definition(&tokens[at..])?;
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

/// A type that begins here is not too wide.
fn definition(tokens: &[TokenTree]) -> Result<(), String> {
    let [
        TokenTree::Ident(keyword),
        TokenTree::Ident(name),
        TokenTree::Group(body),
        ..,
    ] = tokens
    else {
        return Ok(());
    };
    let items: Vec<TokenTree> = body.stream().into_iter().collect();
    let is_values =
        |item: &&TokenTree| matches!(item, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis);
    let (count, limit) = match (keyword.to_string().as_str(), body.delimiter()) {
        ("struct", Delimiter::Parenthesis) => (commas(&items), ELEMENTS),
        ("struct", _) => (commas(&items), FIELDS),
        ("enum", _) if items.iter().filter(is_values).count() > ALTERNATIVES => (usize::MAX, ALTERNATIVES),
        ("enum", _) => (commas(&items), VARIANTS),
        _ => return Ok(()),
    };
    let name = name.to_string();
    if name.len() > LONGEST {
        return Err(format!("a name of {} bytes", name.len()));
    }
    match count > limit {
        true => Err(format!("a type with more than {limit} fields or variants: `{name}`")),
        false => Ok(()),
    }
}

/// The commas between fields or variants, and not those within the arguments of a type, which long lines end with one.
fn commas(items: &[TokenTree]) -> usize {
    let (mut depth, mut commas) = (0_usize, 0);
    for item in items {
        match item {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            token if depth == 0 && is_comma(token) => commas += 1,
            _ => {}
        }
    }
    commas
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
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
        let wide = |count: usize| format!("struct A {{ {} }}", "a: u8,".repeat(count));
        assert_eq!(seen(&wide(3_000)), Ok(()));
        assert!(seen(&wide(4_000)).is_err());
        let alternatives = |count: usize| format!("enum A {{ {} }}", "B(u8),".repeat(count));
        assert_eq!(seen(&alternatives(2_000)), Ok(()));
        assert!(seen(&alternatives(2_500)).is_err());
        assert_eq!(seen(&format!("enum A {{ {} }}", "B,".repeat(30_000))), Ok(()));
        assert!(seen(&format!("struct A({});", "u8,".repeat(700))).is_err());
        assert!(seen(&format!("struct {} {{}}", "A".repeat(300))).is_err());
    }
}
