//! `README.md` of the generated package.

use super::defaults::defaults;
use super::example::{front_example, other_examples};
use super::lib_rs::introduction;
use super::manifest::string;
use super::sections::{MANY, operation_list, sections};
use crate::emit::cx::Cx;
use crate::emit::mocks;

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
    let operations = operation_list(cx.plan);
    if !operations.is_empty() {
        out.push_str(&format!("\n## Operations\n\n{}\n", operations.join("\n")));
    }
    let others = other_examples(cx).filter(|_| cx.plan.operations.len() <= MANY);
    if let Some(examples) = others {
        out.push_str(&format!(
            "\nMore calls, with the document's own examples:\n\n```rust,no_run\n{examples}\n```\n"
        ));
    }
    for (heading, text) in defaults(cx.plan).into_iter().chain(sections(cx.plan)) {
        out.push_str(&format!("\n## {heading}\n\n{}\n", text.join("\n")));
    }
    if !cx.plan.operations.is_empty() {
        out.push_str(&errors(package.lib_name().as_ref()));
    }
    out.push_str(TRANSPORTS);
    if let Some(example) = mocks::example(cx.plan).filter(|_| package.mocks) {
        out.push_str(&format!(
            "
## Testing

With the feature `mock`, which is for `[dev-dependencies]`, a program is tested without a network and without waiting:

```rust,no_run
{example}
```

{}
",
            mocks::SAID
        ));
    }
    out
}

/// How an error type of the caller takes the errors of all operations.
fn errors(krate: &str) -> String {
    format!(
        "
## Errors

The failures of each operation are an enumeration. `?` turns the errors of all of them into `{krate}::Error`,
and into an error type of your own with one conversion:

```rust
#[derive(Debug)]
enum MyError {{
    Api({krate}::Error),
}}

impl<E: Clone + Send + Sync + 'static> From<{krate}::Error<E>> for MyError {{
    fn from(error: {krate}::Error<E>) -> Self {{
        Self::Api(error.into_untyped())
    }}
}}
```
"
    )
}

/// What every client says of its transports.
const TRANSPORTS: &str = "
## Transports

The features `reqwest` and `rustls` are on by default: asynchronous calls, and TLS with ring. `rustls-aws-lc` and `native-tls`
are other ways of TLS, `http2` adds HTTP/2. With `blocking` every call also has `wait()`, for programs that are not
asynchronous.

A reqwest client of your own needs a crypto provider, since `rustls` builds reqwest without one: `Client::builder()` makes ring
the provider of the process if there is none. Where a reqwest client is built before that, use `rustls-aws-lc` in place of
`rustls`.
";
