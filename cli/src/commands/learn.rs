//! `learn`: recorded responses become an overlay that makes the document true.

use crate::out::{out, outln};
use crate::view::View;
use crate::{CommandResult, Status, report};
use specwright::config::{self, Config, Located};
use specwright::diag::Diagnostics;
use specwright::learn::{self, Allowed, Responses};
use specwright::source::{self, SourceMap};
use specwright::tree::{NodeId, Tree};
use specwright::{Input, import, output, overlay};
use std::path::{Path, PathBuf};

/// Write the overlay that makes a document true to what a server really sends
///
/// Compares recorded responses with the document: undocumented statuses and media types, required
/// properties that are missing, values of other types, null, objects without properties. Recordings are
/// JSON lines of `RecordingTransport` (feature `record` of a generated client) or HAR files, of which
/// cookies, credentials and values are dropped. Each action says how many responses need it and is marked
/// with `x-learned`; a second run over the same recordings finds nothing.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The document, unless --settings names it, and the recordings
    #[arg(value_name = "DOC RECORDING", required_unless_present = "settings")]
    pub files: Vec<PathBuf>,
    /// The settings (specwright.toml): their document, after their overlays
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The overlay that is written; what it has already stays. Without it the actions are printed
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Take learned actions out of the overlay that the document does not need any more
    #[arg(long, requires = "output")]
    pub prune: bool,
    /// Where values may be read from HAR bodies, for new values of an enumeration: a JSON pointer as in /items/*/status
    #[arg(long, value_name = "POINTER")]
    pub values: Vec<String>,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// The document of a run and what is laid over it.
struct Subject {
    /// Its overlays are those before the one that is written.
    document: config::Document,
    recordings: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// Returns an error if a recording cannot be read or the overlay cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let Some(subject) = subject(args) else {
        return Ok(Status::Failed);
    };
    if subject.recordings.is_empty() && !args.prune {
        return Err("no recording: name the files to learn from, or --prune".into());
    }
    let responses = recorded(&subject.recordings, &args.values)?;
    let written = match &args.output {
        Some(path) if path.exists() => Some(String::from_utf8(source::read(path)?)?),
        Some(_) | None => None,
    };
    let existing = match (&args.output, written.as_deref()) {
        (Some(path), Some(text)) if args.prune => match pruned(&args.view, &subject, path, text) {
            Some(text) => Some(text),
            None => return Ok(Status::Failed),
        },
        _ => written,
    };
    let Some((tree, root)) = document(&args.view, &subject, args.output.as_deref(), existing.as_deref()) else {
        return Ok(Status::Failed);
    };
    let learned = learn::learn(&tree, root, &responses);
    let title = format!(
        "What servers really send: {}",
        source::display_name(&subject.document.path.value)
    );
    let text = learned.overlay(existing.as_deref(), &title);
    show(&args.view, &learned, &responses);
    match &args.output {
        Some(_) if learned.is_empty() && existing.is_none() => {}
        Some(path) => {
            let changed = output::write_one(path, &text)?;
            let word = if changed { "written" } else { "unchanged" };
            args.view.note(&format!("{} {word}", source::display_name(path)));
            remind(args, &subject, path);
        }
        None if learned.is_empty() => {}
        None => out!("{text}"),
    }
    Ok(Status::Done)
}

/// What to work on; `None` if the settings have errors, which are shown.
fn subject(args: &Args) -> Option<Subject> {
    let mut files = args.files.iter().cloned();
    let config = match &args.settings {
        Some(path) => settings(&args.view, path)?,
        None => {
            let mut config = Config::default();
            config.document.path = files.next().unwrap_or_default().into();
            config
        }
    };
    let output = args.output.as_deref();
    let mut document = config.document;
    document
        .overlays
        .retain(|overlay| output.is_none_or(|output| !same(&overlay.value, output)));
    Some(Subject {
        document,
        recordings: files.collect(),
    })
}

fn same(left: &Path, right: &Path) -> bool {
    match (left.canonicalize(), right.canonicalize()) {
        (Ok(left), Ok(right)) => left == right,
        _ => left == right,
    }
}

fn settings(view: &View, path: &Path) -> Option<Config> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let config = config::read(&mut sources, path, &mut problems);
    view.problems_if_any(&sources, &problems);
    problems.gate().is_ok().then_some(config)
}

