//! URI references and what they are relative to (RFC 3986 section 5).

/// Joins a URI reference to a base URI (RFC 3986 section 5.2).
pub(crate) fn join(base: &str, reference: &str) -> String {
    if has_scheme(reference) || base.is_empty() {
        return reference.to_owned();
    }
    let (scheme, rest) = match base.find(':').filter(|_| has_scheme(base)) {
        Some(colon) => base.split_at(colon + 1),
        None => ("", base),
    };
    if let Some(rest) = reference.strip_prefix("//") {
        return format!("{scheme}//{rest}");
    }
    let authority_end = match rest.strip_prefix("//") {
        Some(after) => 2 + after.find('/').unwrap_or(after.len()),
        None => 0,
    };
    let (authority, path) = rest.split_at(authority_end);
    if reference.starts_with('/') {
        return format!("{scheme}{authority}{}", remove_dots(reference));
    }
    // Only behind an authority is no path the root (RFC 3986 section 5.2.3).
    let none = if authority.is_empty() { "" } else { "/" };
    let directory = path.rfind('/').map_or(none, |slash| &path[..=slash]);
    format!("{scheme}{authority}{}", remove_dots(&format!("{directory}{reference}")))
}

fn has_scheme(uri: &str) -> bool {
    let Some((scheme, _)) = uri.split_once(':') else {
        return false;
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// RFC 3986 section 5.2.4.
fn remove_dots(path: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => {
                if out.len() > 1 {
                    out.pop();
                }
            }
            _ => out.push(segment),
        }
    }
    out.join("/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn joins_as_rfc_3986_says() {
        let base = "http://a/b/c/d";
        assert_eq!(join(base, "g"), "http://a/b/c/g");
        assert_eq!(join(base, "../g"), "http://a/b/g");
        assert_eq!(join(base, "/g"), "http://a/g");
        assert_eq!(join(base, "//g"), "http://g");
        assert_eq!(join(base, "urn:x:y"), "urn:x:y");
        assert_eq!(join("", "x.json"), "x.json");
        assert_eq!(join("http://a", "g"), "http://a/g");
        assert_eq!(join("a", "g"), "g");
        assert_eq!(join("a/b", "g"), "a/g");
    }
}
