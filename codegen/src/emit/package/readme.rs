//! `README.md` of the generated package.

use super::example::front_example;
use super::lib_rs::introduction;
use super::manifest::string;
use crate::emit::cx::Cx;

/// `README.md`: the front page, for registries.
pub(crate) fn readme(cx: &Cx<'_>) -> String {
    let package = &cx.plan.package;
    let (name, version) = (&package.name, string(&package.version));
    let mut out = format!("# {name}\n\n");
    for line in introduction(cx) {
        out.push_str(&line);
        out.push('\n');
    }
    out.push_str(&format!("\n```toml\n[dependencies]\n{name} = {version}\n```\n"));
    if let Some(example) = front_example(cx) {
        let example = example.shown();
        out.push_str(&format!("\n## Example\n\n```rust,no_run\n{example}\n```\n"));
    }
    out
}
