//! How a response differs from what the document describes.

use std::fmt;

use crate::data::fault::Fault;

/// How a response differs from what the document describes.
///
/// `Display` and `Debug` name properties and kinds, and never quote values of the response.
#[non_exhaustive]
pub enum Mismatch {
    /// The status is not documented.
    Status,
    /// The content type is not one that the call reads at this status: the document does not have it, or another form of the call, such
    /// as `send_csv`, asks for it.
    Media,
    /// The body is empty, although one is documented.
    Empty,
    /// The status is not documented, and the body has no property in common with what is documented for another success.
    Foreign,
    /// The body is not text of the charset that its media type names, or the charset is not known. Without a name it is
    /// UTF-8.
    Encoding,
    /// The JSON does not have the documented shape.
    Json {
        /// Where, and what was expected.
        faults: Vec<Fault>,
    },
    /// The body is not JSON.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in bytes.
        column: usize,
    },
    /// The body is in this content coding, which no enabled feature undoes.
    Coding(Box<str>),
    /// The body has more bytes than the limit.
    TooLarge(usize),
    /// The body is not a multipart body: its media type has no boundary, or it ends before its last one.
    Multipart,
    /// The body is not a stream of server-sent events: no line of it is a field.
    Events,
    /// An event of a stream that reports an error in place of data.
    ErrorEvent,
    /// What was waited for has ended with this status, which the document calls a failure.
    Failed(&'static str),
}

impl Mismatch {
    /// Whether another document would describe the response, so that recordings teach something.
    pub(super) fn is_learned(&self) -> bool {
        match self {
            Self::Status | Self::Media | Self::Empty | Self::Foreign | Self::Json { .. } => true,
            Self::Encoding
            | Self::Syntax { .. }
            | Self::Coding(_)
            | Self::TooLarge(_)
            | Self::Multipart
            | Self::Events
            | Self::ErrorEvent
            | Self::Failed(_) => false,
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status => f.write_str("the status is not documented"),
            Self::Media => f.write_str("the content type is not one that this call reads"),
            Self::Empty => f.write_str("the body is empty"),
            Self::Foreign => {
                f.write_str("the status is not documented, and the body has no property of the success that is")
            }
            Self::Encoding => f.write_str("the body is not text of its charset"),
            Self::Json { faults } => {
                f.write_str("the body does not have the documented shape")?;
                for (index, fault) in faults.iter().enumerate() {
                    write!(f, "{} {fault}", if index == 0 { ":" } else { ";" })?;
                }
                Ok(())
            }
            Self::Syntax { line, column } => write!(f, "the body is not JSON (line {line}, column {column})"),
            Self::Coding(name) => match &**name {
                "gzip" | "deflate" | "br" | "zstd" => {
                    write!(
                        f,
                        "the body has the content coding `{name}`, and the feature `{name}` is off"
                    )
                }
                _ => write!(f, "the body has the content coding `{name}`, which is not known"),
            },
            Self::TooLarge(limit) => write!(f, "the body is larger than {limit} bytes"),
            Self::Events => f.write_str("the body is not a stream of events"),
            Self::Multipart => f.write_str("the multipart body has no boundary, or ends before its last one"),
            Self::ErrorEvent => f.write_str("an event of the stream reports an error"),
            Self::Failed(status) => write!(f, "it has ended with `{status}`, which is a failure"),
        }
    }
}

impl fmt::Debug for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mismatch({self})")
    }
}
