//! `playground`: the generator as one page, which needs no server, and a look at it in a browser.

use crate::{chromium, project};
use specwright::source;
use specwright_cli::{CommandResult, Status};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the parts of the page are.
const PARTS: &str = "playground/page";
/// Where the page is written.
const PAGE: &str = "target/playground/index.html";
/// Bytes of stack of the generator: documents are nested.
const STACK: usize = 16 << 20;

/// Build the playground: one page with the generator in it, target/playground/index.html
///
/// A document that is dropped into the page is read there, by the generator as WebAssembly: its
/// problems, its client and its surface are shown. The page needs no server, and sends nothing.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Use the page in Chromium, without a window; skipped where there is no Chromium
    #[arg(long)]
    check: bool,
}

/// Builds the page.
///
/// # Errors
/// What cannot be built, read or written.
pub fn run(args: &Args) -> CommandResult {
    project::enter_root()?;
    let page = page(&source::read(&build()?)?)?;
    let path = Path::new(PAGE);
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, &page)?;
    let size = page.len() as f64 / 1e6;
    println!("{PAGE}: {size:.1} MB, opened by any browser");
    match args.check {
        true => check(&page),
        false => Ok(Status::Done),
    }
}

/// Builds the generator for the page.
fn build() -> Result<PathBuf, Box<dyn Error>> {
    project::has_wasm()?;
    let stack = format!("link-arg=-zstack-size={STACK}");
    let status = project::cargo()
        .args([
            "rustc",
            "--locked",
            "--package",
            "specwright-playground",
            "--lib",
            "--crate-type",
            "cdylib",
        ])
        .args(["--profile", "page", "--target", project::WASM, "--", "-C", &stack])
        .status()?;
    match status.success() {
        true => Ok(Path::new("target")
            .join(project::WASM)
            .join("page/specwright_playground.wasm")),
        false => Err("the generator could not be built for the page".into()),
    }
}

/// The page with its parts in their places.
fn page(generator: &[u8]) -> Result<String, Box<dyn Error>> {
    let part = |name: &str| fs::read_to_string(Path::new(PARTS).join(name));
    let frame = part("index.html")?;
    let parts = [
        ("/* {style} */", part("style.css")?),
        ("{sample}", part("sample.yaml")?),
        ("{generator}", base64(generator)),
        ("{worker}", part("worker.js")?),
        ("// {script}", part("page.js")?),
    ];
    let mut page = String::new();
    let mut rest = frame.as_str();
    for (place, text) in &parts {
        let (before, after) = rest
            .split_once(place)
            .ok_or_else(|| format!("the page has no {place}"))?;
        page.push_str(before);
        page.push_str(text);
        rest = after;
    }
    Ok(page + rest)
}

/// RFC 4648 section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0usize, |bits, at| {
            bits << 8 | usize::from(three.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            text.push(match at <= three.len() {
                true => char::from(DIGITS[bits >> (18 - 6 * at) & 63]),
                false => '=',
            });
        }
    }
    text
}

/// Uses the page in a browser.
fn check(page: &str) -> CommandResult {
    let Some(browser) = chromium::find() else {
        println!("skipped: there is no Chromium to use the page in");
        return Ok(Status::Done);
    };
    let directory = std::path::absolute("target/playground")?;
    let script = fs::read_to_string(Path::new(PARTS).join("check.js"))?;
    let used = page.replace("</body>", &format!("<script>\n{script}</script>\n</body>"));
    let path = directory.join("check.html");
    fs::write(&path, used)?;
    chromium::report(
        browser,
        &format!("file://{}", path.display()),
        &directory.join("browser"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_standard_shows() {
        let examples = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(
            examples,
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
        );
    }

    #[test]
    fn the_page_is_one_file_that_fetches_nothing() {
        project::enter_root().expect("the workspace");
        let page = page(b"\0asm").expect("a page");
        for outside in [
            "src=\"",
            "href=\"http",
            "http-equiv=\"refresh\"",
            "@import",
            "fetch(",
            "XMLHttpRequest",
        ] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("default-src 'none'") && page.contains(">AGFzbQ==<"));
        assert_eq!(page.matches("</script>").count(), 4, "no part ends its element early");
    }
}
