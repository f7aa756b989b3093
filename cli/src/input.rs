//! Documents as they are typed: files, standard input, and what is neither.

use specwright::{Input, source};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The name of standard input.
const STDIN: &str = "-";

/// Takes a path of a document. A URL is refused with the command that downloads it, since nothing is fetched while generating.
///
/// # Errors
/// Returns what to do in place of a URL.
pub fn path(text: &str) -> Result<PathBuf, String> {
    let is_url = ["http://", "https://", "ftp://"]
        .iter()
        .any(|scheme| text.to_ascii_lowercase().starts_with(scheme));
    match is_url {
        true => Err(format!(
            "nothing is fetched from the network: download it first, with `curl -fsSL {} -o {}`",
            quoted(text),
            file_name(text)
        )),
        false => Ok(PathBuf::from(text)),
    }
}

/// The document at a path; `-` is read from standard input, and is called `stdin` in messages.
///
/// # Errors
/// Returns an error if standard input cannot be read, or is neither UTF-8 nor UTF-16.
pub fn document(path: &Path) -> io::Result<Input> {
    if path != Path::new(STDIN) {
        return Ok(Input::Path(path.to_path_buf()));
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let text = source::decode(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?;
    let name = name(path);
    Ok(Input::Text { name, text })
}

/// What messages call the document at a path.
pub fn name(path: &Path) -> String {
    match path == Path::new(STDIN) {
        true => "stdin".to_owned(),
        false => source::display_name(path),
    }
}

/// What to call the file of a URL: its last segment if that is a plain name of a document.
fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let last = path.rsplit('/').next().unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let has_extension = [".json", ".yaml", ".yml", ".md"]
        .iter()
        .any(|extension| last.ends_with(extension));
    match has_extension && last.bytes().all(plain) && !last.starts_with(['-', '.']) {
        true => last,
        false => "openapi.yaml",
    }
}

/// As one word of a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_refused_with_the_command_that_downloads_it() {
        let refused = |url| path(url).expect_err("a URL");
        assert!(
            refused("https://a.example/v1/pets.json?x=1")
                .ends_with("`curl -fsSL 'https://a.example/v1/pets.json?x=1' -o pets.json`")
        );
        assert!(refused("HTTP://a.example/it's").ends_with("`curl -fsSL 'HTTP://a.example/it'\\''s' -o openapi.yaml`"));
        assert!(refused("https://a.example/-x.json").ends_with("-o openapi.yaml`"));
        assert_eq!(path("https.yaml"), Ok(PathBuf::from("https.yaml")));
    }
}
