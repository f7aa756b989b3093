//! The fenced code blocks of our Markdown pages (CommonMark, section 4.5), for the tests that prove them.

/// A fenced code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The line of its fence, counted from 1.
    pub line: usize,
    /// What is behind the fence: `rust,no_run`.
    pub info: String,
    /// The comment on the line before the fence: `quick start: build manifest`.
    pub marker: Option<String>,
    /// What is inside, each line with its end.
    pub text: String,
}

impl Block {
    /// The language: `rust` of `rust,no_run`.
    pub fn language(&self) -> &str {
        self.info.split([',', ' ']).next().unwrap_or_default()
    }
}

/// All fenced code blocks of a page.
///
/// # Errors
/// A block that is not closed.
pub fn blocks(page: &str) -> Result<Vec<Block>, String> {
    let mut blocks = Vec::new();
    let mut before = "";
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let mut text = String::new();
            loop {
                match lines.next() {
                    Some((_, "```")) => break,
                    Some((_, line)) => text.extend([line, "\n"]),
                    None => return Err(format!("the block in line {} is not closed", number + 1)),
                }
            }
            let marker = before.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
            blocks.push(Block {
                line: number + 1,
                info: info.trim().to_owned(),
                marker: marker.map(str::to_owned),
                text,
            });
        }
        if !line.trim().is_empty() {
            before = line;
        }
    }
    Ok(blocks)
}

/// The block with that marker, which must be there once.
///
/// # Errors
/// There is none, or there are several.
pub fn marked(page: &str, marker: &str) -> Result<Block, String> {
    let mut found = blocks(page)?;
    found.retain(|block| block.marker.as_deref() == Some(marker));
    match (found.pop(), found.pop()) {
        (Some(block), None) => Ok(block),
        (Some(_), Some(_)) => Err(format!("there are several blocks `{marker}`")),
        (None, _) => Err(format!("there is no block `{marker}`")),
    }
}

/// Commands of a shell block: lines without comments, continued lines put together.
pub fn commands(text: &str) -> Vec<String> {
    let joined = text.replace("\\\n", " ");
    let commands = joined.lines().map(|line| match line.split_once(" #") {
        Some((command, _)) => command.trim().to_owned(),
        None => line.trim().to_owned(),
    });
    commands
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

/// Commands of that program which a page quotes within its text: `cargo xtask e2e`.
pub fn quoted<'a>(page: &'a str, program: &str) -> Vec<&'a str> {
    let quotes = page.split('`').skip(1).step_by(2);
    quotes.filter(|quote| quote.starts_with(program)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "a\n\n<!-- one -->\n```sh\nx # y\n# z\n```\n\n```\n```rust\n```\nsay `go home` or `stay`\n";

    #[test]
    fn blocks_have_their_lines_languages_and_markers() {
        let blocks = blocks(PAGE).expect("closed blocks");
        let facts = |block: &Block| (block.line, block.language().to_owned(), block.marker.clone());
        let facts: Vec<_> = blocks.iter().map(facts).collect();
        assert_eq!(
            facts,
            [(4, "sh".to_owned(), Some("one".to_owned())), (9, String::new(), None)]
        );
        assert_eq!(commands(&blocks[0].text), ["x"]);
        assert_eq!(blocks[1].text, "```rust\n");
        assert!(marked(PAGE, "one").is_ok() && marked(PAGE, "two").is_err());
        assert!(super::blocks("```sh\n").is_err());
    }

    #[test]
    fn commands_within_text_are_found() {
        assert_eq!(quoted("say `go home` or `stay`", "go "), ["go home"]);
    }
}
