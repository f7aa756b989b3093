//! Reads an OpenAPI document and writes a Rust client.
//!
//! [`generate`] is the whole pipeline:
//!
//! ```text
//! bytes -> tree -> overlay -> upgrade -> openapi -> lower -> IR -> passes -> plan -> emit -> output
//! ```
//!
//! A build script uses [`Build`]; the command is in the crate `specwright-cli`.

#![cfg_attr(docsrs, feature(doc_cfg))]
// `tokens::quote!` takes a step for each token.
#![recursion_limit = "512"]

pub mod arena;
pub mod build_script;
pub mod compat;
pub mod config;
pub mod constraints;
pub mod diag;
mod distinct;
pub mod emit;
pub mod import;
pub mod ir;
pub mod learn;
pub mod lower;
pub mod number;
pub mod openapi;
pub mod output;
pub mod overlay;
pub mod pass;
pub mod pattern;
pub mod plan;
pub mod rare;
pub mod share;
mod shared;
pub mod source;
mod stack;
pub mod surface;
mod text;
pub mod tokens;
pub mod tree;
pub mod upgrade;
mod uri;

pub use build_script::{Build, BuildError};

pub use import::Input;
pub use plan::Summary;
pub use text::percent_decode;

use config::Config;
use diag::Diagnostics;
use ir::Api;
use output::{FileSet, Layout};
use shared::Surfaces;
use source::SourceMap;
use surface::Surface;
use tree::{NodeId, Tree};

/// What was generated.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The files, not yet written.
    pub files: FileSet,
    /// What is in them.
    pub summary: Summary,
    /// Its public surface, where the settings ask for it: then it is one of the files, too.
    pub surface: Option<Surface>,
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

