//! Bodies of which the document says a range of media types (`image/*`): the caller says which one it is.

use crate::data::media_type::essence;
use crate::transport::Body;

/// A body with its media type.
///
/// ```
/// # use specwright_runtime::TypedBody;
/// let photo = TypedBody::new("image/png", vec![0x89, b'P', b'N', b'G']);
/// let same: TypedBody = ("image/png", vec![0x89, b'P', b'N', b'G']).into();
/// # let _ = (photo, same);
/// ```
#[derive(Debug, Default)]
pub struct TypedBody {
    media: String,
    body: Body,
}

impl TypedBody {
    /// A body of that media type.
    pub fn new(media: impl Into<String>, body: impl Into<Body>) -> Self {
        Self {
            media: media.into(),
            body: body.into(),
        }
    }

    /// The media type and the body.
    ///
    /// # Errors
    ///
    /// The media type is not of that range.
    pub(super) fn of(self, range: &str) -> Result<(String, Body), String> {
        let media = self.media.trim();
        let is_word = |text: &str| !text.is_empty() && text.bytes().all(is_token);
        let told = essence(media).split_once('/');
        let told = told.filter(|(kind, subtype)| is_word(kind) && is_word(subtype) && *subtype != "*");
        let wanted = essence(range).split('/').next().unwrap_or_default();
        match told {
            Some((kind, _)) if wanted == "*" || kind.eq_ignore_ascii_case(wanted) => Ok((media.to_owned(), self.body)),
            Some(_) => Err(format!("has the media type `{media}`, and the server takes `{range}`")),
            None => Err(format!("needs a media type of `{range}`")),
        }
    }
}

impl<M: Into<String>, B: Into<Body>> From<(M, B)> for TypedBody {
    fn from((media, body): (M, B)) -> Self {
        Self::new(media, body)
    }
}

/// A letter of a token (RFC 9110 section 5.6.2).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_is_one_of_the_range() {
        let told = |media: &str, range: &str| TypedBody::new(media, "x").of(range).map(|(media, _)| media);
        assert_eq!(told("image/png", "image/*").as_deref(), Ok("image/png"));
        assert_eq!(
            told(" Image/SVG+xml; charset=utf-8", "image/*").as_deref(),
            Ok("Image/SVG+xml; charset=utf-8")
        );
        for wrong in ["", "image", "image/", "/png", "image/*", "text/plain", "image /png"] {
            assert!(told(wrong, "image/*").is_err(), "{wrong}");
        }
    }
}
