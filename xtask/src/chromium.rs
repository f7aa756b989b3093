//! Chromium without a window: it opens a page and prints what the page reports.

use specwright_cli::{CommandResult, Status};
use std::path::Path;
use std::process::Command;

/// What Chromium is called.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Options of a browser without a window, which asks for nothing.
const HEADLESS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--dump-dom",
];

/// What Chromium is called here, if there is one.
pub fn find() -> Option<&'static str> {
    let mut names = NAMES.into_iter();
    names.find(|name| Command::new(name).arg("--version").output().is_ok())
}

/// Opens a page, and prints what it reports in an element `<pre id="report">`: lines that begin with `ok: ` or `wrong: `, and `end`.
/// `directory` is for what the browser keeps.
///
/// # Errors
/// The page reports nothing.
pub fn report(browser: &str, url: &str, directory: &Path) -> CommandResult {
    let output = Command::new(browser)
        .args(HEADLESS)
        .arg(format!("--user-data-dir={}", directory.display()))
        .arg(url)
        .output()?;
    let shown = String::from_utf8_lossy(&output.stdout);
    let report = shown
        .split_once("<pre id=\"report\">")
        .and_then(|(_, rest)| rest.split_once("</pre>"));
    let Some((report, _)) = report else {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{browser} did not use the page: {said}").into());
    };
    println!("{}", report.trim_end());
    let is_right = report.ends_with("end\n") && !report.contains("wrong: ");
    Ok(Status::done_if(is_right))
}
