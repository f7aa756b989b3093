//! Learning: recordings beside documents in `tests/cases/learn`, and the overlays that make these documents true.

mod common;

use specwright::config::{Config, ResponseExamples};
use specwright::diag::{Diagnostics, Severity, Style};
use specwright::learn::{Allowed, Learned, Responses, learn, prune, still_needed};
use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::{NodeId, Tree};
use specwright::{Input, import, overlay};
use std::path::{Path, PathBuf};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/learn")
}

/// The document after an overlay.
struct Read {
    tree: Tree,
    root: NodeId,
    overlay: Option<NodeId>,
    problems: String,
}

fn read(document: &str, overlay: Option<&str>, apply: bool) -> Read {
    let (mut sources, mut diags, mut tree) = (SourceMap::new(), Diagnostics::new(), Tree::new());
    let path = Path::new("openapi.yaml");
    let root = import::read_text(&mut tree, &mut sources, path, document, &mut diags).expect("a document");
    let overlay = overlay.map(|text| {
        import::read_text(&mut tree, &mut sources, Path::new("overlay.yaml"), text, &mut diags).expect("an overlay")
    });
    if let Some(overlay) = overlay.filter(|_| apply) {
        overlay::apply(&mut tree, &sources, root, overlay, &mut diags);
    }
    import::follow(
        &mut tree,
        &mut sources,
        &DiskLoader::new("."),
        &Default::default(),
        &mut diags,
    );
    let problems = diags.render(&sources, Style::Plain);
    Read {
        tree,
        root,
        overlay,
        problems,
    }
}

fn responses(recording: &str, allowed: &[&str]) -> Responses {
    let allowed: Vec<String> = allowed.iter().map(|pointer| (*pointer).to_owned()).collect();
    let mut responses = Responses::default();
    responses.read(recording, &Allowed::new(&allowed)).expect("a recording");
    responses
}

fn learned(document: &str, overlay: Option<&str>, responses: &Responses) -> Learned {
    let read = read(document, overlay, true);
    assert_eq!(read.problems, "", "{overlay:?}");
    learn(&read.tree, read.root, responses)
}

/// Learns from the recording of a case, asserts what is always true of an overlay, and returns it with the notes.
fn case(name: &str, recording: &str) -> String {
    let file = |name: &str, file: &str| {
        let path = cases().join(name).join(file);
        String::from_utf8(specwright::source::read(&path).expect("a file")).expect("UTF-8")
    };
    let (document, recording) = (file(name, "openapi.yaml"), file(name, recording));
    let responses = responses(&recording, &[]);
    let first = learned(&document, None, &responses);
    let overlay = first.overlay(None, "Learned", None);
    let again = learned(&document, Some(&overlay), &responses);
    assert!(
        again.is_empty(),
        "a second run finds:\n{}",
        again.overlay(None, "Again", None)
    );
    assert_eq!(
        learned(&document, None, &responses).overlay(None, "Learned", None),
        overlay
    );
    generates(&document, &overlay);
    minimal(&document, &overlay, &responses);
    let mut out = overlay;
    first.notes.iter().for_each(|note| out.push_str(&format!("# {note}\n")));
    if first.unknown > 0 {
        out.push_str(&format!(
            "# {} response of a path that the document does not have\n",
            first.unknown
        ));
    }
    out
}

/// A client is generated from the document with the overlay, without errors and warnings.
fn generates(document: &str, overlay: &str) {
    let directory = tempfile(overlay);
    let mut config = Config::default();
    config.document.overlays.push(directory.join("overlay.yaml").into());
    let input = Input::Text {
        name: "openapi.yaml".to_owned(),
        text: document.to_owned(),
    };
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let generated = specwright::generate(&mut sources, &input, &config, &mut diags);
    let problems = diags.render(&sources, Style::Plain);
    assert!(generated.is_some(), "{problems}");
    assert_eq!(diags.count(Severity::Warning), 0, "{problems}");
}

/// A directory with the overlay.
fn tempfile(overlay: &str) -> PathBuf {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    overlay.hash(&mut hasher);
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("learn-{:x}", hasher.finish()));
    std::fs::create_dir_all(&directory).expect("a directory");
    std::fs::write(directory.join("overlay.yaml"), overlay).expect("a file");
    directory
}

