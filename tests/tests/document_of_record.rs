//! What the generator understands of the document of record, and which names it chooses: snapshots that people can read.

use insta::assert_snapshot;
use specwright::config::{self, Config};
use specwright::diag::{Diagnostics, Style};
use specwright::import;
use specwright::ir::Api;
use specwright::plan::{self, ShapePlan};
use specwright::source::SourceMap;
use specwright::{Input, overlay};
use std::error::Error;
use std::path::Path;

type Outcome = Result<(), Box<dyn Error>>;

/// The first half of the pipeline, as `specwright::generate` goes through it.
fn understood() -> Result<(Api, Config), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let config = config::read(&mut sources, Path::new(specwright_tests::SETTINGS), &mut problems);
    let api = read(&mut sources, &config, &mut problems).ok_or_else(|| problems.render(&sources, Style::Plain))?;
    Ok((api, config))
}

fn read(sources: &mut SourceMap, config: &Config, problems: &mut Diagnostics) -> Option<Api> {
    let settings = &config.document;
    let input = Input::Path(settings.path.value.clone());
    let (mut tree, root) = import::document(sources, &input, settings, problems)?;
    overlay::apply_all(&mut tree, sources, &[root], &settings.overlays, problems)?;
    import::follow(
        &mut tree,
        sources,
        &input.loader(settings),
        &settings.locations,
        problems,
    )?;
    specwright::api(&mut tree, root, config, problems)
}

fn settings() -> insta::internals::SettingsBindDropGuard {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/document_of_record");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind_to_scope()
}

#[test]
fn the_intermediate_representation() -> Outcome {
    let _guard = settings();
    let (api, _) = understood()?;
    assert_snapshot!("ir", readable(&format!("{api:#?}")));
    Ok(())
}

/// The rendering without what says nothing: places in the file, and members that are empty.
fn readable(debug: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut skipped: Option<usize> = None;
    for line in debug.lines() {
        let indent = line.len() - line.trim_start().len();
        if let Some(outer) = skipped {
            // The end of what is left out is under its beginning.
            if indent == outer {
                skipped = None;
            }
            continue;
        }
        let text = line.trim_start();
        if text.starts_with("span: ") {
            skipped = text.ends_with(['{', '(']).then_some(indent);
            continue;
        }
        let empty = [": None,", ": [],", ": {},", ": false,"];
        if !empty.iter().any(|end| text.ends_with(end)) {
            lines.push(line);
        }
    }
    let mut lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
    while fold(&mut lines) {}
    lines.join("\n")
}

/// Puts what has one member on one line, and takes out what has none; answers whether there was anything of it.
fn fold(lines: &mut Vec<String>) -> bool {
    let before = lines.len();
    let mut folded: Vec<String> = Vec::new();
    let mut rest = std::mem::take(lines).into_iter().peekable();
    while let Some(line) = rest.next() {
        let closes = rest.peek().is_some_and(|next| matches!(next.trim(), "}," | "],"));
        if closes && line.ends_with(['{', '[']) {
            rest.next();
            continue;
        }
        match folded.last_mut() {
            Some(last) if line.trim() == ")," && last.ends_with('(') => last.push_str("),"),
            Some(last) if last.ends_with('(') && rest.peek().is_some_and(|next| next.trim() == "),") => {
                last.push_str(line.trim().trim_end_matches(','));
                last.push_str("),");
                rest.next();
            }
            Some(_) | None => folded.push(line),
        }
    }
    *lines = folded;
    lines.len() < before
}

#[test]
fn the_names_of_the_plan() -> Outcome {
    let _guard = settings();
    let (api, config) = understood()?;
    let plan = plan::plan(&api, &config, &mut Diagnostics::new()).ok_or("no plan")?;
    let mut text = format!("package {} {}\n", plan.package.name, plan.package.version);
    for (scheme, name) in api.schemes.iter().zip(&plan.names.schemes) {
        text.push_str(&format!("credential {} = {}\n", name.as_str(), scheme.name));
    }
    for (server, name) in api.servers.iter().zip(&plan.names.servers) {
        text.push_str(&format!("server {} = {}\n", name.name.as_str(), server.url));
    }
    for operation in &plan.operations {
        let module = plan.module(operation.module).name.as_str();
        text.push_str(&format!("operation {} in {module}\n", operation.name.as_str()));
        for argument in &operation.arguments {
            let kind = if argument.positional { "argument" } else { "setter" };
            text.push_str(&format!("  {kind} {}\n", argument.name.as_str()));
        }
    }
    for planned in plan.types.iter() {
        let module = plan.module(planned.module).name.as_str();
        let usage = &planned.usage;
        text.push_str(&format!("type {module}::{} {usage:?}\n", planned.name.as_str()));
        text.push_str(&format!("  at {}\n", planned.def.origin.pointer));
        let (fields, variants) = match &planned.shape {
            ShapePlan::Struct(structure) => (structure.fields.iter().map(|field| &field.name).collect(), Vec::new()),
            ShapePlan::Enum(plan) => (Vec::new(), plan.variants.iter().collect()),
            ShapePlan::Union(plan) => (Vec::new(), plan.variants.iter().map(|variant| &variant.name).collect()),
            ShapePlan::Newtype(_) | ShapePlan::Tuple(_) | ShapePlan::Alias(_) => (Vec::new(), Vec::new()),
        };
        for field in fields {
            text.push_str(&format!("  field {}\n", field.as_str()));
        }
        for variant in variants {
            text.push_str(&format!("  variant {}\n", variant.as_str()));
        }
    }
    for (pattern, (name, _)) in &plan.types.patterns {
        text.push_str(&format!("pattern {} = {pattern}\n", name.as_str()));
    }
    assert_snapshot!("names", text);
    Ok(())
}

