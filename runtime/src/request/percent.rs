//! Percent-encoding (RFC 3986 section 2).

/// Which characters are not encoded, besides the unreserved ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// None, for a value between delimiters.
    Nothing,
    /// With `allowReserved` in a query: the reserved characters that are legal in a query, and percent triplets.
    ReservedInQuery,
    /// The same for a path, where `/` and `?` would change the endpoint.
    ReservedInPath,
    /// The literal text of a path template.
    PathText,
    /// `application/x-www-form-urlencoded`: a space becomes `+`.
    Form,
}

impl Keep {
    fn keeps(self, byte: u8) -> bool {
        let reserved: &[u8] = match self {
            Self::Nothing | Self::Form => b"",
            Self::ReservedInQuery => b":/?@!$&'()*+,;=",
            Self::ReservedInPath => b":@!$&'()*+,;=",
            Self::PathText => b"/:@!$&'()*+,;=",
        };
        byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || reserved.contains(&byte)
    }

    fn keeps_triplets(self) -> bool {
        match self {
            Self::ReservedInQuery | Self::ReservedInPath | Self::PathText => true,
            Self::Nothing | Self::Form => false,
        }
    }
}

/// Appends `text`, encoded as UTF-8 octets where it must be.
pub(crate) fn encode_into(out: &mut String, text: &str, keep: Keep) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let bytes = text.as_bytes();
    for (index, &byte) in bytes.iter().enumerate() {
        if keep.keeps(byte) || (byte == b'%' && keep.keeps_triplets() && triplet(bytes, index)) {
            out.push(char::from(byte));
        } else if byte == b' ' && keep == Keep::Form {
            out.push('+');
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.push(HEX.get(usize::from(nibble)).map_or('0', |digit| char::from(*digit)));
            }
        }
    }
}

pub(crate) fn encode(text: &str, keep: Keep) -> String {
    let mut out = String::with_capacity(text.len());
    encode_into(&mut out, text, keep);
    out
}

/// The same, with what has to be encoded of it.
pub(crate) fn encoded(text: String, keep: Keep) -> String {
    match text.bytes().all(|byte| keep.keeps(byte)) {
        true => text,
        false => encode(&text, keep),
    }
}

fn triplet(bytes: &[u8], at: usize) -> bool {
    let hex = |offset: usize| bytes.get(at + offset).is_some_and(u8::is_ascii_hexdigit);
    // URL parsers read an encoded dot as a dot, which could climb out of the path.
    let dot = bytes.get(at + 1) == Some(&b'2') && matches!(bytes.get(at + 2), Some(b'e' | b'E'));
    hex(1) && hex(2) && !dot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(
            encode("a/b ?#%é+\\\u{1}~", Keep::Nothing),
            "a%2Fb%20%3F%23%25%C3%A9%2B%5C%01~"
        );
        assert_eq!(encode("a b+c", Keep::Form), "a+b%2Bc");
    }

    #[test]
    fn reserved_characters_stay_where_they_are_allowed() {
        assert_eq!(
            encode("a/b?c#d[e]&f=g%20%zz", Keep::ReservedInQuery),
            "a/b?c%23d%5Be%5D&f=g%20%25zz"
        );
        assert_eq!(encode("a/b?c:d", Keep::ReservedInPath), "a%2Fb%3Fc:d");
        assert_eq!(encode("%2e%2E%2F", Keep::ReservedInPath), "%252e%252E%2F");
    }
}