/// Every action is needed: without all actions that cure the same, a run finds something.
fn minimal(document: &str, overlay: &str, responses: &Responses) {
    let read = read(document, Some(overlay), false);
    let actions = read
        .tree
        .get(read.overlay.expect("an overlay"), "actions")
        .expect("actions");
    let marks: Vec<String> = read
        .tree
        .items(actions)
        .iter()
        .map(|&action| {
            let mark = read.tree.get(action, "x-learned").expect("a mark");
            common::to_json(&read.tree, mark).to_string()
        })
        .collect();
    let mut distinct = marks.clone();
    distinct.dedup();
    for dropped in distinct {
        let kept = cut(overlay, &marks, &dropped);
        let read = self::read(document, Some(&kept), true);
        let rest = learn(&read.tree, read.root, responses);
        assert!(!rest.is_empty(), "{dropped} is needless");
    }
}

/// The overlay without the actions that have a mark.
fn cut(overlay: &str, marks: &[String], dropped: &str) -> String {
    let (head, actions) = overlay.split_once("actions:\n").expect("actions");
    let starts: Vec<usize> = actions.match_indices("  - target:").map(|(at, _)| at).collect();
    assert_eq!(starts.len(), marks.len());
    let ends = starts.iter().skip(1).copied().chain([actions.len()]);
    let kept = starts.iter().zip(ends).zip(marks).filter(|(_, mark)| *mark != dropped);
    let kept: String = kept.map(|((&start, end), _)| &actions[start..end]).collect();
    match kept.is_empty() {
        true => format!("{head}actions:\n  - {{target: $.info, update: {{x-kept: true}}}}\n"),
        false => format!("{head}actions:\n{kept}"),
    }
}

#[test]
fn required_properties_types_and_references() {
    insta::assert_snapshot!(case("dns", "calls.jsonl"));
}

#[test]
fn statuses_and_media_types_of_a_har_file_without_a_value_of_it() {
    let overlay = case("statuses", "calls.har");
    assert!(!overlay.contains("hidden"), "{overlay}");
    insta::assert_snapshot!(overlay);
}

#[test]
fn lists_of_types_blank_schemas_maps_and_tuples() {
    insta::assert_snapshot!(case("shapes", "calls.jsonl"));
}

#[test]
fn the_alternative_that_fits_best_is_mended() {
    insta::assert_snapshot!(case("union", "calls.jsonl"));
}

#[test]
fn swagger_2_has_its_own_keywords() {
    insta::assert_snapshot!(case("swagger", "calls.jsonl"));
}

/// A client of `examples.yaml` under these settings, and what was said of the document, but for examples that are wrong on purpose.
fn of_examples(reading: ResponseExamples) -> (String, String) {
    let mut config = Config::default();
    config.reading.examples = reading;
    let input = Input::Path(cases().join("examples.yaml"));
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let generated = specwright::generate(&mut sources, &input, &config, &mut diags).expect("a client");
    let types = generated
        .files
        .get("src/operations/verify_otp.rs")
        .expect("the operation")
        .to_owned();
    let warnings = diags.iter().filter(|diagnostic| diagnostic.problem.code() != "SW0522");
    let problems = warnings.map(|diagnostic| {
        let (problem, pointer) = (&diagnostic.problem, diagnostic.location.pointer.as_deref());
        let place = pointer
            .and_then(|pointer| pointer.rsplit_once("examples/"))
            .map_or("", |(_, place)| place);
        format!(
            "{} {place}: {}\n{}\n",
            problem.code(),
            problem.message(),
            problem.help()
        )
    });
    (types, problems.collect())
}

/// The definition of a struct.
fn definition<'t>(types: &'t str, name: &str) -> &'t str {
    let start = types.find(&format!("pub struct {name} {{")).expect("the struct");
    types[start..].split_once("\n}").expect("its end").0
}

#[test]
fn examples_that_a_client_cannot_read_are_warnings_with_the_action_that_cures_them() {
    let (types, problems) = of_examples(ResponseExamples::Illustration);
    assert!(
        definition(&types, "ResponseData").contains("pub name: String"),
        "{types}"
    );
    assert!(
        !problems.contains("422"),
        "what is wrong on purpose is no problem: {problems}"
    );
    insta::assert_snapshot!(problems);
}

#[test]
fn examples_are_evidence_where_the_settings_say_so() {
    let (types, problems) = of_examples(ResponseExamples::Evidence);
    assert_eq!(problems, "");
    insta::assert_snapshot!(
        [
            definition(&types, "ResponseData"),
            definition(&types, "ResponseDataDetails")
        ]
        .join("\n}\n\n")
    );
}

const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Mended, version: 1.0.0}
actions:
  # By hand: stays, with this comment.
  - target: $.info
    update: {x-kept: true}
";

