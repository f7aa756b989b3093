//! The OpenAPI blocks of a Markdown page: fenced code blocks (CommonMark section 4.5) whose info string names the
//! document they are taken from.
//!
//! Documentation sites publish each operation as a page with such a block:
//! ` ````yaml api-reference/pets/openapi.json POST /pets `, that is language, source file, method and path.

use std::ops::Range;

/// A block that holds an OpenAPI document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The first word of the info string: `yaml` or `json`.
    pub language: String,
    /// The document that the block is an excerpt of, such as `api-reference/pets/openapi.json`.
    pub source: Option<String>,
    /// The method, or `WEBHOOK`.
    pub method: Option<String>,
    /// The path, or the name of the webhook.
    pub path: Option<String>,
    /// The bytes of the info string in the page.
    pub info: Range<usize>,
    /// The bytes between the fences in the page.
    pub text: Range<usize>,
    /// Whether the closing fence exists.
    pub closed: bool,
}

/// What a page says that it is about: a document, an operation of it, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The document, such as `/api-reference/pets/openapi.json`.
    pub source: Option<String>,
    /// The method, or `WEBHOOK`.
    pub method: Option<String>,
    /// The path, or the name of the webhook.
    pub path: Option<String>,
}

impl Named {
    /// Reads what an info string says behind the language, and front matter as `openapi`: `openapi.json GET /pets`.
    pub fn parse(text: &str) -> Named {
        let mut words = text.split_whitespace().map(str::to_owned).peekable();
        let is_method = |word: &String| word.chars().all(|char| char.is_ascii_alphabetic());
        let source = words.next_if(|word| !is_method(word));
        let method = words.next();
        let path: Vec<String> = words.collect();
        Named {
            source,
            method,
            path: (!path.is_empty()).then(|| path.join(" ")),
        }
    }
}

/// The bytes of the front matter of a page: YAML between two lines `---`, of which the first is the first of the page.
pub fn front_matter(page: &str) -> Option<Range<usize>> {
    let mut lines = page.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut end = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Some(first.len()..end);
        }
        end += line.len();
    }
    None
}

/// The OpenAPI blocks of a page, in order. Other code blocks are passed over.
///
/// # Example
/// ```
/// let page = "# Pets\n\n````yaml pets.json GET /pets\nopenapi: 3.1.0\n````\n";
/// let blocks = specwright::import::markdown::blocks(page);
/// assert_eq!(blocks[0].path.as_deref(), Some("/pets"));
/// assert_eq!(&page[blocks[0].text.clone()], "openapi: 3.1.0\n");
/// ```
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(Fence<'_>, Block)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let end = at + line.len();
        match &mut open {
            Some((fence, block)) => {
                if fence.closes(line) {
                    block.closed = true;
                    blocks.extend(open.take().map(|(_, block)| block));
                } else {
                    block.text.end = end;
                }
            }
            None => {
                open = Fence::parse(line).map(|fence| {
                    let block = block(&fence, at + fence.info_at, end);
                    (fence, block)
                });
            }
        }
        at = end;
    }
    // A block without an end reaches to the end of the page.
    blocks.extend(open.map(|(_, block)| block));
    blocks.retain(|block| is_openapi(block, page.get(block.text.clone()).unwrap_or("")));
    blocks
}

struct Fence<'p> {
    mark: char,
    length: usize,
    info: &'p str,
    info_at: usize,
}