/// Every file of the client. The committed client is what users read; here a reviewer sees what a change of the generator does to
/// it, file by file.
#[test]
fn the_generated_client() -> Outcome {
    let _guard = settings();
    specwright_tests::enter_workspace()?;
    let (_, files) = specwright_tests::client()?;
    for (path, text) in files.iter() {
        assert_snapshot!(format!("client__{}", path.replace('/', "__")), text);
    }
    Ok(())
}

/// What the page says in prose is checked by the client of whoever lists `spec/rules.yaml` among the overlays.
#[test]
fn the_rules_of_the_page_are_an_overlay_to_opt_in() -> Outcome {
    let _guard = settings();
    specwright_tests::enter_workspace()?;
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let mut config = config::read(&mut sources, Path::new(specwright_tests::SETTINGS), &mut problems);
    config
        .document
        .overlays
        .push(Path::new("spec/rules.yaml").to_owned().into());
    let input = Input::Path(config.document.path.value.clone());
    let client = specwright::generate(&mut sources, &input, &config, &mut problems);
    let client = client.ok_or_else(|| problems.render(&sources, Style::Plain))?;
    let shown = problems.render(&sources, Style::Plain);
    assert!(
        !shown.contains("spec/rules.yaml") && !shown.contains("SW0520"),
        "{shown}"
    );
    let file = |path: &str| client.files.get(path).ok_or_else(|| format!("no {path}"));
    assert_snapshot!("rules__wire", file("src/wire/operations/initiate_session.rs")?);
    let definitions = file("src/operations/initiate_session.rs")?;
    assert!(definitions.contains("at least 1 hour ahead of now"), "{definitions}");
    let (_, committed) = specwright_tests::client()?;
    let committed = committed.get("src/wire/operations/initiate_session.rs");
    assert!(
        !committed.ok_or("no file")?.contains("applies only to"),
        "nobody is forced"
    );
    Ok(())
}

/// The rules as the mock server and the generator hold values against them; the vendor's own example breaks one.
#[test]
fn the_rules_of_the_page_refuse_what_the_prose_refuses() -> Outcome {
    specwright_tests::enter_workspace()?;
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let mut config = config::read(&mut sources, Path::new(specwright_tests::SETTINGS), &mut problems);
    config
        .document
        .overlays
        .push(Path::new("spec/rules.yaml").to_owned().into());
    let input = Input::Path(config.document.path.value.clone());
    let values = [
        (r#""flow": "signin", "options": {"pinless": true}"#, true),
        (r#""flow": "signin", "options": {"usernameless": true}"#, false),
        (r#""flow": "signup", "options": {"usernameless": true}"#, true),
        (r#""flow": "signup", "options": {"pinless": true}"#, false),
        (r#""flow": "signup", "options": {"pinless": false}"#, true),
        (r#""flow": "signup", "consent_expiry": 1751975600361"#, true),
        (r#""flow": "signup", "consent_expiry": 1751975600"#, false),
    ];
    let found = specwright::with_document(&mut sources, &input, &config, &mut problems, |document, problems| {
        let body = document
            .operations
            .first()
            .and_then(|operation| operation.body.as_ref());
        let schema = body
            .and_then(|body| body.content.first())
            .and_then(|media| media.schema);
        let mut validator = specwright::lower::Validator::new(document, problems);
        let checked = values.map(|(members, _)| {
            let text = format!(
                r#"{{"@entity": "in.co.sandbox.kyc.digilocker.session.request", "redirect_url": "https://a.example", "doc_types": ["pan"], {members}}}"#
            );
            let mut tree = specwright::tree::Tree::new();
            let value = import::read_text(&mut tree, &mut SourceMap::new(), Path::new("value.json"), &text, &mut Diagnostics::new());
            let held = schema.zip(value);
            held.map(|(schema, value)| validator.validate(schema, &tree, value, specwright::lower::Way::Sent).is_ok())
        });
        checked.to_vec()
    });
    assert_eq!(found, Some(values.map(|(_, allowed)| Some(allowed)).to_vec()));
    Ok(())
}