/// The public surface of the client that [`generate`] would generate, without printing one.
pub fn surface(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<Surface> {
    stack::with_room(|| {
        let settings = sources.files().count();
        let (api, surfaces) = read(sources, input, config, diags)?;
        let plan = planned(&api, &surfaces, sources, config, diags)?;
        Some(surface::of(&plan, sources, settings, config.lock.file))
    })
}

/// Reports what [`generate`] would report, without printing code. `None` if there is an error.
pub fn lint(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<Summary> {
    stack::with_room(|| {
        let (api, surfaces) = read(sources, input, config, diags)?;
        let plan = planned(&api, &surfaces, sources, config, diags)?;
        finished(diags).map(|()| plan.summary())
    })
}

/// The document as the generator sees it, as YAML: with its overlays, in the shape that [`upgrade`] describes. References to other
/// files stay what they are. Several documents of one client are behind each other, as YAML writes that. `None` if there is an error.
pub fn effective(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<String> {
    stack::with_room(|| {
        let (tree, documents) = documents(sources, input, config, diags)?;
        let texts: Vec<String> = documents
            .iter()
            .map(|(root, _)| tree::print::to_yaml(&tree, *root))
            .collect();
        diags.gate().ok().map(|()| texts.join("---\n"))
    })
}

/// Gives a document to a program that reads it by itself: with its overlays, in the latest shape, the operations that the settings
/// select. `None` if it cannot be read; errors of single schemas are none yet. The work has room on the stack for deep documents.
pub fn with_document<T: Default + Send>(
    sources: &mut SourceMap,
    input: &Input,
    config: &Config,
    diags: &mut Diagnostics,
    work: impl FnOnce(&openapi::document::Document<'_>, &mut Diagnostics) -> T + Send,
) -> Option<T> {
    stack::with_room(|| {
        let (mut tree, documents) = documents(sources, input, config, diags)?;
        openapi::expand(&mut tree, diags);
        let document = joined(&tree, &documents, config, diags)?;
        diags.gate().ok()?;
        Some(work(&document, diags))
    })
}

/// A line for each arrow. A stage that reported an error gives nothing, so nobody builds on it.
fn pipeline(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<Generated> {
    let settings = sources.files().count();
    let (api, surfaces) = read(sources, input, config, diags)?;
    let plan = planned(&api, &surfaces, sources, config, diags)?;
    let mut files = output::print(&emit::files(&plan), diags)?;
    let surface = config.output.surface;
    let surface = surface.then(|| surface::of(&plan, sources, settings, config.lock.file));
    if let (Some(surface), Layout::Crate) = (&surface, config.output.layout) {
        files.insert(surface::FILE, surface.text()).ok()?;
    }
    let files = files.with_headers(&config.output.command);
    let summary = plan.summary();
    finished(diags).map(|()| Generated {
        files,
        summary,
        surface,
    })
}

/// The first half of the pipeline: what the API is, and what the crates have that share types with it.
fn read(sources: &mut SourceMap, input: &Input, config: &Config, diags: &mut Diagnostics) -> Option<(Api, Surfaces)> {
    let (mut tree, documents) = documents(sources, input, config, diags)?;
    let surfaces = Surfaces::read(sources, config, diags);
    let api = decided(&mut tree, &documents, &surfaces, config, diags)?;
    Some((api, surfaces))
}

/// The arrow to the plan. Types of other crates must be what these have.
fn planned<'a>(
    api: &'a Api,
    surfaces: &Surfaces,
    sources: &SourceMap,
    config: &Config,
    diags: &mut Diagnostics,
) -> Option<plan::Plan<'a>> {
    let plan = plan::plan(api, config, diags)?;
    shared::compare(&plan, surfaces, sources, diags);
    diags.gate().ok().map(|()| plan)
}

/// What the API is, of a tree whose references are followed: for programs that have one. Types are shared with no other crate.
pub fn api(tree: &mut Tree, root: NodeId, config: &Config, diags: &mut Diagnostics) -> Option<Api> {
    let documents = latest(tree, &[root], config, diags)?;
    decided(tree, &documents, &Surfaces::default(), config, diags)
}

/// The arrows from a tree in the latest shape.
fn decided(
    tree: &mut Tree,
    documents: &[Versioned],
    surfaces: &Surfaces,
    config: &Config,
    diags: &mut Diagnostics,
) -> Option<Api> {
    openapi::expand(tree, diags);
    let &(_, version) = documents.first()?;
    let mut document = joined(tree, documents, config, diags)?;
    learn::check_examples(&mut document, version, config, diags);
    let mut api = lower::lower(&document, config, diags)?;
    pass::run(&mut api, config, diags);
    surfaces.name(&mut api, diags);
    diags.gate().ok().map(|()| api)
}

/// What the documents say together, as far as the settings select it.
fn joined<'t>(
    tree: &'t Tree,
    documents: &[Versioned],
    config: &Config,
    diags: &mut Diagnostics,
) -> Option<openapi::document::Document<'t>> {
    let read = documents.iter().map(|(root, _)| openapi::read(tree, *root, diags));
    let read = read.collect();
    let mut document = openapi::join(read, diags)?;
    lower::select(&mut document, &config.select, diags);
    Some(document)
}

/// The root of a document, and the version that it was written in.
type Versioned = (NodeId, learn::SpecVersion);

/// The arrows before: a tree in the latest shape, and the documents in it.
fn documents(
    sources: &mut SourceMap,
    input: &Input,
    config: &Config,
    diags: &mut Diagnostics,
) -> Option<(Tree, Vec<Versioned>)> {
    let (mut tree, roots) = import::documents(sources, input, &config.document, diags)?;
    let Some(()) = overlay::apply_all(&mut tree, sources, &roots, &config.document.overlays, diags) else {
        // An overlay fits nothing of what is not an OpenAPI document; that is what has to be said then.
        roots
            .iter()
            .for_each(|&root| _ = upgrade::recognize(&tree, root, diags));
        return None;
    };
    import::follow(
        &mut tree,
        sources,
        &input.loader(&config.document),
        &config.document.locations,
        diags,
    )?;
    let documents = latest(&mut tree, &roots, config, diags)?;
    Some((tree, documents))
}

/// Brings documents into the latest shape; each with the version that it was written in.
fn latest(tree: &mut Tree, roots: &[NodeId], config: &Config, diags: &mut Diagnostics) -> Option<Vec<Versioned>> {
    let versions = roots.iter().map(|&root| (root, learn::examples(tree, root, config)));
    let versions = versions.collect();
    overlay::settle(tree, roots, config, diags);
    for &root in roots {
        upgrade::to_latest(tree, root, diags)?;
    }
    Some(versions)
}

/// Nothing follows, so rules that nothing has needed are idle, which can be an error too.
fn finished(diags: &mut Diagnostics) -> Option<()> {
    diags.report_idle_rules();
    diags.gate().ok()
}