impl<'p> Fence<'p> {
    fn parse(line: &'p str) -> Option<Fence<'p>> {
        let (mark, length, rest) = Fence::marks(line)?;
        let info = rest.trim();
        if mark == '`' && info.contains('`') {
            return None;
        }
        let info_at = line.len() - rest.trim_start().len();
        Some(Fence {
            mark,
            length,
            info,
            info_at,
        })
    }

    fn marks(line: &str) -> Option<(char, usize, &str)> {
        let unindented = line.trim_start_matches(' ');
        let mark = unindented.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
        let rest = unindented.trim_start_matches(mark);
        let length = unindented.len() - rest.len();
        (length >= 3 && line.len() - unindented.len() <= 3).then_some((mark, length, rest))
    }

    fn closes(&self, line: &str) -> bool {
        Fence::marks(line)
            .is_some_and(|(mark, length, rest)| mark == self.mark && length >= self.length && rest.trim().is_empty())
    }
}

fn block(fence: &Fence<'_>, info_at: usize, text_at: usize) -> Block {
    let (language, rest) = fence.info.split_once(char::is_whitespace).unwrap_or((fence.info, ""));
    let Named { source, method, path } = Named::parse(rest);
    Block {
        language: language.to_owned(),
        source,
        method,
        path,
        info: info_at..info_at + fence.info.len(),
        text: text_at..text_at,
        closed: false,
    }
}

fn is_openapi(block: &Block, text: &str) -> bool {
    let language = block.language.to_ascii_lowercase();
    if !matches!(language.as_str(), "yaml" | "yml" | "json") {
        return false;
    }
    let is_file = |name: &str| [".json", ".yaml", ".yml"].iter().any(|end| name.ends_with(end));
    let text = text.trim_start();
    let begins = [
        "openapi:",
        "swagger:",
        "'openapi'",
        "\"openapi\"",
        "'swagger'",
        "\"swagger\"",
    ];
    block.source.as_deref().is_some_and(is_file)
        || begins.iter().any(|begin| text.starts_with(begin))
        || text
            .strip_prefix('{')
            .is_some_and(|rest| begins.iter().any(|begin| rest.trim_start().starts_with(begin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_may_hold_shorter_fences() {
        let page = "````yaml a.json POST /x y\nopenapi: 3.1.0\n```\n````\n~~~yaml b.yaml\nx\n~~~~ \n```rust\nfn\n```";
        let found = blocks(page);
        assert_eq!(found.len(), 2);
        assert_eq!(&page[found[0].text.clone()], "openapi: 3.1.0\n```\n");
        assert_eq!(&page[found[0].info.clone()], "yaml a.json POST /x y");
        assert_eq!(found[0].path.as_deref(), Some("/x y"));
        assert_eq!(found[0].method.as_deref(), Some("POST"));
        assert_eq!(found[1].source.as_deref(), Some("b.yaml"));
        assert_eq!(&page[found[1].text.clone()], "x\n");
    }

    #[test]
    fn a_block_is_known_by_its_info_or_its_first_key() {
        assert_eq!(blocks("```yaml\nopenapi: 3.0.0\n```").len(), 1);
        assert_eq!(blocks("```json\n{ \"swagger\": \"2.0\" }\n```").len(), 1);
        assert_eq!(
            blocks("```yaml\nname: x\n```\n```text a.json\nx\n```\n    ```yaml a.json\n").len(),
            0
        );
    }

    #[test]
    fn front_matter_is_between_two_lines_at_the_beginning() {
        let page = "---\ntitle: Pets\nopenapi: a.json GET /pets\n---\n# Pets\n";
        let found = front_matter(page).and_then(|range| page.get(range));
        assert_eq!(found, Some("title: Pets\nopenapi: a.json GET /pets\n"));
        assert_eq!(front_matter("# Pets\n---\na\n---\n"), None);
        assert_eq!(front_matter("---\nnot closed\n"), None);
    }

    #[test]
    fn a_page_may_name_an_operation_without_a_document() {
        let named = Named::parse("GET /pets");
        assert_eq!((named.source, named.method.as_deref()), (None, Some("GET")));
        let named = Named::parse("/api/pets.json webhook petCreated");
        assert_eq!(named.source.as_deref(), Some("/api/pets.json"));
        assert_eq!(named.path.as_deref(), Some("petCreated"));
    }

    #[test]
    fn an_open_fence_reaches_to_the_end() {
        let found = blocks("```yaml a.json\r\nopenapi: 3.1.0\r\n");
        assert!(!found[0].closed);
        assert_eq!(found[0].text, 16..32);
    }
}