fn recorded(files: &[PathBuf], values: &[String]) -> Result<Responses, Box<dyn std::error::Error>> {
    let allowed = Allowed::new(values);
    let mut responses = Responses::default();
    for path in files {
        let name = source::display_name(path);
        let bytes = source::read(path).map_err(|error| format!("{name}: {error}"))?;
        let text = source::decode(bytes).map_err(|_| format!("{name}: it is not UTF-8"))?;
        responses
            .read(&text, &allowed)
            .map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(responses)
}

/// The document after its overlays and, as its last one, this text; problems are shown.
fn document(view: &View, subject: &Subject, path: Option<&Path>, last: Option<&str>) -> Option<(Tree, NodeId)> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
    let found = with_overlay(subject, path.zip(last), &mut sources, &mut problems);
    let found = found.map(|(mut tree, root, overlay)| {
        if let Some(overlay) = overlay {
            overlay::apply(&mut tree, &sources, root, overlay, &mut problems);
        }
        (tree, root)
    });
    view.problems_if_any(&sources, &problems);
    found.filter(|_| problems.gate().is_ok())
}

/// The document after its overlays, and another overlay that is not applied.
fn with_overlay(
    subject: &Subject,
    overlay: Option<(&Path, &str)>,
    sources: &mut SourceMap,
    problems: &mut Diagnostics,
) -> Option<(Tree, NodeId, Option<NodeId>)> {
    let input = Input::Path(subject.document.path.value.clone());
    let (mut tree, root) = import::document(sources, &input, &subject.document, problems)?;
    overlay::apply_all(&mut tree, sources, &[root], &subject.document.overlays, problems)?;
    let document = &subject.document;
    import::follow(
        &mut tree,
        sources,
        &input.loader(document),
        &document.locations,
        problems,
    )?;
    let overlay = match overlay {
        Some((path, text)) => Some(import::read_text(&mut tree, sources, path, text, problems)?),
        None => None,
    };
    Some((tree, root, overlay))
}

/// The overlay without what is not needed any more; `None` if something cannot be read.
fn pruned(view: &View, subject: &Subject, path: &Path, text: &str) -> Option<String> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
    let read = with_overlay(subject, Some((path, text)), &mut sources, &mut problems);
    view.problems_if_any(&sources, &problems);
    let (tree, root, overlay) = read?;
    let (text, count) = learn::prune(&tree, root, overlay?, text);
    eprintln!(
        "{} taken out: the document does not need them",
        report::plural(count, "learned action")
    );
    Some(text)
}

fn show(view: &View, learned: &learn::Learned, responses: &Responses) {
    let count = report::plural(responses.count(), "recorded response");
    view.note(&format!("{} from {count}", report::plural(learned.count(), "action")));
    let mut descriptions: Vec<&str> = learned.descriptions().collect();
    // Two actions can be one change.
    descriptions.dedup();
    descriptions
        .iter()
        .for_each(|description| view.note(&format!("  {description}")));
    learned
        .notes
        .iter()
        .for_each(|note| view.note(&format!("note: {note}")));
}

/// An overlay that the settings do not list has no effect.
fn remind(args: &Args, subject: &Subject, path: &Path) {
    let listed = args
        .settings
        .as_deref()
        .and_then(|path| settings(&args.view, path))
        .is_some_and(|config| {
            let mut overlays = config.document.overlays.iter();
            overlays.any(|overlay| same(&overlay.value, path))
        });
    if !listed {
        let document = source::display_name(&subject.document.path.value);
        let path = source::display_name(path);
        args.view.note(&format!(
            "note: list {path} under `document.overlays` in the settings of {document}: it applies from then on"
        ));
    }
}

/// Says which learned actions of the settings' overlays are still in use, and which are needless. For `import`, after which the
/// document is another one.
pub fn list_in_use(document: &Path, overlays: &[Located<PathBuf>]) {
    for (index, path) in overlays.iter().enumerate() {
        let subject = Subject {
            document: config::Document {
                path: document.to_path_buf().into(),
                overlays: overlays[..index].to_vec(),
                ..config::Document::default()
            },
            recordings: Vec::new(),
        };
        // What is wrong with them `generate` says.
        let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
        let text = source::read(&path.value)
            .ok()
            .and_then(|bytes| source::decode(bytes).ok());
        let Some(text) = text else { continue };
        let read = with_overlay(&subject, Some((&path.value, &text)), &mut sources, &mut problems);
        let Some((tree, root, Some(overlay))) = read else {
            continue;
        };
        let listed = learn::still_needed(&tree, root, overlay);
        let name = source::display_name(&path.value);
        for action in &listed {
            let word = if action.needed {
                "in use"
            } else {
                "needless: `learn --prune`"
            };
            outln!("{name}: {} ({}), {word}", action.description, action.target);
        }
    }
}
