//! What errors of calls say.

use std::error::Error as StdError;
use std::fmt;

use super::Error;
use crate::transport::Line;

/// What cures a document that does not describe the responses.
const LEARN: &str = "record responses (feature `record`), and `specwright learn openapi.yaml calls.jsonl -o learned.yaml` \
                     writes the overlay that makes the document true to them";

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.operation())?;
        match self {
            Self::Invalid(failure) => {
                write!(f, "the request is not valid: {}", failure.violations)
            }
            Self::Credentials(failure) => match (failure.problem, &failure.source) {
                (Some(problem), _) => {
                    write!(
                        f,
                        "the credential {} cannot be sent: {problem}",
                        Names(&failure.missing)
                    )
                }
                (None, Some(source)) => write!(
                    f,
                    "cannot obtain the credential {}: {}",
                    Names(&failure.missing),
                    Line(&source.to_string())
                ),
                (None, None) => write!(f, "no credential for {}", Names(&failure.missing)),
            },
            Self::Transport(failure) => {
                write!(f, "{}", failure.source)?;
                if failure.attempts > 1 {
                    write!(f, " ({} attempts)", failure.attempts)?;
                }
                Ok(())
            }
            Self::Api(failure) => {
                write!(f, "the server responded with {}", failure.head.status)?;
                match self.server_message() {
                    Some(message) => write!(f, ": {message}"),
                    None => Ok(()),
                }
            }
            Self::Unexpected(failure) => {
                let status = failure.head.status;
                write!(f, "the server responded with {status}: ")?;
                match self.server_message() {
                    Some(message) => write!(f, "{message} ({})", failure.reason),
                    None => failure.reason.fmt(f),
                }
            }
            Self::Decode(failure) => {
                let status = failure.head.status;
                write!(
                    f,
                    "the server carried the call out ({status}), but its response cannot be read: "
                )?;
                write!(f, "{}", failure.reason)?;
                match failure.reason.is_learned() {
                    true => write!(f, "; {LEARN}"),
                    false => Ok(()),
                }
            }
        }
    }
}

struct Names<'a>(&'a [&'static str]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if index > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}

impl<E> fmt::Debug for Error<E> {
    /// What `main` prints when it returns the error: the message, and a line for each cause and for what support asks for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)?;
        if let Some(id) = self.request_id() {
            write!(f, "\n  request id: {}", id.escape_debug())?;
        }
        if self.attempts() > 1 {
            write!(f, "\n  attempts: {}", self.attempts())?;
        }
        if let Some(wait) = self.retry_after() {
            write!(f, "\n  retry after: {wait:?}")?;
        }
        let mut cause = match self {
            // Its message has all of them.
            Self::Invalid(_) | Self::Credentials(_) => None,
            other => other.source(),
        };
        while let Some(error) = cause {
            write!(f, "\n  caused by: {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Invalid(failure) => Some(&failure.violations),
            Self::Credentials(failure) => failure.source.as_deref().map(|source| source as _),
            // The line of the transport's error is part of this one's.
            Self::Transport(failure) => StdError::source(&failure.source),
            // What a reader says quotes values of the body, so it is not a source.
            Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => None,
        }
    }
}
