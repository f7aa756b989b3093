//! The generator as a function from text to text: what the page of the playground calls, as WebAssembly.
//!
//! `cargo xtask playground` builds the page. No file is read or written: a document is one text, and so are its settings.

use serde_json::{Value, json};
use specwright::config::{self, Config};
use specwright::diag::{Diagnostics, Style};
use specwright::source::SourceMap;
use specwright::{Input, generate};

#[cfg(target_arch = "wasm32")]
mod exports;

/// The most problems that are given one by one; their number is always all of them.
const MOST: usize = 2_000;

/// What is made of a request, as JSON.
///
/// The request has `name` and `text` of a document, and the text of `settings` or an empty one. The response has
///
/// * `problems`: each as `specwright --format json` gives it, and `shown`, with its source line; `count` and `summary` of all;
/// * `client`: `null` if there is an error, or `files` (path and text), `surface`, and the numbers of `operations` and `types`.
pub fn respond(request: &str) -> String {
    let request: Value = serde_json::from_str(request).unwrap_or_default();
    let text = |key: &str| request.get(key).and_then(Value::as_str).unwrap_or_default();
    answer(text("name"), text("text"), text("settings")).to_string()
}

fn answer(name: &str, text: &str, settings: &str) -> Value {
    let mut sources = SourceMap::new();
    let mut of_settings = Diagnostics::new();
    let config = settings_of(settings, &mut sources, &mut of_settings);
    let mut problems = config.diagnostics();
    problems.append(of_settings);
    let input = Input::Text {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let made = match problems.gate() {
        Ok(()) => generate(&mut sources, &input, &config, &mut problems),
        Err(_) => None,
    };
    let client = made.map(|made| {
        let surface = made.surface.map(|surface| surface.text());
        json!({
            "title": made.summary.head(),
            "operations": made.summary.operations,
            "types": made.summary.types,
            "lines": made.files.lines(),
            "files": made.files.iter().collect::<Vec<_>>(),
            "surface": surface,
        })
    });
    json!({
        "problems": listed(&sources, &problems),
        "count": problems.iter().len(),
        "summary": problems.summary(),
        "client": client,
    })
}

/// What the settings say. A page shows a package with its surface, wherever it would be written.
fn settings_of(text: &str, sources: &mut SourceMap, problems: &mut Diagnostics) -> Config {
    let mut config = match text.trim() {
        "" => Config::default(),
        _ => {
            let file = sources.add("specwright.toml", None, text);
            config::parse(sources, file, problems)
        }
    };
    config.output.layout = config::Layout::Crate;
    config.output.surface = true;
    config
}

fn listed(sources: &SourceMap, problems: &Diagnostics) -> Vec<Value> {
    let all = problems.by_place();
    let first = all.iter().take(MOST);
    let one = first.map(|problem| {
        let mut value: Value = serde_json::from_str(&problem.to_json(sources)).unwrap_or_default();
        value["shown"] = problem.render(sources, Style::Plain).into();
        value
    });
    one.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str, settings: &str) -> Value {
        let request = json!({"name": "pets.yaml", "text": text, "settings": settings}).to_string();
        serde_json::from_str(&respond(&request)).expect("JSON")
    }

    const PETS: &str = "openapi: 3.1.0\ninfo: {title: Pets, version: 1.2.0}\npaths:\n  /pets:\n    get: {operationId: listPets, responses: {'204': {description: None}}}\n";

    #[test]
    fn a_document_becomes_files_and_a_surface() {
        let answer = asked(PETS, "");
        let client = &answer["client"];
        assert_eq!(
            (&client["operations"], &answer["count"]),
            (&json!(1), &json!(0)),
            "{answer}"
        );
        let files = client["files"].as_array().expect("a list");
        let text = |path: &str| {
            let file = files.iter().find(|file| file[0] == path);
            file.and_then(|file| file[1].as_str()).unwrap_or_default()
        };
        assert!(text("src/client.rs").contains("pub fn list_pets(&self)"));
        assert_eq!(text("surface.json"), client["surface"]);
    }

    #[test]
    fn problems_have_their_place_and_how_they_are_shown() {
        let answer = asked(&PETS.replace("operationId", "operationld"), "");
        let problem = &answer["problems"][0];
        assert_eq!(
            (&problem["file"], &problem["line"], &problem["code"]),
            (&json!("pets.yaml"), &json!(5), &json!("SW0350"))
        );
        assert!(
            problem["shown"].as_str().is_some_and(|shown| shown.contains("^^^")),
            "{problem}"
        );
        let broken = asked("openapi: [", "");
        assert_eq!(
            (&broken["client"], &broken["problems"][0]["severity"]),
            (&Value::Null, &json!("error"))
        );
    }

    #[test]
    fn settings_decide_and_have_problems_of_their_own() {
        let renamed = asked(
            PETS,
            "[rename.operations]\nlistPets = 'pets'\n[output]\nsurface = false\n",
        );
        assert!(
            renamed["client"]["surface"]
                .as_str()
                .is_some_and(|text| text.contains("Client::pets")),
            "{renamed}"
        );
        let wrong = asked(PETS, "[outptu]\n");
        assert_eq!(wrong["problems"][0]["file"], "specwright.toml");
        assert_eq!(wrong["client"], Value::Null);
        let silenced = asked(
            &PETS.replace("operationId", "operationld"),
            "[diagnostics]\nallow = ['SW0350']\n",
        );
        assert_eq!(silenced["count"], 0, "{silenced}");
    }

    /// A page can be asked for anything.
    #[test]
    fn no_request_is_refused() {
        for request in [
            "",
            "{",
            "[]",
            "{}",
            r#"{"text": 7}"#,
            r#"{"name": "../x", "text": "\u0000"}"#,
        ] {
            let answer: Value = serde_json::from_str(&respond(request)).expect("JSON");
            assert_eq!(answer["client"], Value::Null, "{request}");
            assert!(answer["count"].as_u64() > Some(0), "{request}");
        }
    }
}
