//! Downloads as files.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::ByteStream;
use crate::error::Error;
use crate::response::disposition;

/// Why a download was not saved.
#[derive(Debug)]
#[non_exhaustive]
pub enum SaveError {
    /// The response could not be received.
    Response(Error),
    /// The file could not be created or written.
    File(io::Error),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(error) => error.fmt(f),
            Self::File(error) => write!(f, "the file cannot be written: {error}"),
        }
    }
}

impl std::error::Error for SaveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Response(error) => Some(error),
            Self::File(error) => Some(error),
        }
    }
}

impl ByteStream {
    /// The name that the server gives to the file (`Content-Disposition`), if it does. It is never a path, and is safe in any
    /// directory.
    pub fn file_name(&self) -> Option<String> {
        disposition::file_name(&self.live.head.headers)
    }

    /// Writes all bytes to a new file in that directory, which has the name that the server gives it, or else `otherwise`.
    /// Returns the path. No file is ever overwritten.
    ///
    /// # Errors
    ///
    /// Returns an error if the response breaks off, or the file is there already or cannot be written. What was written is
    /// removed.
    pub async fn save_in(self, directory: impl AsRef<Path>, otherwise: &str) -> Result<PathBuf, SaveError> {
        let name = self.file_name().unwrap_or_else(|| otherwise.to_owned());
        let path = directory.as_ref().join(name);
        self.save_as(&path).await?;
        Ok(path)
    }

    /// Writes all bytes to a new file. Returns their number.
    ///
    /// # Errors
    ///
    /// Those of [`ByteStream::save_in`].
    pub async fn save_as(mut self, path: impl AsRef<Path>) -> Result<u64, SaveError> {
        let path = path.as_ref();
        let file = OpenOptions::new().write(true).create_new(true).open(path);
        let mut file = Some(file.map_err(SaveError::File)?);
        // It is removed unless all of it is there, also if the caller gives up waiting.
        let mut partial = Partial(Some(path));
        let mut written = 0;
        while let Some(piece) = self.next().await {
            let piece = piece.map_err(SaveError::Response)?;
            written += piece.len() as u64;
            write(&mut file, piece).await.map_err(SaveError::File)?;
        }
        partial.0 = None;
        Ok(written)
    }
}

/// Downloads on the current thread: `stream.wait().save_in(directory, "otherwise.bin")`.
#[cfg(feature = "blocking")]
mod blocking {
    use std::path::{Path, PathBuf};

    use super::{ByteStream, SaveError};
    use crate::transport::blocking::{Waiting, block_on};

    impl Waiting<ByteStream> {
        /// [`ByteStream::save_in`].
        ///
        /// # Errors
        ///
        /// Those of [`ByteStream::save_in`].
        pub fn save_in(self, directory: impl AsRef<Path>, otherwise: &str) -> Result<PathBuf, SaveError> {
            block_on(self.into_inner().save_in(directory, otherwise))
        }

        /// [`ByteStream::save_as`].
        ///
        /// # Errors
        ///
        /// Those of [`ByteStream::save_in`].
        pub fn save_as(self, path: impl AsRef<Path>) -> Result<u64, SaveError> {
            block_on(self.into_inner().save_as(path))
        }
    }
}

/// A file that is not complete.
struct Partial<'p>(Option<&'p Path>);

impl Drop for Partial<'_> {
    fn drop(&mut self) {
        if let Some(path) = self.0 {
            // There is nobody to tell: the error that led here is on its way.
            drop(fs::remove_file(path));
        }
    }
}

/// Writes a piece. Within a tokio runtime a thread for blocking work does it.
async fn write(file: &mut Option<File>, piece: Bytes) -> io::Result<()> {
    let gone = || io::Error::other("the file is gone");
    let mut taken = file.take().ok_or_else(gone)?;
    let work = move || {
        let written = taken.write_all(&piece);
        (taken, written)
    };
    let (back, written) = crate::transport::off_the_executor(work).await?;
    *file = Some(back);
    written
}
