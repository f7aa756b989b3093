//! `learn`: recorded responses become an overlay that makes the document true.

use crate::out::{errln, out, outln};
use crate::runtime::relative;
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

/// The documents of a run and what is laid over them.
struct Subject {
    /// Its overlays are those before the ones that are written.
    document: config::Document,
    recordings: Vec<PathBuf>,
}

/// A document, and the overlay that is written for it.
struct Target {
    /// Which of the documents it is.
    index: usize,
    document: PathBuf,
    overlay: Option<PathBuf>,
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
    let targets = targets(&subject.document, args.output.as_deref());
    let mut known = 0;
    for target in &targets {
        let Some(unknown) = one(args, &subject, target, &responses)? else {
            return Ok(Status::Failed);
        };
        known += responses.count().saturating_sub(unknown);
    }
    let unknown = responses.count().saturating_sub(known);
    if unknown > 0 {
        let responses = report::plural(unknown, "recorded response");
        args.view
            .note(&format!("note: {responses} of a path that no document has"));
    }
    if responses.without() > 0 {
        let requests = report::plural(responses.without(), "request");
        args.view
            .note(&format!("note: {requests} of the recording without a response"));
    }
    Ok(Status::Done)
}

/// The documents of a client, each with its overlay: that of the first is the one that was asked for, those of the others are beside it.
fn targets(settings: &config::Document, output: Option<&Path>) -> Vec<Target> {
    let documents = std::iter::once(&settings.path).chain(&settings.also).enumerate();
    let target = |(index, document): (usize, &Located<PathBuf>)| {
        let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let beside = |output: &Path| output.with_file_name(format!("{}-{}.yaml", stem(output), stem(&document.value)));
        let overlay = output.map(|output| if index == 0 { output.to_owned() } else { beside(output) });
        let document = document.value.clone();
        Target {
            index,
            document,
            overlay,
        }
    };
    documents.map(target).collect()
}

/// Learns what makes one of the documents true: how many responses are of no path of it, or `None` if it cannot be read, which is shown.
fn one(
    args: &Args,
    subject: &Subject,
    target: &Target,
    responses: &Responses,
) -> Result<Option<usize>, Box<dyn std::error::Error>> {
    let output = target.overlay.as_deref();
    let written = match output {
        Some(path) if path.exists() => Some(String::from_utf8(source::read(path)?)?),
        Some(_) | None => None,
    };
    let existing = match (output, written.as_deref()) {
        (Some(path), Some(text)) if args.prune => match pruned(&args.view, subject, target.index, path, text) {
            Some(text) => Some(text),
            None => return Ok(None),
        },
        _ => written,
    };
    let Some((tree, root)) = document(&args.view, subject, target.index, output, existing.as_deref()) else {
        return Ok(None);
    };
    let learned = learn::learn(&tree, root, responses);
    let name = source::display_name(&target.document);
    let title = format!("What servers really send: {name}");
    let directory = output
        .and_then(Path::parent)
        .filter(|directory| !directory.as_os_str().is_empty());
    let extends = match target.index {
        0 => None,
        _ => Some(relative(directory.unwrap_or(Path::new(".")), &target.document)?),
    };
    let text = learned.overlay(existing.as_deref(), &title, extends.as_deref());
    let is_one = subject.document.also.is_empty();
    show(&args.view, &learned, responses, (!is_one).then_some(&name));
    match output {
        Some(_) if learned.is_empty() && existing.is_none() => {}
        Some(path) => {
            let changed = output::write_one(path, &text)?;
            let word = if changed { "written" } else { "unchanged" };
            args.view.note(&format!("{} {word}", source::display_name(path)));
            remind(args, target, path);
        }
        None if learned.is_empty() => {}
        None if target.index > 0 => out!("---\n{text}"),
        None => out!("{text}"),
    }
    Ok(Some(learned.unknown))
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
    let mut document = config.document;
    let written: Vec<PathBuf> = targets(&document, args.output.as_deref())
        .into_iter()
        .filter_map(|target| target.overlay)
        .collect();
    document
        .overlays
        .retain(|overlay| !written.iter().any(|output| same(&overlay.value, output)));
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

/// One of the documents after its overlays and, as its last one, this text; problems are shown.
fn document(
    view: &View,
    subject: &Subject,
    index: usize,
    path: Option<&Path>,
    last: Option<&str>,
) -> Option<(Tree, NodeId)> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
    let found = with_overlay(subject, index, path.zip(last), &mut sources, &mut problems);
    let found = found.map(|(mut tree, root, overlay)| {
        if let Some(overlay) = overlay {
            overlay::apply(&mut tree, &sources, root, overlay, &mut problems);
        }
        (tree, root)
    });
    view.problems_if_any(&sources, &problems);
    found.filter(|_| problems.gate().is_ok())
}

/// One of the documents after its overlays, and another overlay that is not applied.
fn with_overlay(
    subject: &Subject,
    index: usize,
    overlay: Option<(&Path, &str)>,
    sources: &mut SourceMap,
    problems: &mut Diagnostics,
) -> Option<(Tree, NodeId, Option<NodeId>)> {
    let input = Input::Path(subject.document.path.value.clone());
    let (mut tree, roots) = import::documents(sources, &input, &subject.document, problems)?;
    overlay::apply_all(&mut tree, sources, &roots, &subject.document.overlays, problems)?;
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
    Some((tree, *roots.get(index)?, overlay))
}

/// The overlay without what is not needed any more; `None` if something cannot be read.
fn pruned(view: &View, subject: &Subject, index: usize, path: &Path, text: &str) -> Option<String> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::tolerant());
    let read = with_overlay(subject, index, Some((path, text)), &mut sources, &mut problems);
    view.problems_if_any(&sources, &problems);
    let (tree, root, overlay) = read?;
    let (text, count) = learn::prune(&tree, root, overlay?, text);
    errln!(
        "{} taken out: the document does not need them",
        report::plural(count, "learned action")
    );
    Some(text)
}

/// `document`: the name of the document, where there are several.
fn show(view: &View, learned: &learn::Learned, responses: &Responses, document: Option<&String>) {
    let count = report::plural(responses.count(), "recorded response");
    let of = document.map_or_else(String::new, |name| format!("{name}: "));
    view.note(&format!(
        "{of}{} from {count}",
        report::plural(learned.count(), "action")
    ));
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
fn remind(args: &Args, target: &Target, path: &Path) {
    let listed = args
        .settings
        .as_deref()
        .and_then(|path| settings(&args.view, path))
        .is_some_and(|config| {
            let mut overlays = config.document.overlays.iter();
            overlays.any(|overlay| same(&overlay.value, path))
        });
    if !listed {
        let document = source::display_name(&target.document);
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
        let read = with_overlay(&subject, 0, Some((&path.value, &text)), &mut sources, &mut problems);
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
