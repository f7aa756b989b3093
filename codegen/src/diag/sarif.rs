//! Diagnostics in the Static Analysis Results Interchange Format (OASIS, version 2.1.0), which code hosts and editors show.

use super::render::{member, position_members};
use super::{Diagnostic, Diagnostics, Location, Severity};
use crate::source::SourceMap;
use std::collections::BTreeMap;

/// All problems as one SARIF log with one run, in one line. Columns count characters; paths are relative as they were given.
pub fn sarif(sources: &SourceMap, problems: &Diagnostics) -> String {
    let rules: BTreeMap<&str, String> = problems
        .iter()
        .map(|diagnostic| (diagnostic.problem.code(), diagnostic.problem.help()))
        .collect();
    let rules: Vec<String> = rules.iter().map(|(code, help)| rule(code, help)).collect();
    let results: Vec<String> = problems
        .by_place()
        .iter()
        .map(|diagnostic| result(sources, diagnostic))
        .collect();
    let mut driver = String::from("{");
    member(&mut driver, "name", "specwright");
    member(&mut driver, "version", env!("CARGO_PKG_VERSION"));
    format!(
        "{{\"version\":\"2.1.0\",\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[{{\
         \"tool\":{{\"driver\":{driver}\"rules\":[{}]}}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[{}]}}]}}",
        rules.join(","),
        results.join(",")
    )
}

fn rule(code: &str, help: &str) -> String {
    let mut out = String::from("{");
    member(&mut out, "id", code);
    out.push_str("\"help\":{");
    member(&mut out, "text", help);
    out.pop();
    out.push_str("}}");
    out
}

fn result(sources: &SourceMap, diagnostic: &Diagnostic) -> String {
    let mut out = String::from("{");
    member(&mut out, "ruleId", diagnostic.problem.code());
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    member(&mut out, "level", level);
    let related = diagnostic
        .related
        .iter()
        .map(|(place, text)| location(sources, place, Some(text)));
    let related: Vec<String> = related.collect();
    out.push_str(&format!(
        "{}\"locations\":[{}],\"relatedLocations\":[{}]}}",
        message(&format!(
            "{}\n{}",
            diagnostic.problem.message(),
            diagnostic.problem.help()
        )),
        location(sources, &diagnostic.location, None),
        related.join(",")
    ));
    out
}

fn message(text: &str) -> String {
    let mut out = String::from("\"message\":{");
    member(&mut out, "text", text);
    out.pop();
    out.push_str("},");
    out
}

fn location(sources: &SourceMap, location: &Location, text: Option<&str>) -> String {
    let mut out = String::from("{");
    if let Some(text) = text {
        out.push_str(&message(text));
    }
    if let Some(span) = location.span {
        out.push_str("\"physicalLocation\":{\"artifactLocation\":{");
        member(&mut out, "uri", &uri(sources.file(span.file).name()));
        out.pop();
        out.push_str("},\"region\":{");
        position_members(
            &mut out,
            sources,
            span,
            ["startLine", "startColumn", "endLine", "endColumn"],
        );
        out.pop();
        out.push_str("}},");
    }
    if let Some(pointer) = &location.pointer {
        out.push_str("\"logicalLocations\":[{");
        member(&mut out, "fullyQualifiedName", pointer);
        out.pop();
        out.push_str("}],");
    }
    if out.ends_with(',') {
        out.pop();
    }
    out.push('}');
    out
}

/// A path as a relative reference (RFC 3986 section 3.3).
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    let encode = |byte: u8| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    path.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Problem;
    use crate::source::Span;

    #[test]
    fn a_log_has_what_readers_need() {
        let mut sources = SourceMap::new();
        let file = sources.add("my api.yaml", None, "a: 1\nb: \"2\"\n");
        let mut problems = Diagnostics::new();
        let here = Location {
            span: Some(Span::new(file, 8, 11)),
            pointer: Some("#/b".to_owned()),
        };
        let related = vec![(Span::new(file, 0, 1).into(), "first".to_owned())];
        problems.push_related(Problem::DuplicateKey { key: "b".to_owned() }, here, related);
        problems.push(Problem::EmptyDocument {}, Location::default());
        let log: serde_json::Value = serde_json::from_str(&sarif(&sources, &problems)).expect("JSON");
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "SW0105");
        let result = &run["results"][1];
        assert_eq!(
            (&result["ruleId"], &result["level"]),
            (&"SW0105".into(), &"error".into())
        );
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "my%20api.yaml");
        assert_eq!(
            (&place["region"]["startLine"], &place["region"]["endColumn"]),
            (&2.into(), &7.into())
        );
        assert_eq!(result["relatedLocations"][0]["message"]["text"], "first");
        assert_eq!(run["results"][0]["locations"][0], serde_json::json!({}));
    }

    #[test]
    fn nothing_is_an_empty_run() {
        let log = sarif(&SourceMap::new(), &Diagnostics::new());
        let log: serde_json::Value = serde_json::from_str(&log).expect("JSON");
        assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    }
}