#[test]
fn learned_actions_come_after_those_of_people_and_a_new_document_makes_them_needless() {
    let old = "openapi: 3.1.0
info: {title: T, version: 1.0.0}
paths:
  /a:
    get:
      responses:
        '200':
          description: A
          content:
            application/json:
              schema: {type: object, required: [id, name], properties: {id: {type: string}, name: {type: string}, data: {type: object, properties: {}}}}
";
    let recording = r#"
{"method":"GET","path":"/a","status":200,"media_type":"application/json","body":{"id":"null","data":{"size":"integer"}}}
{"method":"GET","path":"/a","status":201,"media_type":"application/json","body":{"id":"string","name":"string"}}
{"method":"GET","path":"/a","status":404,"media_type":"application/json","body":{"message":"string"}}"#;
    let responses = responses(recording, &[]);
    let overlay = learned(old, Some(OVERLAY), &responses).overlay(Some(OVERLAY), "Mended", None);
    assert!(overlay.starts_with(OVERLAY), "{overlay}");
    assert!(learned(old, Some(&overlay), &responses).is_empty(), "{overlay}");
    let judge = |document: &str| {
        let read = read(document, Some(&overlay), false);
        let overlay_node = read.overlay.expect("an overlay");
        let needed = still_needed(&read.tree, read.root, overlay_node);
        let needed: Vec<bool> = needed.iter().map(|action| action.needed).collect();
        (needed, prune(&read.tree, read.root, overlay_node, &overlay))
    };
    let (needed, (text, count)) = judge(old);
    assert!(needed.iter().all(|needed| *needed), "{needed:?}\n{overlay}");
    assert_eq!((text.as_str(), count), (overlay.as_str(), 0));
    // The vendor has documented the status, and that `name` may be missing.
    let new = old
        .replace("required: [id, name]", "required: [id]")
        .replace("        '200':", "        '404': {description: None}\n        '200':");
    let (needed, (text, count)) = judge(&new);
    assert_eq!(needed.iter().filter(|needed| !**needed).count(), count);
    assert_eq!(count, 2, "{text}");
    assert!(text.starts_with(OVERLAY), "{text}");
    assert!(
        !text.contains("missing: name") && !text.contains("'404'") && text.contains("'201'"),
        "{text}"
    );
    let mended = read(&new, Some(&text), true);
    assert_eq!(mended.problems, "", "{text}");
    // One that has learned all of it leaves nothing but the action of people.
    let none = "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths: {}\n";
    let (_, (text, _)) = judge(none);
    assert_eq!(text.trim_end(), OVERLAY.trim_end());
}

#[test]
fn another_object_is_learned_until_the_document_has_a_union() {
    let old = "openapi: 3.1.0
info: {title: T, version: 1.0.0}
paths:
  /size:
    get:
      responses:
        '200':
          description: A
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Zone'}
components:
  schemas:
    Zone: {type: object, required: [id], properties: {id: {type: string}}}
    Size: {type: object, required: [bytes], properties: {bytes: {type: integer}}}
";
    let responses = responses(
        r#"{"method":"GET","path":"/size","status":200,"media_type":"application/json","body":{"bytes":"integer"}}"#,
        &[],
    );
    let overlay = learned(old, None, &responses).overlay(None, "Mended", None);
    assert!(overlay.contains("- another object"), "{overlay}");
    let kept = |document: &str| {
        let read = read(document, Some(&overlay), false);
        let node = read.overlay.expect("an overlay");
        prune(&read.tree, read.root, node, &overlay)
            .0
            .contains("another object")
    };
    assert!(kept(old));
    let union = "schema: {oneOf: [{$ref: '#/components/schemas/Zone'}, {$ref: '#/components/schemas/Size'}]}";
    assert!(!kept(
        &old.replace("schema: {$ref: '#/components/schemas/Zone'}", union)
    ));
    // One more property makes no other object of it.
    assert!(kept(&old.replace(
        "{id: {type: string}}",
        "{id: {type: string}, more: {type: string}}"
    )));
}

#[test]
fn what_is_no_recording_is_said_without_quoting_it() {
    let cases = [
        ("{\"status\":200}", "line 1: `path` is missing"),
        (
            "\n{\"method\":\"GET\",\"path\":\"/secret\",\"status\":7}",
            "line 2: `status` is missing",
        ),
        ("secret", "line 1: this is neither a line of a recording nor HAR"),
        ("{\"log\":{}}", "the HAR file has no `log.entries`"),
        (
            "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"body\":{\"a\":5}}",
            "line 1: `body` is not the shape of a body",
        ),
    ];
    for (text, message) in cases {
        let error = Responses::default().read(text, &Allowed::default()).expect_err(text);
        assert_eq!(error.to_string(), message);
    }
}
