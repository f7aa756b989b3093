//! Reads an OpenAPI document and writes a Rust client.
//!
//! [`generate`] is the whole pipeline, a step a line:
//!
//! ```text
//! bytes -> tree -> overlay -> upgrade -> openapi -> lower -> IR -> passes -> plan -> emit -> output
//! ```

pub mod arena;
pub mod build_script;
pub mod config;
pub mod diag;
pub mod emit;
pub mod import;
pub mod ir;
pub mod lower;
pub mod number;
pub mod openapi;
pub mod output;
pub mod overlay;
pub mod pass;
pub mod pattern;
pub mod plan;
pub mod source;
mod stack;
mod text;
pub mod tree;
pub mod upgrade;

pub use build_script::{Build, BuildError};

use config::Config;
use diag::{Diagnostics, Problem};
use output::FileSet;
use source::{DiskLoader, SourceMap};
use std::path::{Path, PathBuf};
use tree::{NodeId, Tree};

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file: JSON, YAML, or a Markdown page with an OpenAPI block.
    Path(PathBuf),
    /// Text in memory, and what diagnostics call it.
    Text {
        /// The name of the document.
        name: String,
        /// Its text.
        text: String,
    },
}

/// Documents of OpenAPI 3.0 that are built in memory. What `openapiv3` cannot hold, such as siblings of `$ref`, is not in
/// them; a file is better read from its path.
#[cfg(feature = "openapiv3")]
impl From<openapiv3::OpenAPI> for Input {
    fn from(document: openapiv3::OpenAPI) -> Input {
        Input::Text {
            name: "openapi.json".to_owned(),
            // Maps with string keys always are JSON. If one were not, the empty document would be reported.
            text: serde_json::to_string(&document).unwrap_or_default(),
        }
    }
}

/// What was generated.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The files, not yet written.
    pub files: FileSet,
    /// What is in them.
    pub summary: Summary,
}

/// What the generated client has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// Operations.
    pub operations: usize,
    /// Named types.
    pub types: usize,
    /// Examples of the document that are tests of the package.
    pub examples: usize,
    /// Examples that contradict their own schema, so that they are no tests.
    pub contradicting_examples: usize,
}

/// Generates a client. Everything that is wrong is in `diags`; with an error there is no result.
///
/// ```
/// use specwright::{Input, config::Config, diag::Diagnostics, generate, source::SourceMap};
///
/// let text = "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\npaths:\n  /pets:\n    get: {operationId: listPets, responses: {'204': {description: none}}}\n";
/// let input = Input::Text { name: "pets.yaml".into(), text: text.into() };
/// let mut diags = Diagnostics::new();
/// let generated = generate(&mut SourceMap::new(), &input, &Config::default(), &mut diags).expect("no errors");
/// assert!(generated.files.get("src/client.rs").is_some_and(|client| client.contains("pub fn list_pets(&self)")));
/// ```
pub fn generate(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<Generated> {
    stack::with_room(|| pipeline(sources, input, config, diags))
}

fn pipeline(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<Generated> {
    let (mut tree, root) = read(sources, input, config, diags)?;
    diags.gate().ok()?;
    upgrade::to_latest(&mut tree, root, diags)?;
    diags.gate().ok()?;
    let mut api = lower::lower(&tree, root, config, diags);
    diags.gate().ok()?;
    pass::run(&mut api, diags);
    let plan = plan::plan(&api, config, diags);
    diags.gate().ok()?;
    let files = print(&plan, config, diags)?;
    Some(Generated {
        files: files.with_headers(&config.output.command),
        summary: summary(&plan),
    })
}

/// Reads the document, applies the overlays, and reads what the result refers to.
fn read(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<(Tree, NodeId)> {
    let mut tree = Tree::new();
    let loader = match input {
        Input::Path(path) => loader_of(path),
        Input::Text { .. } => DiskLoader::new("."),
    };
    let root = match input {
        Input::Path(path) => {
            let setting = Some(&config.document.path).filter(|setting| setting.value == *path);
            let named = place(setting.and_then(|setting| setting.span));
            import::read_named(&mut tree, sources, &loader, path, &named, diags)?
        }
        Input::Text { name, text } => import::read_text(&mut tree, sources, Path::new(name), text, diags)?,
    };
    for setting in &config.document.overlays {
        let (path, named) = (&setting.value, place(setting.span));
        let overlay = import::read_named(&mut tree, sources, &loader_of(path), path, &named, diags)?;
        overlay::apply(&mut tree, sources, root, overlay, diags);
    }
    if diags.gate().is_err() {
        // An overlay fits nothing of what is no OpenAPI document; that is what has to be said then.
        upgrade::recognize(&tree, root, diags);
        return None;
    }
    import::follow(&mut tree, sources, &loader, diags);
    Some((tree, root))
}

/// Where a setting stands, if it was read from a file.
fn place(span: Option<source::Span>) -> diag::Location {
    span.map(diag::Location::from).unwrap_or_default()
}

/// References stay in or below the folder of the document.
fn loader_of(path: &Path) -> DiskLoader {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    DiskLoader::new(folder.unwrap_or(Path::new(".")))
}

/// Prints a plan in the layout of the settings.
fn print(plan: &plan::Plan<'_>, config: &Config, diags: &mut Diagnostics) -> Option<FileSet> {
    let root = emit::layout::tree(plan);
    let printed = match config.output.layout {
        config::Layout::Crate => print_package(plan, &root, config),
        config::Layout::File => output::print_all(&[()], |()| ("client.rs".to_owned(), emit::single(plan, &root))),
    };
    match printed {
        Ok(files) => Some(files),
        Err(error) => {
            // Emitters are total, so this is a defect of the generator; it must not look like a defect of the document.
            diags.push(
                Problem::Unprintable {
                    reason: error.to_string(),
                },
                diag::Location::default(),
            );
            None
        }
    }
}

fn print_package(
    plan: &plan::Plan<'_>,
    root: &emit::layout::Node,
    config: &Config,
) -> Result<FileSet, output::PrintError> {
    let sources = emit::files(root);
    let mut files = output::print_all(&sources, |file| (file.path.clone(), emit::file(plan, file)))?;
    let texts = [
        ("Cargo.toml", emit::cargo_toml(plan, &runtime(config))),
        ("README.md", emit::readme(plan)),
    ];
    for (path, text) in texts {
        files.insert(path, text).map_err(output::PrintError::UnsafePath)?;
    }
    if !plan.package.examples.is_empty() {
        let tests = output::print_all(&[()], |()| ("tests/examples.rs".to_owned(), emit::example_tests(plan)))?;
        files.extend(tests);
    }
    Ok(files)
}

/// The requirement of the runtime crate, as TOML. It has the version of the generator.
fn runtime(config: &Config) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match &config.package.runtime {
        Some(path) => format!("{{ path = {path:?}, version = \"{version}\", default-features = false }}"),
        None => format!("{{ version = \"{version}\", default-features = false }}"),
    }
}

fn summary(plan: &plan::Plan<'_>) -> Summary {
    Summary {
        title: plan.api.info.title.clone(),
        version: plan.api.info.version.clone(),
        operations: plan.operations.len(),
        types: plan.types.iter().count(),
        examples: plan.package.examples.len(),
        contradicting_examples: plan.package.examples.contradicting,
    }
}
